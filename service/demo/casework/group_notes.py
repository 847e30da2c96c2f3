"""The notes of the demo about one session of a group: signed, with one number alike."""

from datetime import timedelta
from typing import Any

from service.demo.context import DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES

_TEXT = "Ryhmässä harjoiteltiin työhaastattelua pareittain. Jokainen kertoi yhden vahvuutensa."
_PEOPLE = 4


def add_group_session(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add the notes about a session of yesterday of some people in the caseload of the coach who can log in."""
    there = [one for one in journeys if one.is_of_cast and one.relationship and one.state in ACTIVE_CLIENT_STATES]
    there = [one for one in there if one.number > 0 and one.started_on < demo.today][:_PEOPLE]
    at = demo.at(demo.today - timedelta(days=1), 14)
    number = demo.ledger.new_id(at).hex
    for first, journey in zip((True, *[False] * _PEOPLE), there, strict=False):
        own: dict[str, Any] = {"id": FIXED_IDS["note_to_share"]} if first else {}
        demo.ledger.add(
            "coaching_note",
            "SIGNED",
            at,
            journey.coach.author,
            relationship_id=journey.relationship,
            client_id=journey.id,
            unit_id=journey.coach.unit,
            kind="MEETING",
            occurred_at=at,
            body=_TEXT,
            visibility="TEAM",
            group_key=number,
            **own,
        )
