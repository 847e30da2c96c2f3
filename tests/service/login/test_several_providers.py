"""Two identity providers at once: whom each identifies, and what the answer of one can do at the other."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx2
import pytest

from models.account import Account, LoginEvent
from models.session import Session
from service.http.page_layout import content_policy
from service.http.probes import has_provider, judge_readiness
from tests.support.login.agency_clients import Registration, create_agency_client
from tests.support.login.brokers import Broker, BrokeredService, brokered_service
from tests.support.login.form_browser import FormBrowser
from tests.support.login.providers import ADMINISTRATOR, AGENCY, PASSWORD, SCOPES, SECRET

pytestmark = pytest.mark.npm_provider


def two_brokers() -> tuple[Broker, Broker]:
    """Return one provider for staff, and one for officials and workplaces."""
    return Broker("staff"), Broker("others", {"kinds": ["OFFICIAL", "WORKPLACE"]})


async def nobody_is_in() -> bool:
    return await Session.all().count() == 0


async def answer_of(service: BrokeredService, browser: FormBrowser, username: str, provider: str) -> str:
    """Log a person in at a provider and return the query of its answer, which was not delivered yet."""
    begun = await browser.step(f"{service.url}/auth/login?provider={provider}")
    page = await browser.step(begun.headers["location"])
    for _ in range(8):
        target = page.headers.get("location", "")
        if "/auth/callback/" in target:
            return urlsplit(target).query
        if target:
            page = await browser.step(str(page.url.join(target)))
        else:
            page = await browser.send(page, login=username, password=PASSWORD)
    raise AssertionError("the provider does not answer")


@pytest.mark.parametrize(
    ("language", "title", "heading"),
    [("fi", "Suomeksi", "Kirjaudu"), ("sv", "På svenska", "Logga in"), ("en", "In English", "Log in")],
)
async def test_of_several_providers_a_person_chooses_one_in_three_languages(
    database: str, tmp_path: Path, form_browser: FormBrowser, language: str, title: str, heading: str
) -> None:
    async with brokered_service(database, tmp_path, *two_brokers()) as service:
        page = await form_browser.step(f"{service.url}/auth/login?next=/graphiql&lang={language}")
        unknown = await form_browser.step(f"{service.url}/auth/login?provider=mallory&lang={language}")

    assert [page.status_code, unknown.status_code] == [200, 404]
    for shown in (page, unknown):
        assert f"{title} staff" in shown.text
        assert f"{title} others" in shown.text
        assert f'lang="{language}"' in shown.text
        assert f">{heading}" in shown.text
        assert "<script" not in shown.text
    assert f"/auth/login?provider=staff&amp;lang={language}&amp;next=%2Fgraphiql" in page.text
    assert 'role="alert"' in unknown.text
    assert "mallory" not in unknown.text


async def test_each_person_logs_in_at_the_provider_of_ones_kind(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service, FormBrowser() as second:
        await service.account(staff, username)
        await service.account(others, username, kind="OFFICIAL", agency_id=AGENCY, name="Another Person")

        of_staff = await service.log_in(form_browser, username, provider="staff")
        of_others = await service.log_in(second, username, provider="others")

    assert (of_staff.json()["kind"], of_others.json()["kind"]) == ("STAFF", "OFFICIAL")
    assert of_others.json()["name"] == "Another Person"
    assert {event.issuer for event in await LoginEvent.all()} == {staff.issuer, others.issuer}


async def test_an_account_of_a_kind_that_the_provider_does_not_serve_is_refused(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service:
        account = await service.account(staff, username, kind="OFFICIAL", agency_id=AGENCY)

        page = await service.log_in(form_browser, username, provider="staff", lang="sv")

    assert page.status_code == 403
    assert "välj den inloggning som är avsedd för dig" in page.text
    assert str(account.name) not in page.text
    assert await nobody_is_in()
    [refused] = await LoginEvent.all()
    assert (refused.outcome, refused.account_id) == ("REFUSED", account.id)


async def test_the_answer_of_one_provider_is_worth_nothing_at_the_other(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service:
        await service.account(staff, username)
        await service.account(others, username, kind="OFFICIAL", agency_id=AGENCY)
        answer = dict(parse_qsl(await answer_of(service, form_browser, username, "others")))
        begun = await form_browser.step(f"{service.url}/auth/login?provider=staff")
        state = dict(parse_qsl(urlsplit(begun.headers["location"]).query))["state"]

        crossed = [
            ("staff", answer),
            ("staff", {**answer, "iss": staff.issuer}),
            ("staff", {**answer, "state": state}),
            ("others", {**answer, "state": state}),
            ("others", {**answer, "iss": staff.issuer}),
            ("mallory", answer),
        ]
        callback = f"{service.url}/auth/callback"
        pages = [await form_browser.step(f"{callback}/{name}?{urlencode(one)}") for name, one in crossed]
        plain = await form_browser.step(f"{callback}?{urlencode(answer)}")

    assert [page.status_code for page in pages] == [400, 400, 400, 400, 400, 404]
    assert plain.status_code == 404
    assert all("kirjautumi" in page.text.lower() for page in pages)
    assert await nobody_is_in()


async def test_an_answer_that_comes_too_late_is_refused(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service:
        await service.account(staff, username)
        answer = await answer_of(service, form_browser, username, "staff")

        service.clock.ahead = timedelta(minutes=11)
        page = await form_browser.step(f"{service.url}/auth/callback/staff?{answer}")

    assert page.status_code == 400
    assert "Aloita kirjautuminen alusta" in page.text
    assert await nobody_is_in()


async def test_a_person_who_turns_back_at_the_provider_reads_how_to_go_on(
    database: str, tmp_path: Path, form_browser: FormBrowser
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service:
        begun = await form_browser.step(f"{service.url}/auth/login?provider=staff")
        page = await form_browser.open(begun.headers["location"])

        cancelled = await form_browser.open(f"{page.url}/abort")

    assert cancelled.status_code == 400
    assert "Kirjautuminen peruttiin" in cancelled.text
    assert 'href="/auth/login?lang=fi"' in cancelled.text
    assert await nobody_is_in()


async def test_log_out_leads_to_the_provider_of_the_session(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service:
        await service.account(others, username, kind="OFFICIAL", agency_id=AGENCY)
        page = await service.log_in(form_browser, username, provider="others")

        form = {"csrf_token": page.json()["csrfToken"]}
        sent = {"origin": "null", "sec-fetch-site": "same-origin"}
        left = await form_browser.http.post(f"{service.url}/auth/logout", data=form, headers=sent)
        policy = content_policy(service.settings)

    assert left.headers["location"].startswith(f"{others.issuer}/session/end")
    assert f"form-action 'self' {staff.issuer} {others.issuer}" in policy
    assert await nobody_is_in()


async def test_a_provider_ends_the_sessions_of_its_own_people_only(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service, FormBrowser() as second:
        await service.account(staff, username)
        await service.account(others, username, kind="OFFICIAL", agency_id=AGENCY)
        await service.log_in(form_browser, username, provider="staff")
        await service.log_in(second, username, provider="others")

        page = await form_browser.open(f"{staff.issuer}/session/end")
        await form_browser.submit(page, logout="yes")

        assert (await form_browser.step(f"{service.url}/auth/session")).status_code == 401
        assert (await second.step(f"{service.url}/auth/session")).status_code == 200


async def test_an_access_token_is_verified_with_the_issuer_that_signed_it(database: str, tmp_path: Path) -> None:
    staff, others = two_brokers()
    stranger = Broker("stranger")
    async with brokered_service(database, tmp_path, staff, others) as service, httpx2.AsyncClient() as http:
        await stranger.start(service.settings)
        codes = {}
        for broker in (staff, others, stranger):
            registration = Registration("System", AGENCY, broker.issuer, SCOPES, external_id="agency-secret")
            await create_agency_client(registration, ADMINISTRATOR, service.clock())
            bought = await http.post(
                f"{broker.issuer}/token", data={"grant_type": "client_credentials"}, auth=("agency-secret", SECRET)
            )
            headers = {"authorization": f"Bearer {bought.json()['access_token']}"}
            answer = await http.post(f"{service.url}/who", json={}, headers=headers)
            codes[broker.name] = (answer.status_code, answer.json().get("code"))
        await stranger.stop()

    assert codes == {"staff": (200, None), "others": (200, None), "stranger": (401, "TOKEN_REFUSED")}


async def test_one_provider_that_is_gone_keeps_only_its_own_people_out(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service:
        await service.account(staff, username)
        await others.stop()

        gone = await form_browser.step(f"{service.url}/auth/login?provider=others&lang=en")
        page = await service.log_in(form_browser, username, provider="staff")
        with_one = await judge_readiness(lambda: has_provider(service.settings))
        await staff.stop()
        with_none = await judge_readiness(lambda: has_provider(service.settings))

    assert gone.status_code == 503
    assert "The identity provider does not answer. Try again in a while." in gone.text
    assert page.status_code == 200
    assert (with_one, with_none) == ("ok", "failing")


async def test_a_provider_that_is_gone_before_the_log_in_is_over_is_said_so(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service:
        await service.account(staff, username)
        answer = await answer_of(service, form_browser, username, "staff")
        await staff.stop()

        page = await form_browser.step(f"{service.url}/auth/callback/staff?{answer}")

    assert page.status_code == 503
    assert "Tunnistuspalvelu ei vastaa" in page.text
    assert await nobody_is_in()


async def test_an_access_token_for_a_kind_that_its_issuer_does_not_serve_is_refused(
    database: str, tmp_path: Path, username: str
) -> None:
    staff, others = two_brokers()
    async with brokered_service(database, tmp_path, staff, others) as service, httpx2.AsyncClient() as http:
        staff_member = await service.account(staff, "agency-secret")
        bought = await http.post(
            f"{staff.issuer}/token", data={"grant_type": "client_credentials"}, auth=("agency-secret", SECRET)
        )
        headers = {"authorization": f"Bearer {bought.json()['access_token']}"}

        as_staff = await http.post(f"{service.url}/who", json={}, headers=headers)
        await Account.filter(id=staff_member.id).update(kind="OFFICIAL", agency_id=AGENCY)
        as_official = await http.post(f"{service.url}/who", json={}, headers=headers)

    assert (as_staff.status_code, as_staff.json()["kind"]) == (200, "STAFF")
    assert (as_official.status_code, as_official.json()) == (401, {"code": "TOKEN_REFUSED"})


async def test_an_embedded_provider_and_one_of_the_file_serve_side_by_side(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    staff = Broker("staff")
    async with brokered_service(database, tmp_path, staff, embedded_provider=True, oidc_kinds="TRAINEE") as service:
        await service.account(staff, username)

        choice = await form_browser.step(f"{service.url}/auth/login")
        own = await form_browser.open(f"{service.url}/auth/login?provider=main")
        page = await service.log_in(form_browser, username, provider="staff")

    assert "Polun käyttäjätunnus ja salasana" in choice.text
    assert 'action="/provider/authorize"' in own.text
    assert page.json()["kind"] == "STAFF"
