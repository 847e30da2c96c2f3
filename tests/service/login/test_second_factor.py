"""The second factor at log-in: enrolment, each later log-in, recovery, and what does not help an attacker."""

import secrets
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pyotp
import pytest

from auth.provider.second_factor.factors import reset_second_factor
from models.account import LoginEvent
from models.provider import AuthorizationCode, ProviderUser
from models.second_factor import LogInChallenge, RecoveryCode, SecondFactor
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.login.forged_tokens import token_parts
from tests.support.login.form_browser import FormBrowser, FormReader
from tests.support.login.front_end import authorize_address, redeem
from tests.support.login.identity_service import MovableClock
from tests.support.login.login_service import LoginService, login_service_with
from tests.support.login.providers import FRONT_END
from tests.support.login.second_factor_browser import enrol, recovery_codes, secret_of, type_password


@pytest.fixture
async def service(database: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[LoginService]:
    """A service whose staff need a second factor."""
    async with login_service_with("embedded", database, tmp_path, clock, second_factor="staff") as found:
        yield found


async def ask(service: LoginService, browser: FormBrowser) -> tuple[httpx2.Response, str]:
    """Return the log-in page and the verifier of the client's request."""
    verifier = secrets.token_urlsafe(48)
    return await browser.step(await authorize_address(service, verifier, "openid register:read")), verifier


async def user_of(username: str) -> ProviderUser:
    return await ProviderUser.get(username=username)


def code_at(service: LoginService, secret: str) -> str:
    return pyotp.TOTP(secret).at(service.clock())


async def outcomes() -> list[str]:
    return [event.outcome for event in await LoginEvent.all().order_by("id")]


async def test_staff_enrol_once_and_get_ten_recovery_codes(
    service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await service.account(username)
    page, verifier = await ask(service, form_browser)
    page = await type_password(form_browser, page, username)
    secret = secret_of(page)
    saved = await form_browser.send(page, code=code_at(service, secret))
    back = await form_browser.send(saved)
    code = parse_qs(urlsplit(back.headers["location"]).query)["code"][0]
    tokens = (await redeem(service, code, verifier)).json()
    factor = await SecondFactor.get()

    assert "img-src 'self' data:" in page.headers["content-security-policy"]
    assert "script-src" not in page.headers["content-security-policy"]
    assert f"otpauth://totp/Polku:{username}" in page.text
    assert len(recovery_codes(saved)) == 10
    assert back.headers["location"].startswith(FRONT_END)
    claims = token_parts(tokens["id_token"])[1]
    assert (claims["amr"], claims["acr"]) == (["pwd", "otp", "mfa"], "urn:polku:acr:second-factor")
    assert secret not in str(factor.__dict__)
    assert not [c for c in recovery_codes(saved) if c in str([row.__dict__ for row in await RecoveryCode.all()])]
    assert await LogInChallenge.all().count() == 0
    assert await outcomes() == ["SECOND_FACTOR_ENROLLED"]


async def test_each_later_log_in_asks_for_a_code_and_each_code_works_once(
    service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await service.account(username)
    secret, _codes = await enrol(service, username)

    page, _ = await ask(service, form_browser)
    page = await type_password(form_browser, page, username)
    replayed = await form_browser.send(page, code=code_at(service, secret))  # that of the enrolment
    service.clock.ahead = timedelta(seconds=60)
    right = await form_browser.send(replayed, code=code_at(service, secret))
    again, _ = await ask(service, form_browser)
    second = await form_browser.send(await type_password(form_browser, again, username), code=code_at(service, secret))

    assert "Avaa tunnistautumissovelluksesi" in page.text
    assert (replayed.status_code, second.status_code) == (403, 403)
    assert right.headers["location"].startswith(FRONT_END)
    assert (await outcomes()).count("SECOND_FACTOR_REFUSED") == 2


async def test_a_recovery_code_works_once_in_place_of_the_device(
    service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await service.account(username)
    _secret, codes = await enrol(service, username)

    async def use(code: str) -> httpx2.Response:
        page, _ = await ask(service, form_browser)
        return await form_browser.send(await type_password(form_browser, page, username), code=code)

    first, again, other = await use(codes[0].upper()), await use(codes[0]), await use(codes[1].replace("-", " "))

    assert first.headers["location"].startswith(FRONT_END)
    assert again.status_code == 403
    assert other.headers["location"].startswith(FRONT_END)
    assert await RecoveryCode.filter(used_at__isnull=False).count() == 2
    assert (await outcomes()).count("RECOVERY_CODE_USED") == 2


async def test_wrong_codes_slow_down_like_wrong_passwords(
    service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await service.account(username)
    secret, _codes = await enrol(service, username)
    service.clock.ahead = timedelta(seconds=60)
    page, _ = await ask(service, form_browser)
    page = await type_password(form_browser, page, username)

    statuses = [(await form_browser.send(page, code="000000")).status_code for _ in range(6)]
    early = await form_browser.send(page, code=code_at(service, secret))

    assert statuses == [403] * 5 + [429]
    assert early.status_code == 429
    assert await AuthorizationCode.all().count() == 1  # that of the enrolment


@pytest.mark.parametrize("way", ["late", "another browser", "another request", "twice", "no password", "disabled"])
async def test_the_state_between_password_and_code_is_worth_nothing_elsewhere(
    service: LoginService, form_browser: FormBrowser, username: str, way: str
) -> None:
    await service.account(username)
    secret, _codes = await enrol(service, username)
    service.clock.ahead = timedelta(seconds=60)
    page, _ = await ask(service, form_browser)
    page = await type_password(form_browser, page, username)
    given: dict[str, str] = {}
    if way == "late":
        service.clock.ahead = timedelta(seconds=60, minutes=5, milliseconds=1)
    if way == "another browser":
        form_browser.http.cookies.clear()
    if way == "another request":
        given = {"scope": "openid register:read register:write"}
    if way == "twice":
        assert (await form_browser.send(page, code=code_at(service, secret))).status_code == 303
        service.clock.ahead = timedelta(seconds=120)
    if way == "no password":
        given = {"challenge": ""}
    if way == "disabled":
        await ProviderUser.filter(username=username).update(disabled_at=service.clock())
    before = await AuthorizationCode.all().count()

    answer = await form_browser.send(page, code=code_at(service, secret), **given)

    assert answer.status_code == 403
    assert 'name="password"' in answer.text
    assert await AuthorizationCode.all().count() == before


async def test_the_state_is_no_session_and_no_token(
    service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await service.account(username)
    page, _ = await ask(service, form_browser)
    page = await type_password(form_browser, page, username)
    reader = FormReader()
    reader.feed(page.text)

    who = await service.who(reader.fields["challenge"])
    session = await form_browser.step(f"{service.url}/auth/session")

    assert (who.status_code, session.status_code) == (401, 401)


async def test_a_form_from_elsewhere_is_refused(
    service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await service.account(username)
    page, _ = await ask(service, form_browser)
    page = await type_password(form_browser, page, username)
    reader = FormReader()
    reader.feed(page.text)
    sent = {"origin": "https://mallory.example", "sec-fetch-site": "cross-site"}

    form = {**reader.fields, "code": code_at(service, secret_of(page))}
    answer = await form_browser.http.post(f"{service.url}/provider/second-factor", data=form, headers=sent)

    assert answer.status_code == 403
    assert await SecondFactor.all().count() == 0


async def test_whoever_lost_everything_enrols_anew_after_the_reset(
    service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await service.account(username)
    old, codes = await enrol(service, username)

    await reset_second_factor((await user_of(username)).id)
    page, _ = await ask(service, form_browser)
    page = await type_password(form_browser, page, username)

    assert secret_of(page) != old
    assert await RecoveryCode.all().count() == 0
    assert codes[0] not in page.text


@pytest.mark.parametrize(
    ("rule", "account", "is_asked"),
    [
        ("staff", {"kind": "STAFF"}, True),
        ("staff", None, False),
        ("everybody", None, True),
        ("off", {"kind": "STAFF"}, False),
    ],
)
async def test_the_setting_says_who_needs_one(
    database: str,
    tmp_path: Path,
    clock: MovableClock,
    form_browser: FormBrowser,
    username: str,
    rule: str,
    account: dict[str, Any] | None,
    is_asked: bool,
) -> None:
    async with login_service_with("embedded", database, tmp_path, clock, second_factor=rule) as service:
        if account is None:
            await service.provider.subject(username)
        else:
            await service.account(username, **account)
        page, _ = await ask(service, form_browser)
        answer = await type_password(form_browser, page, username)

    assert ("otpauth:" in answer.text) == is_asked
    assert answer.headers.get("location", "").startswith(FRONT_END) != is_asked


def test_production_asks_staff_unless_told_and_a_demo_nobody(tmp_path: Path) -> None:
    assert Settings.model_fields["second_factor"].default == "staff"
    assert load_settings(mode="demo", state_dir=tmp_path).second_factor == "off"
    assert load_settings(mode="demo", state_dir=tmp_path, second_factor="everybody").second_factor == "everybody"
