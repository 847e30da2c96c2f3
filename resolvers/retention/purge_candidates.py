"""
The clients and referrals that are due for erasure, and what prevents it.

The preview, the proposal and the run of a purge use the same statements. Days are those in Finland. Every statement
binds the register or NULL as `$1`, today as `$2`, and one id or NULL as `$3`.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from auth.disclosure import logged_name
from models.code_index import same_code_sql
from resolvers.declaration import ContentType
from resolvers.public_ids import public_id
from resolvers.reading.parameters import Call, StatementParameters, look_values
from resolvers.retention.erasure import erasure_branches
from resolvers.retention.legal_holds import is_held_sql
from workflow.calendar import FINNISH_ZONE_NAME
from workflow.client import ENDED_CLIENT_STATES, STORED_CLIENT_STATES, UNSERVED_CLIENT_STATES
from workflow.referral import NEVER_STARTED_STATES
from workflow.relationship import OPEN_RELATIONSHIP_STATES
from workflow.retention import NEVER_STARTED_MONTHS

Fetch = Callable[[str, list[Any]], Awaitable[list[dict[str, Any]]]]

# A client is due when the retention of the last relationship is over and none is open; a new one moves the day.
_RETENTION = (
    "SELECT c.id, max((r.ended_on + make_interval(years => g.retention_years))::date) AS last_due,"
    " min((r.ended_on + make_interval(years => g.retention_years))::date) AS first_due,"
    f" bool_or({OPEN_RELATIONSHIP_STATES.sql('r.state')} OR r.ended_on IS NULL) AS is_open,"
    " bool_or(r.register_id = $1) AS is_here,"
    " c.processing_restriction AS is_restricted"
    " FROM client c JOIN relationship r ON r.client_id = c.id JOIN register g ON g.id = r.register_id"
    f" WHERE {STORED_CLIENT_STATES.sql('c.state')} AND ($3::uuid IS NULL OR c.id = $3) GROUP BY c.id"
)
_OBSTACLE = (
    f"CASE WHEN {is_held_sql('d.id', '$2')} THEN 'LEGAL_HOLD' WHEN d.is_open THEN 'OPEN_RELATIONSHIP'"
    " WHEN d.last_due > $2 THEN 'NOT_DUE' WHEN d.is_restricted THEN 'RESTRICTED' END"
)
DUE = (
    f"SELECT 'client' AS noun, d.id, d.last_due AS due_on, {_OBSTACLE} AS obstacle FROM ({_RETENTION}) d"
    " WHERE d.is_here AND ($3::uuid IS NOT NULL OR d.first_due <= $2) ORDER BY d.id"
)
_PERSON_OBSTACLE = (
    f"CASE WHEN {is_held_sql('c.id', '$2')} THEN 'LEGAL_HOLD' WHEN EXISTS (SELECT FROM relationship r"
    f" WHERE r.client_id = c.id AND {OPEN_RELATIONSHIP_STATES.sql('r.state')}) THEN 'OPEN_RELATIONSHIP' END AS obstacle"
)
# A person, and first the referrals with the same identity code that have no client yet; the person's obstacles count
# for them too. The run looks for such a referral by its own id, because the person may be erased by then.
_PERSON = (
    f"SELECT 'referral' AS noun, o.id, NULL::date AS due_on, {_PERSON_OBSTACLE} FROM referral o"
    f" LEFT JOIN client c ON {same_code_sql('c', 'o')} AND NOT c.identity_held"
    f" AND {STORED_CLIENT_STATES.sql('c.state')}"
    " WHERE o.client_id IS NULL AND (o.id = $3 OR c.id = $3)"
    f" UNION ALL SELECT 'client', c.id, NULL, {_PERSON_OBSTACLE}"
    f" FROM client c WHERE {STORED_CLIENT_STATES.sql('c.state')} AND c.id = $3 AND ($1::uuid IS NULL OR TRUE)"
    " ORDER BY 1 DESC, 2"
)
_CHANGED_ON = f"({{row}}.modified_at AT TIME ZONE '{FINNISH_ZONE_NAME}')::date"
_RETENTION_OF_REFERRALS = f"+ interval '{NEVER_STARTED_MONTHS} months')::date"
# A client who was referred and never started is erased as a whole. Where the client is served, or there never was a
# client, only the referral that led to nothing is erased.
_NEVER_STARTED_CLIENTS = (
    "SELECT c.id, (greatest("
    + _CHANGED_ON.format(row="c")
    + ", max("
    + _CHANGED_ON.format(row="r")
    + ")) "
    + _RETENTION_OF_REFERRALS
    + f" AS due_on, coalesce(bool_and({NEVER_STARTED_STATES.sql('r.state')}),"
    f" {ENDED_CLIENT_STATES.sql('c.state')}) AS is_over"
    " FROM client c LEFT JOIN referral r ON r.client_id = c.id"
    f" WHERE {UNSERVED_CLIENT_STATES.sql('c.state')}"
    " AND NOT EXISTS (SELECT FROM relationship x WHERE x.client_id = c.id)"
    " AND ($1::uuid IS NULL OR NOT EXISTS (SELECT FROM referral y WHERE y.client_id = c.id AND y.register_id <> $1))"
    " GROUP BY c.id"
)
_NEVER_STARTED_REFERRALS = (
    "SELECT r.id, r.client_id, ("
    + _CHANGED_ON.format(row="r")
    + " "
    + _RETENTION_OF_REFERRALS
    + " AS due_on FROM referral r"
    f" WHERE {NEVER_STARTED_STATES.sql('r.state')}"
    " AND ($1::uuid IS NULL OR r.register_id IS NULL OR r.register_id = $1)"
    " AND NOT EXISTS (SELECT FROM strangers s WHERE s.id = r.client_id AND s.is_over)"
)
_REFERRAL_OBSTACLE = f"CASE WHEN {is_held_sql('{client}', '$2')} THEN 'LEGAL_HOLD' WHEN {{due}} > $2 THEN 'NOT_DUE' END"
REFERRALS = (
    f"WITH strangers AS ({_NEVER_STARTED_CLIENTS}), lone AS ({_NEVER_STARTED_REFERRALS})"
    f" SELECT 'client' AS noun, s.id, s.due_on, {_REFERRAL_OBSTACLE.format(client='s.id', due='s.due_on')} AS obstacle"
    " FROM strangers s WHERE s.is_over AND (s.id = $3 OR ($3::uuid IS NULL AND s.due_on <= $2))"
    f" UNION ALL SELECT 'referral', l.id, l.due_on, {_REFERRAL_OBSTACLE.format(client='l.client_id', due='l.due_on')}"
    " FROM lone l WHERE l.id = $3 OR ($3::uuid IS NULL AND l.due_on <= $2) ORDER BY 2"
)
_MERGED_INTO = "SELECT c.id FROM client c WHERE c.merged_into_id = ANY ($1::uuid[])"
STATEMENTS = {"DUE": DUE, "PERSON": _PERSON, "REFERRALS": REFERRALS}


@dataclass(frozen=True)
class PurgeVerdict:
    """One client or referral: it is erased, unless `obstacle` says why not."""

    noun: str
    id: UUID
    due_on: date | None
    obstacle: str | None

    @property
    def public_id(self) -> str:
        """The id in the API."""
        return public_id(self.noun, self.id)


def fetch_with_orm(db: BaseDBAsyncClient) -> Fetch:
    """Return a function that runs statements on a connection of the ORM."""

    async def fetch(sql: str, values: list[Any]) -> list[dict[str, Any]]:
        return list(await db.execute_query_dict(sql, values))

    return fetch


async def judge_candidates(
    fetch: Fetch, kind: str, register: UUID | None, today: date, one: UUID | None = None
) -> list[PurgeVerdict]:
    """
    Return the verdicts of a purge of this kind, in the order in which it erases.

    With `one`, only that client or referral is judged, whether it is due or not; the list is empty when it no longer
    exists. A purge of kind PERSON includes the referrals with the same identity code that have no client.
    """
    rows = await fetch(STATEMENTS[kind], [register, today, one])
    return [PurgeVerdict(r["noun"], UUID(str(r["id"])), r["due_on"], r["obstacle"]) for r in rows]


async def count_rows(
    fetch: Fetch, content_types: Mapping[str, ContentType], verdicts: list[PurgeVerdict]
) -> list[dict[str, Any]]:
    """Return how many rows would be erased, as a list of {type, rows} in the order of erasure."""
    counts: dict[str, int] = {}
    for noun in ("referral", "client"):
        ids = [v.id for v in verdicts if v.noun == noun and v.obstacle is None]
        merged = await fetch(_MERGED_INTO, [ids]) if ids and noun == "client" else []
        ids += [row["id"] for row in merged]
        for branch in erasure_branches(content_types, noun) if ids else ():
            [row] = await fetch(f"SELECT count(*) AS n FROM {branch.rows('= ANY ($1::uuid[])')}", [ids])
            counts[branch.type.noun] = counts.get(branch.type.noun, 0) + int(row["n"])
    return [{"type": name, "rows": n} for name, n in counts.items() if n]


async def log_preview(fetch: Fetch, call: Call, shown: list[PurgeVerdict], person: UUID | None) -> None:
    """Leave the row of a preview: the persons that it shows, before it shows them."""
    bind = StatementParameters()
    values = look_values(call, "purgePreview", [logged_name("Purge", "purgePreview")], [person] if person else [])
    ids = bind.constant([verdict.id for verdict in shown], "uuid[]")
    row = bind.disclosure_row(values, f"SELECT unnest({ids})")
    await fetch(row, [get(call) for get in bind.getters])
