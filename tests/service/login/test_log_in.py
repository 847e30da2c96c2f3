"""Log-in, against both providers."""

from datetime import timedelta
from urllib.parse import urlencode, urlsplit

import httpx2

from auth.accounts.role_grants import disable_account
from auth.login.login import cookie_name
from models.account import Account, LoginEvent
from models.session import Session
from tests.support.login.form_browser import Browser
from tests.support.login.login_service import House
from tests.support.login.providers import PASSWORD


async def outcomes() -> list[str]:
    return [event.outcome for event in await LoginEvent.all().order_by("at", "id")]


async def log_in(house: House, browser: Browser, username: str) -> httpx2.Response:
    return await browser.log_in(f"{house.url}/auth/login?next=/auth/session", username, PASSWORD)


def callback_of(browser: Browser) -> str:
    return next(address for address in reversed(browser.visited) if urlsplit(address).path == "/auth/callback")


async def test_a_person_logs_in_and_ends_where_one_wanted_to_go(house: House, browser: Browser, username: str) -> None:
    account = await house.account(username)

    page = await log_in(house, browser, username)

    assert page.json()["name"] == account.name
    assert str(page.url) == f"{house.url}/auth/session"
    assert await outcomes() == ["LOGGED_IN"]


async def test_the_browser_holds_one_opaque_cookie_and_no_token(house: House, browser: Browser, username: str) -> None:
    await house.account(username)

    await log_in(house, browser, username)

    stored = await Session.get()
    ours = [cookie for cookie in browser.http.cookies.jar if cookie.name == "session" or "login" in cookie.name]
    assert [(cookie.name, cookie.path, cookie.domain) for cookie in ours] == [("session", "/", "127.0.0.1")]
    assert ours[0].has_nonstandard_attr("HttpOnly")
    assert ours[0].get_nonstandard_attr("SameSite") == "lax"
    assert (ours[0].value or "").encode() != stored.id_hash
    assert not any("eyJ" in address for address in browser.visited)


async def test_a_person_without_an_account_gets_a_page_and_nothing_else(
    house: House, browser: Browser, username: str
) -> None:
    await house.party.subject(username)

    page = await log_in(house, browser, username)

    assert page.status_code == 403
    assert "Sinulla ei ole tunnusta" in page.text
    assert await Account.all().count() == await Session.all().count() == 0
    assert await outcomes() == ["NO_ACCOUNT"]


async def test_a_disabled_person_cannot_log_in(house: House, browser: Browser, username: str) -> None:
    account = await house.account(username)
    await disable_account(account.id, house.clock())

    page = await log_in(house, browser, username)

    assert page.status_code == 403
    assert await outcomes() == ["DISABLED"]


async def test_a_disabled_person_is_out_with_the_next_request(house: House, browser: Browser, username: str) -> None:
    account = await house.account(username)
    await log_in(house, browser, username)

    await disable_account(account.id, house.clock())

    assert (await browser.step(f"{house.url}/auth/session")).status_code == 401


async def test_an_answer_of_the_provider_is_good_once(house: House, browser: Browser, username: str) -> None:
    await house.account(username)
    await log_in(house, browser, username)
    sealed_before = [dict(header) for header in browser.set_cookies if "login-" in header["name"]]
    session = browser.http.cookies["session"]
    await Session.all().delete()

    browser.http.cookies.set(sealed_before[0]["name"], sealed_before[0]["value"], domain="127.0.0.1", path="/")
    page = await browser.step(callback_of(browser))

    assert page.status_code == 400
    assert browser.http.cookies["session"] == session
    assert await Session.all().count() == 0
    assert (await outcomes())[-1] == "REFUSED"


async def test_an_answer_in_another_browser_is_refused(house: House, browser: Browser, username: str) -> None:
    await house.account(username)
    await log_in(house, browser, username)

    async with Browser() as other:
        page = await other.step(callback_of(browser))

    assert page.status_code == 400
    assert "session" not in other.http.cookies


async def test_a_wrong_state_is_refused(house: House, browser: Browser) -> None:
    begun = await browser.step(f"{house.url}/auth/login")
    state = dict(pair.split("=") for pair in urlsplit(begun.headers["location"]).query.split("&"))["state"]
    almost = state[:-1] + ("A" if state[-1] != "A" else "B")
    assert cookie_name(almost) == cookie_name(state)

    query = urlencode({"code": "x", "state": almost, "iss": house.party.issuer})
    page = await browser.step(f"{house.url}/auth/callback?{query}")

    assert page.status_code == 400


async def test_the_answer_of_another_issuer_is_refused(house: House, browser: Browser) -> None:
    begun = await browser.step(f"{house.url}/auth/login")
    state = dict(pair.split("=") for pair in urlsplit(begun.headers["location"]).query.split("&"))["state"]

    answers = [
        await browser.step(f"{house.url}/auth/callback?{urlencode({'code': 'x', 'state': state, **issuer})}")
        for issuer in ({"iss": "https://mallory.example"}, {})
    ]

    assert [page.status_code for page in answers] == [400, 400]


async def test_a_person_who_stayed_away_too_long_begins_anew(house: House, browser: Browser, username: str) -> None:
    await house.account(username)
    await log_in(house, browser, username)
    sealed = next(header for header in browser.set_cookies if "login-" in header["name"])
    browser.http.cookies.set(sealed["name"], sealed["value"], domain="127.0.0.1", path="/")

    house.clock.ahead = timedelta(minutes=11)
    page = await browser.step(callback_of(browser))

    assert page.status_code == 400


async def test_a_log_in_leads_nowhere_but_here(house: House, browser: Browser, username: str) -> None:
    await house.account(username)
    ends = []
    for wanted in ("https://mallory.example/", "//mallory.example/", "/\\mallory.example", "javascript:alert(1)"):
        await browser.http.post(f"{house.url}/auth/logout")
        browser.http.cookies.clear()
        query = urlencode({"next": wanted})
        begun = await browser.log_in(f"{house.url}/auth/login?{query}", username, PASSWORD)
        ends.append(str(begun.url))

    assert ends == [f"{house.url}/"] * 4


async def test_every_log_in_has_a_new_session_and_ends_the_old_one(
    house: House, browser: Browser, username: str
) -> None:
    await house.account(username)
    await log_in(house, browser, username)
    before = browser.http.cookies["session"]

    begun = await browser.step(f"{house.url}/auth/login?next=/auth/session")
    over = house.clock() - timedelta(hours=1)
    await Session.all().update(ends_at=over, expires_at=over)
    await log_in(house, browser, username)

    assert begun.status_code == 303
    assert browser.http.cookies["session"] != before
    assert await Session.all().count() == 1


async def test_two_tabs_can_log_in_at_once(house: House, browser: Browser, username: str) -> None:
    await house.account(username)

    first = await browser.step(f"{house.url}/auth/login?next=/auth/session")
    await browser.step(f"{house.url}/auth/login?next=/auth/session")
    page = await browser.log_in(first.headers["location"], username, PASSWORD)
    while urlsplit(str(page.url)).path != "/auth/session":
        page = await browser.submit(page, username=username, login=username, password=PASSWORD)

    assert page.status_code == 200
