"""
Positions in the outbox, and the cursors by which a subscriber goes on where it was.

Ids become visible out of order: a transaction that began early may commit late. So a position is (transaction, id), and
a reader goes no further than the oldest transaction that still runs (`pg_snapshot_xmin`): below it nothing can appear.
The numbers of transactions mean something in one life of one database: after a restore or a fail-over they begin again.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from resolvers.reading.cursors import cursor_binding, cursor_values, sealed_cursor
from resolvers.refusals import BadCursor

KEPT = timedelta(days=8)  # dispatched events stay so long in the outbox
FOLLOWED = timedelta(days=7)  # a cursor is good so long; a day less, because an event is older than its commit
_LIST = "changes"

# A timeline ends with every fail-over and every restore to a moment; the identifier is that of the cluster's files.
LIFE_SQL = (
    "(SELECT system_identifier::text FROM pg_control_system()) || ':' || left(pg_walfile_name(pg_current_wal_lsn()), 8)"
)
NOW_SQL = f"SELECT {LIFE_SQL} AS life, pg_snapshot_xmin(pg_current_snapshot())::text AS tx"


@dataclass(frozen=True)
class Position:
    """
    Everything up to here was read: the transactions before `tx`, and of `tx` the events up to `id`.

    `life` names the life of the database to which the numbers belong, `at` the moment in which it was read (UTC).
    """

    life: str
    tx: int
    id: int
    at: datetime

    @property
    def order(self) -> tuple[int, int]:
        """What positions of one life are compared by."""
        return self.tx, self.id


def cursor_of(position: Position, account: UUID, key: bytes) -> str:
    """Return the sealed cursor of a position, which only the streams of one account can go on from."""
    text = "\x1f".join((position.life, str(position.tx), str(position.id), str(int(position.at.timestamp()))))
    return sealed_cursor(key, text.encode(), cursor_binding(account, _LIST, "", {}))


def position_in(cursor: str, account: UUID, keys: tuple[bytes, ...], now: datetime) -> Position | None:
    """Return the position in a cursor; None when it cannot be read, or what followed it may be gone."""
    try:
        life, tx, id_, at = cursor_values(cursor, keys, cursor_binding(account, _LIST, "", {}))
        position = Position(life, int(tx), int(id_), datetime.fromtimestamp(int(at), UTC))
    except (BadCursor, ValueError):
        return None
    return position if now - position.at < FOLLOWED else None
