"""What guards and effects share: their shape, the change of one column, and objects made by a transition."""

from typing import Any

from tortoise.models import Model

from resolvers.context import Changes, Step, UnitOfWork
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import shown
from resolvers.writing.creation import created
from resolvers.writing.history import record


def refuse(code: str, *path: str, **facts: str) -> CommandRefused:
    """Return the refusal of a transition."""
    return CommandRefused(Problem(code, path or ("transition",), facts))


def changed(row: Any, column: str, key: str, value: Any) -> Changes:
    """Set a column and return the change as history keeps it; nothing when it was so already."""
    before = getattr(row, column)
    if before == value:
        return {}
    setattr(row, column, value)
    return {key: {"before": shown(before), "after": shown(value)}}


async def made(step: Step | UnitOfWork, noun: str, **columns: Any) -> Model:
    """Create an object as part of something that was permitted; it is recorded as any other."""
    type_ = step.context.content_types[noun]
    row: Any = created(step.context, type_)
    for column, value in columns.items():
        setattr(row, column, value)
    await row.save(using_db=step.db, force_create=True)
    named = {f.name: f.key for f in type_.fields.values() if not f.sealed}
    changes = {
        named[c]: {"before": None, "after": shown(v)} for c, v in columns.items() if c in named and v is not None
    }
    await record(step.context, type_, row, "CREATE", changes, step.db)
    new: Model = row
    return new


async def moved(
    step: Step | UnitOfWork, noun: str, row: Any, state: str, action: str, changes: Changes | None = None
) -> None:
    """Bring an object to a state as part of something that was permitted, and record it."""
    changes = (changes or {}) | changed(row, "state", "state", state)
    row.revision += 1
    row.modified_at, row.modified_by = step.context.now, step.context.viewer.account
    await row.save(using_db=step.db)
    await record(step.context, step.context.content_types[noun], row, action, changes, step.db)
