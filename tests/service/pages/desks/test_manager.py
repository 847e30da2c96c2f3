"""The desk of management: counts, days, what is to be decided, statistics."""

import pytest
from playwright.async_api import expect

from models.retention import Purge
from tests.support.desks.journey import Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider

WAYS = (
    ("Päivät", "days"),
    ("Päätettävät", "decisions"),
    ("Tilastot", "statistics"),
)


async def test_management_sees_counts_and_nobody_by_name(travel: Travel) -> None:
    async with travel("manager") as journey:
        await go_round(journey, "manager", "Tilanne", WAYS)
        assert "Korhonen" not in await journey.page.content()
        looks = await journey.looks()

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)


async def test_management_confirms_a_purge_as_the_second_person(travel: Travel) -> None:
    before = await Purge.filter(state="APPROVED").count()
    async with travel("manager") as journey:
        await journey.go("Päätettävät", "Päätettävät")
        await journey.page.get_by_role("button", name="Käsittele").first.click()
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_role("radio", name="Vahvista").check()
        await dialog.locator("button[type=submit]").click()
        await expect(dialog).to_have_count(0)

        assert await Purge.filter(state="APPROVED").count() == before - 1
        assert journey.complaints == []
