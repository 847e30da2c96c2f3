"""Whatever shape a provider's documents and tokens have: they are refused, and nothing breaks."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import httpx2
import pytest

from auth.login.logout import EVENT
from auth.login.provider_requests import ASSERTION_TYPE
from models.account import Account
from models.session import Session
from tests.support.login.forged_tokens import assertion, put_together, token_parts
from tests.support.login.login_service import LoginService
from tests.support.login.providers import metadata
from tests.support.login.shapeless_provider import BODIES, SHAPES, TrustingService, signed_json, trusting_service
from tests.support.organisation import STAMP

WELL_KNOWN = "/.well-known/openid-configuration"
COOL_DOWN = timedelta(seconds=11)
HOSTILE_ADDRESSES = ["https://[", "https://a:99999/", "https://", "http://example.org/", "https://a b/", "file:///etc"]


@pytest.fixture
async def service(database: str, tmp_path: Path) -> AsyncIterator[TrustingService]:
    """A service that trusts a provider of any shape; one person has an account."""
    async with trusting_service(database, tmp_path) as found:
        version = {"undertaking_version": "2026-1", "undertaking_accepted_at": found.clock(), **STAMP}
        await Account.create(
            issuer=found.provider.issuer, subject="aino", kind="STAFF", name="Aino", state="ACTIVE", **version
        )
        yield found


def logout_claims(service: TrustingService) -> dict[str, Any]:
    return {
        "iss": service.provider.issuer,
        "aud": service.settings.oidc_client_id,
        "iat": service.seconds,
        "exp": service.seconds + 60,
        "jti": uuid4().hex,
        "sub": "aino",
        "sid": "log-in",
        "events": {EVENT: {}},
    }


def access_claims(service: TrustingService) -> dict[str, Any]:
    return {
        "iss": service.provider.issuer,
        "aud": service.settings.audience,
        "iat": service.seconds,
        "exp": service.seconds + 60,
        "jti": uuid4().hex,
        "sub": "aino",
        "client_id": "front",
        "scope": "register:read",
    }


async def test_a_discovery_document_of_any_shape_is_a_provider_that_does_not_answer(service: TrustingService) -> None:
    right = service.provider.discovery()
    changed = [{**right, name: shape} for name in right for shape in [*SHAPES, *HOSTILE_ADDRESSES]]
    documents = [json.dumps(one).encode() for one in changed if one.get("end_session_endpoint")]

    found = set()
    for body in [*BODIES, *documents]:
        service.clock.ahead += COOL_DOWN
        service.provider.bodies[WELL_KNOWN] = body
        found.add((await service.http.get("/auth/login")).status_code)
    service.provider.bodies.clear()
    service.clock.ahead += COOL_DOWN

    assert found == {503}
    assert (await service.http.get("/auth/login")).status_code == 303


async def test_keys_of_any_shape_verify_nothing(service: TrustingService) -> None:
    right = service.provider.jwks()["keys"][0]
    keys = [{**right, name: shape} for name in right if name != "alg" for shape in SHAPES]
    sets = [{"keys": shape} for shape in SHAPES] + [{"keys": [key]} for key in keys]
    sets += [{"keys": [{"kty": kind, "kid": "one", "crv": "X", "n": "AQ", "e": "AQ"}]} for kind in ("RSA", "OKP", "EC")]

    found = set()
    for body in [*BODIES, *(json.dumps(one).encode() for one in sets)]:
        service.clock.ahead += COOL_DOWN
        service.provider.bodies["/jwks"] = body
        found.add(await service.log_out(service.provider.signed(logout_claims(service), "logout+jwt")))
        found.add(await service.who(service.provider.signed(access_claims(service), "at+jwt")))
    service.provider.bodies.clear()
    service.clock.ahead += COOL_DOWN

    assert found <= {400, 401, 503}
    assert await service.log_out(service.provider.signed(logout_claims(service), "logout+jwt")) == 200


async def test_a_log_out_token_of_any_shape_ends_nothing(service: TrustingService) -> None:
    right = logout_claims(service)
    tokens = [
        service.provider.signed({**logout_claims(service), name: shape}, "logout+jwt")
        for name in right
        for shape in SHAPES
        if not is_right(name, shape)
    ]
    tokens += [service.provider.signed({**right, "events": {EVENT: shape}}, "x") for shape in SHAPES]

    found = {await service.log_out(token) for token in [*tokens, *headers_of_any_shape(right)]}

    assert found == {400}
    assert await service.log_out(service.provider.signed(right, "logout+jwt")) == 200


async def test_an_access_token_of_any_shape_lets_nobody_in(service: TrustingService) -> None:
    right = access_claims(service)
    tokens = [
        service.provider.signed({**right, name: shape}, "at+jwt")
        for name in right
        for shape in SHAPES
        if not is_right(name, shape) and name != "scope"
    ]
    good = service.provider.signed(right, "at+jwt")

    found = {await service.who(token) for token in [*tokens, *headers_of_any_shape(right)]}

    assert found == {401}
    assert await service.who(good) == 200


async def test_an_id_token_of_any_shape_logs_nobody_in(service: TrustingService) -> None:
    names = ["iss", "aud", "exp", "iat", "sub", "nonce", "sid", "acr", "amr", "auth_time", "azp", "at_hash"]
    changes: list[dict[str, Any]] = [{name: shape} for name in names for shape in SHAPES if not is_right(name, shape)]

    answers = {str(changed)[:40]: await log_in(service, changed) for changed in changes}

    assert {name: status for name, status in answers.items() if status not in {400, 403}} == {}
    assert await Session.all().count() == 0
    assert await log_in(service, {}) == 303


@pytest.mark.parametrize("body", BODIES)
async def test_a_token_answer_of_any_shape_logs_nobody_in(service: TrustingService, body: bytes) -> None:
    assert await log_in(service, {}, body) == 400
    assert await Session.all().count() == 0


async def test_a_client_assertion_of_any_shape_gets_no_token(embedded_service: LoginService) -> None:
    provider, now = embedded_service.embedded, embedded_service.clock()
    endpoint = (await metadata(provider))["token_endpoint"]
    changes = [
        {name: shape} for name in ("iss", "sub", "aud", "exp", "jti") for shape in SHAPES if not is_right(name, shape)
    ]
    found = {}

    for changed in changes:
        form = {"grant_type": "client_credentials", "client_assertion_type": ASSERTION_TYPE}
        header, claims, _ = token_parts(assertion(provider, now))
        form["client_assertion"] = signed_json(header, {**claims, **changed}, provider.agency_key)
        async with httpx2.AsyncClient() as http:
            found[str(changed)[:60]] = (await http.post(endpoint, data=form)).status_code

    assert {name: status for name, status in found.items() if status not in {400, 401}} == {}


def headers_of_any_shape(claims: dict[str, Any]) -> list[str]:
    """Return tokens of which one member of the header has any shape, and parts that are no JSON objects."""
    header = {"alg": "ES256", "kid": "one", "typ": "at+jwt"}
    changed = [{**header, name: shape} for name in header for shape in SHAPES if (name, shape) != ("typ", "")]
    whole = [put_together(one, claims, "AAAA") for one in [*changed, *SHAPES]]
    return [*whole, *(put_together(header, part, "AAAA") for part in [*SHAPES, *(b for b in BODIES if len(b) < 6000)])]


def is_right(name: str, shape: Any) -> bool:
    """Return whether a claim may have this shape."""
    is_text = name in {"sub", "sid", "jti", "client_id", "acr"} and shape == "x"
    is_long_text = name == "jti" and shape == "x" * 3000
    is_long_ago = name == "iat" and type(shape) is int and shape in {0, -1}  # what counts is the end
    return (
        is_text
        or is_long_text
        or is_long_ago
        or (not shape and name in {"sid", "acr", "amr", "auth_time", "azp", "at_hash"})
    )


async def log_in(service: TrustingService, changed: dict[str, Any], body: bytes | None = None) -> int:
    """Log in at the provider, whose ID token is changed; return the status of the callback."""
    service.http.cookies.clear()
    begun = await service.http.get("/auth/login")
    asked = {name: one[0] for name, one in parse_qs(urlsplit(begun.headers["location"]).query).items()}
    claims = {
        "iss": service.provider.issuer,
        "aud": service.settings.oidc_client_id,
        "iat": service.seconds,
        "exp": service.seconds + 60,
        "sub": "aino",
        "nonce": asked["nonce"],
        **changed,
    }
    answer = {"access_token": "t", "token_type": "Bearer", "id_token": service.provider.signed(claims, "JWT")}
    service.provider.bodies["/token"] = body if body is not None else json.dumps(answer).encode()
    callback = {"code": "c", "state": asked["state"], "iss": service.provider.issuer}
    return (await service.http.get("/auth/callback", params=callback)).status_code
