"""Viewers that are cached for a short time; the statement that uses one checks itself that it is still valid."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from auth.accounts.viewer_loading import BySession, ByToken, Credentials, LoadedViewer
from auth.tokens.random_tokens import token_digest
from workflow.calendar import finnish_day

CACHE_LIFETIME = timedelta(minutes=1)
MAX_CACHED_VIEWERS = 10_000

CacheKey = tuple[bytes, frozenset[str] | None]


@dataclass(frozen=True)
class CachedViewer:
    """A viewer as loaded, the instant until which it is cached, and the day (in Finland) for which its roles hold."""

    entry: LoadedViewer
    until: datetime
    day: date


@dataclass
class ViewerCache:
    """At most `MAX_CACHED_VIEWERS` viewers, by credentials; the least recently added one is dropped first."""

    entries: OrderedDict[CacheKey, CachedViewer] = field(default_factory=OrderedDict)

    def get(self, credentials: Credentials, now: datetime) -> LoadedViewer | None:
        """Return the viewer that is cached for these credentials, None when it is too old or was loaded yesterday."""
        cached = self.entries.get(cache_key(credentials))
        return cached.entry if cached and cached.until > now and cached.day == finnish_day(now) else None

    def put(self, credentials: Credentials, entry: LoadedViewer, now: datetime) -> None:
        """Cache a viewer that was just loaded."""
        key = cache_key(credentials)
        self.entries[key] = CachedViewer(entry, now + CACHE_LIFETIME, finnish_day(now))
        self.entries.move_to_end(key)
        if len(self.entries) > MAX_CACHED_VIEWERS:
            self.entries.popitem(last=False)

    def note_use(self, credentials: Credentials, now: datetime) -> None:
        """Record that the use of the session was written, so that it is not written again within the next minute."""
        if cached := self.entries.get(cache_key(credentials)):
            self.entries[cache_key(credentials)] = replace(cached, entry=replace(cached.entry, seen_at=now))

    def drop(self, credentials: Credentials) -> None:
        """Remove the viewer of these credentials."""
        self.entries.pop(cache_key(credentials), None)


def cache_key(credentials: Credentials) -> CacheKey:
    """Return the cache key: tokens of one person through one client for the same scopes share a viewer."""
    match credentials:
        case BySession(id_hash):
            return id_hash, None
        case ByToken(token):
            return token_digest(f"{token.issuer}\0{token.subject}\0{token.client}"), token.scopes
