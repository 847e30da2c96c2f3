"""Other sealed values on their way to new keys: data exports, and the secrets of the embedded provider."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from auth.provider.second_factor.factors import factor_purpose
from auth.provider.signing_keys import KEY_PURPOSE
from auth.sessions.log_out_hints import hint_purpose
from auth.tokens.sealing import SealedTextRefused, Sealer
from models.sealed import Keyring, Place, SealRefused, key_prefix, reseal_bytes
from service.database.key_usage import SEALED_COLUMNS
from service.keys.moving import Batch, Fault, MovedPlace

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]


@dataclass(frozen=True)
class _Column:
    """A sealed column: how a stale value is told, and how a value is moved."""

    table: str
    column: str
    other: str  # the column from which the purpose of a text follows
    stale: str
    move_value: Callable[[Any], Any]

    def place(self) -> MovedPlace:
        return MovedPlace(f"{self.table}.{self.column}", self.move, self.remaining)

    async def remaining(self, connection: "Connection") -> int:
        return int(await connection.fetchval(f"SELECT count(*) FROM {self.table} WHERE {self.stale}"))

    async def move(self, connection: "Connection", after: str | None, size: int) -> Batch:
        rows = await connection.fetch(
            f"SELECT id, {self.other} AS about, {self.column} AS sealed FROM {self.table}"
            f" WHERE ($1::uuid IS NULL OR id > $1) AND {self.stale} ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED",
            UUID(after) if after else None,
            size,
        )
        batch = Batch(last=str(rows[-1]["id"]) if rows else None)
        for row in rows:
            try:
                value = self.move_value(row)
            except (SealRefused, SealedTextRefused) as refused:
                batch.faults.append(Fault(self.table, str(row["id"]), refused.code))
                continue
            await connection.execute(f"UPDATE {self.table} SET {self.column} = $2 WHERE id = $1", row["id"], value)
            batch.moved += 1
        return batch


def export_places(keyring: Keyring) -> list[MovedPlace]:
    """Return the contents of data exports, which are sealed with the field key."""
    prefix = key_prefix(keyring.sealing_key).hex()

    def column(table: str, name: str) -> MovedPlace:
        def moved(row: Any) -> bytes:
            return reseal_bytes(keyring, Place(table, name, row["id"]), row["sealed"])

        stale = f"substr({name}, 1, 3) <> '\\x{prefix}'"
        return _Column(table, name, "id", stale, moved).place()

    return [column(table, name) for table, name in SEALED_COLUMNS]


def provider_places(keys: dict[int, bytes], now: datetime) -> list[MovedPlace]:
    """Return what is sealed with the session key: keys and second factors of the embedded provider, log-out hints."""
    sealer, number = Sealer(keys), max(keys)

    def column(table: str, name: str, other: str, purpose: Callable[[Any], str]) -> MovedPlace:
        def moved(row: Any) -> str:
            about = purpose(row["about"])
            return sealer.seal(about, sealer.open(about, row["sealed"], now))

        stale = f"split_part({name}, '.', 1) <> '{number}'"
        return _Column(table, name, other, stale, moved).place()

    return [
        column("provider_key", "private_key", "id", lambda _: KEY_PURPOSE),
        column("second_factor", "secret", "user_id", factor_purpose),
        column("session", "id_token", "id", hint_purpose),
    ]
