"""The clients of the provider: the service itself, registered front ends, the systems of agencies."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from authlib.oauth2.rfc6749 import ClientMixin
from tortoise.expressions import Q

from auth.login.provider_metadata import RelyingParty
from auth.provider.client_addresses import is_registered
from auth.provider.signing_keys import ALGORITHM
from auth.tokens.claims import is_identifier
from auth.tokens.random_tokens import matches_digest, token_digest
from models.agency_client import AgencyClient
from models.front_end_client import FrontEndClient
from workflow.front_end_client import ACTIVE_FRONT_END_STATES

BASIC, KEY, PUBLIC = "client_secret_basic", "private_key_jwt", "none"
GRANTS_FOR_PEOPLE = frozenset({"authorization_code", "refresh_token"})
GRANTS_FOR_SYSTEMS = frozenset({"client_credentials"})
PEOPLE_SCOPES = frozenset({"openid", "offline_access"})
_FOR_ALL, _FOR_PROVEN = frozenset({"token", "revocation"}), "introspection"
FRONT_END_SCOPES = frozenset({"register:read", "register:write", "offline_access"})


@dataclass(frozen=True)
class RegisteredClient(ClientMixin):  # type: ignore[misc]  # Authlib ships no types
    """A client from any of the tables, with the methods that Authlib calls."""

    client_id: str
    auth_method: str
    grants: frozenset[str]
    scopes: frozenset[str]
    secret_hash: bytes | None = field(default=None, repr=False)
    jwks: dict[str, Any] | None = None
    redirect_uris: tuple[str, ...] = ()
    post_logout_redirect_uris: tuple[str, ...] = ()
    backchannel_logout_uri: str | None = None
    id_token_signed_response_alg: str = ALGORITHM

    def get_client_id(self) -> str:
        """Return the public id."""
        return self.client_id

    def get_default_redirect_uri(self) -> None:
        """Return None: a redirect address must always be named."""

    def get_allowed_scope(self, scope: str | None) -> str | None:
        """Return the requested scopes that the client has, all when none is requested; None when nothing is left."""
        granted = set(scope.split()) & self.scopes if scope else set(self.scopes - PEOPLE_SCOPES)
        return " ".join(sorted(granted)) or None

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Return whether this address is registered; on a loopback address the port may be any."""
        return is_registered(redirect_uri, self.redirect_uris)

    def check_client_secret(self, client_secret: str) -> bool:
        """Return, in constant time, whether this is the secret."""
        return matches_digest(client_secret, self.secret_hash)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """Return whether this is the client's way of authentication; whoever has none may not ask about tokens."""
        return method == self.auth_method and (endpoint in _FOR_ALL or (endpoint == _FOR_PROVEN and method != PUBLIC))

    def check_response_type(self, response_type: str) -> bool:
        """Return whether people log in through this client."""
        return response_type == "code" and "authorization_code" in self.grants

    def check_grant_type(self, grant_type: str) -> bool:
        """Return whether the client may use the grant."""
        return grant_type in self.grants


@dataclass(frozen=True)
class Clients:
    """The clients of the provider `issuer`; `own` is the relying party of the service itself."""

    issuer: str
    own: RelyingParty

    async def find(self, client_id: str, now: datetime) -> RegisteredClient | None:
        """Return the client with this public id; None when it is unknown, expired or revoked."""
        if client_id == self.own.client_id:
            return self.own_client()
        if not is_identifier(client_id):
            return None
        if row := await FrontEndClient.get_or_none(public_id=client_id, state__in=ACTIVE_FRONT_END_STATES):
            return front_end(row)
        is_live = Q(revoked_at=None) & (Q(expires_at=None) | Q(expires_at__gt=now))
        system = await AgencyClient.get_or_none(is_live, issuer=self.issuer, public_id=client_id)
        return agency_system(system) if system else None

    async def backchannel_clients(self) -> list[RegisteredClient]:
        """Return the clients that receive a message when somebody is logged out."""
        is_told = Q(backchannel_logout_uri__isnull=False, state__in=ACTIVE_FRONT_END_STATES)
        rows = await FrontEndClient.filter(is_told).order_by("public_id")
        return [self.own_client(), *map(front_end, rows)]

    def own_client(self) -> RegisteredClient:
        """Return the client of this service itself. It needs only the identity of a person and no access token."""
        return RegisteredClient(
            self.own.client_id,
            BASIC,
            frozenset({"authorization_code"}),
            frozenset({"openid"}),
            secret_hash=token_digest(self.own.client_secret),
            redirect_uris=(self.own.redirect_uri,),
            post_logout_redirect_uris=(self.own.logged_out_uri,),
            backchannel_logout_uri=f"{self.own.public_url}/auth/backchannel-logout",
        )


def front_end(row: FrontEndClient) -> RegisteredClient:
    """Return a registered front end as a client of the provider."""
    return RegisteredClient(
        row.public_id,
        BASIC if row.secret_hash else PUBLIC,
        GRANTS_FOR_PEOPLE,
        frozenset({"openid", *row.scopes}),
        secret_hash=row.secret_hash,
        redirect_uris=tuple(row.redirect_uris),
        post_logout_redirect_uris=tuple(row.post_logout_redirect_uris),
        backchannel_logout_uri=row.backchannel_logout_uri,
    )


def agency_system(row: AgencyClient) -> RegisteredClient:
    """Return the system of an agency as a client of the provider."""
    method = KEY if row.jwks else BASIC
    scopes = frozenset(row.scopes)
    return RegisteredClient(
        row.public_id, method, GRANTS_FOR_SYSTEMS, scopes, secret_hash=row.secret_hash, jwks=row.jwks
    )
