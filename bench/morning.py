"""The morning of a coach in a real browser: keys and seconds for 25 people, how soon 200 rows are there, how soon a key is seen."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median, quantiles
from typing import Any
from uuid import UUID

import asyncpg
from playwright.async_api import Browser, Page, async_playwright
from rich.console import Console

from bench.contestants import Running, started
from bench.data import STAFF, Person, Size, made, prepared
from bench.day import CASELOADS, CODES, hire
from bench.page_sizes import sizes
from bench.results.machine import table_of_versions
from bench.results.tables import Table
from bench.streams import listeners
from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres
from workflow.calendar import finnish_day

FEW, MANY = 25, 200
ABSENT = (3, 11, 19)  # rows of the people who did not come
PAUSE = 0.25  # seconds between two keys: four a second, as a hand that reads the names
MARKED = 60  # keys of which the time to the paint is taken
LOADS = 5
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage"]
WINDOW: Any = {"width": 1280, "height": 860}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_RECORDED = "SELECT count(*) FILTER (WHERE code = 'PRESENT'), count(*) FILTER (WHERE code = 'ABSENT_SICK') FROM attendance WHERE day = $1"
_SICK = """INSERT INTO term (id, state, vocabulary, token, title_fi, title_sv, title_en, position, facts, revision, provenance,
  created_at, created_by, modified_at, modified_by)
SELECT gen_random_uuid(), 'ACTIVE', 'attendance_code', 'ABSENT_SICK', 'oma sairaus', 'egen sjukdom', 'own illness', 4,
  '[{"name": "benefit", "text": "KEPT"}, {"name": "reported", "text": "YES"}, {"name": "presence", "text": "ABSENT"}]', 1, 'OWN',
  now(), $1, now(), $1
