"""Identity codes on their way to new keys: the sealed code and its blind indexes, of clients and referrals."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg

from models.code_index import CODE_COLUMNS, code_indexes, live_index_keys
from models.sealed import Keyring, Place, SealRefused, key_prefix, seal, unseal
from service.database.key_usage import CODED_TABLES
from service.keys.moving import Batch, Fault, MovedPlace

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record]

TAKEN = "IDENTITY_CODE_TAKEN"
_STALE = (
    "personal_identity_code IS NOT NULL AND (substr(personal_identity_code, 1, 3) <> {sealing}"
    " OR coalesce(substr(identity_index, 1, 3), '') <> {odd}"
    " OR coalesce(substr(identity_index_even, 1, 3), '') <> {even})"
)
_UPDATE = """
UPDATE {table} t SET personal_identity_code = u.sealed, identity_index = u.odd, identity_index_even = u.even
FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[]) AS u(id, sealed, odd, even) WHERE t.id = u.id
"""
_Values = tuple[UUID, bytes, bytes | None, bytes | None]


def coded_places(keyring: Keyring) -> list[MovedPlace]:
    """Return the tables with identity codes."""
    return [_CodedTable(table, keyring).place() for table in CODED_TABLES]


@dataclass(frozen=True)
class _CodedTable:
    table: str
    keyring: Keyring

    def place(self) -> MovedPlace:
        return MovedPlace(f"{self.table}.personal_identity_code", self.move, self.remaining)

    def prefixes(self) -> list[bytes]:
        """Return the first bytes that the code, the odd and the even index should have; nothing for no key."""
        by_parity = {number % 2: key_prefix(number) for number in live_index_keys(self.keyring)}
        return [key_prefix(self.keyring.sealing_key), by_parity.get(1, b""), by_parity.get(0, b"")]

    async def remaining(self, connection: "Connection") -> int:
        stale = _STALE.format(sealing="$1", odd="$2", even="$3")
        return int(await connection.fetchval(f"SELECT count(*) FROM {self.table} WHERE {stale}", *self.prefixes()))

    async def move(self, connection: "Connection", after: str | None, size: int) -> Batch:
        stale = _STALE.format(sealing="$3", odd="$4", even="$5")
        rows = await connection.fetch(
            f"SELECT id, {', '.join(CODE_COLUMNS)} FROM {self.table} WHERE ($1::uuid IS NULL OR id > $1) AND {stale}"
            " ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED",
            UUID(after) if after else None,
            size,
            *self.prefixes(),
        )
        batch = Batch(last=str(rows[-1]["id"]) if rows else None)
        values = [value for row in rows if (value := self._moved(row, batch)) is not None]
        await self._write(connection, values, batch)
        return batch

    def _moved(self, row: Any, batch: Batch) -> _Values | None:
        """Return the row's values under the current keys; None when the code cannot be opened, which is a fault."""
        place = Place(self.table, "personal_identity_code", row["id"])
        try:
            code = unseal(self.keyring, place, row["personal_identity_code"])
        except SealRefused as refused:
            batch.faults.append(Fault(self.table, str(row["id"]), refused.code))
            return None
        indexes = code_indexes(self.keyring, code)
        return row["id"], seal(self.keyring, place, code), indexes.odd, indexes.even

    async def _write(self, connection: "Connection", values: list[_Values], batch: Batch) -> None:
        """Write the rows at once; when two of them have one code, write them singly and name those that stay."""
        try:
            async with connection.transaction():
                await self._update(connection, values)
            batch.moved += len(values)
        except asyncpg.UniqueViolationError:
            for value in values:
                try:
                    async with connection.transaction():
                        await self._update(connection, [value])
                    batch.moved += 1
                except asyncpg.UniqueViolationError:
                    batch.faults.append(Fault(self.table, str(value[0]), TAKEN))

    async def _update(self, connection: "Connection", values: list[_Values]) -> None:
        if values:
            await connection.execute(_UPDATE.format(table=self.table), *map(list, zip(*values, strict=True)))
