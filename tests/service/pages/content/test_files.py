"""Attachments on the pages of content: told, refused, sent, shown, opened and removed."""

import pytest
from playwright.async_api import FilePayload, expect

from service.demo.fixed_ids import FIXED_IDS
from tests.support.desks.content_pages import open_page
from tests.support.desks.journey import Travel
from tests.support.running_service import PDF

pytestmark = pytest.mark.npm_provider
PAPER: FilePayload = {"name": "Lausunto.pdf", "mimeType": "application/pdf", "buffer": PDF}
PROGRAM: FilePayload = {"name": "ohjelma.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"}
NOT_A_PDF: FilePayload = {"name": "Kuva.pdf", "mimeType": "application/pdf", "buffer": b"GIF89a"}


async def test_a_coach_adds_a_file_opens_and_removes_it(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        await open_page(journey, f"/Client/client_{FIXED_IDS['client'].hex}")
        await page.get_by_role("button", name="Näytä liitteet").click()
        await page.get_by_role("button", name="Lisää liite").click()
        await page.get_by_label("Tiedosto", exact=True).set_input_files(PROGRAM)
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("Tällaista tiedostoa ei voi liittää")
        assert "AttachFile" not in journey.asked
        await journey.check("files-add")

        await page.get_by_label("Tiedosto", exact=True).set_input_files(NOT_A_PDF)
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("Tiedosto")
        await expect(page.get_by_role("alert")).not_to_contain_text("Tällaista")
        await page.get_by_label("Tiedosto", exact=True).set_input_files(PAPER)
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        link = page.get_by_role("link", name="Lausunto.pdf")
        answer = await page.request.get(journey.settings.public_url + str(await link.get_attribute("href")))
        assert await answer.body() == PDF

        await page.get_by_role("button", name="Poista: Lausunto.pdf").click()
        await page.get_by_role("dialog").get_by_role("button", name="Poista").click()
        await expect(link).to_have_count(0)

        expected = [line for line in journey.complaints if "415" not in line]  # the browser notes each refusal
        assert expected == []
        looks = await journey.looks()
        assert looks["ClientFiles"] == journey.asked.count("ClientFiles") == 3
