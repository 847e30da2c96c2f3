"""The pages as anybody gets them who is not logged in, and what keeps their HTML whole."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from markupsafe import Markup
from starlette.applications import Starlette

from service.http.page_layout import content_policy
from service.http.templates import fill
from service.pages.browser_pages import page_routes, script_json
from service.pages.desk_page import desk_routes
from service.settings import Settings
from service.settings_loading import load_settings


@pytest.fixture
def demo(tmp_path: Path) -> Settings:
    return load_settings(mode="test", state_dir=tmp_path)


@pytest.fixture
async def browser(demo: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(Starlette(routes=[*page_routes(demo), *desk_routes(demo)]))
    async with httpx2.AsyncClient(transport=transport, base_url=demo.public_url) as client:
        yield client


async def test_anybody_may_read_the_start_page(browser: httpx2.AsyncClient) -> None:
    page = await browser.get("/")

    assert page.status_code == 200
    assert '<html lang="fi">' in page.text
    assert "Kirjaudu sisään" in page.text
    assert page.headers["cache-control"] == "no-store"


async def test_graphiql_leads_whoever_is_not_logged_in_to_the_log_in(browser: httpx2.AsyncClient) -> None:
    answer = await browser.get("/graphiql")

    assert (answer.status_code, answer.headers["location"]) == (303, "/auth/login?next=/graphiql")
    assert answer.content == b""


@pytest.mark.parametrize("path", ["/desk", "/desk/coach/week"])
async def test_a_desk_leads_whoever_is_not_logged_in_to_the_log_in_and_back(
    browser: httpx2.AsyncClient, path: str
) -> None:
    answer = await browser.get(path)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/auth/login?next={path}")
    assert answer.content == b""


async def test_every_file_a_page_names_is_served_and_kept_for_a_year(browser: httpx2.AsyncClient) -> None:
    page = await browser.get("/")

    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    assert len(addresses) == 2
    for address in addresses:
        file = await browser.get(address)
        assert file.status_code == 200
        assert file.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["../site.css", "%2e%2e/site.css", "graphiql/", "graphiql/missing.js"])
async def test_nothing_beside_the_static_files_is_served(browser: httpx2.AsyncClient, path: str) -> None:
    icon = await browser.get("/favicon.ico")
    folder = icon.headers["location"].removesuffix("icon.svg")

    answer = await browser.get(folder + path)

    assert answer.status_code == 404


@pytest.mark.parametrize("inline_styles", [True, False])
def test_the_policy_of_a_page_names_no_host_but_the_provider_of_log_ins(demo: Settings, inline_styles: bool) -> None:
    policy = content_policy(demo, inline_styles=inline_styles)

    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert re.findall(r"https?://\S+", policy) == [f"{demo.public_url};"]
    assert ("'unsafe-inline'" in policy) is inline_styles


def test_the_policy_of_the_desks_lets_styles_carry_a_nonce_and_makes_no_code_of_text(demo: Settings) -> None:
    policy = content_policy(demo, nonce="n0nce").split("; ")

    assert "script-src 'self'" in policy
    assert "style-src 'self' 'nonce-n0nce'" in policy
    assert policy[-2:] == ["require-trusted-types-for 'script'", "trusted-types 'none'"]


def test_a_value_in_a_page_is_text_unless_it_is_html() -> None:
    page = fill("signed_in", name="<b>Aino & co</b>", graphiql=Markup("<hr>"))

    assert "&lt;b&gt;Aino &amp; co&lt;/b&gt;" in page
    assert "<hr>" in page


def test_nothing_in_the_settings_of_graphiql_ends_their_script_element() -> None:
    text = script_json({"document": "</script><!--"})

    assert "<" not in text
    assert json.loads(text) == {"document": "</script><!--"}
