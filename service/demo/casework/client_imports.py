"""Imports of clients of the demo: one in each state. None has a file: the worker says so of those that wait for it."""

from datetime import timedelta
from typing import Any

from models.vocabulary import refusals
from service.demo.context import DemoContext
from service.demo.ledger import Author
from workflow.client_import import (
    COUNTED_IMPORT_STATES,
    ENDED_IMPORT_STATES,
    REFUSED_IMPORT_STATES,
    client_import,
)

_COUNTS = {"lines_expected": 12, "lines_read": 12, "written": 10, "unchanged": 1, "refused": 1}
_REFUSED = {"refusal": "FILE_COLUMN_UNKNOWN", "refusal_line": 1, "refusal_names": ["Väri"]}


def add_client_imports(demo: DemoContext, supervisor: Author) -> None:
    """Add an import in each state, with a refused line where lines were counted."""
    for number, state in enumerate(client_import.states):
        at = demo.now - timedelta(days=20 - number)
        told: dict[str, Any] = {}
        if state != client_import.initial:
            told = {"asked_by": supervisor.account, "asked_by_name": supervisor.name, "asked_at": at}
        told |= _COUNTS if state in COUNTED_IMPORT_STATES else {}
        told |= _REFUSED if state in REFUSED_IMPORT_STATES else {}
        told |= {"ended_at": at + timedelta(hours=1)} if state in ENDED_IMPORT_STATES else {}
        row = demo.ledger.add("client_import", state, at, supervisor, trail=False, unit_id=demo.units[0], **told)
        if state in COUNTED_IMPORT_STATES:
            _add_refusal(demo, row["id"], supervisor)


def _add_refusal(demo: DemoContext, client_import_id: Any, supervisor: Author) -> None:
    demo.ledger.add(
        "import_refusal",
        "REPORTED",
        demo.now - timedelta(days=1),
        supervisor,
        trail=False,
        client_import_id=client_import_id,
        unit_id=demo.units[0],
        line=7,
        field="dateOfBirth",
        code="DATE_MALFORMED",
        reason=refusals()["DATE_MALFORMED"].fi,
    )
