"""The direct way and the layers give the same answer to the same request: headers, refusals, limits, log keys."""

import io
import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from service.http.direct import Service
from service.logs import set_up_logs
from service.settings import Settings
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import RunningService, running_service

QUERY = b'{"query": "{ clients(first: 2) { nodes { id lastName } } }"}'
JSON = {"content-type": "application/json"}
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CASES: Mapping[str, tuple[dict[str, str], bytes]] = {
    "answered": (JSON, QUERY),
    "answered as GraphQL": (JSON | {"accept": "application/graphql-response+json"}, QUERY),
    "nothing accepted": (JSON | {"accept": "image/png"}, QUERY),
    "in Swedish": (JSON | {"accept-language": "sv"}, b'{"query": "{ clients(first: 900) { nodes { id } } }"}'),
    "invalid document": (JSON, b'{"query": "{ nothing }"}'),
    "no JSON": (JSON, b"{"),
    "no JSON by its type": ({"content-type": "text/plain"}, QUERY),
    "without a type": ({}, QUERY),
    "too long": (JSON, b" " * 1_000_001),
    "empty": (JSON, b""),
    "wrong CSRF token": (JSON | {"x-csrf-token": "wrong"}, QUERY),
    "another origin": (JSON | {"origin": "https://mallory.example"}, QUERY),
    "no origin": (JSON | {"origin": ""}, QUERY),
    "another host": (JSON | {"host": "mallory.example"}, QUERY),
    "bearer token that is none": (JSON | {"authorization": "Bearer nothing"}, QUERY),
    "malformed authorization": (JSON | {"authorization": "Basic x"}, QUERY),
    "headers too long": (JSON | {"x-long": "a" * 40_000}, QUERY),
    "no session": (JSON | {"cookie": "session=unknown"}, QUERY),
}


class Layers:
    """The same application without its direct way."""

    def __init__(self, app: Starlette) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await Starlette.__call__(self.app, scope, receive, send)


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    async with running_service(settings, organisation_template) as running:
        yield running


Seen = tuple[int, list[tuple[str, str]], str, list[dict[str, Any]]]


async def seen(service: RunningService, app: ASGIApp, headers: dict[str, str], body: bytes) -> Seen:
    """Return status, headers, body and log lines of one answer, with every id replaced."""
    return (await seen_in_turn(service, app, headers, [body]))[0]


async def seen_in_turn(
    service: RunningService, app: ASGIApp, headers: dict[str, str], bodies: Sequence[bytes]
) -> list[Seen]:
    """Return the same of several answers to one session."""
    found = []
    async with service.log_in("supervisor_a") as client:
        transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(
            transport=transport, base_url=service.settings.public_url, cookies=client.http.cookies
        ) as http:
            for body in bodies:
                stream = io.StringIO()
                set_up_logs("INFO", stream)
                answer = await http.post("/graphql", content=body, headers=client.headers | headers)
                lines = request_lines(stream)
                found.append((answer.status_code, masked(answer.headers), IDS.sub("<id>", answer.text), lines))
    return found


def request_lines(stream: io.StringIO) -> list[dict[str, Any]]:
    written = [json.loads(line) for line in stream.getvalue().splitlines()]
    lines = [line for line in written if "request_id" in line]  # the watch over the loop writes lines of its own
    for line in lines:
        for key in ("timestamp", "milliseconds", "request_id"):
            assert line.pop(key) is not None
    return lines


def masked(headers: httpx2.Headers) -> list[tuple[str, str]]:
    return sorted((name, IDS.sub("<id>", value)) for name, value in headers.multi_items())


