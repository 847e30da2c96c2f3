"""What is moved beside the database: the sealed files of attachments, and the digests of the list of erasures."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from models.erasure_list import ErasureList
from models.sealed import SealRefused
from resolvers.file_store import FileMissing, FileStore
from service.backup_directory import keys_of_backups
from service.database.key_usage import BACKUP, KeyUse
from service.keys.moving import Batch, Fault, MovedPlace

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

FILES = "attachment.file"
ERASURES = "erasures.jsonl"
BACKUPS = "backups"
_ROWS = "SELECT id FROM attachment WHERE uploaded_at IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2"
_ALL = "SELECT id FROM attachment WHERE uploaded_at IS NOT NULL"


def file_place(files: FileStore) -> MovedPlace:
    """Return the files of the attachments; each is replaced as a whole."""
    place = _Files(files)
    return MovedPlace(FILES, place.move, place.remaining, place.uses)


@dataclass(frozen=True)
class _Files:
    files: FileStore

    async def remaining(self, connection: "Connection") -> int:
        used = await self._keys_used(connection)
        return used.total() - used[self.files.keyring.sealing_key]

    async def uses(self, connection: "Connection") -> list[KeyUse]:
        return key_uses("field", FILES, await self._keys_used(connection), self.files.keyring.sealing_key)

    async def _keys_used(self, connection: "Connection") -> Counter[int]:
        """Return how many files each key has sealed; 0 stands for a file that is missing or no sealed file."""
        ids = [row["id"] for row in await connection.fetch(_ALL)]
        return await asyncio.to_thread(lambda: Counter(map(self._key_of, ids)))

    def _key_of(self, attachment: UUID) -> int:
        try:
            return self.files.key_of(attachment)
        except (FileMissing, SealRefused):
            return 0

    async def move(self, connection: "Connection", after: str | None, size: int) -> Batch:
        rows = await connection.fetch(_ROWS, UUID(after) if after else None, size)
        batch = Batch(last=str(rows[-1]["id"]) if rows else None)
        for row in rows:
            await asyncio.to_thread(self._move_file, row["id"], batch)
        return batch

    def _move_file(self, attachment: UUID, batch: Batch) -> None:
        try:
            batch.moved += self.files.seal_again(attachment)
        except (FileMissing, SealRefused) as refused:
            batch.faults.append(Fault("attachment", str(attachment), refused.code))


def erasures_place(erasures: ErasureList) -> MovedPlace:
    """Return the list of erasures, which is signed again as a whole."""

    async def move(_connection: "Connection", _after: str | None, _size: int) -> Batch:
        return Batch(moved=await asyncio.to_thread(erasures.sign_again))

    async def remaining(_connection: "Connection") -> int:
        return sum(use.rows for use in await uses(_connection))

    async def uses(_connection: "Connection") -> list[KeyUse]:
        used = await asyncio.to_thread(erasures.keys_used)
        return key_uses("index", ERASURES, used, max(erasures.keyring.indexing))

    return MovedPlace(ERASURES, move, remaining, uses)


async def backup_uses(directory: Path | None, keys: Mapping[int, bytes]) -> list[KeyUse]:
    """
    Return which older keys the backups of a directory need.

    A backup is not encrypted again: its key goes when the last backup that it made is deleted, as all old ones are.
    """
    if directory is None:
        return []
    used = await asyncio.to_thread(keys_of_backups, directory)
    return key_uses(BACKUP, BACKUPS, used, max(keys))


def key_uses(kind: str, place: str, used: Counter[int], newest: int) -> list[KeyUse]:
    """Return the uses of older keys; what stands under 0 needs no key that is known."""
    return [KeyUse(kind, number, place, rows) for number, rows in sorted(used.items()) if number not in (0, newest)]
