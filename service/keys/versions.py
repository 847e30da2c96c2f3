"""Identity codes in the versions of clients and referrals, which are moved to new keys by the owner of the tables."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from models.code_index import SEALED_COLUMN, code_indexes
from models.sealed import Keyring, Place, SealRefused, key_prefix, seal, unseal
from service.database.key_usage import CODED_TABLES, KeyUse
from service.keys.moving import Batch, Fault, MovedPlace

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

NAME = "version.personal_identity_code"
_OF_CODED = f"noun IN ({', '.join(repr(table) for table in CODED_TABLES)})"
_STALE = f"{_OF_CODED} AND left(stored ->> '{SEALED_COLUMN}', 6) <> {{}}"
_USES = (
    f"SELECT substr(stored ->> '{SEALED_COLUMN}', 3, 4) AS number, count(*) AS rows FROM version"
    f" WHERE {_STALE.format('$1')} GROUP BY 1 ORDER BY 1"
)
_ROWS = (
    f"SELECT id, noun, object_id, stored ->> '{SEALED_COLUMN}' AS sealed FROM version"
    f" WHERE ($1::bigint IS NULL OR id > $1) AND {_STALE.format('$3')} ORDER BY id LIMIT $2"
)
# The trigger that keeps history as it is lets the owner through while this setting is on; it ends with the transaction.
_OPEN = "SELECT set_config('polku.erasing', 'on', true)"
_UPDATE = """
UPDATE version v SET stored = v.stored || u.changed FROM unnest($1::bigint[], $2::text[]) AS g(id, text),
  LATERAL (SELECT g.text::jsonb AS changed) u WHERE v.id = g.id
"""


def version_place(keyring: Keyring) -> MovedPlace:
    """Return the codes in the versions."""
    versions = _Versions(keyring)
    return MovedPlace(NAME, versions.move, versions.remaining, versions.uses)


@dataclass(frozen=True)
class _Versions:
    keyring: Keyring

    @property
    def prefix(self) -> str:
        return key_prefix(self.keyring.sealing_key).hex()

    async def remaining(self, connection: "Connection") -> int:
        return int(await connection.fetchval(f"SELECT count(*) FROM version WHERE {_STALE.format('$1')}", self.prefix))

    async def uses(self, connection: "Connection") -> list[KeyUse]:
        rows = await connection.fetch(_USES, self.prefix)
        return [KeyUse("field", int(row["number"], 16), NAME, row["rows"]) for row in rows]

    async def move(self, connection: "Connection", after: str | None, size: int) -> Batch:
        rows = await connection.fetch(_ROWS, int(after) if after else None, size, self.prefix)
        batch = Batch(last=str(rows[-1]["id"]) if rows else None)
        changed = [(row["id"], text) for row in rows if (text := self._moved(row, batch)) is not None]
        if changed:
            await connection.execute(_OPEN)
            await connection.execute(_UPDATE, *map(list, zip(*changed, strict=True)))
            batch.moved = len(changed)
        return batch

    def _moved(self, row: Any, batch: Batch) -> str | None:
        """Return the code and its indexes as JSON; None when the code cannot be opened, which is a fault."""
        place = Place(row["noun"], SEALED_COLUMN, row["object_id"])
        try:
            code = unseal(self.keyring, place, bytes.fromhex(row["sealed"]))
        except (SealRefused, ValueError) as refused:
            batch.faults.append(Fault("version", str(row["id"]), getattr(refused, "code", "SEAL_MALFORMED")))
            return None
        values = {SEALED_COLUMN: seal(self.keyring, place, code), **code_indexes(self.keyring, code).columns()}
        return orjson.dumps({name: value.hex() if value else None for name, value in values.items()}).decode()
