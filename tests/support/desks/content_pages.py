"""What people do on the pages of content of any type."""

from collections import Counter

from service.resources import schema_and_content_types
from tests.support.desks.journey import Journey

CONTENT = "/desk/content"


async def open_page(journey: Journey, address: str) -> None:
    """Open an address of the pages of content, and wait until it shows what it asked for."""
    await journey.page.goto(f"{journey.settings.public_url}{CONTENT}{address}")
    await journey.page.get_by_role("heading", level=1).wait_for()
    await journey.settle()
    journey.titles.add(await journey.page.title())


async def first_object(journey: Journey) -> str | None:
    """Return the address of the first object of the list that is open; None where the list is empty."""
    link = journey.page.locator("tbody th a").first
    if await link.count() == 0:
        return None
    return str(await link.get_attribute("href")).removeprefix(CONTENT)


async def choose_first(journey: Journey, title: str) -> None:
    """Look for objects to which a reference may lead, and choose the first."""
    group = journey.page.get_by_role("group", name=title)
    await group.get_by_role("button").click()
    await group.get_by_role("combobox").select_option(index=1)


def personal_tasks() -> frozenset[str]:
    """Return the beginnings of the names of documents that look at somebody: of the types that are about people."""
    return frozenset(type_.name for type_ in schema_and_content_types()[1].values() if type_.subject)


def looks_made(journey: Journey) -> Counter[str]:
    """Return how often each document of a type that is about people was asked."""
    personal = personal_tasks()
    verbs = ("List", "View", "Choose", "Revisions", "History", "Files", "References")
    return Counter(
        name
        for name in journey.asked
        if any(name.endswith(verb) and name.removesuffix(verb) in personal for verb in verbs)
    )
