"""
Limits for one address and one network, before any other work.

An IPv4 address and an IPv6 network of one site (/64) count as one caller; the network around an IPv6 site (/48) has
limits of its own, because whoever has one has 65,536 sites. Of log-ins two things are counted: all steps, with room for
an office that logs in behind one address at eight in the morning, and failures, of which a guesser makes many.
"""

from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auth.accounts.one_time_links import INVITATION_PATH, PASSWORD_PATH
from service.http.come_back import come_back_later
from service.http.metrics import Metrics
from service.http.walls.limits import CallerLimits, Limited, TooManyRequests

UNLIMITED = ("/healthz", "/readyz")
_LOG_IN = frozenset(
    {
        "/auth/login",
        "/auth/password",
        PASSWORD_PATH,
        INVITATION_PATH,
        "/provider/authorize",
        "/provider/second-factor",
    }
)
_CLIENTS = frozenset({"/provider/token", "/provider/revoke", "/provider/introspect"})
FAILURES = frozenset({400, 401, 403, 409, 422})  # what a wrong password, code or secret is answered with


@dataclass(frozen=True)
class Networks:
    """The caller's own network and the one around it, as they are counted."""

    own: str
    around: str


@lru_cache(10_000)
def networks_of(address: str) -> Networks:
    """Return the networks of an address: itself and its /24, or its /64 and /48; `unknown` is one caller."""
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return Networks("unknown", "unknown")
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    own, around = (32, 24) if parsed.version == 4 else (64, 48)
    return Networks(*(str(ip_network((parsed, length), strict=False)) for length in (own, around)))


@dataclass(frozen=True)
class AddressLimit:
    """Refuses an address that sends too much, logs in too often or guesses; health checks are never refused."""

    app: ASGIApp
    limits: CallerLimits
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] in UNLIMITED:
            await self.app(scope, receive, send)
            return
        if refused := await self.refused(scope):
            await refused(scope, receive, send)
            return
        guessed = _guessed(scope)
        await self.app(scope, receive, self._counting(send, guessed, _networks(scope)) if guessed else send)

    async def refused(self, scope: Scope) -> Response | None:
        """Count a request; return the answer to one that is refused, None for any other."""
        try:
            await self._spend(scope, _networks(scope), _guessed(scope))
        except TooManyRequests as error:
            self.metrics.refusals.labels(error.code).inc()
            return come_back_later(Request(scope), error, 429)
        return None

    async def _spend(self, scope: Scope, networks: Networks, guessed: tuple[Limited, Limited] | None) -> None:
        await self.limits.spend(Limited.ADDRESS, networks.own)
        if ":" in networks.around:
            await self.limits.spend(Limited.ADDRESS_AROUND, networks.around)
        if scope["path"] in _LOG_IN:
            await self.limits.spend(Limited.LOGIN, networks.own)
        if guessed:
            await self.limits.check(guessed[0], networks.own)
            await self.limits.check(guessed[1], networks.around)

    def _counting(self, send: Send, guessed: tuple[Limited, Limited], networks: Networks) -> Send:
        """Return a `send` that counts an answer which says that something was wrong."""

        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in FAILURES:
                await self.limits.charge(guessed[0], networks.own)
                await self.limits.charge(guessed[1], networks.around)
            await send(message)

        return send_counted


def _networks(scope: Scope) -> Networks:
    return networks_of((scope.get("client") or ("unknown", 0))[0])


def _guessed(scope: Scope) -> tuple[Limited, Limited] | None:
    """Return which failures count for a request in which something secret may be guessed; None for any other."""
    if scope.get("method") != "POST":
        return None
    if scope["path"] in _LOG_IN:
        return Limited.LOGIN_FAILURE, Limited.LOGIN_FAILURE_AROUND
    if scope["path"] in _CLIENTS:
        return Limited.CLIENT_FAILURE, Limited.CLIENT_FAILURE_AROUND
    return None
