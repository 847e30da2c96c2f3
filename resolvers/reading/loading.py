"""Load rows for commands through the policy's predicate, with the facts that the policy needs about each row."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Protocol
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.fields import BooleanField, CharField, DateField, IntField, TextField, UUIDField
from tortoise.models import Model
from typing_extensions import override

from auth.access_paths import RowFacts, membership_sql, queried_columns, represented_column
from auth.liveness import liveness_sql
from auth.policy import Kind, access_rule, is_restricted_sql, predicate_sql
from auth.rights import Rights, rights
from auth.viewer import Viewer
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType, ContentTypes
from resolvers.reading.parameters import Call, StatementParameters, ViewerParameters, unplanned
from resolvers.reading.plan import Plan, PlanCache
from workflow.representation import MATTERS
from workflow.roles import PathKind
from workflow.vocabulary import VIEW

_NOTHING: Mapping[str, Any] = MappingProxyType({})
# What asyncpg gives as a model holds it.
_HELD_AS_GIVEN = frozenset({BooleanField, CharField, DateField, IntField, TextField, UUIDField})
_OF_CALLER = frozenset({"account", "epoch", "session", "now", "today"})  # each finds one row, or none
_RESTRICTED, _LOCKED = "restricted_", " FOR UPDATE OF t"
_TOLD = ("fact_", "matter_", _RESTRICTED)
_PATHS = {f"fact_{path.name.lower()}": path for path in PathKind}
# PostgreSQL answers with lower case where a name has no quotes.
_MATTERS = {f"matter_{matter}".lower(): matter for matter in MATTERS}


def call_of_command(context: CommandContext, source: UUID | None = None) -> Call:
    """Return the values that the SQL of a command's own queries is bound with."""
    return Call(context.viewer, context.now, context.today, context.request, {}, (b"",), source)


def facts_sql(viewer: Viewer, kind: Kind, bind: StatementParameters) -> str:
    """Return the select list of the policy's facts about rows with the alias `t`."""
    reach = kind.reach
    parts = [
        f"{membership_sql(path, reach, f't.{column}', bind.viewer)} AS fact_{path.name.lower()}"
        for path, column in queried_columns(viewer, reach).items()
    ]
    if column := represented_column(viewer, reach):
        parts += [
            f"{membership_sql(PathKind.REPRESENTED, reach, f't.{column}', bind.viewer, matter)} AS matter_{matter}"
            for matter in MATTERS
        ]
    columns = sorted({restriction.column for restriction in kind.workflow.restrictions})
    parts += [f"coalesce({is_restricted_sql(kind, c, 't', bind.viewer)}, FALSE) AS {_RESTRICTED}{c}" for c in columns]
    return ", ".join(parts) or "TRUE AS no_facts"


def facts_of(row: dict[str, Any]) -> RowFacts:
    """Return the facts in a row that was selected with `facts_sql`."""
    return _facts(frozenset(name for name, value in row.items() if value is True))


@lru_cache(4096)
def _facts(true: frozenset[str]) -> RowFacts:
    """Return the facts that are true by these names; a row may have other columns that are true."""
    return RowFacts(
        frozenset(_PATHS[name] for name in true if name in _PATHS),
        frozenset(name.removeprefix(_RESTRICTED) for name in true if name.startswith(_RESTRICTED)),
        frozenset(_MATTERS[name] for name in true if name in _MATTERS),
    )


async def load_for_write(
    context: CommandContext, type_: ContentType, uuid: UUID, db: BaseDBAsyncClient, *, verifies: bool = False
) -> LoadedRow | None:
    """
    Return a row, locked until the transaction ends; None when it does not exist or the viewer may not see it.

    With `verifies`, it is None too when account, rights or session are not those with which the viewer was loaded.
    """
    plan = _plan_of_one(type_.kind, rights(context.viewer), verifies)
    found = _loaded(type_, await db.execute_query_dict(plan.sql, plan.values(call_of_command(context, uuid))))
    if found and verifies:
        context.note_verified()
    return found[0] if found else None


