"""The command that drafts absence reports for many people, which no declaration makes."""

from datetime import date
from typing import Any

import strawberry

from resolvers.declaration import ContentTypes
from resolvers.payers.absence_drafts import MOST_CONTRACTS, draft_absence_reports
from schema.engine.directives import Protected
from schema.engine.type_factory import IDEMPOTENCY_KEY, compiled_field, register_type
from schema.execution.commands import BatchCommand
from schema.execution.payloads import PayloadShape
from schema.queries.attendance import AttendanceScope
from schema.queries.batches import register_batch_payload
from workflow.vocabulary import MOVE

_PAYLOAD, _INPUT = "AbsenceReportBatchPayload", "DraftAbsenceReportsInput"
_WRITE = Protected(write=MOVE.name)


@strawberry.input(description="Whose absences are to be told, and up to which day.")
class DraftAbsenceReportsInput:
    """The absences of a scope up to a day."""

    scope: AttendanceScope = strawberry.field(
        description=f"Whose; at most {MOST_CONTRACTS} contracts with something to tell.", directives=[_WRITE]
    )
    until: date = strawberry.field(
        description="The last day of the two weeks; what was not told before is told too.", directives=[_WRITE]
    )


def report_batches(content_types: ContentTypes) -> dict[str, BatchCommand]:
    """Return the commands about many reports, by mutation name."""
    shape = PayloadShape(_PAYLOAD, content_types["absence_report"], "reports", several=True)
    return {"draftAbsenceReports": BatchCommand(shape, draft_absence_reports)}


def register_report_input() -> None:
    """Register what the command is given, before the fields that name it are built."""
    register_type(_INPUT, DraftAbsenceReportsInput)


def report_mutations() -> dict[str, tuple[Any, Any]]:
    """Return the mutation field of the command; its input is registered already."""
    register_batch_payload(
        _PAYLOAD,
        "The answer to drafting absence reports. (Vastaus)",
        of="AbsenceReport",
        key="reports",
        changed="The drafts that were made or continued.",
        refused="The contracts of whose absences nobody can be told yet, with the reasons.",
    )
    text = "Draft what the payers of benefits have not been told yet: one report a person, payer and two weeks."
    arguments = {"input": (_INPUT, "What to do."), **IDEMPOTENCY_KEY}
    return {"draft_absence_reports": (None, compiled_field(_PAYLOAD, text, arguments, _WRITE))}
