"""Limits of several processes: one count for all in a real Redis, and strict ones of each while it is away."""

import io
import json
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from starlette.applications import Starlette

from service.http.assembly import assembled
from service.http.metrics import Metrics
from service.http.walls.caller_limits import limits_of
from service.http.walls.limits import GUESSES, Limited, RateLimits, TooManyRequests
from service.http.walls.shared_limits import WINDOW_SECONDS, SharedLimits, seconds_until_free
from service.settings import Settings, SettingsRefused
from service.settings_loading import load_settings, unsafe_reasons
from tests.support.processes.redis_server import PASSWORD, RedisServer, running_redis
from tests.support.small_application import ROUTES, client_of

ADDRESS, OTHER, ACCOUNT = "203.0.113.7/32", "198.51.100.1/32", "0198a0c0-0000-7000-8000-000000000001"
FEW = 8  # in a minute: a window of a minute does not end while a test runs


@pytest.fixture
async def redis(tmp_path: Path, free_port: int) -> AsyncIterator[RedisServer]:
    """A server with TLS and the shipped configuration and rights."""
    (tmp_path / "redis").mkdir()
    async with running_redis(tmp_path / "redis", free_port) as server:
        yield server


@pytest.fixture
def sharing(settings: Settings, redis: RedisServer) -> Settings:
    """The settings of one of two hosts."""
    few = {"login_failures_per_minute": FEW, "login_attempts_per_minute": FEW, "address_requests_per_minute": FEW}
    own = {"limits_url": redis.url, "limits_password": SecretStr(PASSWORD), "limits_authorities": redis.certificate}
    return settings.model_copy(update=own | few | {"limits_hosts": 2})


@asynccontextmanager
async def processes(sharing: Settings, number: int = 2) -> AsyncIterator[list[SharedLimits]]:
    """Yield the limits of several processes."""
    async with AsyncExitStack() as stack:
        found = []
        for _ in range(number):
            limits = limits_of(sharing, Metrics())
            assert isinstance(limits, SharedLimits)
            stack.push_async_callback(limits.close)
            found.append(limits)
        yield found


async def allowed(limits: SharedLimits, kind: Limited, key: str, asked: int) -> int:
    """Return how many of so many requests are allowed."""
    count = 0
    for _ in range(asked):
        try:
            await limits.spend(kind, key)
        except TooManyRequests:
            continue
        count += 1
    return count


@pytest.mark.redis
async def test_two_processes_allow_together_what_one_may(sharing: Settings) -> None:
    async with processes(sharing) as (one, other):
        first = await allowed(one, Limited.LOGIN, ADDRESS, FEW - 2)
        rest = await allowed(other, Limited.LOGIN, ADDRESS, FEW)
        again = await allowed(one, Limited.LOGIN, ADDRESS, 3)
        elsewhere = await allowed(other, Limited.LOGIN, OTHER, 1)

    assert (first, rest, again, elsewhere) == (FEW - 2, 2, 0, 1)


@pytest.mark.redis
async def test_wrong_passwords_at_one_host_refuse_the_next_guess_at_the_other(sharing: Settings) -> None:
    async with processes(sharing) as (one, other):
        await other.check(Limited.LOGIN_FAILURE, ADDRESS)
        for _ in range(FEW):
            await one.charge(Limited.LOGIN_FAILURE, ADDRESS)
        with pytest.raises(TooManyRequests) as refused:
            await other.check(Limited.LOGIN_FAILURE, ADDRESS)
        await other.check(Limited.LOGIN_FAILURE, OTHER)

    assert 1 <= refused.value.retry_after <= 2 * WINDOW_SECONDS


@pytest.mark.redis
async def test_the_server_holds_nothing_about_anybody_and_forgets_it_soon(
    sharing: Settings, redis: RedisServer
) -> None:
    async with processes(sharing) as (one, _):
        await one.spend(Limited.ADDRESS, ADDRESS)
        await one.spend(Limited.ACCOUNT, ACCOUNT)
        await one.charge(Limited.LOGIN_FAILURE, ADDRESS)
    stored = await redis.stored()

    kinds = {key.removeprefix("polku:{").partition(":")[0] for key in stored}
    assert kinds == {"ADDRESS", "ACCOUNT", "LOGIN_FAILURE"}
    text = json.dumps(stored)
    assert ADDRESS.partition("/")[0] not in text
    assert ACCOUNT not in text
    assert all(0 < ends_in <= 2_000 * WINDOW_SECONDS for _, ends_in in stored.values())


