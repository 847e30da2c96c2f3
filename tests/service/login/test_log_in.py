"""Log-in, against both providers."""

from datetime import timedelta
from urllib.parse import urlencode, urlsplit

import httpx2

from auth.login.login import cookie_name
from models.account import Account, LoginEvent
from models.session import Session
from tests.support.login.form_browser import FormBrowser
from tests.support.login.login_service import LoginService
from tests.support.login.providers import PASSWORD
from tests.support.login.role_grants import disable_account


async def outcomes() -> list[str]:
    return [event.outcome for event in await LoginEvent.all().order_by("at", "id")]


async def log_in(login_service: LoginService, form_browser: FormBrowser, username: str) -> httpx2.Response:
    return await form_browser.log_in(f"{login_service.url}/auth/login?next=/auth/session", username, PASSWORD)


def callback_of(form_browser: FormBrowser) -> str:
    return next(address for address in reversed(form_browser.visited) if urlsplit(address).path == "/auth/callback")


async def test_a_person_logs_in_and_ends_where_one_wanted_to_go(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    account = await login_service.account(username)

    page = await log_in(login_service, form_browser, username)

    assert page.json()["name"] == account.name
    assert str(page.url) == f"{login_service.url}/auth/session"
    assert await outcomes() == ["LOGGED_IN"]


async def test_the_browser_holds_one_opaque_cookie_and_no_token(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)

    await log_in(login_service, form_browser, username)

    stored = await Session.get()
    ours = [cookie for cookie in form_browser.http.cookies.jar if cookie.name == "session" or "login" in cookie.name]
    assert [(cookie.name, cookie.path, cookie.domain) for cookie in ours] == [("session", "/", "127.0.0.1")]
    assert ours[0].has_nonstandard_attr("HttpOnly")
    assert ours[0].get_nonstandard_attr("SameSite") == "lax"
    assert (ours[0].value or "").encode() != stored.id_hash
    assert not any("eyJ" in address for address in form_browser.visited)


async def test_a_person_without_an_account_gets_a_page_and_nothing_else(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.provider.subject(username)

    page = await log_in(login_service, form_browser, username)

    assert page.status_code == 403
    assert "Sinulla ei ole tunnusta" in page.text
    assert await Account.all().count() == await Session.all().count() == 0
    assert await outcomes() == ["NO_ACCOUNT"]


async def test_a_disabled_person_cannot_log_in(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    account = await login_service.account(username)
    await disable_account(account.id, login_service.clock())

    page = await log_in(login_service, form_browser, username)

    assert page.status_code == 403
    assert await outcomes() == ["DISABLED"]


async def test_a_disabled_person_is_out_with_the_next_request(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    account = await login_service.account(username)
    await log_in(login_service, form_browser, username)

    await disable_account(account.id, login_service.clock())

    assert (await form_browser.step(f"{login_service.url}/auth/session")).status_code == 401


async def test_an_answer_of_the_provider_is_good_once(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    await log_in(login_service, form_browser, username)
    sealed_before = [dict(header) for header in form_browser.set_cookies if "login-" in header["name"]]
    session = form_browser.http.cookies["session"]
    await Session.all().delete()

    form_browser.http.cookies.set(sealed_before[0]["name"], sealed_before[0]["value"], domain="127.0.0.1", path="/")
    page = await form_browser.step(callback_of(form_browser))

    assert page.status_code == 400
    assert form_browser.http.cookies["session"] == session
    assert await Session.all().count() == 0
    assert (await outcomes())[-1] == "REFUSED"


async def test_an_answer_in_another_browser_is_refused(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    await log_in(login_service, form_browser, username)

    async with FormBrowser() as other:
        page = await other.step(callback_of(form_browser))

    assert page.status_code == 400
    assert "session" not in other.http.cookies


async def test_a_wrong_state_is_refused(login_service: LoginService, form_browser: FormBrowser) -> None:
    begun = await form_browser.step(f"{login_service.url}/auth/login")
    state = dict(pair.split("=") for pair in urlsplit(begun.headers["location"]).query.split("&"))["state"]
    almost = state[:-1] + ("A" if state[-1] != "A" else "B")
    assert cookie_name(almost) == cookie_name(state)

    query = urlencode({"code": "x", "state": almost, "iss": login_service.provider.issuer})
    page = await form_browser.step(f"{login_service.url}/auth/callback?{query}")

    assert page.status_code == 400


async def test_the_answer_of_another_issuer_is_refused(login_service: LoginService, form_browser: FormBrowser) -> None:
    begun = await form_browser.step(f"{login_service.url}/auth/login")
    state = dict(pair.split("=") for pair in urlsplit(begun.headers["location"]).query.split("&"))["state"]

    answers = [
        await form_browser.step(
            f"{login_service.url}/auth/callback?{urlencode({'code': 'x', 'state': state, **issuer})}"
        )
        for issuer in ({"iss": "https://mallory.example"}, {})
    ]

    assert [page.status_code for page in answers] == [400, 400]


async def test_a_person_who_stayed_away_too_long_begins_anew(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    await log_in(login_service, form_browser, username)
    sealed = next(header for header in form_browser.set_cookies if "login-" in header["name"])
    form_browser.http.cookies.set(sealed["name"], sealed["value"], domain="127.0.0.1", path="/")

    login_service.clock.ahead = timedelta(minutes=11)
    page = await form_browser.step(callback_of(form_browser))

    assert page.status_code == 400


async def test_a_log_in_leads_nowhere_but_here(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    ends = []
    for wanted in ("https://mallory.example/", "//mallory.example/", "/\\mallory.example", "javascript:alert(1)"):
        await form_browser.http.post(f"{login_service.url}/auth/logout")
        form_browser.http.cookies.clear()
        query = urlencode({"next": wanted})
        begun = await form_browser.log_in(f"{login_service.url}/auth/login?{query}", username, PASSWORD)
        ends.append(str(begun.url))

    assert ends == [f"{login_service.url}/"] * 4


async def test_every_log_in_has_a_new_session_and_ends_the_old_one(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    await log_in(login_service, form_browser, username)
    before = form_browser.http.cookies["session"]

    begun = await form_browser.step(f"{login_service.url}/auth/login?next=/auth/session")
    over = login_service.clock() - timedelta(hours=1)
    await Session.all().update(ends_at=over, expires_at=over)
    await log_in(login_service, form_browser, username)

    assert begun.status_code == 303
    assert form_browser.http.cookies["session"] != before
    assert await Session.all().count() == 1


async def test_two_tabs_can_log_in_at_once(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)

    first = await form_browser.step(f"{login_service.url}/auth/login?next=/auth/session")
    await form_browser.step(f"{login_service.url}/auth/login?next=/auth/session")
    page = await form_browser.log_in(first.headers["location"], username, PASSWORD)
    while urlsplit(str(page.url)).path != "/auth/session":
        page = await form_browser.submit(page, username=username, login=username, password=PASSWORD)

    assert page.status_code == 200
