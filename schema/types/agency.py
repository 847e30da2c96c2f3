"""Agency, official: who refers people, and who speaks for them."""

# A declaration is a table: one field, one line.

import models
from schema.engine.language import content_type, protected, to_many, to_one
from schema.engine.values import (
    BusinessId,
    Code,
    EmailAddress,
    FirstNames,
    Line,
    MunicipalityCode,
    PersonName,
    PhoneNumber,
    PostalCode,
)
from workflow import agency as workflows
from workflow.vocabulary import ADD, CONTACT, MODIFY


@content_type(
    model=models.Agency,
    workflow=workflows.agency,
    plural="agencies",
    titles="Lähettävä taho|Remitterande part|Agency",
    default_order="name",
)
class Agency:
    """An authority that refers people: wellbeing area, employment area, Kela, school, youth work, prison service."""

    name: Line = protected(
        "Nimi|Namn|Name", "Official name.", write=MODIFY, required=True, order=True, filter=True, search=True
    )
    kind: Code = protected(
        "Laji|Slag|Kind",
        "What kind of authority it is.",
        write=MODIFY,
        required=True,
        filter=True,
        vocabulary="agency_kind",
    )
    business_id: BusinessId = protected(
        "Y-tunnus|FO-nummer|Business id", "Finnish business id.", write=MODIFY, filter=True
    )
    municipality: MunicipalityCode = protected(
        "Kunta|Kommun|Municipality", "Where its office is.", write=MODIFY, filter=True
    )
    street_address: Line = protected("Katuosoite|Gatuadress|Street address", "Street and number.", write=MODIFY)
    postal_code: PostalCode = protected("Postinumero|Postnummer|Postal code", "Postal code.", write=MODIFY)
    city: Line = protected("Postitoimipaikka|Postort|City", "Post office.", write=MODIFY)
    phone: PhoneNumber = protected("Puhelin|Telefon|Phone", "Switchboard.", write=MODIFY)
    email: EmailAddress = protected("Sähköposti|E-post|E-mail", "General e-mail address.", write=MODIFY)
    officials: object = to_many(
        "official",
        "agency_id",
        "Yhteyshenkilöt|Kontaktpersoner|Officials",
        "Who speaks for it; an agency sees its own.",
    )


@content_type(
    model=models.Official,
    workflow=workflows.official,
    plural="officials",
    titles="Yhteyshenkilö|Kontaktperson|Official",
    default_order="last_name",
    rules=("name_order",),
)
class Official:
    """A person at an agency who answers for referrals."""

    agency: object = to_one(
        "agency",
        "Lähettävä taho|Remitterande part|Agency",
        "For whom the official speaks.",
        write=ADD,
        required=True,
        filter=True,
    )
    first_name: FirstNames = protected(
        "Etunimi|Förnamn|First name",
        "First name; none where the person has one name, which is the last name.",
        write=MODIFY,
        search=True,
    )
    last_name: PersonName = protected(
        "Sukunimi|Efternamn|Last name",
        "Last name.",
        write=MODIFY,
        required=True,
        order=True,
        order_column="sort_key",
        filter=True,
        search=True,
    )
    title: Line = protected("Tehtävänimike|Titel|Title", "Job title.", write=MODIFY)
    phone: PhoneNumber = protected("Puhelin|Telefon|Phone", "Work phone.", read=CONTACT, write=MODIFY)
    email: EmailAddress = protected("Sähköposti|E-post|E-mail", "Work e-mail.", read=CONTACT, write=MODIFY)
