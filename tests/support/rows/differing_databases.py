"""Two databases that differ only in what one viewer may not read, and whether the answers tell them apart."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, cast
from uuid import UUID, uuid4

import asyncpg
import orjson
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.context import TortoiseContext

from auth.viewer import Viewer
from models.code_index import set_code_indexes
from models.log import History, Version
from models.sealed import Place, seal
from resolvers.declaration import ContentType, Field
from resolvers.reading.plan import PlanCache
from resolvers.writing.assignment import history_value
from schema.engine.language import BASE_FIELDS
from schema.execution.answering import Answering
from schema.execution.documents import Documents
from schema.execution.runtime import GraphQLRequest
from service.database.connections import credentials, read_pool, tortoise_config
from service.database.embedded_postgres import APP, OWNER, EmbeddedPostgres
from service.demo.people.identity_codes import artificial_identity_code
from service.graphql import build_answering
from service.settings import Settings
from tests.support.organisation import NOW
from tests.support.rows.every_state import EveryState, batches
from tests.support.rows.filler import AUTHOR, MOMENT
from tests.support.rows.search_entries import index_search_text

# What the policy asks of a row, and what stands beside it in a constraint: not hidden, but what hides.
DECIDING = frozenset(
    {
        "basis",
        "consent_given_on",
        "consent_valid_until",
        "consent_withdrawn_on",
        "visibility",
        "safety_restriction",
        "processing_restriction",
        "is_full_service",
        "goal_ids",
        "scopes",
        "jwks",
        "categories",
        "given_on",
        "valid_until",
        "withdrawn_at",
        "ends_at",
        "starts_at",
        "minutes",
        "accepted_at",
        "disabled_at",
    }
)
# As above, of one type alone.
_DECIDING = {
    "account": ("kind", "issuer"),
    "login_event": ("at", "outcome"),
    "front_end_client": ("is_confidential",),
    "representation": ("kind", "matters", "valid_from"),
    "telling_refusal": ("matters",),
    "reported_absence": ("kind",),
    "form_template": ("kind",),
    "billing_row": ("kind",),
    "client_import": ("lines_read", "written", "unchanged", "refused"),  # one is the sum of the others
}
DECIDING_FIELDS = frozenset((noun, name) for noun, names in _DECIDING.items() for name in names)
# What can only be added to: here a value of it must differ.
CHANGEABLE = "".join(
    f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only; GRANT UPDATE ON {table} TO {APP};"
    for table in ("login_event", "monthly_figure")
)
Cell = tuple[str, Any, Field]  # noun, row, field


@dataclass
class Side:
    """One of the two databases, with everything that answers from it."""

    answering: Answering
    context: TortoiseContext
    owner: "asyncpg.Connection[Any]"

    async def raw(self, viewer: Viewer, query: str, variables: Mapping[str, Any]) -> bytes:
        with self.context:
            return (await self.answering.answer(GraphQLRequest(query, variables, None, viewer, NOW))).body


@dataclass
class Pristine:
    """The database that both sides are copies of."""

    name: str
    scene: EveryState
    settings: Settings
    postgres: EmbeddedPostgres
    documents: Documents
    plans: PlanCache

    @asynccontextmanager
    async def copy(self) -> AsyncIterator[Side]:
        name = f"test_{uuid4().hex}"
        url = self.postgres.create_database(name, self.name)
        async with AsyncExitStack() as stack:
            stack.callback(self.postgres.drop_database, name)
            context = TortoiseContext()
            stack.push_async_callback(context.close_connections)
            with context:
                await context.init(config=tortoise_config(url, 2))
            owner = await asyncpg.connect(**credentials(self.postgres.url(name, OWNER)))
            stack.push_async_callback(owner.close)
            await owner.execute(CHANGEABLE)
            pool = await stack.enter_async_context(read_pool(url, 2))
            answering = build_answering(self.settings, pool)
            # What was parsed and compiled depends on no database: sharing it halves the time.
            answering.documents, answering.plans = self.documents, self.plans
            yield Side(answering, context, owner)


async def store_version(type_: ContentType, row: Any, revision: int, but: frozenset[str] = frozenset()) -> None:
    """Write version and history as a change of every field would have, `but` some."""
    stored = {column: history_value(getattr(row, column)) for column in type_.model._meta.fields_db_projection}
    changes = {
        f.key: {"before": None, "after": None if f.sealed else history_value(getattr(row, f.name))}
        for f in list(type_.fields.values())[len(BASE_FIELDS) :]
        if f.key not in but and not f.sections
    }
    for field in (f for f in type_.fields.values() if f.sections):
        told = {f"{field.key}.{key}": value for key, value in getattr(row, field.name).items()}
        changes |= {name: {"before": None, "after": value} for name, value in told.items() if name not in but}
    about = {"noun": type_.noun, "object_id": row.pk, "revision": revision, "at": MOMENT}
    await Version.create(**about, stored=stored)
    await History.create(**about, actor=AUTHOR, actor_name="Author", action="UPDATE", changes=changes)


def hidden_cells(scene: EveryState, viewer: Viewer) -> list[Cell]:
    """Return every value that the table keeps from a viewer: row by row, field by field."""
    found = []
    for noun, type_ in scene.content_types.items():
        served = [
            f
            for f in list(type_.fields.values())[len(BASE_FIELDS) :]
            if not f.target and f.column not in DECIDING and (noun, f.column) not in DECIDING_FIELDS
        ]
        for row in scene.rows(noun):
            is_seen = scene.sees(viewer, type_, row)
            for field in served:
                hidden = is_seen and field.sections and scene.hidden_keys(viewer, type_, row, field)
                if is_counted(scene, viewer, noun, row, field):
                    continue
                if not is_seen or hidden or not scene.may(viewer, type_, row, field.read):
                    found.append((noun, row, field))
    return found


def is_counted(scene: EveryState, viewer: Viewer, noun: str, row: Any, field: Field) -> bool:
    """Return whether a value of a day is in the counts of its contract, which the viewer may read (decision 0094)."""
    if (noun, field.column) not in {("attendance", "day"), ("attendance", "presence")}:
        return False
    contract = scene.content_types["contract"]
    return any(
        one.pk == row.contract_id and scene.may(viewer, contract, one, contract.counted.read)
        for one in scene.rows("contract")
        if contract.counted
    )


def other_value(value: Any, field: Field) -> Any:
    """Return another value of the same kind."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case datetime():
            return value + timedelta(hours=1)
        case date() if field.name == "month":
            return (value + timedelta(days=1_000)).replace(day=1)
        case date():
            return value + timedelta(days=1_000)  # past every other day of a unique one
        case str() if field.choices:
            return next(c for c in field.choices if c != value)
        case str():
            return f"zz{value[2:]}"
        case list() if field.embedded:
            return [{k: other_value(v, field) if k in ("name", "minutes") else v for k, v in i.items()} for i in value]
        case list():
            return [f"zz{v}" for v in value]
    return value


