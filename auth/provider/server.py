"""Authlib's authorization server for one request: one time, one set of keys, nothing shared."""

from collections.abc import Sequence
from typing import Any

from anyio import from_thread
from authlib.oauth2 import AuthorizationServer
from authlib.oauth2.rfc9207 import IssuerParameter

from auth.provider.client_assertions import Assertion
from auth.provider.clients import KEY, Clients, RegisteredClient
from auth.provider.end_session import EndSession
from auth.provider.exchange import ProviderRequest, ProviderResponse, provider_response
from auth.provider.token_grants import CodeGrant, Pkce, RefreshGrant, SystemGrant
from auth.provider.token_issuing import AccessTokens, IdTokens, Moment
from models.agency_client import AgencyClient


class NamesIssuer(IssuerParameter):  # type: ignore[misc]  # Authlib ships no types
    """Names the issuer in every answer that goes through a browser. Source: RFC 9207."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer

    def get_issuer(self) -> str:
        """Return the issuer."""
        return self.issuer


class Server(AuthorizationServer):  # type: ignore[misc]  # Authlib ships no types
    """Answers one request. Runs in a worker thread."""

    def __init__(self, moment: Moment, clients: Clients) -> None:
        super().__init__()
        self.moment, self.clients = moment, clients
        self.register_grant(CodeGrant, [IdTokens(moment), Pkce(required=True)])
        self.register_grant(RefreshGrant)
        self.register_grant(SystemGrant)
        self.register_endpoint(EndSession(self))
        self.register_extension(NamesIssuer(moment.issuer))
        self.register_client_auth_method(KEY, Assertion([moment.issuer, f"{moment.issuer}/token"], moment.now))
        self.register_token_generator("default", AccessTokens(moment))

    def query_client(self, client_id: str) -> RegisteredClient | None:
        """Return the registered client with this id."""
        return from_thread.run(self.clients.find, client_id, self.moment.now)

    def save_token(self, _token: dict[str, Any], request: Any) -> None:
        """Note that the client was used; grants with more to keep have a `save_token` of their own."""
        from_thread.run(note_use, request.client.client_id, self.moment)

    def create_oauth2_request(self, request: ProviderRequest) -> ProviderRequest:
        """Return the request, which has its form already."""
        return request

    def handle_response(self, status: int, body: Any, headers: Sequence[tuple[str, str]]) -> ProviderResponse:
        """Return the answer."""
        return provider_response(status, body, headers)

    def send_signal(self, name: str, *arguments: Any, **named: Any) -> None:
        """Tell nobody: there are no listeners."""


async def note_use(client_id: str, moment: Moment) -> None:
    """Write when the system of an agency last got a token."""
    await AgencyClient.filter(issuer=moment.issuer, public_id=client_id).update(last_used_at=moment.now)
