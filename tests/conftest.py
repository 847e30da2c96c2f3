"""What every test may ask for: a real PostgreSQL, migrated once, and a copy of it in a tenth of a second."""

import gc
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest
from starlette.applications import Starlette

from service.database.connections import orm, read_pool
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.migrations import migrate
from service.graphql import build_answering
from service.pages.privacy_page import privacy_routes
from service.pages.reading_pages import reading_routes
from service.prefork.workers import GC_THRESHOLDS
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.login.shared_authorities import share_authorities
from tests.support.organisation import NOW, OrganisationTemplate, SampleOrganisation, build_organisation
from tests.support.processes.connected_postgres import ConnectedPostgres
from tests.support.processes.mail_server import LocalMailServer
from tests.support.processes.postgres_directories import clear_away, clear_leftovers, fresh_directory
from tests.support.rows.fillable_service import settings_on
from tests.support.rows.prepared_models import prepare_models_once
from tests.support.seeded_demo import SeededDemo

TEMPLATE, WITH_ORGANISATION = "polku_template", "polku_organisation"
MARKS = {
    "browser": "needs Chromium (service/development/testing.py leaves it out, loudly, where there is none)",
    "npm_provider": "needs Node and the programs of tests/support/npm and docs/integrating/typescript",
    "pages_build": "needs Node and the packages of web/app, with which the pages are built",
    "namespaces": "needs root and the program `ip`, to make networks of its own",
    "proxy": "needs Caddy, the proxy of deploy/caddy",
    "haproxy": "needs HAProxy, the proxy of deploy/haproxy",
    "clamav": "needs clamd of ClamAV, to which files are shown",
    "curl": "needs curl and jq, with which the guide for agencies asks",
    "wrk": "needs wrk, the load generator of the bench",
    "postgraphile": "needs npm, and the packages of bench/postgraphile",
    "redis": "needs redis-server, which counts the limits of several processes",
    "systemd": "needs systemd-analyze, to read the units of deploy/systemd",
    "cluster": "needs root, `ip` and etcd, to make three machines with PostgreSQL under Patroni",
}

pytest_plugins = ["tests.support.login.fixtures"]


def pytest_configure(config: pytest.Config) -> None:
    """Make the marks known that service/development/testing.py selects by."""
    for mark, meaning in MARKS.items():
        config.addinivalue_line("markers", f"{mark}: {meaning}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for Chromium, so that no test can forget it."""
    for item in items:
        if isinstance(item, pytest.Function) and "chromium" in item.fixturenames:
            item.add_marker("browser")


def pytest_collection_finish() -> None:
    """Have the collector of garbage leave alone what was imported: looking through it takes a sixth of the tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)


@pytest.fixture(scope="session", autouse=True)
def done_once() -> Iterator[None]:
    """Let what a process of the service does once be done once in a run of tests too."""
    with pytest.MonkeyPatch.context() as patch:
        prepare_models_once(patch)
        share_authorities(patch)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[EmbeddedPostgres]:
    """The embedded server of this test run, gone afterwards; servers of killed runs are cleared away first."""
    clear_leftovers()
    directory = fresh_directory()
    server = ConnectedPostgres(directory, durable=False)
    server.start()
    yield server
    server.disconnect()
    clear_away(directory)


@pytest.fixture(scope="session")
async def template(postgres: EmbeddedPostgres) -> str:
    """The name of a database with all migrations applied and no rows, to be copied and never touched."""
    postgres.create_database(TEMPLATE)
    await migrate(postgres.url(TEMPLATE, OWNER))
    return TEMPLATE


@pytest.fixture(scope="session")
async def organisation_template(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> OrganisationTemplate:
    """The organisation of tests/support/organisation.py in a database to be copied and never touched."""
    url = postgres.create_database(WITH_ORGANISATION, template)
    async with orm(url), read_pool(url, 1) as pool:
        answering = build_answering(settings_on(url, tmp_path_factory.mktemp("organisation")), pool)
        return OrganisationTemplate(WITH_ORGANISATION, await build_organisation(answering, pool))


@pytest.fixture(scope="session")
async def seeded_demo(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> SeededDemo:
    """The demo as it is filled on a Monday."""
    from service.demo.seed import seed

    demo = SeededDemo("polku_demo", tmp_path_factory.mktemp("demo"), NOW)
    url = postgres.create_database(demo.database, template)
    await seed(load_settings(mode="demo", database_url=url, state_dir=demo.state, metrics_port=0), demo.now)
    return demo


@pytest.fixture
def empty_database(postgres: EmbeddedPostgres) -> Iterator[str]:
    """The owner's URL of a database in which nothing was migrated."""
    name = f"empty_{uuid4().hex}"
    postgres.create_database(name)
    yield postgres.url(name, OWNER)
    postgres.drop_database(name)


@pytest.fixture
def database_copy(request: pytest.FixtureRequest, postgres: EmbeddedPostgres, template: str) -> Iterator[str]:
    """The application's URL of a migrated database, empty or with the organisation; nothing is connected to it yet."""
    name = f"test_{uuid4().hex}"
    has_people = "organisation_template" in request.fixturenames
    yield postgres.create_database(
        name, request.getfixturevalue("organisation_template").database if has_people else template
    )
    postgres.drop_database(name)


@pytest.fixture
async def database(database_copy: str) -> AsyncIterator[str]:
    """The same, with Tortoise connected as the application's role: models can be used."""
    async with orm(database_copy):
        yield database_copy


@pytest.fixture
def settings(database_copy: str, tmp_path: Path) -> Settings:
    """The settings of a service on that database."""
    return settings_on(database_copy, tmp_path)


@pytest.fixture
def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def server(free_port: int) -> AsyncIterator[LocalMailServer]:
    """A mail server that listens, without encryption."""
    found = LocalMailServer(free_port)
    await found.start()
    yield found
    await found.stop()


@pytest.fixture
async def organisation(
    database: str, settings: Settings, organisation_template: OrganisationTemplate
) -> AsyncIterator[SampleOrganisation]:
    """The organisation of tests/support/organisation.py on a database of its own, and the way to ask as its people."""
    async with read_pool(database, 4) as pool:
        yield organisation_template.organisation_on(build_answering(settings, pool), pool)


@pytest.fixture
async def anonymous_client(organisation: SampleOrganisation) -> AsyncIterator[httpx2.AsyncClient]:
    """Somebody without a session, before the public pages of the organisation."""
    app = Starlette(routes=[*privacy_routes(), *reading_routes()])
    app.state.reads = organisation.pool
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://polku.example") as client:
        yield client
