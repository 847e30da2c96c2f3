"""What surrounds every request: headers, caps, limits, masks, health, metrics and a log that tells nothing personal."""

import io
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from graphql import GraphQLError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from schema.execution.answering import _client_error
from service.http.assembly import assembled
from service.http.limits import Limited, RateLimits, TooManyRequests
from service.logs import REMOVED, log, set_up_logs
from service.settings import Settings

ARTIFICIAL_CODE = "010190-999P"


async def echo(request: Request) -> Response:
    return JSONResponse({"length": len(await request.body()), "id": str(request.state.request_id)})


async def fail(_request: Request) -> Response:
    raise RuntimeError(f"the row with {ARTIFICIAL_CODE} is odd")


ROUTES = [Route("/echo", echo, methods=["GET", "POST"]), Route("/fail/{what}", fail)]


@pytest.fixture
def lines() -> io.StringIO:
    written = io.StringIO()
    set_up_logs("INFO", written)
    return written


def client_of(app: Starlette) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url="http://polku.test")


@pytest.fixture
async def app(settings: Settings, lines: io.StringIO) -> AsyncIterator[Starlette]:
    app = assembled(settings, ROUTES)
    async with app.router.lifespan_context(app):
        yield app


async def test_a_service_with_its_database_is_ready(app: Starlette) -> None:
    async with client_of(app) as client:
        alive, ready = await client.get("/healthz"), await client.get("/readyz")

    assert alive.json() == {"status": "ok"}
    assert ready.json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "erasures": "ok",
        "identity_provider": "ok",
    }


async def test_a_service_without_its_provider_is_not_ready(settings: Settings, lines: io.StringIO) -> None:
    elsewhere = settings.model_copy(update={"oidc_issuer": "http://127.0.0.1:9", "embedded_provider": False})
    app = assembled(elsewhere, [])
    async with app.router.lifespan_context(app), client_of(app) as client:
        answer = await client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["identity_provider"] == "failing"
    assert answer.json()["database"] == "ok"


@pytest.mark.parametrize("path", ["/echo", "/healthz", "/nowhere", "/fail/x"])
async def test_every_answer_carries_the_strict_headers(app: Starlette, path: str) -> None:
    async with client_of(app) as client:
        headers = (await client.get(path)).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "http:" not in headers["content-security-policy"]
    assert "strict-transport-security" not in headers
    assert headers["x-request-id"]


async def test_an_inbound_request_id_is_not_believed(app: Starlette) -> None:
    async with client_of(app) as client:
        answer = await client.get("/echo", headers={"x-request-id": "mine"})

    assert answer.headers["x-request-id"] == answer.json()["id"] != "mine"


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


async def test_what_nobody_expected_is_masked_and_logged_without_its_text(app: Starlette, lines: io.StringIO) -> None:
    async with client_of(app) as client:
        answer = await client.get(f"/fail/{ARTIFICIAL_CODE}?code={ARTIFICIAL_CODE}")

    assert answer.status_code == 500
    assert answer.headers["x-request-id"] in answer.text
    assert ARTIFICIAL_CODE not in answer.text + lines.getvalue()
    failed = [json.loads(line) for line in lines.getvalue().splitlines() if "request failed" in line]
    assert failed[0]["exception"] == "builtins.RuntimeError"
    assert failed[0]["request_id"] == answer.headers["x-request-id"]
    assert any("test_house_surroundings.py" in place for place in failed[0]["at"])


async def test_a_request_leaves_one_line_that_bears_the_id_of_its_answer(app: Starlette, lines: io.StringIO) -> None:
    async with client_of(app) as client:
        answer = await client.post("/echo", content=ARTIFICIAL_CODE)

    found = [json.loads(line) for line in lines.getvalue().splitlines()]
    written = next(line for line in found if line["event"] == "request")
    assert written.keys() == {
        *("event", "level", "logger", "timestamp", "request_id", "route", "method", "status", "milliseconds"),
    }
    assert (written["route"], written["method"], written["status"]) == ("/echo", "POST", 200)
    assert written["request_id"] == answer.headers["x-request-id"]
    assert written["timestamp"].endswith("Z")


