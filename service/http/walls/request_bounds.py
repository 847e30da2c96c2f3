"""The bounds of what comes before a body: the target of a request and its headers."""

from dataclasses import dataclass

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from service.http.metrics import Metrics
from service.http.middleware import refusal

TARGET_BYTES, HEADER_BYTES, HEADERS = 8_192, 32_768, 100


class RequestRefused(Exception):
    """A request is refused before anything else is read of it; `status` is its answer."""

    code = "REQUEST_REFUSED"

    def __init__(self, status: int, text: str, **facts: str) -> None:
        super().__init__(text)
        self.status, self.facts = status, facts


class TargetTooLong(RequestRefused):
    """The address with its query is longer than any of ours."""

    code = "TARGET_TOO_LONG"

    def __init__(self) -> None:
        super().__init__(414, f"The address may have at most {TARGET_BYTES} bytes", most=str(TARGET_BYTES))


class HeadersTooLong(RequestRefused):
    """The headers are longer, or more, than any client of ours sends."""

    code = "HEADERS_TOO_LONG"

    def __init__(self) -> None:
        super().__init__(
            431,
            f"At most {HEADERS} headers with {HEADER_BYTES} bytes together",
            count=str(HEADERS),
            bytes=str(HEADER_BYTES),
        )


@dataclass(frozen=True)
class RequestBounds:
    """Refuses a request whose target or headers are too long, before they are decoded."""

    app: ASGIApp
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self.refused(scope) if scope["type"] in ("http", "websocket") else None
        await (refused or self.app)(scope, receive, send)

    def refused(self, scope: Scope) -> Response | None:
        """Return the answer to a request that is refused, None for any other."""
        try:
            check_bounds(scope)
        except RequestRefused as error:
            self.metrics.refusals.labels(error.code).inc()
            return refusal(error.code, error.status, str(error), facts=error.facts)
        return None


def check_bounds(scope: Scope) -> None:
    """
    Check the target and the headers of a request.

    :raises TargetTooLong: when the address is too long
    :raises HeadersTooLong: when there are too many headers, or too long ones
    """
    if len(scope.get("raw_path") or scope["path"]) + len(scope.get("query_string", b"")) > TARGET_BYTES:
        raise TargetTooLong
    headers, size = scope["headers"], 0
    for name, value in headers:  # half the time of a sum over a generator
        size += len(name) + len(value)
    if len(headers) > HEADERS or size > HEADER_BYTES:
        raise HeadersTooLong
