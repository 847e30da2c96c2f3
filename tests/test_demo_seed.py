"""The demo's database: filled once, only in a demo, and with everything that a first look should find."""

import time
from collections.abc import AsyncIterator
from datetime import timedelta
from random import Random
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from auth.identity.accounts import ByToken, load_entry, today
from auth.identity.provider.users import log_in
from auth.identity.tokens import AccessToken
from auth.viewer import Viewer
from models.sealed import Place, unseal
from service.database import credentials, orm
from service.demo.cast import CAST, Part, part_of
from service.demo.landmarks import LANDMARKS
from service.demo.seed import SeedRefused, agency_secret, log_ins, seed, told_rows
from service.embedded import EmbeddedPostgres
from service.graphql import keyring_of, schema_and_register
from service.settings import Settings
from tests.conftest import SeededDemo
from tests.world import NOW as NOW_LATEST



@pytest.fixture(scope="module")
async def settings(postgres: EmbeddedPostgres, seeded_demo: SeededDemo) -> AsyncIterator[Settings]:
    name = f"demo_{uuid4().hex}"
    url = postgres.create_database(name, seeded_demo.database)
    given = Settings.load(mode="demo", database_url=url, state_dir=seeded_demo.state, metrics_port=0)
    async with orm(url):
        yield given
    postgres.drop_database(name)


@pytest.fixture(scope="module")
async def connection(settings: Settings) -> AsyncIterator["asyncpg.Connection[Any]"]:
    opened = await asyncpg.connect(**credentials(settings.application_url))
    yield opened
    await opened.close()


async def viewer(settings: Settings, part: Part, now: Any) -> Viewer:
    person = await log_in(part.username, part.password, "127.0.0.1", now)
    assert person is not None
    token = AccessToken(settings.oidc_issuer, person.subject, "test", frozenset(), 0)
    entry = await load_entry(ByToken(token), now)
    assert entry is not None
    return entry.viewer


async def test_a_service_that_is_no_demo_is_never_filled(database_copy: str, tmp_path: Any, seeded_demo: Any) -> None:
    real = Settings.load(mode="test", database_url=database_copy, state_dir=tmp_path, metrics_port=0)
    with pytest.raises(SeedRefused):
        await seed(real, seeded_demo.now)
    opened = await asyncpg.connect(**credentials(database_copy))
    assert await opened.fetchval("SELECT count(*) FROM account") == 0
    await opened.close()


async def test_the_demo_is_as_large_as_a_first_user(connection: Any) -> None:
    wanted = {"organisation": 1, "unit": 3, "staff_member": 40, "agency": 12, "client": 400}
    counted = {table: await connection.fetchval(f"SELECT count(*) FROM {table}") for table in wanted}
    days = await connection.fetchval("SELECT count(*) FROM attendance")

    assert counted == wanted
    assert 30_000 <= days <= 45_000


async def test_every_state_that_something_can_be_in_occurs(connection: Any) -> None:
    elsewhere = {("agency_client", "REVOKED"), ("staff_member", "LEFT")}
    for type_ in schema_and_register()[1].values():
        found = {r["state"] for r in await connection.fetch(f"SELECT DISTINCT state FROM {type_.kind.table}")}
        wanted = {s for s in type_.kind.workflow.states if s != "RETIRED" and (type_.noun, s) not in elsewhere}
        assert found >= wanted, type_.noun


async def test_every_record_has_its_history_and_its_version(connection: Any) -> None:
    for type_ in schema_and_register()[1].values():
        for log in ("history", "version"):
            without = await connection.fetchval(
                f"SELECT count(*) FROM {type_.kind.table} t WHERE NOT EXISTS (SELECT FROM {log} h"
                f" WHERE h.object_id = t.id AND h.noun = '{type_.noun}' AND h.revision = t.revision)"
            )
            assert without == 0, (type_.noun, log)
    assert await connection.fetchval("SELECT count(*) FROM history WHERE at > $1", NOW_LATEST) == 0


async def test_a_second_start_changes_nothing(settings: Settings, seeded_demo: SeededDemo, connection: Any) -> None:
    before = [await connection.fetchval(f"SELECT md5(string_agg(t::text, '')) FROM {t} t") for t in ("client", "account")]
    await seed(settings, seeded_demo.now + timedelta(days=1))
    after = [await connection.fetchval(f"SELECT md5(string_agg(t::text, '')) FROM {t} t") for t in ("client", "account")]
    assert before == after
