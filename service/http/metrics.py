"""Metrics of the running process for Prometheus, on a separate port, which only operators can reach."""

import math
import time
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString
from typing_extensions import override

from auth.processing import CONTENTS, PASSWORDS
from service import __version__
from service.backup_directory import last_rehearsal, newest_backup
from service.database.statement_pool import StatementPool

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


@dataclass(eq=False)
class AnsweredRequests(Collector):
    """
    How many requests were answered, and in what time: plain numbers, made into metrics when Prometheus asks.

    The library's own counters take a lock for each number, which took as long as the limits of a caller.
    """

    answers: defaultdict[tuple[str, str, int], int] = field(default_factory=lambda: defaultdict(int))
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))  # of all answers of a route
    times: dict[str, list[int]] = field(
        default_factory=dict
    )  # how many took as long as each bucket, the last is longer

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self.answers[route, method, status] += 1
        self.seconds[route] += seconds
        if route not in self.times:
            self.times[route] = [0] * (len(SECONDS) + 1)
        self.times[route][bisect_left(SECONDS, seconds)] += 1

    @override
    def collect(self) -> Iterator[Metric]:
        """Yield the counter and the histogram."""
        requests = CounterMetricFamily("polku_requests", "Answered requests.", labels=("route", "method", "status"))
        for (route, method, status), count in self.answers.copy().items():
            requests.add_metric((route, method, str(status)), count)
        yield requests
        times = HistogramMetricFamily("polku_request_seconds", "Time to answer.", labels=("route",))
        for route, counts in self.times.copy().items():
            bounds = (*map(floatToGoString, SECONDS), "+Inf")
            times.add_metric((route,), list(zip(bounds, accumulate(counts), strict=True)), self.seconds[route])
        yield times


@dataclass
class Metrics:
    """The metrics of one application. Labels are routes and codes, never names, ids or addresses."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    requests: AnsweredRequests = field(default_factory=AnsweredRequests)
    refusals: Counter = field(init=False)
    connections: Gauge = field(init=False)
    loop_lag: Histogram = field(init=False)
    waiting: Gauge = field(init=False)
    running: dict[str, None] = field(default_factory=dict)  # the ids of the requests that are being answered
    ended: deque[str] = field(default_factory=lambda: deque(maxlen=10))  # and of those that were answered just now
    background: Gauge = field(init=False)

    def __post_init__(self) -> None:
        own = self.registry
        own.register(self.requests)
        self.refusals = Counter("polku_refusals", "Requests refused before they were read.", ("code",), registry=own)
        self.connections = Gauge("polku_read_connections", "Connections of the read pool.", ("state",), registry=own)
        self.loop_lag = Histogram(
            "polku_loop_lag_seconds", "How late the event loop wakes a task.", buckets=SECONDS, registry=own
        )
        self.waiting = Gauge(
            "polku_processor_work", "Work of the processor, running or queued.", ("pool",), registry=own
        )
        for pool in (PASSWORDS, CONTENTS):
            self.waiting.labels(pool.name).set_function(partial(getattr, pool, "used"))
        late = (
            "Seconds: since a job of any worker ended well, since the logs were sealed, of the oldest event that waits,"
            " since the virus scanner's signatures were made."
        )
        self.background = Gauge("polku_background_seconds", late, ("part",), registry=own)
        build = Gauge("polku_build_info", "1; the label is the version that runs.", ("version",), registry=own)
        build.labels(__version__).set(1)
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=own)

    def watch(self, pool: StatementPool) -> None:
        """Report the open and the idle connections of `pool`; they are measured when Prometheus asks."""
        self.connections.labels("idle").set_function(pool.get_idle_size)
        self.connections.labels("open").set_function(pool.get_size)

    def watch_limits(self, are_shared: Callable[[], bool]) -> None:
        """Report whether the limits of callers are shared with the other processes."""
        meaning = "1 while the server of the shared limits counts, 0 while this process counts for itself."
        Gauge("polku_limits_shared", meaning, registry=self.registry).set_function(lambda: float(are_shared()))

    def watch_backups(self, directory: Path) -> None:
        """Report the ages of the newest backup and the last rehearsal, NaN before the first, and whether it passed."""

        def newest_age() -> float:
            newest = newest_backup(directory)
            return time.time() - newest.made_at.timestamp() if newest else math.nan

        def rehearsal_age() -> float:
            last = last_rehearsal(directory)
            return time.time() - last.at.timestamp() if last else math.nan

        def rehearsal_passed() -> float:
            last = last_rehearsal(directory)
            return float(last.is_passed) if last else math.nan

        for name, meaning, function in (
            ("polku_newest_backup_age_seconds", "Age of the newest complete backup.", newest_age),
            ("polku_rehearsal_age_seconds", "Time since the last rehearsal of a restore.", rehearsal_age),
            ("polku_rehearsal_passed", "1 when the last rehearsal passed, otherwise 0.", rehearsal_passed),
        ):
            Gauge(name, meaning, registry=self.registry).set_function(function)

    def note_background(self, seconds: Mapping[str, float | None]) -> None:
        """Keep how late each part of the background is, as `/readyz` measured it last."""
        for name, age in seconds.items():
            self.background.labels(name).set(math.nan if age is None else age)

    @contextmanager
    def serve(self, host: str, port: int) -> Iterator[None]:
        """Serve the metrics on their port while the service runs; port 0 serves none."""
        if not port:
            yield
            return
        server, thread = start_http_server(port, host, self.registry)
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
