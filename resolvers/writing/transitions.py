"""What guards and effects share: refusals, the change of one column, and objects that a transition creates or moves."""

from typing import Any
from uuid import UUID

from tortoise.models import Model

from models.account import Account
from resolvers.context import Changes, Step, UnitOfWork
from resolvers.reading.signed_links import PDF, print_link
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import history_value
from resolvers.writing.copies import follow_source, take_copies
from resolvers.writing.creation import new_row
from resolvers.writing.history import next_revision, record_change


def transition_refused(code: str, *path: str, **facts: str) -> CommandRefused:
    """Return the refusal of a transition."""
    return CommandRefused(Problem(code, path or ("transition",), facts))


def set_column(row: Any, column: str, key: str, value: Any) -> Changes:
    """Set a column and return the change as history stores it; an empty one when the column had the value already."""
    before = getattr(row, column)
    if before == value:
        return {}
    setattr(row, column, value)
    return {key: {"before": history_value(before), "after": history_value(value)}}


async def create_related(step: Step | UnitOfWork, noun: str, **columns: Any) -> Model:
    """Create an object as part of a permitted command, and record it like any other."""
    type_ = step.context.content_types[noun]
    row: Any = new_row(step.context, type_)
    for column, value in columns.items():
        setattr(row, column, value)
    await take_copies(step.context, type_, row, step.db)
    await row.save(using_db=step.db, force_create=True)
    keys = {f.name: f.key for f in type_.fields.values() if not f.sealed}
    changes = {
        keys[c]: {"before": None, "after": history_value(v)} for c, v in columns.items() if c in keys and v is not None
    }
    await record_change(step.context, type_, row, "CREATE", changes, step.db)
    new: Model = row
    return new


async def move_to_state(
    step: Step | UnitOfWork, noun: str, row: Any, state: str, action: str, changes: Changes | None = None
) -> None:
    """Set the state of an object as part of a permitted command, and record the change."""
    changes = (changes or {}) | set_column(row, "state", "state", state)
    next_revision(step.context, row)
    await row.save(using_db=step.db)
    type_ = step.context.content_types[noun]
    await record_change(step.context, type_, row, action, changes, step.db)
    await follow_source(step.context, type_, row, changes, step.db)


async def check_another_person(step: Step, account: UUID) -> None:
    """
    Check that the caller is another person than the one behind an account, and not only another account.

    :raises CommandRefused: ANOTHER_PERSON
    """
    viewer = step.context.viewer
    is_same_person = account == viewer.account
    if not is_same_person and viewer.staff is not None:
        is_same_person = await Account.filter(pk=account, staff_id=viewer.staff).using_db(step.db).exists()
    if is_same_person:
        raise transition_refused("ANOTHER_PERSON")


def show_print_link(step: Step, form: str = PDF) -> Changes:
    """Show the caller once an address of what is printed or exported of the object, valid for ten minutes."""
    context, loaded = step.context, step.loaded
    link = print_link(context.keyring, loaded.type.noun, loaded.id, context.viewer.account, context.now, form)
    context.shown_once.append(link)
    return {}
