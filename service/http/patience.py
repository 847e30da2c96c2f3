"""
The end of a request that takes too long, and of one whose caller has left: its statement is cancelled in the database.

What the database did not answer in time becomes 503 with Retry-After.
"""

import asyncio
from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from resolvers.database_failures import DatabaseTimeout, OutcomeUnknown, is_database_failure
from service.http.come_back import come_back_later
from service.http.metrics import Metrics
from service.http.middleware import is_upload, refusal
from service.logs import described_exception, log

WATCH_AFTER = 0.25  # seconds after which it is watched whether the caller is still there; few requests take as long
LEFT, LATE = "caller left", "request took too long"


class RequestTooLate(Exception):
    """The request was ended because it took too long."""

    code = "REQUEST_TIMEOUT"

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"The request took longer than {seconds} s and was ended. Ask for less; a command with the same key"
        )


class _Ending:
    """Ends the task of one request, for a reason."""

    def __init__(self, task: "asyncio.Task[object]") -> None:
        self.task, self.reason = task, ""
        self.watching: asyncio.Task[None] | None = None

    def end(self, reason: str) -> None:
        """Cancel the request once."""
        if not self.reason:
            self.reason = reason
            self.task.cancel()

    def watch(self, receive: Receive) -> None:
        """End the request when its caller leaves."""
        self.watching = asyncio.create_task(self._until_left(receive))

    async def _until_left(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.end(LEFT)

    async def settle(self) -> None:
        """Stop watching; take back a cancellation that reached the request only after its last step."""
        if self.watching:
            self.watching.cancel()
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
        if scope["type"] != "http" or is_upload(scope) or task is None:
            await self.app(scope, receive, send)
            return
        has_begun, ending, loop = False, _Ending(task), asyncio.get_running_loop()
        after_body: Receive = getattr(receive, "following", receive)
        timers = (
            loop.call_later(WATCH_AFTER, ending.watch, after_body),
            loop.call_later(self.seconds, ending.end, LATE),
        )

        async def send_noted(message: Message) -> None:
            nonlocal has_begun
            if not has_begun:
                has_begun = True
                timers[1].cancel()  # a large answer to a slow caller may take longer
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
        except asyncio.CancelledError:
            if not ending.reason:
                raise
            task.uncancel()
            await self._ended(ending.reason, scope, receive, send, has_begun=has_begun)
        except Exception as error:
            if has_begun or not is_database_failure(error):
                raise
            await self._failed(error, scope, receive, send)
        finally:
            for timer in timers:
                timer.cancel()
            await ending.settle()

    async def _ended(self, reason: str, scope: Scope, receive: Receive, send: Send, *, has_begun: bool) -> None:
        log.warning(reason)
        if reason == LATE and not has_begun:
            late = RequestTooLate(self.seconds)
            self.metrics.refusals.labels(late.code).inc()
            await refusal(late.code, 503, str(late), {"retry-after": "5"})(scope, receive, send)

    async def _failed(self, error: Exception, scope: Scope, receive: Receive, send: Send) -> None:
        told = error if isinstance(error, OutcomeUnknown) else DatabaseTimeout()
        log.error("database did not answer", **described_exception(error) | {"code": told.code})
        self.metrics.refusals.labels(told.code).inc()
        await come_back_later(Request(scope), told, 503)(scope, receive, send)
