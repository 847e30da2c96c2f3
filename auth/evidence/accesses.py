"""
Whether emergency and support accesses are what their last sealed version says.

The rows themselves change as long as an access lives, so they cannot be sealed; every change of one leaves a version,
and versions are sealed. A row that was altered, removed or put in by hand differs from them.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import orjson

from auth.evidence.faults import FaultKind, LogFault
from models.exceptional_access import EmergencyAccess, SupportAccess

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

_TABLES = tuple(str(model._meta.db_table) for model in (EmergencyAccess, SupportAccess))
_ROWS = """
SELECT t.*, (SELECT v.stored FROM version v WHERE v.object_id = t.id ORDER BY v.revision DESC, v.id DESC LIMIT 1)
  AS last_version FROM {} t ORDER BY t.id
"""
_GONE = """
SELECT DISTINCT v.object_id AS id FROM version v
WHERE v.noun = '{0}' AND NOT EXISTS (SELECT FROM {0} t WHERE t.id = v.object_id) ORDER BY 1
"""


async def access_faults(connection: "Connection") -> list[LogFault]:
    """Return a fault for each access that was altered, removed or put in by hand."""
    faults: list[LogFault] = []
    for table in _TABLES:
        async for row in connection.cursor(_ROWS.format(table)):
            if row["last_version"] is None:
                faults.append(LogFault(FaultKind.INSERTED, table, str(row["id"])))
            elif changed := _changed(row):
                faults.append(LogFault(FaultKind.ALTERED, table, str(row["id"]), other=", ".join(changed)))
        gone = await connection.fetch(_GONE.format(table))
        faults += [LogFault(FaultKind.REMOVED, table, str(row["id"])) for row in gone]
    return faults


def _changed(row: Any) -> list[str]:
    """Return the names of the columns that differ from the last version."""
    stored = orjson.loads(row["last_version"])
    return [name for name, value in stored.items() if name in row and not _is_same(row[name], value)]


def _is_same(now: Any, stored: Any) -> bool:
    """Return whether a column has the value that a version has of it."""
    if isinstance(now, UUID):
        return bool(now.hex == stored)
    if isinstance(now, datetime):
        return isinstance(stored, str) and datetime.fromisoformat(stored) == now
    return bool(now == stored)
