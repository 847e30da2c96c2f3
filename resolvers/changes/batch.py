"""
One batch of the change feed: the next events of the outbox joined with everybody who listens, in one statement.

The statement asks for each listener whether account, rights and session are still what they were, and tells only what
the listener may see at that moment: of which types something changed, and which of the followed objects changed or are
gone. Absent and invisible are the same answer here as everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from resolvers.changes.listeners import ROW, Branches, Conditions, Listener, viewers_sql
from resolvers.changes.positions import LIFE_SQL, Position
from resolvers.reading.plan import Reads
from workflow.calendar import finnish_day

MOST_EVENTS = 1_000  # of the outbox in one batch
_EVENTS = """event AS MATERIALIZED (
  SELECT o.tx, o.id, o.noun, o.object_id, o.revision, o.at FROM outbox o
  WHERE (o.tx, o.id) > ($3::text::xid8, $4::bigint) AND o.tx < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY o.tx, o.id LIMIT $5
), changed AS MATERIALIZED (
  SELECT DISTINCT ON (noun, object_id) noun, object_id, revision, tx, id FROM event
  ORDER BY noun, object_id, tx DESC, id DESC
)"""
# $6 tells to look at all followed objects: one may be out of sight without an event of its own.
_TOLD = """told AS MATERIALIZED (
  SELECT f.n, f.noun, f.object_id, changed.revision FROM followed f JOIN listener ON listener.n = f.n
  LEFT JOIN changed ON changed.noun = f.noun AND changed.object_id = f.object_id
    AND (changed.tx, changed.id) > (listener.tx, listener.seen_to)
  WHERE changed.object_id IS NOT NULL OR $6::boolean
)"""
_RESULT = f"""SELECT $1::timestamptz AS now, $2::date AS today, {LIFE_SQL} AS life,
  pg_snapshot_xmin(pg_current_snapshot())::text AS horizon,
  (SELECT count(*) FROM event) AS events, (SELECT min(at) FROM event) AS oldest,
  (SELECT json_build_array(tx::text, id) FROM event ORDER BY tx DESC, id DESC LIMIT 1) AS last"""
_NOBODY = "SELECT NULL::int AS n, NULL::text AS noun, NULL::uuid AS object_id WHERE FALSE"


@dataclass(frozen=True)
class NamedChange:
    """A followed object that changed, with the revision of its newest event; None when it is out of sight."""

    object_id: UUID
    revision: int | None


@dataclass(frozen=True)
class Batch:
    """
    What one batch found. `end` is up to where it read, and `is_full` tells that there may be more.

    `stale` are the listeners who are not any more who they were: they are told nothing. For the others, `types` holds
    the nouns of which something changed, and `named` the followed objects. `oldest` is the moment of the first event.
    """

    end: Position
    is_full: bool
    events: int
    oldest: datetime | None
    stale: frozenset[int]
    types: dict[int, list[str]]
    named: dict[int, list[NamedChange]]


class Audience:
    """The listeners of a process as one statement, which stays the same until one comes or goes."""

    def __init__(self, conditions: Conditions, listeners: Sequence[Listener]) -> None:
        self.conditions = conditions
        self._values: list[Any] = []
        types = conditions.branches((one, one.nouns) for one in listeners)
        named = conditions.branches((one, set(one.followed.values())) for one in listeners)
        stale = self._stale(listeners)
        told, seen = self._named_sql(named), self._types_sql(types)
        followed = [(one.number, noun, id_) for one in listeners for id_, noun in one.followed.items()]
        n, noun, id_ = (self._array(followed, place, cast) for place, cast in enumerate(("int", "text", "uuid")))
        rows = [
            f"followed AS MATERIALIZED (SELECT * FROM unnest({n}, {noun}, {id_}) AS f(n, noun, object_id))",
            self._listeners_sql(listeners),
        ]
        self.sql = (
            f"WITH {', '.join([_EVENTS, *rows, *conditions.bind.members_sql(), _TOLD])} {_RESULT},"
            f" ({stale}) AS stale, ({seen}) AS types,"
            f" ({told}) AS named"
        )

    async def read(
        self, reads: Reads, listeners: Sequence[Listener], now: datetime, *, looks_at_all: bool = False
    ) -> Batch:
        """
        Return the next batch, from the earliest of their positions on.

        `listeners` are those of the audience, each where it is now. `looks_at_all` asks of every followed object
        whether it is still in sight.
        """
        first = min(listeners, key=lambda one: one.position.order).position
        row = await reads.fetchrow(
            self.sql,
            now,
            finnish_day(now),
            str(first.tx),
            first.id,
            MOST_EVENTS,
            looks_at_all,
            [str(one.position.tx) for one in listeners],
            [one.position.id for one in listeners],
            *self._values,
        )
        is_full = row["events"] == MOST_EVENTS
        tx, id_ = orjson.loads(row["last"]) if is_full else (row["horizon"], 0)
        types: dict[int, list[str]] = {}
        for number, noun in orjson.loads(row["types"]):
            types.setdefault(number, []).append(noun)
        named: dict[int, list[NamedChange]] = {}
        for number, object_id, revision, is_seen in orjson.loads(row["named"]):
            if revision is not None or not is_seen:
                change = NamedChange(UUID(object_id), revision if is_seen else None)
                named.setdefault(number, []).append(change)
        end = Position(row["life"], int(tx), id_, now)
        stale = frozenset(orjson.loads(row["stale"]))
        return Batch(end, is_full, row["events"], row["oldest"], stale, types, named)

    def _bound(self, value: Any, cast: str) -> str:
        self._values.append(value)
        return f"${len(self._values) + 8}::{cast}"  # the values of `read` stand before them

    def _array(self, rows: Sequence[Sequence[Any]], place: int, cast: str) -> str:
        return self._bound([row[place] for row in rows], f"{cast}[]")

    def _listeners_sql(self, listeners: Sequence[Listener]) -> str:
        """Return the CTE with a row for each listener, and in it the values that the conditions ask for."""
        columns, arrays = viewers_sql(self.conditions.bind.columns, [one.viewer for one in listeners], self._bound)
        numbers = self._bound([one.number for one in listeners], "int[]")
        names = ", ".join(["n", "tx", "seen_to", *columns])
        selected = names.replace("tx", "tx::xid8 AS tx", 1)
        placeholders = ", ".join([numbers, "$7::text[]", "$8::bigint[]", *arrays])
        return f"listener AS MATERIALIZED (SELECT {selected} FROM unnest({placeholders}) AS u({names}))"

    def _stale(self, listeners: Iterable[Listener]) -> str:
        branches = [
            f"SELECT listener.n FROM listener WHERE listener.n = ANY({self._bound(numbers, 'int[]')}) AND NOT ({live})"
            for live, numbers in self.conditions.liveness(listeners).items()
        ]
        return f"SELECT coalesce(json_agg(n), '[]') FROM ({' UNION ALL '.join(branches)}) s"

    def _types_sql(self, branches: Branches) -> str:
        parts = [
            f"SELECT listener.n, changed.noun, NULL::uuid AS object_id FROM changed"
            f" JOIN {self._table(noun)} {ROW} ON {ROW}.id = changed.object_id CROSS JOIN listener"
            f" WHERE changed.noun = '{noun}' AND listener.n = ANY({self._bound(numbers, 'int[]')})"
            " AND (changed.tx, changed.id) > (listener.tx, listener.seen_to)"
            " AND NOT (listener.n, changed.object_id) IN (SELECT f.n, f.object_id FROM followed f)"
            f" AND ({condition})"
            for (noun, condition), numbers in branches.items()
        ]
        found = " UNION ALL ".join(parts or [_NOBODY])
        return (
            "SELECT coalesce(json_agg(json_build_array(n, noun)), '[]')"
            f" FROM (SELECT DISTINCT n, noun FROM ({found}) u ORDER BY n, noun) s"
        )

    def _named_sql(self, branches: Branches) -> str:
        parts = [
            f"SELECT told.n, told.noun, told.object_id FROM told JOIN {self._table(noun)} {ROW}"
            f" ON {ROW}.id = told.object_id JOIN listener ON listener.n = told.n WHERE told.noun = '{noun}'"
            f" AND listener.n = ANY({self._bound(numbers, 'int[]')}) AND ({condition})"
            for (noun, condition), numbers in branches.items()
        ]
        seen = " UNION ".join(parts or [_NOBODY])
        return (
            "SELECT coalesce(json_agg(json_build_array(told.n, told.object_id, told.revision, s.n IS NOT NULL)"
            " ORDER BY told.n, told.object_id), '[]') FROM told"
            f" LEFT JOIN ({seen}) s ON s.n = told.n AND s.object_id = told.object_id"
        )

    def _table(self, noun: str) -> str:
        return self.conditions.content_types[noun].kind.table
