"""
Requests of the service to a provider's own addresses, with the proof of who asks: a secret, or an assertion.

Source: RFC 6749 § 2.3.1 (secret), RFC 7523 § 3 (assertion), OpenID Connect Core 1.0 § 9 (`private_key_jwt`).
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote_plus

import httpx2
from joserfc import jwt
from joserfc.jws import JWSRegistry

from auth.login.provider_metadata import (
    HTTP_TIMEOUT,
    ProviderMetadata,
    ProviderMisconfigured,
    ProviderUnavailable,
    RelyingParty,
    TrustedProvider,
)
from auth.login.provider_terms import AssertionAudience, ProviderTerms
from auth.tokens.client_keys import ClientKey
from auth.tokens.random_tokens import new_token

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ASSERTION_LIFETIME = timedelta(minutes=1)
MAX_ANSWER_BYTES = 131_072  # an answer holds three tokens at most, and a token is far shorter
_SUCCESSFUL = (200, 201)


class ProviderRequestRefused(Exception):
    """The provider refused a request; `reason` is its error code, for the log."""

    code = "PROVIDER_REQUEST_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__("The identity provider refused a request")
        self.reason = reason


@dataclass(frozen=True)
class ProviderConnection:
    """The service `party` towards the `provider` that it trusts, on the `terms` of both."""

    party: RelyingParty
    provider: TrustedProvider
    terms: ProviderTerms

    async def post(
        self, address: str, form: Mapping[str, str], metadata: ProviderMetadata, now: datetime
    ) -> dict[str, Any]:
        """
        Return the provider's answer to a form.

        :raises ProviderRequestRefused: when it answers with an error, or with something that cannot be read.
        :raises ProviderUnavailable: when it does not answer.
        :raises ProviderMisconfigured: when there is no way to prove who asks.
        """
        headers, proof = self._proof(metadata, now)
        try:
            async with httpx2.AsyncClient(transport=self.provider.transport(), timeout=HTTP_TIMEOUT) as client:
                answer = await client.post(address, data={**form, **proof}, headers=headers)
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            raise ProviderUnavailable("The identity provider does not answer") from error
        if answer.status_code >= 500:
            raise ProviderUnavailable("The identity provider does not work")
        return _content(answer)

    def _proof(self, metadata: ProviderMetadata, now: datetime) -> tuple[dict[str, str], dict[str, str]]:
        """Return the headers and the fields that prove who asks."""
        if self.party.client_secret:
            pair = f"{quote_plus(self.party.client_id)}:{quote_plus(self.party.client_secret)}".encode()
            return {"authorization": f"Basic {b64encode(pair).decode()}"}, {}
        return {}, {
            "client_id": self.party.client_id,
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": self._assertion(metadata, now),
        }

    def _assertion(self, metadata: ProviderMetadata, now: datetime) -> str:
        names_issuer = self.terms.assertion_audience is AssertionAudience.ISSUER
        audience = self.provider.issuer if names_issuer else metadata.token_endpoint
        key = self.party.keys.signing_key(metadata.assertion_algorithms)
        if key is None:
            raise ProviderMisconfigured("no key of ours signs with an algorithm that it takes for client assertions")
        client, seconds = self.party.client_id, int(now.timestamp())
        claims = {"iss": client, "sub": client, "aud": audience, "jti": new_token(), "iat": seconds}
        claims["exp"] = seconds + int(ASSERTION_LIFETIME.total_seconds())
        return signed_by(key, "JWT", claims)


def signed_by(key: ClientKey, kind: str, claims: Mapping[str, Any]) -> str:
    """Return a token of ours with the header `typ` of its kind."""
    header = {"alg": key.algorithm, "kid": key.kid, "typ": kind}
    return jwt.encode(header, dict(claims), key.key, registry=JWSRegistry(algorithms=[key.algorithm]))


def _content(answer: httpx2.Response) -> dict[str, Any]:
    """Return the JSON object of an answer that is no error."""
    try:
        content = answer.json() if len(answer.content) <= MAX_ANSWER_BYTES else None
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise ProviderRequestRefused("unreadable")
    if answer.status_code not in _SUCCESSFUL or "error" in content:
        raise ProviderRequestRefused(str(content.get("error", answer.status_code))[:40])
    return content
