"""Encrypted ID tokens: a good one is read, and whatever is inside or around it that is not right opens nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from joserfc import jwe, jwt
from joserfc.jwk import ECKey

from auth.login.assurance import assurance_of
from auth.login.callback import LogInRefused, RefusalCause, check_callback, identified_person
from auth.login.provider_metadata import RelyingParty, TrustedProvider, read_metadata
from auth.login.provider_requests import ProviderConnection
from auth.login.provider_terms import ProviderTerms
from auth.tokens.client_key_renewal import renewed_client_keys
from auth.tokens.client_keys import read_client_keys
from auth.tokens.encrypted_tokens import decrypted_token
from auth.tokens.jwks import JwksCache
from auth.tokens.jwt import TokenRefused
from tests.support.login.forged_tokens import encoded, forgeries

NOW = datetime(2027, 1, 1, tzinfo=UTC)
ISSUER, NONCE = "https://broker.example", "a-nonce"
KEYS = read_client_keys(renewed_client_keys("", NOW)[0])
PROVIDERS_KEY = ECKey.generate_key("P-256", {"kid": "broker-1", "alg": "ES256", "use": "sig"})


def connection(*, is_encrypted: bool = True) -> ProviderConnection:
    """Return the service towards a provider whose keys are known already."""

    async def published() -> dict[str, Any]:
        return {"keys": [PROVIDERS_KEY.as_dict(private=False)]}

    provider = TrustedProvider(ISSUER, lambda: None)
    provider.keys = JwksCache(published)
    party = RelyingParty("https://polku.example", "polku", "", KEYS, "/auth/callback/broker")
    return ProviderConnection(party, provider, ProviderTerms("broker", is_encrypted=is_encrypted))


def id_token(**changed: Any) -> str:
    """Return a signed ID token."""
    seconds = int(NOW.timestamp())
    claims = {"iss": ISSUER, "sub": "aino", "aud": "polku", "nonce": NONCE, "iat": seconds, "exp": seconds + 300}
    claims = {name: value for name, value in {**claims, **changed}.items() if value is not None}
    return jwt.encode({"alg": "ES256", "kid": "broker-1"}, claims, PROVIDERS_KEY)


def encrypted(inside: str, **changed: Any) -> str:
    """Return a token that is encrypted for our key of that algorithm."""
    algorithm = changed.get("alg", "ECDH-ES")
    key = next(key for key in KEYS.keys if key.algorithm == algorithm)
    header = {"alg": algorithm, "enc": "A256GCM", "kid": key.kid, "cty": "JWT", **changed}
    registry = jwe.JWERegistry(algorithms=[header["alg"], header["enc"], "DEF"], strict_check_header=False)
    return jwe.encrypt_compact(header, inside, key.key, registry=registry)


async def refusal_of(token: Any, *, is_encrypted: bool = True) -> str:
    """Return why an answer of the token endpoint is refused."""
    with pytest.raises(LogInRefused) as refused:
        await identified_person({"id_token": token}, NONCE, connection(is_encrypted=is_encrypted), NOW)
    assert refused.value.cause is RefusalCause.NOT_VERIFIED
    return refused.value.reason


@pytest.mark.parametrize("algorithm", ["ECDH-ES", "RSA-OAEP-256"])
async def test_a_good_token_is_read_and_not_kept_for_log_out(algorithm: str) -> None:
    person = await identified_person({"id_token": encrypted(id_token(), alg=algorithm)}, NONCE, connection(), NOW)

    assert person.claims["sub"] == "aino"
    assert person.id_token == ""


async def test_every_forged_token_is_refused_encrypted_as_well() -> None:
    forged = forgeries(id_token(), PROVIDERS_KEY.as_dict(private=False))

    reasons = {name: await refusal_of(encrypted(token)) for name, token in forged.items()}

    assert all(reason.startswith("ID token: ") for reason in reasons.values()), reasons


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://mallory.example"},
        {"aud": "front"},
        {"aud": ["polku", "front"], "azp": "front"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"sub": None},
        {"sub": ""},
        {"sub": "a" * 201},
        {"sub": 5},
        {"sid": 5},
    ],
)
async def test_a_token_with_a_wrong_claim_is_refused(changed: dict[str, Any]) -> None:
    assert (await refusal_of(encrypted(id_token(**changed)))).startswith("ID token: ")


async def test_a_token_in_another_form_than_agreed_is_refused() -> None:
    assert await refusal_of(id_token()) == "ID token: not encrypted"
    assert await refusal_of(encrypted(id_token()), is_encrypted=False) == "ID token: not a signed token"
    assert await refusal_of(None) == "no ID token"
    assert await refusal_of(encrypted(encrypted(id_token()))) == "ID token: not a signed token"


def test_what_is_encrypted_in_another_way_is_not_even_decrypted() -> None:
    good = encrypted("a.b.c")
    header, key, nonce, text, tag = good.split(".")
    changed = {
        "encryption algorithm": {"enc": "A128CBC-HS256", "alg": "ECDH-ES", "kid": "a"},
        "header brings its own rules": {"enc": "A256GCM", "alg": "ECDH-ES", "kid": "a", "zip": "DEF"},
        "a member of the header is no text": {"enc": "A256GCM", "alg": "ECDH-ES", "kid": 5},
        "encrypted for an unknown key": {"enc": "A256GCM", "alg": "ECDH-ES", "kid": "unknown"},
    }
    reasons = []
    for other in changed.values():
        with pytest.raises(TokenRefused) as refused:
            decrypted_token(".".join((encoded(other), key, nonce, text, tag)), KEYS)
        reasons.append(refused.value.reason)

    assert reasons == list(changed)
    assert decrypted_token(good, KEYS) == "a.b.c"
    cut = (f"{header}.{key}.{nonce}.{text}.AAAA", f"{header}.{key}.{nonce}.AAAA.{tag}", f"....{tag}", "a" * 13_000)
    for broken in cut:
        with pytest.raises(TokenRefused):
            decrypted_token(broken, KEYS)


def test_only_a_level_that_the_operator_named_is_strong() -> None:
    terms = ProviderTerms(strong_acr=frozenset({"bank"}))

    strong = assurance_of({"acr": "bank", "amr": ["mfa"], "auth_time": NOW.timestamp()}, terms, NOW)
    others = [assurance_of(claims, terms, NOW) for claims in ({}, {"acr": "Bank"}, {"acr": "bank2"}, {"amr": ["mfa"]})]

    assert (strong.acr, strong.amr, strong.authenticated_at, strong.is_strong) == ("bank", ("mfa",), NOW, True)
    assert not any(found.is_strong for found in others)
    assert not assurance_of({"acr": "bank"}, ProviderTerms(), NOW).is_strong


@pytest.mark.parametrize(
    "claims",
    [
        {"acr": 2},
        {"acr": ""},
        {"acr": "a" * 201},
        {"acr": "a\nb"},
        {"amr": "mfa"},
        {"amr": [1]},
        {"amr": ["a"] * 11},
        {"auth_time": "now"},
        {"auth_time": True},
        {"auth_time": -1},
        {"auth_time": NOW.timestamp() + 60},
        {"auth_time": 1e30},
    ],
)
def test_an_assurance_in_a_wrong_form_is_refused(claims: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(claims))):
        assurance_of(claims, ProviderTerms(), NOW)


def test_an_error_of_the_provider_says_what_the_person_can_do() -> None:
    endpoints = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    metadata = read_metadata(dict.fromkeys(endpoints, f"{ISSUER}/x"))
    causes = {}
    for error in ("access_denied", "unmet_authentication_requirements", "login_required", "server_error"):
        with pytest.raises(LogInRefused) as refused:
            check_callback({"error": error}, metadata, ISSUER)
        causes[error] = refused.value.cause

    assert causes == {
        "access_denied": RefusalCause.CANCELLED,
        "unmet_authentication_requirements": RefusalCause.TOO_WEAK,
        "login_required": RefusalCause.INTERRUPTED,
        "server_error": RefusalCause.NOT_VERIFIED,
    }
