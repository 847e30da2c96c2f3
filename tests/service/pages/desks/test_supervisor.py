"""The supervisor's desk: referrals by due day and decisions, contracts, days and months, reports, unusual looks."""

import pytest
from playwright.async_api import expect

from models.referral import Referral
from tests.support.desks.journey import Journey, Travel
from tests.support.desks.rounds import go_round
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider

WAYS = (
    ("Lähetteet", "referrals"),
    ("Sopimukset", "contracts"),
    ("Päivät ja kuukaudet", "days"),
    ("Raportit", "reports"),
    ("Sijaisuudet", "cover"),
    ("Katselut", "access"),
)


async def test_a_supervisor_sees_what_the_unit_must_decide(travel: Travel) -> None:
    async with travel("supervisor") as journey:
        await go_round(journey, "supervisor", "Tehtävät", WAYS)
        await open_first_referral(journey)
        await journey.go("Tehtävät", "Tehtävät")
        await journey.settle()
        undated = journey.page.locator(".task-group").filter(has_text="Raportti hyväksyttävänä")
        await undated.get_by_role("link").first.click()
        await journey.heading("Raportit")
        looks = await journey.looks()

        assert journey.complaints == []
        assert journey.foreign() == set()
        assert looks == sent_looks(journey, looks)


async def open_first_referral(journey: Journey) -> None:
    """Open a referral and the dialog of its decision, and leave it by the keyboard."""
    await journey.go("Lähetteet", "Lähetteet")
    await journey.page.get_by_role("link", name="Avaa lähete").first.click()
    await journey.heading("Lähete")
    await journey.check("supervisor-referral")
    await journey.page.get_by_role("button", name="Käsittele").click()
    await expect(journey.page.get_by_role("dialog").get_by_role("radio").first).to_be_visible()
    await journey.check("supervisor-decide")
    await journey.page.keyboard.press("Escape")
    await expect(journey.page.get_by_role("dialog")).to_have_count(0)
    await expect(journey.page.get_by_role("button", name="Käsittele")).to_be_focused()


async def test_a_referral_is_rejected_with_a_reason_by_the_keyboard_alone(travel: Travel) -> None:
    before = await Referral.filter(state="REJECTED").count()
    async with travel("supervisor") as journey:
        await journey.go("Lähetteet", "Lähetteet")
        await journey.settle()
        # The state has the name of the step that leads to it, and a title of its own.
        await expect(journey.page.get_by_text("Haastattelussa", exact=True).first).to_be_visible()
        await expect(journey.page.get_by_text("Kutsu haastatteluun", exact=True)).to_have_count(0)
        card = journey.page.get_by_role("listitem").filter(has_text="Käsittelyssä").first
        await card.get_by_role("button", name="Käsittele").focus()
        await journey.page.keyboard.press("Enter")
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_role("radio", name="Hylkää").focus()
        await journey.page.keyboard.press("Space")
        await expect(dialog.get_by_role("button", name="Hylkää", exact=True)).to_be_disabled()
        await dialog.get_by_role("button", name="Syy").focus()
        await journey.page.keyboard.press("Enter")
        await journey.page.get_by_role("option").first.wait_for()
        await journey.page.keyboard.press("Enter")
        await dialog.get_by_role("button", name="Hylkää", exact=True).focus()
        await journey.page.keyboard.press("Enter")
        await expect(dialog).to_have_count(0)
        await expect(journey.page.get_by_role("status").first).to_have_text("Tehty: Hylkää")

        assert await Referral.filter(state="REJECTED").count() == before + 1
        assert journey.complaints == []
