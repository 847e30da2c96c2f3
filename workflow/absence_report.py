"""
Absence report: DRAFT → READY → SENT → ACKNOWLEDGED → CORRECTED. What the payer of a benefit is told of absences.

A report is about one person, one payer and two weeks. While it is a draft, absences are added to it; what is READY or
SENT never changes. When a day that was reported turns out otherwise, a row of a following report says so, and the
earlier report becomes CORRECTED once that one is sent. Source: rules R10 and R11.
"""

from datetime import date, timedelta

from workflow.calendar import working_day_from
from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import STAYS, Workflow, grants, state, transition
from workflow.vocabulary import CARE, VIEW

REPORTED_DAYS = 14  # of one report. Source: product.md, "Absence report interval 14 days"
DUE_AFTER = timedelta(days=14)  # after the last day of the period. Source: rule R11

_TEAM = "coach supervisor"
_PERSON = "trainee guardian"
_TOLD = grants(view=f"{_PERSON} {_TEAM} privacy_officer", care=f"{_PERSON} {_TEAM}", audit="supervisor privacy_officer")
_OWN = grants(view=_TEAM, care=_TEAM, audit="supervisor")
_DAYS = SAFETY.also(VIEW, CARE)  # past weekdays reveal the coming ones, as of attendance itself. Decision 0094

absence_report = Workflow(
    noun="absence_report",
    initial="DRAFT",
    states={
        "DRAFT": state("Luonnos|Utkast|Draft", _OWN),
        "READY": state("Valmis lähetettäväksi|Klar att skickas|Ready", _OWN),
        "SENT": state("Lähetetty|Skickad|Sent", _TOLD, modify=_TEAM),
        "ACKNOWLEDGED": state("Vastaanotto kuitattu|Mottagandet kvitterat|Acknowledged", _TOLD),
        "CORRECTED": state("Korjattu myöhemmällä|Rättad av en senare|Corrected", _TOLD),
    },
    transitions={
        "PREPARE": transition(
            "Merkitse valmiiksi|Märk som klar|Mark as ready", "DRAFT", "READY", _TEAM, guards="absences_current"
        ),
        "TAKE_BACK": transition(
            "Palauta luonnokseksi|Återta till utkast|Take back to draft", "READY", "DRAFT", _TEAM, comment=True
        ),
        "SEND": transition(
            "Lähetä|Skicka|Send",
            "READY",
            "SENT",
            _TEAM,
            guards="absences_current earlier_reports_sent payer_has_way_out",
            effects="stamp_absences_sent mark_corrected",
        ),
        "PRINT": transition(
            "Tulosta|Skriv ut|Print",
            "READY SENT ACKNOWLEDGED CORRECTED",
            STAYS,
            _TEAM,
            guards="without_comment payer_has_way_out",
            effects="link_print",
        ),
        "ACKNOWLEDGE": transition(
            "Kirjaa vastaanotto|Anteckna mottagandet|Record the receipt",
            "SENT",
            "ACKNOWLEDGED",
            _TEAM,
            effects="stamp_acknowledged",
        ),
    },
    restrictions=(_DAYS, PROCESSING, OUTSIDE),
    by_service=("CORRECTED",),
)

# A row of a report: what the payer is told of one day. It is written once.
reported_absence = Workflow(
    noun="reported_absence",
    initial="LISTED",
    states={"LISTED": state("Ilmoituksella|I rapporten|Listed", _TOLD)},
    restrictions=(_DAYS, PROCESSING, OUTSIDE),
)

DRAFT_ABSENCE_REPORT_STATES = absence_report.subset("DRAFT")
PRINTED_ABSENCE_REPORT_STATES = absence_report.subset("READY SENT ACKNOWLEDGED CORRECTED")
ACKNOWLEDGED_ABSENCE_REPORT_STATES = absence_report.subset("ACKNOWLEDGED")
TOLD_ABSENCE_REPORT_STATES = absence_report.subset("SENT ACKNOWLEDGED CORRECTED")
UNTOLD_ABSENCE_REPORT_STATES = absence_report.subset("DRAFT READY")
CORRECTED_ABSENCE_REPORT_STATES = absence_report.subset("CORRECTED")


def report_due_on(ends_on: date) -> date:
    """Return by when the absences of a period are told: a working day, at the earliest 14 days after the last one."""
    return working_day_from(ends_on + DUE_AFTER)


def period_of_report(until: date, last_told: date | None) -> tuple[date, date]:
    """Return first and last day of a report: two weeks up to `until`, or the rest of them after an earlier report."""
    first = until - timedelta(days=REPORTED_DAYS - 1)
    if last_told is not None and first <= last_told < until:
        first = last_told + timedelta(days=1)
    return first, until
