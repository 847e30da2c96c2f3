"""A coach's journey: the morning by keyboard alone, the week, the caseload, a client's card."""

from collections import Counter

import pytest
from playwright.async_api import expect

from models.attendance import Attendance
from models.term import Term
from tests.service.pages.desks.conftest import Travel
from tests.support.desks.journey import DESKTOP, PHONE, Journey, Size

pytestmark = pytest.mark.npm_provider


async def find_day_with_open_cells(journey: Journey) -> None:
    """Go on, day by day, to one on which somebody is expected; the demo may begin on a weekend."""
    for _ in range(7):
        await journey.settle()
        if await journey.page.locator("td.mark.open").count() > 1:
            return
        await journey.page.get_by_role("button", name="Seuraava").click()
    pytest.fail("Nobody is expected within a week.")


@pytest.mark.parametrize(
    ("size", "colours"), [(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")]
)
async def test_a_coach_reads_every_page_and_each_look_leaves_its_row(travel: Travel, size: Size, colours: str) -> None:
    async with travel("coach", size=size, colours=colours) as journey:
        before = await journey.looks()
        await journey.heading("Aamun läsnäolot")
        await find_day_with_open_cells(journey)
        await journey.check("coach-morning")
        await journey.go("Viikkoni", "Viikkoni")
        await journey.check("coach-week")
        await journey.go("Asiakkaat", "Asiakkaat")
        await journey.check("coach-caseload")
        await journey.page.get_by_role("row").get_by_role("link").first.click()
        await journey.heading("Asiakas")
        await journey.check("coach-client")
        looks = await journey.looks() - before

    assert journey.complaints == []
    assert journey.foreign() == set()
    assert looks == Counter(name for name in journey.asked if name in looks)
    assert {"CoachSheet", "CoachWeek", "CoachCaseload", "CoachClient"} <= looks.keys()
    assert journey.titles == {f"{title} – Polku" for title in ("Aamun läsnäolot", "Viikkoni", "Asiakkaat", "Asiakas")}


async def test_a_coach_marks_a_morning_by_keyboard_alone_and_sees_the_effects_first(travel: Travel) -> None:
    async with travel("coach", size=DESKTOP) as journey:
        page = journey.page
        await find_day_with_open_cells(journey)
        cell = page.locator("td.mark.open").first
        day = await cell.get_attribute("data-day")
        await cell.focus()
        await page.keyboard.press("s")
        effects = await page.locator(".save-bar").inner_text()
        await page.keyboard.press("Control+Enter")
        await expect(page.locator(f'[data-day="{day}"]')).to_contain_text("tallennettu")
        said = await page.get_by_role("status").inner_text()

    assert "1 merkintä tallentamatta" in effects
    assert "etuus säilyy" in effects
    assert said.startswith("1 päivä tallennettu.")
    assert journey.asked.count("RecordSheet") == 1
    assert journey.complaints == []


async def test_a_day_that_somebody_else_recorded_meanwhile_is_shown_with_both_values(travel: Travel) -> None:
    async with travel("coach", size=DESKTOP) as journey:
        page = journey.page
        await find_day_with_open_cells(journey)
        cell = page.locator("td.mark.open").first
        day = str(await cell.get_attribute("data-day")).removeprefix("attendance_")
        stored = await Attendance.get(id=day)
        await Attendance.filter(id=day).update(revision=stored.revision + 1, code="ABSENT_AGREED")
        await cell.focus()
        await page.keyboard.press("l")
        await page.get_by_role("button", name="Tallenna").click()
        conflict = page.get_by_role("alert").filter(has_text="Joku muu kirjasi saman päivän")
        told = await conflict.inner_text()
        await journey.check("coach-conflict")
        await conflict.get_by_role("button", name="Pidä toisen").click()
        await expect(conflict).to_have_count(0)
        await Attendance.filter(id=day).update(revision=stored.revision, code=stored.code)

    titles = {term.token: term.title_fi for term in await Term.filter(vocabulary="attendance_code")}
    assert f"Sinä: {titles['PRESENT']}" in told
    assert f"Toinen: {titles['ABSENT_AGREED']}" in told
    assert journey.complaints == []
