"""What a process makes of its settings: the one schema, the keys, the file store; and the only clock."""

from datetime import UTC, datetime
from functools import lru_cache

import strawberry

from models.sealed import Keyring
from resolvers.declaration import ContentTypes
from resolvers.file_store import FileStore
from resolvers.virus_scanner import VirusScanner
from schema.root import build_schema
from service.settings import Settings


@lru_cache(1)
def schema_and_content_types() -> tuple[strawberry.Schema, ContentTypes]:
    """Return the only schema of this process, with its content types."""
    return build_schema()


def keyring_of(settings: Settings) -> Keyring:
    """Return the keys that encrypt and index identity codes, and those that sign checkpoints of the logs."""
    return Keyring(settings.keys("field_key"), settings.keys("index_key"), settings.keys("log_key"))


def key_ring(settings: Settings, name: str) -> tuple[bytes, ...]:
    """Return the keys of the `…_key` setting with this name, the current one first; the older ones only open."""
    keys = settings.keys(name)
    return tuple(keys[number] for number in sorted(keys, reverse=True))


def file_store(settings: Settings) -> FileStore:
    """Return the store of the attachments' contents."""
    return FileStore(settings.files_dir, keyring_of(settings), settings.max_file_bytes)


def virus_scanner(settings: Settings) -> VirusScanner | None:
    """Return what looks for viruses in attachments; None when nothing does."""
    return VirusScanner(settings.scanner_url, settings.scanner_seconds) if settings.scanner_url else None


def utc_now() -> datetime:
    """Return the moment in UTC: the service package is the only one that reads the clock."""
    return datetime.now(UTC)
