"""Where callers are counted: in this process, or in a server that all processes of all hosts share."""

from hashlib import sha256
from hmac import digest

from service.http.metrics import Metrics
from service.http.walls.limits import CallerLimits, ProcessLimits, RateLimits
from service.resources import key_ring
from service.settings import Settings, with_password


def limits_of(settings: Settings, metrics: Metrics) -> CallerLimits:
    """Return the limits that the settings ask for; a shared server is reached for when the first caller is counted."""
    buckets = RateLimits.of(settings)
    if not settings.limits_url:
        return ProcessLimits(buckets)
    from service.http.walls.shared_limits import SharedLimits, limits_server  # noqa: PLC0415 - only who shares needs it

    authorities = str(settings.limits_authorities) if settings.limits_authorities else None
    storage, pool = limits_server(with_password(settings.limits_url, settings.limits_password), authorities)
    key = digest(key_ring(settings, "session_key")[0], b"limits", sha256)
    shared = SharedLimits(storage, pool, key, buckets, buckets.divided(settings.limits_hosts * settings.workers))
    metrics.watch_limits(lambda: not shared.is_away)
    return shared
