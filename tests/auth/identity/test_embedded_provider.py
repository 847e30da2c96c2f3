"""The embedded provider's own rules, beyond what both providers are tested for."""

import secrets
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from auth.accounts.expiry import forget_expired
from auth.provider.backchannel_logout import Callees
from auth.provider.passwords import PasswordTooWeak, check_strength
from auth.provider.users import create_user, disable_user, set_password
from models.account import LoginEvent
from models.front_end_client import FrontEndClient
from models.provider import AuthorizationCode, LogInThrottle, ProviderUser, RefreshToken
from tests.support.login.forged_tokens import token_parts
from tests.support.login.form_browser import FormBrowser
from tests.support.login.front_end import authorize_address, code_of, redeem, refresh, tokens_of
from tests.support.login.login_service import LoginService
from tests.support.login.providers import FRONT_END, PASSWORD


async def asked(login_service: LoginService, form_browser: FormBrowser, **changed: str | None) -> httpx2.Response:
    return await form_browser.step(
        await authorize_address(login_service, secrets.token_urlsafe(48), "openid", **changed)
    )


def error_of(answer: httpx2.Response) -> str:
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    assert query["iss"][0].endswith("/provider")
    assert query["state"] == ["a-state"]
    return query["error"][0]


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge": None},
        {"code_challenge": None, "code_challenge_method": None},
        {"code_challenge_method": "plain"},
        {"code_challenge_method": None},
        {"response_type": "token"},
        {"response_type": "code id_token"},
        {"prompt": "none"},
    ],
)
async def test_a_wrong_request_goes_back_to_the_client(
    embedded_service: LoginService, form_browser: FormBrowser, changed: dict[str, Any]
) -> None:
    answer = await asked(embedded_service, form_browser, **changed)

    assert answer.headers["location"].startswith(FRONT_END)
    assert error_of(answer) in ("invalid_request", "unsupported_response_type", "login_required", "unauthorized_client")


@pytest.mark.parametrize(
    "changed",
    [
        {"client_id": "unknown"},
        {"redirect_uri": "https://mallory.example/"},
        {"redirect_uri": f"{FRONT_END}/further"},
        {"redirect_uri": None},
        {"redirect_uri": "https://mallory.example/ä"},
        {"state": 'a"b'},
    ],
)
async def test_a_request_of_nobody_we_know_goes_nowhere(
    embedded_service: LoginService, form_browser: FormBrowser, changed: dict[str, Any]
) -> None:
    answer = await asked(embedded_service, form_browser, **changed)

    assert answer.status_code == 400
    assert "location" not in answer.headers
    assert "mallory" not in answer.text


async def test_the_log_in_page_escapes_what_it_carries_and_runs_nothing(
    embedded_service: LoginService, form_browser: FormBrowser
) -> None:
    page = await asked(embedded_service, form_browser, state="<script>alert(1)</script>")

    assert page.status_code == 200
    assert "<script" not in page.text
    assert "&lt;script&gt;" in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy


