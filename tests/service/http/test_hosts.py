"""Under which names the service answers, and that no redirect is made of a name that somebody claims."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette

from service.app import create_app
from service.http.walls.hosts import allowed_hosts
from service.settings import SECRETS, Settings
from service.settings_loading import load_settings

STRONG = "1:" + "k" * 42 + "8"


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[Starlette]:
    """The whole service."""
    app = create_app(settings.model_copy(update={"allowed_hosts": "polku.internal, Other.example:8443"}))
    async with app.router.lifespan_context(app):
        yield app


def client_of(app: Starlette) -> httpx2.AsyncClient:
    """Return a client of the public address."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url=app.state.settings.public_url)


@pytest.mark.parametrize("host", ["polku.internal", "OTHER.example:8443", "localhost:8000", "127.0.0.1:8000"])
async def test_a_configured_host_is_answered(app: Starlette, host: str) -> None:
    async with client_of(app) as client:
        answer = await client.get("/", headers={"host": host})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "host",
    ["mallory.example", "127.0.0.1", "polku.internal.mallory.example", "polku.internal@mallory.example", "", "[::"],
)
@pytest.mark.parametrize("path", ["/", "/graphql/", "/auth/login", "/provider/token/"])
async def test_another_host_is_refused_without_a_redirect(app: Starlette, host: str, path: str) -> None:
    async with client_of(app) as client:
        answer = await client.get(path, headers={"host": host, "x-forwarded-host": "polku.internal"})

    assert answer.status_code == 421
    assert "location" not in answer.headers
    assert "mallory" not in answer.text
    assert answer.json()["errors"][0]["extensions"]["code"] == "HOST_UNKNOWN"


@pytest.mark.parametrize("path", ["/graphql/", "/auth/login/", "/provider/jwks/"])
async def test_a_slash_too_many_is_not_found_and_leads_nowhere(app: Starlette, path: str) -> None:
    async with client_of(app) as client:
        answer = await client.get(path)

    assert answer.status_code == 404
    assert "location" not in answer.headers


async def test_no_host_or_two_are_refused_and_a_health_check_needs_none(app: Starlette) -> None:
    async with client_of(app) as client:
        two = await client.get("/", headers=[("host", "polku.internal"), ("host", "polku.internal")])
        health = await client.get("/healthz", headers={"host": "10.0.0.7:8000"})

    assert two.status_code == 400
    assert two.json()["errors"][0]["extensions"]["code"] == "HOST_MISSING"
    assert health.status_code == 200


@pytest.fixture
def production(tmp_path: Path) -> Callable[..., Settings]:
    """Return settings of a production at an address."""
    complete = {
        "mode": "production",
        "state_dir": tmp_path,
        "database_url": "postgresql://polku_app@db/polku",
        "oidc_issuer": "https://sso.example.org/realms/polku",
        "oidc_country": "FI",
        **dict.fromkeys(SECRETS, STRONG),
    }
    return lambda **changes: load_settings(**{**complete, **changes})


def test_production_answers_to_its_own_name_alone(production: Callable[..., Settings]) -> None:
    own = {"polku.example.org", "polku.example.org:443"}  # some programs name the usual port too
    assert allowed_hosts(production(public_url="https://Polku.example.org")) == own
    assert allowed_hosts(production(public_url="https://polku.example.org:443")) == own
    assert allowed_hosts(production(public_url="https://polku.example.org:8443", allowed_hosts="a.example")) == {
        "polku.example.org:8443",
        "a.example:443",
        "a.example",
    }
