"""The guardian's desk: whose affairs and which rights, days, requests, who looked."""

import pytest
from playwright.async_api import expect

from models.data_request import DataRequest
from tests.support.desks.journey import PHONE, Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider

WAYS = (
    ("Päivät", "days"),
    ("Pyynnöt", "requests"),
    ("Kuka katsoi", "looks"),
)


async def test_a_guardian_sees_whose_affairs_which_rights_and_who_looked(travel: Travel) -> None:
    async with travel("guardian") as journey:
        await go_round(journey, "guardian", "Kenen asioita", WAYS)
        looks = await journey.looks()

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)


async def test_a_guardian_asks_for_the_data_of_the_person_represented(travel: Travel) -> None:
    before = await DataRequest.all().count()
    async with travel("guardian", size=PHONE) as journey:
        await journey.go("Pyynnöt", "Pyynnöt")
        await journey.page.get_by_label("Kerro omin sanoin").fill("Mitä hänestä on tallennettu?")
        await journey.page.get_by_role("button", name="Lähetä pyyntö").click()
        await expect(journey.page.get_by_role("status").first).to_have_text("Pyyntö on lähetetty.")

        assert await DataRequest.all().count() == before + 1
        assert journey.complaints == []
