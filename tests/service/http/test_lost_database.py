"""A database that is gone: 503 with a code to act on, never a 500, and never "done" where nobody knows."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx2
import pytest
from asyncpg.exceptions import InternalClientError
from starlette.routing import Route

from models.lost_connections import is_connection_lost
from service.settings import Settings
from tests.support.organisation import OrganisationTemplate
from tests.support.processes.breakable_line import BreakableLine, Cut, breakable_line
from tests.support.running_service import RunningService, SessionClient, running_service

UPDATE = """mutation U($i: UpdateClientInput!, $k: String) { updateClient(input: $i, idempotencyKey: $k) {
  client { revision email } errors { code } } }"""


@pytest.fixture
async def line(database_copy: str, organisation_template: OrganisationTemplate) -> AsyncIterator[BreakableLine]:
    async with breakable_line(database_copy) as found:
        yield found


@pytest.fixture
async def service(
    settings: Settings, line: BreakableLine, organisation_template: OrganisationTemplate
) -> AsyncIterator[RunningService]:
    """The whole service, over a line to the database that can be cut."""
    async with running_service(settings.model_copy(update={"database_url": line.url}), organisation_template) as found:
        yield found


async def sent(client: SessionClient, query: str, **variables: Any) -> httpx2.Response:
    """Return the response to a request."""
    return await client.http.post("/graphql", json={"query": query, "variables": variables}, headers=client.headers)


async def change_of_email(service: RunningService, client: SessionClient) -> httpx2.Response:
    """Return the response to the same command with the same key, each time."""
    given = {"id": service.organisation.ids["aino"], "revision": 1, "email": "uusi@example.org"}
    return await sent(client, UPDATE, i=given, k="once")


def refusal_of(response: httpx2.Response) -> tuple[int, str, bool, bool]:
    """Return status, code, whether it is worth asking again, and whether it says when."""
    [problem] = response.json()["errors"]
    extensions = problem["extensions"]
    return response.status_code, extensions["code"], extensions["retryable"], "retry-after" in response.headers


async def changes(database: str) -> int:
    """Return how often the client was updated, as the database knows it."""
    connection = await asyncpg.connect(database)
    try:
        return int(await connection.fetchval("SELECT count(*) FROM history WHERE noun = 'client'"))
    finally:
        await connection.close()


async def test_a_query_while_the_database_is_gone_is_answered_503_and_works_again_afterwards(
    service: RunningService, line: BreakableLine
) -> None:
    async with service.log_in("coach_a") as coach:
        query = "{ clients { totalCount } }"
        before = await sent(coach, query)
        line.cut()
        gone = [await sent(coach, query) for _ in range(12)]  # more often than the pools have connections
        line.mend()
        after = await sent(coach, query)

    assert {refusal_of(one) for one in gone} == {(503, "DATABASE_UNAVAILABLE", True, True)}
    assert "Mitään ei tallennettu" in gone[0].json()["errors"][0]["message"]
    assert (after.status_code, after.json()) == (200, before.json())


@pytest.mark.parametrize("cut_at", Cut)
async def test_a_connection_lost_at_the_commit_is_an_unknown_outcome_and_the_key_decides(
    service: RunningService, line: BreakableLine, database_copy: str, cut_at: Cut
) -> None:
    async with service.log_in("coach_a") as coach:
        line.cut_at = cut_at
        lost = await change_of_email(service, coach)
        saved = await changes(database_copy)
        line.mend()
        again = [await change_of_email(service, coach) for _ in range(2)]

    assert refusal_of(lost) == (503, "OUTCOME_UNKNOWN", True, True)
    assert "idempotencyKey" in lost.json()["errors"][0]["message"]
    assert saved == (1 if cut_at is Cut.AFTER_COMMIT else 0)
    answers = [one.json()["data"]["updateClient"] for one in again]
    assert answers == [{"client": {"revision": 2, "email": "uusi@example.org"}, "errors": []}] * 2
    assert await changes(database_copy) == 1


async def test_a_command_whose_connection_is_lost_before_the_commit_saved_nothing(
    service: RunningService, line: BreakableLine, database_copy: str
) -> None:
    async with service.log_in("coach_a") as coach:
        await change_of_email(service, coach)  # the pools have connections now
        line.cut()
        lost = await change_of_email(service, coach)

    assert refusal_of(lost) == (503, "DATABASE_UNAVAILABLE", True, True)
    assert await changes(database_copy) == 1


async def test_no_page_download_or_endpoint_of_the_provider_answers_500_while_the_database_is_gone(
    service: RunningService, line: BreakableLine
) -> None:
    paths = [
        re.sub(r"{(\w+)(:int)?}", "1", route.path)
        for route in service.app.routes
        if isinstance(route, Route) and route.path != "/graphql"
    ]
    async with service.log_in("coach_a") as coach:
        line.cut()
        seen = {
            (method, path): await coach.http.request(method, path, headers=coach.headers)
            for path in paths
            for method in ("GET", "POST")
        }

    unavailable = {path for (_, path), answer in seen.items() if answer.status_code == 503 and path != "/readyz"}
    assert [key for key, answer in seen.items() if answer.status_code == 500] == []
    assert {"/privacy", "/auth/session"} <= unavailable
    assert all(
        "retry-after" in seen["GET", path].headers for path in unavailable if seen["GET", path].status_code == 503
    )


@pytest.mark.parametrize(
    "error",
    [
        InternalClientError("got result for unknown protocol state 3"),
        asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation"),
        asyncpg.InterfaceError("connection is closed"),
        asyncpg.CannotConnectNowError("the database system is starting up"),
        asyncpg.exceptions.AdminShutdownError("terminating connection"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_the_driver_raises_after_a_kill_counts_as_a_lost_connection(error: Exception) -> None:
    assert is_connection_lost(error)


async def test_an_error_of_the_network_counts_when_the_driver_raised_it_and_no_mistake_of_ours_does() -> None:
    async def raised(url: str) -> Exception:
        try:
            await asyncio.wait_for(asyncpg.connect(url, ssl=False), 5)
        except (OSError, asyncpg.InterfaceError) as error:
            return error
        raise AssertionError("it connected")

    assert is_connection_lost(await raised("postgresql://nobody@127.0.0.1:9/none"))
    assert not is_connection_lost(FileNotFoundError("an attachment without its file"))
    assert not is_connection_lost(asyncpg.exceptions._base.DataError("invalid input for query argument"))
    assert not is_connection_lost(asyncpg.QueryCanceledError("statement timeout"))
    assert not is_connection_lost(asyncpg.UniqueViolationError("duplicate key"))
