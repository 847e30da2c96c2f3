"""What happens to every request before anybody reads it: id, journal, headers, limits, and a cap on its body."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uuid_utils.compat import uuid7

from service.http.limits import Limited, RateLimits, TooManyRequests
from service.http.metrics import Metrics
from service.logs import REQUEST, described_exception, log

BODY_SECONDS = 30  # a body that dribbles in longer than this is a slow-client attack or a dead connection
UNMATCHED = "(none)"
UPLOADS = "/files/"
UNLIMITED = ("/healthz", "/readyz")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
HSTS = {"strict-transport-security": "max-age=63072000; includeSubDomains"}
RawHeaders = list[tuple[bytes, bytes]]


def refusal(code: str, status: int, text: str, headers: dict[str, str] | None = None) -> Response:
    """Return a refusal that says what to do and nothing about what was sent."""
    return JSONResponse({"errors": [{"message": text, "extensions": {"code": code}}]}, status, headers)


def encoded(headers: Mapping[str, str]) -> RawHeaders:
    """Return headers as ASGI sends them."""
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def _complete(start: Message, headers: RawHeaders) -> None:
    """Add to the start of an answer those of `headers` that it does not set itself."""
    own = list(start.get("headers", ()))
    named = {name for name, _ in own}
    start["headers"] = own + [header for header in headers if header[0] not in named]


class SecureHeaders:
    """Put the headers of HEADERS on every answer; a page may set its own content security policy and cache rule."""

    def __init__(self, app: ASGIApp, *, is_production: bool) -> None:
        self.app, self.headers = app, encoded(HEADERS | (HSTS if is_production else {}))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(message, self.headers)
            await send(message)

        await self.app(scope, receive, send_secured if scope["type"] == "http" else send)


@dataclass(frozen=True)
class RequestLog:
    """
    Give every request an id, one line in the log and its place in the metrics, and mask what nobody expected.

    The line names the route, not the path: a path may hold what somebody typed. An inbound id is not believed.
    """

    app: ASGIApp
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id: UUID = uuid7()
        text = str(request_id)
        scope.setdefault("state", {})["request_id"] = request_id
        REQUEST.set(text)
        started, status = time.monotonic(), 0

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _complete(message, [(b"x-request-id", text.encode())])
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
        except Exception as error:  # noqa: BLE001 - the last line of defence: nothing unexpected leaves unmasked
            log.error("request failed", **described_exception(error))
            if not status:
                await masked(text)(scope, receive, send_noted)
        self.note(scope, status, time.monotonic() - started)

    def note(self, scope: Scope, status: int, seconds: float) -> None:
        """Write the line and count the answer."""
        route = getattr(scope.get("route"), "path", None) or UNMATCHED
        self.metrics.answered(route, scope["method"], status, seconds)
        milliseconds = round(seconds * 1000, 1)
        log.info("request", route=route, method=scope["method"], status=status, milliseconds=milliseconds)


def masked(request_id: str) -> Response:
    """Return the answer to everything unexpected: an id under which the log has more."""
    return refusal("INTERNAL", 500, f"Something went wrong; it is logged as {request_id}")


_LOG_IN = frozenset({"/auth/login", "/provider/authorize"})


@dataclass(frozen=True)
class AddressLimit:
    """Refuse an address that asks too often, before any work is done for it; health checks are never refused."""

    app: ASGIApp
    limits: RateLimits
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and scope["path"] not in UNLIMITED:
            address = (scope.get("client") or ("unknown", 0))[0]
            try:
                self.limits.spend(Limited.ADDRESS, address, time.monotonic())
                if scope["path"] in _LOG_IN:
                    self.limits.spend(Limited.LOGIN, address, time.monotonic())
            except TooManyRequests as error:
                self.metrics.refusals.labels(error.code).inc()
                headers = {"retry-after": str(error.retry_after)}
                await refusal(error.code, 429, str(error), headers)(scope, receive, send)
                return
        await self.app(scope, receive, send)


class BodyRefused(Exception):
    """The body of a request cannot be taken; `status` says whether it was too long, too slow or cut off."""

    code = "BODY_REFUSED"

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


@dataclass(frozen=True)
class BodyCap:
    """
    Read the whole body before the application sees it: at most `cap` bytes, chunked or not, within BODY_SECONDS.

    Handlers therefore never wait for a slow client while they hold a connection of the database. A PUT below UPLOADS
    passes: its handler first asks who sends, and reads up to what was announced.
    """

    app: ASGIApp
    cap: int
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        passes = scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS")
        if passes or (scope["method"] == "PUT" and scope["path"].startswith(UPLOADS)):
            await self.app(scope, receive, send)
            return
        try:
            refuse_announced(scope, self.cap)
            async with asyncio.timeout(BODY_SECONDS):
                body = await read_body(receive, self.cap)
        except (BodyRefused, TimeoutError) as error:
            refused = error if isinstance(error, BodyRefused) else BodyRefused(408, "The body took too long")
            self.metrics.refusals.labels(refused.code).inc()
            # The rest of the body is not read: the connection cannot be used again.
            await refusal(refused.code, refused.status, str(refused), {"connection": "close"})(scope, receive, send)
            return
        await self.app(scope, _replayed(body, receive), send)


def refuse_announced(scope: Scope, cap: int) -> None:
    """
    Look at the announced length, so that nothing is read in vain.

    :raises BodyRefused: 413 when it is above `cap`.
    """
    announced = dict(scope["headers"]).get(b"content-length", b"0")
    if announced.isdigit() and int(announced) > cap:
        raise BodyRefused(413, f"The body may have at most {cap} bytes")


async def read_body(receive: Receive, cap: int) -> bytes:
    """
    Return the whole body.

    :raises BodyRefused: 413 when it grows above `cap`, 400 when the client went away.
    """
    parts, size, is_open = [], 0, True
    while is_open:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BodyRefused(400, "The body ended early")
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > cap:
            raise BodyRefused(413, f"The body may have at most {cap} bytes")
        is_open = message.get("more_body", False)
    return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return a receive that hands out `body` once and then whatever comes, a disconnect for instance."""
    waiting = [body]

    async def receive_again() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return receive_again
