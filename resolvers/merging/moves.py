"""Move the rows of one client to another, table by table, with revision, version, history and event of each row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.merging.references import ClientReference, client_references
from resolvers.writing.copies import FOLLOW
from resolvers.writing.history import record_changes


@dataclass(frozen=True)
class MovedColumn:
    """One column of one row that was moved."""

    place: str
    lead: str
    row_id: UUID


async def move_everything(
    context: CommandContext, source: UUID, target: UUID, db: TransactionalDBClient
) -> list[MovedColumn]:
    """Move every reference to a client to another one, and return what was moved."""
    moved: list[MovedColumn] = []
    for references in _by_table(client_references(context.content_types)):
        moved += await _move(context, references, source, target, db)
    return moved


async def move_back(
    context: CommandContext, columns: Iterable[MovedColumn], source: UUID, target: UUID, db: TransactionalDBClient
) -> list[MovedColumn]:
    """Move these columns, as far as they still lead to `source`, and return what was moved."""
    ids: dict[tuple[str, str], list[UUID]] = {}
    for column in columns:
        ids.setdefault((column.place, column.lead), []).append(column.row_id)
    moved: list[MovedColumn] = []
    for references in _by_table(client_references(context.content_types)):
        among = sorted({i for r in references for i in ids.get((r.place, r.lead), ())})
        if among:
            moved += await _move(context, references, source, target, db, among)
    return moved


def _by_table(references: Iterable[ClientReference]) -> list[list[ClientReference]]:
    in_order = sorted(references, key=lambda r: (r.place, r.lead))
    return [list(group) for _, group in groupby(in_order, key=lambda r: r.place)]


async def _move(
    context: CommandContext,
    references: Sequence[ClientReference],
    source: UUID,
    target: UUID,
    db: TransactionalDBClient,
    among: list[UUID] | None = None,
) -> list[MovedColumn]:
    """Move the columns of one table in one statement: a constraint may hold two of them together."""
    type_, place = references[0].type, references[0].place
    sets = [f'"{r.lead}" = CASE WHEN t."{r.lead}" = $1 THEN $2 ELSE t."{r.lead}" END' for r in references]
    values: list[Any] = [source, target]
    if type_ is not None:
        sets += ["revision = t.revision + 1", "modified_at = $3", "modified_by = $4"]
        values += [context.now, context.viewer.account]
    if type_ is not None and "epoch" in type_.model._meta.fields_db_projection:
        sets.append("epoch = t.epoch + 1")  # an account that reaches another client is read anew
    leads = " OR ".join(f't."{r.lead}" = $1' for r in references)
    conditions = [f"({leads})", f"({' AND '.join(r.condition for r in references)})"]
    if among is not None:
        values.append(among)
        conditions.append(f"t.id = ANY(${len(values)}::uuid[])")
    were = ", ".join(f'old."{r.lead}" = $1 AS "{r.lead}"' for r in references)
    rows = await db.execute_query_dict(
        f"UPDATE {place} t SET {', '.join(sets)} WHERE {' AND '.join(conditions)} RETURNING t.id, {were}", values
    )
    moved = {UUID(str(row["id"])): [r.lead for r in references if row[r.lead]] for row in rows}
    if type_ is not None and moved:
        await _record(context, type_, moved, source, target, db)
    return [MovedColumn(place, lead, id_) for id_, columns in moved.items() for lead in columns]


async def _record(
    context: CommandContext,
    type_: ContentType,
    moved: Mapping[UUID, Sequence[str]],
    source: UUID,
    target: UUID,
    db: TransactionalDBClient,
) -> None:
    keys = {f.column: f.key for f in type_.fields.values()}
    change = {"before": source.hex, "after": target.hex}
    rows: Iterable[Any] = await type_.model.filter(pk__in=list(moved)).order_by("id").using_db(db)
    changes = [(row, {keys.get(lead, lead): change for lead in moved[UUID(str(row.pk))]}) for row in rows]
    await record_changes(context, type_, FOLLOW, changes, db)
