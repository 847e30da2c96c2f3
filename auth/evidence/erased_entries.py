"""
What is gone from history and versions because a person was erased, and what merely claims to be.

The functions that erase note every entry that they remove. The note is believed when the erasure of that person stands
in the table of erasures, when the purge that two people confirmed has an item for the person that was carried out, and
when the list of erasures outside the database has the same line.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from auth.evidence.faults import FaultKind, LogFault, Sealed
from models.chain import SEALED_LOGS
from models.erasure_list import ERASED, ErasureEntry
from workflow.purge import ERASED_ITEM_STATES

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

_BATCH_SIZE = 5_000
_ERASABLE = frozenset(log.table for log in SEALED_LOGS if log.is_erasable)
_LAST_WORD = "SELECT x.what FROM erasure x WHERE x.object_id = e.subject {} ORDER BY x.number DESC LIMIT 1"
_NOTED = f"""
SELECT e.log, e.entry, coalesce(CASE WHEN e.purge_id IS NULL THEN ({_LAST_WORD.format("")}) = '{ERASED}'
  ELSE ({_LAST_WORD.format("AND x.purge_id = e.purge_id")}) = '{ERASED}' AND EXISTS (SELECT FROM purge_item i
    WHERE i.purge_id = e.purge_id AND i.target_id = e.subject AND {ERASED_ITEM_STATES.sql("i.state")}) END, FALSE)
  AS is_proven
FROM erased_entry e WHERE e.log = $1 AND e.entry = ANY ($2::text[])
"""
_ERASURES = "SELECT number, noun, object_id, purge_id, what FROM erasure ORDER BY number"


async def without_erased(connection: "Connection", missing: Sequence[Sealed]) -> tuple[list[Sealed], list[LogFault]]:
    """Return the missing entries that no erasure explains, and a fault for each whose erasure is not proven."""
    unexplained = [seal for seal in missing if seal.log not in _ERASABLE]
    faults: list[LogFault] = []
    for log in sorted(_ERASABLE):
        of_log = [seal for seal in missing if seal.log == log]
        for start in range(0, len(of_log), _BATCH_SIZE):
            batch = of_log[start : start + _BATCH_SIZE]
            rows = await connection.fetch(_NOTED, log, [seal.entry for seal in batch])
            noted = {row["entry"]: row["is_proven"] for row in rows}
            unexplained += [seal for seal in batch if seal.entry not in noted]
            faults += [seal.fault(FaultKind.ERASURE_UNPROVEN) for seal in batch if noted.get(seal.entry) is False]
    return unexplained, faults


async def erasure_faults(connection: "Connection", listed: Iterable[ErasureEntry]) -> list[LogFault]:
    """Return a fault for each erasure of the database that the list outside of it does not have."""
    known = {line.number: (line.noun, line.object_id.hex, line.purge, line.what) for line in listed}
    return [
        LogFault(FaultKind.ERASURE_UNLISTED, "erasure", str(row["number"]))
        for row in await connection.fetch(_ERASURES)
        if known.get(row["number"]) != _line(row)
    ]


def _line(row: Any) -> tuple[str, str, str | None, str]:
    purge = row["purge_id"].hex if row["purge_id"] else None
    return row["noun"], row["object_id"].hex, purge, row["what"]
