"""
The watch over the event loop: a line in the log and a metric when it stood still.

While one request computes, the others wait. What takes the processor for long belongs into `auth/processing.py`.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette

from service.http.metrics import Metrics
from service.logs import log

LOOK_SECONDS, STALL_SECONDS = 0.05, 0.1
MOST_NAMED = 10  # requests that a line names


@asynccontextmanager
async def watching_loop(app: Starlette) -> AsyncIterator[None]:
    """Watch the loop while the service runs."""
    watch = asyncio.create_task(watch_loop(app.state.metrics))
    try:
        yield
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch


async def watch_loop(metrics: Metrics) -> None:
    """Look twenty times a second how late the loop wakes this task; log a stall with the requests that were running."""
    while True:
        metrics.ended.clear()
        due = time.monotonic() + LOOK_SECONDS
        await asyncio.sleep(LOOK_SECONDS)
        late = time.monotonic() - due
        metrics.loop_lag.observe(late)
        if late >= STALL_SECONDS:
            named = [*metrics.ended, *metrics.running][:MOST_NAMED]
            log.warning("loop stood still", milliseconds=round(late * 1000), requests=named)
