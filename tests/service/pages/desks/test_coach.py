"""The coach's desk: a note from its first word to the signature, and two windows that write the same one."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Locator, Page, Request, expect

from models.coaching_note import CoachingNote
from models.proposal import Proposal
from models.report import Report
from models.term import Term
from tests.support.desks.days import day_of, find_changeable_cell, find_planned_cell
from tests.support.desks.journey import Journey, Travel
from tests.support.desks.rows import sent_looks

pytestmark = pytest.mark.npm_provider
SAVED = "Luonnos on tallennettu. Vain sinä näet sen."
TEXT = "Kävimme läpi viikon. Matkat sujuvat."
MINE = f"{TEXT} Sovimme puhelusta."
OF_GROUP = "Harjoiteltiin työhaastattelua pareittain."
WHY = "Tavoitteet ovat kesken, ja voimavarat riittävät jatkoon."
NEXT_YEAR = datetime.now(UTC).date() + timedelta(days=365)
THEIRS = "Toisessa ikkunassa kirjoitettu."
UNSAVED = "Sinulla on tallentamattomia tietoja"
SIGNED_AWAY = "Kirjoitettu, kun toinen ikkuna allekirjoitti."


async def open_client(journey: Journey) -> None:
    """Open the card of the first client of the caseload."""
    await journey.go("Asiakkaat", "Asiakkaat")
    await journey.page.get_by_role("row").get_by_role("link").first.click()
    await journey.heading("Asiakas")
    await journey.settle()


async def write_elsewhere(page: Page) -> None:
    """Go on with the same draft in a second window, and save another text there."""
    other = await page.context.new_page()
    await other.goto(page.url)
    await other.get_by_role("button", name="Jatka luonnosta").first.click()
    await other.get_by_label("Mitä tapahtui").fill(THEIRS)
    await expect(other.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    await other.close()


async def sign_elsewhere(page: Page) -> None:
    """Sign the same draft in a second window."""
    other = await page.context.new_page()
    await other.goto(page.url)
    await other.get_by_role("button", name="Jatka luonnosta").first.click()
    await other.get_by_role("button", name="Allekirjoita").click()
    await expect(other.get_by_role("status").filter(has_text="Kirjaus on allekirjoitettu.")).to_have_count(1)
    await other.close()


async def test_a_note_is_saved_while_it_is_written_and_nothing_typed_is_lost(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        status = page.get_by_role("status")
        await open_client(journey)
        await page.get_by_role("button", name="Kirjoita kirjaus").focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_label("Mitä tapahtui")).to_be_focused()
        await page.keyboard.type(TEXT)
        goals = page.get_by_role("group", name="Mihin tavoitteisiin kirjaus liittyy")
        await goals.get_by_role("checkbox").first.check()
        await expect(status.filter(has_text=SAVED)).to_be_visible()
        draft = await CoachingNote.get(body=TEXT)
        assert (draft.state, len(draft.goal_ids)) == ("DRAFT", 1)
        await journey.check("coach-note")

        await write_elsewhere(page)
        await page.get_by_label("Mitä tapahtui").fill(MINE)
        alert = page.get_by_role("alert")
        await expect(alert).to_contain_text(THEIRS)
        await expect(alert).to_contain_text(MINE)
        await journey.check("coach-note-stale")
        await alert.get_by_role("button", name="Jatka tällä sivulla kirjoitetulla").click()
        await expect(status.filter(has_text=SAVED)).to_be_visible()

        await page.get_by_role("button", name="Allekirjoita").click()
        await alert.get_by_role("link").click()  # what is missing leads to its field
        await page.get_by_label("Laji").select_option("MEETING")
        await page.get_by_role("button", name="Allekirjoita").click()
        await expect(status.filter(has_text="Kirjaus on allekirjoitettu.")).to_have_count(1)
        note = page.get_by_role("listitem").filter(has_text=MINE)
        await expect(note.get_by_text("Allekirjoitettu")).to_be_visible()
        await note.get_by_role("button", name="Muuta näkyvyyttä tai korjaa").click()
        await page.get_by_role("dialog").get_by_role("radio", name="Jaa asiakkaalle").check()
        await page.get_by_role("dialog").get_by_role("textbox").fill(OF_GROUP)
        for leave in ("Escape", "Takaisin"):  # what is typed in a dialog is asked about
            if leave == "Escape":
                await page.keyboard.press(leave)
            else:
                await page.get_by_role("button", name=leave).click()
            await page.get_by_role("dialog", name=UNSAVED).get_by_role("button", name="Jää tälle sivulle").click()
            await expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value(OF_GROUP)
        await page.get_by_role("dialog").get_by_role("textbox").fill("")
        await page.get_by_role("dialog").get_by_role("button", name="Jaa asiakkaalle").click()
        await expect(note.get_by_text("Jaettu asiakkaalle")).to_be_visible()
        looks = await journey.looks()

        assert await CoachingNote.filter(body=THEIRS).count() == 0
        assert (await CoachingNote.get(body=MINE)).visibility == "SHARED_WITH_TRAINEE"
        assert journey.complaints == []
        reads = Counter({name: number for name, number in looks.items() if name in journey.asked})
        assert {"CoachClient", "NoteNow"} <= reads.keys()
        assert reads == sent_looks(journey, reads)


async def test_back_asks_before_a_note_is_lost_and_a_note_signed_elsewhere_becomes_a_new_draft(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        note, close = page.get_by_label("Mitä tapahtui"), page.get_by_role("button", name="Sulje luonnos")
        dialog = page.get_by_role("dialog", name=UNSAVED)
        await open_client(journey)
        address = page.url
        await page.go_back()  # nothing is typed: nobody is asked
        await journey.heading("Asiakkaat")
        await expect(page.get_by_role("heading", name="Asiakkaat", level=1)).to_be_focused()
        await page.go_forward()
        await page.get_by_role("button", name="Kirjoita kirjaus").click()
        await note.press_sequentially(TEXT)
        await page.go_back()
        await dialog.get_by_role("button", name="Jää tälle sivulle").click()
        await expect(note).to_have_value(TEXT)
        assert page.url == address
        await page.get_by_label("Laji").select_option("MEETING")
        await expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()

        await sign_elsewhere(page)
        await note.fill(SIGNED_AWAY)
        alert = page.get_by_role("alert")
        await expect(alert).to_contain_text("Kirjaus on jo allekirjoitettu.")
        await close.click()
        await dialog.get_by_role("button", name="Jää tälle sivulle").click()
        await alert.get_by_role("button", name="Jatka tällä sivulla kirjoitetulla").click()
        await expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()

        await note.fill("x" * 10_001)
        await expect(page.get_by_text("Teksti on liian pitkä. Poista 1 merkki")).to_be_visible()
        await page.go_back()
        await dialog.get_by_role("button", name="Hylkää ja jatka").click()
        await journey.heading("Asiakkaat")

        assert (await CoachingNote.get(body=SIGNED_AWAY)).state == "DRAFT"
        assert journey.complaints == []


async def test_one_note_about_a_session_of_a_group_makes_a_draft_for_each(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        await journey.go("Asiakkaat", "Asiakkaat")
        await page.get_by_role("link", name="Ryhmäkirjaus").click()
        await journey.heading("Ryhmäkirjaus")
        await page.get_by_role("button", name="Puutyöryhmä").click()
        await page.get_by_label("Mitä tapahtui").fill(OF_GROUP)
        await page.get_by_label("Laji").select_option("MEETING")
        await journey.check("coach-group-note")
        number = await page.get_by_role("checkbox", checked=True).count()
        await page.get_by_role("button", name="Tee luonnokset").click()
        await expect(page.get_by_role("heading", name=f"{number} luonnosta on tehty")).to_be_visible()

        notes = await CoachingNote.filter(body=OF_GROUP)
        assert len(notes) == number > 1
        assert len({note.group_key for note in notes}) == 1
        assert journey.complaints == []


async def test_a_coach_proposes_and_reports_from_the_card_of_a_client(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        await open_client(journey)
        await page.get_by_role("link", name="Ehdotukset ja raportit").click()
        await journey.heading("Ehdotukset ja raportit")
        await propose_an_extension(page)
        await begin_a_report(page)
        await journey.check("coach-papers")
        await page.get_by_role("button", name="Tee luonnokset eilisestä taaksepäin").click()
        await expect(page.get_by_role("status").first).to_have_text(re.compile("luonnos|Uutta kerrottavaa"))
        await journey.go("Poissaoloilmoitukset", "Poissaoloilmoitukset")
        await journey.check("coach-absences")

        proposal = await Proposal.get(text=WHY)
        report = await Report.get(recommendation=WHY)
        assert (proposal.kind, proposal.state, proposal.ends_on) == ("EXTEND", "SENT", NEXT_YEAR)
        assert (report.kind, report.state) == ("INTERIM", "AT_HEARING")
        assert journey.complaints == []


async def propose_an_extension(page: Page) -> None:
    """Make a proposal with its reason, and send it to the agency."""
    await page.get_by_role("button", name="Tee ehdotus").click()
    form = page.get_by_role("form", name="Tee ehdotus")
    await form.get_by_role("button", name="Mitä ehdotat").click()
    await page.get_by_role("option", name="Jatko").click()
    await form.get_by_label("Asti").fill(NEXT_YEAR.isoformat())
    await form.get_by_label("Perustelut").fill(WHY)
    await form.get_by_role("button", name="Tallenna luonnos").click()
    card = page.get_by_role("listitem").filter(has_text=WHY)
    await take_step(page, card, "Lähetä")


async def begin_a_report(page: Page) -> None:
    """Begin an interim report, write on it, and show it to the person."""
    await page.get_by_role("button", name="Aloita raportti").click()
    form = page.get_by_role("form", name="Aloita raportti")
    await form.get_by_role("button", name="Aloita raportti").click()
    card = page.get_by_role("listitem").filter(has_text="Väliraportti").filter(has_text="Luonnos").first
    await card.get_by_role("button", name="Muokkaa").click()
    await card.get_by_label("Yhteenveto").fill("Valmennus etenee.")
    await card.get_by_label("Suositus").fill(WHY)
    await card.get_by_role("button", name="Tallenna luonnos").click()
    await expect(page.get_by_label("Suositus")).to_have_count(0)
    await take_step(page, card, "Näytä asiakkaalle")


async def take_step(page: Page, card: Locator, step: str) -> None:
    """Take a step of the workflow of one thing."""
    await card.get_by_role("button", name="Vie eteenpäin").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("radio", name=step).check()
    await dialog.get_by_role("button", name=step, exact=True).click()
    await expect(dialog).to_have_count(0)


async def test_a_planned_day_is_swapped_and_what_is_refused_is_said(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        cell = await find_planned_cell(journey)
        id_, planned = await day_of(cell)
        await cell.focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("menuitem").first).to_contain_text("etuus säilyy")
        await page.get_by_role("menuitem", name="Vaihda päivä").click()
        dialog = page.get_by_role("dialog")
        saturday = planned.day + timedelta(days=5 - planned.day.weekday())
        await dialog.get_by_label("Päivä, joka tehdään sen sijaan").fill(saturday.isoformat())
        await journey.check("coach-swap")
        await dialog.get_by_role("button", name="Vaihda päivä").click()
        await expect(dialog).to_have_count(0)
        await expect(page.locator(f'[data-day="{id_}"]')).to_contain_text("tallennettu")

        await page.get_by_role("button", name="Palvelua ei järjestetä").click()
        reason = dialog.get_by_label("Syy")
        await reason.fill("x" * 501)
        await expect(
            dialog.get_by_text("Teksti on liian pitkä. Poista 1 merkki: pidempää ei voi tallentaa.")
        ).to_be_visible()
        assert len(await reason.input_value()) == 501  # what was pasted is not cut
        await reason.fill("Henkilöstön koulutuspäivä")
        await dialog.get_by_role("button", name="Palvelua ei järjestetä").click()
        await expect(dialog.get_by_role("alert")).to_be_visible()  # the day is to come, and the service says so

        assert (await day_of(page.locator(f'[data-day="{id_}"]')))[1].code == "SWAPPED_OUT"
        assert journey.complaints == []


async def test_what_others_record_is_told_and_shown_when_it_is_asked(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        cell = await find_changeable_cell(journey)
        id_, before = await day_of(cell)
        code = "ABSENT_AGREED" if before.code != "ABSENT_AGREED" else "ABSENT_SICK"
        await cell.focus()
        await page.keyboard.press("t" if before.code == "ABSENT_INTERVIEW" else "h")
        cell = page.locator(f'[data-day="{id_}"]')
        asked = journey.asked.count("CoachSheet")
        place = await cell.bounding_box()
        await record_elsewhere(journey, id_, before.revision, code)
        note = page.locator(".changed", has_text="Jotain tällä sivulla on muuttunut.")
        await expect(note).to_be_visible()
        await journey.check("coach-morning-changed")
        moved = await cell.bounding_box()
        not_asked = journey.asked.count("CoachSheet")
        await note.get_by_role("button", name="Näytä nyt").click()
        title = (await Term.get(vocabulary="attendance_code", token=code, state="ACTIVE")).title_fi
        conflict = page.get_by_role("alert").filter(has_text="Joku muu kirjasi saman päivän")
        await expect(conflict).to_contain_text(f"Toinen: {title}")  # the mark that is not saved stands beside it
        await conflict.get_by_role("button", name="Pidä toisen").click()
        await expect(cell).to_contain_text(title)
        await expect(note).to_have_count(0)

        assert (moved, not_asked) == (place, asked)
        assert journey.asked.count("CoachSheet") == asked + 1
        assert journey.complaints == []


async def test_what_happened_while_the_screen_was_covered_is_told_to_whoever_comes_back(travel: Travel) -> None:
    async with travel("coach") as journey:
        page = journey.page
        await page.clock.install()
        await page.reload()
        cell = await find_changeable_cell(journey)
        id_, before = await day_of(cell)
        async with page.expect_event("requestfailed", is_stream):  # nothing keeps the session alive meanwhile
            await page.clock.fast_forward("05:01")
        await page.get_by_role("heading", name="Näyttö on peitetty").wait_for()
        code = "ABSENT_AGREED" if before.code != "ABSENT_AGREED" else "ABSENT_SICK"
        await record_elsewhere(journey, id_, before.revision, code)
        await page.bring_to_front()
        await page.keyboard.press("Enter")
        await expect(page.locator(".changed")).to_be_visible()

        assert journey.complaints == []


def is_stream(request: Request) -> bool:
    """Tell whether a request follows changes."""
    return "FollowChanges" in (request.post_data or "")


async def record_elsewhere(journey: Journey, id_: str, revision: int, code: str) -> None:
    """Record a day as the same coach in a second window, by its own sheet."""
    other = await journey.page.context.new_page()
    await other.goto(journey.page.url)
    entry = {"attendanceId": id_, "revision": revision, "code": code}
    status = await other.evaluate(
        """async ([text, entry]) => {
          const { csrfToken } = JSON.parse(document.getElementById('session').textContent);
          const answer = await fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
            body: JSON.stringify({ query: text, variables: { days: { entries: [entry] } } }),
          });
          return (await answer.json()).data.recordAttendance.days.length;
        }""",
        [
            "mutation Record($days: RecordAttendanceInput!) { recordAttendance(input: $days) { days { id } } }",
            entry,
        ],
    )
    assert status == 1
    await other.close()
