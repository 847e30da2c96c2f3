"""The steps of a workflow on the pages of content: what is shown once is shown, and a step asks for what it takes."""

from datetime import timedelta
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from models.contract import Contract
from service.demo.fixed_ids import FIXED_IDS
from service.resources import utc_now
from tests.support.desks.content_pages import open_page
from tests.support.desks.journey import PHONE, Journey, Travel

pytestmark = pytest.mark.npm_provider


async def open_steps(journey: Journey, contract: UUID) -> None:
    """Open a contract and ask what may be done with it."""
    await open_page(journey, f"/Contract/contract_{contract.hex}")
    await journey.page.get_by_role("button", name="Mitä voi tehdä?").click()


async def ask_who_sees(page: Page) -> str:
    """Ask who sees the object that is open and what the coach among them may read, and return the answer."""
    await page.get_by_role("button", name="Näytä, kuka näkee").click()
    coach = (
        page.get_by_role("list", name="Kuka näkee tämän").get_by_role("listitem").filter(has_text="vastaa henkilöstä")
    )
    name = await coach.first.locator(".strong").inner_text()
    await page.get_by_label("Kuka", exact=True).select_option(label=name)
    await page.get_by_label("Mitä tietoja").select_option(index=1)
    await page.get_by_role("button", name="Kysy").click()
    answer = page.get_by_role("status").filter(has_text=name)
    await answer.wait_for()
    return await answer.inner_text()


async def test_the_address_of_a_print_is_shown_once(travel: Travel) -> None:
    async with travel("coach") as journey:
        await open_steps(journey, FIXED_IDS["contract_to_print"])
        await journey.page.get_by_role("button", name="Tulosta").click()
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="Tulosta").click()

        link = dialog.get_by_role("link", name="Avaa tiedosto")
        await journey.check("shown-once")
        answer = await journey.page.request.get(str(await link.get_attribute("href")))
        await dialog.get_by_role("button", name="Sulje").click()

        await expect(dialog).to_have_count(0)
        assert (answer.status, (await answer.body())[:5]) == (200, b"%PDF-")
        assert journey.complaints == []


async def test_a_signature_on_paper_is_recorded_with_its_day(travel: Travel) -> None:
    contract = FIXED_IDS["contract_to_sign"]
    await Contract.filter(pk=contract).update(signatures=[])
    signed_on = utc_now().date() - timedelta(days=2)
    async with travel("supervisor") as journey:
        await open_steps(journey, contract)
        await journey.page.get_by_role("button", name="Kirjaa paperiallekirjoitus").click()
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="Syy").click()
        await journey.page.get_by_role("option", name="asiakas").click()
        await dialog.get_by_label("Mikä päivä").fill(signed_on.isoformat())
        await dialog.get_by_label("Perustelu").fill("Eeva Esimerkki")
        await journey.check("dated-step")
        await dialog.get_by_role("button", name="Kirjaa paperiallekirjoitus").click()
        await expect(dialog).to_have_count(0)
        answer = await ask_who_sees(journey.page)
        await journey.check("who-sees", [(PHONE, "light")])

        [signature] = (await Contract.get(pk=contract)).signatures
        assert "Valmentaja" in answer
        assert (await journey.looks())["explain"] == journey.asked.count("WhatTheyMay") == 1
        assert (signature["name"], signature["signedOn"]) == ("Eeva Esimerkki", signed_on.isoformat())
        assert journey.complaints == []
