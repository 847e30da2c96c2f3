"""The command that writes one note about a session of a group."""

from datetime import datetime
from typing import Any

import strawberry

from resolvers.casework.group_notes import MOST_CLIENTS, create_group_note
from resolvers.declaration import ContentTypes
from schema.engine.directives import Protected
from schema.engine.type_factory import IDEMPOTENCY_KEY, compiled_field, register_type
from schema.execution.commands import BatchCommand
from schema.execution.payloads import PayloadShape
from schema.queries.batches import register_batch_payload
from schema.types.coaching_note import NoteKind, NoteVisibility
from workflow.vocabulary import ADD

_NOUN = "coaching_note"
_PAYLOAD = "GroupNotePayload"


def _given(text: str, permission: str = "modify_care", **options: Any) -> Any:
    return strawberry.field(description=text, directives=[Protected(write=permission)], **options)


@strawberry.input(description="A note about a session of a group.")
class CreateGroupNoteInput:
    """A draft for each person; whoever is named has one open relationship that the caller may write about."""

    client_ids: list[strawberry.ID] = _given(f"Who was there, at most {MOST_CLIENTS}, each once.", ADD.name)
    kind: NoteKind = _given("What it is about.")
    occurred_at: datetime = _given("When it happened, UTC.")
    body: str | None = _given(
        "The note, at most 10,000 characters; alike for everybody, so it names nobody.", default=None
    )
    goal_ids: list[strawberry.ID] | None = _given(
        "Goals of the people who were there; each stands in the note of whose goal it is.", default=None
    )
    visibility: NoteVisibility | None = _given("Who reads each note once it is signed.", default=None)
    mentions_third_person: bool | None = _given("Whether it tells of somebody else.", default=None)


def register_group_note_input() -> None:
    """Register what the command is given, before the field that names it is built."""
    register_type("CreateGroupNoteInput", CreateGroupNoteInput)


def group_note_batches(content_types: ContentTypes) -> dict[str, BatchCommand]:
    """Return the command by its mutation name."""
    shape = PayloadShape(_PAYLOAD, content_types[_NOUN], "notes", several=True)
    return {"createGroupNote": BatchCommand(shape, create_group_note)}


def group_note_mutations() -> dict[str, tuple[Any, Any]]:
    """Return the mutation field of the command; its input is registered already."""
    register_batch_payload(
        _PAYLOAD,
        "The answer to a note about a group. (Vastaus)",
        of="CoachingNote",
        key="notes",
        changed="The drafts that were made, one for each person.",
        refused="The people who cannot be written about; then no note was made.",
    )
    arguments = {"input": ("CreateGroupNoteInput", "What was noted, and of whom."), **IDEMPOTENCY_KEY}
    text = "Create a draft of a note for each person of a group, all or none."
    return {"create_group_note": (None, compiled_field(_PAYLOAD, text, arguments, Protected(write=ADD.name)))}
