"""
Data breach: NOTICED → ASSESSED → NOT_REPORTABLE | REPORTED → PERSONS_TOLD → CLOSED; letter: DRAFT → READY → TOLD.

The privacy officer keeps the record of a personal data breach, and the management reads it, without the account and the
token that it is about. A letter is made for each person whose data was disclosed. The privacy officer edits it; once it
is ready, the supervisor of the person's unit reads it too, because only the unit has the address. The person reads it
when it was told. Source: GDPR articles 33 and 34.
"""

from datetime import datetime, timedelta

from workflow.language import STAYS, Workflow, grants, roles, state, transition

REPORT_HOURS = 72  # Source: GDPR article 33(1)
REMIND_HOURS = 24  # this long before the end the privacy officers are reminded
MOST_DAYS_AGO = 366  # a breach that was noticed longer ago is mostly a mistake in the year
MOST_REPORT_DAYS = 366  # the longest period of the log that one report covers
MOST_LETTERS = 500  # letters that one command makes or moves

_OFFICER = "privacy_officer"
_UNDECIDED = "NOTICED ASSESSED"
_OPEN = f"{_UNDECIDED} REPORTED"


def due_at(noticed_at: datetime) -> datetime:
    """
    Return the moment until which the authority must be told: 72 hours after the breach was noticed.

    Hours run through nights, weekends and holidays. Regulation (EEC, Euratom) 1182/71, article 3, would leave out the
    hour that had begun, and so end later; the service keeps to the earlier moment. Source: GDPR article 33(1).
    """
    return noticed_at + timedelta(hours=REPORT_HOURS)


_SEEN = grants(view=f"{_OFFICER} manager", audit=_OFFICER, care=_OFFICER)
_WORKED_ON = _SEEN | grants(modify=_OFFICER)

data_breach = Workflow(
    noun="data_breach",
    initial="NOTICED",
    add=roles(_OFFICER),
    states={
        "NOTICED": state("Havaittu|Upptäckt|Noticed", _WORKED_ON, add=_OFFICER),
        "ASSESSED": state("Arvioitu|Bedömd|Assessed", _WORKED_ON),
        "NOT_REPORTABLE": state("Ei ilmoiteta|Anmäls inte|Not reportable", _SEEN),
        "REPORTED": state("Ilmoitettu viranomaiselle|Anmäld till myndigheten|Reported", _WORKED_ON),
        "PERSONS_TOLD": state("Henkilöille kerrottu|Personerna underrättade|Persons told", _SEEN),
        "CLOSED": state("Suljettu|Avslutad|Closed", _SEEN),
    },
    transitions={
        "ASSESS": transition(
            "Kirjaa arvio|Anteckna bedömningen|Assess",
            "NOTICED",
            "ASSESSED",
            _OFFICER,
            guards="breach_assessed",
            awaited=True,
        ),
        "NOT_REPORT": transition(
            "Jätä ilmoittamatta|Låt bli att anmäla|Do not report",
            "ASSESSED",
            "NOT_REPORTABLE",
            _OFFICER,
            comment=True,
            guards="risk_unlikely",
            effects="note_no_report",
        ),
        "REPORT": transition(
            "Ilmoita viranomaiselle|Anmäl till myndigheten|Report",
            _UNDECIDED,
            "REPORTED",
            _OFFICER,
            guards="report_recorded delay_explained",
        ),
        "DRAFT_LETTERS": transition(
            "Luonnostele kirjeet|Skriv utkast till breven|Draft the letters",
            f"{_OPEN} PERSONS_TOLD",
            STAYS,
            _OFFICER,
            guards="breach_in_log",
            effects="draft_letters",
        ),
        "READY_LETTERS": transition(
            "Merkitse kirjeet valmiiksi|Markera breven som färdiga|The letters are ready",
            f"{_OPEN} PERSONS_TOLD",
            STAYS,
            _OFFICER,
            effects="ready_letters",
        ),
        "TELL_IN_SERVICE": transition(
            "Kerro palvelussa|Underrätta i tjänsten|Tell in the service",
            f"{_OPEN} PERSONS_TOLD",
            STAYS,
            _OFFICER,
            effects="tell_in_service",
        ),
        "TELL_PERSONS": transition(
            "Totea henkilöille kerrotuksi|Anteckna att personerna underrättats|Persons were told",
            "REPORTED",
            "PERSONS_TOLD",
            _OFFICER,
            guards="breach_assessed letters_settled",
        ),
        "CLOSE": transition(
            "Sulje|Avsluta|Close",
            "NOT_REPORTABLE REPORTED PERSONS_TOLD",
            "CLOSED",
            _OFFICER,
            guards="breach_assessed persons_need_no_letter",
        ),
        "REOPEN": transition(
            "Avaa uudelleen|Öppna igen|Reopen", "NOT_REPORTABLE CLOSED", "ASSESSED", _OFFICER, comment=True
        ),
    },
    closed_to_new=("CLOSED",),
)

_DRAFTED = grants(view=_OFFICER, care=_OFFICER, modify_care=_OFFICER, audit=_OFFICER)
_GIVEN = "privacy_officer supervisor"
_TOLD = f"{_GIVEN} trainee guardian"  # a guardian reads the own letter alone

breach_letter = Workflow(
    noun="breach_letter",
    initial="DRAFT",
    add=roles(_OFFICER),
    states={
        "DRAFT": state("Luonnos|Utkast|Draft", _DRAFTED, add=_OFFICER),
        "READY": state("Valmis annettavaksi|Färdigt att ges|Ready", _DRAFTED, view=_GIVEN, care=_GIVEN),
        "TOLD": state("Kerrottu|Underrättad|Told", view=_TOLD, care=_TOLD, audit=_OFFICER),
        "NOT_TOLD": state("Ei kerrota|Underrättas inte|Not told", view=_OFFICER, care=_OFFICER, audit=_OFFICER),
        "ERASED": state("Poistettu|Raderat|Erased", view=_OFFICER, audit=_OFFICER),
    },
    transitions={
        "READY": transition("Merkitse valmiiksi|Markera som färdigt|Ready", "DRAFT", "READY", _OFFICER),
        "WITHDRAW": transition("Palauta luonnokseksi|Gör till utkast igen|Withdraw", "READY", "DRAFT", _OFFICER),
        "TELL": transition(
            "Merkitse kerrotuksi|Markera som underrättad|Told",
            "DRAFT READY",
            "TOLD",
            "privacy_officer supervisor",
            reason="request_channel",
            guards="person_can_be_told",
            effects="note_telling",
        ),
        "NOT_TELL": transition(
            "Jätä kertomatta|Underrätta inte|Do not tell", "DRAFT READY", "NOT_TOLD", _OFFICER, comment=True
        ),
    },
    by_service=("ERASED",),
)

UNDECIDED_BREACH_STATES = data_breach.subset(_UNDECIDED)
NOT_REPORTABLE_STATES = data_breach.subset("NOT_REPORTABLE")
REPORTED_BREACH_STATES = data_breach.subset("REPORTED")
WAITING_LETTER_STATES = breach_letter.subset("DRAFT READY")
DRAFT_LETTER_STATES = breach_letter.subset("DRAFT")
READY_LETTER_STATES = breach_letter.subset("READY")
TOLD_LETTER_STATES = breach_letter.subset("TOLD")
ONCE_TOLD_LETTER_STATES = breach_letter.subset("TOLD ERASED")
