"""The two parties of a log-in: this service as relying party, and the provider that it trusts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx2
import structlog

from auth.tokens.addresses import safe_address
from auth.tokens.jwks import COOL_DOWN, JwksCache

_MAX_AGE = timedelta(hours=1)


DISCOVERY = "/.well-known/openid-configuration"


HTTP_TIMEOUT = 5.0  # seconds for one answer of the provider


_log = structlog.get_logger("polku")


Transport = Callable[[], httpx2.AsyncBaseTransport | None]


class ProviderUnavailable(Exception):
    """The identity provider does not answer, or names another issuer; nobody can log in."""

    code = "PROVIDER_UNAVAILABLE"


@dataclass(frozen=True)
class RelyingParty:
    """The service as it is registered at the provider. `public_url` has no slash at its end."""

    public_url: str
    client_id: str
    client_secret: str = field(repr=False)

    @property
    def redirect_uri(self) -> str:
        """The address to which the provider sends a person after log-in."""
        return f"{self.public_url}/auth/callback"

    @property
    def logged_out_uri(self) -> str:
        """The address to which the provider sends a person after log-out."""
        return f"{self.public_url}/auth/logged-out"


@dataclass(frozen=True)
class ProviderMetadata:
    """The part of a provider's discovery document that is used here."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str | None
    names_issuer_in_callback: bool


@dataclass
class TrustedProvider:
    """
    The OpenID provider with this issuer.

    `transport` returns the HTTP transport: None for the network, or the embedded provider inside this process, which
    may be unable to reach its own public address.
    """

    issuer: str
    transport: Transport
    cached: ProviderMetadata | None = None
    cached_at: datetime | None = None
    tried_at: datetime | None = None
    keys: JwksCache = field(init=False)

    def __post_init__(self) -> None:
        """Give the provider its cache of keys."""
        self.keys = JwksCache(self._fetch_keys)

    async def metadata(self, now: datetime) -> ProviderMetadata:
        """
        Return the provider's metadata, at most an hour old; when the provider is down, it is asked again every 10 s.

        :raises ProviderUnavailable: when it never answered, or only as another issuer.
        """
        is_old = self.cached_at is None or now - self.cached_at >= _MAX_AGE
        if is_old and (self.tried_at is None or now - self.tried_at >= COOL_DOWN):
            try:
                self.cached, self.cached_at = await self._discover(), now
            except (httpx2.HTTPError, ValueError, KeyError) as error:
                _log.warning("provider not discovered", code=type(error).__name__)
            finally:
                self.tried_at = now
        if self.cached is None:
            raise ProviderUnavailable("The identity provider does not answer")
        return self.cached

    async def _discover(self) -> ProviderMetadata:
        document = await self._document(f"{self.issuer}{DISCOVERY}")
        if document["issuer"] != self.issuer:
            raise ValueError("The provider answers as another issuer")
        return ProviderMetadata(
            safe_address(document["authorization_endpoint"]),
            safe_address(document["token_endpoint"]),
            safe_address(document["jwks_uri"]),
            safe_address(document["end_session_endpoint"]) if document.get("end_session_endpoint") else None,
            document.get("authorization_response_iss_parameter_supported") is True,
        )

    async def _fetch_keys(self) -> dict[str, Any]:
        if self.cached is None:
            self.cached = await self._discover()
        return await self._document(self.cached.jwks_uri)

    async def _document(self, address: str) -> dict[str, Any]:
        async with httpx2.AsyncClient(transport=self.transport(), timeout=HTTP_TIMEOUT) as client:
            answer = await client.get(address)
            answer.raise_for_status()
            document: dict[str, Any] = answer.json()
            return document
