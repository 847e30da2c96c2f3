"""
The floor of a morning: the days of a coach's people recorded in the best transaction that we can write by hand.

It does what `recordDay` does: locks the planned days, checks the code, saves them, writes versions, history, events and the
log row, and answers with the days. Nobody is authenticated, and there is no policy.
"""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.floor import public, with_pool

PATH = "/day"
LOCKED = """SELECT a.id FROM attendance a WHERE a.day = $1 AND a.state = 'PLANNED' AND a.client_id = ANY(ARRAY(
  SELECT r.client_id FROM relationship r WHERE r.responsible_coach_id = $2 AND r.state = 'ACTIVE')) ORDER BY a.id FOR UPDATE"""
SAVED = f"""
WITH saved AS (
  UPDATE attendance SET state = 'RECORDED', code = 'PRESENT', presence = 'PRESENT', minutes = planned_minutes,
    accounting_unit_id = unit_id, source = 'COACH', recorded_at = $2, recorded_by = $3, recorded_by_name = 'coach',
    revision = revision + 1, modified_at = $2, modified_by = $3 WHERE id = ANY($1::uuid[]) RETURNING *
), stored AS (
  INSERT INTO version (noun, object_id, revision, at, stored)
  SELECT 'attendance', id, revision, $2, to_jsonb(saved) FROM saved
), told AS (
  INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)
  SELECT 'attendance', id, revision, $2, $3, 'coach', 'RECORD', jsonb_build_object(
    'code', jsonb_build_object('before', NULL, 'after', code), 'minutes', jsonb_build_object('before', NULL, 'after', minutes),
    'source', jsonb_build_object('before', NULL, 'after', source),
    'state', jsonb_build_object('before', 'PLANNED', 'after', state)) FROM saved
), events AS (
  INSERT INTO outbox (at, event, noun, object_id, revision, actor)
  SELECT $2, 'attendance.record', 'attendance', id, revision, $3 FROM saved
), seen AS (
  INSERT INTO disclosure_log (at, account, authority, operation, document, fields, asked, purpose, request, subjects, outcome)
  SELECT $2, $3, 'STAFF: coach', 'recordDay', repeat('0', 64), ARRAY['Attendance.id', 'Attendance.code'],
    array_agg(id), 'CARE', $4::uuid, array_agg(client_id), 'SHOWN' FROM saved
)
SELECT coalesce(json_agg(r), '[]') FROM (
  SELECT {public("attendance", "id")} AS id, revision, state, code, minutes FROM saved ORDER BY id
) r
"""
KNOWN = (
    "SELECT EXISTS (SELECT FROM term WHERE vocabulary = 'attendance_code' AND token = 'PRESENT' AND state = 'ACTIVE')"
)


async def record(connection: Any, staff: UUID, account: UUID, day: Any) -> bytes:
    """Return the recorded days of a coach's people as JSON."""
    async with connection.transaction():
        rows = await connection.fetch(LOCKED, day, staff)
        if not await connection.fetchval(KNOWN):
            raise LookupError("the code is no term")
        found: bytes = await connection.fetchval(SAVED, [r["id"] for r in rows], datetime.now(UTC), account, uuid4())
        return found


def day_app(url: str) -> Starlette:
    """Return the floor of a morning; the request says whose it is."""

    async def handler(request: Request) -> Response:
        given = orjson.loads(await request.body())
        day = datetime.fromisoformat(given["day"]).date()
        async with request.app.state.reads.acquire() as connection:
            days = await record(connection, UUID(given["staff"]), UUID(given["account"]), day)
        body = b'{"data":{"recordDay":{"days":' + days + b',"refused":[],"errors":[]}}}'
        return Response(body, media_type="application/json")

    return Starlette(routes=[Route(PATH, handler, methods=["POST"])], lifespan=with_pool(url, "on"))
