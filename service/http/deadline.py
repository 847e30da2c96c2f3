"""A deadline of the running task, for what nearly always happens at once."""

import asyncio
from types import TracebackType
from typing import Self


class Deadline:
    """Cancels the running task after some seconds; a timer of the loop costs a third of `asyncio.timeout`."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._task = asyncio.current_task()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._timer.cancel()

    def take_back(self) -> None:
        """
        Take back the cancellation that this deadline has caused.

        :raises CancelledError: when the task was cancelled by somebody else
        """
        if not self.is_over or self._task is None:
            raise  # noqa: PLE0704 - it is called while the cancellation is handled
        self._task.uncancel()

    def _end(self) -> None:
        self.is_over = True
        if self._task is not None:
            self._task.cancel()
