"""Calls from pages of other origins: those of living front ends may read answers, without any cookie of ours."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from models.front_end_client import FrontEndClient
from service.http.walls import cross_origin
from service.http.walls.cross_origin import OPEN_PATHS
from service.settings import Settings
from tests.support.organisation import STAMP, OrganisationTemplate
from tests.support.running_service import RunningService, running_service

ORIGIN, STRANGER = "https://app.example", "https://mallory.example"
WHO = {"query": "{ viewer { name } }"}
PREFLIGHT = {"access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type"}


@dataclass
class Served:
    """A service with one registered front end, and an HTTP client without any session."""

    service: RunningService
    http: httpx2.AsyncClient


@pytest.fixture
async def served(
    settings: Settings, organisation_template: OrganisationTemplate, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Served]:
    monkeypatch.setattr(cross_origin, "CACHE_SECONDS", 0.0)
    monkeypatch.setattr(cross_origin, "UNKNOWN_SECONDS", 0.0)
    async with running_service(settings, organisation_template) as service:
        addresses: dict[str, Any] = {"redirect_uris": [f"{ORIGIN}/callback"], "origins": [ORIGIN]}
        await FrontEndClient.create(
            state="ACTIVE", name="App", public_id="app", is_confidential=False, scopes=[], **addresses, **STAMP
        )
        transport = httpx2.ASGITransport(app=service.app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url=settings.public_url) as http:
            yield Served(service, http)


def cors(answer: httpx2.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name.startswith("access-control-")}


@pytest.mark.parametrize("path", sorted(OPEN_PATHS))
async def test_a_registered_origin_may_ask_and_read(served: Served, path: str) -> None:
    asked = await served.http.options(path, headers={"origin": ORIGIN, **PREFLIGHT})
    answer = await served.http.get(path, headers={"origin": ORIGIN})

    assert asked.status_code == 204
    assert cors(asked)["access-control-allow-origin"] == ORIGIN
    assert cors(asked)["access-control-allow-headers"] == "authorization, content-type"
    assert cors(answer)["access-control-allow-origin"] == ORIGIN
    assert "Origin" in asked.headers["vary"]
    assert "Origin" in answer.headers["vary"]
    assert "access-control-allow-credentials" not in {*cors(asked), *cors(answer)}


@pytest.mark.parametrize(
    "origin", [STRANGER, "null", f"{ORIGIN}.mallory.example", ORIGIN.upper(), "http://app.example"]
)
async def test_no_other_origin_reads_anything(served: Served, origin: str) -> None:
    asked = await served.http.options("/graphql", headers={"origin": origin, **PREFLIGHT})
    answer = await served.http.post("/graphql", json=WHO, headers={"origin": origin})

    assert asked.status_code == 403
    assert asked.json()["errors"][0]["extensions"]["code"] == "ORIGIN_REFUSED"
    assert cors(asked) == cors(answer) == {}
    assert "Origin" in answer.headers["vary"]


async def test_pages_log_in_and_files_are_open_to_no_origin(served: Served) -> None:
    for path in ("/", "/auth/session", "/provider/authorize", "/provider/introspect", "/provider/end-session"):
        answer = await served.http.get(path, headers={"origin": ORIGIN})
        asked = await served.http.options(path, headers={"origin": ORIGIN, **PREFLIGHT})
        assert cors(answer) == cors(asked) == {}, path


async def test_a_refusal_can_be_read_by_the_page_too(served: Served) -> None:
    answer = await served.http.post("/graphql", json=WHO, headers={"origin": ORIGIN})

    assert answer.status_code == 401
    assert cors(answer)["access-control-allow-origin"] == ORIGIN
    assert "www-authenticate" in cors(answer)["access-control-expose-headers"]


async def test_a_cookie_of_ours_is_worth_nothing_from_another_origin(served: Served) -> None:
    async with served.service.log_in("coach_a") as coach:
        own = await coach.http.post("/graphql", json=WHO, headers=coach.headers)
        answers = [
            await coach.http.post("/graphql", json=WHO, headers=coach.headers | {"origin": origin})
            for origin in (ORIGIN, STRANGER)
        ]

    assert own.status_code == 200
    for answer in answers:
        assert answer.status_code == 403
        assert answer.json()["errors"][0]["extensions"]["code"] == "ORIGIN_REFUSED"
        assert "access-control-allow-credentials" not in answer.headers


async def test_a_revoked_front_end_loses_its_origin(served: Served) -> None:
    await FrontEndClient.all().update(state="REVOKED", revoked_at=datetime.now(UTC))

    asked = await served.http.options("/graphql", headers={"origin": ORIGIN, **PREFLIGHT})

    assert (asked.status_code, cors(asked)) == (403, {})


async def test_a_request_without_an_origin_reads_no_origins(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(*_: object) -> bool:
        raise AssertionError("the origins were asked for")

    monkeypatch.setattr(cross_origin.RegisteredOrigins, "has", never)

    answer = await served.http.post("/graphql", json=WHO)
    own = await served.http.post("/graphql", json=WHO, headers={"origin": served.service.settings.public_url})

    assert answer.status_code == own.status_code == 401
    assert "Origin" not in answer.headers.get("vary", "")


async def test_an_origin_is_read_again_after_a_short_time_only() -> None:
    asked: list[str] = []

    class Reads:
        async def fetch(self, sql: str) -> list[dict[str, str]]:
            asked.append(sql)
            return [{"origin": ORIGIN}]

    origins = cross_origin.RegisteredOrigins()

    found = [await origins.has(ORIGIN, Reads(), now) for now in (0.0, 1.0, 4.9, 5.1)]
    strange = [await origins.has(STRANGER, Reads(), now) for now in (5.2, 5.9, 6.2, 6.3)]

    assert found == [True] * 4
    assert strange == [False] * 4
    assert len(asked) == 3
    assert cross_origin.CACHE_SECONDS <= 10


async def test_while_the_database_is_away_nobody_reads_anything() -> None:
    class Reads:
        async def fetch(self, _sql: str) -> list[dict[str, str]]:
            raise OSError

    assert not await cross_origin.RegisteredOrigins().has(ORIGIN, Reads(), 0.0)


async def test_a_caller_without_a_token_learns_where_to_get_one(served: Served) -> None:
    url = served.service.settings.public_url
    none = await served.http.post("/graphql", json=WHO)
    wrong = await served.http.post("/graphql", json=WHO, headers={"authorization": "Bearer nonsense"})
    address = f"{url}/.well-known/oauth-protected-resource/graphql"
    of_api, of_service = [
        (await served.http.get(path)).json() for path in (address, "/.well-known/oauth-protected-resource")
    ]

    assert none.headers["www-authenticate"] == f'Bearer resource_metadata="{address}"'
    assert wrong.headers["www-authenticate"] == f'Bearer error="invalid_token", resource_metadata="{address}"'
    assert (of_api["resource"], of_service["resource"]) == (f"{url}/graphql", url)
    assert of_api["authorization_servers"] == [served.service.settings.oidc_issuer]
    assert {"register:read", "register:write", "referrals:read"} <= set(of_api["scopes_supported"])
