"""
The recycle bin: a discarded object leaves its table and all lists at once, and is restored or purged later.

Its last version is the only copy; the bin's entry contains nothing of it. Decision 0042.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.transactions import in_transaction
from uuid_utils.compat import uuid7

from auth.policy import effective_roles, roles_on_row
from models.bin_item import BinItem
from models.log import Outbox, SearchEntry, Version
from resolvers.context import (
    Changes,
    CommandContext,
    LoadedRow,
    PendingChange,
    Rulebook,
    Step,
)
from resolvers.declaration import ContentType
from resolvers.reading.loading import load_for_write
from resolvers.refusals import CommandRefused, Problem
from resolvers.retention.legal_holds import is_held_sql
from resolvers.writing.commands import CommandOutcome, loaded_for_command, run_once, stale_outcome
from resolvers.writing.constraints import problem_of_integrity_error
from resolvers.writing.copies import copied_values
from resolvers.writing.field_permissions import blocking_codes
from resolvers.writing.history import next_revision, record_change, stored_by_name
from resolvers.writing.idempotency import KeyedCommand
from resolvers.writing.references import is_listed
from resolvers.writing.settings import load_organisation_settings
from resolvers.writing.transitions import set_column, transition_refused
from workflow.bin_item import audience
from workflow.roles import Role
from workflow.vocabulary import MODIFY, VIEW

_BATCH = 100
# A legal hold or a processing restriction of the client also keeps the client's objects in the bin.
_NOT_HELD = (
    f"AND NOT {is_held_sql('b.client_id', '$1')}"
    " AND NOT EXISTS (SELECT FROM client c WHERE c.id = b.client_id AND c.processing_restriction)"
)
_DUE = (
    f"SELECT b.id FROM bin_item b WHERE b.purge_on <= $1 {_NOT_HELD} ORDER BY b.id"
    f" LIMIT {_BATCH} FOR UPDATE OF b SKIP LOCKED"
)
_ATTACHED = "SELECT count(*) AS n FROM attachment WHERE object_id = $1"


def roles_that_may_discard(type_: ContentType, state: str) -> frozenset[Role]:
    """Return the roles that may put an object in this state into the bin."""
    return type_.kind.workflow.disposable.get(state, frozenset())


def may_discard(context: CommandContext, loaded: LoadedRow, state: str) -> bool:
    """Return whether the caller may put a loaded object that is in this state into the bin, or restore it."""
    roles = effective_roles(context.viewer, loaded.type.kind, loaded.stored, MODIFY, loaded.facts)
    return bool(roles & roles_that_may_discard(loaded.type, state))


def check_discard(context: CommandContext, loaded: LoadedRow) -> None:
    """
    Check that the caller may put such an object into the bin in some state.

    :raises CommandRefused: WRONG_ROLE, or the code of what blocks a role that would suffice, such as
        PROCESSING_RESTRICTION
    """
    if not any(may_discard(context, loaded, state) for state in loaded.type.kind.workflow.disposable):
        kind, states = loaded.type.kind, loaded.type.kind.workflow.disposable.values()
        caller_roles = roles_on_row(context.viewer, kind, loaded.stored, loaded.facts)
        would_suffice = any(caller_roles & allowed for allowed in states)
        blocking = blocking_codes(context.viewer, kind, caller_roles, MODIFY, loaded.facts) if would_suffice else []
        if not blocking:
            raise CommandRefused(_wrong_role(frozenset().union(*states)))
        raise CommandRefused(*(Problem(code, ("id",)) for code in blocking))


def _wrong_role(roles: frozenset[Role]) -> Problem:
    return Problem("WRONG_ROLE", ("id",), {"roles": ", ".join(sorted(roles))})


async def discard(
    context: CommandContext, type_: ContentType, public_id: str, revision: int, comment: str | None, key: str | None
) -> CommandOutcome:
    """Put an object into the recycle bin; the outcome is its entry there, with the id of the object."""
    entry = context.content_types["bin_item"]

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        loaded = await loaded_for_command(context, type_, public_id, db)
        check_discard(context, loaded)
        if stale := await stale_outcome(context, loaded, revision, db):
            return replace(stale, type=entry, object_id=None)
        return CommandOutcome(entry, await discard_row(context, loaded, comment, db))

    asked = {"id": public_id, "revision": revision, "comment": comment}
    outcome = await run_once(context, entry, KeyedCommand(type_.noun, "delete", asked, key), command)
    return replace(outcome, about=type_, deleted_id=None if outcome.object_id is None else public_id)


async def discard_row(
    context: CommandContext, loaded: LoadedRow, comment: str | None, db: TransactionalDBClient
) -> UUID:
    """
    Put a loaded object into the bin and return the id of its entry.

    :raises CommandRefused: WRONG_STATE, WRONG_ROLE, COMMENT_REQUIRED, or IN_USE when something refers to the object
    """
    row: Any = loaded.row
    if not roles_that_may_discard(loaded.type, row.state):
        possible = ", ".join(sorted(loaded.type.kind.workflow.disposable))
        raise CommandRefused(Problem("WRONG_STATE", ("id",), {"state": row.state, "possible": possible}))
    if not may_discard(context, loaded, row.state):
        raise CommandRefused(_wrong_role(roles_that_may_discard(loaded.type, row.state)))
    if not (comment or "").strip():
        raise CommandRefused(Problem("COMMENT_REQUIRED", ("comment",)))
    is_listed_somewhere = await is_listed(context.content_types, loaded.type, row, db)
    if is_listed_somewhere or (await db.execute_query_dict(_ATTACHED, [row.pk]))[0]["n"]:
        raise CommandRefused(Problem("IN_USE", ("id",)))
    next_revision(context, row)
    await record_change(context, loaded.type, row, "DELETE", {}, db, comment=comment)
    entry = await _create_entry(context, loaded, db)
    try:
        await row.delete(using_db=db)
    except IntegrityError:
        raise CommandRefused(Problem("IN_USE", ("id",))) from None
    await SearchEntry.filter(object_id=row.pk).using_db(db).delete()
    return entry


async def _create_entry(context: CommandContext, loaded: LoadedRow, db: TransactionalDBClient) -> UUID:
    type_, row, account = loaded.type, loaded.stored, context.viewer.account
    reach = type_.kind.reach
    viewing_roles = type_.kind.workflow.roles(row["state"], VIEW)
    entry: Any = BinItem(
        id=uuid7(),
        state=audience(viewing_roles),
        revision=1,
        provenance="OWN",
        created_at=context.now,
        created_by=account,
        modified_at=context.now,
        modified_by=account,
        client_id=_value_of(row, reach.client),
        unit_id=_value_of(row, reach.unit),
        agency_id=_value_of(row, reach.agency),
        content_type=type_.noun,
        content_id=row["id"],
        purge_on=context.today + (await load_organisation_settings(db)).recycle_period,
    )
    await entry.save(using_db=db, force_create=True)
    await record_change(context, context.content_types["bin_item"], entry, "CREATE", {}, db)
    return UUID(str(entry.pk))


def _value_of(row: Mapping[str, Any], column: str | None) -> Any:
    return row[column] if column else None


async def restore_object(step: Step) -> Changes:
    """
    Restore the object of an entry as it was when it was deleted; its copied columns are those of today's sources.

    :raises CommandRefused: WRONG_ROLE for callers who may not delete such an object, REFERENCE_GONE when an object that
        it refers to no longer exists, or the code of a violated constraint
    """
    context, db = step.context, step.db
    type_ = context.content_types[step.row.content_type]
    version = await Version.filter(object_id=step.row.content_id).using_db(db).order_by("-revision").first()
    if version is None:
        raise transition_refused("NOT_FOUND", "id")
    row: Any = row_of_version(type_, stored_by_name(type_, version.stored))
    changes = await _follow_sources(step, type_, row)
    next_revision(context, row)
    await _check_references(step, type_, row)
    try:
        await row.save(using_db=db, force_create=True)
    except IntegrityError as refused:
        problem = problem_of_integrity_error(refused)
        raise CommandRefused(Problem(problem.code, ("id",), problem.facts)) from None
    loaded = await load_for_write(context, type_, UUID(str(row.pk)), db)
    if loaded is None or not may_discard(context, loaded, row.state):
        raise CommandRefused(_wrong_role(roles_that_may_discard(type_, row.state)))
    await record_change(context, type_, row, "RESTORE_DELETED", changes, db, comment=step.comment)
    return {}


async def _follow_sources(step: Step, type_: ContentType, row: Any) -> Changes:
    """Set the copied columns of a row that was away to what their sources have today, and return what changed."""
    keys = {f.column: f.key for f in type_.fields.values()}
    values = await copied_values(step.context, type_, row, step.db)
    followed = {c: v for c, v in values.items() if not row.copies[c].may_differ}
    return {k: v for c, value in followed.items() for k, v in set_column(row, c, keys.get(c, c), value).items()}


async def _check_references(step: Step, type_: ContentType, row: Model) -> None:
    """Run the rules on references without a foreign key: lists of ids, and the object of which the row is a part."""
    content: Any = row
    part_column = type_.part_of.column if type_.part_of and content.state in type_.part_of.states else None
    keys = {f.key for f in type_.fields.values() if f.value.sql == "uuid[]" and getattr(row, f.name)}
    keys |= {f.key for f in type_.fields.values() if f.column == part_column}
    change = PendingChange(step.context, row, keys, step.db)
    rules = step.context.rulebook.rules
    problems = [p for name in type_.rules if keys for p in await rules[name](change)]
    if problems:
        raise transition_refused("REFERENCE_GONE", "id")


def row_of_version(type_: ContentType, stored: Mapping[str, Any]) -> Model:
    """Return the row from which a version was made; a column that the version lacks has its default."""
    model_fields = type_.model._meta.fields_map
    columns = [name for name in type_.model._meta.fields_db_projection if name in stored]
    return type_.model(**{name: _parsed_value(model_fields[name], stored[name]) for name in columns})


def _parsed_value(stored: fields.Field[Any], value: Any) -> Any:
    """Return a stored value as a row has it: the inverse of `resolvers.writing.assignment.history_value`."""
    match stored:
        case _ if value is None:
            return None
        case fields.BinaryField():
            return bytes.fromhex(value)
        case fields.UUIDField():
            return UUID(value)
        case ArrayField():
            return [UUID(item) for item in value] if stored.SQL_TYPE == "UUID[]" else value
        case fields.JSONField():
            return value
    return stored.to_python_value(value)


async def purge_bin(context: CommandContext) -> int:
    """
    Purge the entries whose time in the bin is over, with all versions.

    Return how many objects were deleted for good.
    """
    count = 0
    while True:
        async with in_transaction() as db:
            batch = await db.execute_query_dict(_DUE, [context.today])
            due = await BinItem.filter(pk__in=[row["id"] for row in batch]).using_db(db)
            for item in due:
                about = {"noun": "bin_item", "object_id": item.pk, "revision": item.revision, "at": context.now}
                await Outbox.create(using_db=db, **about, event="bin_item.purge")
                await item.delete(using_db=db)  # its trigger deletes versions and history of the object
        count += len(batch)
        if len(batch) < _BATCH:
            return count


RECYCLE_BIN_RULES = Rulebook.of(
    effects=(restore_object,),
)
