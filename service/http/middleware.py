"""The middleware of every request: request id, log line, headers, and a limit on the body."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from typing_extensions import override

from models.driver_ids import new_id
from schema.execution.messages import message, preferred
from service.http.metrics import Metrics
from service.logs import REQUEST, described_exception, log, log_request

BODY_SECONDS = 30  # a body that takes longer is a slow-client attack or a dead connection
UNMATCHED = "(none)"
CLIENT_LEFT = 499  # in the log and the metrics: there was nobody left to answer
UPLOADS = "/files/"
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
_NO_FACTS: Mapping[str, str] = {}
_OF_CONTENT = frozenset({"content-length", "content-type"})  # headers that follow from what is said in a language


class LocalisedRefusal(JSONResponse):
    """A refusal in the language that the request asks for, which is known when it is sent."""

    def __init__(
        self, code: str, words: str, status: int, text: str, headers: Mapping[str, str], facts: Mapping[str, str]
    ) -> None:
        self.code, self.words, self.text, self.facts = code, words, text, facts
        super().__init__(self._content(text), status, headers)

    def _content(self, text: str) -> dict[str, Any]:
        return {"errors": [{"message": text, "extensions": {"code": self.code}}]}

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        language = preferred(Headers(scope=scope).get("accept-language", ""))
        told = self._content(message(self.words, language, self.text, self.facts))
        own = {name: value for name, value in self.headers.items() if name not in _OF_CONTENT}
        headers = {"content-language": language, "vary": "Accept-Language"} | own
        await JSONResponse(told, self.status_code, headers)(scope, receive, send)


def refusal(
    code: str,
    status: int,
    text: str,
    headers: Mapping[str, str] | None = None,
    *,
    words: str = "",
    facts: Mapping[str, str] = _NO_FACTS,
) -> LocalisedRefusal:
    """
    Return a refusal that tells the caller what to do and quotes nothing of the request.

    It is said in the language of Accept-Language when it is sent: with the message of `words` where it is more precise
    than the one of the code; `text` is what is said without a message.
    """
    return LocalisedRefusal(code, words or code, status, text, headers or {}, facts)


def asgi_headers(headers: Mapping[str, str]) -> RawHeaders:
    """Return headers in the form of ASGI."""
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def _add_missing(start: Message, headers: RawHeaders) -> None:
    """Add to the start of a response those `headers` that it does not set itself."""
    own = list(start.get("headers", ()))
    named = {name for name, _ in own}
    start["headers"] = own + [header for header in headers if header[0] not in named]


class SecureHeaders:
    """Adds HEADERS to every response; a page may set its own content security policy and cache rule."""

    def __init__(self, app: ASGIApp, *, is_production: bool) -> None:
        self.app, self.headers = app, asgi_headers(HEADERS | (HSTS if is_production else {}))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_secured(message: Message) -> None:
            await self.send(message, send)

        await self.app(scope, receive, send_secured if scope["type"] == "http" else send)

    async def send(self, message: Message, send: Send) -> None:
        """Send a message of a response, with the headers that its start does not set itself."""
        if message["type"] == "http.response.start":
            _add_missing(message, self.headers)
        await send(message)


@dataclass(frozen=True)
class RequestLog:
    """
    Gives every request an id, a line in the log and its metrics, and hides unexpected errors.

    The line names the route and not the path: a path may hold personal data. A request id from outside is ignored.
    """

    app: ASGIApp
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        text, started, status = self.begun(scope), time.monotonic(), 0

        async def send_recorded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", text.encode())]
            await send(message)

        try:
            await self.app(scope, receive, send_recorded)
        except Exception as error:  # noqa: BLE001 - no unexpected error may leave with its text
            log.error("request failed", **described_exception(error))
            if not status:
                await internal_error(text)(scope, receive, send_recorded)
        finally:
            self.ended(text)
        self.record(scope, status or CLIENT_LEFT, time.monotonic() - started)

    def begun(self, scope: Scope) -> str:
        """Return the id of a request that begins, as text."""
        request_id = new_id()
        text = str(request_id)
        scope.setdefault("state", {})["request_id"] = request_id
        REQUEST.set(text)
        self.metrics.running[text] = None
        return text

    def ended(self, text: str) -> None:
        """Note that nobody waits for the answer to a request any more."""
        self.metrics.running.pop(text, None)
        self.metrics.ended.append(text)

    def record(self, scope: Scope, status: int, seconds: float) -> None:
        """Write the log line and count the response."""
        route = getattr(scope.get("route"), "path", None) or UNMATCHED
        self.metrics.requests.count(route, scope["method"], status, seconds)
        log_request(route, scope["method"], status, round(seconds * 1000, 1))


def internal_error(request_id: str) -> Response:
    """Return the response to an unexpected error: it holds only the id for finding the error in the log."""
    return refusal("INTERNAL", 500, f"Something went wrong; it is logged as {request_id}", facts={"id": request_id})


class BodyRefused(Exception):
    """The body of a request is refused; `status` says whether it was too long, too slow or incomplete."""

    code = "BODY_REFUSED"

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


@dataclass(frozen=True)
class BodyCap:
    """
    Reads the whole body before the application gets the request: at most `cap` bytes, within BODY_SECONDS.

    Handlers therefore never wait for a slow client while they hold a database connection. A PUT below UPLOADS is not
    read here: its handler first authenticates the sender, and then reads up to the announced size.
    """

    app: ASGIApp
    cap: int
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        passes = scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS")
        if passes or is_upload(scope):
            await self.app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self.seconds):
                body = await self.body(scope, receive)
        except TimeoutError:
            body = self.too_slow()
        if isinstance(body, Response):
            await body(scope, receive, send)
        else:
            await self.app(scope, BodyReplay(body, receive), send)

    async def body(self, scope: Scope, receive: Receive) -> bytes | Response:
        """Return the whole body, or the answer to a request that is refused; the caller keeps BODY_SECONDS."""
        try:
            refuse_announced(scope, self.cap)
            return await read_body(receive, self.cap)
        except BodyRefused as refused:
            return self._refused(refused)

    @property
    def seconds(self) -> float:
        """How long a body may take."""
        return BODY_SECONDS

    def too_slow(self) -> Response:
        """Return the answer to a request whose body took longer than BODY_SECONDS."""
        return self._refused(BodyRefused(408, "The body took too long"))

    def _refused(self, refused: BodyRefused) -> Response:
        self.metrics.refusals.labels(refused.code).inc()
        # The rest of the body stays unread: the connection cannot be used again.
        return refusal(refused.code, refused.status, str(refused), {"connection": "close"})


def refuse_announced(scope: Scope, cap: int) -> None:
    """
    Check the announced length before the body is read.

    :raises BodyRefused: 413 when it is above `cap`.
    """
    for name, announced in scope["headers"]:
        if name == b"content-length" and announced.isdigit() and int(announced) > cap:
            raise BodyRefused(413, f"The body may have at most {cap} bytes")


async def read_body(receive: Receive, cap: int) -> bytes:
    """
    Return the whole body.

    :raises BodyRefused: 413 when it is longer than `cap`, 400 when the client has disconnected
    """
    first = await receive()
    if first.get("more_body") or first["type"] == "http.disconnect" or len(first.get("body", b"")) > cap:
        return b"".join([piece async for piece in body_pieces(_beginning_with(first, receive), cap)])
    return bytes(first.get("body", b""))


def _beginning_with(first: Message, receive: Receive) -> Receive:
    begun = [first]

    async def next_message() -> Message:
        return begun.pop() if begun else await receive()

    return next_message


async def body_pieces(receive: Receive, cap: int) -> AsyncIterator[bytes]:
    """
    Yield the body as it comes, in the pieces of the server; whoever takes them holds one at a time.

    :raises BodyRefused: in the same cases as `read_body`
    """
    size, is_open = 0, True
    while is_open:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BodyRefused(400, "The body ended early")
        piece: bytes = message.get("body", b"")
        size += len(piece)
        if size > cap:
            raise BodyRefused(413, f"The body may have at most {cap} bytes")
        yield piece
        is_open = message.get("more_body", False)


class BodyReplay:
    """A `receive` that returns a body once; what comes after the body comes from `following`, such as a disconnect."""

    def __init__(self, body: bytes, following: Receive) -> None:
        self.remaining, self.following = [body], following

    async def __call__(self) -> Message:
        """Return the body, and afterwards the next messages."""
        if self.remaining:
            return {"type": "http.request", "body": self.remaining.pop(), "more_body": False}
        return await self.following()


def is_upload(scope: Scope) -> bool:
    """Return whether the request brings a file, whose bytes its handler reads."""
    return bool(scope["method"] == "PUT" and scope["path"].startswith(UPLOADS))
