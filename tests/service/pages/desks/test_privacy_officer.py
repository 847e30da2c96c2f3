"""The privacy officer's desk: requests and their clocks, letters, purges, the log and the notice."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from playwright.async_api import expect

from models.data_request import DataRequest
from models.log import DisclosureLog
from tests.support.desks.journey import Journey, Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider
AT_ONCE, MANY = 50, 70  # looks that are shown at first, and that there are at least

WAYS = (
    ("Kirjeet", "letters"),
    ("Poistot", "purges"),
    ("Katselut ja loki", "log"),
    ("Seloste", "notice"),
)


async def test_a_privacy_officer_sees_requests_letters_purges_log_and_notice(travel: Travel) -> None:
    async with travel("privacy_officer") as journey:
        await go_round(journey, "privacy-officer", "Pyynnöt", WAYS)
        rows = await read_on_looks(journey)
        looks = await journey.looks()

        assert rows == (AT_ONCE, MANY)

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)


async def read_on_looks(journey: Journey) -> tuple[int, int]:
    """Open the looks at somebody at whom many have looked; return how many rows there are, and then with more."""
    page = journey.page
    await journey.go("Pyynnöt", "Pyynnöt")
    link = page.get_by_role("link", name="Kuka on katsonut").first
    client = UUID(str(await link.get_attribute("href")).partition("client_")[2])
    start, looked = datetime.now(UTC), {"authority": "COACH", "operation": "R", "document": "d", "purpose": "COACHING"}
    await DisclosureLog.bulk_create(
        DisclosureLog(
            at=start,
            account=uuid4(),
            request=uuid4(),
            fields_asked=[],
            subjects=[client],
            asked=[],
            outcome="SHOWN",
            **looked,
        )
        for _ in range(MANY)
    )
    await link.click()
    await journey.heading("Kuka on katsonut")
    await journey.settle()
    rows = page.locator("tbody tr")
    first = await rows.count()
    await page.get_by_role("button", name="Näytä lisää").click()
    await expect(rows.nth(MANY - 1)).to_be_visible()
    await page.get_by_role("button", name="Näytä, kuka näkee").click()
    await page.get_by_role("list", name="Kuka näkee henkilön tiedot").wait_for()
    await journey.check("privacy-officer-looks")
    return first, min(await rows.count(), MANY)


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
