"""
Report: DRAFT → AT_HEARING → HEARD → APPROVED → DELIVERED. What the referring agency is told of the coaching.

It is drafted from goals, days and notes, shown to the person, approved by the supervisor, and frozen when it is
delivered. Who is told of it follows from the referral: its consent, or its statutory basis. The delivery of the final
report closes the referral.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import STAYS, Workflow, grants, roles, state, transition

_TEAM = "coach supervisor"
_PERSON = "trainee guardian"
_AGENCY = "official agency"
_AUDIT = "supervisor privacy_officer"

_HEARD = grants(view=f"{_TEAM} {_PERSON} privacy_officer", care=f"{_TEAM} {_PERSON}", audit=_AUDIT)

report = Workflow(
    noun="report",
    initial="DRAFT",
    add=roles(_TEAM),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft", view=_TEAM, care=_TEAM, modify_care=_TEAM, add=_TEAM, audit="supervisor"
        ),
        "AT_HEARING": state(
            "Asiakkaan kuultavana|Klienten hörs|The person is heard", _HEARD, modify=f"{_TEAM} {_PERSON}"
        ),
        "HEARD": state("Asiakasta kuultu|Klienten hörd|The person was heard", _HEARD),
        "APPROVED": state("Hyväksytty|Godkänd|Approved", _HEARD),
        "DELIVERED": state(
            "Toimitettu|Levererad|Delivered",
            view=f"{_TEAM} {_PERSON} {_AGENCY} privacy_officer",
            care=f"{_TEAM} {_PERSON} {_AGENCY}",
            audit=_AUDIT,
        ),
    },
    transitions={
        "SHOW": transition(
            "Näytä asiakkaalle|Visa för klienten|Show to the person",
            "DRAFT",
            "AT_HEARING",
            _TEAM,
            guards="report_written",
        ),
        "HEAR": transition(
            "Kirjaa kuulluksi|Anteckna som hörd|Record as heard",
            "AT_HEARING",
            "HEARD",
            f"{_TEAM} {_PERSON}",
            effects="stamp_heard",
        ),
        "APPROVE": transition("Hyväksy|Godkänn|Approve", "HEARD", "APPROVED", "supervisor", effects="stamp_approved"),
        "TAKE_BACK": transition(
            "Palauta luonnokseksi|Återta till utkast|Take back to draft",
            "AT_HEARING HEARD APPROVED",
            "DRAFT",
            _TEAM,
            comment=True,
            effects="forget_hearing",
        ),
        "DELIVER": transition(
            "Toimita|Leverera|Deliver",
            "APPROVED",
            "DELIVERED",
            _TEAM,
            guards="report_has_way_out",
            effects="freeze_report close_reported_referral",
        ),
        "PRINT": transition(
            "Tulosta|Skriv ut|Print",
            "APPROVED DELIVERED",
            STAYS,
            f"{_TEAM} {_PERSON} {_AGENCY}",
            guards="paper_opens",
            effects="link_print",
        ),
    },
    restrictions=(SAFETY, PROCESSING, OUTSIDE),
    disposable={"DRAFT": roles(_TEAM)},
    closed_to_new=("DELIVERED",),
)

DELIVERED_REPORT_STATES = report.subset("DELIVERED")
APPROVED_REPORT_STATES = report.subset("APPROVED DELIVERED")
HEARD_REPORT_STATES = report.subset("HEARD APPROVED DELIVERED")
