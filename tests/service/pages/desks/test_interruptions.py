"""What happens to a page when its session ends, or the connection breaks: nothing that was typed is lost."""

import pytest
from playwright.async_api import expect

from models.session import Session
from tests.support.desks.journey import DESKTOP, PATIENCE, Journey, Travel

pytestmark = pytest.mark.npm_provider
WISH = "Haluan nähdä kaikki tietoni."


async def write_request(journey: Journey) -> None:
    """Go to the page of the own data and type a request."""
    await journey.go("Tietoni", "Tietoni")
    await journey.settle()
    await journey.page.get_by_label("Kerro omin sanoin").fill(WISH)


async def test_the_log_in_opens_in_a_second_window_and_the_page_keeps_what_was_typed(travel: Travel) -> None:
    async with travel("trainee", size=DESKTOP) as journey:
        page, person = journey.page, journey.person
        await write_request(journey)
        await Session.filter(account_id=await journey.account()).delete()
        await page.get_by_role("button", name="Lähetä pyyntö").click()
        dialog = page.get_by_role("alertdialog", name="Kirjautumisesi on päättynyt")
        await dialog.wait_for()
        typed = await page.locator("#request-text").input_value()
        async with page.context.expect_page() as opened:
            await dialog.get_by_role("link", name="Kirjaudu uudelleen").click()
        second = await opened.value
        await second.fill("#username", person.username)
        await second.fill("#password", person.password)
        await second.click("button[type=submit]")
        await second.get_by_role("heading", name="Olet kirjautunut").wait_for()
        await expect(dialog).to_have_count(0)
        await page.get_by_text("Pyyntö on lähetetty.").first.wait_for()

    assert typed == WISH
    assert journey.asked.count("AskAsDataSubject") == 2  # refused by the ended session, then done: once, by its key
    assert [text for text in journey.complaints if "401" not in text] == []


async def test_a_broken_connection_is_told_and_the_command_is_done_once(travel: Travel) -> None:
    async with travel("trainee", size=DESKTOP) as journey:
        page = journey.page
        await write_request(journey)
        keys: list[str] = []
        page.on("request", lambda one: keys.append((one.post_data or "").split('"key":"')[-1][:36]))
        await page.context.set_offline(offline=True)
        await page.get_by_role("button", name="Lähetä pyyntö").click()
        alert = page.get_by_role("alert")
        await expect(alert).to_contain_text("Emme tiedä, tallentuiko muutos.", timeout=PATIENCE)
        typed = await page.locator("#request-text").input_value()
        await page.context.set_offline(offline=False)
        await page.get_by_role("button", name="Lähetä pyyntö").click()
        await page.get_by_text("Pyyntö on lähetetty.").first.wait_for()

    sent = [key for key in keys if key.count("-") == 4]
    assert typed == WISH
    assert len(sent) == 5  # four attempts into the void, and the one that arrived
    assert len(set(sent)) == 1


async def test_a_page_that_nobody_touches_covers_what_it_shows_and_loses_nothing(travel: Travel) -> None:
    async with travel("trainee", size=DESKTOP) as journey:
        page = journey.page
        await page.clock.install()
        await page.reload()
        await write_request(journey)
        asked = len(journey.asked)
        await page.clock.fast_forward("05:01")
        await page.get_by_role("heading", name="Näyttö on peitetty").wait_for()
        is_shown = await page.locator("#request-text").is_visible()
        await page.keyboard.press("Enter")
        typed = await page.get_by_label("Kerro omin sanoin").input_value()

    assert is_shown is False
    assert typed == WISH
    assert len(journey.asked) == asked  # showing again what was there is no new look
