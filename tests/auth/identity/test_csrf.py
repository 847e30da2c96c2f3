"""What a request must bring so that somebody is believed to have sent it."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from auth.sessions.csrf import CsrfGuard
from auth.tokens.random_tokens import token_digest
from models.session import Session
from service.settings import Settings
from tests.support.login.form_browser import FormBrowser
from tests.support.login.login_service import LoginService
from tests.support.login.providers import PASSWORD, system_token


@pytest.fixture
async def inside(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> tuple[LoginService, FormBrowser, str]:
    """A service, the browser of a person who is logged in there, and the session's CSRF token."""
    await embedded_service.account(username)
    page = await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    return embedded_service, form_browser, page.json()["csrfToken"]


def good(login_service: LoginService, token: str) -> dict[str, str]:
    return {"content-type": "application/json", "origin": login_service.url, "x-csrf-token": token}


async def ask(
    form_browser: FormBrowser, login_service: LoginService, headers: dict[str, str]
) -> tuple[int, str | None]:
    answer = await form_browser.http.post(f"{login_service.url}/who", content="{}", headers=headers)
    return answer.status_code, answer.json().get("code")


async def test_a_page_of_ours_is_served(inside: tuple[LoginService, FormBrowser, str]) -> None:
    login_service, form_browser, token = inside

    assert (await ask(form_browser, login_service, good(login_service, token)))[0] == 200
    without_origin = {**good(login_service, token), "sec-fetch-site": "same-origin"}
    del without_origin["origin"]
    assert (await ask(form_browser, login_service, without_origin))[0] == 200


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"content-type": "text/plain"}, "CONTENT_TYPE_REFUSED"),
        ({"content-type": "application/x-www-form-urlencoded"}, "CONTENT_TYPE_REFUSED"),
        ({"content-type": None}, "CONTENT_TYPE_REFUSED"),
        ({"origin": "https://mallory.example"}, "ORIGIN_REFUSED"),
        ({"origin": "null"}, "ORIGIN_REFUSED"),
        ({"origin": None}, "ORIGIN_REFUSED"),
        ({"sec-fetch-site": "same-site"}, "ORIGIN_REFUSED"),
        ({"sec-fetch-site": "cross-site"}, "ORIGIN_REFUSED"),
        ({"x-csrf-token": None}, "CSRF_REFUSED"),
        ({"x-csrf-token": "guessed"}, "CSRF_REFUSED"),
        ({"x-csrf-token": "ä".encode("latin-1")}, "CSRF_REFUSED"),
        ({"cookie": "session=guessed"}, "CSRF_REFUSED"),
    ],
)
async def test_any_other_page_is_not(
    inside: tuple[LoginService, FormBrowser, str], changed: dict[str, Any], code: str
) -> None:
    login_service, form_browser, token = inside
    headers = {name: value for name, value in {**good(login_service, token), **changed}.items() if value is not None}
    if "cookie" in changed:
        form_browser.http.cookies.clear()

    assert (await ask(form_browser, login_service, headers))[1] == code


async def test_the_token_of_one_session_is_worth_nothing_in_another(
    inside: tuple[LoginService, FormBrowser, str], username: str
) -> None:
    login_service, _browser, token = inside
    await login_service.account(f"{username}-friend")
    async with FormBrowser() as other:
        await other.log_in(f"{login_service.url}/auth/login?next=/auth/session", f"{username}-friend", PASSWORD)

        assert await ask(other, login_service, good(login_service, token)) == (403, "CSRF_REFUSED")


async def test_a_bearer_request_ignores_cookies(inside: tuple[LoginService, FormBrowser, str]) -> None:
    login_service, form_browser, token = inside
    bearer = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]

    both = await form_browser.http.post(
        f"{login_service.url}/who", json={}, headers={**good(login_service, token), "authorization": f"Bearer {bearer}"}
    )
    bad_bearer = await ask(form_browser, login_service, {**good(login_service, token), "authorization": "Bearer bad"})
    basic = await ask(form_browser, login_service, {**good(login_service, token), "authorization": "Basic YTpi"})

    assert both.json()["kind"] == "AGENCY"
    assert bad_bearer == (401, "TOKEN_REFUSED")
    assert basic == (400, "TOKEN_MALFORMED")


async def test_two_authorization_headers_are_refused(embedded_service: LoginService) -> None:
    bearer = (await system_token(embedded_service.provider, embedded_service.clock())).json()["access_token"]
    headers = [("authorization", f"Bearer {bearer}"), ("authorization", f"Bearer {bearer}")]
    async with httpx2.AsyncClient() as http:
        answer = await http.post(f"{embedded_service.url}/who", json={}, headers=headers)

    assert answer.json() == {"code": "TOKEN_MALFORMED"}


async def test_somebody_without_either_is_nobody(embedded_service: LoginService, form_browser: FormBrowser) -> None:
    assert await ask(form_browser, embedded_service, good(embedded_service, "x")) == (401, "NOT_AUTHENTICATED")


async def test_an_ended_session_is_nobody_even_with_a_good_token(inside: tuple[LoginService, FormBrowser, str]) -> None:
    login_service, form_browser, token = inside

    login_service.clock.ahead = timedelta(minutes=61)

    assert await ask(form_browser, login_service, good(login_service, token)) == (401, "NOT_AUTHENTICATED")


async def test_an_open_page_survives_a_new_key(inside: tuple[LoginService, FormBrowser, str]) -> None:
    login_service, _browser, _token = inside
    session = (await Session.get()).id_hash
    old, new = b"o" * 32, b"n" * 32

    token = CsrfGuard((old,), login_service.url).token(session)

    assert CsrfGuard((new, old), login_service.url).is_token(token, session)
    assert not CsrfGuard((new,), login_service.url).is_token(token, session)
    assert not CsrfGuard((new, old), login_service.url).is_token(token, token_digest("another"))


def test_over_https_the_cookie_is_bound_to_the_host(settings: Settings) -> None:
    from starlette.responses import Response

    from auth.sessions.cookies import Cookies

    headers = {}
    for address in ("https://polku.example", "http://127.0.0.1:8000", "http://localhost:8000", "http://10.0.0.7"):
        response = Response()
        Cookies(address).put(response, "session", "value")
        headers[address] = response.headers["set-cookie"]

    assert headers.pop("https://polku.example") == "__Host-session=value; HttpOnly; Path=/; SameSite=lax; Secure"
    assert headers.pop("http://10.0.0.7").startswith("__Host-session=value")
    assert set(headers.values()) == {"session=value; HttpOnly; Path=/; SameSite=lax"}
