"""Waits that end: for a lock, for a connection, for a caller who has left, with a real PostgreSQL."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest
from starlette.applications import Starlette

from service.app import create_app
from service.database.deadlines import job_deadlines, request_deadlines
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres
from service.settings import Settings
from tests.support.login.identity_service import served
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import RunningService, SessionClient, running_service

CLIENTS = "{ clients(first: 1) { totalCount } }"
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name LIKE 'polku%'"
CREATE = """mutation C($k: String, $o: ID!) {
  createUnit(input: {name: "Uusi", organisationId: $o}, idempotencyKey: $k) {
    unit { id } errors { code } } }"""


@pytest.fixture
def impatient(settings: Settings) -> Settings:
    """Settings with short deadlines."""
    return settings.model_copy(
        update={"lock_seconds": 1, "statement_seconds": 2, "database_wait_seconds": 1, "database_pool": 2}
    )


@pytest.fixture
async def service(impatient: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    """The whole service with short deadlines."""
    async with running_service(impatient, organisation_template) as found:
        yield found


@pytest.fixture
async def owner(postgres: EmbeddedPostgres, impatient: Settings) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """A connection of the superuser, to hold locks, to look and to end connections."""
    database = urlsplit(impatient.database_url).path.removeprefix("/")
    connection = await asyncpg.connect(postgres.url(database, SUPERUSER))
    yield connection
    await connection.close()


@asynccontextmanager
async def locked(owner: "asyncpg.Connection[Any]", table: str, mode: str) -> AsyncIterator[None]:
    """Hold a lock on a table."""
    async with owner.transaction():
        await owner.execute(f"LOCK TABLE {table} IN {mode} MODE")
        yield


async def asked(client: SessionClient, query: str, **variables: Any) -> tuple[int, str, str | None]:
    """Return status, code and Retry-After of an answer."""
    answer = await client.http.post("/graphql", json={"query": query, "variables": variables}, headers=client.headers)
    errors = answer.json().get("errors") or [{"extensions": {"code": ""}}]
    return answer.status_code, errors[0]["extensions"]["code"], answer.headers.get("retry-after")


async def eventually(holds: Callable[[], Any]) -> bool:
    """Wait until something holds; return whether it ever did."""
    for _ in range(200):
        if await holds():
            return True
        await asyncio.sleep(0.05)
    return False


async def test_every_connection_of_the_service_and_of_jobs_has_deadlines(
    service: RunningService, settings: Settings
) -> None:
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    cut_off = {"tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count", "tcp_user_timeout"}
    shown = [await service.app.state.reads.fetchval(f"SHOW {name}") for name in names]
    from tortoise.connection import get_connection

    rows = [await get_connection("default").execute_query_dict(f"SHOW {name}") for name in names]

    assert shown == ["2s", "1s", "1min"]
    assert [next(iter(row[0].values())) for row in rows] == shown
    assert request_deadlines(settings).connecting["timeout"] == settings.database_wait_seconds
    assert set(job_deadlines(settings).server_settings) == {*names, *cut_off}


async def test_a_read_that_waits_for_a_lock_ends_with_503_and_the_time_to_come_back(
    service: RunningService, owner: "asyncpg.Connection[Any]"
) -> None:
    async with service.log_in("supervisor_a") as client:
        before = await asked(client, CLIENTS)
        async with locked(owner, "client", "ACCESS EXCLUSIVE"):
            waited = await asked(client, CLIENTS)
        after = await asked(client, CLIENTS)

    assert (before[0], after[0]) == (200, 200)
    assert waited == (503, "DATABASE_TIMEOUT", "5")


async def test_a_command_that_waits_for_a_lock_saves_nothing_and_says_so(
    service: RunningService, owner: "asyncpg.Connection[Any]"
) -> None:
    units = await service.organisation.count("unit")
    async with service.log_in("administrator") as client:
        async with locked(owner, "unit", "SHARE"):
            waited = await asked(client, CREATE, k="one", o=service.organisation.ids["organisation"])
            unsaved = await service.organisation.count("unit")
        again = await client.ask(CREATE, k="one", o=service.organisation.ids["organisation"])

    assert waited == (503, "DATABASE_TIMEOUT", "5")
    assert unsaved == units
    assert again["createUnit"]["errors"] == []
    assert await service.organisation.count("unit") == units + 1


async def test_a_command_whose_connection_is_lost_while_it_commits_says_that_it_may_be_saved(
    service: RunningService, owner: "asyncpg.Connection[Any]"
) -> None:
    await owner.execute(
        """CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
           BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$"""
    )
    await owner.execute(
        """CREATE CONSTRAINT TRIGGER vanish AFTER INSERT ON unit DEFERRABLE INITIALLY DEFERRED
           FOR EACH ROW EXECUTE FUNCTION vanish()"""
    )
    async with service.log_in("administrator") as client:
        lost = await asked(client, CREATE, k="two", o=service.organisation.ids["organisation"])
        await owner.execute("DROP TRIGGER vanish ON unit")
        again = [
            (await client.ask(CREATE, k="two", o=service.organisation.ids["organisation"]))["createUnit"]
            for _ in range(2)
        ]

    assert lost == (503, "OUTCOME_UNKNOWN", "5")
    assert again[0]["errors"] == []
    assert again[0] == again[1]


async def test_nobody_waits_for_a_connection_for_longer_than_the_setting_says(
    service: RunningService,
) -> None:
    reads = service.app.state.reads
    async with service.log_in("supervisor_a") as client:
        async with reads.acquire(), reads.acquire():
            waited = await asked(client, CLIENTS)
        after = await asked(client, CLIENTS)

    assert waited[:2] == (503, "BUSY")
    assert after[0] == 200


async def test_a_statement_whose_caller_has_left_is_gone_from_the_database(
    settings: Settings, organisation_template: OrganisationTemplate, owner: "asyncpg.Connection[Any]", free_port: int
) -> None:
    patient = settings.model_copy(
        update={"lock_seconds": 60, "statement_seconds": 60, "port": free_port, "host": "127.0.0.1"}
    )
    app: Starlette = create_app(patient)
    async with served(app, free_port, lifespan="on"):
        organisation = organisation_template.organisation_on(app.state.answering, app.state.reads)
        async with RunningService(app, organisation, patient).log_in("supervisor_a") as client:
            cookie = "; ".join(f"{name}={value}" for name, value in client.http.cookies.items())
            async with locked(owner, "client", "ACCESS EXCLUSIVE"):
                writer = await sent(free_port, cookie, client.headers)
                waits = await eventually(lambda: has_waiting(owner))
                writer.close()
                gone = await eventually(lambda: has_none_waiting(owner))
            after = await asked(client, CLIENTS)

    assert waits
    assert gone
    assert after[0] == 200


async def sent(port: int, cookie: str, headers: dict[str, str]) -> asyncio.StreamWriter:
    """Send a request on a connection of its own and do not wait for the answer."""
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    body = json.dumps({"query": CLIENTS})
    lines = [f"{name}: {value}" for name, value in headers.items()]
    lines += [f"cookie: {cookie}", "content-type: application/json", f"content-length: {len(body)}"]
    host = f"host: {headers['origin'].partition('//')[2]}"
    writer.write("\r\n".join(["POST /graphql HTTP/1.1", host, *lines, "", body]).encode())
    await writer.drain()
    return writer


async def has_waiting(owner: "asyncpg.Connection[Any]") -> bool:
    """Return whether a statement of the service waits for a lock."""
    await owner.execute("SELECT pg_stat_clear_snapshot()")  # otherwise a transaction sees one moment for ever
    return bool(await owner.fetchval(WAITING))


async def has_none_waiting(owner: "asyncpg.Connection[Any]") -> bool:
    """Return whether no statement of the service waits for a lock."""
    return not await has_waiting(owner)


async def test_a_request_that_takes_too_long_is_ended(
    settings: Settings, organisation_template: OrganisationTemplate, owner: "asyncpg.Connection[Any]"
) -> None:
    hurried = settings.model_copy(update={"request_seconds": 1})
    async with running_service(hurried, organisation_template) as service, service.log_in("supervisor_a") as client:
        async with locked(owner, "client", "ACCESS EXCLUSIVE"):
            waited = await asked(client, CLIENTS)
            gone = await eventually(lambda: has_none_waiting(owner))
        after = await asked(client, CLIENTS)

    assert waited == (503, "REQUEST_TIMEOUT", "5")
    assert gone
    assert after[0] == 200


async def test_a_command_that_takes_too_long_is_undone_and_can_be_repeated(
    settings: Settings, organisation_template: OrganisationTemplate, owner: "asyncpg.Connection[Any]"
) -> None:
    hurried = settings.model_copy(update={"request_seconds": 1, "database_pool": 1})
    async with running_service(hurried, organisation_template) as service, service.log_in("administrator") as client:
        given = {"k": "three", "o": service.organisation.ids["organisation"]}
        units = await service.organisation.count("unit")
        async with locked(owner, "unit", "SHARE"):
            waited = await asked(client, CREATE, **given)
            gone = await eventually(lambda: has_none_waiting(owner))
        between = await service.organisation.count("unit")
        again = await client.ask(CREATE, **given)
        after = await service.organisation.count("unit")

    assert waited == (503, "REQUEST_TIMEOUT", "5")
    assert gone
    assert again["createUnit"]["errors"] == []
    assert (between, after) == (units, units + 1)
