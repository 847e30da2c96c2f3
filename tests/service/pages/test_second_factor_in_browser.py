"""The second factor in a real browser: the picture shows, nothing is blocked, and the person arrives at the page."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyotp
from playwright.async_api import Page

from models.account import Account
from service.app import create_app
from service.login.identity import identity
from service.resources import utc_now
from service.settings_loading import load_settings
from tests.support.graphiql_visit import fresh_browser
from tests.support.login.identity_service import free_port, served
from tests.support.login.providers import PASSWORD, EmbeddedProvider
from tests.support.organisation import STAMP


async def type_password(page: Page, address: str, username: str) -> None:
    await page.goto(address)
    await page.fill("#username", username)
    await page.fill("#password", PASSWORD)
    await page.click("main button[type=submit]")


async def test_a_person_enrols_logs_out_and_comes_back_with_a_code(
    chromium: str, database_copy: str, tmp_path: Path, username: str
) -> None:
    port = free_port()
    settings = load_settings(
        mode="test",
        database_url=database_copy,
        state_dir=tmp_path,
        metrics_port=0,
        port=port,
        host="127.0.0.1",
        second_factor="everybody",
    )
    blocked: list[str] = []
    async with served(create_app(settings), port, lifespan="on"), fresh_browser(chromium, tmp_path / "b") as browser:
        provider = EmbeddedProvider(settings, utc_now)
        await provider.start()
        given: dict[str, Any] = {"kind": "STAFF", "name": "Aino", "language": "fi", "state": "ACTIVE", **STAMP}
        subject = await provider.subject(username)
        account = await Account.create(issuer=provider.issuer, subject=subject, **given)
        page = browser.pages[0]
        page.on("console", lambda message: blocked.append(message.text) if "Policy" in message.text else None)
        address = f"{settings.public_url}/auth/login?next=/"

        await type_password(page, address, username)
        width = await page.eval_on_selector(".entrance-picture", "picture => picture.naturalWidth")
        secret = await page.inner_text("#secret")
        link = await page.get_attribute("a.site-action", "href")
        await page.fill("#code", pyotp.TOTP(secret).now())
        await page.click("main button[type=submit]")
        codes = await page.locator("#recovery-codes li").all_inner_texts()
        await page.click("main button[type=submit]")
        await page.wait_for_url(f"{settings.public_url}/auth/undertaking**")
        await page.click("main button[type=submit]")
        await page.wait_for_url(f"{settings.public_url}/")
        own = await page.get_attribute("header a.site-link", "href")
        await page.click("header button[type=submit]")
        await page.wait_for_url(f"{settings.public_url}/auth/logged-out**")
        await type_password(page, address, username)
        await page.fill("#code", codes[0])
        await page.click("main button[type=submit]")
        await page.wait_for_url(f"{settings.public_url}/")
        name = await page.inner_text(".site-person")

    assert width > 100
    assert link is not None
    assert parse_qs(urlsplit(link).query)["secret"] == [secret]
    assert len(codes) == 10
    assert own == "/auth/password"
    assert name == account.name
    assert blocked == []
    assert identity(settings).provider is not None
