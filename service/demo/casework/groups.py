"""A coaching group of the demo, with people of the caseload of the coach who can log in."""

from service.demo.context import DemoContext
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.coaching_group import ENDED_GROUP_STATES

_PEOPLE = 8


def add_group(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add a group that works, with its people, one of whom has left, and a group that has ended."""
    there = [one for one in journeys if one.is_of_cast and one.relationship and one.state in ACTIVE_CLIENT_STATES]
    coach = there[0].coach
    for name, state, fixed_id in (("Puutyöryhmä", "ACTIVE", "group"), ("Kevään keittiöryhmä", "ENDED", None)):
        group = demo.ledger.add(
            "coaching_group",
            state,
            demo.at(demo.today.replace(day=1), 9),
            coach.author,
            fixed_id=fixed_id,
            unit_id=coach.unit,
            name=name,
            coach_id=coach.id,
        )
        for number, journey in enumerate(there[:_PEOPLE]):
            has_left = state in ENDED_GROUP_STATES or number == _PEOPLE - 1
            starts_on = min(max(journey.started_on, demo.today.replace(day=1)), demo.today)
            demo.ledger.add(
                "group_member",
                "ENDED" if has_left else "VALID",
                demo.at(starts_on, 10),
                coach.author,
                coaching_group_id=group["id"],
                client_id=journey.id,
                unit_id=coach.unit,
                starts_on=starts_on,
                ends_before=demo.today if has_left else None,
            )
