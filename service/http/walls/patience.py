"""
The end of a request that takes too long, and of one whose caller has left: its statement is cancelled in the database.

What the database did not answer in time becomes 503 with Retry-After.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from resolvers.writing.transactions import database_failure
from service.http.come_back import come_back_later
from service.http.metrics import Metrics
from service.http.middleware import BodyCap, is_upload, refusal
from service.logs import described_exception, log

WATCH_AFTER = 0.25  # seconds after which it is watched whether the caller is still there; few requests take as long
LEFT, LATE, SLOW = "caller left", "request took too long", "body took too long"


class RequestTooLate(Exception):
    """The request was ended because it took too long."""

    code = "REQUEST_TIMEOUT"

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            f"The request took longer than {seconds} s and was ended. Ask for less; a command with the same key"
        )


class _Ending:
    """Ends the task of one request, for a reason."""

    def __init__(
        self, task: "asyncio.Task[object]", receive: Receive, seconds: int, body_seconds: float | None = None
    ) -> None:
        self.task, self.receive, self.seconds, self.reason = task, receive, seconds, ""
        self.watching: asyncio.Task[None] | None = None
        self.body_seconds, self.is_slow, self.is_answering = body_seconds, False, False
        self.timer = asyncio.get_running_loop().call_later(WATCH_AFTER, self.watch)

    def end(self, reason: str) -> None:
        """Cancel the request once."""
        if not self.reason:
            self.reason = reason
            self.task.cancel()

    def watch(self) -> None:
        """End the request when its caller leaves, or at its deadline; a quick one has paid for one timer alone."""
        if self.body_seconds is not None:
            self.is_slow = True
            self.timer = asyncio.get_running_loop().call_later(self.body_seconds - WATCH_AFTER, self.end, SLOW)
            return
        self.watching = asyncio.create_task(self._until_left())
        if not self.is_answering:
            self.timer = asyncio.get_running_loop().call_later(self.seconds - WATCH_AFTER, self.end, LATE)

    def has_read_body(self) -> None:
        """Wait for the answer from now on."""
        self.body_seconds = None
        if self.is_slow:
            self.timer.cancel()
            self.timer = asyncio.get_running_loop().call_later(WATCH_AFTER, self.watch)

    def has_begun_to_answer(self) -> None:
        """Stop the deadline: a large answer to a slow caller may take longer."""
        self.is_answering = True
        if self.watching:
            self.timer.cancel()

    def stop(self) -> None:
        """Watch no longer."""
        self.timer.cancel()
        if self.watching:
            self.watching.cancel()

    async def _until_left(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
        self.end(LEFT)

    async def over(self) -> None:
        """Watch no longer, and take back a cancellation that reached the request only after its last step."""
        self.stop()
        if self.reason and self.task.cancelling():
            try:
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                self.task.uncancel()


@dataclass(frozen=True)
class Patience:
    """Ends a request after `seconds`, or when its caller leaves; answers 503 when the database does not answer."""

    app: ASGIApp
    seconds: int
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        task = asyncio.current_task()
        if scope["type"] != "http" or task is None:
            await self.app(scope, receive, send)
            return
        has_begun = False
        # An upload is not watched: its handler reads the body itself, and has a deadline of its own.
        ending = None if is_upload(scope) else _Ending(task, getattr(receive, "following", receive), self.seconds)

        async def send_noted(message: Message) -> None:
            nonlocal has_begun
            if ending is not None and not has_begun:
                ending.has_begun_to_answer()
            if ending is not None and message["type"] == "http.response.body" and not message.get("more_body"):
                ending.stop()  # the server calls an answered request disconnected too
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
        except asyncio.CancelledError:
            if ending is None or not ending.reason:
                raise
            task.uncancel()
            if refused := self._ended(ending.reason, has_begun=has_begun):
                await refused(scope, receive, send)
        except Exception as error:
            if has_begun or (failed := self._failed(error, scope)) is None:
                raise
            await failed(scope, receive, send)
        finally:
            if ending is not None:
                await ending.over()

    async def response(
        self, bodies: BodyCap, answer: Callable[[bytes], Awaitable[Response]], scope: Scope, receive: Receive
    ) -> Response | None:
        """
        Read the body, and return the response that `answer` makes of it, or that of an end; None without a caller.

        One timer serves for the body and for the answer. The response is complete, so nothing of its sending has to be
        watched.
        """
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine of a request runs in its task
        ending = _Ending(task, receive, self.seconds, bodies.seconds)
        try:
            body = await bodies.body(scope, receive)
            if isinstance(body, Response):
                return body
            ending.has_read_body()
            return await answer(body)
        except asyncio.CancelledError:
            if not ending.reason:
                raise
            task.uncancel()
            return bodies.too_slow() if ending.reason == SLOW else self._ended(ending.reason, has_begun=False)
        except Exception as error:
            if (failed := self._failed(error, scope)) is None:
                raise
            return failed
        finally:
            await ending.over()

    def _ended(self, reason: str, *, has_begun: bool) -> Response | None:
        # Whoever leaves while it is answered has seen enough: a closed tab, an interrupted download.
        (log.info if has_begun and reason == LEFT else log.warning)(reason)
        if reason != LATE or has_begun:
            return None
        late = RequestTooLate(self.seconds)
        self.metrics.refusals.labels(late.code).inc()
        return refusal(late.code, 503, str(late), {"retry-after": "5"}, facts={"seconds": str(late.seconds)})

    def _failed(self, error: Exception, scope: Scope) -> Response | None:
        """Return the answer when the database did not answer, None for any other error."""
        told = database_failure(error)
        if told is None:
            return None
        log.error("database did not answer", **described_exception(error) | {"code": told.code})
        self.metrics.refusals.labels(told.code).inc()
        return come_back_later(Request(scope), told, 503)
