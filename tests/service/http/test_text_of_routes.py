"""Every route of the service, found by walking them, gets the worst texts: as query, form, header and path."""

import re
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from models.account import LoginEvent
from models.provider import ProviderUser
from service.app import create_app
from service.http.forms import FIELDS, FORM_BYTES
from service.http.walls.request_bounds import HEADER_BYTES, TARGET_BYTES
from service.settings import Settings
from tests.support.hostile_texts import HOSTILE_TEXTS, counted_normalising
from tests.support.source_files import sources

_NAMED = re.compile(r"""\.get\(["']([a-z_]+)["']|["'](old|new|again|username|password)["']""")
NAMES = sorted(
    {name for path in sources("service", "auth") for pair in _NAMED.findall(path.read_text()) for name in pair}
)
HEADERS = ("authorization", "cookie", "accept-language", "origin", "content-type", "accept", "x-csrf-token")
FITTING = 1_500  # bytes of a hostile text that still goes into an address or a header


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[Starlette]:
    """The whole service."""
    app = create_app(settings.model_copy(update={"address_requests_per_minute": 1_000_000}))
    async with app.router.lifespan_context(app):
        yield app


def client_of(app: Starlette) -> httpx2.AsyncClient:
    """Return a client of our own origin that gets the answers even of what fails."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    own: str = app.state.settings.public_url
    return httpx2.AsyncClient(transport=transport, base_url=own, headers={"origin": own})


def routes_of(app: Starlette) -> list[tuple[str, str]]:
    """Return method and path of every route; the parts of a path that vary are filled with something."""
    found = [(m, re.sub(r"{[^}]+}", "x", r.path)) for r in app.routes if isinstance(r, Route) for m in r.methods or ()]
    return sorted((method, path) for method, path in found if method in ("GET", "POST", "PUT"))


async def refusals(app: Starlette, method: str, **sent: Any) -> dict[str, int]:
    """Return the status of what every route of a method answers with a failure of its own."""
    async with client_of(app) as client:
        asked = [path for kind, path in routes_of(app) if kind == method and path not in ("/readyz", "/healthz")]
        answers = {path: await client.request(method, path, **sent) for path in asked}
    assert len(answers) > (5 if method == "POST" else 0)
    return {path: answer.status_code for path, answer in answers.items() if answer.status_code >= 500}


def test_the_walk_finds_the_fields_that_handlers_read() -> None:
    assert {"username", "password", "new", "again", "code", "challenge", "next", "state", "version"} <= set(NAMES)


@pytest.mark.parametrize("kind", HOSTILE_TEXTS)
async def test_a_form_with_hostile_text_is_answered_or_refused_and_nothing_long_is_normalised(
    app: Starlette, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    counted, text = counted_normalising(monkeypatch), HOSTILE_TEXTS[kind]

    whole = [await refusals(app, "POST", data={name: text}) for name in ("username", "new")]
    short = await refusals(app, "POST", data=dict.fromkeys(NAMES[:FIELDS], text[:FITTING]))

    assert [*whole, short] == [{}] * 3
    assert counted.longest < 1_000
    assert await ProviderUser.all().count() == 0


@pytest.mark.parametrize("kind", HOSTILE_TEXTS)
async def test_an_address_and_headers_with_hostile_text_are_answered_or_refused(
    app: Starlette, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    counted, text = counted_normalising(monkeypatch), HOSTILE_TEXTS[kind]

    queries = [await refusals(app, "GET", params={name: text[:FITTING]}) for name in NAMES]
    header = text[:FITTING].encode("utf-8").replace(b"\0", b"").replace(b"\n", b"")
    headed = [await refusals(app, "GET", headers={name: header}) for name in HEADERS]

    assert [found for found in [*queries, *headed] if found] == []
    assert counted.longest < 1_000


async def test_what_comes_before_a_body_has_bounds(app: Starlette) -> None:
    async with client_of(app) as client:
        fits = await client.get("/", params={"next": "x" * (TARGET_BYTES - 100)})
        address = await client.get(f"/files/{quote('ä' * TARGET_BYTES)}")
        headers = await client.get("/", headers={"x-own": "x" * HEADER_BYTES})
        many = await client.get("/", headers=[(f"x-{n}", "x") for n in range(200)])

    assert (fits.status_code, address.status_code) == (200, 414)
    assert [a.status_code for a in (headers, many)] == [431, 431]
    assert headers.json()["errors"][0]["extensions"]["code"] == "HEADERS_TOO_LONG"


@pytest.mark.parametrize(
    "form",
    [b"password=" + b"x" * FORM_BYTES, b"&".join(b"a=b" for _ in range(FIELDS + 1)), b"state=" + b"x" * 40_000],
    ids=["bytes", "fields", "value"],
)
async def test_a_form_has_bounds_and_the_refusal_is_in_the_language_of_the_browser(app: Starlette, form: bytes) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded", "accept-language": "sv"}
    async with client_of(app) as client:
        answer = await client.post("/provider/authorize", content=form, headers=headers)

    assert answer.status_code == 413
    assert answer.json()["errors"][0]["extensions"]["code"] == "FORM_TOO_LONG"
    assert "Formuläret" in answer.json()["errors"][0]["message"]
    assert await LoginEvent.all().count() == 0
