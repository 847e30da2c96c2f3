"""What a list costs does not grow with the register: every way to its rows, and every order, has an index."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from graphql import GraphQLEnumType, get_named_type, parse

from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.reading.connections import COUNT_CAP
from resolvers.reading.operation import compile_query
from resolvers.reading.paging import RELEVANCE
from resolvers.reading.parameters import Call
from resolvers.reading.plan import Plan
from resolvers.reading.selection import Selection
from resolvers.refusals import Refusal
from service.database.connections import credentials
from service.database.embedded_postgres import APP, EmbeddedPostgres
from service.graphql import build_answering
from service.resources import schema_and_content_types
from service.settings_loading import load_settings
from tests.support.organisation import NOW, TODAY
from tests.support.rows.national_register import TABLES, every_viewer, fill_register

PAGE, CASES, READ_IN_VAIN = 100, 30, 2_000
# As many as an organisation sets up, employs or works with; the others grow with its clients.
SMALL = frozenset(
    {
        *(
            "account",
            "agency",
            "agency_client",
            "agreement_text",
            "announcement",
            "anomaly",
            "attendance_month",
            "billing_basis",
            "data_breach",
            "destination",
        ),
        *("event_rule", "form_template", "front_end_client", "invitation", "invoice_row", "log_checkpoint", "official"),
        *("coaching_group", "log_removal", "monthly_figure", "processor", "register_export"),
        *(
            "organisation",
            "privacy_notice",
            "purge",
            "register",
            "register_law",
            "role_grant",
            "service_type",
            "setting",
        ),
        *("staff_member", "term", "unit", "workplace"),
    }
)
INDEXES = """
SELECT t.relname AS table, array(
  SELECT coalesce(a.attname, '') FROM unnest(x.indkey) WITH ORDINALITY k(number, place)
  LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number ORDER BY place) AS columns
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
JOIN pg_am m ON m.oid = i.relam WHERE m.amname = 'btree' AND x.indpred IS NULL
"""


def listed_types() -> Iterator[tuple[ContentType, str, list[str]]]:
    """Yield every type with the name of its root list and the orders of the list, without their reverse."""
    schema, content_types = schema_and_content_types()
    query = schema._schema.query_type  # graphql-core's schema
    assert query is not None
    for type_ in content_types.values():
        for name, field in query.fields.items():
            if get_named_type(field.type).name == f"{type_.name}Connection":
                orders = get_named_type(field.args["orderBy"].type)
                assert isinstance(orders, GraphQLEnumType)
                yield type_, name, [o for o in orders.values if not o.endswith("_DESC") and o != RELEVANCE]


def wanted_indexes(type_: ContentType, orders: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the columns with which an index of the type must begin."""
    reach, by_order = type_.kind.reach, []
    for order in orders:
        field = type_.fields.get(order.lower())
        by_order.append((field.order_column or field.column, "id") if field else ("id",))
    yield from by_order
    for column in filter(None, (reach.unit, reach.agency, reach.workplace)):
        if column != "id":
            yield from ((column, *columns) for columns in by_order)
    yield from ((column,) for column in (reach.author, reach.client) if column not in (None, "id"))


@pytest.fixture(scope="module")
async def register(postgres: EmbeddedPostgres, template: str) -> AsyncIterator[asyncpg.Connection]:
    name = f"test_{uuid4().hex}"
    postgres.create_database(name, template)
    await fill_register(postgres, name)
    connection = await asyncpg.connect(
        **credentials(postgres.url(name, APP)), server_settings={"plan_cache_mode": "force_generic_plan", "jit": "off"}
    )
    yield connection
    await connection.close()
    postgres.drop_database(name)


async def test_every_order_and_every_way_to_rows_that_grow_has_an_index(register: asyncpg.Connection) -> None:
    known: dict[str, set[tuple[str, ...]]] = {}
    for row in await register.fetch(INDEXES):
        columns = tuple(row["columns"])
        known.setdefault(row["table"], set()).update(columns[:length] for length in range(1, len(columns) + 1))
    missing = [
        f"{type_.kind.table}({', '.join(columns)})"
        for type_, _, orders in listed_types()
        if type_.kind.table not in SMALL
        for columns in wanted_indexes(type_, orders)
        if columns not in known[type_.kind.table]
    ]
    assert missing == []
    assert {type_.kind.table for type_, _, _ in listed_types()} > SMALL


@pytest.mark.parametrize("table", TABLES)
async def test_no_way_of_the_policy_reads_more_than_its_page(
    register: asyncpg.Connection, table: str, tmp_path: Any
) -> None:
    compiler = build_answering(load_settings(mode="test", state_dir=tmp_path), None).runtime.compiler
    [(name, orders)] = [(name, orders) for type_, name, orders in listed_types() if type_.kind.table == table]
    found, asked = [], 0
    for who, viewer in every_viewer():
        for document in documents(name, orders):
            plan = planned(compiler, document, viewer)
            if plan is not None:
                asked += 1
                costs = too_much(await explained(register, plan, viewer))
                found += [f"{who}: {document}: {cost}" for cost in costs]
    assert found == []
    assert asked > 20 * len(orders)


def documents(name: str, orders: list[str]) -> Iterator[str]:
    for order in (*orders, *(f"{order}_DESC" for order in orders)):
        yield f"{{ {name}(first: {PAGE}, orderBy: {order}) {{ nodes {{ id }} }} }}"
    yield f"{{ {name} {{ totalCount }} }}"


def planned(compiler: Any, document: str, viewer: Viewer) -> Plan | None:
    """Return the plan of a document, None when the viewer may not ask it."""
    try:
        plan = compile_query(compiler, Selection({}, {}), parse(document).definitions[0], viewer, "0" * 64)  # type: ignore[arg-type] # a query
    except Refusal:
        return None
    return None if plan.refusal else plan


async def explained(register: asyncpg.Connection, plan: Plan, viewer: Viewer) -> dict[str, Any]:
    """Run a plan without saving what it writes, and return what PostgreSQL did."""
    call = Call(viewer, NOW, TODAY, uuid4(), {}, (b"k" * 32,))
    transaction = register.transaction()
    await transaction.start()
    try:
        told = await register.fetchval(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {plan.sql}", *plan.values(call))
    finally:
        await transaction.rollback()
    tree: dict[str, Any] = json.loads(told)[0]["Plan"]
    return tree


def too_much(tree: dict[str, Any]) -> Iterator[str]:
    """Yield what a plan read or sorted in vain: whole tables, rows thrown away, more than a page of each case."""
    loops, removed = tree["Actual Loops"], tree.get("Rows Removed by Filter", 0)
    kind, read = tree["Node Type"], (tree["Actual Rows"] + removed) * loops
    if removed * loops > READ_IN_VAIN or (kind == "Seq Scan" and read > 2 * COUNT_CAP):
        yield f"{kind} of {tree.get('Relation Name')}: {read:.0f} rows, of which {removed * loops:.0f} in vain"
    inner = tree.get("Plans", ())
    if kind == "Sort" and (rows := inner[0]["Actual Rows"]) > PAGE * CASES:
        yield f"Sort of {rows:.0f} rows"
    for node in inner:
        yield from too_much(node)
