"""
Attendance: PLANNED → RECORDED → CONFIRMED → LOCKED; after LOCKED only rows that replace it. Source: rule R12.

A planned day reveals where a person will be, so only those who plan it see it. A past day is visible to the whole unit,
and to the agency as long as the consent is in force: as present or absent, because the reason may tell of the person's
health. Manager and finance see no person's day: they read counts of a contract by month. The days of a protected person
are the person's and the cleared's alone: past weekdays reveal the coming ones. Decision 0094.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import ClientRestriction, Workflow, grants, roles, state, transition
from workflow.vocabulary import VIEW

_TEAM = "coach supervisor"
_PRESENT = f"trainee {_TEAM} workplace"
_AGENCY = "official agency"

_HELD = grants(name=_PRESENT, schedule=_PRESENT, care=f"trainee {_TEAM}", audit="supervisor privacy_officer")
# The privacy officer, who judges what was written of the person and meets nobody, keeps the days that have been.
_DAYS = ClientRestriction("safety_restriction", frozenset({VIEW}), roles("trainee cleared privacy_officer"))
_PAST = _HELD | grants(view=f"{_PRESENT} colleague privacy_officer {_AGENCY}", name=f"{_PRESENT} colleague")

attendance = Workflow(
    noun="attendance",
    initial="PLANNED",
    add=roles(_TEAM),
    states={
        "PLANNED": state(
            "Suunniteltu|Planerad|Planned", _HELD, view=_PRESENT, modify=_PRESENT, modify_care=_TEAM, add=_TEAM
        ),
        "RECORDED": state("Kirjattu|Antecknad|Recorded", _PAST, modify=f"{_TEAM} workplace", modify_care=_TEAM),
        "CONFIRMED": state("Vahvistettu|Bekräftad|Confirmed", _PAST, modify="supervisor", modify_care=_TEAM),
        "LOCKED": state("Lukittu|Låst|Locked", _PAST),
    },
    transitions={
        "RECORD": transition(
            "Kirjaa|Anteckna|Record",
            "PLANNED",
            "RECORDED",
            _PRESENT,
            guards="code_given code_for_recorder day_has_come",
            effects="stamp_recorded",
        ),
        "CONFIRM": transition(
            "Vahvista|Bekräfta|Confirm", "RECORDED", "CONFIRMED", _TEAM, guards="absence_settled swap_paired"
        ),
        "LOCK": transition("Lukitse|Lås|Lock", "CONFIRMED", "LOCKED", "supervisor"),
    },
    restrictions=(SAFETY, _DAYS, PROCESSING, OUTSIDE),
)

PLANNED_DAY_STATES = attendance.subset("PLANNED")
PAST_DAY_STATES = attendance.subset("RECORDED CONFIRMED LOCKED")
LOCKED_DAY_STATES = attendance.subset("LOCKED")
RECORDED_DAY_STATES = attendance.subset("RECORDED")
