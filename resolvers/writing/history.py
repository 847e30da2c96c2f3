"""Record a write in its own transaction: history, version, search text and outbox."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
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
from resolvers.context import Changes, CommandContext, LoadedRow
from resolvers.declaration import ContentType, ContentTypes
from resolvers.reading.sections import change_key, earlier_keys, readable_keys
from resolvers.refusals import CommandRefused, Problem
from resolvers.search_index import terms_by_permission
from resolvers.writing.assignment import history_value
from resolvers.writing.field_permissions import holds_permission


def next_revision(context: CommandContext, row: Any) -> None:
    """Count the revision of a row up, and set when and by whom it was changed; the row is not saved yet."""
    # Columns directly, because Tortoise looks at each for a relation.
    vars(row).update(revision=row.revision + 1, modified_at=context.now, modified_by=context.viewer.account)


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


# $1 noun, $2 at, $3 actor, $4 the actor's name, $5 action, $6 comment, $7 reason, $8 event. Of the rows, each in one
# text, as the driver looks at each element of an array: $9 ids, $10 revisions, lines of $11 stored values, $12 changes
# and $13 values to save, empty where they are the first row's: $14 and, if any, $15. Then the entries of the search.
_RECORD = """
WITH given AS MATERIALIZED (
  SELECT * FROM unnest($9::text::uuid[], $10::text::int[], string_to_array($11::text, E'\\n'),
    string_to_array($12::text, E'\\n', ''), string_to_array($13::text, E'\\n', ''))
    AS g(object_id, revision, stored, changes, saved){limit}
), stored AS (
  INSERT INTO version (noun, object_id, revision, at, stored)
  SELECT $1, object_id, revision, $2, stored::jsonb FROM given
), told AS (
  INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, comment, reason, changes)
  SELECT $1, object_id, revision, $2, $3, $4, $5, $6, $7, coalesce(changes::jsonb, (SELECT $14::text::jsonb)) FROM given
), events AS (
  INSERT INTO outbox (at, event, noun, object_id, revision, actor)
  SELECT $2, $8, $1, object_id, revision, $3 FROM given
){saved}
"""
_INDEXED = """INSERT INTO search_entry (noun, object_id, permission, terms)
SELECT $1, i, p, t FROM unnest(${}::uuid[], ${}::text[], ${}::text[]) AS s(i, p, t)
ON CONFLICT (object_id, permission) DO UPDATE SET terms = excluded.terms"""
_SAVED = """, saved AS (
  UPDATE {table} t SET {columns}
  FROM (
    SELECT g.object_id, jsonb_populate_record(f.r, g.saved::jsonb) AS v FROM given g
    CROSS JOIN (SELECT jsonb_populate_record(NULL::{table}, $15::text::jsonb) AS r OFFSET 0) f OFFSET 0
  ) x
  WHERE t.id = x.object_id
)"""
_STAMPS = ("modified_at", "modified_by", "revision")
_WRITTEN_ALIKE = frozenset({str, int, bool, float, type(None), date, datetime})  # by orjson and `history_value`
_ALIKE_WHEN_EQUAL = _WRITTEN_ALIKE - {float}  # [1] and [True] are equal too, and not the same


@lru_cache(maxsize=1_000)
def _statement(table: str, columns: tuple[str, ...], *, is_one: bool, indexes: bool) -> str:
    """
    Return the statement that records changes of a table, and with `indexes` their texts; with columns, it saves them.

    PostgreSQL plans that of one row once, because it is told that there is one, and not for each row anew.
    """
    assigned = ", ".join(f'"{column}" = (x.v)."{column}"' for column in columns)
    saved = _SAVED.format(table=table, columns=assigned) if columns else ""
    after = 16 if columns else 15
    end = _INDEXED.format(after, after + 1, after + 2) if indexes else "SELECT"
    return _RECORD.format(saved=saved, limit=" LIMIT 1" if is_one else "") + end


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
    is_searched = not saved.isdisjoint(context.content_types.once(_searched)[type_.noun])
    what = _Recorded(action, comment, reason)
    await _write(context, type_, what, changed, tuple(sorted(saved.union(_STAMPS))), db, indexes=is_searched)


def _searched(types: ContentTypes) -> Mapping[str, AbstractSet[str]]:
    """Return the columns of each type by whose texts its objects are searched, by noun."""
    return {t.noun: {f.column for f in t.fields.values() if f.search} for t in types.values()}


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
    columns, sealed = _columns(type_.model, saved)
    lines = Lines()
    texts: list[tuple[UUID, str, str]] = []
    for row, changes in changed:
        values = vars(row)
        stored = {
            column: value if type(value := values[column]) in _WRITTEN_ALIKE else history_value(value)
            for column in columns
        }
        to_save = {column: stored[column] for column in saved}
        for column in sealed:
            to_save[column] = None if stored[column] is None else f"\\x{stored[column]}"
        lines.add(row, stored, changes, to_save)
        if indexes:
            texts += [(row.pk, *entry) for entry in terms_by_permission(type_, partial(getattr, row)).items()]
    if lines.stored:
        viewer, event = context.viewer, f"{type_.noun}.{what.action.lower()}"
        of_all = (type_.noun, context.now, viewer.account, viewer.name, what.action, what.comment, what.reason, event)
        entries = map(list, zip(*texts, strict=True))
        statement = _statement(type_.kind.table, saved, is_one=len(lines.stored) == 1, indexes=bool(texts))
        given = [*of_all, *lines.texts(), *lines.of_first(saves=bool(saved)), *entries]
        await db.execute_query_dict(statement, given)


class Lines:
    """The rows of a statement as it takes them: of what is the same as of the first row, nothing is sent again."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.revisions: list[str] = []
        self.stored: list[bytes] = []
        self.changes: list[bytes] = []
        self.saved: list[bytes] = []
        self._texts: dict[int, bytes] = {}  # rows that were judged alike have the same changes
        self._first: tuple[Changes, Mapping[str, Any]] = {}, {}

    def add(self, row: Any, stored: Mapping[str, Any], changes: Changes, to_save: Mapping[str, Any]) -> None:
        """Add a row with its stored values, its changes, and the values to save."""
        if not self.stored:
            self._first = changes, to_save
        of_first, first = self._first
        if (known := self._texts.get(id(changes))) is None:
            known = self._texts[id(changes)] = b"" if changes is of_first else orjson.dumps(changes)
        other = {c: v for c, v in to_save.items() if v != first[c] or type(v) not in _ALIKE_WHEN_EQUAL}
        self.ids.append(row.id.hex)
        self.revisions.append(str(row.revision))
        self.stored.append(orjson.dumps(stored))
        self.changes.append(known)
        self.saved.append(orjson.dumps(other) if other and to_save is not first else b"")

    def texts(self) -> list[str]:
        """Return ids, revisions, stored values, changes and values to save, each in one text; JSON has no line ends."""
        arrays = (f"{{{','.join(one)}}}" for one in (self.ids, self.revisions))
        lines = (b"\n".join(one).decode() for one in (self.stored, self.changes, self.saved))
        return [*arrays, *lines]

    def of_first(self, *, saves: bool) -> list[str]:
        """Return the changes of the first row and, where something is saved, its values to save."""
        changes, to_save = self._first
        return [_json(changes), _json(to_save)] if saves else [_json(changes)]


@lru_cache(1_000)
def _columns(model: type[Model], saved: tuple[str, ...]) -> tuple[list[str], frozenset[str]]:
    """Return the columns of a model in their order, and those of the saved ones that hold bytes."""
    fields = model._meta.fields_map
    return sorted(model._meta.fields_db_projection), frozenset(c for c in saved if isinstance(fields[c], BinaryField))


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
