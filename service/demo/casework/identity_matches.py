"""Clients of two units with one identity code, in each state of the match."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from models.ordering import sort_key
from service.demo.context import SYSTEM, DemoContext
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.identity_match import OPEN_MATCH_STATES, identity_match


def add_identity_matches(demo: DemoContext, clients: Sequence[Journey]) -> None:
    """Add a match in each state; as long as it is open, both clients have the code."""
    served = [journey for journey in clients if journey.state in ACTIVE_CLIENT_STATES]
    pairs = zip(identity_match.states, served[1:], served[2:], strict=False)
    for number, (state, earlier, other) in enumerate(pairs, start=1):
        at = demo.now - timedelta(days=number)
        later = _same_code(demo, earlier, at) if state in OPEN_MATCH_STATES else other.id
        columns: dict[str, Any] = {"client_id": later, "earlier_id": earlier.id, "noticed_at": at}
        demo.ledger.add("identity_match", state, at, SYSTEM, trail=False, **columns)


def _same_code(demo: DemoContext, earlier: Journey, at: Any) -> UUID:
    """Add a client in another unit with the code of an earlier one, and return the id."""
    unit = next(unit for unit in demo.units if unit != earlier.coach.unit)
    coach, person, client = demo.coaches[unit][0], earlier.person, demo.ledger.new_id(at)
    demo.ledger.add(
        "client",
        "PROSPECT",
        at,
        coach.author,
        id=client,
        unit_id=unit,
        first_names=person.first_names,
        last_name=person.last_name,
        sort_key=sort_key(person.last_name, person.first_names),
        date_of_birth=person.date_of_birth,
        identity_held=True,
        **demo.coded("client", client, person.identity_code),
    )
    return client
