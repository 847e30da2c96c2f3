"""Two hosts behind HAProxy: what one did holds on the other at once, and nothing is lost when one is gone."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx2
import pytest

from auth.accounts.undertaking import UNDERTAKING_VERSION
from models.account import Account, RoleGrant
from service.database.connections import credentials, orm
from service.development.drills.drilling import drilled
from service.development.drills.installation import ScratchInstallation, session_headers, wait_until
from service.resources import utc_now
from service.settings import ROOT
from tests.support.login.form_browser import FormBrowser
from tests.support.login.providers import PASSWORD, EmbeddedProvider
from tests.support.organisation import STAMP
from tests.support.processes.two_hosts import Host, TwoHosts, two_hosts

pytestmark = [pytest.mark.namespaces, pytest.mark.haproxy, pytest.mark.redis]

READERS = 12
FEW = 8  # failures of one address in a minute, on both hosts together
WHO = {"query": "{ viewer { name } }"}
CLIENTS = {"query": "{ clients(first: 5) { nodes { id } } }"}
CREATE = (
    "mutation C($i: CreateClientInput!, $k: String) { createClient(input: $i, idempotencyKey: $k) { client { id } } }"
)
END = "mutation E($i: TransitionRoleGrantInput!) { transitionRoleGrant(input: $i) { errors { code } } }"
DISABLE = "mutation D($i: TransitionAccountInput!) { transitionAccount(input: $i) { errors { code } } }"


@pytest.fixture(scope="module")
async def pair() -> AsyncIterator[TwoHosts]:
    """Two hosts for all tests of this file: they take a minute to start."""
    few = {"login_failures_per_minute": str(FEW), "account_requests_per_minute": "100000"}
    async with two_hosts(**few) as found, orm(found.installation.settings.application_url, 2):
        yield found


@pytest.fixture
def name() -> str:
    """A user name that nobody has yet."""
    return f"user{uuid4().hex[:12]}"


async def person(pair: TwoHosts, name: str, role: str) -> tuple[Account, RoleGrant]:
    """Return an account with a password at the embedded provider, and its role: the supervisor's in the only unit."""
    provider = EmbeddedProvider(pair.installation.settings, utc_now)
    terms: dict[str, Any] = {"undertaking_version": UNDERTAKING_VERSION, "undertaking_accepted_at": utc_now()}
    named: dict[str, Any] = {
        "issuer": provider.issuer,
        "subject": await provider.subject(name),
        "kind": "STAFF",
        "name": name,
    }
    account = await Account.create(state="ACTIVE", language="en", **named, **terms, **STAMP)
    unit = UUID(hex=pair.installation.unit.removeprefix("unit_")) if role == "supervisor" else None
    grant = await RoleGrant.create(
        state="IN_FORCE", account=account, role=role, unit_id=unit, starts_on=date(2026, 1, 1), **STAMP
    )
    return account, grant


async def asked(pair: TwoHosts, host: Host, body: Mapping[str, Any], headers: Mapping[str, str]) -> httpx2.Response:
    """Return what one host answers to a GraphQL request."""
    async with pair.client(host) as client:
        return await client.post("/graphql", json=body, headers=dict(headers))


async def statuses(pair: TwoHosts, caller: str, number: int, *hosts: Host) -> list[int]:
    """Return what an address is answered that tries wrong passwords, host by host."""
    async with pair.client(*hosts, caller=caller) as client:
        form = {"username": "aino", "password": "wrong"}
        return [(await client.post("/provider/authorize", data=form)).status_code for _ in range(number)]


async def logged_in(pair: TwoHosts, browser: FormBrowser, name: str) -> httpx2.Response:
    """Log a browser in, each step at the other host, and return the page at the end."""
    await browser.http.aclose()
    browser.http = pair.client(follow_redirects=False)
    return await browser.log_in(f"{pair.installation.address}/auth/login?next=/", name, PASSWORD)


async def test_a_log_in_whose_steps_reach_the_hosts_by_turns_is_good_on_both_and_over_on_both(
    pair: TwoHosts, form_browser: FormBrowser, name: str
) -> None:
    await person(pair, name, "supervisor")

    start = await logged_in(pair, form_browser, name)
    token = (await form_browser.step(f"{pair.installation.address}/auth/session")).json()["csrfToken"]
    headers = {"origin": pair.installation.address, "x-csrf-token": token}
    headers["cookie"] = "; ".join(f"{cookie.name}={cookie.value}" for cookie in form_browser.http.cookies.jar)
    before = [await asked(pair, host, WHO, headers) for host in pair.hosts * 2]
    await form_browser.submit(start)
    after = [await asked(pair, host, WHO, headers) for host in pair.hosts]

    assert [answer.json() for answer in before] == [{"data": {"viewer": {"name": name}}}] * 4
    assert [answer.status_code for answer in after] == [401, 401]


