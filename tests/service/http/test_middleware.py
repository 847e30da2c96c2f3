"""What surrounds every request: strict headers, an id of its own, and a mask over what nobody expected."""

import io
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette

from service.http.assembly import assembled
from service.settings import Settings
from tests.support.small_application import ARTIFICIAL_CODE, ROUTES, client_of


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


async def test_what_nobody_expected_is_masked_and_logged_without_its_text(app: Starlette, lines: io.StringIO) -> None:
    async with client_of(app) as client:
        answer = await client.get(f"/fail/{ARTIFICIAL_CODE}?code={ARTIFICIAL_CODE}")

    assert answer.status_code == 500
    assert answer.headers["x-request-id"] in answer.text
    assert ARTIFICIAL_CODE not in answer.text + lines.getvalue()
    failed = [json.loads(line) for line in lines.getvalue().splitlines() if "request failed" in line]
    assert failed[0]["exception"] == "builtins.RuntimeError"
    assert failed[0]["request_id"] == answer.headers["x-request-id"]
    assert any("small_application.py" in place for place in failed[0]["at"])


def test_production_sends_browsers_to_https_for_two_years(settings: Settings, tmp_path: Path) -> None:
    strict = assembled(settings.model_copy(update={"mode": "production"}), ROUTES)

    kept = [middleware.kwargs.get("is_production") for middleware in strict.user_middleware]

    assert kept[0] is True
