"""A trainee's journey: on a phone and on a desk, each page once, an absence reported, and every look in the log."""

from collections import Counter

import pytest

from tests.service.pages.desks.conftest import Travel
from tests.support.desks.journey import DESKTOP, PHONE, Size

pytestmark = pytest.mark.npm_provider

PAGES = (
    ("Tavoitteeni", "trainee-goals"),
    ("Sopimukseni", "trainee-contract"),
    ("Suostumukseni", "trainee-consents"),
    ("Kuka katsoi", "trainee-looks"),
    ("Tietoni", "trainee-data"),
)


@pytest.mark.parametrize(
    ("size", "colours"), [(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")]
)
async def test_a_trainee_reads_every_page_and_each_look_leaves_its_row(
    travel: Travel, size: Size, colours: str
) -> None:
    async with travel("trainee", size=size, colours=colours) as journey:
        before = await journey.looks()
        await journey.heading("Päiväni")
        await journey.check("trainee-days")
        for way, screen in PAGES:
            await journey.go(way, way)
            await journey.check(screen)
        looks = await journey.looks() - before

    assert journey.complaints == []
    assert journey.foreign() == set()
    assert looks == Counter(name for name in journey.asked if name in looks)
    assert {"OmatPaivani", "MyGoals", "MyContracts", "OmatSuostumukset", "KukaKatsoi", "OmatTietoni"} <= looks.keys()
    assert all(title.endswith(" – Polku") for title in journey.titles)
    assert not any(name in title for title in journey.titles for name in journey.person.name.split())


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
