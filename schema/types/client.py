"""The client: what may be asked of a person."""

# A declaration is a table: one field, one line.

from datetime import date
from enum import Enum

import models
from resolvers.declaration import OTHERS, PERSON
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import (
    CountryCode,
    DateOfBirth,
    EmailAddress,
    FirstNames,
    LanguageCode,
    Line,
    MunicipalityCode,
    PersonalIdentityCode,
    PersonName,
    Phones,
    PostalCode,
    ShortText,
)
from workflow.client import client
from workflow.vocabulary import (
    ASSIGN,
    AUDIT,
    CARE,
    CONTACT,
    IDENTITY,
    LOG,
    MODIFY,
    MODIFY_CARE,
    MODIFY_CONTACT,
    MODIFY_IDENTITY,
    NAME,
    NEVER,
    RESTRICT,
)


@choice
class Gender(Enum):
    """Gender as the person states it; never derived from the identity code."""

    FEMALE = "Nainen|Kvinna|Female"
    MALE = "Mies|Man|Male"
    OTHER = "Muu|Annat|Other"
    UNDISCLOSED = "Ei ilmoitettu|Ej uppgett|Undisclosed"


@content_type(
    model=models.Client,
    workflow=client,
    plural="clients",
    titles="Valmentautuja-asiakas|Klient|Client",
    subject="{}.id",
    default_order="last_name",
    rules=(
        "name_order",
        "identity_agrees",
        "identity_unique",
        "safety_reviewed",
        "not_there_already",
        "death_recorded",
    ),
    withheld=("identity_held",),
    logged=LOG,
    attachable=CARE,
    attach_with=MODIFY_CARE,
    survives=("unit",),
    named_by=("last_name", "call_name"),
)
class Client:
    """A person who is coached back towards work, or who was referred for it."""

    first_names: FirstNames = protected(
        "Etunimet|Förnamn|First names",
        "All first names, 1–100 characters; none where the person has one name, which is the last name.",
        read=NAME,
        write=MODIFY,
        personal=PERSON,
        search=True,
    )
    call_name: PersonName = protected(
        "Kutsumanimi|Tilltalsnamn|Call name",
        "The name the person is called by.",
        read=NAME,
        write=MODIFY,
        personal=PERSON,
        search=True,
    )
    last_name: PersonName = protected(
        "Sukunimi|Efternamn|Last name",
        "Last name, 1–100 characters.",
        read=NAME,
        write=MODIFY,
        required=True,
        personal=PERSON,
        search=True,
        filter=True,
        order=True,
        order_column="sort_key",
    )
    personal_identity_code: PersonalIdentityCode = protected(
        "Henkilötunnus|Personbeteckning|Personal identity code",
        "Sealed in the database; asked with a purpose, which is logged.",
        read=IDENTITY,
        write=MODIFY_IDENTITY,
        personal=PERSON,
        sealed=True,
    )
    date_of_birth: DateOfBirth = protected(
        "Syntymäaika|Födelsedatum|Date of birth",
        "Must agree with the personal identity code.",
        read=IDENTITY,
        write=MODIFY_IDENTITY,
        personal=PERSON,
        filter=True,
    )
    gender: Gender = protected(
        "Sukupuoli|Kön|Gender", "As the person states it.", read=CARE, write=MODIFY_CARE, personal=PERSON
    )
    mother_tongue: LanguageCode = protected(
        "Äidinkieli|Modersmål|Mother tongue", "Mother tongue.", read=CARE, write=MODIFY_CARE, personal=PERSON
    )
    service_language: LanguageCode = protected(
        "Asiointikieli|Servicespråk|Service language",
        "In which language the person is served.",
        read=CARE,
        write=MODIFY_CARE,
        personal=PERSON,
    )
    interpreter_needed: bool = protected(
        "Tulkin tarve|Behov av tolk|Interpreter needed",
        "Whether an interpreter is needed.",
        read=CARE,
        write=MODIFY_CARE,
        personal=PERSON,
    )
    municipality: MunicipalityCode = protected(
        "Kotikunta|Hemkommun|Home municipality",
        "Home municipality.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=PERSON,
        filter=True,
    )
    street_address: Line = protected(
        "Katuosoite|Gatuadress|Street address",
        "Street and number.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=PERSON,
    )
    postal_code: PostalCode = protected(
        "Postinumero|Postnummer|Postal code",
        "Postal code; five digits in Finland.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=PERSON,
    )
    city: Line = protected(
        "Postitoimipaikka|Postort|City", "Post office.", read=CONTACT, write=MODIFY_CONTACT, personal=PERSON
    )
    country: CountryCode = protected(
        "Maa|Land|Country",
        "Country of the address, ISO 3166 alpha-2.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=PERSON,
    )
    contact_address: ShortText = protected(
        "Yhteysosoite|Kontaktadress|Contact address",
        "Where a protected person may be reached.",
        read=NAME,
        write=RESTRICT,
        personal=PERSON,
    )
    phones: Phones = protected(
        "Puhelinnumerot|Telefonnummer|Phones",
        "At most three numbers.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=PERSON,
    )
    email: EmailAddress = protected(
        "Sähköposti|E-post|E-mail",
        "E-mail address.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=PERSON,
        search=True,
        filter=True,
    )
    emergency_contact: ShortText = protected(
        "Lähiyhteyshenkilö|Närmaste kontakt|Emergency contact",
        "Whom to call in an emergency.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=PERSON,
    )
    representatives: ShortText = protected(
        "Edustajat|Företrädare|Representatives",
        "What is not in the representations: who else helps the person.",
        read=CARE,
        write=MODIFY_CARE,
        personal=PERSON,
    )
    safety_restriction: bool = protected(
        "Turvakielto|Spärrmarkering|Safety restriction",
        "Whether everything that tells where the person is must be masked; asked when a person comes in.",
        read=NAME,
        write=RESTRICT,
        required=True,
        personal=PERSON,
    )
    safety_review_on: date = protected(
        "Turvakiellon tarkistus|Spärrmarkeringens kontroll|Safety review",
        "When the restriction is reviewed, within a year.",
        read=NAME,
        write=RESTRICT,
        personal=OTHERS,
    )
    died_on: date = protected(
        "Kuolinpäivä|Dödsdag|Date of death",
        "When the person died: nobody logs in as the person or as a guardian any more, and no notices are sent.",
        read=NAME,
        write=RESTRICT,
        personal=OTHERS,
        filter=True,
    )
    processing_restriction: bool = protected(
        "Käsittelyn rajoitus|Begränsning av behandling|Processing restriction",
        "Whether processing is restricted (GDPR article 18); set and lifted through a request of the person.",
        write=NEVER,
    )
    confirmed_distinct: bool = protected(
        "Varmistettu eri henkilöksi|Bekräftad som en annan person|Confirmed as another person",
        "Whether somebody confirmed that the person is none of those with the same names, date of birth or contacts;"
        " asked when a client is created who may be there already (POSSIBLE_DUPLICATE).",
        read=NAME,
        write=MODIFY,
        personal=OTHERS,
    )
    merged_into: object = to_one(
        "client",
        "Yhdistetty asiakkaaseen|Sammanslagen med|Merged into",
        "The client as whom the person goes on, when two clients turned out to be one person.",
        read=AUDIT,
    )
    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", write=ASSIGN, required=True, filter=True
    )
    representations: object = to_many(
        "representation",
        "client_id",
        "Edustajat|Företrädare|Representations",
        "Who acts for the person, by which right.",
    )
    telling_refusals: object = to_many(
        "telling_refusal",
        "client_id",
        "Kertomiskiellot|Förbud mot att berätta|Telling refusals",
        "What the person keeps from guardians.",
    )
    relationships: object = to_many(
        "relationship", "client_id", "Asiakkuudet|Klientrelationer|Relationships", "The person in registers, each time."
    )
    benefit_payers: object = to_many(
        "benefit_payer", "client_id", "Etuuden maksajat|Förmånens utbetalare|Benefit payers", "By periods."
    )
    substitutions: object = to_many(
        "substitution", "client_id", "Sijaiset|Vikarier|Substitutions", "Coaches who stand in."
    )
    referrals: object = to_many("referral", "client_id", "Lähetteet|Remisser|Referrals", "How the person came.")
    programmes: object = to_many(
        "programme", "client_id", "Valmennusjaksot|Träningsperioder|Programmes", "The person's programmes."
    )
    contracts: object = to_many("contract", "client_id", "Sopimukset|Avtal|Contracts", "The person's contracts.")
    attendance: object = to_many(
        "attendance", "client_id", "Läsnäolot|Närvaro|Attendance", "The person's working days."
    )
    coaching_notes: object = to_many(
        "coaching_note",
        "client_id",
        "Valmennuskirjaukset|Träningsanteckningar|Coaching notes",
        "What is written of the coaching.",
    )
    goals: object = to_many("goal", "client_id", "Tavoitteet|Mål|Goals", "What the person wants to reach.")
    legal_holds: object = to_many(
        "legal_hold",
        "client_id",
        "Poistokiellot|Gallringsförbud|Legal holds",
        "Why the data may not be deleted yet.",
        read=AUDIT,
    )
