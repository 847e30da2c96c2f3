"""A supervisor imports clients: the file is checked, then run; the page tells how far it is and what was refused."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from models.client import Client
from service.importing.asked import run_client_imports
from service.resources import utc_now
from service.system_context import system_context_at
from tests.support.desks.journey import Journey, Travel
from tests.support.desks.rows import sent_looks
from tests.support.rows.asked_imports import csv

pytestmark = pytest.mark.npm_provider

FILE = csv("Tuontinen;Aapo;;0480001111;ei", "Tuontinen;Eevi;;;x", "Tuontinen;;;;ei")
OF_THE_WORKER = "importClients"


async def work(journey: Journey) -> None:
    await run_client_imports(system_context_at(journey.settings, utc_now()))


async def take(journey: Journey, name: str) -> None:
    """Take a step of the open import."""
    await journey.page.get_by_role("button", name="Jatka").click()
    dialog = journey.page.get_by_role("dialog")
    await dialog.get_by_role("radio", name=name, exact=True).check()
    await dialog.get_by_role("button", name=name, exact=True).click()
    await expect(dialog).to_have_count(0)


async def test_a_supervisor_checks_a_file_and_imports_what_was_checked(travel: Travel, tmp_path: Path) -> None:
    async with travel("supervisor") as journey:
        page = journey.page
        await journey.go("Asiakkaiden tuonti", "Asiakkaiden tuonti")
        await page.get_by_role("button", name="Tarkista tiedosto").click()
        await expect(page.get_by_text("Valitse tiedosto.")).to_be_visible()
        await journey.check("supervisor-imports")
        await page.get_by_label("Yksikkö").select_option(index=1)
        file = tmp_path / "asiakkaat.csv"
        file.write_bytes(FILE)
        await page.get_by_label("Tiedosto", exact=True).set_input_files(file)
        await page.get_by_role("button", name="Tarkista tiedosto").click()
        await journey.heading("Tuonti")
        await expect(page.get_by_text("Odottaa vuoroaan.")).to_be_visible()
        await work(journey)
        await expect(page.get_by_text("Rivejä luettiin 3 = kirjoitettu 2 + ennallaan 0 + hylätty 1")).to_be_visible()
        await expect(page.get_by_role("cell", name="Etunimet")).to_be_visible()
        assert await Client.filter(last_name="Tuontinen").count() == 0
        await journey.check("supervisor-import")
        await take(journey, "Tuo asiakkaat")
        await work(journey)
        await expect(page.locator(".tag", has_text="Tuotu")).to_be_visible()
        assert await Client.filter(last_name="Tuontinen").count() == 2
        await page.get_by_role("link", name="Takaisin tuonteihin").click()
        await journey.heading("Asiakkaiden tuonti")
        await expect(page.get_by_role("listitem").filter(has_text="Tuotu").first).to_be_visible()
        await journey.settle()
        looks = await journey.looks()
        del looks[OF_THE_WORKER]

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)
