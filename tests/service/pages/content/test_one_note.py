"""A note from its form to a restored version: nothing on these pages knows what a note is."""

import re

import pytest
from playwright.async_api import Page, expect

from models.saved_view import SavedView
from tests.support.desks.content_pages import choose_first, open_page
from tests.support.desks.journey import Journey, Travel

pytestmark = pytest.mark.npm_provider
NOTE = "/CoachingNote"


async def write_note(journey: Journey, text: str) -> str:
    """Create a note through the form, and return its address."""
    await open_page(journey, f"{NOTE}/new")
    await choose_first(journey, "Asiakkuus")
    await journey.page.get_by_label("Ajankohta").fill("2026-11-20T09:30")
    await journey.page.get_by_label("Laji").select_option("MEETING")
    await journey.page.get_by_label("Kirjaus").fill(text)
    await journey.page.get_by_role("button", name="Luo").click()
    await journey.page.wait_for_url(re.compile(r"/coaching_note_[0-9a-f]{32}$"))
    await expect(journey.page.get_by_text(text)).to_be_visible()
    return journey.page.url.partition("/desk/content")[2]


async def edit(page: Page, text: str) -> None:
    """Change the text of the note whose form is open, and save it."""
    await page.get_by_label("Kirjaus").fill(text)
    await page.get_by_role("button", name="Tallenna").click()


async def saved(page: Page, text: str) -> None:
    """Wait for the view of the note, with its text."""
    await page.wait_for_url(re.compile(r"/coaching_note_[0-9a-f]{32}$"))
    await expect(page.get_by_text(text)).to_be_visible()


async def sign_it_with_others(journey: Journey, note: str) -> None:
    """Choose the note and a signed one in the list; see that only one can be signed, and sign that."""
    page = journey.page
    await open_page(journey, NOTE)
    await page.get_by_text("Rajaa ja järjestä").click()
    await page.get_by_label("Järjestys").select_option("Uusin ensin")
    await page.get_by_role("button", name="Näytä", exact=True).click()
    own = page.get_by_role("row").filter(has=page.locator(f'a[href$="{note}"]'))
    await own.get_by_role("checkbox").check()
    await page.get_by_role("row").filter(has_text="Allekirjoitettu").first.get_by_role("checkbox").check()
    await page.get_by_label("Mitä niille tehdään").select_option("Allekirjoita")
    await page.get_by_role("button", name="Jatka").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Kokeile").click()
    await expect(dialog.get_by_text("Voidaan tehdä yhdelle.")).to_be_visible()
    await expect(dialog.get_by_role("listitem")).to_have_count(1)
    await journey.check("many")
    await dialog.get_by_role("button", name="Tee yhdelle").click()
    await expect(dialog).to_have_count(0)
    await expect(own).to_contain_text("Allekirjoitettu")
    await expect(page.get_by_role("button", name="Jatka")).to_be_hidden()


async def test_a_note_is_written_refused_changed_and_restored(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        await open_page(journey, f"{NOTE}/new")
        await page.get_by_role("button", name="Luo").click()
        await expect(page.get_by_role("alert")).to_contain_text("Asiakkuus")
        await journey.check("form-missing")
        note = await write_note(journey, "Ensimmäinen teksti.")
        await page.get_by_role("button", name="Mitä voi tehdä?").click()
        await expect(page.get_by_role("button", name="Allekirjoita")).to_be_visible()
        await journey.check("steps")

        await open_page(journey, f"{note}/edit")
        other = await page.context.new_page()
        await other.goto(page.url)
        await edit(other, "Toinen ehti ensin.")
        await saved(other, "Toinen ehti ensin.")
        await other.close()
        await edit(page, "Minun tekstini.")
        await expect(page.get_by_role("alert")).to_contain_text("Joku muu muutti")
        await expect(page.get_by_text("Toinen ehti ensin.")).to_be_visible()
        await expect(page.get_by_text("Minun tekstini.")).to_be_visible()
        await journey.check("stale")
        await page.get_by_role("button", name="Jatka muokkausta").click()
        await page.get_by_role("button", name="Tallenna").click()
        await saved(page, "Minun tekstini.")

        await open_page(journey, f"{note}/history")
        await expect(page.locator("ins a").first).to_have_attribute("href", re.compile("/Relationship/"))
        await journey.check("history")
        await page.get_by_role("button", name="Palauta tähän: Versio 1").click()
        await page.get_by_role("dialog").get_by_role("button", name="Palauta tähän").click()
        await expect(page.get_by_role("heading", name="Versio 4")).to_be_visible()
        await open_page(journey, note)
        await expect(page.get_by_text("Ensimmäinen teksti.")).to_be_visible()
        await journey.check("view")
        await sign_it_with_others(journey, note)

        assert journey.complaints == []
        assert journey.foreign() == set()
        looks = await journey.looks()
        assert looks["transitionManyCoachingNotes"] == journey.asked.count("CoachingNoteTransitions") - 1 == 1, (
            "the trial is a look, what was carried out shows nothing"
        )


async def test_what_is_hidden_says_why_when_it_is_asked(travel: Travel) -> None:
    async with travel("coach") as journey:
        await open_page(journey, "/Contract")
        await journey.page.locator("tbody th a").first.click()
        await journey.page.get_by_role("button", name="Miksi?").first.click()

        await expect(journey.page.get_by_text("Tässä tilassa tiedon näkee").first).to_be_visible()
        await journey.check("withheld")
        assert journey.complaints == []
        assert (await journey.looks())["explain"] == 1


async def test_a_search_is_one_look_however_many_keys_it_takes(travel: Travel) -> None:
    async with travel("coach") as journey:
        await open_page(journey, "/Client")
        before = await journey.looks()
        box = journey.page.get_by_label("Hae sanoilla")
        await box.press_sequentially("ain")
        assert await journey.looks() == before

        await box.press("Enter")
        await journey.settle()

        after = await journey.looks()
        assert after["ClientList"] == before["ClientList"] + 1
        assert "ain" not in journey.page.url
        await journey.check("list-search")
        assert journey.complaints == []


async def test_a_view_is_kept_and_used_without_the_words_looked_for(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        await open_page(journey, "/Client")
        await page.get_by_label("Hae sanoilla").fill("ain")
        await page.get_by_text("Rajaa ja järjestä").click()
        await page.get_by_label("Tila", exact=True).select_option("ACTIVE")
        await page.get_by_role("button", name="Näytä", exact=True).click()
        await page.get_by_role("button", name="Tallenna tämä rajaus").click()
        dialog = page.get_by_role("dialog")
        await dialog.get_by_label("Nimi").fill("Nykyiset")
        await journey.check("keep-view")
        await dialog.get_by_role("button", name="Tallenna").click()
        await page.get_by_role("button", name="Poista rajaukset").click()
        await page.get_by_role("combobox", name="Tallennetut rajaukset").select_option("Nykyiset")
        await page.get_by_role("button", name="Käytä").click()
        await journey.check("saved-views")

        kept = await SavedView.get(name="Nykyiset")
        assert (kept.about, kept.conditions, kept.order_by) == ("Client", {"state": {"eq": "ACTIVE"}}, None)
        assert journey.complaints == []
        looks = await journey.looks()
        assert looks["ClientList"] == journey.asked.count("ClientList") == 4
        assert set(looks) == {"ClientList"}
