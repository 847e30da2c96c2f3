"""
Anomalies: the disclosure log is examined one day at a time, and other people judge what was found.

A day is examined once, after it has ended: its findings do not change, and nothing is found twice.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from auth.disclosure import Surface, logged_name
from resolvers.context import CommandContext, Rulebook, Step, UnitOfWork
from resolvers.declaration import ContentTypes
from resolvers.writing.transitions import create_related, transition_refused
from workflow.account import GRANT_IN_FORCE_STATES
from workflow.anomalies import IDENTITY_SEARCH, Finding, Look, bounds, day_of, findings
from workflow.relationship import STANDING_IN_STATES
from workflow.vocabulary import CARE, CONTACT, IDENTITY

_LOCK = 7_065_107_120  # any number that no other lock of this database uses
_SETTLED = timedelta(minutes=15)  # this long after the end of a day, no statement of that day is still running
_LONGEST_BACKLOG = timedelta(days=31)  # a log that was never examined is examined from this long ago
_SENSITIVE_PERMISSIONS = frozenset(
    {CONTACT, IDENTITY, CARE}
)  # permissions whose fields reveal more than names and days
_LOOKERS = f"""
SELECT l.account, a.staff_id, m.unit_id, l.first, l.last, l.emergencies,
  coalesce(g.coach AND NOT g.supervisor, FALSE) AS has_caseload
FROM (
  SELECT account, min(id) AS first, max(id) AS last, count(*) FILTER (WHERE id IS NULL) AS emergencies FROM (
    SELECT account, id FROM disclosure_log WHERE at >= $1 AND at < $2
    UNION ALL SELECT account_id, NULL FROM emergency_access WHERE created_at >= $1 AND created_at < $2
  ) n GROUP BY account
) l
JOIN account a ON a.id = l.account AND a.kind = 'STAFF' JOIN staff_member m ON m.id = a.staff_id
LEFT JOIN LATERAL (
  SELECT bool_or(r.role = 'coach') AS coach, bool_or(r.role = 'supervisor') AS supervisor FROM role_grant r
  WHERE r.account_id = a.id AND {GRANT_IN_FORCE_STATES.sql("r.state")}
    AND r.starts_on <= $3 AND (r.ends_before IS NULL OR r.ends_before > $3)
) g ON TRUE ORDER BY l.account
"""
_LOOKS = """
SELECT id, at, subjects, fields && $4::text[] AS is_close,
  cardinality(asked) > 0 AND purpose NOT IN ('EMERGENCY', 'SUPPORT') AS is_named,  -- those have a review of their own
  fields && $5::text[] AS is_search, purpose = 'EMERGENCY' AS is_emergency
FROM disclosure_log WHERE account = $1 AND id BETWEEN $2 AND $3 ORDER BY id
"""
# The clients whom somebody coached at any time of the day: those of today, those before a later change, and new ones.
_CASELOAD = f"""
SELECT client_id FROM relationship WHERE responsible_coach_id = $1
UNION SELECT r.client_id FROM relationship r JOIN history h ON h.object_id = r.id
  WHERE r.modified_at >= $2 AND h.at >= $2 AND h.changes->'responsibleCoachId'->>'before' = $4
UNION SELECT client_id FROM substitution WHERE staff_member_id = $1 AND starts_on < $3
  AND (ends_before IS NULL OR ends_before > $2) AND ({STANDING_IN_STATES.sql("state")} OR modified_at >= $2)
