"""The personal data breach: what happened, its clock, what came of it; and the letters to the persons."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from schema.engine.language import choice, content_type, member, protected, to_one, value_object
from schema.engine.values import Code, Line, LongText, ShortText, id_of
from schema.types.account import AccountLanguage
from workflow import data_breach as workflows
from workflow.afterwards import TELLING
from workflow.vocabulary import ADD, AUDIT, CARE, MODIFY, MODIFY_CARE


@choice
class BreachRisk(Enum):
    """How likely a breach results in a risk to the rights and freedoms of persons. Source: GDPR articles 33 and 34."""

    UNLIKELY = "Riski on epätodennäköinen|Risken är osannolik|A risk is unlikely"
    RISK = "Riski|Risk|A risk"
    HIGH = "Korkea riski|Hög risk|A high risk"


@choice
class LetterExemption(Enum):
    """Why persons need not be told of a high risk one by one. Source: GDPR article 34(3)."""

    PROTECTED = "Tiedot olivat suojattuja|Uppgifterna var skyddade|The data was protected"
    AVERTED = "Korkea riski ei enää toteudu|Den höga risken är avvärjd|The high risk is averted"
    DISPROPORTIONATE = "Kerrottu julkisesti|Meddelat offentligt|Told in public"


@value_object
class BreachWords:
    """What the persons are told of a breach, in plain words of one language. Source: GDPR article 34(2)."""

    language: AccountLanguage = member("Kieli|Språk|Language", "In which language; each stands once.")
    nature: LongText = member("Mitä tapahtui|Vad som hände|What happened", "The nature of the breach.")
    consequences: LongText = member(
        "Mitä siitä voi seurata|Vad det kan leda till|What may follow", "The likely consequences for the person."
    )
    measures: LongText = member(
        "Mitä olemme tehneet|Vad vi har gjort|What we have done", "What was done, and what the person can do."
    )


@content_type(
    model=models.DataBreach,
    workflow=workflows.data_breach,
    plural="dataBreaches",
    titles="Tietoturvaloukkaus|Personuppgiftsincident|Data breach",
    default_order="due_at",
    rules=("breach_noticed", "breach_worded"),
)
class DataBreach:
    """A personal data breach: the authority is told of it within 72 hours, and the persons where the risk is high."""

    title: Line = protected("Otsikko|Rubrik|Title", "What it is called; no person's name.", write=MODIFY, required=True)
    what_happened: LongText = protected(
        "Mitä tapahtui|Vad som hände|What happened", "The facts of the breach.", read=CARE, write=MODIFY
    )
    noticed_at: datetime = protected(
        "Havaittu|Upptäckt|Noticed at",
        "When it became known, UTC; the 72 hours count from here.",
        write=MODIFY,
        required=True,
        filter=True,
        order=True,
    )
    due_at: datetime = protected(
        "Ilmoitettava viimeistään|Anmäls senast|Due at",
        "Until when the authority is told, UTC: 72 hours later, weekend or not.",
        filter=True,
        order=True,
    )
    reminded_at: datetime = protected("Muistutettu|Påmind|Reminded at", "When the service reminded of the end, UTC.")
    overdue_at: datetime = protected(
        "Määräaika ylittynyt|Tiden har gått ut|Overdue at",
        "When the service found the 72 hours over and nothing decided, UTC.",
        filter=True,
    )
    account_id: str = protected(
        "Tunnus|Konto|Account", "Whose looks it is about.", read=AUDIT, write=MODIFY, value=id_of("account")
    )
    application: Line = protected(
        "OAuth-asiakas|OAuth-klient|OAuth client", "The client whose looks it is about.", read=AUDIT, write=MODIFY
    )
    credential: Line = protected(
        "Tunniste|Token|Token",
        "Id of the token or of the session whose looks it is about, as the log has it.",
        read=AUDIT,
        write=MODIFY,
    )
    starts_at: datetime = protected("Alkaen|Från|Starts at", "From when the looks count, UTC.", write=MODIFY)
    ends_before: datetime = protected("Ennen|Före|Ends before", "Until when they count, UTC.", write=MODIFY)
    data_categories: LongText = protected(
        "Tietojen ryhmät|Kategorier av uppgifter|Categories of data", "Which kinds of data.", read=CARE, write=MODIFY
    )
    person_categories: LongText = protected(
        "Henkilöiden ryhmät|Kategorier av personer|Categories of persons", "Whose data.", read=CARE, write=MODIFY
    )
    persons_estimated: int = protected("Henkilöitä noin|Personer, cirka|Persons", "About how many.", write=MODIFY)
    records_estimated: int = protected("Tietueita noin|Poster, cirka|Records", "About how many.", write=MODIFY)
    consequences: LongText = protected(
        "Todennäköiset seuraukset|Sannolika följder|Likely consequences", "For the persons.", read=CARE, write=MODIFY
    )
    measures: LongText = protected("Toimet|Åtgärder|Measures", "Taken and planned.", read=CARE, write=MODIFY)
    risk: BreachRisk = protected("Riski|Risk|Risk", "How high the risk is.", write=MODIFY, filter=True)
    risk_reason: LongText = protected(
        "Riskin perustelu|Motivering av risken|Why this risk", "Why it is so high.", read=CARE, write=MODIFY
    )
    contact_point: ShortText = protected(
        "Yhteyspiste|Kontaktpunkt|Contact point", "Whom the persons may ask: name, phone, mail.", write=MODIFY
    )
    words: BreachWords = protected(
        "Sanat henkilöille|Ord till personerna|Words for the persons",
        "What the letters say, in each language that a person reads.",
        read=CARE,
        write=MODIFY,
    )
    reported_at: datetime = protected(
        "Ilmoitettu|Anmäld|Reported at", "When the authority was told, UTC.", write=MODIFY, filter=True
    )
    authority_reference: Line = protected(
        "Viranomaisen viite|Myndighetens referens|Reference", "The authority's reference.", write=MODIFY
    )
    delay_reason: LongText = protected(
        "Viivästyksen syy|Orsak till dröjsmålet|Reason of the delay",
        "Why the authority was told after the 72 hours.",
        read=CARE,
        write=MODIFY,
    )
    no_report_reason: LongText = protected(
        "Miksi ei ilmoiteta|Varför den inte anmäls|Why it is not reported", "The comment of that decision.", read=CARE
    )
    exemption: LetterExemption = protected(
        "Miksi ei kirjeitä|Varför inga brev|Why no letters", "Why persons get no letter.", write=MODIFY
    )
    exemption_reason: LongText = protected(
        "Perustelu|Motivering|Explanation", "The same in words.", read=CARE, write=MODIFY
    )
    persons_found: int = protected(
        "Henkilöitä lokissa|Personer i loggen|Persons in the log", "How many persons the log had at the last draft."
    )
    letters_drafted: int = protected(
        "Kirjeitä|Brev|Letters", "How many letters there were then; with fewer than persons, draft again."
    )


@content_type(
    model=models.BreachLetter,
    workflow=workflows.breach_letter,
    plural="breachLetters",
    titles="Kirje tietoturvaloukkauksesta|Brev om personuppgiftsincident|Letter about a breach",
    subject="coalesce({0}.client_id, {0}.referral_id, {0}.id)",
    rules=("letter_has_person",),
    withheld=("person_id",),
    survives=("breach", "language", "told_how", "told_on"),
    named_by=("created_at",),
)
class BreachLetter:
    """What one person is told of a breach: its nature, whom to ask, what may follow, what was done."""

    breach: object = to_one(
        "data_breach",
        "Loukkaus|Incident|Breach",
        "Of which breach.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
    )
    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Who is told; empty once erased.",
        write=ADD,
        filter=True,
        also_in=("ENDED",),
        afterwards=TELLING,
    )
    referral: object = to_one(
        "referral",
        "Lähete|Remiss|Referral",
        "The referral of a person who is no client yet.",
        write=ADD,
        filter=True,
        also_in=("REJECTED", "EXPIRED", "NO_SHOW", "WITHDRAWN", "CLOSED"),
        afterwards=TELLING,
    )
    representation: object = to_one(
        "representation",
        "Edustus|Företrädande|Representation",
        "Which guardian of a minor is told beside the minor; none: the person is.",
        filter=True,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", filter=True)
    language: AccountLanguage = protected(
        "Kieli|Språk|Language", "In which language the person is told.", write=ADD, required=True, filter=True
    )
    text: LongText = protected(
        "Teksti|Text|Text",
        "What the person is told, in plain words.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    told_how: Code = protected(
        "Miten kerrottu|Hur underrättad|Told how",
        "By which channel the person was told.",
        filter=True,
        vocabulary="request_channel",
    )
    told_on: date = protected(
        "Kerrottu|Underrättad|Told on",
        "When the person was told; the day of the transition unless it was said before.",
        write=MODIFY_CARE,
        filter=True,
    )