@lru_cache(4096)
def _plan_of_one(kind: Kind, of: Rights, verifies: bool) -> Plan:  # noqa: FBT001 # a key of the cache
    bind = StatementParameters()
    one = f"t.id = {bind(('source',), lambda call: call.source, 'uuid')}"
    if verifies:
        one += f" AND {liveness_sql(of.viewer, bind.viewer)}"
    return Plan(_rows_sql(of.viewer, kind, one, bind) + _LOCKED, tuple(bind.getters))


class Narrowing(Protocol):
    """
    A condition on rows with the alias `t`; equal ones make the same SQL, which is kept for equal rights.

    Its values are not part of it: its getters find them among the variables of the call. One by which rows are found
    is best `unplanned`.
    """

    def __hash__(self) -> int:
        """Return a hash that equal conditions share."""

    def __call__(self, bind: StatementParameters, viewer: Viewer, types: ContentTypes, /) -> str:
        """Return the SQL for a viewer, or for another one with the same rights."""


async def load_rows_for_write(
    context: CommandContext,
    type_: ContentType,
    narrow: Narrowing,
    db: BaseDBAsyncClient,
    values: Mapping[str, Any] = _NOTHING,
) -> list[LoadedRow]:
    """
    Return the rows that the viewer may see, locked until the transaction ends, in the order of their ids.

    `values` are those of the condition, by the names by which its getters ask. It runs one statement, whatever the
    number of rows, which verifies a caller whom nothing has verified yet; a caller to whom it shows nothing is verified
    by another.

    :raises StaleViewer: when account, rights or session are not those with which the caller was loaded
    """
    verifies = context.is_unverified
    found = await _load_rows(context, type_, narrow, db, values, verifies=verifies, locks=True)
    if found and verifies:
        context.note_verified()
    elif verifies:
        await context.verify_caller()
    return found


async def load_to_judge(
    context: CommandContext, type_: ContentType, uuid: UUID, db: BaseDBAsyncClient
) -> LoadedRow | None:
    """Return a row, not locked, to judge what the viewer may do with it; None where the viewer may not see it."""
    found = await _load_rows(context, type_, _is_one, db, {"id": uuid}, verifies=False, locks=False)
    return found[0] if found else None


def _is_one(bind: StatementParameters, _viewer: Viewer, _types: ContentTypes) -> str:
    return f"t.id = {bind(('id',), lambda call: call.variables['id'], 'uuid')}"


async def _load_rows(
    context: CommandContext,
    type_: ContentType,
    narrow: Narrowing,
    db: BaseDBAsyncClient,
    values: Mapping[str, Any],
    *,
    verifies: bool,
    locks: bool,
) -> list[LoadedRow]:
    types, of = context.content_types, rights(context.viewer)
    plan = types.once(_plans).get(
        (type_.noun, of, narrow, verifies, locks), lambda: _plan_of_many(types, type_, of, narrow, verifies, locks)
    )
    call = call_of_command(context)
    call.variables = values
    return _loaded(type_, await db.execute_query_dict(plan.sql, plan.values(call)))


def _plans(_types: ContentTypes) -> PlanCache:
    """Return the plans of what loads many rows of these types: a key holds rights and never a person."""
    return PlanCache()


def _plan_of_many(
    types: ContentTypes,
    type_: ContentType,
    of: Rights,
    narrow: Narrowing,
    verifies: bool,  # noqa: FBT001 # a key of the cache, as the next
    locks: bool,  # noqa: FBT001
) -> Plan:
    bind = StatementParameters(shared_selects={})
    bind.viewer = parameters = _OfManyRows(bind, f't."{type_.kind.reach.client}"')
    condition = narrow(bind, of.viewer, types)
    if verifies:
        condition += f" AND {liveness_sql(of.viewer, parameters)}"
    sql = _rows_sql(of.viewer, type_.kind, condition, bind) + (_LOCKED if locks else "")
    shared = ", ".join(f"{name}(id) AS MATERIALIZED ({select})" for select, name in (bind.shared_selects or {}).items())
    return Plan(f"WITH {shared} {sql}" if shared else sql, tuple(bind.getters))


