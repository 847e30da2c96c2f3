"""Coach, trainee and official by keyboard alone: the focus is seen, and new pages begin with it."""

import re

import pytest
from playwright.async_api import expect

from tests.support.desks.journey import DESKTOP, PHONE, Travel
from tests.support.desks.keyboard import Keyboard

pytestmark = pytest.mark.npm_provider
ROW_OF_FOCUS = "document.activeElement.closest('td').parentElement.rowIndex"
LONGEST_HOLIDAY = 7  # days


async def test_a_coach_without_a_mouse_reads_every_page_moves_in_the_sheet_and_opens_the_query_behind(
    travel: Travel,
) -> None:
    async with travel("coach", size=DESKTOP) as journey:
        page, keys = journey.page, Keyboard(journey)
        await journey.heading("Aamun läsnäolot")
        await keys.skip_to_content()
        await keys.open("Viikkoni", "Viikkoni")
        await page.keyboard.press("Control+Home")
        await keys.open("Asiakkaat", "Asiakkaat")
        await keys.tab_to("Kysely tämän sivun takana")
        async with page.context.expect_page() as opened:
            await keys.press("Enter")
        behind = await opened.value
        await behind.locator(".graphiql-query-editor").get_by_text("CoachCaseload").first.wait_for()
        asked = journey.asked.count("CoachCaseload")
        await behind.close()
        address = behind.url.partition("?")[2]
        await keys.open("Aamu", "Aamun läsnäolot")
        await keys.tab_to("Edellinen")
        await keys.press("Enter")
        await journey.settle()
        for _ in range(LONGEST_HOLIDAY):
            if await page.locator('td.mark[aria-readonly="false"]').count():
                break
            await keys.press("Enter")
            await journey.settle()
        await keys.tab_to("Näppäimet")
        await keys.press("Tab")
        rows = [await page.evaluate(ROW_OF_FOCUS)]
        for arrow in ("ArrowDown", "ArrowUp"):
            await keys.press(arrow)
            rows.append(await page.evaluate(ROW_OF_FOCUS))
        await page.emulate_media(media="print")
        printed = [await page.locator(part).first.is_visible() for part in (".sheet", ".header", ".ways", ".footer")]

    assert re.fullmatch(r"document=[0-9a-f]{64}", address), "nothing but the digest of the document leaves the page"
    assert asked == 1, "opening the query asks nothing by itself"
    assert rows == [rows[0], rows[0] + 1, rows[0]]
    assert printed == [True, False, False, False]
    assert keys.unseen == set()
    assert journey.complaints == []
    assert journey.foreign() == set()


async def test_a_trainee_without_a_mouse_reads_every_page_and_reports_an_absence(travel: Travel) -> None:
    async with travel("trainee", size=PHONE) as journey:
        page, keys = journey.page, Keyboard(journey)
        await journey.heading("Päiväni")
        await keys.skip_to_content()
        for way in ("Tavoitteeni", "Sopimukseni", "Suostumukseni", "Kuka katsoi", "Tietoni"):
            await keys.open(way, way)
            await page.keyboard.press("Control+Home")
        await keys.open("Päiväni", "Päiväni")
        await keys.tab_to("En pääse")
        await keys.press("Enter")
        await page.get_by_role("dialog").wait_for()
        await keys.tab_to("Ilmoita poissaolo")
        await keys.press("Enter")
        await page.get_by_role("dialog").wait_for(state="detached")
        said = await page.get_by_role("status").inner_text()

    assert said == "Kiitos, poissaolosi on ilmoitettu. Valmentaja kysyy sinulta syyn."
    assert keys.unseen == set()
    assert journey.complaints == []


async def test_an_official_without_a_mouse_sends_a_referral(travel: Travel) -> None:
    async with travel("official", size=DESKTOP) as journey:
        keys = Keyboard(journey)
        await journey.heading("Lähetteet")
        await keys.skip_to_content()
        await keys.open("Ehdotukset", "Ehdotukset")
        await keys.open("Uusi lähete", "Uusi lähete")
        for name, text in (("Etunimet", "Eino Esimerkki"), ("Sukunimi", "Kuvitelma")):
            await keys.tab_to(name)
            await keys.write(text)
        for name in ("Yksikkö", "Haettu palvelu"):
            await keys.tab_to(name)
            await keys.press("ArrowDown")
        await keys.tab_to("Tavoitteet")
        await keys.write("Säännöllinen arki.")
        await keys.tab_to("Suostumus annettu")
        await keys.write("05012026")
        await keys.tab_to("Jatka tarkistukseen")
        await keys.press("Enter")
        await journey.heading("Tarkista ennen lähettämistä")
        await keys.tab_to("Lähetä lähete")
        await keys.press("Enter")
        await expect(journey.page.get_by_role("heading", level=1)).to_have_text("Lähete on lähetetty.")

    assert journey.asked.count("SubmitReferral") == 1
    assert keys.unseen == set()
    assert journey.complaints == []
