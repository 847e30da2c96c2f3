"""Every page of every desk is opened once: it can be used by everybody, keeps nothing, and each look leaves its row."""

from collections import Counter

import pytest

from models.account import Account
from tests.support.desks.journey import Journey, Travel

pytestmark = pytest.mark.npm_provider


async def read_pages(journey: Journey, first: tuple[str, str], ways: dict[str, str]) -> Counter[str]:
    """Open the pages of a desk one by one, and judge each; return how many looks the log has of it, by operation."""
    heading, screen = first
    await journey.heading(heading)
    await journey.check(screen)
    for way, of_way in ways.items():
        await journey.go(way, way)
        await journey.check(of_way)
    return await journey.looks()


def assert_clean(journey: Journey, looks: Counter[str], about_people: set[str]) -> None:
    """Assert that nothing is wrong with what a journey noticed, and that its looks are the questions that it asked."""
    assert journey.complaints == []
    assert journey.foreign() == set()
    assert about_people <= looks.keys()
    assert looks == Counter(name for name in journey.asked if name in looks)
    assert all(title.endswith(" – Polku") for title in journey.titles)
    assert not any(name in title for title in journey.titles for name in journey.person.name.split())


async def test_who_has_no_desk_is_told_so_and_led_to_the_content_and_what_is_public_is_readable_by_all(
    travel: Travel,
) -> None:
    async with travel("colleague") as journey:
        looks = await read_pages(journey, ("Tervetuloa", "frame"), {})

        await journey.page.get_by_role("link", name="Sisältö tyypeittäin").click()
        await journey.heading("Sisältö")
        await journey.page.set_viewport_size({"width": 360, "height": 740})
        for address in (
            "/accessibility",
            "/news?lang=sv",
            "/guide",
            "/guide/coach?lang=sv",
            "/privacy?lang=en",
            "/privacy",
        ):
            await journey.check_public(address)
        absent = [await look_for_nonsense(journey, accept) for accept in ("text/html", "*/*")]
        language = await choose_swedish(journey)

    assert looks == Counter()
    assert [status for status, _ in absent] == [404, 404]
    assert ["<h1>Sivua ei ole</h1>" in absent[0][1], '"NOT_FOUND"' in absent[1][1]] == [True, True]
    assert language == ("sv", "Välkommen")
    assert_clean(journey, looks, set())


async def look_for_nonsense(journey: Journey, accept: str) -> tuple[int, str]:
    """Ask for a guide that there is not; return the status and the answer."""
    address = f"{journey.settings.public_url}/guide/nonsense"
    answer = await journey.page.request.get(address, headers={"accept": accept, "accept-language": "fi"})
    return answer.status, await answer.text()


async def choose_swedish(journey: Journey) -> tuple[str, str]:
    """Choose Swedish in the menu; return the language of the account, and what the page says when it is opened anew."""
    page, account = journey.page, Account.filter(id=await journey.account())
    await page.goto(f"{journey.settings.public_url}/desk")
    await page.get_by_role("button", name=journey.person.name).click()
    async with page.expect_response(lambda answer: "updateAccount" in (answer.request.post_data or "")):
        await page.get_by_role("menuitemradio", name="Svenska").click()
    await page.reload()
    heading = await page.get_by_role("heading", level=1).inner_text()
    [kept] = await account.values_list("language", flat=True)
    await account.update(language="fi")
    return str(kept), heading


async def test_the_desk_of_a_trainee(travel: Travel) -> None:
    ways = {
        "Tavoitteeni": "trainee-goals",
        "Sopimukseni": "trainee-contract",
        "Suostumukseni": "trainee-consents",
        "Tietoni": "trainee-data",
    }
    async with travel("trainee") as journey:
        await read_pages(journey, ("Päiväni", "trainee-days"), ways)
        await journey.go("Kuka katsoi", "Kuka katsoi")
        await journey.page.get_by_role("button", name="Näytä, kuka näkee").click()
        seeing = journey.page.get_by_role("list", name="Kuka voi nähdä tietosi").get_by_role("listitem")
        await seeing.filter(has_text="omat tiedot").wait_for()
        await journey.check("trainee-looks")
        looks = await journey.looks()

    about_people = {"OmatPaivani", "MyGoals", "MyContracts", "OmatSuostumukset", "KukaKatsoi", "OmatTietoni"}
    assert looks.pop("whoSees") == journey.asked.count("WhoSees") == 1
    assert_clean(journey, looks, about_people | {"KenelleTietojani"})


async def test_the_desk_of_a_coach(travel: Travel) -> None:
    ways = {"Viikkoni": "coach-week", "Asiakkaat": "coach-caseload"}
    async with travel("coach") as journey:
        await read_pages(journey, ("Aamun läsnäolot", "coach-morning"), ways)
        await journey.page.get_by_role("row").get_by_role("link").first.click()
        await journey.heading("Asiakas")
        await journey.check("coach-client")
        looks = await journey.looks()

    assert_clean(journey, looks, {"CoachSheet", "CoachWeek", "CoachCaseload", "CoachClient"})


async def test_the_desk_of_an_official(travel: Travel) -> None:
    ways = {"Ehdotukset": "official-proposals", "Uusi lähete": "official-new"}
    async with travel("official") as journey:
        await read_pages(journey, ("Lähetteet", "official-referrals"), ways)
        await journey.go("Ehdotukset", "Ehdotukset")
        await journey.page.get_by_role("button", name="Käsittele").first.click()
        dialog = journey.page.get_by_role("dialog")
        await dialog.get_by_label("Hylkää", exact=True).check()
        await dialog.get_by_role("button", name="Syy").click()
        await journey.page.get_by_role("option").first.click()
        may_reject = await dialog.get_by_role("button", name="Hylkää").is_enabled()
        looks = await journey.looks()

    assert may_reject
    assert looks.pop("contentType") == journey.asked.count("Offered") == 1
    assert_clean(journey, looks, {"OwnReferrals", "PaatostaOdottavat"})


async def test_the_desk_of_a_workplace(travel: Travel) -> None:
    async with travel("workplace") as journey:
        await read_pages(journey, ("Tänään", "workplace-today"), {})
        waiting = journey.page.get_by_role("region", name="Muuta, mikä odottaa")
        await waiting.locator(".task-group", has_text="Sopimus allekirjoitettavana").get_by_role("link").first.click()
        await journey.heading("Sopimus")
        await journey.settle()
        may_sign = await journey.page.get_by_role("button", name="Mitä voi tehdä?").is_visible()
        looks = await journey.looks()

    assert may_sign
    assert_clean(journey, looks, {"TanaanMeilla", "MitaTyopaikaltaOdotetaan", "ContractView"})
