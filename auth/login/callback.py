"""Checks of the provider's answer that came through the browser, and of the ID token from the token endpoint."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc.errors import JoseError

from auth.login.provider_metadata import ProviderMetadata, ProviderUnavailable, RelyingParty, TrustedProvider
from auth.tokens.jwks import KeysUnavailable
from auth.tokens.jwt import LEEWAY, TokenRefused, verified_jwt

ID_TOKEN_TYPES = frozenset({"jwt", ""})


class LogInRefused(Exception):
    """The provider's answer is not valid, or belongs to no log-in that began here. `reason` is for the log."""

    code = "LOG_IN_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__("The log-in was refused")
        self.reason = reason


def check_callback(query: Mapping[str, str], metadata: ProviderMetadata, issuer: str) -> None:
    """
    Check the query of the callback before anything is sent to the provider.

    :raises LogInRefused: for an error of the provider, or for an answer of another issuer (mix-up attack, RFC 9207).
    """
    if query.get("iss", None if metadata.names_issuer_in_callback else issuer) != issuer:
        raise LogInRefused("issuer")
    if "error" in query:
        raise LogInRefused(f"provider: {query['error'][:40]}")
    if not query.get("code"):
        raise LogInRefused("no code")


async def identified_claims(
    tokens: Mapping[str, Any], nonce: str, party: RelyingParty, provider: TrustedProvider, now: datetime
) -> dict[str, Any]:
    """
    Return the claims of the ID token, all checked. Authlib checks `aud` only when the rules name it.

    :raises LogInRefused: when the token is missing, or is not meant for us, for this log-in or from this provider.
    :raises ProviderUnavailable: when the keys for verifying it cannot be fetched.
    """
    id_token = tokens.get("id_token")
    if not isinstance(id_token, str):
        raise LogInRefused("no ID token")
    rules = {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": party.client_id},
    }
    expected = {"nonce": nonce, "client_id": party.client_id, "access_token": tokens.get("access_token")}
    try:
        signed = await verified_jwt(id_token, provider.keys, ID_TOKEN_TYPES, now)
        CodeIDToken(signed.claims, signed.header, rules, expected).validate(int(now.timestamp()), LEEWAY)
    except TokenRefused as error:
        raise LogInRefused(f"ID token: {error.reason}") from None
    except JoseError as error:
        raise LogInRefused(f"ID token: {type(error).__name__} {getattr(error, 'claim', '')}") from None
    except KeysUnavailable as error:
        raise ProviderUnavailable("The identity provider does not answer") from error
    return signed.claims
