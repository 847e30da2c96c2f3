"""The privacy officer's desk: requests and their clocks, letters, purges, the log and the notice."""

import pytest
from playwright.async_api import expect

from models.data_request import DataRequest
from tests.support.desks.journey import Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider

WAYS = (
    ("Kirjeet", "letters"),
    ("Poistot", "purges"),
    ("Katselut ja loki", "log"),
    ("Seloste", "notice"),
)


async def test_a_privacy_officer_sees_requests_letters_purges_log_and_notice(travel: Travel) -> None:
    async with travel("privacy_officer") as journey:
        await go_round(journey, "privacy-officer", "Pyynnöt", WAYS)
        looks = await journey.looks()

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)


async def test_the_identity_of_who_asks_is_confirmed_by_the_keyboard_alone(travel: Travel) -> None:
    before = await DataRequest.filter(identity_checked_at__isnull=False).count()
    async with travel("privacy_officer") as journey:
        await journey.heading("Pyynnöt")
        await journey.settle()
        card = journey.page.get_by_role("listitem").filter(has_text="Vastaanotettu").first
        await card.get_by_role("button", name="Käsittele").focus()
        await journey.page.keyboard.press("Enter")
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_role("radio", name="Totea henkilöllisyys").focus()
        await journey.page.keyboard.press("Space")
        await dialog.get_by_role("button", name="Valitse… Syy").focus()
        await journey.page.keyboard.press("Enter")
        await journey.page.get_by_role("option").first.wait_for()
        await journey.page.keyboard.press("Enter")
        await dialog.locator("button[type=submit]").focus()
        await journey.page.keyboard.press("Enter")
        await expect(dialog).to_have_count(0)

        assert await DataRequest.filter(identity_checked_at__isnull=False).count() == before + 1
        assert journey.complaints == []
