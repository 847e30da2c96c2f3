"""The endpoint through real HTTP: every audit of GraphQL over HTTP, and what a bad request is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from service.app import create_app
from service.resources import utc_now
from service.settings import ROOT
from service.settings_loading import load_settings
from tests.support.login.identity_service import free_port, served
from tests.support.login.providers import EmbeddedProvider, system_token

FOLDER = ROOT / "tests/support/npm/graphql_http_audit"


@pytest.fixture
async def endpoint(database_copy: str, tmp_path: Path) -> AsyncIterator[tuple[str, str]]:
    """The address of a served endpoint, and a token for it."""
    port = free_port()
    settings = load_settings(
        mode="test", database_url=database_copy, state_dir=tmp_path, metrics_port=0, port=port, host="127.0.0.1"
    )
    async with served(create_app(settings), port, lifespan="on"):
        provider = EmbeddedProvider(settings, utc_now)
        await provider.start()
        token = (await system_token(provider, utc_now())).json()["access_token"]
        yield f"{settings.public_url}/graphql", token


@pytest.mark.npm_provider
async def test_every_audit_of_graphql_over_http_passes(endpoint: tuple[str, str]) -> None:
    url, token = endpoint
    pipe = asyncio.subprocess.PIPE
    node = await asyncio.create_subprocess_exec("node", "audit.mjs", url, stdin=pipe, stdout=pipe, cwd=FOLDER)
    out, _ = await node.communicate(token.encode())
    results = json.loads(out)
    assert len(results) > 50
    assert [r for r in results if r["status"] not in {"ok", "notice"}] == []
    # what the specification only allows: we serve no GET and no form
    assert all(r["name"].startswith("MAY ") for r in results if r["status"] == "notice")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"null", "application/json", 400),
        (b"5", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 5000, "application/json", 400),
        (b'{"query": 5}', "application/json", 400),
        (b'{"query": "{ viewer { name } }"}', "text/plain", 415),
    ],
)
async def test_a_bad_request_is_told_what_is_wrong(
    endpoint: tuple[str, str], body: bytes, kind: str, status: int
) -> None:
    url, token = endpoint
    headers = {"authorization": f"Bearer {token}", "content-type": kind}
    async with httpx2.AsyncClient(headers=headers) as http:
        answer = await http.post(url, content=body)
    assert answer.status_code == status
    assert answer.json()["errors"][0]["extensions"]["code"]


async def test_a_get_request_executes_nothing(endpoint: tuple[str, str]) -> None:
    url, token = endpoint
    async with httpx2.AsyncClient(headers={"authorization": f"Bearer {token}"}) as http:
        answer = await http.get(url, params={"query": "{ viewer { name } }"})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


async def test_nobody_is_answered_without_a_token_or_a_session(endpoint: tuple[str, str]) -> None:
    url, _ = endpoint
    async with httpx2.AsyncClient() as http:
        answer = await http.post(url, json={"query": "{ viewer { name } }"})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
