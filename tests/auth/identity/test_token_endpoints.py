"""Userinfo, revocation and introspection: who may ask about which token, and what the answer gives away."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from auth.provider.users import disable_user
from models.account import Account
from models.provider import ProviderUser, RefreshToken
from tests.support.login.front_end import refresh, tokens_of
from tests.support.login.login_service import LoginService
from tests.support.login.providers import SECRET, system_token

SCOPE = "openid offline_access register:read"
FRONT = ("front", SECRET)
INACTIVE = {"active": False}


async def ask(service: LoginService, path: str, token: str, auth: Any = FRONT, **more: str) -> httpx2.Response:
    async with httpx2.AsyncClient() as http:
        return await http.post(f"{service.provider.issuer}/{path}", data={"token": token, **more}, auth=auth)


async def userinfo(service: LoginService, authorization: str | None) -> httpx2.Response:
    headers = {} if authorization is None else {"authorization": authorization}
    async with httpx2.AsyncClient() as http:
        return await http.get(f"{service.provider.issuer}/userinfo", headers=headers)


async def test_userinfo_names_the_subject_and_nothing_else(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)
    token = (await tokens_of(embedded_service, username, SCOPE))["access_token"]

    answer = await userinfo(embedded_service, f"Bearer {token}")

    assert answer.json() == {"sub": await embedded_service.provider.subject(username)}
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("kind", ["none", "basic", "nonsense", "refresh", "old", "disabled", "closed", "narrow"])
async def test_userinfo_is_refused_and_says_how(embedded_service: LoginService, username: str, kind: str) -> None:
    await embedded_service.account(username)
    tokens = await tokens_of(embedded_service, username, "register:read" if kind == "narrow" else SCOPE)
    sent = {
        "none": None,
        "basic": "Basic Zm9vOmJhcg==",
        "nonsense": "Bearer eyJhbGciOiJub25lIn0.e30.",
        "refresh": f"Bearer {tokens.get('refresh_token')}",
    }
    if kind == "old":
        embedded_service.clock.ahead = timedelta(minutes=6)
    if kind == "disabled":
        await disable_user((await ProviderUser.get(username=username)).id, embedded_service.clock())
    if kind == "closed":
        await Account.all().update(state="DISABLED", disabled_at=embedded_service.clock())

    answer = await userinfo(embedded_service, sent.get(kind, f"Bearer {tokens['access_token']}"))

    reason = {"none": "Bearer", "basic": "Bearer", "narrow": 'Bearer error="insufficient_scope", scope="openid"'}
    assert answer.status_code == (403 if kind == "narrow" else 401)
    assert answer.headers["www-authenticate"] == reason.get(kind, 'Bearer error="invalid_token"')
    assert "sub" not in answer.text


async def test_a_revoked_refresh_token_ends_the_whole_log_in(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)
    first = await tokens_of(embedded_service, username, SCOPE)
    second = (await refresh(embedded_service, first["refresh_token"])).json()

    answer = await ask(embedded_service, "revoke", first["refresh_token"], token_type_hint="refresh_token")

    assert answer.status_code == 200
    assert await RefreshToken.all().count() == 0
    assert (await refresh(embedded_service, second["refresh_token"])).json()["error"] == "invalid_grant"


async def test_an_unknown_token_is_answered_like_a_revoked_one(embedded_service: LoginService) -> None:
    answer = await ask(embedded_service, "revoke", "unknown")

    assert answer.status_code == 200


@pytest.mark.parametrize("hint", ["access_token", None])
async def test_nobody_is_told_that_an_access_token_was_revoked(
    embedded_service: LoginService, username: str, hint: str | None
) -> None:
    await embedded_service.account(username)
    token = (await tokens_of(embedded_service, username, SCOPE))["access_token"]

    answer = await ask(embedded_service, "revoke", token, **({"token_type_hint": hint} if hint else {}))

    assert (answer.status_code, answer.json()["error"]) == (400, "unsupported_token_type")


async def test_a_client_ends_no_log_in_of_another(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)
    await embedded_service.embedded.register_front_end("other")
    token = (await tokens_of(embedded_service, username, SCOPE))["refresh_token"]

    foreign = await ask(embedded_service, "revoke", token, None, client_id="other")
    unproven = await ask(embedded_service, "revoke", token, None, client_id="front")
    wrong = await ask(embedded_service, "revoke", token, ("front", "wrong"))

    assert [a.json()["error"] for a in (foreign, unproven, wrong)] == [
        "invalid_grant",
        "invalid_client",
        "invalid_client",
    ]
    assert (await refresh(embedded_service, token)).status_code == 200


async def test_introspection_tells_a_client_of_its_own_living_tokens(
    embedded_service: LoginService, username: str
) -> None:
    await embedded_service.account(username)
    tokens = await tokens_of(embedded_service, username, SCOPE)
    subject = await embedded_service.provider.subject(username)

    access = (await ask(embedded_service, "introspect", tokens["access_token"])).json()
    kept = (await ask(embedded_service, "introspect", tokens["refresh_token"])).json()
    await refresh(embedded_service, tokens["refresh_token"])
    used = (await ask(embedded_service, "introspect", tokens["refresh_token"])).json()
    embedded_service.clock.ahead = timedelta(minutes=6)
    old = (await ask(embedded_service, "introspect", tokens["access_token"])).json()

    shared = {"active": True, "iss": embedded_service.provider.issuer, "client_id": "front", "sub": subject}
    assert access.items() >= {**shared, "token_type": "Bearer", "aud": embedded_service.settings.audience}.items()
    assert access["exp"] - access["iat"] == 300
    assert kept.items() >= shared.items()
    assert "token_type" not in kept
    assert used == old == INACTIVE


async def test_introspection_is_for_clients_that_prove_themselves_and_for_their_own_tokens(
    embedded_service: LoginService, username: str
) -> None:
    await embedded_service.account(username)
    await embedded_service.embedded.register_front_end("other")
    token = (await tokens_of(embedded_service, username, SCOPE))["access_token"]
    system = embedded_service.embedded
    own = (await system_token(system, embedded_service.clock())).json()["access_token"]
    proof = (system.secret_client, system.secret)

    public = await ask(embedded_service, "introspect", token, None, client_id="other")
    foreign = await ask(embedded_service, "introspect", token, proof)
    nonsense = await ask(embedded_service, "introspect", "nonsense", proof)
    of_system = await ask(embedded_service, "introspect", own, proof)

    assert (public.status_code, public.json()["error"]) == (401, "invalid_client")
    assert foreign.json() == nonsense.json() == INACTIVE
    assert (of_system.json()["active"], of_system.json()["client_id"]) == (True, system.secret_client)


async def test_a_disabled_person_has_no_living_token(embedded_service: LoginService, username: str) -> None:
    await embedded_service.account(username)
    tokens = await tokens_of(embedded_service, username, SCOPE)

    await disable_user((await ProviderUser.get(username=username)).id, embedded_service.clock())

    assert (await ask(embedded_service, "introspect", tokens["access_token"])).json() == INACTIVE
    assert (await ask(embedded_service, "introspect", tokens["refresh_token"])).json() == INACTIVE
