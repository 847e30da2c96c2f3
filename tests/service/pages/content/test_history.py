"""The history of an object as people read it."""

import re

import pytest
from playwright.async_api import expect

from service.demo.fixed_ids import FIXED_IDS
from tests.support.desks.content_pages import open_page
from tests.support.desks.journey import Travel

pytestmark = pytest.mark.npm_provider


async def test_a_list_is_read_line_by_line_in_the_history(travel: Travel) -> None:
    client = FIXED_IDS["client"]
    async with travel("coach") as journey:
        page = journey.page
        await open_page(journey, f"/Client/client_{client.hex}/edit")
        await page.get_by_label("Puhelinnumerot").fill("040 765 4321\n040 123 9999")
        await page.get_by_role("button", name="Tallenna").click()
        await page.wait_for_url(re.compile(f"/client_{client.hex}$"))
        await open_page(journey, f"/Client/client_{client.hex}/history")

        newest = page.get_by_role("listitem").filter(has_text="Puhelinnumerot").first
        await expect(newest.locator("ins .line")).to_have_text(["+358407654321", "+358401239999"])
        assert "[" not in await newest.inner_text()
        await journey.check("history-of-a-list")

        await open_page(journey, f"/Client/client_{client.hex}")
        await page.get_by_role("button", name="Näytä viittaukset").click()
        links = page.get_by_role("region", name="Mihin tätä käytetään").get_by_role("link")
        await expect(links.first).to_be_visible()
        await journey.check("references")
        assert (await journey.looks())["ClientReferences"] == journey.asked.count("ClientReferences") == 1
        assert journey.complaints == []
