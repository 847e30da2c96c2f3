"""What comes back from the provider through the browser, and the ID token that the code bought: all is checked."""

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
    """The provider's answer does not belong to a log-in that began here, or is not good. `reason` is for the log."""

    code = "LOG_IN_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__("The log-in was refused")
        self.reason = reason


def check_callback(query: Mapping[str, str], metadata: ProviderMetadata, issuer: str) -> None:
    """
    Look at what came back before anything is sent to anybody.

    :raises LogInRefused: for an error of the provider, or an answer of another issuer (mix-up, RFC 9207).
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
    Return the claims of the ID token, all checked. Authlib checks `aud` only when told to.

    :raises LogInRefused: when the token is missing, not meant for us, not of this log-in, or not of this provider.
    :raises ProviderUnavailable: when the keys to verify it with cannot be fetched.
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