WHERE NOT EXISTS (SELECT FROM term WHERE vocabulary = 'attendance_code' AND token = 'ABSENT_SICK')"""
# A moment is taken when the browser has painted: a message comes after the frame that was asked for.
_CLOCK = """
window.morning = { first: 0, keys: [] };
const painted = (note) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => note(performance.now());
  channel.port2.postMessage(0);
});
new MutationObserver((_, observer) => {
  if (!document.querySelector('[role=grid] tbody tr')) return;
  observer.disconnect();
  painted((at) => { window.morning.first = at; });
}).observe(document, { childList: true, subtree: true });
addEventListener('keydown', ({ timeStamp }) => painted((at) => window.morning.keys.push(at - timeStamp)), true);
"""
# The policy of the pages lets nobody wait for a text of code, so the page itself waits.
_FIRST = (
    "new Promise((done) => { const ask = () => morning.first ? done(morning.first) : setTimeout(ask, 10); ask(); })"
)


class MorningLost(RuntimeError):
    """Not everybody was recorded as the keys said."""

    code = "MORNING_LOST"


@dataclass
class Hand:
    """Presses keys as a person does, and counts them."""

    page: Page
    pause: float
    pressed: int = 0
    began: float = field(default_factory=time.monotonic)

    async def press(self, key: str, times: int = 1) -> None:
        """Press a key so many times."""
        for _ in range(times):
            await asyncio.sleep(self.pause)
            await self.page.keyboard.press(key)
            self.pressed += 1

    async def reach(self, selector: str) -> None:
        """Go on by Tab until the focus is on something of this selector."""
        while not await self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            await self.press("Tab")


async def morning(server: EmbeddedPostgres, size: Size, console: Console) -> list[Table]:
    """Return the tables of the morning, and of what the pages weigh."""
    with console.status("Filling the register, once …"):
        filled = await asyncio.to_thread(prepared, server, size)
    rows: list[tuple[str, str]] = []
    browser = ""
    for people, measured in ((FEW, recorded), (MANY, looked_at)):
        copy = f"{filled}_morning"
        server.drop_database(copy)
        server.create_database(copy, filled)
        connection = await asyncpg.connect(**credentials(server.url(copy, SUPERUSER)))
        try:
            coach = await with_caseload(connection, people)
            server.execute("VACUUM (ANALYZE)", copy)
            with started("ours-strict", server.url(copy)) as running, console.status(f"A morning of {people} …"):
                async with sheet(running, coach) as page:
                    rows += await measured(page, connection)
                    browser = page.context.browser.version if page.context.browser else ""
        finally:
            await connection.close()
            server.drop_database(copy)
    version = server.execute("SHOW server_version").strip()
    heads = (f"one coach, Chromium, {WINDOW['width']} × {WINDOW['height']}", "measured")
    return [
        Table("The morning in a browser", heads, rows),
        sizes(),
        table_of_versions(version, f"Chromium {browser}, bench/morning.py", {}),
    ]


async def with_caseload(connection: Any, people: int) -> Person:
    """Return a coach of so many people, each with a day that is planned today."""
    (coach,) = await listeners(connection, 1, ("coach",))
    staff = [made(STAFF, 10_000)]
    await hire(connection, [coach], staff)
    await connection.execute(CODES, UUID(int=0))
    await connection.execute(_SICK, UUID(int=0))
    await connection.execute(CASELOADS, staff, people, people, [finnish_day(datetime.now(UTC))])
    return coach


@asynccontextmanager
async def sheet(running: Running, coach: Person) -> AsyncIterator[Page]:
    """Yield the page of the morning, as it is after the log-in."""
    found = next((path for path in map(shutil.which, _BROWSERS) if path), None)
    if found is None:
        raise MorningLost("The morning is measured in Chromium: apt install chromium")
    async with async_playwright() as playwright:
        browser: Browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        context = await browser.new_context(viewport=WINDOW, locale="fi-FI", timezone_id="Europe/Helsinki")
        origin = f"http://127.0.0.1:{running.port}"
        await context.add_cookies([{"name": "session", "value": coach.session, "url": origin}])
        await context.add_init_script(_CLOCK)
        page = await context.new_page()
        await page.goto(f"{origin}/desk/coach")
        await page.locator("[role=grid] tbody tr").first.wait_for()
        yield page
        await browser.close()


async def recorded(page: Page, connection: Any) -> Sequence[tuple[str, str]]:
    """Record everybody by the keyboard alone: all present, except three; and look whether they are."""
    await page.wait_for_timeout(500)
    hand = Hand(page, PAUSE)
    await hand.reach("button.first")
    await hand.press("Enter")
    await hand.reach("[role=gridcell]")
    row = 0
    for absent in ABSENT:
        await hand.press("ArrowDown", absent - row)
        await hand.press("s")
        row = absent + 1
    await hand.press("Control+Enter")
    await page.locator("td.saved").nth(FEW - 1).wait_for()
    took = time.monotonic() - hand.began
    present, sick = await connection.fetchrow(_RECORDED, finnish_day(datetime.now(UTC)))
    if (present, sick) != (FEW - len(ABSENT), len(ABSENT)):
        raise MorningLost(f"{present} are present and {sick} are ill")
    return [
        (
            f"key presses for {FEW} people, {len(ABSENT)} of them ill, from the open page to the saved day",
            f"{hand.pressed}",
        ),
        (f"seconds, at {1 / PAUSE:.0f} keys a second", f"{took:.1f} s"),
    ]


async def looked_at(page: Page, _connection: Any) -> Sequence[tuple[str, str]]:
    """Open the sheet of many several times, and mark rows one after the other."""
    firsts = []
    for _ in range(LOADS):
        await page.reload()
        await page.locator("[role=grid] tbody tr").first.wait_for()
        firsts.append(await page.evaluate(_FIRST))
    rows = await page.locator("[role=grid] tbody tr").count()
    if rows != MANY:
        raise MorningLost(f"{rows} rows are on the sheet")
    await page.locator("[role=gridcell]").first.focus()
    hand = Hand(page, 0.05)
    await hand.press("s", MARKED)
    keys = await page.evaluate("window.morning.keys")
    late = quantiles(keys, n=20)[-1]
    return [
        (f"{MANY} rows: from the address to the first row, median of {LOADS}", f"{median(firsts):.0f} ms"),
        (
            f"{MANY} rows: from a key to its paint, median and 95th percentile of {len(keys)}",
            f"{median(keys):.0f} ms, {late:.0f} ms",
        ),
    ]