async def test_a_role_that_ends_and_an_account_that_is_closed_on_one_host_are_so_on_the_other(
    pair: TwoHosts, name: str
) -> None:
    one, other = pair.hosts
    await written(pair)
    account, grant = await person(pair, name, "supervisor")
    administrator = await person(pair, f"{name}-admin", "administrator")
    await person(pair, f"{name}-second", "administrator")  # the last one could not be the only one
    headers, commands = [
        await session_headers(pair.installation.settings, who.pk, utc_now()) for who in (account, administrator[0])
    ]

    before = [(await asked(pair, host, CLIENTS, headers)).json() for host in (other, one, other)]
    ended = {"id": f"role_grant_{grant.pk.hex}", "revision": 1, "transition": "END", "comment": "moves on"}
    done = await asked(pair, one, {"query": END, "variables": {"i": ended}}, commands)
    without = (await asked(pair, other, CLIENTS, headers)).json()
    closed = {"id": f"account_{account.pk.hex}", "revision": 1, "transition": "DISABLE", "comment": "has left"}
    done_too = await asked(pair, one, {"query": DISABLE, "variables": {"i": closed}}, commands)
    refused = await asked(pair, other, CLIENTS, headers)

    assert all(answer["data"]["clients"]["nodes"] for answer in before)
    assert done.json()["data"]["transitionRoleGrant"]["errors"] == []
    assert without["data"]["clients"]["nodes"] == []
    assert done_too.json()["data"]["transitionAccount"]["errors"] == []
    assert refused.status_code == 401


async def test_after_a_rotation_of_the_signing_key_one_host_verifies_what_the_other_signed(
    pair: TwoHosts, form_browser: FormBrowser, name: str
) -> None:
    await person(pair, name, "supervisor")
    await logged_in(pair, form_browser, name)
    async with pair.client() as client:
        before = (await client.get("/provider/jwks")).json()
        await EmbeddedProvider(pair.installation.settings, utc_now).rotate_keys()
        after = [(await client.get("/provider/jwks")).json() for _ in pair.hosts]

    sessions = await sessions_after_log_in(pair, name)
    assert after[0] == after[1]
    assert {key["kid"] for key in after[0]["keys"]} - {key["kid"] for key in before["keys"]}
    assert sessions == [200, 200]


async def sessions_after_log_in(pair: TwoHosts, name: str) -> list[int]:
    """Log in until it is done, and return what both hosts say of the session; keys are fetched every ten seconds."""
    for _ in range(40):
        async with FormBrowser() as browser:
            page = await logged_in(pair, browser, name)
            if page.status_code == 200:
                address = f"{pair.installation.address}/auth/session"
                return [(await browser.step(address)).status_code for _ in pair.hosts]
        await asyncio.sleep(1)
    return []


