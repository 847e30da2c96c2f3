"""The parts of authentication for one set of settings: log-in, sessions, tokens, and the embedded provider."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import httpx2
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from auth.authentication import Authenticator
from auth.login.login import LogIn
from auth.login.logout import LogOut
from auth.login.provider_metadata import RelyingParty, TrustedProvider
from auth.provider.clients import Clients
from auth.provider.embedded import EmbeddedProvider
from auth.provider.second_factor.factors import FactorRule
from auth.sessions.cookies import Cookies
from auth.sessions.csrf import CsrfGuard
from auth.sessions.sessions import Lifetimes
from auth.tokens.access_tokens import TokenVerifier
from auth.tokens.sealing import Sealer
from service.login.authentication_context import AuthenticationContext
from service.login.login_pages import LoginPages
from service.login.login_routes import LoginRoutes
from service.login.logout_routes import LogoutRoutes
from service.login.password_routes import PasswordRoutes
from service.login.provider_routes import ProviderEndpoints
from service.login.undertaking_routes import UndertakingRoutes
from service.resources import utc_now
from service.settings import Settings

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Identity:
    """The parts of authentication for one set of settings. `provider` is the embedded one, or None when it is off."""

    routes: list[BaseRoute]
    authenticator: Authenticator
    provider: EmbeddedProvider | None
    clock: Clock


@lru_cache(8)
def identity(settings: Settings, clock: Clock = utc_now) -> Identity:
    """Return the only `Identity` of these settings; all callers share its caches of keys and viewers."""
    inside = Starlette()  # the same routes again; provider and service reach each other through it inside the process

    def transport() -> httpx2.AsyncBaseTransport | None:
        return httpx2.ASGITransport(app=inside) if settings.has_own_provider else None

    party = RelyingParty(settings.public_url, settings.oidc_client_id, settings.oidc_client_secret.get_secret_value())
    keys = settings.keys("session_key")
    sealer, cookies = Sealer(keys), Cookies(settings.public_url)
    guard = CsrfGuard(tuple(keys[number] for number in sorted(keys, reverse=True)), settings.public_url)
    lifetimes = Lifetimes(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))
    trusted = TrustedProvider(settings.oidc_issuer, transport)
    verifier = TokenVerifier(settings.oidc_issuer, settings.audience, trusted.keys)
    authenticator = Authenticator(verifier, cookies, guard, lifetimes)
    pages = LoginPages(settings)
    log_in, log_out = LogIn(party, trusted, sealer), LogOut(party, trusted)
    context = AuthenticationContext(log_in, log_out, authenticator, pages, clock)
    routes = [*LoginRoutes(context).routes(), *LogoutRoutes(context).routes(), *UndertakingRoutes(context).routes()]
    provider = None
    if settings.embedded_provider:
        issuer = f"{settings.public_url}/provider"
        provider = EmbeddedProvider(Clients(issuer, party), settings.audience, sealer, transport)
        rule = FactorRule(settings.second_factor)
        routes += ProviderEndpoints(provider, guard, pages, clock, cookies, rule).routes()
        routes += PasswordRoutes(context, provider).routes()
    inside.router.routes.extend(routes)
    return Identity(routes, authenticator, provider, clock)


def identity_routes(settings: Settings, clock: Clock = utc_now) -> list[BaseRoute]:
    """Return the routes of log-in and log-out, and those of the embedded provider when it is on."""
    return identity(settings, clock).routes


@asynccontextmanager
async def identifying(app: Starlette) -> AsyncIterator[None]:
    """Set `app.state.authenticator`; the worker deletes expired rows."""
    app.state.authenticator = identity(app.state.settings).authenticator
    yield
