"""A journey through the pages of a desk: what a person does there, and what the browser and the log noticed."""

import asyncio
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Page, Request, async_playwright

from models.account import Account
from models.log import DisclosureLog
from models.provider import ProviderUser
from schema.execution.view import EVENTS
from service.demo.people.cast import CastMember, cast_member
from service.settings import ROOT, Settings
from service.trusted_documents import trusted_documents
from tests.support.desks.pictures import TALLEST, make_small
from tests.support.graphiql_visit import FLAGS, KEPT_IN_BROWSER, NOTE_VIOLATIONS, READABLE_COOKIES

Size = tuple[int, int]
AXE = ROOT / "tests" / "support" / "npm" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "docs" / "screens" / "desks"
PHONE, DESKTOP = (390, 844), (1280, 860)
PICTURED = {(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light")}
LOOKS = [(size, colours) for size in (PHONE, DESKTOP) for colours in ("light", "dark")]
PATIENCE = 60_000  # milliseconds
MOMENT, STILL = 0.05, 4  # seconds between two looks at what is being fetched, and how many in a row find nothing
FIND_FAULTS = """async () => (await axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
})).violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' | ')}`)"""
IS_TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@dataclass
class Journey:
    """A person in a browser, from `since` on; `asked` are the operations that the pages have sent, in order."""

    page: Page
    person: CastMember
    settings: Settings
    pictures: Path | None
    since: datetime
    asked: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    pending: set[Request] = field(default_factory=set)

    async def account(self) -> Any:
        """Return the id of the person's account."""
        user = await ProviderUser.get(username=self.person.username)
        return (await Account.get(subject=str(user.id))).id

    async def looks(self) -> Counter[str]:
        """Return how many rows the disclosure log has of the person since the log-in, by operation."""
        rows = DisclosureLog.filter(account=await self.account(), at__gte=self.since)
        return Counter(map(str, await rows.values_list("operation", flat=True)))

    async def heading(self, text: str) -> None:
        """Wait for the page with this heading, and note its title."""
        await self.page.get_by_role("heading", name=text, level=1).wait_for()
        self.titles.add(await self.page.title())

    async def go(self, way: str, heading: str) -> None:
        """Follow a way of the desk by its name."""
        await self.page.get_by_role("navigation").get_by_role("link", name=way, exact=True).click()
        await self.heading(heading)

    async def settle(self) -> None:
        """Wait until nothing is being fetched any more."""
        async with asyncio.timeout(PATIENCE / 1000):
            still = 0
            while still < STILL:
                await asyncio.sleep(MOMENT)
                still = 0 if self.pending else still + 1
        await self.page.locator(".waiting").first.wait_for(state="detached")

    async def check(self, screen: str, looks: Sequence[tuple[Size, str]] = LOOKS) -> None:
        """Judge what is on the screen, on a phone and on a desk, light and dark; and take its pictures."""
        await self.settle()
        await self.page.evaluate(AXE.read_text("utf-8") + ";0")
        before = self.page.viewport_size
        for size, colours in looks:
            await self.page.set_viewport_size({"width": size[0], "height": size[1]})
            await self.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
            await self.judge(f"{screen}-{size[0]}-{colours}", is_pictured=(size, colours) in PICTURED)
        if before:
            await self.page.set_viewport_size(before)

    async def check_public(self, address: str) -> None:
        """Open a public page, and judge it as it is on this screen; no picture is taken."""
        await self.page.goto(f"{self.settings.public_url}{address}")
        await self.page.evaluate(AXE.read_text("utf-8") + ";0")
        self.complaints += [f"{address}: {fault}" for fault in await self.faults()]

    async def faults(self) -> list[str]:
        """Return what axe finds on the screen, and whether the page is too wide."""
        return [
            *await self.page.evaluate(FIND_FAULTS),
            *(["wider than the window"] * await self.page.evaluate(IS_TOO_WIDE)),
        ]

    async def judge(self, look: str, *, is_pictured: bool = True) -> None:
        """Note faults, width, what is kept in the browser and what the policy refused; take the picture."""
        page = self.page
        faults = await self.faults()
        faults += [f"kept {kept}" for kept in await page.evaluate(KEPT_IN_BROWSER)]
        faults += [f"cookie {cookie}" for cookie in [await page.evaluate(READABLE_COOKIES)] if cookie]
        faults += [f"refused {refused}" for refused in await page.evaluate("window.violations")]
        self.complaints += [f"{look}: {fault}" for fault in faults]
        if self.pictures and is_pictured and page.viewport_size:
            height = min(await page.evaluate("document.documentElement.scrollHeight"), TALLEST)
            path = self.pictures / f"{look}.png"
            await page.screenshot(
                path=path,
                full_page=True,
                clip={"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height},
            )
            make_small(path)

    def foreign(self) -> set[str]:
        """Return the hosts to which requests went, other than the service."""
        own = urlsplit(self.settings.public_url).netloc
        return {urlsplit(url).netloc for url in self.requested if not url.startswith(("data:", "blob:"))} - {own}

    def note(self, request: Request) -> None:
        """Note a request; of a question the name of its operation."""
        self.requested.append(request.url)
        if urlsplit(request.url).path == "/graphql":
            self.asked.append(operation_of(request.post_data or ""))

    def begin(self, request: Request) -> None:
        """Note that something is being fetched; a stream of events does not end, and holds nobody up."""
        if EVENTS not in request.headers.get("accept", ""):
            self.pending.add(request)

    def finish(self, request: Request) -> None:
        """Note that a request is over."""
        self.pending.discard(request)


def operation_of(body: str) -> str:
    """Return the name of the operation in the body of a question."""
    asked = json.loads(body)
    text = asked.get("query") or trusted_documents().texts[asked["extensions"]["persistedQuery"]["sha256Hash"]]
    return str(text).split("{")[0].split("(")[0].split()[1]


@asynccontextmanager
async def journey(
    chromium: str,
    profile: Path,
    settings: Settings,
    username: str,
    *,
    size: Size = DESKTOP,
    pictures: Path | None = None,
) -> AsyncIterator[Journey]:
    """Yield a journey of a person of the demo that has logged in and arrived at the desk."""
    person = cast_member(username)
    async with async_playwright() as playwright:
        context: BrowserContext = await playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium,
            args=FLAGS,
            viewport={"width": size[0], "height": size[1]},
            locale="fi-FI",
            timezone_id="Europe/Helsinki",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        await context.add_init_script(NOTE_VIOLATIONS)
        page = context.pages[0]
        made = Journey(page, person, settings, pictures, datetime.now(UTC))
        context.on("request", made.note)
        page.on("request", made.begin)
        page.on("requestfinished", made.finish)
        page.on("requestfailed", made.finish)
        context.on("console", lambda m: made.complaints.append(m.text) if m.type in {"error", "warning"} else None)
        context.on("weberror", lambda error: made.complaints.append(f"uncaught: {error.error}"))
        await page.goto(f"{settings.public_url}/desk")
        await page.fill("#username", person.username)
        await page.fill("#password", person.password)
        await page.click("button[type=submit]")
        await page.wait_for_url(re.compile(r"/(desk|auth/undertaking)\b"))
        if "/auth/undertaking" in page.url:  # before the first look
            await page.click("form button[type=submit]")
            await page.wait_for_url(f"{settings.public_url}/desk**")
        yield made
        await context.close()


Travel = Callable[..., AbstractAsyncContextManager[Journey]]
