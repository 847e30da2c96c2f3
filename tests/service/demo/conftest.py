"""A copy of the demo's database for each module of tests."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from service.database.connections import credentials, orm
from service.database.embedded_postgres import EmbeddedPostgres
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.seeded_demo import SeededDemo


@pytest.fixture(scope="module")
async def settings(postgres: EmbeddedPostgres, seeded_demo: SeededDemo) -> AsyncIterator[Settings]:
    name = f"demo_{uuid4().hex}"
    url = postgres.create_database(name, seeded_demo.database)
    given = load_settings(mode="demo", database_url=url, state_dir=seeded_demo.state, metrics_port=0)
    async with orm(url):
        yield given
    postgres.drop_database(name)


@pytest.fixture(scope="module")
async def connection(settings: Settings) -> AsyncIterator["asyncpg.Connection[Any]"]:
    opened = await asyncpg.connect(**credentials(settings.application_url))
    yield opened
    await opened.close()
