"""
Coaching group: ACTIVE → ENDED, a group that a unit keeps. Group member: VALID → ENDED, a client in a group.

A group is about nobody: whoever works in the unit sees and keeps it. Who is in it is told to those who may see where
that person is, and to nobody by the group.
"""

from workflow.client import PROCESSING, SAFETY
from workflow.language import Workflow, grants, roles, state, transition

_UNIT = "colleague supervisor"
_TEAM = "coach supervisor"
_SEEN = grants(view=_UNIT, audit="supervisor")
_IN_GROUP = grants(
    view=f"trainee guardian {_TEAM} privacy_officer",
    schedule=f"trainee guardian {_TEAM}",
    modify=_TEAM,
    add=_TEAM,
    audit="supervisor privacy_officer",
)

coaching_group = Workflow(
    noun="coaching_group",
    initial="ACTIVE",
    add=roles(_UNIT),
    states={
        "ACTIVE": state("Toiminnassa|Verksam|Active", _SEEN, add=_UNIT, modify=_UNIT),
        "ENDED": state("Päättynyt|Avslutad|Ended", _SEEN),
    },
    transitions={"END": transition("Päätä|Avsluta|End", "ACTIVE", "ENDED", "supervisor")},
    closed_to_new=("ENDED",),
)

group_member = Workflow(
    noun="group_member",
    initial="VALID",
    add=roles(_TEAM),
    states={
        "VALID": state("Voimassa|I kraft|Valid", _IN_GROUP),
        "ENDED": state(
            "Päättynyt|Avslutad|Ended",
            view=f"trainee guardian {_TEAM} privacy_officer",
            schedule=f"trainee guardian {_TEAM}",
            audit="supervisor privacy_officer",
        ),
    },
    transitions={"END": transition("Päätä|Avsluta|End", "VALID", "ENDED", _TEAM, effects="end_membership")},
    restrictions=(SAFETY, PROCESSING),
    closed_to_new=("ENDED",),
)

ENDED_GROUP_STATES = coaching_group.subset("ENDED")
