"""The metrics of the change feed: how many listen, what they were told, and how late."""

from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_SECONDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)


@dataclass
class FeedMetrics:
    """What one process counts; labels are kinds and codes."""

    registry: CollectorRegistry
    streams: Gauge = field(init=False)
    told: Counter = field(init=False)
    batches: Counter = field(init=False)
    read: Counter = field(init=False)
    ended: Counter = field(init=False)
    lag: Histogram = field(init=False)

    def __post_init__(self) -> None:
        own = self.registry
        self.streams = Gauge("polku_change_streams", "Open streams of the change feed.", registry=own)
        self.told = Counter("polku_change_events", "Events told to streams, by kind.", ("kind",), registry=own)
        self.batches = Counter("polku_change_batches", "Statements that read the outbox for streams.", registry=own)
        self.read = Counter("polku_change_events_read", "Events of the outbox that were read.", registry=own)
        self.ended = Counter("polku_change_streams_ended", "Streams that the service ended.", ("code",), registry=own)
        self.lag = Histogram(
            "polku_change_lag_seconds",
            "From the oldest event of a batch to its telling.",
            buckets=_SECONDS,
            registry=own,
        )
