"""What people do at their desks: by keyboard where it can be, and with what others did meanwhile."""

import pytest
from playwright.async_api import expect

from models.attendance import Attendance
from models.term import Term
from tests.support.desks.days import day_of, find_changeable_cell
from tests.support.desks.journey import DESKTOP, PHONE, Travel

pytestmark = pytest.mark.npm_provider
SICK, INTERVIEW = ("s", "ABSENT_SICK"), ("h", "ABSENT_INTERVIEW")


async def test_a_trainee_reports_an_absence_by_keyboard_alone(travel: Travel) -> None:
    async with travel("trainee", size=PHONE) as journey:
        page = journey.page
        await journey.heading("Päiväni")
        await journey.settle()
        first = page.get_by_role("button", name="En pääse").first
        await first.focus()
        await page.keyboard.press("Enter")
        await page.get_by_role("dialog").wait_for()
        await page.get_by_label("Viesti valmentajalle").press("Tab")
        await page.keyboard.press("Enter")
        await page.get_by_role("dialog").wait_for(state="detached")
        said = await page.get_by_role("status").inner_text()

    assert said == "Kiitos, poissaolosi on ilmoitettu. Valmentaja kysyy sinulta syyn."
    assert journey.asked.count("ReportOwnAbsence") == 1
    assert journey.asked.count("OmatPaivani") == 1  # what was done is shown without another look
    assert journey.complaints == []


async def test_a_coach_marks_a_morning_by_keyboard_alone_and_sees_the_effects_first(travel: Travel) -> None:
    async with travel("coach", size=DESKTOP) as journey:
        page = journey.page
        cell = await find_changeable_cell(journey)
        id_, before = await day_of(cell)
        letter, code = INTERVIEW if before.code == SICK[1] else SICK
        await cell.focus()
        await page.keyboard.press(letter)
        effects = await page.locator(".save-bar").inner_text()
        await page.keyboard.press("Control+Enter")
        await expect(page.locator(f'[data-day="{id_}"]')).to_contain_text("tallennettu")
        said = await page.get_by_role("status").inner_text()
        _, after = await day_of(page.locator(f'[data-day="{id_}"]'))

    assert "1 merkintä tallentamatta" in effects
    assert "etuus säilyy, kerrotaan maksajalle" in effects
    assert said.startswith("1 päivä tallennettu.")
    assert (after.code, after.state) == (code, "RECORDED")
    assert journey.asked.count("RecordSheet") == 1
    assert journey.complaints == []


async def test_a_day_that_somebody_else_recorded_meanwhile_is_shown_with_both_values(travel: Travel) -> None:
    async with travel("coach", size=DESKTOP) as journey:
        page = journey.page
        cell = await find_changeable_cell(journey)
        id_, before = await day_of(cell)
        letter, code = INTERVIEW if before.code == SICK[1] else SICK
        await Attendance.filter(id=before.id).update(revision=before.revision + 1, code="ABSENT_AGREED")
        await cell.focus()
        await page.keyboard.press(letter)
        await page.get_by_role("button", name="Tallenna").click()
        conflict = page.get_by_role("alert").filter(has_text="Joku muu kirjasi saman päivän")
        told = await conflict.inner_text()
        await journey.check("coach-conflict")
        await conflict.get_by_role("button", name="Pidä toisen").click()
        await expect(conflict).to_have_count(0)
        shown = await page.locator(f'[data-day="{id_}"]').inner_text()

    titles = {term.token: term.title_fi for term in await Term.filter(vocabulary="attendance_code", state="ACTIVE")}
    assert f"Sinä: {titles[code]}" in told
    assert f"Toinen: {titles['ABSENT_AGREED']}" in told
    assert titles["ABSENT_AGREED"] in shown
    assert journey.complaints == []


async def test_whoever_leaves_marks_behind_is_asked_first(travel: Travel) -> None:
    async with travel("coach", size=DESKTOP) as journey:
        page = journey.page
        cell = await find_changeable_cell(journey)
        _, before = await day_of(cell)
        await cell.focus()
        await page.keyboard.press((INTERVIEW if before.code == SICK[1] else SICK)[0])
        await page.get_by_role("link", name="Viikkoni").click()
        dialog = page.get_by_role("dialog", name="Sinulla on tallentamattomia tietoja")
        await dialog.get_by_role("button", name="Jää tälle sivulle").click()
        stayed = await page.locator(".save-bar").inner_text()
        await page.get_by_role("link", name="Viikkoni").click()
        await dialog.get_by_role("button", name="Hylkää ja jatka").click()
        await journey.heading("Viikkoni")

    assert "1 merkintä tallentamatta" in stayed
    assert journey.asked.count("RecordSheet") == 0


async def test_an_official_sends_a_referral_after_reading_what_it_discloses(travel: Travel) -> None:
    async with travel("official", size=DESKTOP) as journey:
        page = journey.page
        await journey.go("Uusi lähete", "Uusi lähete")
        await journey.settle()
        await page.locator("#firstNames").fill("Eino Esimerkki")
        await page.locator("#lastName").fill("Kuvitelma")
        await page.locator("#unitId").select_option(index=1)
        await expect(page.get_by_label("Mitä valmennukselta odotetaan?")).to_have_count(0)
        await page.locator("#serviceCode").select_option("SOCIAL_REHABILITATION")
        await page.get_by_label("Mitä valmennukselta odotetaan?").fill("   ")
        await page.locator("#goals").fill("Säännöllinen arki.")
        await page.locator("#consentGivenOn").fill("2026-01-05")
        await page.locator("#daysPerWeek").fill("abc")
        await page.get_by_role("button", name="Jatka tarkistukseen").click()
        await page.get_by_role("alert").get_by_role("link", name="kokonaisluku").click()
        await page.locator("#daysPerWeek:focus").fill("3")
        await page.get_by_role("button", name="Jatka tarkistukseen").click()
        await journey.heading("Tarkista ennen lähettämistä")
        await page.get_by_role("button", name="Lähetä lähete").click()
        refused = await page.get_by_role("alert").inner_text()
        await page.get_by_role("button", name="Palaa muokkaamaan").click()
        await page.get_by_role("alert").get_by_role("link", name="Mitä valmennukselta odotetaan?").click()
        await page.locator("textarea:focus").fill("Säännöllinen päivärytmi.")
        await page.get_by_role("button", name="Jatka tarkistukseen").click()
        await journey.heading("Tarkista ennen lähettämistä")
        disclosed = await page.locator("dl").inner_text()
        await journey.check("official-review")
        await page.get_by_role("button", name="Lähetä lähete").click()
        await journey.heading("Lähete on lähetetty.")

    assert "Kuvitelma" in disclosed
    assert "Säännöllinen arki." in disclosed
    assert "Säännöllinen päivärytmi." in disclosed
    assert "Mitä valmennukselta odotetaan? Pakollinen vastaus puuttuu." in refused
    assert journey.asked.count("SubmitReferral") == 2
    assert journey.complaints == []
