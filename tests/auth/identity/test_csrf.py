"""What a request must bring so that somebody is believed to have sent it."""

from datetime import timedelta

import httpx2
import pytest

from auth.sessions.csrf import CsrfGuard
from auth.tokens.random_tokens import token_digest
from models.session import Session
from service.settings import Settings
from tests.support.login.form_browser import Browser
from tests.support.login.login_service import House
from tests.support.login.providers import PASSWORD, system_token


@pytest.fixture
async def inside(own_house: House, browser: Browser, username: str) -> tuple[House, Browser, str]:
    """A house, the browser of a person who is logged in there, and the session's CSRF token."""
    await own_house.account(username)
    page = await browser.log_in(f"{own_house.url}/auth/login?next=/auth/session", username, PASSWORD)
    return own_house, browser, page.json()["csrfToken"]


def good(house: House, token: str) -> dict[str, str]:
    return {"content-type": "application/json", "origin": house.url, "x-csrf-token": token}


async def ask(browser: Browser, house: House, headers: dict[str, str]) -> tuple[int, str | None]:
    answer = await browser.http.post(f"{house.url}/who", content="{}", headers=headers)
    return answer.status_code, answer.json().get("code")


async def test_a_page_of_ours_is_served(inside: tuple[House, Browser, str]) -> None:
    house, browser, token = inside

    assert (await ask(browser, house, good(house, token)))[0] == 200
    without_origin = {**good(house, token), "sec-fetch-site": "same-origin"}
    del without_origin["origin"]
    assert (await ask(browser, house, without_origin))[0] == 200


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
async def test_any_other_page_is_not(inside: tuple[House, Browser, str], changed: dict, code: str) -> None:
    house, browser, token = inside
    headers = {name: value for name, value in {**good(house, token), **changed}.items() if value is not None}
    if "cookie" in changed:
        browser.http.cookies.clear()

    assert (await ask(browser, house, headers))[1] == code


async def test_the_token_of_one_session_is_worth_nothing_in_another(
    inside: tuple[House, Browser, str], username: str
) -> None:
    house, _browser, token = inside
    await house.account(f"{username}-friend")
    async with Browser() as other:
        await other.log_in(f"{house.url}/auth/login?next=/auth/session", f"{username}-friend", PASSWORD)

        assert await ask(other, house, good(house, token)) == (403, "CSRF_REFUSED")


async def test_a_bearer_request_ignores_cookies(inside: tuple[House, Browser, str]) -> None:
    house, browser, token = inside
    bearer = (await system_token(house.party, house.clock())).json()["access_token"]

    both = await browser.http.post(
        f"{house.url}/who", json={}, headers={**good(house, token), "authorization": f"Bearer {bearer}"}
    )
    bad_bearer = await ask(browser, house, {**good(house, token), "authorization": "Bearer bad"})
    basic = await ask(browser, house, {**good(house, token), "authorization": "Basic YTpi"})

    assert both.json()["kind"] == "AGENCY"
    assert bad_bearer == (401, "TOKEN_REFUSED")
    assert basic == (400, "TOKEN_MALFORMED")


async def test_two_authorization_headers_are_refused(own_house: House) -> None:
    bearer = (await system_token(own_house.party, own_house.clock())).json()["access_token"]
    headers = [("authorization", f"Bearer {bearer}"), ("authorization", f"Bearer {bearer}")]
    async with httpx2.AsyncClient() as http:
        answer = await http.post(f"{own_house.url}/who", json={}, headers=headers)

    assert answer.json() == {"code": "TOKEN_MALFORMED"}


async def test_somebody_without_either_is_nobody(own_house: House, browser: Browser) -> None:
    assert await ask(browser, own_house, good(own_house, "x")) == (401, "NOT_AUTHENTICATED")


async def test_an_ended_session_is_nobody_even_with_a_good_token(inside: tuple[House, Browser, str]) -> None:
    house, browser, token = inside

    house.clock.ahead = timedelta(minutes=61)

    assert await ask(browser, house, good(house, token)) == (401, "NOT_AUTHENTICATED")


async def test_an_open_page_survives_a_new_key(inside: tuple[House, Browser, str]) -> None:
    house, _browser, _token = inside
    session = (await Session.get()).id_hash
    old, new = b"o" * 32, b"n" * 32

    token = CsrfGuard((old,), house.url).token(session)

    assert CsrfGuard((new, old), house.url).is_token(token, session)
    assert not CsrfGuard((new,), house.url).is_token(token, session)
    assert not CsrfGuard((new, old), house.url).is_token(token, token_digest("another"))


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
