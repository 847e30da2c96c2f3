"""A query is one statement whatever its size; it is compiled once; and it never reads a whole large table."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, cast
from uuid import UUID

import asyncpg
import orjson
import pytest

from auth.viewer import Viewer
from models.code_index import has_code_sql
from schema.execution.answering import Answering
from schema.execution.documents import Document
from schema.execution.runtime import GraphQLRequest
from service.database.embedded_postgres import EmbeddedPostgres
from service.examples import EXAMPLES, Example, load_examples
from tests.support.organisation import NOW, TODAY
from tests.support.queries.selections import everything
from tests.support.rows.every_state import EveryState, batches, build_every_state
from tests.support.rows.fillable_service import FillableService, request_of, service_on_new_database
from workflow.roles import Role

SIZES = (0, 1, 5, 100)
LARGE = frozenset({"client", "attendance"})
UNITS, CLIENTS, CONTRACTS, DAYS = 40, 20_000, 1_500, 40
# These count all there is, and say so: an index would not help.
WHOLE = frozenset({"manager-counts"})


@pytest.fixture(scope="module")
async def scene(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[EveryState]:
    async with service_on_new_database(postgres, template, tmp_path_factory.mktemp("state")) as service:
        yield await build_every_state(service)


@asynccontextmanager
async def listening(service: FillableService) -> AsyncIterator[tuple[Answering, list[str]]]:
    """Answer on one connection, and keep every statement that goes over it."""
    sent: list[str] = []
    async with service.pool.acquire() as connection:

        def keep(query: Any) -> None:
            sent.append(query.query)

        answering = service.answering
        pool, answering.runtime.pool = answering.runtime.pool, cast("asyncpg.Pool[Any]", connection)
        connection.add_query_logger(keep)
        yield answering, sent
        connection.remove_query_logger(keep)
        answering.runtime.pool = pool


def documents(scene: EveryState) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield for every type an object, several objects, and lists of each size with everything below them."""
    schema = scene.service.answering.schema
    for noun, type_ in scene.content_types.items():
        whole = everything(schema, scene.content_types, type_, 5)
        ids = [scene.public(noun, row) for row in scene.rows(noun)]
        yield f"query O($id: ID!) {{ node(id: $id) {{ ... on {type_.name} {{ {whole} }} }} }}", {"id": ids[0]}
        yield f"query N($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type_.name} {{ {whole} }} }} }}", {"ids": ids}
        page = f"totalCount edges {{ cursor node {{ {whole} }} }} pageInfo {{ hasNextPage endCursor }}"
        for size in SIZES:
            yield f"query L($n: Int) {{ {type_.plural}(first: $n) {{ {page} }} }}", {"n": size}


@pytest.mark.parametrize("who", ["supervisor", "coach", "trainee free", "agency token"])
async def test_every_query_sends_exactly_one_statement(scene: EveryState, who: str) -> None:
    async with listening(scene.service) as (answering, sent):
        for query, variables in documents(scene):
            ask = request_of(scene.people[who], query, variables)
            await answering.answer(ask)
            compiled = answering.plans.compiled
            sent.clear()
            answer = await answering.answer(ask)
            assert b'"errors"' not in answer.body, answer.body
            assert len(sent) == 1, query
            assert answering.plans.compiled == compiled, query


async def test_roots_of_many_types_together_are_one_statement(scene: EveryState) -> None:
    async with listening(scene.service) as (answering, sent):
        for types in batches(list(scene.content_types.values())):
            roots = " ".join(f"{type_.plural} {{ totalCount nodes {{ id }} }}" for type_ in types[:24])
            for _ in range(2):
                sent.clear()
                await answering.answer(request_of(scene.people["supervisor"], f"{{ {roots} viewer {{ name }} }}"))
            assert len(sent) == 1


async def test_a_page_size_in_a_variable_compiles_nothing_new(scene: EveryState) -> None:
    answering, query = scene.service.answering, "query L($n: Int) { clients(first: $n) { nodes { id state } } }"
    await scene.service.raw(scene.people["supervisor"], query, {"n": 1})
    compiled = answering.plans.compiled
    for size in SIZES:
        await scene.service.raw(scene.people["supervisor"], query, {"n": size})
    assert answering.plans.compiled == compiled


