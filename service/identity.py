"""Who is asking, put together: settings → log-in, sessions, tokens and, if switched on, the embedded provider."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import httpx2
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from auth.identity.authentication import Authenticator
from auth.identity.cookies import Cookies
from auth.identity.forgery import ForgeryGuard
from auth.identity.login import LogIn
from auth.identity.logout import LogOut
from auth.identity.parties import RelyingParty, TrustedProvider
from auth.identity.provider.clients import Clients
from auth.identity.provider.embedded import EmbeddedProvider
from auth.identity.sealing import Sealer
from auth.identity.sessions import Lifetimes
from auth.identity.tokens import TokenVerifier
from service.door import Door
from service.entrance import Entrance
from service.entrance_pages import EntrancePages
from service.exits import Exits
from service.provider import ProviderEndpoints
from service.settings import Settings
from service.undertaking import Undertaking

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Identity:
    """Everything that knows who somebody is, for one set of settings. `provider`: the embedded one, if switched on."""

    routes: list[BaseRoute]
    authenticator: Authenticator
    provider: EmbeddedProvider | None
    clock: Clock


@lru_cache(8)
def identity(settings: Settings, clock: Clock = utc_now) -> Identity:
    """Return the one `Identity` of these settings: its caches of keys and viewers are shared by all who ask for it."""
    inside = Starlette()  # the same routes once more, for the provider and the service to reach each other in-process

    def transport() -> httpx2.AsyncBaseTransport | None:
        return httpx2.ASGITransport(app=inside) if settings.has_own_provider else None

    party = RelyingParty(settings.public_url, settings.oidc_client_id, settings.oidc_client_secret.get_secret_value())
    keys = settings.keys("session_key")
    sealer, cookies = Sealer(keys), Cookies(settings.public_url)
    guard = ForgeryGuard(tuple(keys[number] for number in sorted(keys, reverse=True)), settings.public_url)
    lifetimes = Lifetimes(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))
    trusted = TrustedProvider(settings.oidc_issuer, transport)
    verifier = TokenVerifier(settings.oidc_issuer, settings.audience, trusted.keys)
    authenticator = Authenticator(verifier, cookies, guard, lifetimes)
    pages = EntrancePages(settings)
    log_in, log_out = LogIn(party, trusted, sealer), LogOut(party, trusted)
    door = Door(log_in, log_out, authenticator, pages, clock)
    routes = [*Entrance(door).routes(), *Exits(door).routes(), *Undertaking(door).routes()]
    provider = None
    if settings.embedded_provider:
        issuer = f"{settings.public_url}/provider"
        provider = EmbeddedProvider(Clients(issuer, party), settings.audience, sealer, transport)
        routes += ProviderEndpoints(provider, guard, pages, clock).routes()
    inside.router.routes.extend(routes)
    return Identity(routes, authenticator, provider, clock)


def identity_routes(settings: Settings, clock: Clock = utc_now) -> list[BaseRoute]:
    """Return the routes of log-in and log-out, and those of the embedded provider if it is switched on."""
    return identity(settings, clock).routes


@asynccontextmanager
async def identifying(app: Starlette) -> AsyncIterator[None]:
    """Give the application its `state.authenticator`; what is over is forgotten by the worker."""
    app.state.authenticator = identity(app.state.settings).authenticator
    yield
