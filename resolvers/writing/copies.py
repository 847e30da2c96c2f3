"""
Columns that carry permission: copied from their source when a row is created, and moved with it in one transaction.

The models declare them beside `reach`: `copies` follow their source, `fixed` columns never change. Decision 0093.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from models.content import Content, Copy
from resolvers.context import Changes, CommandContext
from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import history_value
from resolvers.writing.history import next_revision, record_changes
from workflow.bin_item import IN_BIN_STATES

FOLLOW = "FOLLOW"  # the action under which history tells that a copy followed its source


@dataclass(frozen=True)
class CopiedColumn:
    """A column of a type that is copied from another row."""

    type: ContentType
    column: str
    copy: Copy

    @property
    def source_column(self) -> str:
        """The column of the source."""
        return self.copy.column or self.column

    def sources(self, content_types: ContentTypes) -> tuple[ContentType, ...]:
        """Return the types to which the paths lead, in the order of the paths."""
        return tuple(_types_along(content_types, self.type, path)[-1] for path in self.copy.paths)

    def path_sql(self, content_types: ContentTypes, path: tuple[str, ...], alias: str) -> str:
        """Return the SQL of the source's value at the end of one path."""
        types = _types_along(content_types, self.type, path)
        value = f'{alias}."{path[0]}"'
        for type_, column in zip(types, (*path[1:], self.source_column), strict=True):
            value = f'(SELECT s."{column}" FROM {type_.kind.table} s WHERE s.id = {value})'
        return value

    def source_sql(self, content_types: ContentTypes, alias: str) -> str:
        """Return the SQL of the value that the column must have: that of the first path that is set, or its own."""
        cases = " ".join(
            f'WHEN {alias}."{path[0]}" IS NOT NULL THEN {self.path_sql(content_types, path, alias)}'
            for path in self.copy.paths
        )
        return f'CASE {cases} ELSE {alias}."{self.column}" END'


def reference(type_: ContentType, column: str) -> Field | None:
    """Return the field of a type that refers to another object through this column."""
    return next((f for f in type_.fields.values() if f.column == column and f.target), None)


def _types_along(content_types: ContentTypes, type_: ContentType, path: tuple[str, ...]) -> list[ContentType]:
    types: list[ContentType] = []
    for column in path:
        field = reference(type_, column)
        if field is None:
            raise LookupError(f"{type_.name}.{column} refers to nothing")
        type_ = content_types[str(field.target)]
        types.append(type_)
    return types


def _content(type_: ContentType) -> type[Content]:
    if not issubclass(type_.model, Content):
        raise TypeError(f"{type_.name} is no content")
    return type_.model


def copied_columns(content_types: ContentTypes) -> Iterator[CopiedColumn]:
    """Yield every column of every type that is copied from another row."""
    for type_ in content_types.values():
        for column, copy in _content(type_).copies.items():
            yield CopiedColumn(type_, column, copy)


def with_followers(content_types: ContentTypes) -> frozenset[str]:
    """Return the nouns of the types from whose rows columns of others are copied."""
    return frozenset(type_.noun for copied in copied_columns(content_types) for type_ in copied.sources(content_types))


async def take_copies(context: CommandContext, type_: ContentType, row: Model, db: TransactionalDBClient) -> None:
    """
    Set the copied columns of a new row to the values of their sources.

    The sources are share-locked until the transaction ends, so that none of them moves before the row is there.

    :raises CommandRefused: MISMATCH when a value was given that is not the source's
    """
    for column, value in (await copied_values(context, type_, row, db)).items():
        own = getattr(row, column)
        if own is None:
            setattr(row, column, value)
        elif value is not None and own != value and not _content(type_).copies[column].may_differ:
            raise CommandRefused(Problem("MISMATCH", (_key(type_, column),)))


async def copied_values(
    context: CommandContext, type_: ContentType, row: Model, db: TransactionalDBClient
) -> dict[str, UUID | None]:
    """Return the values that the sources of a row's copied columns have, by column; the sources are share-locked."""
    found: dict[str, UUID | None] = {}
    known: dict[tuple[str, Any], Mapping[str, Any]] = {}
    for column, copy in _content(type_).copies.items():
        path = next((p for p in copy.paths if (found.get(p[0]) or getattr(row, p[0])) is not None), None)
        if path is None:
            continue
        value = found.get(path[0]) or getattr(row, path[0])
        types = _types_along(context.content_types, type_, path)
        for source, name in zip(types, (*path[1:], copy.column or column), strict=True):
            if (source.noun, value) not in known:
                known[source.noun, value] = await _share_locked(source, value, db)
            here = known[source.noun, value]
            if not here:
                break  # the source is gone: the foreign key says so
            value = here[name]
        else:
            found[column] = UUID(str(value)) if value is not None else None
    return found


async def _share_locked(type_: ContentType, id_: Any, db: TransactionalDBClient) -> Mapping[str, Any]:
    rows = await db.execute_query_dict(f"SELECT * FROM {type_.kind.table} WHERE id = $1 FOR SHARE", [id_])
    return rows[0] if rows else {}


def check_fixed(type_: ContentType, row: Model, stored: Mapping[str, Any]) -> None:
    """
    Check that a change leaves every fixed column that has a value as it is; `stored` are the columns before it.

    :raises CommandRefused: NEVER_CHANGES, naming every one
    """
    problems = [
        Problem("NEVER_CHANGES", (_key(type_, column),))
        for column in sorted(_content(type_).fixed)
        if stored.get(column) is not None and getattr(row, column) != stored[column]
    ]
    if problems:
        raise CommandRefused(*problems)


