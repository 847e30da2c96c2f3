"""A total reads each row once, from its index, and looks nothing up for it: neither its client nor what replaced it."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from graphql import parse
from tortoise.connection import get_connection

from auth.accounts.viewer_loading import viewer_of_account
from bench.data import ACCOUNT, ACCOUNTS, TODAY, made
from bench.national import fill_national
from resolvers.reading.operation import compile_query
from resolvers.reading.parameters import Call
from resolvers.reading.selection import Selection
from service.database.connections import credentials, orm
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres
from service.graphql import build_answering
from service.settings_loading import load_settings

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAYS = 200  # at least so many in the unit that is counted
LOOKS = 40  # of a caseload of thirty, and of the few sets that are read once


@pytest.fixture
async def register(postgres: EmbeddedPostgres, template: str) -> AsyncIterator[asyncpg.Connection]:
    name = f"test_{uuid4().hex}"
    url = postgres.create_database(name, template)
    connection = await asyncpg.connect(**credentials(postgres.url(name, SUPERUSER)))
    await fill_national(connection, 0.005)
    async with orm(url):
        yield connection
    await connection.close()
    postgres.drop_database(name)


def nodes(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield tree
    for inner in tree.get("Plans", ()):
        yield from nodes(inner)


@pytest.mark.parametrize("role", ["supervisor", "coach"])
async def test_a_total_of_days_looks_nothing_up_for_each_day(
    register: asyncpg.Connection, role: str, tmp_path: Path
) -> None:
    account = made(ACCOUNT, ACCOUNTS.index(role))
    viewer = await viewer_of_account(account, NOON, get_connection("default"))
    assert viewer is not None
    compiler = build_answering(load_settings(mode="test", state_dir=tmp_path), None).runtime.compiler
    asked: Any = parse("{ attendance(first: 0) { totalCount } }").definitions[0]
    plan = compile_query(compiler, Selection({}, {}), asked, viewer, "0" * 64)
    call = Call(viewer, NOON, TODAY, uuid4(), {}, (b"k" * 32,))

    transaction = register.transaction()
    await transaction.start()
    told = await register.fetchval(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {plan.sql}", *plan.values(call))
    await transaction.rollback()

    tree = json.loads(told)[0]["Plan"]
    ran = [
        node for node in nodes(tree) if node["Actual Loops"] and node.get("Relation Name") in {"attendance", "client"}
    ]
    assert max(node["Actual Rows"] * node["Actual Loops"] for node in ran) >= DAYS, "the unit's days were counted"
    assert [(node["Node Type"], node["Alias"]) for node in ran if node["Actual Loops"] > LOOKS] == []
