"""A real browser, the real service on loopback, and one visit that the tests of this folder look at."""

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from service.commands.serving import server_of
from service.database.embedded_postgres import EmbeddedPostgres
from service.demo.people.cast import cast_member
from service.demo.seed import seed
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from tests.support.graphiql_visit import Person, Visit, fresh_browser, use_graphiql, watch
from tests.support.seeded_demo import SeededDemo

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of this machine."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        pytest.fail("These tests need Chromium: apt install chromium, or leave them out with -m 'not browser'")
    return found


@pytest.fixture(scope="session")
def screens() -> Path | None:
    """Where to put pictures of the screens: docs/screens when WRITE_SCREENS is set, otherwise nowhere."""
    return ROOT / "docs" / "screens" if "WRITE_SCREENS" in os.environ else None


@pytest.fixture(scope="module")  # a service holds the ORM of this process: the tests after it need their own
async def service(postgres: EmbeddedPostgres, seeded_demo: SeededDemo) -> AsyncIterator[Settings]:
    """The settings of a service that answers on loopback, with the people of the demo in its database."""
    from service.app import create_app  # the schema is built on import: not for whoever leaves these tests out

    name = f"browser_{uuid4().hex}"
    with socket.create_server(("127.0.0.1", 0)) as door:  # whoever knocks before the service is up waits at the door
        settings = load_settings(
            mode="demo",
            database_url=postgres.create_database(name, seeded_demo.database),
            state_dir=seeded_demo.state,
            port=door.getsockname()[1],
            metrics_port=0,
        )
        await seed(settings, datetime.now(UTC))  # its people move to this port
        server = server_of(create_app(settings), settings)
        serving = asyncio.create_task(server.serve(sockets=[door]))
        yield settings
        server.should_exit = True
        await serving
    postgres.drop_database(name)


@pytest.fixture(scope="session")
def coach() -> Person:
    """The coach of the demo."""
    part = cast_member("coach")
    return Person(part.name, part.username, part.password)


@pytest.fixture(scope="module")
async def visit(
    chromium: str, screens: Path | None, coach: Person, service: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Visit:
    """A coach's visit from the start page to the log-out."""
    visit = Visit(service.public_url, screens)
    async with fresh_browser(chromium, tmp_path_factory.mktemp("profile")) as browser:
        watch(browser, visit)
        await use_graphiql(browser.pages[0], visit, coach)
    return visit
