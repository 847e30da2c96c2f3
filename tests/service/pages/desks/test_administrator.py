"""The administrator's desk: accounts and roles, invitations, systems, mails, vocabularies, settings; no client."""

import re

import pytest
from playwright.async_api import expect

from models.account import RoleGrant
from tests.support.desks.journey import Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider

WAYS = (
    ("Kutsut", "invitations"),
    ("Järjestelmät", "systems"),
    ("Viestit ja kirjautumiset", "mails"),
    ("Sanastot", "vocabularies"),
    ("Asetukset", "settings"),
)


async def test_an_administrator_sees_accounts_systems_mails_and_settings(travel: Travel) -> None:
    async with travel("administrator") as journey:
        await go_round(journey, "administrator", "Tunnukset ja roolit", WAYS)
        looks = await journey.looks()

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)


async def test_an_administrator_grants_a_role_and_invites_a_contact_person(travel: Travel) -> None:
    before = await RoleGrant.all().count()
    async with travel("administrator") as journey:
        await journey.heading("Tunnukset ja roolit")
        await journey.page.get_by_role("button", name="Myönnä rooli: Valma Valmentaja").click()
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_label("Rooli").select_option("colleague")
        await dialog.get_by_label("Yksikkö").select_option(index=1)
        await dialog.locator("button[type=submit]").click()
        await expect(dialog).to_have_count(0)
        await journey.go("Kutsut", "Kutsut")
        await journey.page.get_by_label("Lähettävän tahon yhteyshenkilö").check()
        await journey.page.get_by_label("Lähettävä taho", exact=True).select_option(index=1)
        await journey.page.get_by_label("Nimi").fill("Kaisa Kutsuttu")
        await journey.page.get_by_role("button", name="Kutsu", exact=True).click()
        await expect(journey.page.get_by_label("Näytetään kerran")).to_have_value(re.compile("http"))

        assert await RoleGrant.all().count() == before + 1
        assert journey.complaints == []
