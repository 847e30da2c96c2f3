"""The desk of finance: what each payer owes, rows, months and contracts, and an export as a file."""

import pytest
from playwright.async_api import expect

from tests.support.desks.journey import Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider

WAYS = (
    ("Rivit", "rows"),
    ("Kuukaudet", "months"),
    ("Sopimukset", "contracts"),
)


async def test_finance_sees_what_each_payer_owes_and_nobody_by_name(travel: Travel) -> None:
    async with travel("finance") as journey:
        await go_round(journey, "finance", "Laskutusperusteet", WAYS)
        assert "Korhonen" not in await journey.page.content()
        looks = await journey.looks()

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)


async def test_a_billing_basis_is_exported_to_a_file(travel: Travel) -> None:
    async with travel("finance") as journey:
        await journey.heading("Laskutusperusteet")
        await journey.page.get_by_role("button", name="Vie tiedostoon").first.click()
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_role("radio", name="CSV").check()
        await dialog.locator("button[type=submit]").click()
        link = dialog.get_by_role("link", name="Avaa tiedosto")
        address = await link.get_attribute("href")
        answer = await journey.page.request.get(str(address))

        await expect(link).to_be_visible()
        assert answer.status == 200
        assert len(await answer.body()) > 0
        assert journey.complaints == []
