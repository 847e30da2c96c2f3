"""The pages around log-in: the undertaking, and what one sees while the provider is down."""

import httpx2
import pytest

from auth.tokens.jwt import TokenRefused
from models.account import Account, LoginEvent
from service.http.probes import has_provider, judge_readiness
from tests.support.login.forged_tokens import put_together
from tests.support.login.form_browser import FormBrowser
from tests.support.login.login_service import LoginService
from tests.support.login.providers import PASSWORD


async def test_a_new_person_accepts_the_undertaking_before_anything_else(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    account = await embedded_service.account(username, undertaking_version=None)

    page = await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    before = await form_browser.step(f"{embedded_service.url}/auth/session")
    after = await form_browser.submit(page)

    assert "Salassapitositoumus" in page.text
    assert before.json()["mayEnter"] is False
    assert after.json()["mayEnter"] is True
    stored = await Account.get(id=account.id)
    assert stored.undertaking_version == "2026-1"
    assert stored.undertaking_accepted_at is not None
    assert [event.outcome for event in await LoginEvent.all().order_by("at")] == ["LOGGED_IN", "UNDERTAKING_ACCEPTED"]


async def test_an_accepted_undertaking_is_not_asked_for_again(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await form_browser.log_in(f"{embedded_service.url}/auth/login", username, PASSWORD)

    page = await form_browser.step(f"{embedded_service.url}/auth/undertaking?next=/auth/session")

    assert page.headers["location"] == "/auth/session"


async def test_nobody_else_accepts_it_for_a_person(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username, undertaking_version=None)
    page = await form_browser.log_in(f"{embedded_service.url}/auth/login", username, PASSWORD)

    forged = await form_browser.send(page, csrf_token="guessed")
    async with FormBrowser() as stranger:
        anonymous = await stranger.send(page)

    assert forged.status_code == 403
    assert anonymous.headers["location"].startswith("/auth/login")
    assert (await Account.get()).undertaking_version is None


async def test_a_name_in_a_page_is_only_text(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username, name="<b>Aino</b>", undertaking_version=None)

    page = await form_browser.log_in(f"{embedded_service.url}/auth/login", username, PASSWORD)

    assert "&lt;b&gt;Aino&lt;/b&gt;" in page.text
    assert "<b>Aino" not in page.text


async def test_while_the_provider_is_down_people_read_so_and_readiness_fails(
    login_service: LoginService, form_browser: FormBrowser
) -> None:
    before = await judge_readiness(lambda: has_provider(login_service.settings))
    if login_service.provider.name == "embedded":
        assert before == "ok"
        return  # the embedded provider is this very process
    await login_service.provider.stop()

    page = await form_browser.step(f"{login_service.url}/auth/login")
    header = {"alg": "ES256", "kid": "a", "typ": "at+jwt"}
    who = await login_service.who(put_together(header, {"iss": login_service.provider.issuer}, "e30"))
    of_nobody = await login_service.who(put_together(header, {"iss": "https://mallory.example"}, "e30"))

    assert before == "ok"
    assert page.status_code == 503
    assert "Tunnistuspalvelu ei vastaa" in page.text
    assert who.json() == {"code": "PROVIDER_UNAVAILABLE"}
    assert of_nobody.json() == {"code": "TOKEN_REFUSED"}
    assert await judge_readiness(lambda: has_provider(login_service.settings)) == "failing"


async def test_people_who_are_in_stay_in_while_the_provider_is_down(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    await form_browser.log_in(f"{login_service.url}/auth/login", username, PASSWORD)

    await login_service.provider.stop()

    assert (await form_browser.step(f"{login_service.url}/auth/session")).status_code == 200


async def test_a_person_can_log_out_here_while_the_provider_is_down(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await login_service.account(username)
    page = await form_browser.log_in(f"{login_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    await login_service.provider.stop()

    sent = {"origin": "null", "sec-fetch-site": "same-origin"}
    form = {"csrf_token": page.json()["csrfToken"]}
    left = await form_browser.http.post(f"{login_service.url}/auth/logout", data=form, headers=sent)

    assert left.status_code == 303
    assert (await form_browser.step(f"{login_service.url}/auth/session")).status_code == 401


async def test_a_token_that_was_refused_says_why_to_the_log_only(embedded_service: LoginService) -> None:
    verifier = embedded_service.identity.authenticator.verifier

    with pytest.raises(TokenRefused) as refused:
        await verifier.verify("a.b.c", embedded_service.clock())
    async with httpx2.AsyncClient() as http:
        headers = {"authorization": "Bearer a.b.c"}
        answer = await http.post(f"{embedded_service.url}/who", json={}, headers=headers)

    assert refused.value.reason == "unreadable claims"
    assert "claims" not in answer.text
