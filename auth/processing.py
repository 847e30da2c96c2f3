"""
Work that takes the processor for longer than a request may hold up all others: it runs in threads beside the loop.

A pool has few threads and a bounded queue. Whoever comes when the queue is full is told to come back: a longer queue
would only answer people who have left.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import Any, ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Busy(Exception):
    """The service has too much to do. `retry_after` is the number of whole seconds after which to ask again."""

    code = "BUSY"

    def __init__(self, retry_after: int = 2) -> None:
        super().__init__(f"The service is busy, try again in {retry_after} s")
        self.retry_after = retry_after


@dataclass
class ProcessorPool:
    """At most `threads` pieces of work at once, and at most `queue` that wait; `used` counts both."""

    name: str
    threads: int
    queue: int
    used: int = 0
    _lock: Lock = field(default_factory=Lock)
    _executor: ThreadPoolExecutor | None = None

    async def run(self, work: Callable[_P, _R], *arguments: _P.args, **named: _P.kwargs) -> _R:
        """
        Return what `work` returns; an exception of it is raised here.

        A caller that is cancelled gives up its place in the queue; work that has begun ends first.

        :raises Busy: when the queue is full
        """
        future = self._submit(partial(work, *arguments, **named))
        return await asyncio.wrap_future(future)

    def _submit(self, work: Callable[[], Any]) -> Any:
        with self._lock:
            if self.used >= self.threads + self.queue:
                raise Busy
            self.used += 1
            self._executor = self._executor or ThreadPoolExecutor(self.threads, thread_name_prefix=self.name)
        future = self._executor.submit(work)
        future.add_done_callback(self._leave)
        return future

    def _leave(self, _future: Any) -> None:
        with self._lock:
            self.used -= 1


# One hash takes 64 MiB and a core for some 50 ms: more at once could stop the service.
PASSWORDS = ProcessorPool("passwords", threads=2, queue=60)
CONTENTS = ProcessorPool("contents", threads=2, queue=30)  # uploads, exports, long documents
