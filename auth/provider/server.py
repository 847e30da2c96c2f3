"""Authlib's authorization server for one request: it has its own time and keys and shares nothing."""

from collections.abc import Sequence
from typing import Any

from anyio import from_thread
from authlib.oauth2 import AuthorizationServer
from authlib.oauth2.rfc9207 import IssuerParameter

from auth.provider.client_assertions import Assertion
from auth.provider.clients import KEY, Clients, RegisteredClient
from auth.provider.end_session import EndSession
from auth.provider.exchange import ProviderRequest, ProviderResponse, provider_response
from auth.provider.token_endpoints import Introspection, Revocation
from auth.provider.token_grants import CodeGrant, Pkce, RefreshGrant, SystemGrant
from auth.provider.token_issuing import AccessTokens, IdTokens, IssuingContext
from models.agency_client import AgencyClient


class NamesIssuer(IssuerParameter):  # type: ignore[misc]  # Authlib ships no types
    """Adds the issuer to every answer that goes through a browser. Source: RFC 9207."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer

    def get_issuer(self) -> str:
        """Return the issuer."""
        return self.issuer


class Server(AuthorizationServer):  # type: ignore[misc]  # Authlib ships no types
    """Answers one request. It runs in a worker thread."""

    def __init__(self, context: IssuingContext, clients: Clients) -> None:
        super().__init__()
        self.context, self.clients = context, clients
        self.register_grant(CodeGrant, [IdTokens(context), Pkce(required=True)])
        self.register_grant(RefreshGrant)
        self.register_grant(SystemGrant)
        for endpoint in (EndSession, Introspection, Revocation):
            self.register_endpoint(endpoint)
        self.register_extension(NamesIssuer(context.issuer))
        self.register_client_auth_method(KEY, Assertion([context.issuer, f"{context.issuer}/token"], context.now))
        self.register_token_generator("default", AccessTokens(context))

    def query_client(self, client_id: str) -> RegisteredClient | None:
        """Return the registered client with this id."""
        return from_thread.run(self.clients.find, client_id, self.context.now)

    def save_token(self, _token: dict[str, Any], request: Any) -> None:
        """Record that the client was used; grants that also store a token override this method."""
        from_thread.run(note_use, request.client.client_id, self.context)

    def create_oauth2_request(self, request: ProviderRequest) -> ProviderRequest:
        """Return the request: it already has the form that Authlib needs."""
        return request

    def handle_response(self, status: int, body: Any, headers: Sequence[tuple[str, str]]) -> ProviderResponse:
        """Return the answer."""
        return provider_response(status, body, headers)

    def send_signal(self, name: str, *arguments: Any, **named: Any) -> None:
        """Do nothing: there are no listeners."""


async def note_use(client_id: str, context: IssuingContext) -> None:
    """Write when the system of an agency last received a token."""
    await AgencyClient.filter(issuer=context.issuer, public_id=client_id).update(last_used_at=context.now)
