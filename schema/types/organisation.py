"""The organisation that coaches: units, registers, staff."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import (
    BusinessId,
    Code,
    EmailAddress,
    FirstNames,
    Line,
    LongText,
    MunicipalityCode,
    PersonName,
    PhoneNumber,
    PostalCode,
    ShortText,
    whole,
)
from workflow import organisation as workflows
from workflow.afterwards import RETENTION
from workflow.log_removal import LONGEST_TERM, SHORTEST_TERM
from workflow.vocabulary import ADD, CONTACT, MODIFY


@choice
class LogMode(Enum):
    """What the law of a register shows a person of those who looked."""

    NAMES = "Katselijoiden nimet|Läsarnas namn|Names of those who looked"
    PURPOSES = "Päivät ja käyttötarkoitukset|Datum och ändamål|Dates and purposes only"


@content_type(
    model=models.Organisation,
    workflow=workflows.organisation,
    plural="organisations",
    titles="Organisaatio|Organisation|Organisation",
    default_order="name",
)
class Organisation:
    """An organisation that coaches people: the controller of its registers."""

    name: Line = protected(
        "Nimi|Namn|Name", "Official name.", write=MODIFY, required=True, order=True, filter=True, search=True
    )
    business_id: BusinessId = protected(
        "Y-tunnus|FO-nummer|Business id", "Finnish business id, such as 0944845-0.", write=MODIFY, required=True
    )
    street_address: Line = protected("Katuosoite|Gatuadress|Street address", "Street and number.", write=MODIFY)
    postal_code: PostalCode = protected("Postinumero|Postnummer|Postal code", "Postal code.", write=MODIFY)
    city: Line = protected("Postitoimipaikka|Postort|City", "Post office.", write=MODIFY)
    phone: PhoneNumber = protected("Puhelin|Telefon|Phone", "Switchboard.", write=MODIFY)
    email: EmailAddress = protected("Sähköposti|E-post|E-mail", "General e-mail address.", write=MODIFY)
    units: object = to_many("unit", "organisation_id", "Yksiköt|Enheter|Units", "The organisation's units.")
    registers: object = to_many(
        "register", "organisation_id", "Rekisterit|Register|Registers", "The registers it controls."
    )


@content_type(
    model=models.Unit,
    workflow=workflows.unit,
    plural="units",
    titles="Yksikkö|Enhet|Unit",
    default_order="name",
)
class Unit:
    """A place or team of the organisation; roles are held in units."""

    name: Line = protected(
        "Nimi|Namn|Name",
        "Name, unique in the organisation.",
        write=MODIFY,
        required=True,
        order=True,
        filter=True,
        search=True,
    )
    organisation: object = to_one(
        "organisation", "Organisaatio|Organisation|Organisation", "Whose unit it is.", write=MODIFY, required=True
    )
    municipality: MunicipalityCode = protected("Kunta|Kommun|Municipality", "Where it is.", write=MODIFY, filter=True)
    street_address: Line = protected("Katuosoite|Gatuadress|Street address", "Street and number.", write=MODIFY)
    postal_code: PostalCode = protected("Postinumero|Postnummer|Postal code", "Postal code.", write=MODIFY)
    city: Line = protected("Postitoimipaikka|Postort|City", "Post office.", write=MODIFY)
    phone: PhoneNumber = protected("Puhelin|Telefon|Phone", "Phone of the unit.", write=MODIFY)
    answer_days: int = protected(
        "Päiviä lähetteen vastaukseen|Dagar att svara på en remiss|Days to answer",
        "Days in which the unit answers a referral, 1–90; 14 by default. The answer is due on a working day.",
        write=MODIFY,
        value=whole(1, 90),
    )
    waitlist_days: int = protected(
        "Päiviä jonossa|Dagar i kön|Waitlist days",
        "Days for which a place in the queue is kept, 1–730; 90 by default.",
        write=MODIFY,
        value=whole(1, 730),
    )
    capacity: int = protected(
        "Paikkoja|Platser|Capacity",
        "How many people the unit serves at once; empty: it has not said. Compare it with the `totalCount` of its "
        "active relationships and of its accepted referrals.",
        write=MODIFY,
        value=whole(0, 10_000),
    )
    staff: object = to_many("staff_member", "unit_id", "Henkilöstö|Personal|Staff", "Who works here.")


@content_type(
    model=models.Register,
    workflow=workflows.register,
    plural="registers",
    titles="Rekisteri|Register|Register",
    default_order="name",
    named_by=("name",),
)
class Register:
    """A register of personal data: its controller, purpose, legal basis, and the law it keeps to (`RegisterLaw`)."""

    name: Line = protected(
        "Nimi|Namn|Name", "Name, unique in the organisation.", write=MODIFY, required=True, order=True, filter=True
    )
    name_sv: Line = protected(
        "Nimi ruotsiksi|Namn på svenska|Name in Swedish", "Name for those who read Swedish.", write=MODIFY
    )
    name_en: Line = protected(
        "Nimi englanniksi|Namn på engelska|Name in English", "Name for those who read English.", write=MODIFY
    )
    organisation: object = to_one(
        "organisation",
        "Rekisterinpitäjä|Personuppgiftsansvarig|Controller",
        "The controller.",
        write=MODIFY,
        required=True,
    )
    purpose: LongText = protected(
        "Käyttötarkoitus|Ändamål|Purpose", "Why the data is kept.", write=MODIFY, required=True
    )
    legal_basis: LongText = protected(
        "Oikeusperuste|Rättslig grund|Legal basis", "On what legal basis.", write=MODIFY, required=True
    )
    contact_name: PersonName = protected(
        "Yhteyshenkilö|Kontaktperson|Contact", "Who answers for the register.", write=MODIFY, required=True
    )
    contact_email: EmailAddress = protected(
        "Yhteyssähköposti|Kontaktens e-post|Contact e-mail", "Where to write.", write=MODIFY, required=True
    )
    contact_phone: PhoneNumber = protected(
        "Yhteyspuhelin|Kontaktens telefon|Contact phone", "Where to call.", write=MODIFY
    )
    contact_address: ShortText = protected(
        "Yhteysosoite|Kontaktens postadress|Contact address", "Where letters go.", write=MODIFY
    )
    log_mode: LogMode = protected(
        "Lokin näyttäminen|Visning av loggen|Log mode", "What a person is shown of who looked; by the law in force."
    )
    log_years: int = protected(
        "Lokin ikä|Loggens ålder|Log years",
        "How old entries a person is shown without a special reason; empty: all. By the law in force.",
    )
    log_kept_years: int = protected(
        "Lokin säilytysaika|Loggens förvaringstid|Log kept for",
        "Full years that looks and log-ins are kept. By the law in force.",
    )
    retention_years: int = protected(
        "Säilytysaika|Förvaringstid|Retention",
        "Full years kept after the end of a relationship; due dates follow it. By the law in force.",
    )
    passive_after_months: int = protected(
        "Passiiviseksi|Passiv efter|Passive after",
        "Full months after its end until a relationship is only retained. By the law in force.",
    )
    laws: object = to_many(
        "register_law",
        "register_id",
        "Säännöt|Regler|Laws",
        "What it keeps to, in all versions that the caller may see.",
    )


@content_type(
    model=models.RegisterLaw,
    workflow=workflows.register_law,
    plural="registerLaws",
    titles="Rekisterin säännöt|Registrets regler|Register law",
    withheld=("lineage_id", "published_by"),
    rules=("one_law", "passive_within_retention", "log_kept_while_shown"),
)
class RegisterLaw:
    """
    How long the data of a register is kept, and what a person is shown of who looked.

    Written by one person, published by another; the register follows at that moment, and its due dates with it.
    """

    register: object = to_one(
        "register",
        "Rekisteri|Register|Register",
        "Whose law it is.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("RETIRED",),
        afterwards=RETENTION,
    )
    retention_years: int = protected(
        "Säilytysaika|Förvaringstid|Retention",
        "Full years kept after the end of a relationship, 1–30; 4 by the privacy notice.",
        write=MODIFY,
        value=whole(1, 30),
    )
    passive_after_months: int = protected(
        "Passiiviseksi|Passiv efter|Passive after",
        "Full months after its end until a relationship is only retained, at most as long as it is kept.",
        write=MODIFY,
        value=whole(0, 360),
    )
    log_mode: LogMode = protected(
        "Lokin näyttäminen|Visning av loggen|Log mode", "What a person is shown of who looked.", write=MODIFY
    )
    log_years: int = protected(
        "Lokin ikä|Loggens ålder|Log years",
        "How old entries a person is shown without a special reason, 2–30; empty: all.",
        write=MODIFY,
        value=whole(2, 30),
    )
    log_kept_years: int = protected(
        "Lokin säilytysaika|Loggens förvaringstid|Log kept for",
        "Full years that looks and log-ins are kept, 2–30, at least as long as a person is shown them; then they go.",
        write=MODIFY,
        value=whole(SHORTEST_TERM, LONGEST_TERM),
    )
    basis: LongText = protected(
        "Peruste|Grund|Basis", "The law or the decision that says so.", write=MODIFY, required=True
    )
    absence_statute: Code = protected(
        "Poissaoloilmoituksen laki|Lag om frånvarorapport|Statute of absence reports",
        "The statute by which the payer of a benefit is told of absences; empty: each person's consent is needed.",
        write=MODIFY,
        vocabulary="basis",
    )
    starts_on: date = protected(
        "Voimassa alkaen|Gäller från|Starts on",
        "First day; the law before stays in force until then. Empty: from its publication.",
        write=MODIFY,
        filter=True,
    )
    published_at: datetime = protected("Julkaistu|Publicerad|Published at", "When it came into force, UTC.")
    copy_of: object = to_one(
        "register_law", "Työkopio|Kopia av|Copy of", "The law in force that this is a working copy of.", filter=True
    )


@content_type(
    model=models.StaffMember,
    workflow=workflows.staff_member,
    plural="staffMembers",
    titles="Työntekijä|Medarbetare|Staff member",
    default_order="last_name",
    rules=("name_order",),
)
class StaffMember:
    """An employee of the organisation; what the employee may do is granted to the account, not here."""

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
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "Home unit.", write=MODIFY, required=True, filter=True)
    title: Line = protected("Tehtävänimike|Titel|Title", "Job title.", write=MODIFY)
    phone: PhoneNumber = protected("Puhelin|Telefon|Phone", "Work phone.", read=CONTACT, write=MODIFY)
    email: EmailAddress = protected("Sähköposti|E-post|E-mail", "Work e-mail.", read=CONTACT, write=MODIFY)
