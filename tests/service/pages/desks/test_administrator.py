"""The administrator's desk: accounts and roles, invitations, systems, mails, vocabularies, settings; no client."""

import re

import pytest
from playwright.async_api import expect

from models.account import RoleGrant
from models.agency_client import AgencyClient
from service.demo.fixed_ids import FIXED_IDS
from tests.support.desks.content_pages import open_page
from tests.support.desks.journey import Journey, Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider

OWN = "query OwnReferrals {\n  referrals(first: 20) {\n    nodes {\n      id\n    }\n  }\n}"
WAYS = (
    ("Odottaa", "waiting"),
    ("Kutsut", "invitations"),
    ("Järjestelmät", "systems"),
    ("Viestit ja kirjautumiset", "mails"),
    ("Sanastot", "vocabularies"),
    ("Asetukset", "settings"),
)


async def bind_a_system(journey: Journey) -> None:
    """Let the system of an agency ask listed documents only, and list one for it."""
    page = journey.page
    await open_page(journey, f"/AgencyClient/agency_client_{FIXED_IDS['system'].hex}/edit")
    await page.get_by_label("Vain luetellut kyselyt").select_option("Kyllä")
    listed = page.get_by_role("group", name="Omat kyselyt")
    await listed.get_by_role("button", name="Lisää rivi").click()
    await listed.get_by_label("Nimi").fill("Omat lähetteet")
    await listed.get_by_label("Teksti").fill(OWN)
    await journey.check("listed-documents")
    await page.get_by_role("button", name="Tallenna").click()
    await expect(page.get_by_text("query OwnReferrals")).to_be_visible()


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

        await bind_a_system(journey)

        assert await RoleGrant.all().count() == before + 1
        system = await AgencyClient.get(pk=FIXED_IDS["system"])
        assert (system.listed_documents_only, system.documents) == (True, [{"name": "Omat lähetteet", "text": OWN}])
        assert journey.complaints == []