UNION SELECT id FROM client WHERE created_by = $5 AND created_at >= $2
"""


async def find_anomalies(context: CommandContext) -> int:
    """Examine every ended day of the log that was not examined yet, and return how many anomalies were found."""
    count = 0
    for day in await _unexamined_days(context):
        async with in_transaction() as db:
            count += await _examine_day(context, day, db)
    return count


async def _unexamined_days(context: CommandContext) -> list[date]:
    db = get_connection("default")
    last = (await db.execute_query_dict("SELECT max(day) AS day FROM anomaly_day"))[0]["day"]
    oldest = await db.execute_query_dict("SELECT at FROM disclosure_log ORDER BY id LIMIT 1")
    if not oldest:
        return []
    first = max(last + timedelta(days=1) if last else day_of(oldest[0]["at"]), day_of(context.now - _LONGEST_BACKLOG))
    return list(_ended_days(first, context))


def _ended_days(day: date, context: CommandContext) -> Iterator[date]:
    while bounds(day)[1] + _SETTLED <= context.now:
        yield day
        day += timedelta(days=1)


async def _examine_day(context: CommandContext, day: date, db: TransactionalDBClient) -> int:
    locked = await db.execute_query_dict("SELECT pg_try_advisory_xact_lock($1) AS ours", [_LOCK])
    if not locked[0]["ours"] or await db.execute_query_dict("SELECT FROM anomaly_day WHERE day = $1", [day]):
        return 0
    count = 0
    for looker in await db.execute_query_dict(_LOOKERS, [*bounds(day), day]):
        looks = await _looks(context.content_types, looker, db)
        caseload = await _caseload_of_day(looker, day, looks, db) if looker["has_caseload"] else None
        for finding in findings(looks, day, caseload, emergencies=looker["emergencies"]):
            await _create_anomaly(context, looker, finding, db)
            count += 1
    await db.execute_query("INSERT INTO anomaly_day (day, found, at) VALUES ($1, $2, $3)", [day, count, context.now])
    return count


async def _looks(content_types: ContentTypes, looker: Mapping[str, Any], db: TransactionalDBClient) -> list[Look]:
    sensitive_fields = [
        logged_name(t.name, f.key, surface)
        for t in content_types.values()
        for f in t.fields.values()
        if f.read in _SENSITIVE_PERMISSIONS
        for surface in Surface
    ]
    searches = [logged_name(t.name, IDENTITY_SEARCH) for t in content_types.values()]
    values = [looker["account"], looker["first"], looker["last"], sensitive_fields, searches]
    return [
        Look(
            r["id"], r["at"], frozenset(r["subjects"]), r["is_close"], r["is_named"], r["is_search"], r["is_emergency"]
        )
        for r in await db.execute_query_dict(_LOOKS, values)
    ]


async def _caseload_of_day(
    looker: Mapping[str, Any], day: date, looks: list[Look], db: TransactionalDBClient
) -> frozenset[UUID]:
    """
    Return the clients whom the account coached that day.

    Persons who were seen and are no clients are included, because a referral has no coach yet.
    """
    staff: UUID = looker["staff_id"]
    rows = await db.execute_query_dict(_CASELOAD, [staff, *bounds(day), staff.hex, looker["account"]])
    persons_seen = {person for look in looks for person in look.persons}
    clients = await db.execute_query_dict("SELECT id FROM client WHERE id = ANY($1::uuid[])", [list(persons_seen)])
    return frozenset({r["client_id"] for r in rows} | (persons_seen - {r["id"] for r in clients}))


async def _create_anomaly(
    context: CommandContext, looker: Mapping[str, Any], finding: Finding, db: TransactionalDBClient
) -> None:
    await create_related(
        UnitOfWork(context, db),
        "anomaly",
        kind=finding.kind.value,
        account_id=looker["account"],
        staff_member_id=looker["staff_id"],
        unit_id=looker["unit_id"],
        starts_at=finding.starts_at,
        ends_before=finding.ends_before,
        looks=finding.looks,
        count=finding.count,
        threshold=finding.threshold,
        first_entry=finding.first_entry,
        last_entry=finding.last_entry,
    )


async def not_about_oneself(step: Step) -> None:
    """
    Check that the caller is not the subject of the anomaly.

    :raises CommandRefused: ABOUT_ONESELF
    """
    viewer = step.context.viewer
    if viewer.account == step.row.account_id or (viewer.staff and viewer.staff == step.row.staff_member_id):
        raise transition_refused("ABOUT_ONESELF")


ANOMALY_RULES = Rulebook.of(
    guards=(not_about_oneself,),
)
