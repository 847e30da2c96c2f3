"""The workplace: where people work under a contract."""

# A declaration is a table: one field, one line.

import models
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import BusinessId, EmailAddress, Line, MunicipalityCode, PersonName, PhoneNumber, PostalCode
from workflow.vocabulary import CONTACT, MODIFY
from workflow.workplace import workplace


@content_type(
    model=models.Workplace,
    workflow=workplace,
    plural="workplaces",
    titles="Työpaikka|Arbetsplats|Workplace",
    default_order="name",
)
class Workplace:
    """An employer, association or workshop where people work under a contract."""

    name: Line = protected(
        "Nimi|Namn|Name",
        "Name, unique among those of one contact unit.",
        write=MODIFY,
        required=True,
        order=True,
        filter=True,
        search=True,
    )
    contact_unit: object = to_one(
        "unit",
        "Yhteysyksikkö|Kontaktenhet|Contact unit",
        "The unit that keeps contact with it.",
        write=MODIFY,
        required=True,
        filter=True,
    )
    business_id: BusinessId = protected(
        "Y-tunnus|FO-nummer|Business id", "Finnish business id.", write=MODIFY, filter=True
    )
    municipality: MunicipalityCode = protected("Kunta|Kommun|Municipality", "Where it is.", write=MODIFY, filter=True)
    street_address: Line = protected("Katuosoite|Gatuadress|Street address", "Street and number.", write=MODIFY)
    postal_code: PostalCode = protected("Postinumero|Postnummer|Postal code", "Postal code.", write=MODIFY)
    city: Line = protected("Postitoimipaikka|Postort|City", "Post office.", write=MODIFY)
    contact_name: PersonName = protected(
        "Yhteyshenkilö|Kontaktperson|Contact", "Who signs and answers for the contracts.", read=CONTACT, write=MODIFY
    )
    phone: PhoneNumber = protected("Puhelin|Telefon|Phone", "Phone of the contact.", read=CONTACT, write=MODIFY)
    email: EmailAddress = protected(
        "Sähköposti|E-post|E-mail", "E-mail address of the contact.", read=CONTACT, write=MODIFY
    )
