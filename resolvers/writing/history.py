"""Record a write in its own transaction: history, version, search text and outbox."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.fields.data import BinaryField
from tortoise.models import Model

from auth.policy import allowed
from models.log import History, Version
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType
from resolvers.reading.sections import change_key, earlier_keys, readable_keys
from resolvers.refusals import CommandRefused, Problem
from resolvers.search_index import terms_by_permission
from resolvers.writing.assignment import history_value
from resolvers.writing.field_permissions import holds_permission


def next_revision(context: CommandContext, row: Any) -> None:
    """Count the revision of a row up, and set when and by whom it was changed; the row is not saved yet."""
    row.revision += 1
    row.modified_at, row.modified_by = context.now, context.viewer.account


async def record_change(
    context: CommandContext,
    type_: ContentType,
    row: Model,
    action: str,
    changes: dict[str, Any],
    db: TransactionalDBClient,
    *,
    comment: str | None = None,
    reason: str | None = None,
) -> None:
    """Write history, version, search text and outbox entry of a change that was just saved."""
    await record_changes(context, type_, action, [(row, changes)], db, comment=comment, reason=reason)


# $1 noun, $2 at, $3 actor, $4 the actor's name, $5 action, $6 comment, $7 reason, $8 event; of the rows: $9 ids,
# $10 revisions, $11 stored values, $12 changes, $13 the values to save; of the entries of the search:
# $14 ids, $15 permissions, $16 terms
_RECORD = """
WITH given AS MATERIALIZED (
  SELECT * FROM unnest($9::uuid[], $10::int[], $11::text[], $12::text[], $13::text[])
    AS g(object_id, revision, stored, changes, saved){limit}
), stored AS (
  INSERT INTO version (noun, object_id, revision, at, stored)
  SELECT $1, object_id, revision, $2, stored::jsonb FROM given
), told AS (
  INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, comment, reason, changes)
  SELECT $1, object_id, revision, $2, $3, $4, $5, $6, $7, changes::jsonb FROM given
), events AS (
  INSERT INTO outbox (at, event, noun, object_id, revision, actor)
  SELECT $2, $8, $1, object_id, revision, $3 FROM given
){saved}
INSERT INTO search_entry (noun, object_id, permission, terms)
SELECT $1, i, p, t FROM unnest($14::uuid[], $15::text[], $16::text[]) AS s(i, p, t)
ON CONFLICT (object_id, permission) DO UPDATE SET terms = excluded.terms
"""
_SAVED = """, saved AS (
  UPDATE {table} t SET {columns}
  FROM given g CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, g.saved::jsonb) v
  WHERE t.id = g.object_id
)"""
_STAMPS = ("modified_at", "modified_by", "revision")
_WRITTEN_ALIKE = frozenset({str, int, bool, float, type(None), date, datetime})  # by orjson and `history_value`


@lru_cache(maxsize=1_000)
def _statement(table: str, columns: tuple[str, ...], *, is_one: bool) -> str:
    """
    Return the statement that records changes of a table; with columns, it saves them too.

    PostgreSQL plans that of one row once, because it is told that there is one, and not for each row anew.
    """
    assigned = ", ".join(f'"{column}" = v."{column}"' for column in columns)
    saved = _SAVED.format(table=table, columns=assigned) if columns else ""
    return _RECORD.format(saved=saved, limit=" LIMIT 1" if is_one else "")


async def record_creations(
    context: CommandContext,
    type_: ContentType,
    creations: Iterable[tuple[Any, dict[str, Any]]],
    db: TransactionalDBClient,
) -> None:
    """Write for many creations what `record_change` writes for one. `creations` are the new rows with their changes."""
    await record_changes(context, type_, "CREATE", creations, db)


async def record_changes(
    context: CommandContext,
    type_: ContentType,
    action: str,
    changed: Iterable[tuple[Any, dict[str, Any]]],
    db: TransactionalDBClient,
    *,
    comment: str | None = None,
    reason: str | None = None,
) -> None:
    """Write for many rows that were just saved what `record_change` writes for one, in one statement."""
    what = _Recorded(action, comment, reason)
    await _write(context, type_, what, list(changed), (), db, indexes=True)


async def save_changes(
    context: CommandContext,
    type_: ContentType,
    action: str,
    changed: Sequence[tuple[Any, dict[str, Any]]],
    columns: Iterable[str],
    db: TransactionalDBClient,
    *,
    comment: str | None = None,
    reason: str | None = None,
) -> None:
    """
    Save rows with a new revision and record their changes, in one statement.

    `columns` are those that differ from what is stored in any of the rows; others are left alone.
    """
    for row, _ in changed:
        next_revision(context, row)
    saved = set(columns)
    is_searched = any(field.search and field.column in saved for field in type_.fields.values())
    what = _Recorded(action, comment, reason)
    await _write(context, type_, what, changed, tuple(sorted(saved.union(_STAMPS))), db, indexes=is_searched)


@dataclass(frozen=True)
class _Recorded:
    """What history says of a change beside its values."""

    action: str
    comment: str | None
    reason: str | None


async def _write(
    context: CommandContext,
    type_: ContentType,
    what: _Recorded,
    changed: Sequence[tuple[Any, dict[str, Any]]],
    saved: tuple[str, ...],
    db: TransactionalDBClient,
    *,
    indexes: bool,
) -> None:
    columns = sorted(type_.model._meta.fields_db_projection)
    sealed = [column for column in saved if isinstance(type_.model._meta.fields_map[column], BinaryField)]
    rows: list[tuple[UUID, int, str, str, str]] = []
    texts: list[tuple[UUID, str, str]] = []
    texts_of_changes: dict[int, str] = {}  # rows that were judged alike have the same changes
    for row, changes in changed:
        values = vars(row)
        stored = {
            column: value if type(value := values[column]) in _WRITTEN_ALIKE else history_value(value)
            for column in columns
        }
        to_save = {column: stored[column] for column in saved}
        to_save |= {column: f"\\x{to_save[column]}" for column in sealed if to_save[column] is not None}
        if id(changes) not in texts_of_changes:
            texts_of_changes[id(changes)] = _json(changes)
        rows.append((row.pk, row.revision, _json(stored), texts_of_changes[id(changes)], _json(to_save)))
        if indexes:
            texts += [(row.pk, *entry) for entry in terms_by_permission(type_, partial(getattr, row)).items()]
    if rows:
        viewer, event = context.viewer, f"{type_.noun}.{what.action.lower()}"
        of_all = (type_.noun, context.now, viewer.account, viewer.name, what.action, what.comment, what.reason, event)
        entries = zip(*texts, strict=True) if texts else ((), (), ())
        statement = _statement(type_.kind.table, saved, is_one=len(rows) == 1)
        await db.execute_query(statement, [*of_all, *map(list, zip(*rows, strict=True)), *map(list, entries)])


def _json(values: Mapping[str, Any]) -> str:
    return orjson.dumps(values).decode()


async def changed_since(
    context: CommandContext, loaded: LoadedRow, revision: int, db: TransactionalDBClient
) -> list[str]:
    """Return the names of the fields that changed after `revision` and that the viewer may read."""
    later = (
        await History.filter(object_id=loaded.id, revision__gt=revision).using_db(db).values_list("changes", flat=True)
    )
    keys = {key for changes in later for key in changes}
    fields = loaded.type.fields.values()
    holds = partial(holds_permission, context, loaded)
    names = {f.key for f in fields if keys & {f.key, f.former_key} and holds(f.read)}
    for field in (f for f in fields if f.sections):
        readable = readable_keys(getattr(loaded.row, str(field.sections)), holds)
        names |= keys & {change_key(field, key) for key in readable}
    return sorted(names)


def stored_by_name(type_: ContentType, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return the stored values of a version by the names that the fields have today."""
    renamed = {f.name: stored[f.formerly] for f in type_.fields.values() if f.formerly and f.formerly in stored}
    return renamed | dict(stored)


