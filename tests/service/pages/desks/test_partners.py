"""Journeys of an official and of a workplace."""

from collections import Counter

import pytest

from tests.service.pages.desks.conftest import Travel
from tests.support.desks.journey import DESKTOP, PHONE, Size

pytestmark = pytest.mark.npm_provider
LOOKS = [(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")]


@pytest.mark.parametrize(("size", "colours"), LOOKS)
async def test_an_official_follows_referrals_and_proposals(travel: Travel, size: Size, colours: str) -> None:
    async with travel("official", size=size, colours=colours) as journey:
        before = await journey.looks()
        await journey.heading("Lähetteet")
        await journey.check("official-referrals")
        await journey.go("Ehdotukset", "Ehdotukset")
        await journey.check("official-proposals")
        await journey.go("Uusi lähete", "Uusi lähete")
        await journey.check("official-new")
        looks = await journey.looks() - before

    assert journey.complaints == []
    assert journey.foreign() == set()
    assert looks == Counter(name for name in journey.asked if name in looks)
    assert {"LahetteidenTilat", "PaatostaOdottavat"} <= looks.keys()


async def test_an_official_sends_a_referral_after_reading_what_it_discloses(travel: Travel) -> None:
    async with travel("official", size=DESKTOP) as journey:
        page = journey.page
        await journey.go("Uusi lähete", "Uusi lähete")
        await journey.settle()
        await page.locator("#firstNames").fill("Eino Esimerkki")
        await page.locator("#lastName").fill("Kuvitelma")
        await page.locator("#unitId").select_option(index=1)
        await page.locator("#serviceCode").select_option("SOCIAL_REHABILITATION")
        await page.locator("#goals").fill("Säännöllinen arki.")
        await page.locator("#consentGivenOn").fill("2026-01-05")
        await page.get_by_role("button", name="Jatka tarkistukseen").click()
        await journey.heading("Tarkista ennen lähettämistä")
        disclosed = await page.locator("dl").inner_text()
        await journey.check("official-review")
        await page.get_by_role("button", name="Lähetä lähete").click()
        await journey.heading("Lähete on lähetetty.")

    assert "Kuvitelma" in disclosed
    assert "Säännöllinen arki." in disclosed
    assert journey.asked.count("WriteReferral") == journey.asked.count("SendReferral") == 1
    assert journey.complaints == []


@pytest.mark.parametrize(("size", "colours"), LOOKS)
async def test_a_workplace_sees_the_people_of_today(travel: Travel, size: Size, colours: str) -> None:
    async with travel("workplace", size=size, colours=colours) as journey:
        before = await journey.looks()
        await journey.heading("Tänään")
        await journey.check("workplace-today")
        looks = await journey.looks() - before

    assert journey.complaints == []
    assert journey.foreign() == set()
    assert looks == Counter({"TanaanMeilla": 1})
