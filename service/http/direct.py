"""
The direct way of `POST /graphql`: the same walls as every other route has, by the same functions, without the layers.

Starlette passes a request through a dozen applications, each with a `send` of its own; for a small answer that took as
long as the answer itself (decision 0130). A test compares the two ways request by request.
"""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send
from typing_extensions import override

from auth.known_heads import READINGS, KnownHeads
from auth.processing import Busy
from schema.execution.view import EVENTS, GraphQLResponse
from service.http.come_back import come_back_handler
from service.http.metrics import Metrics
from service.http.middleware import CLIENT_LEFT, BodyCap, RequestLog, SecureHeaders, internal_error
from service.http.protocol import WHOLE_RESPONSE, WriteWhole
from service.http.walls.address_limit import AddressLimit
from service.http.walls.cross_origin import origin_of
from service.http.walls.hosts import KnownHosts, allowed_hosts
from service.http.walls.limits import CallerLimits, TooManyRequests
from service.http.walls.patience import Patience
from service.http.walls.request_bounds import RequestBounds
from service.logs import described_exception, log
from service.settings import Settings

Wall = Callable[[Scope], Response | None]
_NO_EXTENSIONS: Mapping[str, WriteWhole] = {}
_PLAIN, _PASSED = "plain", "passed"  # what is read of a head: whether it takes this way, and that no wall refuses it


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
    """A route whose POST requests take the direct way to `endpoint`, which returns complete responses."""

    route: Route
    endpoint: Callable[[Request, bytes], Awaitable[Response]]

    async def response(self, request: Request, body: bytes) -> Response:
        """Return the response to a request whose body was read."""
        request.scope["route"] = self.route  # as the router does, for the log line
        try:
            return await self.endpoint(request, body)
        except (TooManyRequests, Busy) as error:
            return await come_back_handler(request, error)


class DirectWay:
    """
    A route behind its walls: those that refuse a request by its head, then the cap on its body, then patience.

    What the walls say of a head is read once for all equal heads (decision 0269).
    """

    def __init__(self, direct: DirectRoute, settings: Settings, metrics: Metrics, limits: CallerLimits) -> None:
        self.direct, self.public_url = direct, settings.public_url
        self.walls: tuple[Wall, ...] = (
            RequestBounds(_nothing, metrics).refused,
            KnownHosts(_nothing, allowed_hosts(settings), metrics).refused,
        )
        self.address = AddressLimit(_nothing, limits, metrics)
        self.bodies = BodyCap(_nothing, settings.max_body_bytes, metrics)
        self.patience = Patience(_nothing, settings.request_seconds, metrics)
        self.requests = RequestLog(_nothing, metrics)
        self.secure = SecureHeaders(_nothing, is_production=settings.mode == "production")
        self.heads = KnownHeads()
        self.lines: dict[str, bytes] = {}  # of the headers that all answers of a media type have

    def takes(self, scope: Scope) -> bool:
        """
        Return whether a request takes this way.

        Those of pages of other origins, and those that are answered with a stream, take the layers.
        """
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != self.direct.route.path:
            return False
        readings = self.heads.readings(scope["headers"])
        if _PLAIN not in readings:
            readings[_PLAIN] = self._is_plain(scope)
        if readings[_PLAIN]:
            scope[READINGS] = readings
            return True
        return False

    def _is_plain(self, scope: Scope) -> bool:
        return origin_of(scope) in (None, self.public_url) and EVENTS not in Headers(scope=scope).get("accept", "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        text, started, status = self.requests.begun(scope), time.monotonic(), 0
        try:
            response = await self._response(scope, receive)
            if response is not None:
                status = response.status_code
                await self._send(response, text, scope, receive, send)
        except Exception as error:  # noqa: BLE001 - no unexpected error may leave with its text
            log.error("request failed", **described_exception(error))
            if not status:
                status = 500
                await self._send(internal_error(text), text, scope, receive, send)
        finally:
            self.requests.ended(text)
        self.requests.record(scope, status or CLIENT_LEFT, time.monotonic() - started)

    async def _response(self, scope: Scope, receive: Receive) -> Response | None:
        if refused := self._refused(scope) or await self.address.refused(scope):
            return refused
        answer = partial(self.direct.response, DirectRequest(scope, receive))
        return await self.patience.response(self.bodies, answer, scope, receive)

    def _refused(self, scope: Scope) -> Response | None:
        """Return the answer to a request that a wall refuses by its head; a head that passed is not looked at again."""
        readings = scope[READINGS]
        if _PASSED not in readings or scope["query_string"]:
            for wall in self.walls:
                if refused := wall(scope):
                    return refused
            readings[_PASSED] = True
        return None

    async def _send(self, response: Response, text: str, scope: Scope, receive: Receive, send: Send) -> None:
        named = (b"x-request-id", text.encode())
        if isinstance(response, GraphQLResponse):
            write: WriteWhole | None = scope.get("extensions", _NO_EXTENSIONS).get(WHOLE_RESPONSE)
            if write and write(scope, response.status_code, self._lines(response, named[1]), bytes(response.body)):
                return
            headers = [*response.raw_headers, named, *self.secure.headers]  # of which it has none itself
            await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
            await send({"type": "http.response.body", "body": response.body})
            return

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], named]
            await self.secure.send(message, send)

        await response(scope, receive, send_named)

    def _lines(self, response: GraphQLResponse, request_id: bytes) -> bytes:
        """Return the lines of the same headers: those that differ from answer to answer after those that do not."""
        media = response.media
        if media not in self.lines:
            same = [GraphQLResponse.TYPES[media], *self.secure.headers]
            self.lines[media] = b"".join(b"%s: %s\r\n" % header for header in same)
        return b"%scontent-length: %d\r\nx-request-id: %s\r\n" % (self.lines[media], len(response.body), request_id)


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """Do nothing: what a wall of the layers stands before; the direct way asks the walls alone."""


class Service(Starlette):
    """An application with a direct way for one of its routes."""

    direct: DirectWay | None = None

    def use_direct(self, direct: DirectRoute, settings: Settings, metrics: Metrics, limits: CallerLimits) -> None:
        """Answer POST requests of a route directly where nothing of the layers is needed."""
        self.direct = DirectWay(direct, settings, metrics, limits)

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.direct is None or not self.direct.takes(scope):
            await super().__call__(scope, receive, send)
            return
        scope["app"] = self
        await self.direct(scope, receive, send)