async def test_wrong_passwords_count_together_strictly_while_redis_is_gone_and_together_again(pair: TwoHosts) -> None:
    together = await statuses(pair, "198.51.100.20", FEW + 4)
    pair.redis.kill()
    alone = [await statuses(pair, "198.51.100.21", FEW, host) for host in pair.hosts]
    known = await statuses(pair, "198.51.100.20", 2)
    assert await asyncio.to_thread(wait_until, lambda: limits_of(pair) == ["late", "late"])
    ready = [host.readiness()[0] for host in pair.hosts]
    served = [(await asked(pair, host, WHO, pair.installation.headers)).status_code for host in pair.hosts]
    pair.redis.start()
    assert await asyncio.to_thread(wait_until, lambda: limits_of(pair) == ["ok", "ok"])
    again = await statuses(pair, "198.51.100.22", FEW + 4)

    assert 429 not in together[:FEW]
    assert set(together[FEW:]) == {429}
    for found in alone:  # half of it each
        assert 429 not in found[: FEW // 2]
        assert set(found[FEW // 2 :]) == {429}
    assert known == [429, 429]
    assert (ready, served) == ([200, 200], [200, 200])
    assert all('"LIMITS_NOT_SHARED"' in host.log("serve") for host in pair.hosts)
    assert 429 not in again[:FEW]
    assert set(again[FEW:]) == {429}


def limits_of(pair: TwoHosts) -> list[str]:
    """Return what both hosts say of the shared limits."""
    return [host.readiness()[1]["limits"] for host in pair.hosts]


async def test_two_workers_do_each_thing_once(pair: TwoHosts) -> None:
    for _ in range(20):
        await written(pair)
    assert await fetched_until(pair, "SELECT count(*) FROM outbox WHERE dispatched_at IS NULL", 0)
    events = await fetched(pair, "SELECT count(*) FROM outbox")

    lines = [json.loads(line) for host in pair.hosts for line in host.log("worker").splitlines() if line[:1] == "{"]
    done = [line["count"] for line in lines if (line["event"], line.get("name")) == ("chore done", "dispatch_events")]

    assert sum(done) == events >= 20


@asynccontextmanager
async def cut(pair: TwoHosts, host: Host) -> AsyncIterator[None]:
    """Cut the line of a host under load, and mend it when all who read, and one who writes, got their answers."""
    async with AsyncExitStack() as stack:
        clients = [
            await stack.enter_async_context(httpx2.AsyncClient(verify=pair.installation.tls, timeout=40))
            for _ in range(READERS)
        ]
        await looked(pair, clients)  # HAProxy has idle connections to both hosts now
        host.cut()
        assert await looked(pair, clients) == [200] * READERS
    await written(pair)
    yield
    host.mend()


async def looked(pair: TwoHosts, clients: Sequence[httpx2.AsyncClient]) -> list[int]:
    """Return what readers are answered by the proxy, all at once."""
    answers = await asyncio.gather(*(client.get(f"{pair.installation.address}/healthz") for client in clients))
    return [answer.status_code for answer in answers]


@asynccontextmanager
async def killed(pair: TwoHosts, host: Host) -> AsyncIterator[None]:
    """Kill service and worker of a host under load, and start them again."""
    host.end("serve", "worker")
    await written(pair)
    yield
    host.start("serve", "worker")


@asynccontextmanager
async def restarted(pair: TwoHosts, host: Host) -> AsyncIterator[None]:
    """Take a host out as for an upgrade under load, end its service politely, start it again and put it back."""
    await pair.tell_proxy(f"set server service/app{pair.hosts.index(host) + 1} state drain")
    await asyncio.to_thread(host.end, "serve", number=signal.SIGTERM)
    await written(pair)
    yield
    host.start("serve")
    await pair.tell_proxy(f"set server service/app{pair.hosts.index(host) + 1} state ready")


@pytest.mark.parametrize(("trouble", "number"), [(cut, 0), (killed, 0), (restarted, 1)])
async def test_a_host_that_is_gone_in_full_flight_loses_and_doubles_nothing(
    pair: TwoHosts, trouble: Callable[..., Any], number: int
) -> None:
    await pair.until_ready()

    def happening(_: ScratchInstallation) -> Any:
        return trouble(pair, pair.hosts[number])

    outcome = await drilled(pair.installation, trouble.__name__, happening, 3.0)

    assert outcome.is_good, outcome
    assert outcome.acknowledged > 0
    assert outcome.readyz[-1][1].startswith("200")


async def test_the_logs_of_two_hosts_are_one_sealed_log(pair: TwoHosts) -> None:
    ours = {key: value for key, value in os.environ.items() if not key.startswith("POLKU_")}
    given = {f"POLKU_{key.upper()}": value for key, value in pair.installation.given.items()}
    verified = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "service.commands.cli", "verify-log"],
        cwd=ROOT,
        env=ours | given,
        capture_output=True,
        text=True,
        check=False,
    )

    assert verified.returncode == 0, verified.stdout + verified.stderr
    blocks = "SELECT count(*) FROM log_block HAVING count(*) = count(DISTINCT number) AND count(*) = max(number)"
    assert await fetched(pair, blocks) >= 1


async def written(pair: TwoHosts) -> None:
    """Write a client through the proxy, asking again with the same key until it is answered."""
    given = {"firstNames": f"Pair{uuid4().hex}", "lastName": "Pair", "safetyRestriction": False}
    variables = {"i": given | {"unitId": pair.installation.unit}, "k": uuid4().hex}
    async with httpx2.AsyncClient(
        verify=pair.installation.tls, headers=dict(pair.installation.headers), timeout=30
    ) as client:
        for _ in range(100):
            try:
                answer = await client.post(
                    f"{pair.installation.address}/graphql", json={"query": CREATE, "variables": variables}
                )
                if ((answer.json().get("data") or {}).get("createClient") or {}).get("client"):
                    return
            except (httpx2.HTTPError, ValueError):
                pass
            await asyncio.sleep(0.25)
    pytest.fail("nobody answers")


async def fetched(pair: TwoHosts, sql: str) -> int:
    """Return the number that a statement finds."""
    connection = await asyncpg.connect(**credentials(pair.installation.settings.owner_url))
    try:
        return int(await connection.fetchval(sql) or 0)
    finally:
        await connection.close()


async def fetched_until(pair: TwoHosts, sql: str, wanted: int) -> bool:
    """Wait until a statement finds a number; return whether it did."""
    for _ in range(600):
        if await fetched(pair, sql) == wanted:
            return True
        await asyncio.sleep(0.2)
    return False
