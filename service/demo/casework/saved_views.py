"""Saved views of the demo: of the coach who can log in, one of them shared with the unit."""

from typing import Any

from service.demo.context import DemoContext
from service.demo.people.journeys import Journey

_VIEWS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("Pian päättyvät sopimukset", "PRIVATE", "Contract", {"state": {"eq": "ACTIVE"}, "endsOn": {"lte": "today+30"}}),
    ("Luonnokset", "SHARED", "CoachingNote", {"state": {"eq": "DRAFT"}}),
    ("Kevään tavoitteet", "RETIRED", "Goal", {}),
)


def add_saved_views(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add a view in each state."""
    coach = next(one for one in journeys if one.is_of_cast).coach
    for name, state, about, conditions in _VIEWS:
        demo.ledger.add(
            "saved_view",
            state,
            demo.at(demo.today.replace(day=1), 9),
            coach.author,
            created_by=coach.author.account,
            unit_id=coach.unit,
            name=name,
            about=about,
            conditions=conditions,
        )
