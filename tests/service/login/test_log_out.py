"""Log-out, from both sides, and sessions that end by themselves."""

from datetime import timedelta

import httpx2
import pytest

from auth.provider.backchannel_logout import logout_token
from auth.provider.users import disable_user
from auth.sessions.log_out_hints import LogOutHints
from models.account import LoginEvent
from models.session import Session
from tests.support.login.forged_tokens import forgeries
from tests.support.login.form_browser import FormBrowser
from tests.support.login.login_service import LoginService
from tests.support.login.providers import PASSWORD


async def log_in(login_service: LoginService, form_browser: FormBrowser, username: str) -> str:
    """Log in and return the session's CSRF token."""
    page = await form_browser.log_in(f"{login_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    found: str = page.json()["csrfToken"]
    return found


async def is_in(login_service: LoginService, form_browser: FormBrowser) -> bool:
    return (await form_browser.step(f"{login_service.url}/auth/session")).status_code == 200


async def leave(login_service: LoginService, form_browser: FormBrowser, token: str, **headers: str) -> httpx2.Response:
    sent = {"origin": "null", "sec-fetch-site": "same-origin", **headers}
    return await form_browser.http.post(f"{login_service.url}/auth/logout", data={"csrf_token": token}, headers=sent)


async def test_log_out_ends_the_session_and_leads_on_to_the_provider(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    token = await log_in(login_service, form_browser, username)
    held = form_browser.http.cookies["session"]

    answer = await leave(login_service, form_browser, token)
    page = await form_browser.open(answer.headers["location"])
    if "session/end" in str(page.url):
        page = await form_browser.submit(page, logout="yes")

    assert answer.headers["location"].startswith(login_service.provider.issuer)
    assert str(page.url).startswith(f"{login_service.url}/auth/logged-out")
    assert "Olet kirjautunut ulos" in page.text
    assert await Session.all().count() == 0
    form_browser.http.cookies.set("session", held, domain="127.0.0.1", path="/")
    assert not await is_in(login_service, form_browser)


async def test_log_out_at_the_provider_ends_the_session_at_once(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    await log_in(login_service, form_browser, username)

    await login_service.provider.log_out(form_browser, username)

    assert not await is_in(login_service, form_browser)
    assert [event.outcome for event in await LoginEvent.all().order_by("at")][-1] == "LOGGED_OUT_BY_PROVIDER"


async def test_log_out_at_the_provider_leaves_other_people_alone(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    await login_service.account(f"{username}-friend")
    async with FormBrowser() as friends:
        await log_in(login_service, friends, f"{username}-friend")
        await log_in(login_service, form_browser, username)

        await login_service.provider.log_out(form_browser, username)

        assert await is_in(login_service, friends)


async def test_a_form_of_another_site_cannot_log_anybody_out(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    token = await log_in(embedded_service, form_browser, username)

    refused = [
        await leave(embedded_service, form_browser, "guessed"),
        await leave(embedded_service, form_browser, token, **{"sec-fetch-site": "cross-site"}),
        await leave(embedded_service, form_browser, token, **{"sec-fetch-site": "same-site"}),
        await leave(embedded_service, form_browser, token, origin="https://mallory.example"),
    ]

    assert [answer.status_code for answer in refused] == [403] * 4
    assert await is_in(embedded_service, form_browser)


async def test_a_session_ends_an_hour_after_its_last_use(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await log_in(embedded_service, form_browser, username)

    embedded_service.clock.ahead = timedelta(minutes=59)
    was_in = await is_in(embedded_service, form_browser)
    embedded_service.clock.ahead = timedelta(minutes=118)
    is_still_in = await is_in(embedded_service, form_browser)
    embedded_service.clock.ahead = timedelta(minutes=179)

    assert was_in
    assert is_still_in
    assert not await is_in(embedded_service, form_browser)


async def test_a_session_ends_twelve_hours_after_log_in_however_busy(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await log_in(embedded_service, form_browser, username)

    for minutes in range(30, 12 * 60, 30):
        embedded_service.clock.ahead = timedelta(minutes=minutes)
        assert await is_in(embedded_service, form_browser)
    embedded_service.clock.ahead = timedelta(hours=12, seconds=1)

    assert not await is_in(embedded_service, form_browser)


@pytest.fixture
async def logout_tokens(embedded_service: LoginService, form_browser: FormBrowser, username: str) -> dict[str, str]:
    """A good log-out token of a logged-in person, and changed ones."""
    await embedded_service.account(username)
    await log_in(embedded_service, form_browser, username)
    provider = embedded_service.embedded.inside
    moment = await provider.moment(embedded_service.clock())
    subject = await embedded_service.provider.subject(username)
    good = logout_token(provider.clients.own_client(), subject, moment)
    return {"good": good, **forgeries(good, moment.keys.jwks()["keys"][0])}


async def tell(login_service: LoginService, token: str) -> int:
    async with httpx2.AsyncClient() as http:
        answer = await http.post(f"{login_service.url}/auth/backchannel-logout", data={"logout_token": token})
        return answer.status_code


async def test_forged_log_out_tokens_end_nothing(
    embedded_service: LoginService, form_browser: FormBrowser, logout_tokens: dict[str, str]
) -> None:
    good = logout_tokens.pop("good")

    answers = {name: await tell(embedded_service, token) for name, token in logout_tokens.items()}

    assert answers == dict.fromkeys(logout_tokens, 400)
    assert await is_in(embedded_service, form_browser)
    assert await tell(embedded_service, good) == 200


async def test_a_log_out_token_is_good_once_and_for_two_minutes(
    embedded_service: LoginService, logout_tokens: dict[str, str]
) -> None:
    first, second = (
        await tell(embedded_service, logout_tokens["good"]),
        await tell(embedded_service, logout_tokens["good"]),
    )
    moment = await embedded_service.embedded.inside.moment(embedded_service.clock() - timedelta(minutes=3))
    old = logout_token(embedded_service.embedded.inside.clients.own_client(), "somebody", moment)

    assert [first, second, await tell(embedded_service, old)] == [200, 400, 400]


async def test_an_id_token_is_no_log_out_token(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await log_in(embedded_service, form_browser, username)
    session, hints = await Session.get(), LogOutHints(embedded_service.embedded.inside.sealer)
    id_token = hints.opened(session.id, session.id_token, embedded_service.clock())
    assert id_token.count(".") == 2

    answer = await tell(embedded_service, id_token)

    assert answer == 400
    assert await is_in(embedded_service, form_browser)


async def test_a_person_who_lost_the_password_is_out_everywhere(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await log_in(embedded_service, form_browser, username)
    provider = embedded_service.embedded.inside
    person = await embedded_service.embedded.person(username)

    await disable_user(person.id, embedded_service.clock())
    unconfirmed = await provider.end_everywhere(person, embedded_service.clock())

    assert unconfirmed == []
    assert not await is_in(embedded_service, form_browser)
