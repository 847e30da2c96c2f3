"""
One port of metrics over all workers: each worker serves its own on the loopback, and each sample names its worker.

Sums over the workers are the work of whoever asks: `sum by (route) (rate(polku_requests_total[5m]))`.
"""

import http.client
import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import Collector
from typing_extensions import override

SECONDS = 2.0  # for one worker; one that stands still must not hide the others


def free_ports(count: int) -> list[int]:
    """Return so many ports of the loopback on which nothing listens."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def fetched(port: int) -> str | None:
    """Return the metrics of a worker, None when it does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/metrics")
        answer = connection.getresponse()
        return answer.read().decode() if answer.status == 200 else None
    return None


@dataclass(frozen=True, eq=False)
class JoinedMetrics(Collector):
    """The metrics of the workers on `ports`, with the label `worker`, and how many workers answer."""

    ports: Sequence[int]

    @override
    def collect(self) -> Iterator[Metric]:
        """Yield every metric of every worker."""
        found: dict[str, Metric] = {}
        texts = [(str(number), text) for number, port in enumerate(self.ports) if (text := fetched(port)) is not None]
        for number, text in texts:
            for family in text_string_to_metric_families(text):
                joined = found.setdefault(family.name, Metric(family.name, family.documentation, family.type))
                for sample in family.samples:
                    joined.samples.append(sample._replace(labels={**sample.labels, "worker": number}))
        yield from found.values()
        answering = GaugeMetricFamily(
            "polku_workers", "Workers of this machine, and those that answer.", labels=["state"]
        )
        answering.add_metric(["wanted"], len(self.ports))
        answering.add_metric(["answering"], len(texts))
        yield answering


def serve_joined_metrics(host: str, port: int, ports: Sequence[int]) -> None:
    """Serve the metrics of all workers until the process ends."""
    registry = CollectorRegistry()
    registry.register(JoinedMetrics(ports))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = generate_latest(registry)
            self.send_response(200)
            self.send_header("content-type", CONTENT_TYPE_LATEST)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Write nothing: the lines of the service say what was asked of it."""

    class Server(ThreadingHTTPServer):
        allow_reuse_port = True  # at a reload, the new one begins before the old one ends

    Server((host, port), Handler).serve_forever()