async def test_a_line_that_cannot_be_written_takes_no_answer_with_it(app: Starlette, lines: io.StringIO) -> None:
    transport = httpx2.ASGITransport(app=app)
    lines.close()

    async with httpx2.AsyncClient(transport=transport, base_url="http://polku.test") as client:
        answer = await client.post("/echo", content=b"a")

    assert answer.json()["length"] == 1


def test_the_incident_that_an_error_names_is_in_the_log_without_its_text(lines: io.StringIO) -> None:
    unexpected = GraphQLError("odd", original_error=RuntimeError(f"the row with {ARTIFICIAL_CODE} is odd"))

    answered = _client_error(unexpected, "fi")

    written = json.loads(lines.getvalue())
    assert written["incident"] == answered["extensions"]["id"]
    assert written["exception"] == "builtins.RuntimeError"
    assert ARTIFICIAL_CODE not in lines.getvalue() + json.dumps(answered)


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


async def test_metrics_are_served_on_their_own_port_without_personal_labels(
    settings: Settings, lines: io.StringIO, free_port: int
) -> None:
    app = assembled(settings.model_copy(update={"metrics_port": free_port}), ROUTES)
    async with app.router.lifespan_context(app), client_of(app) as client, httpx2.AsyncClient() as operator:
        await client.get(f"/fail/{ARTIFICIAL_CODE}")
        numbers = (await operator.get(f"http://127.0.0.1:{free_port}/metrics")).text
        elsewhere = await client.get("/metrics")

    assert 'polku_requests_total{method="GET",route="/fail/{what}",status="500"} 1.0' in numbers
    assert "polku_read_connections" in numbers
    assert ARTIFICIAL_CODE not in numbers
    assert elsewhere.status_code == 404


def test_the_log_keeps_known_keys_and_scrubs_what_looks_personal(lines: io.StringIO) -> None:
    log.info(f"met {ARTIFICIAL_CODE} and someone@example.org", variables={"a": 1}, code="FINE")

    written = json.loads(lines.getvalue())
    assert written["event"] == f"met {REMOVED} and {REMOVED}"
    assert written["codes"] == ["unlogged:variables"]
    assert written["code"] == "FINE"
    assert "variables" not in written


def test_the_texts_of_other_people_s_loggers_stay_out(lines: io.StringIO) -> None:
    logging.getLogger("tortoise.db_client").warning("%s: %s", "SELECT $1", ["Aino"])
    logging.getLogger("strawberry.execution").error('{ client(name: "Aino") }')
    error = ValueError("Key (name)=(Aino) exists")
    logging.getLogger("uvicorn.error").error("Exception in ASGI application", exc_info=error)

    assert "Aino" not in lines.getvalue()
    assert len(lines.getvalue().splitlines()) == 3


def test_a_line_through_python_s_own_logging_looks_like_ours(lines: io.StringIO) -> None:
    log.info("sealed", count=3)
    logging.getLogger("polku").info("sealed %d entries of %s", 3, ARTIFICIAL_CODE)
    logging.getLogger("polku").debug("nobody asked")
    log.debug("nobody asked")

    ours, theirs = (json.loads(line) for line in lines.getvalue().splitlines())
    assert theirs["event"] == f"sealed 3 entries of {REMOVED}"
    assert theirs.keys() | {"count"} == ours.keys() == {"event", "count", "level", "logger", "timestamp"}
    assert (theirs["level"], theirs["logger"]) == (ours["level"], ours["logger"]) == ("info", "polku")


def test_production_sends_browsers_to_https_for_two_years(settings: Settings, tmp_path: Path) -> None:
    strict = assembled(settings.model_copy(update={"mode": "production"}), ROUTES)

    kept = [middleware.kwargs.get("is_production") for middleware in strict.user_middleware]

    assert kept[0] is True
