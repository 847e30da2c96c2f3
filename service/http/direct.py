"""
The direct way of `POST /graphql`: the same walls as every other route has, by the same functions, without the layers.

Starlette passes a request through a dozen applications, each with a `send` of its own; for a small answer that took as
long as the answer itself (decision 0130). A test compares the two ways request by request.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from typing_extensions import override

from auth.processing import Busy
from service.http.come_back import come_back_handler
from service.http.metrics import Metrics
from service.http.middleware import BodyCap, BodyReplay, RequestLog, SecureHeaders
from service.http.walls.address_limit import AddressLimit
from service.http.walls.cross_origin import origin_of
from service.http.walls.hosts import KnownHosts, allowed_hosts
from service.http.walls.limits import CallerLimits, TooManyRequests
from service.http.walls.patience import Patience
from service.http.walls.request_bounds import RequestBounds
from service.settings import Settings

Wall = Callable[[Scope], Response | None]


class QuickHeaders(Headers):
    """The headers of a request, found by name in a table; Starlette compares the name with that of every header."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope=scope)
        self._by_name: dict[str, str] = {}
        for name, value in scope["headers"]:
            self._by_name.setdefault(name.decode("latin-1"), value.decode("latin-1"))

    @override
    def __getitem__(self, key: str) -> str:
        return self._by_name[key.lower()]

    @override
    def __contains__(self, key: object) -> bool:
        return str(key).lower() in self._by_name

    @override
    def get(self, key: str, default: Any = None) -> Any:
        return self._by_name.get(key.lower(), default)


class DirectRequest(Request):
    """A request whose headers are found quickly."""

    @cached_property
    def headers(self) -> Headers:
        """The headers of the request."""
        return QuickHeaders(self.scope)


@dataclass(frozen=True)
class DirectRoute:
    """A route whose POST requests take the direct way to `endpoint`."""

    route: Route
    endpoint: Callable[[Request, bytes], Awaitable[Response]]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request whose body was read."""
        request = DirectRequest(scope, receive)
        try:
            response = await self.endpoint(request, (await receive())["body"])
        except (TooManyRequests, Busy) as error:
            response = await come_back_handler(request, error)
        await response(scope, receive, send)


class Walled:
    """A route behind its walls: those that refuse a request by its head, then the cap on its body, then patience."""

    def __init__(self, direct: DirectRoute, settings: Settings, metrics: Metrics, limits: CallerLimits) -> None:
        self.route = direct.route
        self.patience = Patience(direct, settings.request_seconds, metrics)
        self.bodies = BodyCap(self.patience, settings.max_body_bytes, metrics)
        self.walls: tuple[Wall, ...] = (
            RequestBounds(direct, metrics).refused,
            KnownHosts(direct, allowed_hosts(settings), metrics).refused,
        )
        self.address = AddressLimit(direct, limits, metrics)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        for wall in self.walls:
            if refused := wall(scope):
                await refused(scope, receive, send)
                return
        if refused := await self.address.refused(scope):
            await refused(scope, receive, send)
            return
        body = await self.bodies.body(scope, receive)
        if isinstance(body, Response):
            await body(scope, receive, send)
            return
        scope["route"] = self.route  # as the router does, for the log line
        await self.patience(scope, BodyReplay(body, receive), send)


class Service(Starlette):
    """An application with a direct way for one of its routes."""

    direct: ASGIApp | None = None
    direct_path = public_url = ""

    def use_direct(self, direct: DirectRoute, settings: Settings, metrics: Metrics, limits: CallerLimits) -> None:
        """Answer POST requests of a route directly, except those of pages of other origins, which need the layers."""
        walled = RequestLog(Walled(direct, settings, metrics, limits), metrics)
        self.direct = SecureHeaders(walled, is_production=settings.mode == "production")
        self.direct_path, self.public_url = direct.route.path, settings.public_url

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.direct is None or not self._is_direct(scope):
            await super().__call__(scope, receive, send)
            return
        scope["app"] = self
        await self.direct(scope, receive, send)

    def _is_direct(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != self.direct_path:
            return False
        return origin_of(scope) in (None, self.public_url)