@pytest.fixture(scope="module")
async def crowd(scene: EveryState) -> EveryState:
    """The same scene with many clients, contracts and days, most of them of other units and other coaches."""
    filler, pool = scene.service.filler, scene.service.pool
    elsewhere = (await filler.add("workplace")).pk
    contract = filler.pinned["contract"]
    day = next(r for r in scene.rows("attendance") if r.contract_id == contract and r.state == "RECORDED").pk
    await _multiplied(pool, "unit", filler.pinned["unit"], "'name', 'Unit ' || n", UNITS)
    some_unit = f"((SELECT array_agg(id ORDER BY name) FROM unit))[1 + n % {UNITS}]"
    some_client = f"((SELECT array_agg(id) FROM (SELECT id FROM client ORDER BY sort_key LIMIT {CONTRACTS}) c))[n]"
    nobody = "'identity_index', NULL, 'personal_identity_code', NULL"
    values = f"'unit_id', {some_unit}, 'sort_key', 'name ' || md5(n::text), {nobody}"
    await _multiplied(pool, "client", filler.pinned["client"], values, CLIENTS)
    values = f"'client_id', {some_client}, 'unit_id', {some_unit}, 'workplace_id', '{elsewhere}'"
    await _multiplied(pool, "contract", contract, values, CONTRACTS)
    await pool.execute(
        "INSERT INTO attendance SELECT r.* FROM attendance b, contract c, generate_series(0, $3::int - 1) n,"
        " jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'day', date '2026-11-23' - n,"
        " 'contract_id', c.id, 'client_id', c.client_id, 'unit_id', c.unit_id, 'workplace_id', c.workplace_id,"
        " 'referral_id', NULL)) r WHERE b.id = $1 AND c.workplace_id = $2",
        day,
        elsewhere,
        DAYS,
    )
    await pool.execute("ANALYZE")
    assert await pool.fetchval("SELECT count(*) FROM client") > CLIENTS
    assert await pool.fetchval("SELECT count(*) FROM attendance") > CONTRACTS * DAYS
    return scene


async def _multiplied(pool: Any, table: str, row: UUID, values: str, times: int) -> None:
    await pool.execute(
        f"INSERT INTO {table} SELECT r.* FROM {table} b, generate_series(1, {times}) n,"
        f" jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), {values})) r WHERE b.id = $1",
        row,
    )


def viewer_for(scene: EveryState, role: Role) -> Viewer:
    """Return somebody of the role who reaches rows of the scene."""
    named = {Role.TRAINEE: "trainee free", Role.GUARDIAN: "guardian free", Role.AGENCY: "agency token"}
    return scene.people[named.get(role, str(role))]


def whole_tables(plan: Any) -> Iterator[str]:
    """Yield the tables that a plan reads from end to end."""
    if isinstance(plan, dict):
        if plan.get("Node Type") == "Seq Scan":
            yield plan["Relation Name"]
        for below in plan.values():
            yield from whole_tables(below)
    if isinstance(plan, list):
        for below in plan:
            yield from whole_tables(below)


QUERIES = [e for e in load_examples(EXAMPLES) if e.kind == "query" and e.name not in WHOLE]


@pytest.mark.parametrize("example", QUERIES, ids=[e.name for e in QUERIES])
async def test_no_example_reads_all_clients_or_all_days(crowd: EveryState, example: Example) -> None:
    asked = example.on(TODAY)
    answering, viewer = crowd.service.answering, viewer_for(crowd, example.role)
    document = answering.documents.parsed(asked.document)
    assert isinstance(document, Document)
    [operation] = document.operations
    assert not operation.is_mutation
    variables = operation.values(orjson.loads(asked.variables or "{}"))
    ask = GraphQLRequest(asked.document, variables, None, viewer, NOW)
    plan = answering.planned(viewer, document, operation, variables)
    values = [get(answering.runtime.call(ask, variables)) for get in plan.getters]
    async with crowd.service.pool.acquire() as connection:
        explained = await connection.fetchval(f"EXPLAIN (FORMAT JSON) {plan.sql}", *values)
    assert not LARGE & set(whole_tables(orjson.loads(explained))), explained


@pytest.mark.parametrize("table", ["client", "referral"])
async def test_an_identity_code_is_looked_up_by_an_index(crowd: EveryState, table: str) -> None:
    asked = f"SELECT 1 FROM {table} t WHERE {has_code_sql('t', '$1::bytea', '$2::bytea')}"
    async with crowd.service.pool.acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL plan_cache_mode TO force_generic_plan")
        if table == "referral":  # too few of them for an index to be worth it
            await connection.execute("SET LOCAL enable_seqscan TO off")
        explained = await connection.fetchval(f"EXPLAIN (FORMAT JSON) {asked}", b"1", None)

    assert list(whole_tables(orjson.loads(explained))) == [], explained


async def test_the_object_that_only_tells_whether_more_follow_is_not_logged_as_shown(scene: EveryState) -> None:
    query = "{ clients(first: 2) { nodes { id lastName } pageInfo { hasNextPage } } }"
    answer = await scene.service.ask(scene.people["supervisor"], query)
    shown = {UUID(node["id"].removeprefix("client_")) for node in answer["data"]["clients"]["nodes"]}
    logged = await scene.service.pool.fetchval("SELECT subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert answer["data"]["clients"]["pageInfo"]["hasNextPage"] is True
    assert set(logged) == shown
    assert len(logged) == 2
