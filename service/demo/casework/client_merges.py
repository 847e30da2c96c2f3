"""Clients who were entered twice, and the merges of them in each state."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from models.ordering import sort_key
from service.demo.context import DemoContext
from service.demo.governance.forms import author_of
from service.demo.people.journeys import Journey
from workflow.calendar import finnish_day
from workflow.client import ACTIVE_CLIENT_STATES, MERGED_CLIENT_STATES
from workflow.client_merge import DONE_MERGE_STATES, UNDO_DAYS, client_merge

_MERGED_AGO = timedelta(days=UNDO_DAYS + 10)  # too long ago to be undone
_FIXED = {"PROPOSED": "merge_proposed"}


def add_client_merges(demo: DemoContext, clients: Sequence[Journey]) -> None:
    """Add a merge in each state; those that were withdrawn or undone are candidates again."""
    unit = clients[0].coach.unit
    served = [j for j in clients if j.state in ACTIVE_CLIENT_STATES and j.coach.unit == unit and j.relationship]
    supervisor, officer = author_of(demo, "supervisor"), author_of(demo, "privacy_officer")
    for number, (state, kept) in enumerate(zip(client_merge.states, served[4:], strict=False)):
        is_merged = state in DONE_MERGE_STATES
        at = demo.now - (_MERGED_AGO if is_merged else timedelta(days=3, hours=number))
        merged = _entered_twice(
            demo, kept, at - timedelta(hours=1), MERGED_CLIENT_STATES[0] if is_merged else "PROSPECT"
        )
        columns: dict[str, Any] = {"kept_id": kept.id, "merged_id": merged, "unit_id": unit}
        if is_merged:
            columns |= {"merged_at": at, "undo_until": finnish_day(at) + timedelta(days=UNDO_DAYS)}
        grounds = "Sama nimi ja syntymäaika; asiakas kertoi, että hänet on kirjattu kahdesti."
        fixed = _FIXED.get(state)
        demo.ledger.add(
            "client_merge", state, at, supervisor, decided_by=officer, fixed_id=fixed, grounds=grounds, **columns
        )


def _entered_twice(demo: DemoContext, kept: Journey, at: datetime, state: str) -> UUID:
    """Add a second client with the names and the day of birth of a client, and return the id."""
    person, client = kept.person, demo.ledger.new_id(at)
    columns: dict[str, Any] = {"merged_into_id": kept.id} if state in MERGED_CLIENT_STATES else {}
    demo.ledger.add(
        "client",
        state,
        at,
        kept.coach.author,
        id=client,
        unit_id=kept.coach.unit,
        first_names=person.first_names,
        last_name=person.last_name,
        sort_key=sort_key(person.last_name, person.first_names),
        date_of_birth=person.date_of_birth,
        **columns,
    )
    return client
