"""Who takes part in a log-in: this service as relying party, and the provider it trusts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import httpx2
import structlog

from auth.tokens.jwks import COOL_DOWN, JwksCache

_FRESH = timedelta(hours=1)
DISCOVERY = "/.well-known/openid-configuration"
HTTP_TIMEOUT = 5.0  # seconds for one answer of the provider
log = structlog.get_logger("polku")

Transport = Callable[[], httpx2.AsyncBaseTransport | None]


class ProviderUnavailable(Exception):
    """The identity provider does not answer, or not as its issuer; nobody can log in."""

    code = "PROVIDER_UNAVAILABLE"


@dataclass(frozen=True)
class RelyingParty:
    """The service as the provider knows it. `public_url` has no slash at its end."""

    public_url: str
    client_id: str
    client_secret: str = field(repr=False)

    @property
    def redirect_uri(self) -> str:
        """Where the provider sends a person back to."""
        return f"{self.public_url}/auth/callback"

    @property
    def logged_out_uri(self) -> str:
        """Where the provider sends a person after log-out."""
        return f"{self.public_url}/auth/logged-out"


@dataclass(frozen=True)
class ProviderMetadata:
    """What a provider says of itself, as far as it is used."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str | None
    names_issuer_in_callback: bool


@dataclass
class TrustedProvider:
    """
    The OpenID provider with this issuer.

    `transport` makes what reaches it: None the network, something else the embedded provider within this process, which
    need not be able to reach its own public address.
    """

    issuer: str
    transport: Transport
    kept: ProviderMetadata | None = None
    kept_at: datetime | None = None
    tried_at: datetime | None = None
    keys: JwksCache = field(init=False)

    def __post_init__(self) -> None:
        """Give the provider its cache of keys."""
        self.keys = JwksCache(self._fetch_keys)

    async def metadata(self, now: datetime) -> ProviderMetadata:
        """
        Return what the provider says of itself, at most an hour old unless it is down; then it is asked every 10 s.

        :raises ProviderUnavailable: when it never answered, or as another issuer.
        """
        is_old = self.kept_at is None or now - self.kept_at >= _FRESH
        if is_old and (self.tried_at is None or now - self.tried_at >= COOL_DOWN):
            try:
                self.kept, self.kept_at = await self._discover(), now
            except (httpx2.HTTPError, ValueError, KeyError) as error:
                log.warning("provider not discovered", code=type(error).__name__)
            finally:
                self.tried_at = now
        if self.kept is None:
            raise ProviderUnavailable("The identity provider does not answer")
        return self.kept

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
        if self.kept is None:
            self.kept = await self._discover()
        return await self._document(self.kept.jwks_uri)

    async def _document(self, address: str) -> dict[str, Any]:
        async with httpx2.AsyncClient(transport=self.transport(), timeout=HTTP_TIMEOUT) as client:
            answer = await client.get(address)
            answer.raise_for_status()
            document: dict[str, Any] = answer.json()
            return document


def safe_address(address: str) -> str:
    """
    Return an address over which secrets may travel: https, or http that stays on this machine.

    :raises ValueError: for any other.
    """
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname)):
        return address
    raise ValueError("An address of the provider is not safe")


def is_loopback(host: str | None) -> bool:
    """Tell whether `host` is this machine."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False
