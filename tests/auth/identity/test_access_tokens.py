"""Access tokens of both providers, and everything that is none."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from auth.accounts.viewer_loading import ByToken, load_viewer
from auth.tokens.access_tokens import TokenVerifier
from auth.tokens.jwks import JwksCache, KeysUnavailable
from auth.tokens.jwt import TokenRefused
from models.agency_client import AgencyClient
from tests.support.login.agency_clients import revoke_agency_client
from tests.support.login.forged_tokens import FORGERS_KEY, assertion, forgeries, token_parts
from tests.support.login.front_end import code_of, redeem, refresh, tokens_of
from tests.support.login.login_service import LoginService
from tests.support.login.providers import ADMINISTRATOR, AGENCY, metadata, system_token
from tests.support.login.role_grants import RoleToGrant, disable_account, grant_role


async def public_keys(login_service: LoginService) -> list[dict[str, Any]]:
    async with httpx2.AsyncClient() as http:
        found: list[dict[str, Any]] = (await http.get((await metadata(login_service.provider))["jwks_uri"])).json()[
            "keys"
        ]
        return found


async def test_the_system_of_an_agency_asks_with_a_secret(login_service: LoginService) -> None:
    bought = await system_token(login_service.provider, login_service.clock(), scope="referrals:read")
    answer = await login_service.who(bought.json()["access_token"])

    client = await AgencyClient.get(public_id=login_service.provider.secret_client)
    assert answer.json() == {
        "account": str(client.id),
        "kind": "AGENCY",
        "roles": ["agency"],
        "scopes": ["referrals:read"],
    }
    assert client.agency_id == AGENCY
    assert bought.json()["expires_in"] == 300


async def test_the_system_of_an_agency_asks_with_a_key(login_service: LoginService) -> None:
    bought = await system_token(
        login_service.provider, login_service.clock(), by_key=True, scope="referrals:read referrals:write"
    )
    answer = await login_service.who(bought.json()["access_token"])

    assert answer.json()["scopes"] == ["referrals:read", "referrals:write"]


async def test_a_proof_is_good_once(login_service: LoginService) -> None:
    proof = assertion(login_service.provider, login_service.clock())

    first = await system_token(login_service.provider, login_service.clock(), by_key=True, client_assertion=proof)
    second = await system_token(login_service.provider, login_service.clock(), by_key=True, client_assertion=proof)

    assert first.status_code == 200
    assert second.status_code in (400, 401)
    assert "access_token" not in second.text


@pytest.mark.parametrize(
    "changed",
    [{"aud": "https://elsewhere.example"}, {"exp": 1}, {"sub": "somebody"}, {"iss": "somebody"}, {"jti": None}],
)
async def test_a_changed_proof_proves_nothing(login_service: LoginService, changed: dict[str, Any]) -> None:
    proof = assertion(login_service.provider, login_service.clock(), **changed)

    answer = await system_token(login_service.provider, login_service.clock(), by_key=True, client_assertion=proof)

    assert answer.status_code in (400, 401)
    assert "access_token" not in answer.text


async def test_a_wrong_secret_buys_nothing(login_service: LoginService) -> None:
    login_service.provider.secret = "wrong" * 9

    answer = await system_token(login_service.provider, login_service.clock())

    assert answer.status_code == 401
    assert "access_token" not in answer.text


async def test_a_revoked_client_is_out_with_the_next_request(login_service: LoginService) -> None:
    token = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]
    before = await login_service.who(token)
    client = await AgencyClient.get(public_id=login_service.provider.secret_client)

    await revoke_agency_client(client.id, ADMINISTRATOR, login_service.clock())

    assert before.status_code == 200
    assert (await login_service.who(token)).json() == {"code": "TOKEN_REFUSED"}


async def test_a_front_end_asks_for_a_person_within_scopes(login_service: LoginService, username: str) -> None:
    account = await login_service.account(username)
    await grant_role(
        account.id, RoleToGrant("supervisor", None, login_service.clock().date()), ADMINISTRATOR, login_service.clock()
    )
    tokens = await tokens_of(login_service, username, "openid register:read")

    answer = await login_service.who(tokens["access_token"])

    shown = answer.json()
    assert (shown["account"], shown["kind"], shown["roles"]) == (str(account.id), "STAFF", ["supervisor"])
    assert "register:read" in shown["scopes"]
    assert "register:write" not in shown["scopes"]


async def test_the_token_of_a_disabled_person_opens_nothing(login_service: LoginService, username: str) -> None:
    account = await login_service.account(username)
    tokens = await tokens_of(login_service, username, "openid register:read")

    await disable_account(account.id, login_service.clock())

    assert (await login_service.who(tokens["access_token"])).status_code == 401


async def test_a_person_without_an_account_gets_nothing_with_a_good_token(
    login_service: LoginService, username: str
) -> None:
    await login_service.provider.subject(username)
    tokens = await tokens_of(login_service, username, "openid register:read")

    answer = await login_service.who(tokens["access_token"])

    assert answer.json() == {"code": "TOKEN_REFUSED"}


async def test_refresh_tokens_rotate_and_a_second_use_ends_the_family(
    login_service: LoginService, username: str
) -> None:
    await login_service.account(username)
    first = await tokens_of(login_service, username, "openid offline_access register:read")

    second = await refresh(login_service, first["refresh_token"])
    stolen = await refresh(login_service, first["refresh_token"])
    after = await refresh(login_service, second.json()["refresh_token"])

    assert second.status_code == 200
    assert (await login_service.who(second.json()["access_token"])).status_code == 200
    assert second.json()["refresh_token"] != first["refresh_token"]
    assert [stolen.json()["error"], after.json()["error"]] == ["invalid_grant", "invalid_grant"]


async def test_a_code_is_good_once_and_a_second_use_takes_back_the_first(
    login_service: LoginService, username: str
) -> None:
    await login_service.account(username)
    code, verifier = await code_of(login_service, username, "openid offline_access register:read")

    first = await redeem(login_service, code, verifier)
    second = await redeem(login_service, code, verifier)
    after = await refresh(login_service, first.json()["refresh_token"])

    assert first.status_code == 200
    assert [second.json()["error"], after.json()["error"]] == ["invalid_grant", "invalid_grant"]


async def test_forged_tokens_are_refused(login_service: LoginService) -> None:
    good = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]
    kid = token_parts(good)[0]["kid"]
    public = next(key for key in await public_keys(login_service) if key["kid"] == kid)

    forged = forgeries(good, public)
    answers = {name: (await login_service.who(token)).json()["code"] for name, token in forged.items() if token}

    assert set(answers.values()) <= {"TOKEN_REFUSED", "TOKEN_MALFORMED"}, answers
    assert (await login_service.who(good)).status_code == 200


async def test_an_id_token_is_no_access_token(login_service: LoginService, username: str) -> None:
    await login_service.account(username)
    tokens = await tokens_of(login_service, username, "openid register:read")

    answer = await login_service.who(tokens["id_token"])

    assert answer.json() == {"code": "TOKEN_REFUSED"}


async def test_a_token_for_another_audience_is_refused(login_service: LoginService) -> None:
    token = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]
    elsewhere = TokenVerifier(login_service.provider.issuer, "urn:other", login_service.verifier.keys)
    verifier = login_service.verifier

    with pytest.raises(TokenRefused):
        await elsewhere.verify(token, login_service.clock())
    if login_service.provider.audience_parameter:
        asked: dict[str, Any] = {login_service.provider.audience_parameter: "urn:other:api"}
        other = await system_token(login_service.provider, login_service.clock(), **asked)
        with pytest.raises(TokenRefused):
            await verifier.verify(other.json()["access_token"], login_service.clock())

    assert (await verifier.verify(token, login_service.clock())).issuer == login_service.provider.issuer


async def test_a_token_expires_after_five_minutes_also_when_it_is_remembered(login_service: LoginService) -> None:
    token = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]
    before = await login_service.who(token)

    login_service.clock.ahead = timedelta(seconds=331)

    assert before.status_code == 200
    assert (await login_service.who(token)).status_code == 401


async def test_new_keys_of_the_provider_are_found_and_withdrawn_ones_forgotten(login_service: LoginService) -> None:
    old = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]
    await login_service.who(old)

    await login_service.provider.rotate_keys()
    login_service.clock.ahead = timedelta(seconds=11)
    new = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]
    found = await login_service.who(new)
    login_service.verifier.known.clear()

    assert token_parts(old)[0]["kid"] != token_parts(new)[0]["kid"]
    assert found.status_code == 200
    assert (await login_service.who(old)).status_code == 401


async def test_tokens_are_verified_while_the_provider_is_down(login_service: LoginService) -> None:
    """A verifier that reaches the provider over the network, as another instance of the service does."""
    keys_at = (await metadata(login_service.provider))["jwks_uri"]
    is_up = True

    async def fetch() -> dict[str, Any]:
        async with httpx2.AsyncClient() as http:
            found: dict[str, Any] = (await http.get(keys_at if is_up else "http://127.0.0.1:1/jwks")).json()
            return found

    verifier = TokenVerifier(login_service.provider.issuer, login_service.settings.audience, JwksCache(fetch))
    token = (await system_token(login_service.provider, login_service.clock())).json()["access_token"]
    await verifier.verify(token, login_service.clock())
    await login_service.provider.stop()
    is_up = False
    verifier.known.clear()
    login_service.clock.ahead = timedelta(seconds=20)

    access = await verifier.verify(token, login_service.clock())

    assert await load_viewer(ByToken(access), login_service.clock()) is not None
    with pytest.raises(TokenRefused):
        await verifier.verify(
            forgeries(token, FORGERS_KEY.as_dict(private=False))["another key under the same id"], login_service.clock()
        )


async def test_a_token_that_was_verified_is_refused_when_trust_in_its_key_has_ended(
    embedded_service: LoginService,
) -> None:
    now = embedded_service.clock()
    token = (await system_token(embedded_service.provider, now)).json()["access_token"]
    await embedded_service.verifier.verify(token, now)
    keys = JwksCache(_down, timedelta(seconds=30), dict(embedded_service.verifier.keys.keys), now)
    verifier = TokenVerifier(embedded_service.provider.issuer, embedded_service.settings.audience, keys)

    access = await verifier.verify(token, now + timedelta(seconds=29))
    with pytest.raises(KeysUnavailable):
        await verifier.verify(token, now + timedelta(seconds=30))

    assert access.client == embedded_service.embedded.secret_client


async def _down() -> dict[str, Any]:
    raise httpx2.ConnectError("down")
