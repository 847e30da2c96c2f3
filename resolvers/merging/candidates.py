"""
Clients who may be one person: a list for those who may propose a merge, in pieces of bounded work.

Compared are the names (in any order, and nearly alike), the day of birth, phone and e-mail. Supervisors see pairs of
clients whose names, dates and contacts they may read; privacy officers see all pairs by their ids, without contacts of
people under a safety restriction. Two different identity codes tell people apart. Decision 0154.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from auth.disclosure import logged_name
from auth.policy import access_rule, predicate_sql
from resolvers.declaration import ContentTypes
from resolvers.reading.parameters import Call, StatementParameters, look_values
from workflow.client import STORED_CLIENT_STATES
from workflow.client_merge import JUDGED_MERGE_STATES
from workflow.vocabulary import CONTACT, IDENTITY, NAME, RESTRICT

Fetch = Callable[[str, list[Any]], Awaitable[list[dict[str, Any]]]]
PIECE = 2_000  # clients that are compared with all others in one query
_ALIKE = 0.6  # share of equal groups of three letters from which names count as nearly alike
# How names sound: letters that Finnish, Swedish and English spell differently become one, and doubled ones single.
_SOUND = "regexp_replace(translate({key}, '{{|}}cqwzx', 'aaokkvss'), '(.)\\1+', '\\1', 'g')"
_SAME_BIRTH = "a.date_of_birth = b.date_of_birth"
_REASONS = {
    "SAME_NAME_AND_BIRTH": f"{_SAME_BIRTH} AND a.sort_key = b.sort_key",
    "SIMILAR_NAME_AND_BIRTH": (
        f"{_SAME_BIRTH} AND a.sort_key <> b.sort_key"
        f" AND similarity({_SOUND.format(key='a.sort_key')}, {_SOUND.format(key='b.sort_key')}) >= {_ALIKE}"
    ),
    "SAME_PHONE": "a.phones && b.phones",
    "SAME_EMAIL": "lower(a.email) = lower(b.email)",
}
REASONS = tuple(_REASONS)
_CONTACTS = frozenset({"SAME_PHONE", "SAME_EMAIL"})
_CODES_DIFFER = (
    "(a.personal_identity_code IS NOT NULL AND b.personal_identity_code IS NOT NULL"
    " AND coalesce(a.identity_index <> b.identity_index, a.identity_index_even <> b.identity_index_even, FALSE))"
)
_JUDGED = (
    f"EXISTS (SELECT FROM client_merge m WHERE {JUDGED_MERGE_STATES.sql('m.state')}"
    " AND (m.kept_id, m.merged_id) IN ((a.id, b.id), (b.id, a.id)))"
)


@dataclass(frozen=True)
class Candidates:
    """Pairs of clients with the reasons why they may be one person, and after which client the list goes on."""

    pairs: list[tuple[UUID, UUID, list[str]]]
    next: UUID | None


async def duplicate_candidates(
    fetch: Fetch, call: Call, content_types: ContentTypes, after: UUID | None, piece: int = PIECE
) -> Candidates:
    """
    Return the pairs whose first client is among the next `piece` clients that the caller may see.

    The pairs come in the order of their ids, and the look leaves its row before they are shown.
    """
    first = await fetch(*_piece(call, content_types, after, piece))
    ids = [UUID(str(row["id"])) for row in first]
    if not ids:
        return Candidates([], None)
    rows = await fetch(*_pairs(call, content_types, ids))
    pairs = [(UUID(str(r["a"])), UUID(str(r["b"])), [name for name in REASONS if r[name]]) for r in rows]
    await _log(fetch, call, [client for a, b, _ in pairs for client in (a, b)])
    return Candidates(pairs, ids[-1] if len(ids) == piece else None)


def _piece(call: Call, content_types: ContentTypes, after: UUID | None, piece: int) -> tuple[str, list[Any]]:
    bind = StatementParameters()
    start = bind.constant(after, "uuid")
    sql = (
        f"SELECT c.id FROM client c WHERE ({start} IS NULL OR c.id > {start}) AND {STORED_CLIENT_STATES.sql('c.state')}"
        f" AND {_may(call, content_types, bind, 'c', RESTRICT)} ORDER BY c.id LIMIT {piece}"
    )
    return sql, [get(call) for get in bind.getters]


def _pairs(call: Call, content_types: ContentTypes, ids: list[UUID]) -> tuple[str, list[Any]]:
    """Return one statement for all reasons, each with its own way into the table, so that each can use its index."""
    bind = StatementParameters()
    among = bind.constant(ids, "uuid[]")
    stored = STORED_CLIENT_STATES.sql("b.state")
    seen = f"{_may(call, content_types, bind, 'b', RESTRICT)} AND {stored}"
    reads = " AND ".join(
        _may(call, content_types, bind, alias, permission) for alias in "ab" for permission in (NAME, IDENTITY)
    )
    officer = "TRUE" if _is_officer(call) else "FALSE"
    contacts = " AND ".join(_may(call, content_types, bind, alias, CONTACT) for alias in "ab")
    unprotected = f"({officer} AND NOT a.safety_restriction AND NOT b.safety_restriction)"
    ways = [
        f"SELECT a.id AS a, b.id AS b, '{name}' AS reason FROM client a JOIN client b ON b.id > a.id AND {condition}"
        f" WHERE a.id = ANY({among}) AND NOT {_CODES_DIFFER} AND NOT {_JUDGED} AND {seen}"
        f" AND ({contacts + ' OR ' + unprotected if name in _CONTACTS else reads + ' OR ' + officer})"
        for name, condition in _REASONS.items()
    ]
    told = ", ".join(f"bool_or(w.reason = '{name}') AS \"{name}\"" for name in REASONS)
    sql = f"SELECT w.a, w.b, {told} FROM ({' UNION ALL '.join(ways)}) w GROUP BY w.a, w.b ORDER BY w.a, w.b"
    return sql, [get(call) for get in bind.getters]


def _may(call: Call, content_types: ContentTypes, bind: StatementParameters, alias: str, permission: Any) -> str:
    kind = content_types["client"].kind
    return f"({predicate_sql(kind, access_rule(call.viewer, kind, permission), alias, bind.viewer)})"


def _is_officer(call: Call) -> bool:
    return "privacy_officer" in call.viewer.everywhere


async def _log(fetch: Fetch, call: Call, shown: list[UUID]) -> None:
    bind = StatementParameters()
    values = look_values(call, "possibleDuplicates", [logged_name("Client", "possibleDuplicates")], [])
    row = bind.disclosure_row(values, f"SELECT unnest({bind.constant(shown, 'uuid[]')})")
    await fetch(row, [get(call) for get in bind.getters])
