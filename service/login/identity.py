"""The parts of authentication for one set of settings: log-in, sessions, tokens, and the embedded provider."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from auth.authentication import Authenticator
from auth.login.login_providers import LoginProvider, LoginProviders, login_providers
from auth.login.provider_metadata import RelyingParty, Transport, TrustedProvider
from auth.login.provider_terms import MAIN
from auth.provider.clients import Clients
from auth.provider.embedded import PROVIDER_PATH, EmbeddedProvider
from auth.provider.second_factor.factors import FactorRule
from auth.sessions.cookies import Cookies
from auth.sessions.csrf import CsrfGuard
from auth.sessions.log_out_hints import LogOutHints
from auth.sessions.sessions import Lifetimes
from auth.tokens.access_tokens import TokenVerifier, TokenVerifiers
from auth.tokens.client_keys import ClientKeys
from auth.tokens.sealing import Sealer
from service.login.authentication_context import AuthenticationContext
from service.login.invitation_routes import InvitationRoutes
from service.login.login_pages import LoginPages
from service.login.login_routes import LoginRoutes
from service.login.logout_routes import LogoutRoutes
from service.login.password_link_routes import PasswordLinkRoutes
from service.login.password_routes import PasswordRoutes
from service.login.provider_routes import ProviderEndpoints
from service.login.undertaking_routes import UndertakingRoutes
from service.provider_settings import ProviderSettings, client_keys_of, configured_providers
from service.resources import key_ring, utc_now
from service.settings import Settings

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Identity:
    """The parts of authentication for one set of settings. `provider` is the embedded one, or None when it is off."""

    routes: list[BaseRoute]
    authenticator: Authenticator
    providers: LoginProviders
    provider: EmbeddedProvider | None
    clock: Clock


def identity(settings: Settings, clock: Clock = utc_now) -> Identity:
    """Return the only `Identity` of these settings; all callers share its caches of keys and viewers."""
    return _identity(settings, clock)


@lru_cache(8)
def _identity(settings: Settings, clock: Clock) -> Identity:  # a cache tells a default from the same value given
    inside = Starlette()  # the same routes again; provider and service reach each other through it inside the process

    def transport() -> httpx2.AsyncBaseTransport | None:
        return httpx2.ASGITransport(app=inside) if settings.has_own_provider else None

    keys = settings.keys("session_key")
    sealer, cookies = Sealer(keys), Cookies(settings.public_url)
    guard = CsrfGuard(key_ring(settings, "session_key"), settings.public_url)
    lifetimes = Lifetimes(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))
    providers = trusted_providers(settings, sealer, transport)
    authenticator = Authenticator(token_verifiers(providers, settings.audience), cookies, guard, lifetimes)
    pages = LoginPages(settings)
    context = AuthenticationContext(providers, authenticator, pages, clock, LogOutHints(sealer))
    routes = [
        *LoginRoutes(context, settings).routes(),
        *LogoutRoutes(context).routes(),
        *UndertakingRoutes(context).routes(),
        client_keys_route(client_keys_of(settings)),
    ]
    provider = None
    if settings.embedded_provider:
        issuer, own = f"{settings.public_url}{PROVIDER_PATH}", providers.by_name[MAIN].party
        provider = EmbeddedProvider(Clients(issuer, own), settings.audience, sealer, transport)
        rule = FactorRule(settings.second_factor)
        routes += ProviderEndpoints(provider, guard, pages, clock, cookies, rule).routes()
        routes += PasswordRoutes(context, provider).routes()
        routes += PasswordLinkRoutes(context, settings, provider).routes()
    routes += InvitationRoutes(context, settings, provider).routes()
    inside.router.routes.extend(routes)
    return Identity(routes, authenticator, providers, provider, clock)


def trusted_providers(settings: Settings, sealer: Sealer, transport: Transport) -> LoginProviders:
    """Return the providers of the settings; `transport` leads to the embedded one, the others are on the network."""
    keys = client_keys_of(settings)

    def trusted(configured: ProviderSettings) -> LoginProvider:
        secret = configured.client_secret.get_secret_value()
        party = RelyingParty(settings.public_url, configured.client_id, secret, keys, configured.callback)
        reach = transport if configured.terms.name == MAIN else over_network
        provider = TrustedProvider(configured.issuer, reach, timedelta(seconds=settings.provider_keys_seconds))
        return LoginProvider(party, provider, configured.terms, sealer)

    return login_providers(map(trusted, configured_providers(settings)))


def over_network() -> None:
    """Return no transport of its own: the requests go over the network."""


def token_verifiers(providers: LoginProviders, audience: str) -> TokenVerifiers:
    """Return the verifiers of the access tokens of these providers."""
    trusted = [found.provider for found in providers.by_name.values()]
    kinds = {found.provider.issuer: found.terms.kinds for found in providers.by_name.values()}
    return TokenVerifiers({one.issuer: TokenVerifier(one.issuer, audience, one.keys) for one in trusted}, kinds)


def client_keys_route(keys: ClientKeys) -> BaseRoute:
    """Return the route of the service's own public keys, which providers fetch to verify and to encrypt."""

    async def published(_request: Request) -> Response:
        return JSONResponse(keys.public_set(), headers={"cache-control": "public, max-age=300"})

    return Route("/auth/jwks", published)


def identity_routes(settings: Settings, clock: Clock = utc_now) -> list[BaseRoute]:
    """Return the routes of log-in and log-out, and those of the embedded provider when it is on."""
    return identity(settings, clock).routes


@asynccontextmanager
async def identifying(app: Starlette) -> AsyncIterator[None]:
    """Set `app.state.authenticator`; the worker deletes expired rows."""
    app.state.authenticator = identity(app.state.settings).authenticator
    yield
