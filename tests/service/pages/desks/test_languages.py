"""The pages of every desk in Swedish and English: no Finnish word of the catalogues, and no code, stands on them."""

from pathlib import Path

import pytest

from models.account import Account
from service.settings import Settings
from tests.support.desks.catalogues import desk_roles
from tests.support.desks.foreign_words import READ_TEXTS, finnish_only, out_of_place
from tests.support.desks.journey import Journey, journey

pytestmark = pytest.mark.npm_provider


async def found_on_pages(walk: Journey, finnish: set[str]) -> dict[str, set[str]]:
    """Open every page of a desk by its ways, and return what is out of place on each."""
    ways = walk.page.get_by_role("navigation").get_by_role("listitem").get_by_role("link")
    found = {}
    for place in range(await ways.count()):
        await ways.nth(place).click()
        await walk.settle()
        found[walk.page.url.partition("/desk/")[2]] = out_of_place(await walk.page.evaluate(READ_TEXTS), finnish)
    return {page: texts for page, texts in found.items() if texts}


@pytest.mark.parametrize(("language", "guide"), [("sv", "Hjälp"), ("en", "Help")])
async def test_every_page_of_every_desk_is_in_the_language_of_the_person(
    chromium: str, tmp_path: Path, service: Settings, language: str, guide: str
) -> None:
    finnish = finnish_only(language)
    found: dict[str, set[str]] = {}
    guides = []
    await Account.all().update(language=language)
    for role in desk_roles():
        async with journey(chromium, tmp_path / role, service, role) as walk:
            await walk.page.get_by_role("heading", level=1).wait_for()
            found |= await found_on_pages(walk, finnish)
            guides.append(await walk.page.get_by_role("link", name=guide, exact=True).get_attribute("href"))
    await Account.all().update(language="fi")

    assert found == {}
    assert guides == [f"/guide/{role}?lang={language}" for role in desk_roles()]
