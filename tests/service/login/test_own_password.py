"""The page on which people of the embedded provider change their own password."""

from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from auth.provider.users import log_in
from models.account import Account, LoginEvent
from models.session import Session
from tests.support.login.form_browser import FormBrowser
from tests.support.login.front_end import refresh, tokens_of
from tests.support.login.identity_service import MovableClock
from tests.support.login.login_service import LoginService, login_service_with
from tests.support.login.providers import PASSWORD

NEW = "neljä-sanaa-ilman-yhteyttä"
SCOPE = "openid offline_access register:read"


@dataclass
class PersonAtPage:
    """A logged-in person on the page, with the browser."""

    service: LoginService
    browser: FormBrowser
    username: str
    page: httpx2.Response

    async def change(self, old: str = PASSWORD, new: str = NEW, again: str | None = None) -> httpx2.Response:
        """Send the form."""
        return await self.browser.send(self.page, old=old, new=new, again=new if again is None else again)

    async def works(self, password: str) -> bool:
        """Return whether a password is the person's, asked from a network of its own."""
        return await log_in(self.username, password, "203.0.113.9", self.service.clock()) is not None


@pytest.fixture
async def person(embedded_service: LoginService, form_browser: FormBrowser, username: str) -> PersonAtPage:
    await embedded_service.account(username)
    address = f"{embedded_service.url}/auth/login?next=/auth/password"
    page = await form_browser.log_in(address, username, PASSWORD)
    assert page.status_code == 200
    return PersonAtPage(embedded_service, form_browser, username, page)


async def test_the_new_password_holds_and_every_other_session_and_token_ends(person: PersonAtPage) -> None:
    service, username = person.service, person.username
    tokens = await tokens_of(service, username, SCOPE)
    async with FormBrowser() as elsewhere:
        await elsewhere.log_in(f"{service.url}/auth/login?next=/auth/session", username, PASSWORD)
        changed = await person.change()
        there = await elsewhere.step(f"{service.url}/auth/session")
    here = await person.browser.step(f"{service.url}/auth/session")

    assert changed.status_code == 200
    assert "Salasanasi on vaihdettu" in changed.text
    assert (there.status_code, here.status_code) == (401, 200)
    assert await Session.all().count() == 1
    assert (await refresh(service, tokens["refresh_token"])).json()["error"] == "invalid_grant"
    assert (await person.works(NEW), await person.works(PASSWORD)) == (True, False)
    event = await LoginEvent.get(outcome="PASSWORD_CHANGED")
    assert event.account_id == (await Account.get()).id


async def test_the_session_gets_a_new_id(person: PersonAtPage) -> None:
    before = (await Session.get()).id_hash

    await person.change()

    assert (await Session.get()).id_hash != before


@pytest.mark.parametrize(
    ("old", "new", "again", "status", "advice"),
    [
        ("wrong", NEW, None, 403, "Nykyinen salasana on väärin."),
        (PASSWORD, NEW, NEW + "x", 400, "Kirjoita uusi salasana kahdesti."),
        (PASSWORD, "lyhyt", None, 400, "12–128 merkkiä"),
        (PASSWORD, "x" * 129, None, 400, "12–128 merkkiä"),
        (PASSWORD, "salasana1234", None, 400, "neljää toisiinsa liittymätöntä sanaa"),
        (PASSWORD, PASSWORD, None, 400, "Valitse toinen."),
        (PASSWORD, "", None, 400, "12–128 merkkiä"),
    ],
)
async def test_a_refusal_says_what_to_do_and_changes_nothing(
    person: PersonAtPage, old: str, new: str, again: str | None, status: int, advice: str
) -> None:
    answer = await person.change(old, new, again)

    assert answer.status_code == status
    assert advice in answer.text
    assert not new or f'"{new}"' not in answer.text
    assert await person.works(PASSWORD)
    assert await Session.all().count() == 1
    assert await LoginEvent.filter(outcome="PASSWORD_CHANGED").count() == 0


async def test_wrong_passwords_slow_down_as_at_the_log_in(person: PersonAtPage) -> None:
    statuses = [(await person.change("wrong")).status_code for _ in range(6)]
    right = await person.change()

    assert statuses == [403] * 5 + [429]
    assert right.status_code == 429
    assert int(right.headers["retry-after"]) >= 1
    assert await person.works(PASSWORD)


async def test_only_our_own_form_changes_a_password(person: PersonAtPage) -> None:
    form = {"old": PASSWORD, "new": NEW, "again": NEW, "csrf_token": "forged"}
    answer = await person.browser.send(person.page, **form)

    assert answer.status_code == 403
    assert await person.works(PASSWORD)


async def test_whoever_is_not_logged_in_is_asked_to(embedded_service: LoginService, form_browser: FormBrowser) -> None:
    answer = await form_browser.step(f"{embedded_service.url}/auth/password")

    assert answer.headers["location"] == "/auth/login?next=%2Fauth%2Fpassword"


async def test_a_password_that_is_kept_elsewhere_is_changed_there(person: PersonAtPage) -> None:
    await Account.all().update(issuer="https://login.example")

    shown = await person.browser.step(f"{person.service.url}/auth/password")
    sent = await person.change()

    assert (shown.status_code, sent.status_code) == (404, 404)
    assert "toisen tunnistuspalvelun" in shown.text
    assert await person.works(PASSWORD)


@pytest.mark.npm_provider
async def test_with_another_provider_there_is_no_such_page(
    database: str, tmp_path: Path, clock: MovableClock, form_browser: FormBrowser
) -> None:
    async with login_service_with("certified", database, tmp_path, clock) as service:
        answer = await form_browser.step(f"{service.url}/auth/password")

    assert answer.status_code == 404
