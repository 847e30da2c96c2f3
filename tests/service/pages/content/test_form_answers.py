"""Answers to a form are typed in under its questions, in the sections that the service lets their writer write."""

import re
from typing import Any

import pytest
from playwright.async_api import expect

from models.client import Client
from models.form import FormAnswer, FormTemplate
from resolvers.public_ids import public_id
from service.demo.fixed_ids import FIXED_IDS
from tests.support.desks.content_pages import open_page
from tests.support.desks.journey import DESKTOP, Journey, Travel

pytestmark = pytest.mark.npm_provider
NEW = "/FormAnswer/new"
BY_OTHERS = "Tämän osan täyttää joku muu. Et voi kirjoittaa siihen."
OWN, COACHING = "Omat ajatukset", "Valmentajan arvio"


async def choose_assessment(journey: Journey) -> None:
    """Open the form of new answers, and choose the assessment of the demo."""
    await open_page(journey, NEW)
    await expect(journey.page.get_by_text("Valitse ensin lomake")).to_be_visible()
    group = journey.page.get_by_role("group", name="Lomakepohja")
    await group.get_by_role("button").click()
    await group.get_by_role("combobox").select_option(label="Alkuarviointi · Julkaistu")
    await expect(journey.page.get_by_role("group", name=OWN)).to_be_visible()


async def choose_aino(journey: Journey) -> None:
    """Look for Aino, whom the coach of the demo coaches, and choose her."""
    aino = await Client.get(id=FIXED_IDS["client"])
    group = journey.page.get_by_role("group", name="Asiakas")
    await group.get_by_role("searchbox").fill(str(aino.last_name))
    await group.get_by_role("searchbox").press("Enter")
    await group.get_by_role("combobox").select_option(public_id("client", aino.id))


async def stored(journey: Journey) -> Any:
    """Return the stored answers whose page is open."""
    await journey.page.wait_for_url(re.compile(r"/form_answer_[0-9a-f]{32}$"))
    id_ = journey.page.url.rpartition("_")[2]
    return await FormAnswer.get(id=id_)


async def test_a_coach_answers_under_the_questions_of_the_form(travel: Travel) -> None:
    async with travel("coach", size=DESKTOP) as journey:
        page = journey.page
        await choose_assessment(journey)
        await choose_aino(journey)
        await page.get_by_label("Mihin haluaisit työllistyä?").fill("Puutarhalle")
        await page.get_by_label("Valmius työhön, 1–5").fill("4")
        await journey.check("form-answers")
        await page.get_by_role("button", name="Luo").click()
        row = await stored(journey)
        made = dict(row.answers)
        await expect(page.get_by_text("Puutarhalle")).to_be_visible()

        await page.get_by_role("link", name="Muokkaa").click()
        await expect(page.get_by_label("Mihin haluaisit työllistyä?")).to_have_value("Puutarhalle")
        await page.get_by_label("Valmius työhön, 1–5").fill("")
        await page.get_by_label("Missä olet hyvä?").fill("Kasvien hoidossa")
        await page.get_by_role("button", name="Tallenna").click()
        changed = dict((await stored(journey)).answers)
        await FormAnswer.filter(id=row.id).delete()

    assert made == {"wish": "Puutarhalle", "readiness": 4}
    assert changed == {"wish": "Puutarhalle", "strengths": "Kasvien hoidossa"}
    assert journey.complaints == []


async def test_a_trainee_is_offered_the_own_section_and_told_that_others_fill_in_the_rest(travel: Travel) -> None:
    async with travel("trainee", size=DESKTOP) as journey:
        page = journey.page
        await choose_assessment(journey)
        of_coach = page.get_by_role("group", name=COACHING)
        offered = [
            await page.get_by_role("group", name=name).get_by_role("textbox").count() for name in (OWN, COACHING)
        ]
        await expect(of_coach.get_by_text(BY_OTHERS)).to_be_visible()
        await expect(of_coach.get_by_text("Valmius työhön, 1–5")).to_be_visible()
        await journey.check("form-answers-of-others")

    assert offered == [2, 0]
    assert journey.complaints == []


async def test_an_official_is_not_asked_what_no_agency_may_answer(travel: Travel) -> None:
    template = await FormTemplate.get(for_service_code="SOCIAL_REHABILITATION", state="PUBLISHED")
    before = template.sections
    of_unit = [one | ({"write": "modify_money"} if one["name"] == "situation" else {}) for one in before]
    await FormTemplate.filter(id=template.id).update(sections=of_unit)
    try:
        async with travel("official", size=DESKTOP) as journey:
            page = journey.page
            await journey.go("Uusi lähete", "Uusi lähete")
            await journey.settle()
            await page.locator("#serviceCode").select_option("SOCIAL_REHABILITATION")
            aim, situation = (page.get_by_role("group", name=name) for name in ("Odotukset", "Tilanne"))
            offered = [await part.get_by_role("textbox").count() for part in (aim, situation)]
            await expect(situation.get_by_text(BY_OTHERS)).to_be_visible()
            await journey.check("official-form-of-others")
    finally:
        await FormTemplate.filter(id=template.id).update(sections=before)

    assert offered == [2, 0]
    assert journey.complaints == []
