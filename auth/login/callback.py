"""Checks of the provider's answer that came through the browser, and of the ID token from the token endpoint."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from authlib.oidc.core import CodeIDToken

from auth.login.provider_metadata import ProviderMetadata, ProviderUnavailable
from auth.login.provider_requests import ProviderConnection
from auth.tokens.claims import UNREADABLE, is_identifier, is_instant
from auth.tokens.encrypted_tokens import decrypted_token
from auth.tokens.jwks import KeysUnavailable
from auth.tokens.jwt import LEEWAY, TokenRefused, verified_jwt

ID_TOKEN_TYPES = frozenset({"jwt", ""})


class RefusalCause(StrEnum):
    """Why a log-in was refused, as far as the person can do something about it."""

    INTERRUPTED = "INTERRUPTED"  # it did not begin here, is too old, or was answered twice
    CANCELLED = "CANCELLED"  # the person turned back at the provider
    NOT_VERIFIED = "NOT_VERIFIED"  # the provider's answer is not valid
    TOO_WEAK = "TOO_WEAK"  # the person is identified less surely than is required


class LogInRefused(Exception):
    """The provider's answer is not valid, or belongs to no log-in that began here. `reason` is for the log."""

    code = "LOG_IN_REFUSED"

    def __init__(self, reason: str, cause: RefusalCause = RefusalCause.NOT_VERIFIED) -> None:
        super().__init__("The log-in was refused")
        self.reason = reason
        self.cause = cause


@dataclass(frozen=True)
class IdentifiedPerson:
    """The claims of a verified ID token, and the token as the provider takes it back; empty when it was encrypted."""

    claims: dict[str, Any]
    id_token: str


_CAUSES = {
    "access_denied": RefusalCause.CANCELLED,
    "login_required": RefusalCause.INTERRUPTED,
    "unmet_authentication_requirements": RefusalCause.TOO_WEAK,
}


def check_callback(query: Mapping[str, str], metadata: ProviderMetadata, issuer: str) -> None:
    """
    Check the query of the callback before anything is sent to the provider.

    :raises LogInRefused: for an error of the provider, or for an answer of another issuer (mix-up attack, RFC 9207).
    """
    if query.get("iss", None if metadata.names_issuer_in_callback else issuer) != issuer:
        raise LogInRefused("issuer")
    if "error" in query:
        raise LogInRefused(f"provider: {query['error'][:40]}", _CAUSES.get(query["error"], RefusalCause.NOT_VERIFIED))
    if not query.get("code"):
        raise LogInRefused("no code")


async def identified_person(
    tokens: Mapping[str, Any], nonce: str, connection: ProviderConnection, now: datetime
) -> IdentifiedPerson:
    """
    Return the claims of the ID token, all checked. Authlib checks `aud` only when the rules name it.

    :raises LogInRefused: when the token is missing, is not encrypted although it must be, or is not meant for us, for
        this log-in or from this provider.
    :raises ProviderUnavailable: when the keys for verifying it cannot be fetched.
    """
    id_token, client = tokens.get("id_token"), connection.party.client_id
    if not isinstance(id_token, str):
        raise LogInRefused("no ID token")
    rules = {
        "iss": {"essential": True, "value": connection.provider.issuer},
        "aud": {"essential": True, "value": client},
    }
    expected = {"nonce": nonce, "client_id": client, "access_token": tokens.get("access_token")}
    is_encrypted = connection.terms.is_encrypted
    try:
        inside = decrypted_token(id_token, connection.party.keys) if is_encrypted else id_token
        signed = await verified_jwt(inside, connection.provider.keys, ID_TOKEN_TYPES, now)
        CodeIDToken(signed.claims, signed.header, rules, expected).validate(int(now.timestamp()), LEEWAY)
    except TokenRefused as error:
        raise LogInRefused(f"ID token: {error.reason}") from None
    except UNREADABLE as error:
        raise LogInRefused(f"ID token: {type(error).__name__} {getattr(error, 'claim', '')}") from None
    except KeysUnavailable as error:
        raise ProviderUnavailable("The identity provider does not answer") from error
    subject, sid = signed.claims.get("sub"), signed.claims.get("sid")
    if not is_identifier(subject):
        raise LogInRefused("ID token: sub")
    if not all(is_instant(signed.claims.get(name)) for name in ("exp", "iat")):
        raise LogInRefused("ID token: exp, iat")
    if sid is not None and not is_identifier(sid):
        raise LogInRefused("ID token: sid")
    return IdentifiedPerson(signed.claims, "" if is_encrypted else id_token)
