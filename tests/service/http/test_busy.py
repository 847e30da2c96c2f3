"""Work of the processor: beside the event loop, bounded, and noticed where it is not."""

import asyncio
import io
import json
import threading
import time
from pathlib import Path

import httpx2
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from auth.processing import CONTENTS, PASSWORDS, Busy, ProcessorPool
from schema.execution.documents import LONG_DOCUMENT, Document, Documents
from service.app import create_app
from service.http.assembly import assembled
from service.http.loop_watch import watching_loop
from service.resources import schema_and_content_types, utc_now
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.login.form_browser import FormBrowser
from tests.support.login.identity_service import free_port, served
from tests.support.login.providers import PASSWORD, EmbeddedProvider
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import running_service
from tests.support.small_application import client_of


async def test_a_pool_works_beside_the_loop_and_refuses_when_its_queue_is_full() -> None:
    pool, go_on = ProcessorPool("test", threads=1, queue=1), threading.Event()
    running = asyncio.create_task(pool.run(lambda: go_on.wait() and threading.get_ident()))
    waiting = asyncio.create_task(pool.run(threading.get_ident))
    await asyncio.sleep(0)
    with pytest.raises(Busy) as refused:
        await pool.run(threading.get_ident)
    used = pool.used
    go_on.set()

    assert await running == await waiting != threading.get_ident()
    assert (used, refused.value.retry_after) == (2, 2)
    assert await pool.run(lambda: 1) == 1


async def test_whoever_leaves_the_queue_makes_room_in_it() -> None:
    pool, go_on, done = ProcessorPool("test", threads=1, queue=1), threading.Event(), []
    running = asyncio.create_task(pool.run(go_on.wait))
    waiting = asyncio.create_task(pool.run(lambda: done.append("left")))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    following = asyncio.create_task(pool.run(lambda: done.append("followed")))
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(running, following)

    assert waiting.cancelled()
    assert done == ["followed"]


async def test_a_long_document_is_read_beside_the_loop_and_once() -> None:
    documents, before = Documents(schema_and_content_types()[0]._schema), CONTENTS.used
    text = "{ viewer { name } }" + " " * LONG_DOCUMENT
    first, again = await documents.read(text), await documents.read(text)

    assert isinstance(first, Document)
    assert first is again
    assert CONTENTS.used == before


async def test_a_loop_that_stood_still_is_logged_with_the_request_that_ran(
    settings: Settings, lines: io.StringIO
) -> None:
    async def block(_request: Request) -> Response:
        time.sleep(0.4)  # noqa: ASYNC251 - what the watch is for
        return Response()

    app = assembled(settings, [Route("/block", block)], companions=[watching_loop])
    async with app.router.lifespan_context(app), client_of(app) as client:
        await asyncio.sleep(0.1)
        answer = await client.get("/block")
        await asyncio.sleep(0.2)
        counted = app.state.metrics.registry.get_sample_value("polku_loop_lag_seconds_count")

    stalls = [line for line in map(json.loads, lines.getvalue().splitlines()) if line["event"] == "loop stood still"]
    assert answer.headers["x-request-id"] in [name for stall in stalls for name in stall["requests"]]
    assert all(stall["milliseconds"] >= 100 for stall in stalls)
    assert counted > 0


async def test_an_upload_that_finds_the_queue_full_is_refused_and_can_be_repeated(
    settings: Settings, organisation_template: OrganisationTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running_service(settings, organisation_template) as service, service.log_in("coach_a") as client:
        aino = service.organisation.ids["aino"]
        announced = await client.announce(aino)
        with monkeypatch.context() as full:
            full.setattr(CONTENTS, "queue", -CONTENTS.threads)
            refused = await client.put(announced["uploadLink"])
        files = await client.files(aino)
        accepted = await client.put(announced["uploadLink"])

    assert refused.status_code == 503
    assert refused.headers["retry-after"] == "2"
    assert refused.json()["errors"][0]["extensions"]["code"] == "BUSY"
    assert files == []
    assert accepted.status_code == 204


async def test_a_log_in_that_finds_the_queue_full_is_told_on_a_page_how_long_to_wait(
    database_copy: str, tmp_path: Path, form_browser: FormBrowser, username: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    settings = load_settings(
        mode="test", database_url=database_copy, state_dir=tmp_path, metrics_port=0, port=port, host="127.0.0.1"
    )
    async with served(create_app(settings), port, lifespan="on"):
        provider = EmbeddedProvider(settings, utc_now)
        await provider.start()
        await provider.subject(username)
        monkeypatch.setattr(PASSWORDS, "queue", -PASSWORDS.threads)
        page: httpx2.Response = await form_browser.log_in(f"{settings.public_url}/auth/login", username, PASSWORD)

    assert page.status_code == 503
    assert page.headers["retry-after"] == "2"
    assert "Odota 2 sekuntia" in page.text