@asynccontextmanager
async def counted(app: Starlette) -> AsyncIterator[dict[str, float]]:
    """Yield, when it is left, what the metrics have counted meanwhile."""

    def samples() -> dict[str, float]:
        found = [s for metric in app.state.metrics.registry.collect() for s in metric.samples]
        wanted = ("polku_requests_total", "polku_refusals_total", "polku_request_seconds_count")
        return {f"{s.name}{sorted(s.labels.items())}": s.value for s in found if s.name in wanted}

    change: dict[str, float] = {}
    before = samples()
    yield change
    change |= {name: value - before.get(name, 0) for name, value in samples().items() if value != before.get(name, 0)}


@pytest.mark.parametrize("name", CASES)
async def test_both_ways_give_the_same_answer(service: RunningService, name: str) -> None:
    headers, body = CASES[name]

    async with counted(service.app) as by_layers:
        layered = await seen(service, Layers(service.app), headers, body)
    async with counted(service.app) as by_direct:
        direct = await seen(service, service.app, headers, body)

    assert direct == layered
    assert by_direct == by_layers
    assert sum(value for key, value in by_direct.items() if key.startswith("polku_requests_total")) == 1


@pytest.mark.parametrize("name", CASES)
async def test_a_head_that_is_known_says_the_same(service: RunningService, name: str) -> None:
    headers, body = CASES[name]

    first, known = await seen_in_turn(service, service.app, headers, [body, body])

    assert known == first


async def test_a_known_head_refuses_no_other_body(service: RunningService) -> None:
    answers = await seen_in_turn(service, service.app, JSON, [QUERY, b"{", b" " * 1_000_001, QUERY])

    assert [status for status, *_ in answers] == [200, 400, 413, 200]


@pytest.mark.parametrize("limit", ["address_requests_per_minute", "account_requests_per_minute"])
async def test_both_ways_spend_the_same_limits(
    settings: Settings, organisation_template: OrganisationTemplate, limit: str
) -> None:
    strict = settings.model_copy(update={limit: 4})
    async with running_service(strict, organisation_template) as service:
        layers = Layers(service.app)
        answers = [await seen(service, app, JSON, QUERY) for app in (layers, service.app, layers, service.app)]
        refused = [await seen(service, app, JSON, QUERY) for app in (layers, service.app)]

    assert {status for status, *_ in answers} == {200}
    assert [status for status, *_ in refused] == [429, 429]
    assert refused[0] == refused[1]


async def test_a_command_counts_as_one_request(settings: Settings, organisation_template: OrganisationTemplate) -> None:
    transition = '{id: \\"x\\", revision: 1, transition: \\"HOLD\\"}'
    command = f'{{"query": "mutation {{ transitionClient(input: {transition}) {{ errors {{ code }} }} }}"}}'.encode()
    async with running_service(
        settings.model_copy(update={"account_requests_per_minute": 3}), organisation_template
    ) as service:
        answers = [await seen(service, service.app, JSON, command) for _ in range(4)]

    assert [status for status, *_ in answers] == [200, 200, 200, 429]


async def test_only_posts_to_the_endpoint_take_the_direct_way(service: RunningService) -> None:
    app = service.app
    assert isinstance(app, Service)
    assert app.direct is not None
    scope = {"type": "http", "method": "POST", "path": "/graphql", "headers": []}

    assert app.direct.takes(scope)
    assert not app.direct.takes(scope | {"method": "GET"})
    assert not app.direct.takes(scope | {"path": "/graphql/"})
    assert not app.direct.takes(scope | {"type": "websocket"})
    assert not app.direct.takes(scope | {"headers": [(b"origin", b"https://front.example")]})
    assert not app.direct.takes(scope | {"headers": [(b"accept", b"text/event-stream")]})


async def test_the_row_of_a_look_names_the_request_of_the_log_line(service: RunningService) -> None:
    async with service.log_in("supervisor_a") as client:
        answer = await client.http.post("/graphql", content=QUERY, headers=client.headers | JSON)
        rows = await service.app.state.reads.fetch("SELECT request::text FROM disclosure_log")

    assert [row["request"] for row in rows] == [answer.headers["x-request-id"]]
