"""Log-out, from both sides, and sessions that end by themselves."""

from datetime import timedelta

import httpx2
import pytest

from auth.provider.backchannel_logout import logout_token
from auth.provider.users import disable_user
from models.account import LoginEvent
from models.session import Session
from tests.support.login.forged_tokens import forgeries
from tests.support.login.form_browser import Browser
from tests.support.login.login_service import House
from tests.support.login.providers import PASSWORD


async def log_in(house: House, browser: Browser, username: str) -> str:
    """Log in and return the session's CSRF token."""
    page = await browser.log_in(f"{house.url}/auth/login?next=/auth/session", username, PASSWORD)
    return page.json()["csrfToken"]


async def is_in(house: House, browser: Browser) -> bool:
    return (await browser.step(f"{house.url}/auth/session")).status_code == 200


async def leave(house: House, browser: Browser, token: str, **headers: str) -> httpx2.Response:
    sent = {"origin": "null", "sec-fetch-site": "same-origin", **headers}
    return await browser.http.post(f"{house.url}/auth/logout", data={"csrf_token": token}, headers=sent)


async def test_log_out_ends_the_session_and_leads_on_to_the_provider(
    house: House, browser: Browser, username: str
) -> None:
    await house.account(username)
    token = await log_in(house, browser, username)
    held = browser.http.cookies["session"]

    answer = await leave(house, browser, token)
    page = await browser.open(answer.headers["location"])
    if "session/end" in str(page.url):
        page = await browser.submit(page, logout="yes")

    assert answer.headers["location"].startswith(house.party.issuer)
    assert str(page.url).startswith(f"{house.url}/auth/logged-out")
    assert "Olet kirjautunut ulos" in page.text
    assert await Session.all().count() == 0
    browser.http.cookies.set("session", held, domain="127.0.0.1", path="/")
    assert not await is_in(house, browser)


async def test_log_out_at_the_provider_ends_the_session_at_once(house: House, browser: Browser, username: str) -> None:
    await house.account(username)
    await log_in(house, browser, username)

    await house.party.log_out(browser, username)

    assert not await is_in(house, browser)
    assert [event.outcome for event in await LoginEvent.all().order_by("at")][-1] == "LOGGED_OUT_BY_PROVIDER"


async def test_log_out_at_the_provider_leaves_other_people_alone(house: House, browser: Browser, username: str) -> None:
    await house.account(username)
    await house.account(f"{username}-friend")
    async with Browser() as friends:
        await log_in(house, friends, f"{username}-friend")
        await log_in(house, browser, username)

        await house.party.log_out(browser, username)

        assert await is_in(house, friends)


async def test_a_form_of_another_site_cannot_log_anybody_out(own_house: House, browser: Browser, username: str) -> None:
    await own_house.account(username)
    token = await log_in(own_house, browser, username)

    refused = [
        await leave(own_house, browser, "guessed"),
        await leave(own_house, browser, token, **{"sec-fetch-site": "cross-site"}),
        await leave(own_house, browser, token, **{"sec-fetch-site": "same-site"}),
        await leave(own_house, browser, token, origin="https://mallory.example"),
    ]

    assert [answer.status_code for answer in refused] == [403] * 4
    assert await is_in(own_house, browser)


async def test_a_session_ends_an_hour_after_its_last_use(own_house: House, browser: Browser, username: str) -> None:
    await own_house.account(username)
    await log_in(own_house, browser, username)

    own_house.clock.ahead = timedelta(minutes=59)
    was_in = await is_in(own_house, browser)
    own_house.clock.ahead = timedelta(minutes=118)
    is_still_in = await is_in(own_house, browser)
    own_house.clock.ahead = timedelta(minutes=179)

    assert was_in
    assert is_still_in
    assert not await is_in(own_house, browser)


async def test_a_session_ends_twelve_hours_after_log_in_however_busy(
    own_house: House, browser: Browser, username: str
) -> None:
    await own_house.account(username)
    await log_in(own_house, browser, username)

    for minutes in range(30, 12 * 60, 30):
        own_house.clock.ahead = timedelta(minutes=minutes)
        assert await is_in(own_house, browser)
    own_house.clock.ahead = timedelta(hours=12, seconds=1)

    assert not await is_in(own_house, browser)


@pytest.fixture
async def logout_tokens(own_house: House, browser: Browser, username: str) -> dict[str, str]:
    """A good log-out token of a logged-in person, and changed ones."""
    await own_house.account(username)
    await log_in(own_house, browser, username)
    provider = own_house.party.provider
    moment = await provider.moment(own_house.clock())
    subject = await own_house.party.subject(username)
    good = logout_token(provider.clients.own_client(), subject, moment)
    return {"good": good, **forgeries(good, moment.keys.jwks()["keys"][0])}


async def tell(house: House, token: str) -> int:
    async with httpx2.AsyncClient() as http:
        answer = await http.post(f"{house.url}/auth/backchannel-logout", data={"logout_token": token})
        return answer.status_code


async def test_forged_log_out_tokens_end_nothing(
    own_house: House, browser: Browser, logout_tokens: dict[str, str]
) -> None:
    good = logout_tokens.pop("good")

    answers = {name: await tell(own_house, token) for name, token in logout_tokens.items()}

    assert answers == dict.fromkeys(logout_tokens, 400)
    assert await is_in(own_house, browser)
    assert await tell(own_house, good) == 200


async def test_a_log_out_token_is_good_once_and_for_two_minutes(
    own_house: House, logout_tokens: dict[str, str]
) -> None:
    first, second = await tell(own_house, logout_tokens["good"]), await tell(own_house, logout_tokens["good"])
    moment = await own_house.party.provider.moment(own_house.clock() - timedelta(minutes=3))
    old = logout_token(own_house.party.provider.clients.own_client(), "somebody", moment)

    assert [first, second, await tell(own_house, old)] == [200, 400, 400]


async def test_an_id_token_is_no_log_out_token(own_house: House, browser: Browser, username: str) -> None:
    await own_house.account(username)
    await log_in(own_house, browser, username)
    id_token = (await Session.get()).id_token

    answer = await tell(own_house, id_token)

    assert answer == 400
    assert await is_in(own_house, browser)


async def test_a_person_who_lost_the_password_is_out_everywhere(
    own_house: House, browser: Browser, username: str
) -> None:
    await own_house.account(username)
    await log_in(own_house, browser, username)
    provider = own_house.party.provider
    person = await own_house.party.person(username)

    await disable_user(person.id, own_house.clock())
    unconfirmed = await provider.end_everywhere(person, own_house.clock())

    assert unconfirmed == []
    assert not await is_in(own_house, browser)
