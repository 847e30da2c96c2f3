"""Several processes that serve: each tells its own streams, and nothing is lost when one is killed or stopped."""

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass

import asyncpg
import httpx2
import pytest

from service.database.connections import credentials
from service.development.drills.installation import session_headers
from service.resources import utc_now
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from tests.support.event_streams import EventStreamReader, event_stream
from tests.support.login.identity_service import free_port
from tests.support.organisation import OrganisationTemplate
from tests.support.processes.workers import wait_until

EVENT = "INSERT INTO outbox (at, event, noun, object_id, revision) VALUES (now(), 'client.update', 'client', $1, $2)"


@dataclass
class ServingProcess:
    """A process that serves, and a client of it."""

    process: "subprocess.Popen[bytes]"
    settings: Settings
    http: httpx2.AsyncClient

    async def answers(self) -> bool:
        """Return whether it answers."""
        with suppress(httpx2.HTTPError):
            return (await self.http.get("/healthz")).status_code == 200
        return False


def started(environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "service.commands.cli", "serve"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


@asynccontextmanager
async def serving_process(settings: Settings) -> AsyncIterator[ServingProcess]:
    """Yield a process that answers; it is killed at the end if it still runs."""
    given = {
        "mode": "test",
        "database_url": settings.application_url,
        "state_dir": str(settings.state_dir),
        "metrics_port": "0",
        "host": "127.0.0.1",
        "port": str(free_port()),
    }
    ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    environment = ours | {f"POLKU_{name.upper()}": value for name, value in given.items()}
    own = load_settings(**given)
    with started(environment) as process:
        async with httpx2.AsyncClient(base_url=own.public_url) as http:
            found = ServingProcess(process, own, http)
            try:
                await wait_until(found.answers)
                yield found
            finally:
                process.kill()


@pytest.mark.usefixtures("database")
async def test_both_processes_tell_their_streams_and_a_killed_one_loses_nothing_behind_a_cursor(
    settings: Settings, organisation_template: OrganisationTemplate
) -> None:
    made = organisation_template.made
    aino, coach = made.rows["aino"].pk, made.rows["account_coach_a"].pk
    connection = await asyncpg.connect(**credentials(settings.application_url))
    async with AsyncExitStack() as stack:
        stack.push_async_callback(connection.close)
        one, other = [await stack.enter_async_context(serving_process(settings)) for _ in range(2)]

        async def follow(where: ServingProcess, since: str | None = None) -> EventStreamReader:
            headers = await session_headers(where.settings, coach, utc_now())
            following = event_stream(where.http, headers, ids=[made.ids["aino"]], since=since)
            return await stack.enter_async_context(following)

        streams = [await follow(one), await follow(other)]
        for stream in streams:
            await stream.events(1)
        await connection.execute(EVENT, aino, 2)
        told = [await stream.event() for stream in streams]
        one.process.kill()
        one.process.wait()
        for revision in (3, 4):
            await connection.execute(EVENT, aino, revision)
        rest = await streams[1].event()
        gone_on = await follow(other, told[0]["cursor"])
        [_, behind] = [await gone_on.event() for _ in range(2)]
        other.process.send_signal(signal.SIGTERM)
        codes = [await gone_on.end(), await streams[1].end()]
        status = other.process.wait(60)

    assert [event["revision"] for event in told] == [2, 2]
    assert rest["revision"] in (3, 4)
    assert behind["revision"] == 4
    assert codes == [["STREAM_OVER"], ["STREAM_OVER"]]
    assert status == -signal.SIGTERM  # the web server ends by the signal that it was sent
