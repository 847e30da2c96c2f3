"""One visit to the service with a real browser: what a person does, and what the browser saw meanwhile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, ConsoleMessage, Page, async_playwright

FLAGS = [
    *["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    *["--disable-background-networking", "--disable-component-update"],
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # Chromium itself still calls its maker; not from here
]
EXAMPLE = "Omat asiakkaani"
OPERATION = "OmatAsiakkaani"
PATIENCE = 30_000  # milliseconds; the editor is 3 MB of script, parsed on a busy machine

NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
KEPT_IN_BROWSER = """async () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => database.name),
  ...(await caches.keys()),
]"""
READABLE_COOKIES = "document.cookie"

OPEN_AND_RUN_AT_ONCE = """(example) => {
  const named = (button) => button.textContent.startsWith(example);
  [...document.querySelectorAll('.examples button')].find(named).click();
  document.querySelector('.graphiql-execute-button').click();
}"""  # GraphiQL learns the name of a new question 100 ms later; a quick coach is quicker


@dataclass(frozen=True)
class Person:
    """A person of the demo who can log in."""

    name: str
    username: str
    password: str


@dataclass
class Visit:
    """What a person saw on a visit, and what the browser noticed meanwhile."""

    origin: str
    screens: Path | None = None
    requested: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    answer: dict[str, Any] = field(default_factory=dict)


@asynccontextmanager
async def fresh_browser(chromium: str, profile: Path) -> AsyncIterator[BrowserContext]:
    """Yield a browser with an empty profile."""
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=FLAGS, viewport={"width": 1280, "height": 800}, locale="fi-FI"
        )
        context.set_default_timeout(PATIENCE)
        await context.add_init_script(NOTE_VIOLATIONS)
        yield context
        await context.close()


def watch(context: BrowserContext, visit: Visit) -> None:
    """Note in the visit every request of every page and worker, and every error that the browser reports."""

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            visit.complaints.append(f"{message.type}: {message.text}")

    context.on("request", lambda request: visit.requested.append(request.url))
    context.on("console", complain)
    context.on("weberror", lambda error: visit.complaints.append(f"uncaught: {error.error}"))


async def note_screen(page: Page, visit: Visit, screen: str) -> None:
    """Note what this screen keeps in the browser and what its policy refused; take its picture when asked to."""
    visit.seen[f"{screen} path"] = urlsplit(page.url).path
    visit.kept += await page.evaluate(KEPT_IN_BROWSER)
    visit.kept += [cookie for cookie in [await page.evaluate(READABLE_COOKIES)] if cookie]
    visit.complaints += [f"refused: {violation}" for violation in await page.evaluate("window.violations")]
    if visit.screens:
        await page.screenshot(path=visit.screens / f"{screen}.png")


async def use_graphiql(page: Page, visit: Visit, person: Person) -> None:
    """Go to the start page, log in, run an example, look around and log out."""
    await page.goto(visit.origin)
    await note_screen(page, visit, "1-start")
    await page.goto(f"{visit.origin}/graphiql")
    await note_screen(page, visit, "2-log-in")
    await log_in(page, person)
    await page.locator(".graphiql-query-editor .view-line").first.wait_for()
    visit.seen["header"] = await page.locator(".site-header").inner_text()
    await run_example(page, visit)
    await note_screen(page, visit, "3-example")
    visit.seen["documentation"] = await open_panel(page, "Documentation Explorer", "Root Types")
    await note_screen(page, visit, "4-documentation")
    visit.seen["builder"] = await open_panel(page, "Kokoa kysely kenttiä valitsemalla", "clients")
    await note_screen(page, visit, "5-query-builder")
    await page.get_by_role("button", name="Kirjaudu ulos").click()
    await page.get_by_role("heading", name="Olet kirjautunut ulos").wait_for()
    await note_screen(page, visit, "6-logged-out")
    await page.go_back()
    await note_screen(page, visit, "7-back-button")


async def log_in(page: Page, person: Person) -> None:
    """Fill in the page of the embedded provider."""
    await page.get_by_label("Käyttäjätunnus").fill(person.username)
    await page.get_by_label("Salasana").fill(person.password)
    await page.get_by_role("button", name="Kirjaudu").click()


async def run_example(page: Page, visit: Visit) -> None:
    """Open the example in the editors and run it in the same moment."""
    await page.get_by_role("button", name=EXAMPLE).wait_for()
    async with page.expect_response(lambda response: OPERATION in (response.request.post_data or "")) as answered:
        await page.evaluate(OPEN_AND_RUN_AT_ONCE, EXAMPLE)
    visit.seen["query"] = await page.locator(".graphiql-query-editor .view-lines").inner_text()
    visit.seen["variables"] = await page.locator(".graphiql-editor-tool .view-lines").first.inner_text()
    visit.answer = await (await answered.value).json()
    shown = page.locator(".result-window .view-lines")
    await shown.get_by_text('"data"').first.wait_for()
    visit.seen["result"] = await shown.inner_text()


async def open_panel(page: Page, name: str, expected: str) -> str:
    """Return the text of a panel of GraphiQL once it shows what is expected."""
    await page.get_by_role("button", name=f"Show {name}").click()
    panel = page.locator(".graphiql-plugin")
    await panel.get_by_text(expected).first.wait_for()
    return await panel.inner_text()