class _OfManyRows(ViewerParameters):
    """
    The viewer's values where many rows are loaded.

    Their clients are joined, once for all that is asked of them, and PostgreSQL's planner does not look at the values
    by which the viewer reaches rows: it took longer than what it planned.
    """

    def __init__(self, binder: StatementParameters, link: str) -> None:
        super().__init__(binder)
        self._link, self.joined = link, ""

    @override
    def __call__(self, name: str) -> str:
        placeholder = super().__call__(name)
        return placeholder if name in _OF_CALLER else unplanned(placeholder)

    @override
    def restricted(self, client: str, column: str) -> str:
        if client != self._link:
            return super().restricted(client, column)
        self.joined = f" LEFT JOIN client of_client ON of_client.id = {client}"
        return f"of_client.{column} IS TRUE"


def _rows_sql(viewer: Viewer, kind: Kind, condition: str, bind: StatementParameters) -> str:
    """Return the SELECT of the rows that a viewer may see and that meet a condition on the alias `t`."""
    visible = predicate_sql(kind, access_rule(viewer, kind, VIEW), "t", bind.viewer)
    facts = facts_sql(viewer, kind, bind)
    joined = bind.viewer.joined if isinstance(bind.viewer, _OfManyRows) else ""
    return f"SELECT t.*, {facts} FROM {kind.table} t{joined} WHERE {condition} AND {visible} ORDER BY t.id"


def _loaded(type_: ContentType, rows: Sequence[dict[str, Any]]) -> list[LoadedRow]:
    if not rows:
        return []
    # What a query of Tortoise does with each row: the row is locked, so it need not be read once more.
    first = type_.model._init_from_db(**rows[0])  # noqa: SLF001
    found = [LoadedRow(type_, first, rows[0], facts_of(rows[0]))]
    if len(rows) > 1:
        alike, told = ModelsLike(first), [name for name in rows[0] if name.startswith(_TOLD)]
        for row in rows[1:]:
            facts = _facts(frozenset([name for name in told if row[name] is True]))
            found.append(LoadedRow(type_, alike.model(row), row, facts))
    return found


class ModelsLike:
    """
    Makes the models of rows like one that Tortoise has made of another row of the same SELECT: a quarter of the work.

    What is no column is that of the example, and only what a driver gives otherwise than a model holds it is converted.
    Decision 0273; a test compares them with those that Tortoise makes.
    """

    def __init__(self, example: Model) -> None:
        self._kind = type(example)
        columns = self._kind._meta.fields_db_projection
        self._others = {name: value for name, value in vars(example).items() if name not in columns}
        self._own = [name for name, value in self._others.items() if isinstance(value, dict | list | set)]
        fields = {name: self._kind._meta.fields_map[name] for name in columns}
        self._as_given = [name for name, field in fields.items() if type(field) in _HELD_AS_GIVEN]
        self._given = itemgetter(*self._as_given)  # every model has an id and more
        self._converted = [(name, f.to_python_value) for name, f in fields.items() if type(f) not in _HELD_AS_GIVEN]

    def model(self, row: Mapping[str, Any]) -> Model:
        """Return the model of a row, given by the names of its columns."""
        model = self._kind.__new__(self._kind)
        values = vars(model)
        values.update(self._others)
        for name in self._own:
            values[name] = copy(self._others[name])
        values.update(zip(self._as_given, self._given(row), strict=True))
        for name, convert in self._converted:
            values[name] = None if (value := row[name]) is None else convert(value)
        return model


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
