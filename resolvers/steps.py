"""What guards and effects share: their shape, the change of one column, and objects made by a transition."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from resolvers.adding import created
from resolvers.loading import Loaded
from resolvers.problems import CommandRefused, Problem
from resolvers.recording import record
from resolvers.setting import shown

if TYPE_CHECKING:
    from resolvers.writing import Desk


@dataclass(frozen=True)
class Step:
    """One transition under way: who takes it, on what, with which comment and reason, in which transaction."""

    desk: "Desk"
    loaded: Loaded
    comment: str | None
    reason: str | None
    db: TransactionalDBClient

    @property
    def row(self) -> Any:
        """The object that moves."""
        return self.loaded.row


@dataclass(frozen=True)
class Work:
    """A desk and the transaction that is open at it: what is done outside a transition, by a rule or a chore."""

    desk: "Desk"
    db: TransactionalDBClient


Changes = dict[str, Any]
Guard = Callable[[Step], Awaitable[None]]
Effect = Callable[[Step], Awaitable[Changes]]


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


async def made(step: Step | Work, noun: str, **columns: Any) -> Model:
    """Create an object as part of something that was permitted; it is recorded as any other."""
    type_ = step.desk.register[noun]
    row: Any = created(step.desk, type_)
    for column, value in columns.items():
        setattr(row, column, value)
    await row.save(using_db=step.db, force_create=True)
    named = {f.name: f.key for f in type_.fields.values() if not f.sealed}
    changes = {
        named[c]: {"before": None, "after": shown(v)} for c, v in columns.items() if c in named and v is not None
    }
    await record(step.desk, type_, row, "CREATE", changes, step.db)
    new: Model = row
    return new


async def moved(
    step: Step | Work, noun: str, row: Any, state: str, action: str, changes: Changes | None = None
) -> None:
    """Bring an object to a state as part of something that was permitted, and record it."""
    changes = (changes or {}) | changed(row, "state", "state", state)
    row.revision += 1
    row.modified_at, row.modified_by = step.desk.now, step.desk.viewer.account
    await row.save(using_db=step.db)
    await record(step.desk, step.desk.register[noun], row, action, changes, step.db)
