"""Limits of a request: how long a body may be, and how often an address may ask."""

import io
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette

from service.http.assembly import assembled
from service.http.walls.limits import Limited, RateLimits, TooManyRequests
from service.settings import Settings
from tests.support.small_application import ROUTES, client_of


async def test_a_body_is_read_up_to_the_cap(app: Starlette, settings: Settings) -> None:
    async with client_of(app) as client:
        answer = await client.post("/echo", content=b"a" * settings.max_body_bytes)

    assert answer.json()["length"] == settings.max_body_bytes


@pytest.mark.parametrize("is_chunked", [False, True])
async def test_a_longer_body_is_refused_whether_announced_or_chunked(app: Starlette, *, is_chunked: bool) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(11):
            yield b"a" * 100_000

    content = chunks() if is_chunked else b"a" * 1_000_001
    async with client_of(app) as client:
        answer = await client.post("/echo", content=content)

    assert answer.status_code == 413
    assert answer.json()["errors"][0]["extensions"]["code"] == "BODY_REFUSED"


async def test_an_address_that_floods_is_told_when_to_come_back(settings: Settings, lines: io.StringIO) -> None:
    app = assembled(settings.model_copy(update={"address_requests_per_minute": 2}), ROUTES)
    async with app.router.lifespan_context(app), client_of(app) as client:
        answers = [await client.get("/echo") for _ in range(3)]
        health = await client.get("/healthz")

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] == "30"
    assert health.status_code == 200


def test_a_bucket_refills_evenly_and_is_one_caller_s_own() -> None:
    limits = RateLimits({Limited.LOGIN: 60})
    for _ in range(60):
        limits.spend(Limited.LOGIN, "a", now=0.0)

    with pytest.raises(TooManyRequests) as refused:
        limits.spend(Limited.LOGIN, "a", now=0.0)
    limits.spend(Limited.LOGIN, "b", now=0.0)
    limits.spend(Limited.LOGIN, "a", now=1.0)

    assert refused.value.retry_after == 1
    with pytest.raises(TooManyRequests):
        limits.spend(Limited.LOGIN, "a", now=1.0)
