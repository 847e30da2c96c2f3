"""GraphiQL in the language of the account, and a change that arrives in it while its query stays open."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page

from models.account import Account
from service.demo.people.cast import cast_member
from service.settings import Settings
from tests.support.graphiql_visit import Person, Visit, fresh_browser, log_in, watch

pytestmark = pytest.mark.browser
EXECUTE, RESULT = ".graphiql-execute-button", ".result-window .view-lines"
OPEN = """(example) => {
  const named = (button) => button.firstChild.textContent === example;
  [...document.querySelectorAll('.examples button')].find(named).click();
}"""


@pytest.fixture
async def swede(service: Settings) -> AsyncIterator[Person]:
    """The supervisor of the demo, whose account is in Swedish."""
    part = cast_member("supervisor")
    await Account.filter(name=part.name).update(language="sv")
    yield Person(part.name, part.username, part.password)
    await Account.filter(name=part.name).update(language="fi")


async def graphiql_of(context: BrowserContext, service: Settings, person: Person) -> tuple[Page, Visit]:
    """Return GraphiQL as it opens for a person, and what is noticed meanwhile."""
    visit, page = Visit(service.public_url), context.pages[0]
    watch(context, visit)
    await page.goto(f"{service.public_url}/graphiql")
    await log_in(page, person)
    await page.locator(".graphiql-query-editor .view-line").first.wait_for()
    return page, visit


async def run_example(page: Page, title: str) -> None:
    """Open an example and run it at once."""
    await page.get_by_role("button", name=title).first.wait_for()
    await page.evaluate(OPEN, title)
    await page.locator(EXECUTE).click()


async def test_graphiql_speaks_the_language_of_the_account_where_it_lets_us(
    chromium: str, service: Settings, swede: Person, tmp_path: Path
) -> None:
    async with fresh_browser(chromium, tmp_path) as browser:
        page, visit = await graphiql_of(browser, service, swede)
        examples = await page.locator(".examples").inner_text()
        toolbar = page.get_by_role("toolbar").get_by_role("button")
        labels = [await button.get_attribute("aria-label") for button in await toolbar.all()]
        await page.get_by_role("button", name="Sätt ihop en fråga genom att välja fält").click()
        await page.locator(".graphiql-plugin").get_by_text("clients").first.wait_for()

    assert "Exempelfrågor" in examples
    assert "Vad som besvaras först" in examples
    assert "Remisser som väntar på svar enligt sista dag" in examples
    assert "Mihin vastataan ensin" not in examples
    assert labels[1:] == [
        "Snygga till frågan (Shift-Ctrl-P)",
        "Lägg in fragmenten i frågan (Shift-Ctrl-M)",
        "Kopiera frågan (Shift-Ctrl-C)",
    ]
    assert visit.complaints == []


async def test_a_change_arrives_in_graphiql_while_the_query_stays_open_and_stops_with_its_button(
    chromium: str, service: Settings, coach: Person, tmp_path: Path
) -> None:
    async with fresh_browser(chromium, tmp_path) as browser:
        listening, visit = await graphiql_of(browser, service, coach)
        await run_example(listening, "Seuraa muutoksia")
        result = listening.locator(RESULT)
        await result.get_by_text('"OPENED"').wait_for()
        writing = await browser.new_page()
        await writing.goto(f"{service.public_url}/graphiql")
        await run_example(writing, "Kirjoita valmennuskirjaus")
        await writing.locator(RESULT).get_by_text('"DRAFT"').wait_for()
        await result.get_by_text('"CHANGED"', exact=True).wait_for()
        told = await result.inner_text()
        async with listening.expect_event("requestfailed") as cut:
            await listening.locator(EXECUTE).click()
        stopped = await cut.value

    assert '"CoachingNote"' in told
    assert stopped.url == f"{service.public_url}/graphql"
    assert (stopped.method, stopped.headers["accept"]) == ("POST", "text/event-stream")
    assert "x-csrf-token" in stopped.headers
    assert visit.complaints == []
