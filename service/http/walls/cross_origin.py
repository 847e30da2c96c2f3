"""
Calls from pages of other origins (CORS): allowed for the origins of living front ends, and never with cookies.

Source: WHATWG Fetch, "CORS protocol".
"""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

import asyncpg
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auth.processing import Busy
from service.http.middleware import refusal
from service.logs import log
from workflow.front_end_client import ACTIVE_FRONT_END_STATES

OPEN_PATHS = frozenset(
    {
        "/graphql",
        "/provider/token",
        "/provider/userinfo",
        "/provider/revoke",
        "/provider/jwks",
        "/provider/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server/provider",
        "/.well-known/oauth-protected-resource",
        "/.well-known/oauth-protected-resource/graphql",
    }
)
UNKNOWN_SECONDS = 1.0  # an origin that was just registered is known after this time
CACHE_SECONDS = 5.0  # a revoked front end is out of the browser after this time; the provider refuses it at once
_ORIGINS = f"SELECT DISTINCT unnest(origins) AS origin FROM front_end_client WHERE {ACTIVE_FRONT_END_STATES.sql()}"
_PREFLIGHT = {
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": "authorization, content-type",
    "access-control-max-age": "600",
}
_READABLE = "retry-after, www-authenticate, x-request-id"


@dataclass
class RegisteredOrigins:
    """The origins of living front ends, read at most once in `UNKNOWN_SECONDS`; times are monotonic, in seconds."""

    known: frozenset[str] = frozenset()
    read_at: float = -CACHE_SECONDS
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def has(self, origin: str, reads: Any, now: float) -> bool:
        """Return whether a living front end has this origin; False while the database cannot be asked."""
        if self._is_due(origin, now):
            async with self.lock:
                if self._is_due(origin, now):  # a request that waited may find them read already
                    self.known, self.read_at = await _stored_origins(reads), now
        return origin in self.known

    def _is_due(self, origin: str, now: float) -> bool:
        return now - self.read_at >= (CACHE_SECONDS if origin in self.known else UNKNOWN_SECONDS)


async def _stored_origins(reads: Any) -> frozenset[str]:
    try:
        return frozenset(row["origin"] for row in await reads.fetch(_ORIGINS))
    except (asyncpg.PostgresError, asyncpg.InterfaceError, Busy, OSError) as error:
        log.warning("origins not read", code=type(error).__name__)
        return frozenset()


@dataclass(frozen=True)
class CrossOrigin:
    """
    Lets pages of registered origins read the answers of OPEN_PATHS, and answers their preflights.

    A request without the header Origin costs one look into OPEN_PATHS. Cookies are never allowed, so that what a page
    elsewhere may do is what its own token opens.
    """

    app: ASGIApp
    public_url: str
    origins: RegisteredOrigins = field(default_factory=RegisteredOrigins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        origin = origin_of(scope) if scope["type"] == "http" and scope["path"] in OPEN_PATHS else None
        if origin is None or origin == self.public_url:
            await self.app(scope, receive, send)
            return
        is_open = await self.origins.has(origin, scope["app"].state.reads, time.monotonic())

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Origin")
                if is_open:
                    headers["access-control-allow-origin"] = origin
                    headers["access-control-expose-headers"] = _READABLE
            await send(message)

        if _is_preflight(scope):
            await preflight(is_open=is_open)(scope, receive, send_open)
        else:
            await self.app(scope, receive, send_open)


def preflight(*, is_open: bool) -> Response:
    """Return the answer to a browser that asks whether a page may call."""
    if is_open:
        return Response(status_code=204, headers=_PREFLIGHT)
    return refusal("ORIGIN_REFUSED", 403, "No front end is registered with this origin.")


def origin_of(scope: Scope) -> str | None:
    """Return the header Origin of a request."""
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"), None)


def _is_preflight(scope: Scope) -> bool:
    asked = b"access-control-request-method"
    return scope["method"] == "OPTIONS" and any(name == asked for name, _ in scope["headers"])
