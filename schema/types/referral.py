"""The referral: what an agency tells, and what came of it."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS, WRITER
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import (
    Code,
    EmailAddress,
    Line,
    LongText,
    Minutes,
    MunicipalityCode,
    PersonalIdentityCode,
    PersonName,
    PhoneNumber,
    Weekday,
)
from workflow.referral import referral
from workflow.vocabulary import (
    ADD,
    ASSIGN,
    CARE,
    CONTACT,
    IDENTITY,
    MODIFY,
    MODIFY_CARE,
    MODIFY_CONTACT,
    MODIFY_IDENTITY,
    NAME,
    RESTRICT,
)


@choice
class Basis(Enum):
    """On what basis the agency discloses, and is told, personal data."""

    CONSENT = "Suostumus|Samtycke|Consent"
    STATUTORY = "Laki|Lag|Statute"


@content_type(
    model=models.Referral,
    workflow=referral,
    plural="referrals",
    titles="Lähete|Remiss|Referral",
    subject="coalesce({0}.client_id, {0}.id)",
    forced={"agency_id": "agency"},
    rules=(
        "name_order",
        "identity_agrees",
        "referral_parties",
        "entered_by_staff",
        "withdrawal_stands",
    ),
    withheld=("entered_by",),
    attachable=CARE,
    attach_with=MODIFY_CARE,
)
class Referral:
    """A person referred by an agency; it stands alone until it is accepted and the person becomes a client."""

    agency: object = to_one(
        "agency",
        "Lähettävä taho|Remitterande part|Agency",
        "Who refers; an agency's own identity, named only by staff who type a paper referral.",
        write=ADD,
        filter=True,
    )
    official: object = to_one(
        "official",
        "Yhteyshenkilö|Kontaktperson|Official",
        "Who answers for it at the agency.",
        write=MODIFY,
        filter=True,
    )
    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "The unit that is asked.", write=ASSIGN, required=True, filter=True
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "The client, once it is accepted.", filter=True)
    register: object = to_one(
        "register", "Rekisteri|Register|Register", "The register the person comes into.", write=ASSIGN
    )
    responsible_coach: object = to_one(
        "staff_member",
        "Vastuuvalmentaja|Ansvarig coach|Responsible coach",
        "Who will coach; named before the start.",
        write=ASSIGN,
        filter=True,
    )
    first_names: PersonName = protected(
        "Etunimet|Förnamn|First names",
        "All first names.",
        read=NAME,
        write=MODIFY,
        required=True,
        personal=OTHERS,
        search=True,
    )
    last_name: PersonName = protected(
        "Sukunimi|Efternamn|Last name",
        "Last name.",
        read=NAME,
        write=MODIFY,
        required=True,
        personal=OTHERS,
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
        personal=OTHERS,
        sealed=True,
    )
    date_of_birth: date = protected(
        "Syntymäaika|Födelsedatum|Date of birth",
        "Must agree with the personal identity code.",
        read=IDENTITY,
        write=MODIFY_IDENTITY,
        personal=OTHERS,
    )
    phone: PhoneNumber = protected(
        "Puhelin|Telefon|Phone", "Phone of the person.", read=CONTACT, write=MODIFY_CONTACT, personal=OTHERS
    )
    email: EmailAddress = protected(
        "Sähköposti|E-post|E-mail", "E-mail address of the person.", read=CONTACT, write=MODIFY_CONTACT, personal=OTHERS
    )
    municipality: MunicipalityCode = protected(
        "Kotikunta|Hemkommun|Home municipality",
        "Home municipality.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=OTHERS,
        filter=True,
        vocabulary="municipality",
    )
    safety_restriction: bool = protected(
        "Turvakielto|Spärrmarkering|Safety restriction",
        "Whether the person is under a safety restriction; asked before a referral is sent. Masks the "
        "contacts at once.",
        read=NAME,
        write=MODIFY,
        personal=OTHERS,
    )
    service_code: Code = protected(
        "Haettu palvelu|Önskad tjänst|Service wanted",
        "Code of the service type that is asked for.",
        write=MODIFY,
        required=True,
        personal=OTHERS,
        filter=True,
    )
    goals: LongText = protected(
        "Tavoitteet|Mål|Goals", "What the referral aims at.", read=CARE, write=MODIFY_CARE, personal=OTHERS
    )
    background: LongText = protected(
        "Taustatiedot|Bakgrund|Background",
        "Health, situation and support so far: special categories of data.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    plan_kind: Code = protected(
        "Suunnitelman laji|Planens slag|Plan kind",
        "Which plan the service stands on.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
        vocabulary="plan_kind",
    )
    plan_reference: Line = protected(
        "Suunnitelman viite|Planens referens|Plan reference",
        "The agency's reference of the plan.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    decision_reference: Line = protected(
        "Päätöksen tai maksusitoumuksen viite|Beslutets referens|Decision reference",
        "Reference of the decision or voucher.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    payer: Line = protected(
        "Maksaja|Betalare|Payer", "Who pays for the service.", read=CARE, write=MODIFY_CARE, personal=OTHERS
    )
    wanted_start_on: date = protected(
        "Toivottu aloitus|Önskad start|Wanted start",
        "From when the service is wanted.",
        write=MODIFY,
        personal=OTHERS,
        filter=True,
    )
    days_per_week: Weekday = protected(
        "Päiviä viikossa|Dagar i veckan|Days a week",
        "Wanted intensity, 1–7 days a week.",
        write=MODIFY,
        personal=OTHERS,
    )
    minutes_per_day: Minutes = protected(
        "Minuutteja päivässä|Minuter om dagen|Minutes a day", "Wanted length of a day.", write=MODIFY, personal=OTHERS
    )
    basis: Basis = protected(
        "Peruste|Grund|Basis", "Consent of the person, or a statute.", write=MODIFY, personal=OTHERS, filter=True
    )
    statute: Code = protected(
        "Laki|Lag|Statute", "Which statute, when that is the basis.", write=MODIFY, personal=OTHERS, vocabulary="basis"
    )
    consent_given_on: date = protected(
        "Suostumus annettu|Samtycke givet|Consent given on",
        "Day of the person's consent.",
        write=MODIFY,
        personal=OTHERS,
    )
    consent_valid_until: date = protected(
        "Suostumus voimassa|Samtycke gäller till|Consent valid until",
        "Last day of the consent; empty: until withdrawn.",
        write=MODIFY,
        personal=OTHERS,
    )
    consent_withdrawn_on: date = protected(
        "Suostumus peruttu|Samtycke återkallat|Consent withdrawn on",
        "Day of withdrawal; it hides on the very next request and stands.",
        write=RESTRICT,
        personal=WRITER,
    )
    decision_reason: Code = protected(
        "Päätöksen syy|Beslutets orsak|Decision reason",
        "Why it was rejected or withdrawn.",
        personal=OTHERS,
        filter=True,
        vocabulary="referral_reject_reason",
    )
    received_at: datetime = protected(
        "Vastaanotettu|Mottagen|Received at",
        "When the unit received it, UTC; the clock runs from here.",
        filter=True,
        personal=OTHERS,
    )
    final_report_delivered_on: date = protected(
        "Loppuraportti toimitettu|Slutrapport levererad|Final report delivered on",
        "Day on which the agency got the final report.",
        write=ASSIGN,
        personal=OTHERS,
    )
    form_answers: object = to_many(
        "form_answer",
        "referral_id",
        "Vastaukset kysymyksiin|Svar på frågorna|Answers to its questions",
        "What was answered with it, and about the person in it later.",
    )
    programmes: object = to_many(
        "programme",
        "referral_id",
        "Valmennusjaksot|Träningsperioder|Programmes",
        "What the referral led to, as far as consent is in force.",
    )
