"""Viewers kept for a moment between requests, for statements that verify themselves that nothing has changed."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from auth.accounts.viewer_loading import BySession, ByToken, Credentials, LoadedViewer, today
from auth.tokens.random_tokens import token_digest
from auth.viewer import Viewer

CACHE_LIFETIME = timedelta(minutes=1)
MAX_CACHED_VIEWERS = 10_000

CacheKey = tuple[bytes, frozenset[str] | None]


@dataclass(frozen=True)
class CachedViewer:
    """A viewer as loaded, until when it is kept, and the day for which its roles were looked up."""

    entry: LoadedViewer
    until: datetime
    day: date


@dataclass
class ViewerCache:
    """At most MOST viewers, by credential; who was used longest ago is dropped first."""

    kept: OrderedDict[CacheKey, CachedViewer] = field(default_factory=OrderedDict)

    def get(self, credentials: Credentials, now: datetime) -> LoadedViewer | None:
        """Return what is kept for these credentials, None when it is too old or of yesterday."""
        found = self.kept.get(cache_key(credentials))
        return found.entry if found and found.until > now and found.day == today(now) else None

    def put(self, credentials: Credentials, entry: LoadedViewer, now: datetime) -> None:
        """Keep a viewer that was just loaded."""
        key = cache_key(credentials)
        self.kept[key] = CachedViewer(entry, now + CACHE_LIFETIME, today(now))
        self.kept.move_to_end(key)
        if len(self.kept) > MAX_CACHED_VIEWERS:
            self.kept.popitem(last=False)

    def note_use(self, credentials: Credentials, now: datetime) -> None:
        """Remember that the use of the session was written, so that the next minute need not write it."""
        if found := self.kept.get(cache_key(credentials)):
            self.kept[cache_key(credentials)] = replace(found, entry=replace(found.entry, seen_at=now))

    def drop(self, credentials: Credentials) -> None:
        """Keep nothing for these credentials."""
        self.kept.pop(cache_key(credentials), None)

    def forget(self, viewer: Viewer) -> None:
        """Keep nothing of this account: a statement found it stale."""
        for key in [key for key, kept in self.kept.items() if kept.entry.viewer.account == viewer.account]:
            del self.kept[key]


def cache_key(credentials: Credentials) -> CacheKey:
    """Return the key of credentials: tokens of one person through one client for the same scopes share a viewer."""
    match credentials:
        case BySession(id_hash):
            return id_hash, None
        case ByToken(token):
            return token_digest(f"{token.issuer}\0{token.subject}\0{token.client}"), token.scopes