@pytest.mark.redis
@pytest.mark.parametrize("is_silent", [False, True])
async def test_while_the_server_is_gone_each_process_counts_for_itself_and_log_ins_stay_strict(
    sharing: Settings, redis: RedisServer, lines: io.StringIO, *, is_silent: bool
) -> None:
    async with processes(sharing) as (one, other):
        for _ in range(FEW // 2):
            await one.charge(Limited.LOGIN_FAILURE, OTHER)
        if is_silent:
            redis.send(signal.SIGSTOP)
        else:
            redis.kill()
        steps = [await allowed(limits, Limited.LOGIN, ADDRESS, FEW) for limits in (one, other)]
        requests = [await allowed(limits, Limited.ADDRESS, ADDRESS, 2 * FEW) for limits in (one, other)]
        with pytest.raises(TooManyRequests):  # what this process saw before still counts
            await one.check(Limited.LOGIN_FAILURE, OTHER)
        is_away = [limits.is_away for limits in (one, other)]
        if is_silent:
            redis.send(signal.SIGCONT)
        else:
            redis.start()
        are_shared = [await limits.are_shared() for limits in (one, other)]
        await allowed(one, Limited.LOGIN, "192.0.2.1/32", FEW)
        later = await allowed(other, Limited.LOGIN, "192.0.2.1/32", 1)

    assert steps == [FEW // 2, FEW // 2]
    assert requests == [FEW, FEW]
    assert is_away == [True, True]
    assert (are_shared, later) == ([True, True], 0)
    written = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [line["code"] for line in written if line["level"] == "error"] == ["LIMITS_NOT_SHARED"] * 2
    assert [line["event"] for line in written].count("limits are shared again") == 2


@pytest.mark.redis
async def test_the_service_serves_without_the_server_and_says_so(
    sharing: Settings, redis: RedisServer, lines: io.StringIO
) -> None:
    app = assembled(sharing.model_copy(update={"address_requests_per_minute": 1_000}), ROUTES)
    async with app.router.lifespan_context(app), client_of(app) as client:
        before = (await client.get("/readyz")).json()
        redis.kill()
        answers = [(await client.get("/echo")).status_code for _ in range(5)]
        app.state.checks.checked_at = float("-inf")
        meanwhile = (await client.get("/readyz")).json()
        shared = gauge(app)
        redis.start()
        app.state.checks.checked_at = float("-inf")
        after = (await client.get("/readyz")).json()

    assert (before["limits"], meanwhile["limits"], after["limits"]) == ("ok", "late", "ok")
    assert meanwhile["status"] != "ok"
    assert answers == [200] * 5
    assert (shared, gauge(app)) == (0.0, 1.0)


def gauge(app: Starlette) -> float | None:
    found: float | None = app.state.metrics.registry.get_sample_value("polku_limits_shared")
    return found


@pytest.mark.redis
async def test_an_address_that_floods_two_hosts_is_refused_by_both(sharing: Settings) -> None:
    answers = []
    for asked in (FEW - 1, 3):
        app = assembled(sharing, ROUTES)
        async with app.router.lifespan_context(app), client_of(app) as client:
            answers += [await client.get("/echo") for _ in range(asked)]

    assert [answer.status_code for answer in answers] == [200] * FEW + [429] * 2
    assert all(1 <= int(answer.headers["retry-after"]) <= 2 * WINDOW_SECONDS for answer in answers[FEW:])


@given(st.integers(0, 200), st.floats(0, 60), st.integers(0, 200), st.integers(1, 100), st.integers(1, 5))
def test_the_time_to_wait_is_the_first_at_which_the_server_allows_it(
    before: int, before_seconds: float, current: int, size: int, count: int
) -> None:
    window = (before if before_seconds else 0, before_seconds, current, before_seconds + 60 if current else 0.0)

    def fits(after: float) -> bool:
        """Count as the server does, `after` seconds later."""
        then, left, now = window[0], before_seconds - after, current
        if left < 0:
            then, left, now = current, 60 + left, 0
        return int(then * max(0.0, left) / 60) + now + count <= size

    seconds = seconds_until_free(window, size, count)
    if count > size:
        assert seconds == 2 * WINDOW_SECONDS
        return
    assert fits(seconds + 0.001)
    assert seconds == 0 or not fits(max(0.0, seconds - 0.01))


def test_what_is_divided_is_what_a_guesser_does(settings: Settings) -> None:
    whole = RateLimits.of(settings)
    part = whole.divided(4)

    assert {kind for kind in Limited if kind.value.startswith(("LOGIN", "IDENTITY")) or "FAILURE" in kind} == GUESSES
    assert all(4 * part.per_minute[kind] <= whole.per_minute[kind] for kind in GUESSES)


@pytest.mark.parametrize("url", ["http://localhost", "redis://", "unix://host/path", "redis://host:notaport"])
def test_an_address_that_is_no_limits_server_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsRefused, match="POLKU_LIMITS_URL"):
        load_settings(mode="test", state_dir=tmp_path, limits_url=url)


def test_production_refuses_a_limits_server_elsewhere_without_encryption(settings: Settings) -> None:
    def reasons(url: str) -> list[str]:
        own = settings.model_copy(update={"limits_url": url})
        return [reason for reason in unsafe_reasons(own) if "LIMITS_URL" in reason]

    assert len(reasons("redis://limits.example.org")) == 1
    assert reasons("rediss://limits.example.org") == reasons("redis://127.0.0.1:6379") == []
    assert reasons("unix:///run/redis/redis.sock") == reasons("redis://localhost") == []
