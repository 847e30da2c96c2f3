"""The embedded provider: every endpoint is a method that takes the current time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from anyio import to_thread
from authlib.oauth2 import OAuth2Error

from auth.login.provider_metadata import Transport
from auth.provider.backchannel_logout import known_callees, send_logout
from auth.provider.clients import Clients, RegisteredClient
from auth.provider.discovery import provider_metadata
from auth.provider.exchange import ProviderRequest, ProviderResponse, provider_response
from auth.provider.server import Server
from auth.provider.signing_keys import load_keys
from auth.provider.token_issuing import ACCESS_TOKEN_LIFETIME, IssuingContext
from auth.provider.userinfo import userinfo
from auth.provider.users import ProviderPerson
from auth.tokens.sealing import Sealer

PROVIDER_PATH = "/provider"  # below the public address of the service


@dataclass(frozen=True)
class EmbeddedProvider:
    """An OpenID provider for people with passwords and for systems of agencies. `transport` reaches this service."""

    clients: Clients
    audience: str
    sealer: Sealer
    transport: Transport

    @property
    def issuer(self) -> str:
        """The name of the provider, which is also the address of its endpoints."""
        return self.clients.issuer

    async def moment(self, now: datetime, lifetime: timedelta = ACCESS_TOKEN_LIFETIME) -> IssuingContext:
        """Return everything that one request at this time needs."""
        return IssuingContext(self.issuer, self.audience, await load_keys(self.sealer, now), now, lifetime)

    async def requesting_client(self, request: ProviderRequest, now: datetime) -> RegisteredClient:
        """
        Return the client for which a person should log in.

        :raises OAuth2Error: when the authorization request is not valid.
        """
        server = Server(await self.moment(now), self.clients)
        grant = await to_thread.run_sync(lambda: server.get_consent_grant(request, end_user=None))
        client: RegisteredClient = grant.client
        return client

    async def authorize(
        self, request: ProviderRequest, person: ProviderPerson | None, now: datetime
    ) -> ProviderResponse:
        """Return the redirection to the client: with a code for the person, or with the error of the request."""
        server = Server(await self.moment(now), self.clients)

        def respond() -> ProviderResponse:
            try:
                grant = server.get_consent_grant(request, end_user=person)
            except OAuth2Error as error:
                return _error_response(server, request, error)
            response: ProviderResponse = server.create_authorization_response(request, grant_user=person, grant=grant)
            return response

        return await to_thread.run_sync(respond)

    async def token(self, request: ProviderRequest, now: datetime) -> ProviderResponse:
        """Return the tokens, or the error of the request."""
        server = Server(await self.moment(now), self.clients)
        response: ProviderResponse = await in_thread(lambda: server.create_token_response(request))
        return response

    async def about_token(self, endpoint: str, request: ProviderRequest, now: datetime) -> ProviderResponse:
        """Return the answer of an endpoint that a client asks of its token: `revocation` or `introspection`."""
        server = Server(await self.moment(now), self.clients)
        response: ProviderResponse = await in_thread(lambda: server.create_endpoint_response(endpoint, request))
        return response

    async def userinfo(self, authorization: str, now: datetime) -> ProviderResponse:
        """Return who logged in, for the bearer of an access token."""
        return await userinfo(authorization, await self.moment(now), self.clients)

    async def end_session(self, request: ProviderRequest, now: datetime) -> ProviderResponse | None:
        """Log the person out; return the redirection, None when there is no address to go to."""
        server = Server(await self.moment(now), self.clients)
        response: ProviderResponse | None = await in_thread(
            lambda: server.create_endpoint_response("end_session", request)
        )
        return response

    async def end_everywhere(self, person: ProviderPerson, now: datetime) -> list[str]:
        """Log the person out of every client; return the ids of the clients that did not confirm it."""
        context, callees = await self.moment(now), await known_callees(self.clients.own.public_url)
        clients = await self.clients.backchannel_clients()
        return [
            c.client_id for c in clients if not await send_logout(c, person.subject, context, callees, self.transport)
        ]

    async def issue(
        self, client: RegisteredClient, person: ProviderPerson | None, now: datetime, lifetime: timedelta
    ) -> str:
        """Return an access token with all scopes of the client, for a person, or (None) for the client itself."""
        server = Server(await self.moment(now, lifetime), self.clients)
        grant = "authorization_code" if person else "client_credentials"
        token = server.generate_token(grant, client, user=person, include_refresh_token=False)
        access_token: str = token["access_token"]
        return access_token

    async def jwks(self, now: datetime) -> dict[str, Any]:
        """Return the public keys."""
        return (await load_keys(self.sealer, now)).jwks()

    def metadata(self) -> dict[str, Any]:
        """Return the discovery document."""
        return provider_metadata(self.issuer)


def _error_response(server: Server, request: ProviderRequest, error: OAuth2Error) -> ProviderResponse:
    """Return the error of an authorization request; when it goes to the client, it names the issuer."""
    response: ProviderResponse = server.handle_error_response(request, error)
    server.execute_hook("after_create_authorization_response", response)
    return response


async def in_thread(work: Callable[[], Any]) -> Any:
    """Run Authlib in a worker thread and return its answer; an error that Authlib did not catch is an answer too."""
    try:
        return await to_thread.run_sync(work)
    except OAuth2Error as error:
        return provider_response(*error(None))
