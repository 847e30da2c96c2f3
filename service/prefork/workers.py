"""
The workers of one machine, forked from a parent that has imported everything and built the schema.

The parent freezes what it has made, so that the garbage collector writes into none of its pages and the workers share
them: a worker takes half of what a process of its own takes (decision 0131). The parent serves nothing: it waits for
signals and dead children. SIGTERM ends all politely; SIGHUP begins again with new code, new settings and new workers,
and ends the old ones when the new ones answer.
"""

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from service.logs import log

Serve = Callable[[int, socket.socket], None]
SIGNALS = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD})
GRACE_SECONDS, READY_SECONDS = 20.0, 60.0  # uvicorn gives open requests ten seconds
EARLY_SECONDS, MOST_EARLY = 5.0, 5  # a worker that ends so soon did not start; so many in a row, and the service ends
# Allocations between two collections: a compiled read makes few cycles, and a collection halts all requests.
GC_THRESHOLDS = (50_000, 20, 100)
_SOCKET, _OLD = "PREFORK_SOCKET", "PREFORK_OLD_WORKERS"  # from one life of the parent to the next
_IMPORTS = "import service.app; from service.settings_loading import load_settings; load_settings()"


class WorkersFailed(Exception):
    """The workers end as soon as they start; the log says why."""

    code = "WORKERS_FAILED"


@dataclass
class Workers:
    """
    The parent of `count` workers, each of which runs `serve` with its number and the listening socket.

    `is_ready` tells whether a worker answers. Each of the `companions` runs in a process of its own beside them.
    """

    count: int
    listening: socket.socket
    serve: Serve
    is_ready: Callable[[int], bool]
    companions: Sequence[Callable[[], None]] = ()
    running: dict[int, tuple[int, float]] = field(default_factory=dict)  # process → number of the worker, start
    old: set[int] = field(default_factory=set)
    early: int = 0

    def run(self) -> None:
        """
        Keep the workers running until a signal ends them.

        :raises WorkersFailed: when they do not start
        """
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        self.old = {int(number) for number in os.environ.pop(_OLD, "").split()}
        freeze()
        try:
            for number in range(self.count + len(self.companions)):
                self._fork(number)
            self._end_old_when_ready()
            while (number := self._next_signal()) not in (signal.SIGTERM, signal.SIGINT):
                if number == signal.SIGHUP:
                    self._begin_again()
                self._replace_dead()
        finally:
            self._end({*self.running, *self.old})

    def _next_signal(self) -> int:
        found = signal.sigtimedwait(SIGNALS, 1.0)
        return found.si_signo if found else 0

    def _fork(self, number: int) -> None:
        process = os.fork()
        if process:
            self.running[process] = number, time.monotonic()
            return
        status = 1
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
            collect_rarely()
            if number < self.count:
                self.serve(number, self.listening)
            else:
                self.companions[number - self.count]()
            status = 0
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
        except Exception as error:  # noqa: BLE001 - the child must not run on in the parent's loop
            log.error("worker failed", exc_info=error)
        finally:
            os._exit(status)

    def _replace_dead(self) -> None:
        for process in reaped():
            self.old.discard(process)
            number, since = self.running.pop(process, (None, 0.0))
            if number is None:
                continue
            is_early = time.monotonic() - since < EARLY_SECONDS
            self.early = self.early + 1 if is_early else 0
            log.error("worker ended", count=self.early, kind=str(number))
            if self.early > MOST_EARLY:
                raise WorkersFailed
            if is_early:
                time.sleep(1)
            self._fork(number)

    def _end_old_when_ready(self) -> None:
        until = time.monotonic() + READY_SECONDS
        while self.old and time.monotonic() < until and not all(map(self.is_ready, range(self.count))):
            self._replace_dead()
            time.sleep(0.2)
        for process in self.old:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)

    def _begin_again(self) -> None:
        """Become the parent of new workers, with the same process id and socket, unless the new code does not start."""
        checked = subprocess.run([sys.executable, "-c", _IMPORTS], check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
        if checked.returncode:
            log.error("reload refused", code="RELOAD_REFUSED")
            return
        self.listening.set_inheritable(True)
        os.environ |= {_SOCKET: str(self.listening.fileno()), _OLD: " ".join(map(str, {*self.running, *self.old}))}
        os.execv(sys.executable, [sys.executable, "-m", "service.commands.cli", *sys.argv[1:]])  # noqa: S606 - itself

    def _end(self, processes: set[int]) -> None:
        for number, seconds in ((signal.SIGTERM, GRACE_SECONDS), (signal.SIGKILL, 2.0)):
            for process in processes:
                with suppress(ProcessLookupError):
                    os.kill(process, number)
            until = time.monotonic() + seconds
            while processes and time.monotonic() < until:
                processes -= reaped()
                time.sleep(0.05)


def freeze() -> None:
    """Keep what there is out of every later collection, whose marks would copy the pages that are shared."""
    gc.collect()
    gc.disable()  # a collection between here and the fork would free pages and leave holes
    gc.freeze()


def collect_rarely() -> None:
    """Let the garbage collector run again, after so many allocations that few requests meet it."""
    gc.enable()
    gc.set_threshold(*GC_THRESHOLDS)


def reaped() -> set[int]:
    """Return the children that have ended, and forget them."""
    found: set[int] = set()
    with suppress(ChildProcessError):
        while (process := os.waitpid(-1, os.WNOHANG)[0]) != 0:
            found.add(process)
    return found


def listening_socket(host: str, port: int, environment: Mapping[str, str] = os.environ) -> socket.socket:
    """Return the socket of an earlier life of this process, or a new one that listens."""
    if inherited := environment.get(_SOCKET):
        return socket.socket(fileno=int(inherited))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind((host, port))
    found.listen(2048)
    return found
