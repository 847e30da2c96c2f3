"""The provider as the service uses it: every endpoint is a method that takes the time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from anyio import to_thread
from authlib.oauth2 import OAuth2Error

from auth.login.provider_metadata import Transport
from auth.provider.backchannel_logout import send_logout
from auth.provider.clients import Clients, RegisteredClient
from auth.provider.exchange import ProviderRequest, ProviderResponse, provider_response
from auth.provider.server import Server
from auth.provider.signing_keys import ALGORITHM, load_keys
from auth.provider.token_issuing import ACCESS_TOKEN_LIFETIME, Moment
from auth.provider.users import ProviderPerson
from auth.tokens.jwt import ALGORITHMS
from auth.tokens.sealing import Sealer


@dataclass(frozen=True)
class EmbeddedProvider:
    """An OpenID provider for people with passwords and for the systems of agencies. `transport` reaches the service."""

    clients: Clients
    audience: str
    sealer: Sealer
    transport: Transport

    @property
    def issuer(self) -> str:
        """The name of the provider, and the address below which it is."""
        return self.clients.issuer

    async def moment(self, now: datetime, lifetime: timedelta = ACCESS_TOKEN_LIFETIME) -> Moment:
        """Return what a request at this time works with."""
        return Moment(self.issuer, self.audience, await load_keys(self.sealer, now), now, lifetime)

    async def asked(self, request: ProviderRequest, now: datetime) -> RegisteredClient:
        """
        Return the client for which a person is asked to log in.

        :raises OAuth2Error: when the request is not one that may go on.
        """
        server = Server(await self.moment(now), self.clients)
        grant = await to_thread.run_sync(lambda: server.get_consent_grant(request, end_user=None))
        client: RegisteredClient = grant.client
        return client

    async def authorize(
        self, request: ProviderRequest, person: ProviderPerson | None, now: datetime
    ) -> ProviderResponse:
        """Return the way back to the client: with a code for the person, or with the error that the request has."""
        server = Server(await self.moment(now), self.clients)

        def answered() -> ProviderResponse:
            try:
                grant = server.get_consent_grant(request, end_user=person)
            except OAuth2Error as error:
                return _refused(server, request, error)
            response: ProviderResponse = server.create_authorization_response(request, grant_user=person, grant=grant)
            return response

        return await to_thread.run_sync(answered)

    async def token(self, request: ProviderRequest, now: datetime) -> ProviderResponse:
        """Return tokens, or why not."""
        server = Server(await self.moment(now), self.clients)
        response: ProviderResponse = await in_thread(lambda: server.create_token_response(request))
        return response

    async def leave(self, request: ProviderRequest, now: datetime) -> ProviderResponse | None:
        """Log out and return the way back; None when there is none and a page must say that it is done."""
        server = Server(await self.moment(now), self.clients)
        response: ProviderResponse | None = await in_thread(
            lambda: server.create_endpoint_response("end_session", request)
        )
        return response

    async def end_everywhere(self, person: ProviderPerson, now: datetime) -> list[str]:
        """Log the person out of every client; returns those that did not confirm."""
        moment, own = await self.moment(now), self.clients.own.public_url
        clients = await self.clients.with_backchannel()
        return [c.client_id for c in clients if not await send_logout(c, person.subject, moment, own, self.transport)]

    async def issue(
        self, client: RegisteredClient, person: ProviderPerson | None, now: datetime, lifetime: timedelta
    ) -> str:
        """Return an access token for all scopes of the client, for a person or, without one, for the client itself."""
        server = Server(await self.moment(now, lifetime), self.clients)
        grant = "authorization_code" if person else "client_credentials"
        token = server.generate_token(grant, client, user=person, include_refresh_token=False)
        access_token: str = token["access_token"]
        return access_token

    async def jwks(self, now: datetime) -> dict[str, Any]:
        """Return the public keys."""
        return (await load_keys(self.sealer, now)).jwks()

    def metadata(self) -> dict[str, Any]:
        """Return what the provider says of itself. Source: OpenID Connect Discovery 1.0 § 3."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/end-session",
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "private_key_jwt", "none"],
            "token_endpoint_auth_signing_alg_values_supported": sorted(ALGORITHMS),
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
            "backchannel_logout_supported": True,
            "backchannel_logout_session_supported": False,
            "request_parameter_supported": False,
            "request_uri_parameter_supported": False,
            "claims_parameter_supported": False,
        }


def _refused(server: Server, request: ProviderRequest, error: OAuth2Error) -> ProviderResponse:
    """Return an error of an authorization request, with the issuer when it goes back to the client."""
    response: ProviderResponse = server.handle_error_response(request, error)
    server.execute_hook("after_create_authorization_response", response)
    return response


async def in_thread(work: Callable[[], Any]) -> Any:
    """Return what Authlib answers, from a worker thread; an error it forgot to catch is a refusal too."""
    try:
        return await to_thread.run_sync(work)
    except OAuth2Error as error:
        return provider_response(*error(None))
