"""Two identity providers in a real browser: one chooses, logs in over there, and logs out at both."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page

from models.session import Session
from tests.support.graphiql_visit import fresh_browser
from tests.support.login.brokers import Broker, brokered_service
from tests.support.login.providers import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.npm_provider]


async def log_in(page: Page, username: str) -> None:
    """Fill in the provider's pages: name and password, then consent."""
    await page.fill("input[name=login]", username)
    await page.fill("input[name=password]", PASSWORD)
    await page.click("button[type=submit]")
    await page.click("button[type=submit]")


async def test_a_person_chooses_a_provider_and_logs_in_and_out_without_a_complaint_of_the_browser(
    database_copy: str, tmp_path: Path, chromium: str, username: str
) -> None:
    complaints: list[str] = []
    staff, others = Broker("staff"), Broker("others", {"kinds": ["OFFICIAL"]})
    async with (
        brokered_service(database_copy, tmp_path, staff, others, is_whole=True) as service,
        fresh_browser(chromium, tmp_path / "profile") as browser,
    ):
        account = await service.account(staff, username)
        page = browser.pages[0]
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

        await page.goto(f"{service.url}/auth/login")
        heading, choices = await page.inner_text("h1"), await page.locator(".entrance-choices a").all_inner_texts()
        await page.click("text=Suomeksi staff")
        at_provider = page.url
        await log_in(page, username)
        shown = await page.inner_text("header")
        opened = await Session.all().count()
        await page.click("text=Kirjaudu ulos")
        at_log_out = page.url
        await page.click("button[value=yes]")
        await page.wait_for_url("**/auth/logged-out**")
        farewell, left = await page.inner_text("h1"), await Session.all().count()

    assert heading == "Kirjaudu sisään"
    assert choices == ["Suomeksi staff", "Suomeksi others"]
    assert at_provider.startswith(staff.issuer)
    assert str(account.name) in shown
    assert (opened, left) == (1, 0)
    assert urlsplit(at_log_out).netloc == urlsplit(staff.issuer).netloc
    assert farewell == "Olet kirjautunut ulos"
    assert [text for text in complaints if "Content Security Policy" in text and service.url in text] == []
