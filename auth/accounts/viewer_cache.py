"""Viewers kept for a moment between requests, for statements that verify themselves that nothing has changed."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from auth.accounts.viewer_loading import BySession, ByToken, Credentials, Entry, today
from auth.tokens.random_tokens import digest
from auth.viewer import Viewer

KEPT_FOR = timedelta(minutes=1)
MOST = 10_000

Key = tuple[bytes, frozenset[str] | None]


@dataclass(frozen=True)
class Kept:
    """A viewer as loaded, until when it is kept, and the day for which its roles were looked up."""

    entry: Entry
    until: datetime
    day: date


@dataclass
class KeptViewers:
    """At most MOST viewers, by credential; who was used longest ago is dropped first."""

    kept: OrderedDict[Key, Kept] = field(default_factory=OrderedDict)

    def get(self, credentials: Credentials, now: datetime) -> Entry | None:
        """Return what is kept for these credentials, None when it is too old or of yesterday."""
        found = self.kept.get(key_of(credentials))
        return found.entry if found and found.until > now and found.day == today(now) else None

    def put(self, credentials: Credentials, entry: Entry, now: datetime) -> None:
        """Keep a viewer that was just loaded."""
        key = key_of(credentials)
        self.kept[key] = Kept(entry, now + KEPT_FOR, today(now))
        self.kept.move_to_end(key)
        if len(self.kept) > MOST:
            self.kept.popitem(last=False)

    def note_use(self, credentials: Credentials, now: datetime) -> None:
        """Remember that the use of the session was written, so that the next minute need not write it."""
        if found := self.kept.get(key_of(credentials)):
            self.kept[key_of(credentials)] = replace(found, entry=replace(found.entry, seen_at=now))

    def drop(self, credentials: Credentials) -> None:
        """Keep nothing for these credentials."""
        self.kept.pop(key_of(credentials), None)

    def forget(self, viewer: Viewer) -> None:
        """Keep nothing of this account: a statement found it stale."""
        for key in [key for key, kept in self.kept.items() if kept.entry.viewer.account == viewer.account]:
            del self.kept[key]


def key_of(credentials: Credentials) -> Key:
    """Return the key of credentials: tokens of one person through one client for the same scopes share a viewer."""
    match credentials:
        case BySession(id_hash):
            return id_hash, None
        case ByToken(token):
            return digest(f"{token.issuer}\0{token.subject}\0{token.client}"), token.scopes