async def earlier_values(
    context: CommandContext, loaded: LoadedRow, revision: int, db: TransactionalDBClient
) -> dict[str, Any]:
    """
    Return the values that differ today from those of an earlier revision, by key, for the writable fields.

    Sealed fields, references, and fields that the viewer may not read are left out.

    :raises CommandRefused: NO_SUCH_REVISION
    """
    version = await Version.get_or_none(object_id=loaded.id, revision=revision, using_db=db)
    if version is None:
        raise CommandRefused(Problem("NO_SUCH_REVISION", ("toRevision",)))
    return values_at(context, loaded, stored_by_name(loaded.type, version.stored))


def values_at(context: CommandContext, loaded: LoadedRow, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return the writable values that differ today from stored ones; a field that was not stored keeps its value."""
    values: dict[str, Any] = {}
    for field in loaded.type.fields.values():
        if field.write.name in {"never", "add"} or field.sealed or field.target is not None:
            continue
        # A field that the viewer may not read stays: a refusal that named it would reveal that it had changed.
        if not allowed(context.viewer, loaded.type.kind, loaded.stored, field.read, loaded.facts):
            continue
        if field.name not in stored:
            continue  # it came later
        earlier: Any = stored[field.name]
        if field.sections:
            holds = partial(holds_permission, context, loaded)
            if keys := earlier_keys(field, loaded.row, earlier or {}, holds):
                values[field.key] = keys
        elif earlier != history_value(getattr(loaded.row, field.name)):
            values[field.key] = loaded.type.model._meta.fields_map[field.name].to_python_value(earlier)
    return values
