"""The two parties of a log-in: this service as relying party, and the provider that it trusts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx2
import structlog

from auth.tokens.addresses import safe_address
from auth.tokens.claims import UNREADABLE
from auth.tokens.client_keys import ClientKeys
from auth.tokens.jwks import COOL_DOWN, TRUSTED_FOR, JwksCache

_MAX_AGE = timedelta(hours=1)
DISCOVERY = "/.well-known/openid-configuration"
MAX_DOCUMENT_BYTES = 1_048_576  # discovery and keys of the largest providers take some ten thousand
HTTP_TIMEOUT = 5.0  # seconds for one answer of the provider
_log = structlog.get_logger("polku")
CALLBACK = "/auth/callback"
Transport = Callable[[], httpx2.AsyncBaseTransport | None]


class ProviderUnavailable(Exception):
    """The identity provider does not answer, or names another issuer; nobody can log in."""

    code = "PROVIDER_UNAVAILABLE"


class ProviderMisconfigured(Exception):
    """The provider answers, but what it demands and what is set here do not fit. `reason` is for the log."""

    code = "PROVIDER_MISCONFIGURED"

    def __init__(self, reason: str) -> None:
        super().__init__("The identity provider and the settings do not fit")
        self.reason = reason


@dataclass(frozen=True)
class RelyingParty:
    """
    The service as it is registered at the provider. `public_url` has no slash at its end.

    Without a secret it proves itself with its own keys. Each provider of several has a redirect address of its own
    (`callback` is the end of it), so that the answer of one cannot be passed off as the answer of another.
    """

    public_url: str
    client_id: str
    client_secret: str = field(repr=False)
    keys: ClientKeys = field(default_factory=ClientKeys)
    callback: str = CALLBACK

    @property
    def redirect_uri(self) -> str:
        """The address to which the provider sends a person after log-in."""
        return f"{self.public_url}{self.callback}"

    @property
    def logged_out_uri(self) -> str:
        """The address to which the provider sends a person after log-out."""
        return f"{self.public_url}/auth/logged-out"


@dataclass(frozen=True)
class ProviderMetadata:
    """
    The part of a provider's discovery document that is used here.

    `assertion_algorithms` and `request_algorithms` may sign client assertions and request objects; empty: not said.
    """

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str | None
    names_issuer_in_callback: bool
    pushed_endpoint: str | None = None
    demands_pushed_requests: bool = False
    demands_signed_requests: bool = False
    knows_claims_parameter: bool = False
    assertion_algorithms: frozenset[str] = frozenset()
    request_algorithms: frozenset[str] = frozenset()


@dataclass
class TrustedProvider:
    """
    The OpenID provider with this issuer.

    `transport` returns the HTTP transport: None for the network, or the embedded provider inside this process, which
    may be unable to reach its own public address.
    """

    issuer: str
    transport: Transport
    keys_trusted_for: timedelta = TRUSTED_FOR
    cached: ProviderMetadata | None = None
    cached_at: datetime | None = None
    tried_at: datetime | None = None
    keys: JwksCache = field(init=False)

    def __post_init__(self) -> None:
        """Give the provider its cache of keys."""
        self.keys = JwksCache(self._fetch_keys, self.keys_trusted_for)

    async def metadata(self, now: datetime) -> ProviderMetadata:
        """
        Return the provider's metadata, at most an hour old; when the provider is down, it is asked again every 10 s.

        :raises ProviderUnavailable: when it never answered, or only as another issuer.
        """
        is_old = self.cached_at is None or now - self.cached_at >= _MAX_AGE
        if is_old and (self.tried_at is None or now - self.tried_at >= COOL_DOWN):
            try:
                self.cached, self.cached_at = await self._discover(), now
            except (httpx2.HTTPError, httpx2.InvalidURL, *UNREADABLE) as error:
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
        return read_metadata(document)

    async def _fetch_keys(self) -> dict[str, Any]:
        if self.cached is None:
            self.cached = await self._discover()
        return await self._document(self.cached.jwks_uri)

    async def _document(self, address: str) -> dict[str, Any]:
        async with httpx2.AsyncClient(transport=self.transport(), timeout=HTTP_TIMEOUT) as client:
            answer = await client.get(address)
            answer.raise_for_status()
            if len(answer.content) > MAX_DOCUMENT_BYTES:
                raise ValueError("The provider's document is too long")
            return dict(answer.json())


def read_metadata(document: Mapping[str, Any]) -> ProviderMetadata:
    """
    Return what a discovery document says.

    :raises KeyError: when an endpoint is missing.
    :raises ValueError: when an address is not safe.
    """

    def optional_address(name: str) -> str | None:
        return safe_address(document[name]) if document.get(name) else None

    def algorithms(name: str) -> frozenset[str]:
        listed = document.get(name)
        return frozenset(filter(lambda value: isinstance(value, str), listed if isinstance(listed, list) else ()))

    return ProviderMetadata(
        safe_address(document["authorization_endpoint"]),
        safe_address(document["token_endpoint"]),
        safe_address(document["jwks_uri"]),
        optional_address("end_session_endpoint"),
        document.get("authorization_response_iss_parameter_supported") is True,
        optional_address("pushed_authorization_request_endpoint"),
        document.get("require_pushed_authorization_requests") is True,
        document.get("require_signed_request_object") is True,
        document.get("claims_parameter_supported") is True,
        algorithms("token_endpoint_auth_signing_alg_values_supported"),
        algorithms("request_object_signing_alg_values_supported"),
    )
