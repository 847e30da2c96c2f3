"""
Attendance: PLANNED → RECORDED → CONFIRMED → LOCKED; after LOCKED only rows that replace it. Source: rule R12.

A planned day reveals where a person will be, so only those who plan it see it; on the day itself a colleague of the
unit does too, who may then record that the person is there or is away. A past day is visible to the whole unit, and to
the agency as long as the consent is in force: as present or absent, because the reason may tell of the person's health.
Manager and finance see no person's day: they read counts of a contract by month. The days of a protected person are the
person's and the cleared's alone: past weekdays reveal the coming ones. Decisions 0094 and 0196.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import ClientRestriction, States, Workflow, grants, roles, state, transition
from workflow.vocabulary import MODIFY, NAME, VIEW

_TEAM = "coach supervisor"
_PRESENT = f"trainee {_TEAM} workplace"
_AGENCY = "official agency"

_HELD = grants(
    name=f"{_PRESENT} guardian",
    schedule=f"{_PRESENT} guardian",
    care=f"trainee guardian {_TEAM}",
    audit="supervisor privacy_officer",
)
# The privacy officer, who judges what was written of the person and meets nobody, keeps the days that have been.
_DAYS = ClientRestriction("safety_restriction", frozenset({VIEW}), roles("trainee cleared privacy_officer"))
# A colleague stands in for a coach who is ill: on the day itself, for whether the person is there.
_TODAY = ClientRestriction(
    "not_today",
    frozenset({VIEW, NAME, MODIFY}),
    roles(f"{_PRESENT} guardian cleared emergency support request_handler"),
    of_row=f"({States(('PLANNED',)).sql('{alias}.state')} AND {{alias}}.day <> {{today}})",
)
_PAST = _HELD | grants(
    view=f"{_PRESENT} guardian colleague privacy_officer {_AGENCY}", name=f"{_PRESENT} guardian colleague"
)

attendance = Workflow(
    noun="attendance",
    initial="PLANNED",
    add=roles(_TEAM),
    states={
        "PLANNED": state(
            "Suunniteltu|Planerad|Planned",
            _HELD,
            view=f"{_PRESENT} guardian colleague",
            name=f"{_PRESENT} guardian colleague",
            modify=f"{_PRESENT} colleague",
            modify_care=_TEAM,
            add=_TEAM,
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
            f"{_PRESENT} colleague",
            guards="month_open code_given code_for_recorder day_has_come fields_agree",
            effects="stamp_recorded",
        ),
        "CONFIRM": transition(
            "Vahvista|Bekräfta|Confirm",
            "RECORDED",
            "CONFIRMED",
            _TEAM,
            guards="month_open absence_settled swap_paired fields_agree",
        ),
        "LOCK": transition(
            "Lukitse|Lås|Lock",
            "CONFIRMED",
            "LOCKED",
            "supervisor",
            guards="absence_settled swap_paired fields_agree",  # a confirmed day may still be changed
        ),
    },
    restrictions=(SAFETY, _DAYS, PROCESSING, OUTSIDE, _TODAY),
    disposable={"PLANNED": roles(_TEAM)},  # a day that was planned by mistake goes, with a word why
)

# The coaching team decides on the reason of an absence; everybody else records that somebody is there, or is away.
DECIDING_ROLES = roles(_TEAM)
PLANNED_DAY_STATES = attendance.subset("PLANNED")
PAST_DAY_STATES = attendance.subset("RECORDED CONFIRMED LOCKED")
LOCKED_DAY_STATES = attendance.subset("LOCKED")
RECORDED_DAY_STATES = attendance.subset("RECORDED")
UNLOCKED_DAY_STATES = attendance.subset("PLANNED RECORDED CONFIRMED")
CONFIRMED_DAY_STATES = attendance.subset("CONFIRMED")
UNSETTLED_DAY_STATES = attendance.subset("RECORDED CONFIRMED")  # what was recorded may still be changed