async def test_the_form_is_taken_from_our_own_page_only(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.provider.subject(username)
    address = await authorize_address(embedded_service, secrets.token_urlsafe(48), "openid")
    form = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    sent = {"origin": "https://mallory.example", "sec-fetch-site": "cross-site"}

    async with httpx2.AsyncClient() as http:
        target = f"{embedded_service.provider.issuer}/authorize"
        answer = await http.post(target, data={**form, "username": username, "password": PASSWORD}, headers=sent)

    assert answer.status_code == 403
    assert await AuthorizationCode.all().count() == 0


async def wrong(login_service: LoginService, form_browser: FormBrowser, username: str, times: int) -> list[int]:
    page = await asked(login_service, form_browser)
    return [(await form_browser.send(page, username=username, password="wrong")).status_code for _ in range(times)]


async def test_wrong_passwords_slow_down_a_known_and_an_unknown_name_alike(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.provider.subject(username)

    known = await wrong(embedded_service, form_browser, username, 6)
    unknown = await wrong(embedded_service, form_browser, f"{username}-nobody", 6)

    assert known == unknown == [403] * 5 + [429]
    assert {event.outcome for event in await LoginEvent.all()} == {"PASSWORD_REFUSED", "THROTTLED"}
    assert username not in str([event.__dict__ for event in await LoginEvent.all()])


async def test_whoever_waits_may_try_again_and_success_forgets_the_failures(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await wrong(embedded_service, form_browser, username, 5)
    page = await asked(embedded_service, form_browser)
    early = await form_browser.send(page, username=username, password=PASSWORD)

    embedded_service.clock.ahead = timedelta(seconds=int(early.headers["retry-after"]))
    late = await form_browser.send(page, username=username, password=PASSWORD)

    assert early.status_code == 429
    assert early.headers["retry-after"] in {"1", "2"}  # the clock runs on meanwhile
    assert late.headers["location"].startswith(FRONT_END)
    assert await LogInThrottle.all().count() == 0


async def test_nobody_can_lock_a_person_out_from_elsewhere(embedded_service: LoginService, username: str) -> None:
    from auth.provider.throttle import TooManyAttempts
    from auth.provider.users import log_in

    await embedded_service.provider.subject(username)
    now = embedded_service.clock()
    for _ in range(5):
        await log_in(username, "wrong", "203.0.113.7", now)

    with pytest.raises(TooManyAttempts):
        await log_in(username, PASSWORD, "203.0.113.99", now)
    assert await log_in(username, PASSWORD, "198.51.100.1", now) is not None


async def test_an_unknown_name_costs_the_same_work(
    embedded_service: LoginService, monkeypatch: pytest.MonkeyPatch
) -> None:
    from auth.provider import passwords
    from auth.provider.users import log_in

    await embedded_service.provider.subject("aino")
    done: list[str] = []
    verify = passwords.verify_password

    def noted(password: str, stored: str) -> bool:
        done.append(stored[:30])
        return verify(password, stored)

    monkeypatch.setattr(passwords, "verify_password", noted)

    found = [await log_in(name, "wrong", "198.51.100.1", embedded_service.clock()) for name in ("aino", "nobody")]

    assert found == [None, None]
    assert done[0] == done[1] == "$argon2id$v=19$m=65536,t=3,p=4"


@pytest.mark.parametrize(
    "password",
    ["", "lyhyt", "salasana1234", "Password123!", "aino.virtanen1", "aaaaaaaaaaaaaaaa", "x" * 129, "qwertyuiop12"],
)
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(PasswordTooWeak) as refused:
        check_strength(password, "aino.virtanen")

    assert not password or password not in str(refused.value)


async def test_no_character_of_a_long_password_is_cut_and_keyboards_agree(embedded_service: LoginService) -> None:
    from auth.provider.users import log_in

    long = "hämärä-järvi-ja-yhdeksän-sorsaa-" * 3 + "loppu"
    await create_user("Aino", long, embedded_service.clock())

    async def works(password: str) -> bool:
        return await log_in(" AINO ", password, "198.51.100.1", embedded_service.clock()) is not None

    decomposed = long.replace("ä", "a\N{COMBINING DIAERESIS}")
    assert await works(long)
    assert await works(decomposed)
    assert not await works(long[:-1])


async def test_a_new_password_ends_refresh_tokens_and_the_old_password(
    embedded_service: LoginService, username: str
) -> None:
    await embedded_service.account(username)
    tokens = await tokens_of(embedded_service, username, "openid offline_access register:read")
    user = await ProviderUser.get(username=username)

    await set_password(user.id, "neljä-sanaa-ilman-yhteyttä", embedded_service.clock())

    assert (await refresh(embedded_service, tokens["refresh_token"])).json()["error"] == "invalid_grant"
    async with FormBrowser() as form_browser:
        assert await wrong(embedded_service, form_browser, username, 1) == [403]
        page = await asked(embedded_service, form_browser)
        assert (await form_browser.send(page, username=username, password=PASSWORD)).status_code == 403


async def test_a_disabled_user_refreshes_nothing(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)
    tokens = await tokens_of(embedded_service, username, "openid offline_access register:read")
    user = await ProviderUser.get(username=username)
    code, verifier = await code_of(embedded_service, username, "openid")

    await disable_user(user.id, embedded_service.clock())

    assert (await refresh(embedded_service, tokens["refresh_token"])).status_code == 400
    assert (await redeem(embedded_service, code, verifier)).status_code == 400


async def test_a_family_of_refresh_tokens_ends_after_twelve_hours(
    embedded_service: LoginService, username: str
) -> None:
    await embedded_service.account(username)
    tokens = await tokens_of(embedded_service, username, "openid offline_access register:read")

    embedded_service.clock.ahead = timedelta(hours=11, minutes=59)
    second = await refresh(embedded_service, tokens["refresh_token"])
    embedded_service.clock.ahead = timedelta(hours=12, minutes=1)
    third = await refresh(embedded_service, second.json()["refresh_token"])

    assert (second.status_code, third.status_code) == (200, 400)


@pytest.mark.parametrize(
    "changed",
    [{"code_verifier": "w" * 43}, {"code_verifier": ""}, {"redirect_uri": f"{FRONT_END}/x"}],
)
async def test_a_code_in_wrong_hands_buys_nothing(
    embedded_service: LoginService, username: str, changed: dict[str, Any]
) -> None:
    await embedded_service.account(username)
    code, verifier = await code_of(embedded_service, username, "openid")

    answer = await redeem(embedded_service, code, verifier, **changed)

    assert answer.status_code == 400
    assert "access_token" not in answer.text


async def test_a_code_is_good_for_a_minute(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)
    code, verifier = await code_of(embedded_service, username, "openid")

    embedded_service.clock.ahead = timedelta(seconds=61)

    assert (await redeem(embedded_service, code, verifier)).json()["error"] == "invalid_grant"


async def test_without_offline_access_there_is_no_refresh_token(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)

    tokens = await tokens_of(embedded_service, username, "openid register:read")

    assert "refresh_token" not in tokens
    assert await RefreshToken.all().count() == 0


async def test_a_client_gets_no_scope_it_was_not_given(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)

    tokens = await tokens_of(embedded_service, username, "openid register:read referrals:write admin")

    assert tokens["scope"].split() == ["openid", "register:read"]


async def test_tokens_say_nothing_about_the_person(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username, name="Aino Virtanen")

    tokens = await tokens_of(embedded_service, username, "openid register:read")

    assert set(token_parts(tokens["id_token"])[1]) == {
        "iss",
        "aud",
        "sub",
        "sid",
        "iat",
        "exp",
        "auth_time",
        "nonce",
        "acr",
        "amr",
        "at_hash",
    }
    assert set(token_parts(tokens["access_token"])[1]) == {
        "iss",
        "aud",
        "sub",
        "client_id",
        "scope",
        "jti",
        "iat",
        "exp",
    }


@pytest.mark.parametrize(
    ("address", "is_allowed"),
    [
        ("http://127.0.0.1:9/logout", True),
        ("https://polku.example/auth/backchannel-logout", True),
        ("https://polku.example.mallory.example/", False),
        ("http://169.254.169.254/latest/meta-data", False),
        ("http://10.0.0.1/", False),
        ("file:///etc/passwd", False),
        ("https://app.example/logout", True),
        ("http://app.example/logout", False),
        ("https://other.example/logout", False),
        ("", False),
    ],
)
def test_log_out_is_sent_to_this_machine_this_service_and_destinations_only(address: str, is_allowed: bool) -> None:
    assert Callees("https://polku.example", frozenset({"app.example"})).has(address) == is_allowed


async def test_what_is_over_is_forgotten(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)
    await tokens_of(embedded_service, username, "openid offline_access register:read")
    kept = await forget_expired(embedded_service.clock())

    removed = await forget_expired(embedded_service.clock() + timedelta(days=1))

    assert kept == 0
    assert removed == 2
    assert await AuthorizationCode.all().count() == await RefreshToken.all().count() == 0


async def test_a_public_front_end_needs_no_secret_but_its_verifier(
    embedded_service: LoginService, username: str
) -> None:
    await embedded_service.account(username)
    await FrontEndClient.filter(public_id="front").update(is_confidential=False, secret_hash=None)
    code, verifier = await code_of(embedded_service, username, "openid")
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": FRONT_END, "client_id": "front"}

    async with httpx2.AsyncClient() as http:
        endpoint = f"{embedded_service.provider.issuer}/token"
        bought = await http.post(endpoint, data={**form, "code_verifier": verifier})
        other, _verifier = await code_of(embedded_service, username, "openid")
        refused = await http.post(endpoint, data={**form, "code": other})

    assert (bought.status_code, refused.status_code) == (200, 400)
