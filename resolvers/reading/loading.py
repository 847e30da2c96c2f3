"""Load rows for commands through the policy's predicate, with the facts that the policy needs about each row."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID, uuid4

from tortoise.backends.base.client import BaseDBAsyncClient

from auth.access_paths import RowFacts, membership_sql, queried_columns, represented_column
from auth.policy import access_rule, is_restricted_sql, predicate_sql
from auth.viewer import Viewer
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType
from resolvers.reading.parameters import Call, StatementParameters
from workflow.representation import MATTERS
from workflow.roles import PathKind
from workflow.vocabulary import VIEW


def call_of_command(context: CommandContext) -> Call:
    """Return the values that the SQL of a command's own queries is bound with."""
    return Call(context.viewer, context.now, context.today, uuid4(), {}, (b"",))


def facts_sql(viewer: Viewer, type_: ContentType, bind: StatementParameters) -> str:
    """Return the select list of the policy's facts about rows with the alias `t`."""
    reach = type_.kind.reach
    parts = [
        f"{membership_sql(path, reach, f't.{column}', bind.viewer)} AS {_fact_column(path)}"
        for path, column in queried_columns(viewer, reach).items()
    ]
    if column := represented_column(viewer, reach):
        parts += [
            f"{membership_sql(PathKind.REPRESENTED, reach, f't.{column}', bind.viewer, matter)} AS matter_{matter}"
            for matter in MATTERS
        ]
    columns = sorted({restriction.column for restriction in type_.kind.workflow.restrictions})
    parts += [
        f"coalesce({is_restricted_sql(type_.kind, c, 't', bind.viewer)}, FALSE) AS restricted_{c}" for c in columns
    ]
    return ", ".join(parts) or "TRUE AS no_facts"


def _fact_column(path: PathKind) -> str:
    return f"fact_{path.name.lower()}"


def facts_of(row: dict[str, Any]) -> RowFacts:
    """Return the facts in a row that was selected with `facts_sql`."""
    restrictions = {k.removeprefix("restricted_") for k, v in row.items() if k.startswith("restricted_") and v}
    through = frozenset(path for path in PathKind if row.get(_fact_column(path)))
    # PostgreSQL answers with lower case where a name has no quotes.
    matters = frozenset(matter for matter in MATTERS if row.get(f"matter_{matter}".lower()))
    return RowFacts(through, frozenset(restrictions), matters)


async def load_for_write(
    context: CommandContext, type_: ContentType, uuid: UUID, db: BaseDBAsyncClient
) -> LoadedRow | None:
    """Return a row, locked until the transaction ends; None when it does not exist or the viewer may not see it."""
    found = await load_rows_for_write(
        context, type_, lambda bind: f"t.id = {bind(('id',), lambda _: uuid, 'uuid')}", db
    )
    return found[0] if found else None


async def load_rows_for_write(
    context: CommandContext, type_: ContentType, narrow: Callable[[StatementParameters], str], db: BaseDBAsyncClient
) -> list[LoadedRow]:
    """
    Return the rows that the viewer may see, locked until the transaction ends, in the order of their ids.

    `narrow` returns the SQL condition on rows with the alias `t`. It runs one statement, whatever the number of rows.
    """
    return await _load_rows(context, type_, narrow, db, " FOR UPDATE OF t")


async def load_to_judge(
    context: CommandContext, type_: ContentType, uuid: UUID, db: BaseDBAsyncClient
) -> LoadedRow | None:
    """Return a row, not locked, to judge what the viewer may do with it; None where the viewer may not see it."""
    found = await _load_rows(context, type_, lambda bind: f"t.id = {bind(('id',), lambda _: uuid, 'uuid')}", db)
    return found[0] if found else None


async def _load_rows(
    context: CommandContext,
    type_: ContentType,
    narrow: Callable[[StatementParameters], str],
    db: BaseDBAsyncClient,
    lock: str = "",
) -> list[LoadedRow]:
    bind = StatementParameters()
    visible = predicate_sql(type_.kind, access_rule(context.viewer, type_.kind, VIEW), "t", bind.viewer)
    condition, facts = narrow(bind), facts_sql(context.viewer, type_, bind)
    sql = f"SELECT t.*, {facts} FROM {type_.kind.table} t WHERE {condition} AND {visible} ORDER BY t.id{lock}"
    rows = await db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters])
    # What a query of Tortoise does with each row: the row is locked, so it need not be read once more.
    return [LoadedRow(type_, type_.model._init_from_db(**row), row, facts_of(row)) for row in rows]  # noqa: SLF001


async def visible_ids(
    context: CommandContext, type_: ContentType, ids: Iterable[UUID], db: BaseDBAsyncClient
) -> set[UUID]:
    """
    Return those of the ids that the viewer may see, share-locked until the transaction ends.

    A row that is being erased at this moment is waited for and is then not among them, so that no new row refers to an
    erased person.
    """
    bind = StatementParameters()
    requested = list(ids)
    visible = predicate_sql(type_.kind, access_rule(context.viewer, type_.kind, VIEW), "t", bind.viewer)
    placeholder = bind(("ids",), lambda _: requested, "uuid[]")
    sql = f"SELECT t.id FROM {type_.kind.table} t WHERE t.id = ANY({placeholder}) AND {visible} FOR KEY SHARE OF t"
    rows = await db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters])
    return {UUID(str(r["id"])) for r in rows}