def _key(type_: ContentType, column: str) -> str:
    return next((f.key for f in type_.fields.values() if f.column == column), column)


@dataclass(frozen=True)
class _Move:
    """A column that changed from `before` to `after` in rows of one type."""

    type: ContentType
    ids: tuple[UUID, ...]
    column: str
    before: Any
    after: Any


async def follow_source(
    context: CommandContext, type_: ContentType, row: Model, changes: Changes, db: TransactionalDBClient
) -> None:
    """
    Move every copy of the columns of a row that was just saved, and the copies of those, down to the last.

    Each moved row gets a revision, a version, an entry in its history and an event. `changes` are those of the row, as
    history stores them.
    """
    moves = [
        _Move(type_, (UUID(str(row.pk)),), f.column, *(_uuid(changes[f.key][side]) for side in ("before", "after")))
        for f in type_.fields.values()
        if f.key in changes and f.target and changes[f.key]["before"] != changes[f.key]["after"]
    ]
    while moves:
        move = moves.pop(0)
        for copied in copied_columns(context.content_types):
            if copied.source_column == move.column and move.type in copied.sources(context.content_types):
                moves += await _follow(context, copied, move, db)


def _uuid(value: Any) -> UUID | None:
    return UUID(hex=value) if value is not None else None


async def _follow(context: CommandContext, copied: CopiedColumn, move: _Move, db: TransactionalDBClient) -> list[_Move]:
    moved: dict[UUID, Any] = {}
    for sql in _following_sql(context.content_types, copied, move):
        values = [list(move.ids), context.now, context.viewer.account]
        values += [move.before] if copied.copy.may_differ else []
        moved |= {UUID(str(r["id"])): r["before"] for r in await db.execute_query_dict(sql, values)}
    if copied.column == copied.type.kind.reach.unit and copied.type.kind.workflow.disposable:
        await _follow_in_bin(context, copied, move, db)
    if not moved:
        return []
    await _record(context, copied, moved, db)
    return [_Move(copied.type, tuple(moved), copied.column, move.before, move.after)]


def _following_sql(content_types: ContentTypes, copied: CopiedColumn, move: _Move) -> Iterator[str]:
    """Yield the statement that moves the copies at the end of each path that leads to the moved rows."""
    for number, path in enumerate(copied.copy.paths):
        types = _types_along(content_types, copied.type, path)
        if types[-1] is not move.type:
            continue
        value = copied.path_sql(content_types, path, "t")
        conditions = [_leading_sql(types, path), f't."{copied.column}" IS DISTINCT FROM {value}']
        conditions += [f't."{earlier[0]}" IS NULL' for earlier in copied.copy.paths[:number]]
        conditions += [f't."{copied.column}" = $4'] if copied.copy.may_differ else []
        yield (
            f'UPDATE {copied.type.kind.table} t SET "{copied.column}" = {value}, revision = t.revision + 1,'
            f" modified_at = $2, modified_by = $3 WHERE {' AND '.join(conditions)}"
            f' RETURNING t.id, old."{copied.column}" AS before'
        )


def _leading_sql(types: list[ContentType], path: tuple[str, ...]) -> str:
    """Return the condition that a path leads from a row `t` to one of the rows `$1`."""
    condition = f's."{path[-1]}" = ANY($1::uuid[])'
    for type_, column in reversed(list(zip(types[:-1], path[:-1], strict=True))):
        condition = f's."{column}" IN (SELECT s.id FROM {type_.kind.table} s WHERE {condition})'
    return "t" + condition.removeprefix("s")


async def _record(
    context: CommandContext, copied: CopiedColumn, moved: Mapping[UUID, Any], db: TransactionalDBClient
) -> None:
    rows: Iterable[Any] = await copied.type.model.filter(pk__in=list(moved)).order_by("id").using_db(db)
    key = _key(copied.type, copied.column)
    changes = [
        (row, {key: {"before": history_value(moved[row.pk]), "after": history_value(getattr(row, copied.column))}})
        for row in rows
    ]
    await record_changes(context, copied.type, FOLLOW, changes, db)


_BIN_ENTRIES = (
    f"SELECT b.id FROM bin_item b WHERE b.content_type = $1 AND {IN_BIN_STATES.sql('b.state')}"
    " AND b.unit_id IS DISTINCT FROM $2::uuid AND EXISTS (SELECT FROM version v WHERE v.object_id = b.content_id"
    " AND v.stored ->> $3 = ANY($4::text[])) FOR UPDATE OF b"
)


async def _follow_in_bin(context: CommandContext, copied: CopiedColumn, move: _Move, db: TransactionalDBClient) -> None:
    """Move the entries of the recycle bin whose objects would have followed: their last version names the source."""
    entry = context.content_types["bin_item"]
    parents = [id_.hex for id_ in move.ids]
    for path in (p for p in copied.copy.paths if len(p) == 1 and not copied.copy.may_differ):
        values = [copied.type.noun, move.after, path[0], parents]
        ids = [row["id"] for row in await db.execute_query_dict(_BIN_ENTRIES, values)]
        for row in await entry.model.filter(pk__in=ids).using_db(db) if ids else ():
            await _move_entry(context, entry, row, move.after, db)


async def _move_entry(
    context: CommandContext, entry: ContentType, row: Any, unit: Any, db: TransactionalDBClient
) -> None:
    changes = {"unitId": {"before": history_value(row.unit_id), "after": history_value(unit)}}
    row.unit_id = unit
    next_revision(context, row)
    await row.save(using_db=db)
    await record_changes(context, entry, FOLLOW, [(row, changes)], db)