async def differ(side: Side, scene: EveryState, viewer: Viewer, cells: list[Cell]) -> None:
    """Change the cells on one side, with whatever is kept of them elsewhere: order, index, search, version, history."""
    keyring, codes = scene.service.filler.keyring, set(scene.service.filler.codes)
    changed: dict[UUID, tuple[ContentType, list[Field]]] = {}
    for noun, row, field in cells:
        changed.setdefault(row.pk, (scene.content_types[noun], []))[1].append(field)
    with side.context:
        for log in ("history", "version"):
            await side.owner.execute(f"ALTER TABLE {log} DISABLE TRIGGER {log}_append_only")
        await side.owner.execute(f"GRANT UPDATE ON ALL TABLES IN SCHEMA public TO {APP}")  # also what is evidence
        for pk, (type_, fields) in changed.items():
            row = cast("Any", await type_.model.get(pk=pk))
            for field in fields:
                if field.sealed:
                    code = artificial_identity_code(Random(1), date(1991, 2, 3), codes)
                    place = Place(type_.kind.table, field.column, pk)
                    row.personal_identity_code = seal(keyring, place, code)
                    set_code_indexes(row, keyring, code)
                elif field.sections:
                    keys = scene.hidden_keys(viewer, type_, row, field)
                    answers = getattr(row, field.name)
                    setattr(row, field.name, {k: other_value(v, field) if k in keys else v for k, v in answers.items()})
                else:
                    setattr(row, field.name, other_value(getattr(row, field.name), field))
            if any(field.order_column for field in fields):
                row.sort_key = f"zz{row.sort_key}"
            await row.save()
            await index_search_text(type_, row, cast(TransactionalDBClient, get_connection("default")))
            await rewrite_second_version(side, type_, row, frozenset(hidden_names(scene, viewer, type_, row, fields)))


def hidden_names(scene: EveryState, viewer: Viewer, type_: ContentType, row: Any, fields: list[Field]) -> Iterator[str]:
    """Yield the names under which history would keep the hidden changes."""
    for field in fields:
        keys = scene.hidden_keys(viewer, type_, row, field) if field.sections else ()
        yield from (f"{field.key}.{key}" for key in keys) if field.sections else (field.key,)


async def rewrite_second_version(side: Side, type_: ContentType, row: Any, hidden: frozenset[str]) -> None:
    """Let the second revision hold the row as it is now, and its history not tell that anything hidden changed."""
    about = "object_id = $1 AND revision = 2"
    await side.owner.execute(f"DELETE FROM history WHERE {about}", row.pk)
    await side.owner.execute(f"DELETE FROM version WHERE {about}", row.pk)
    await store_version(type_, row, 2, hidden)


@dataclass
class Pair:
    """Two databases that differ in what one viewer may not read, and that viewer."""

    left: Side
    right: Side
    scene: EveryState
    viewer: Viewer
    cells: list[Cell]

    async def check(self, what: str, query: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the answer that both sides give."""
        one = await self.left.raw(self.viewer, query, variables or {})
        two = await self.right.raw(self.viewer, query, variables or {})
        assert one == two, f"{self.viewer.name} learns from {what}: {difference(orjson.loads(one), orjson.loads(two))}"
        return dict(orjson.loads(one))

    async def check_each(self, what: str, roots: list[str], declared: str, variables: Mapping[str, Any]) -> None:
        """Ask several roots at once; where one is refused, each by itself."""
        for some in batches(roots):
            named = " ".join(f"r{n}: {root}" for n, root in enumerate(some))
            if "errors" in await self.check(what, f"query Q{declared} {{ {named} }}", variables):
                for root in some:
                    await self.check(f"{what}: {root}", f"query Q{declared} {{ {root} }}", variables)


def difference(one: Any, two: Any, path: str = "") -> list[str]:
    """Return where two answers differ, and how."""
    if isinstance(one, dict) and isinstance(two, dict) and one.keys() == two.keys():
        return [d for k in one for d in difference(one[k], two[k], f"{path}.{k}")][:5]
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        return [d for n, pair in enumerate(zip(one, two, strict=True)) for d in difference(*pair, f"{path}.{n}")][:5]
    return [] if one == two else [f"{path}: {one!r} ≠ {two!r}"]
