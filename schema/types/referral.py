"""The referral: what an agency tells, and what came of it."""

# A declaration is a table: one field, one line.

from datetime import date, datetime

import models
from resolvers.declaration import OTHERS, WRITER
from resolvers.value import Named
from schema.engine.language import content_type, protected, to_many, to_one
from schema.engine.values import (
    Code,
    DateOfBirth,
    EmailAddress,
    FirstNames,
    Line,
    LongText,
    Minutes,
    MunicipalityCode,
    PersonalIdentityCode,
    PersonName,
    PhoneNumber,
    Weekday,
)
from schema.types.consent import Basis
from workflow.afterwards import RETURNING
from workflow.referral import referral
from workflow.vocabulary import (
    ADD,
    ASSIGN,
    CARE,
    CONTACT,
    DECISION,
    IDENTITY,
    MODIFY,
    MODIFY_CARE,
    MODIFY_CONTACT,
    MODIFY_IDENTITY,
    NAME,
    RESTRICT,
)


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
        "waitlist_day",
        "client_is_the_person",
    ),
    withheld=("entered_by",),
    attachable=CARE,
    awaits_files=True,
    attach_with=MODIFY_CARE,
)
class Referral:
    """A person referred by an agency; it stands alone until it is accepted and the person becomes a client."""

    agency: object = to_one(
        "agency", "Lähettävä taho|Remitterande part|Agency", "Who refers; staff name it.", write=ADD, filter=True
    )
    official: object = to_one(
        "official", "Yhteyshenkilö|Kontaktperson|Official", "Who answers for it there.", write=MODIFY, filter=True
    )
    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "The unit that is asked.", write=ASSIGN, required=True, filter=True
    )
    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "The client, once it is accepted; the unit may name one of its own before, where the person is known already.",
        write=ASSIGN,
        filter=True,
        also_in=("ENDED",),
        afterwards=RETURNING,
    )
    confirmed_distinct: bool = protected(
        "Varmistettu eri henkilöksi|Bekräftad som en annan person|Confirmed as another person",
        "What the unit decided when the person may be a client already (REFERRED_DUPLICATE): true, it is another one;"
        " false, perhaps the same, whom a merge makes one.",
        read=DECISION,
        write=ASSIGN,
        personal=OTHERS,
    )
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
    first_names: FirstNames = protected(
        "Etunimet|Förnamn|First names",
        "All first names; none where the person has one name, which is the last name.",
        read=NAME,
        write=MODIFY,
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
    date_of_birth: DateOfBirth = protected(
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
        names=Named.SERVICE_TYPE,
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
        names=Named.REFERRAL_REASON,
    )
    submitted_at: datetime = protected(
        "Lähetetty|Skickad|Submitted at", "When it was sent, UTC.", filter=True, personal=OTHERS
    )
    due_on: date = protected(
        "Vastattava viimeistään|Besvaras senast|Due on",
        "Last day for the unit's answer, a working day; empty while nothing waits for the unit. Overdue: before today.",
        filter=True,
        order=True,
        order_column="due_order",
        personal=OTHERS,
    )
    answer_days_left: int = protected(
        "Vastausaikaa jäljellä|Svarstid kvar|Answer days left", "Days left, while the unit waits.", personal=OTHERS
    )
    waitlist_until: date = protected(
        "Paikka jonossa säilyy|Plats i kön till|Waitlist until",
        "Last day of the place in the queue; the day after, the referral expires. Told two weeks before.",
        write=ASSIGN,
        filter=True,
        personal=OTHERS,
    )
    received_at: datetime = protected(
        "Vastaanotettu|Mottagen|Received at", "When the unit received it, UTC.", filter=True, personal=OTHERS
    )
    final_report_delivered_on: date = protected(
        "Loppuraportti toimitettu|Slutrapport levererad|Final report delivered on",
        "Day on which the agency got the final report; set by its delivery.",
        personal=OTHERS,
    )
    form_answers: object = to_many(
        "form_answer",
        "referral_id",
        "Vastaukset kysymyksiin|Svar på frågorna|Answers to its questions",
        "What was answered with it, and about the person in it later.",
    )
    proposals: object = to_many(
        "proposal",
        "referral_id",
        "Ehdotukset|Förslag|Proposals",
        "What the unit proposed, and what the agency decided.",
    )
    reports: object = to_many("report", "referral_id", "Raportit|Rapporter|Reports", "The reports that answer it.")
    programmes: object = to_many(
        "programme",
        "referral_id",
        "Valmennusjaksot|Träningsperioder|Programmes",
        "What the referral led to, as far as consent is in force.",
    )
