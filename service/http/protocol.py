"""
HTTP/1.1 with bounds for what comes before a request is known: bytes and seconds of its head; an answer is one write.

uvicorn has neither for httptools: a caller could send header after header, or one byte a minute, for ever. Nor does it
take a whole response: it checks every header of each anew, and sets a timer after each answer (decision 0274).
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, Final

from starlette.types import Scope
from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from service.http.middleware import BODY_SECONDS
from service.http.walls.request_bounds import HEADER_BYTES, TARGET_BYTES

WHOLE_RESPONSE: Final = "polku.whole_response"  # the ASGI extension of a scope, with a function such as `_write_whole`
WriteWhole = Callable[[Scope, int, bytes, bytes], bool]

HEAD_BYTES, HEAD_SECONDS = HEADER_BYTES + TARGET_BYTES, 10.0
LAST_SECONDS = 0.5  # in which what was sent already arrives
_REFUSALS = {
    408: b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
    431: b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
}


class JoinedWrites:
    """
    A transport that writes the head of an answer together with its body: one system call, one wake-up of the reader.

    The first piece waits for the second, at most until the loop goes on. uvloop writes each piece at once.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._held: bytes = b""
        self._flushing: asyncio.Handle | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write a piece, or hold it for the next one."""
        if self._flushing is None:
            self._held = data
            self._flushing = self._loop.call_soon(self.flush)
        else:
            self._stop_waiting()
            self._transport.writelines((self._held, data))  # nothing is copied
            self._held = b""

    def flush(self) -> None:
        """Write what is held."""
        if self._flushing is not None:
            self._stop_waiting()
            self._transport.write(self._held)
            self._held = b""

    def write_whole(self, pieces: Sequence[bytes]) -> None:
        """Write the pieces of a whole response."""
        self.flush()
        self._transport.writelines(pieces)

    def _stop_waiting(self) -> None:
        if self._flushing is not None:
            self._flushing.cancel()
            self._flushing = None

    def close(self) -> None:
        """Close the connection when all is written."""
        self.flush()
        self._transport.close()


class BoundedProtocol(HttpToolsProtocol):
    """
    Ends a connection whose request head is too long or takes too long; the body has limits of its own.

    Every request is offered WHOLE_RESPONSE, a function that writes a whole response at once.
    """

    head_bytes = 0
    is_in_head, is_in_body, has_begun = True, False, False
    is_ending = False
    head_timer: asyncio.TimerHandle | None = None
    idle_timer: asyncio.TimerHandle | None = None
    idle_since = 0.0

    @override
    def connection_made(self, transport: Any) -> None:
        self.joined = JoinedWrites(transport, self.loop)
        self.extensions = {WHOLE_RESPONSE: self._write_whole}
        super().connection_made(self.joined)  # type: ignore[arg-type] # the rest is delegated
        self._start_timer()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        self._stop_idle_timer()
        self.extensions.clear()  # they lead back here
        super().connection_lost(exc)

    @override
    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.is_in_head, self.has_begun, self.head_bytes = True, True, 0

    @override
    def on_headers_complete(self) -> None:
        self.is_in_head, self.is_in_body = False, True
        self._stop_timer()
        super().on_headers_complete()
        cycle = self.cycle
        if cycle is not None and cycle.scope is self.scope:  # not so of one that changes to a web socket
            if self.is_ending:
                cycle.keep_alive = False
            self.scope["extensions"] = self.extensions  # type: ignore[typeddict-item] # an extension is what it is

    def _write_whole(self, scope: Scope, status: int, headers: bytes, body: bytes) -> bool:
        """
        Write the whole response to a request, with what uvicorn would do at its end; `headers` are checked lines.

        Return False, and do nothing, for one that must be sent by messages: the connection closes after it, a caller
        who reads slowly is waited for, has left, or has sent the next request already.
        """
        cycle = self.cycle
        if cycle.scope is not scope or cycle.response_started or cycle.disconnected:
            return False
        if not cycle.keep_alive or self.flow.write_paused:
            return False
        cycle.response_started = cycle.response_complete = True
        cycle.waiting_for_100_continue = False
        cycle.message_event.set()
        own = [b"%s: %s\r\n" % header for header in self.server_state.default_headers]
        self.joined.write_whole((b"".join((STATUS_LINE[status], *own, headers, b"\r\n")), body))
        cycle.on_response()
        return True

    @override
    def on_response_complete(self) -> None:
        """Go on with the next request that has come already, or wait for one, with one timer for all of them."""
        if self.pipeline or self.transport.is_closing():
            super().on_response_complete()
            return
        self.server_state.total_requests += 1
        self.flow.resume_reading()
        self.idle_since = self.loop.time()
        if self.idle_timer is None:
            self.idle_timer = self.loop.call_later(self.timeout_keep_alive, self._end_idle)

    @override
    def handle_websocket_upgrade(self) -> None:
        self._stop_idle_timer()  # the connection is no longer ours
        super().handle_websocket_upgrade()

    def _stop_idle_timer(self) -> None:
        if self.idle_timer is not None:
            self.idle_timer.cancel()
            self.idle_timer = None

    def _end_idle(self) -> None:
        """
        Close a connection on which nothing was asked since its last answer, for as long as it is kept.

        A request that is refused by its head is answered while its body still comes: it has BODY_SECONDS for the rest.
        """
        self.idle_timer = None
        if self.is_in_head or not self.cycle.response_complete:
            return  # the next answer starts a timer again
        kept = BODY_SECONDS if self.is_in_body else self.timeout_keep_alive
        left = self.idle_since + kept - self.loop.time()
        if left > 0:
            self.idle_timer = self.loop.call_later(left, self._end_idle)
        elif not self.transport.is_closing():
            self.transport.close()

    @override
    def on_message_complete(self) -> None:
        self.is_in_body = False
        super().on_message_complete()

    @override
    def data_received(self, data: bytes) -> None:
        self.has_begun = False
        super().data_received(data)
        if self.is_in_head and not self.transport.is_closing():
            self.head_bytes += 0 if self.has_begun else len(data)  # where it begins, most may be the end of a body
            if self.head_bytes > HEAD_BYTES:
                self._refuse(431)
            elif self.head_timer is None:  # most heads come whole, and need none
                self._start_timer()

    @override
    def shutdown(self) -> None:
        """
        End the connection when it is answered; where nothing is asked, after LAST_SECONDS.

        A request may be on its way that was sent before the service was told to end: it is answered, and not cut off.
        """
        self.is_ending = True
        if self.cycle is None or self.cycle.response_complete:
            self.loop.call_later(LAST_SECONDS, self._close_idle)
        else:
            super().shutdown()

    def _close_idle(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()

    def _start_timer(self) -> None:
        self.head_timer = self.loop.call_later(HEAD_SECONDS, self._refuse, 408)

    def _stop_timer(self) -> None:
        if self.head_timer is not None:
            self.head_timer.cancel()
            self.head_timer = None

    def _refuse(self, status: int) -> None:
        """Close the connection; say why, unless an earlier request of it is still being answered."""
        if self.cycle is None or self.cycle.response_complete:
            self.transport.write(_REFUSALS[status])
        self.transport.close()
