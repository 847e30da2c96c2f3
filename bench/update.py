"""
The floor of a command: one field of a client changed in the best transaction that we can write by hand.

It does what the service's command does: locks the row, compares the revision, checks and saves the value, writes version,
history, event and the log row, and answers with the object. The terms of the search stay, because a phone number is none of
them. Nobody is authenticated, and there is no policy.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.data import ACCOUNT, ROLES, UNIT, made
from bench.floor import public, with_pool

PHONE = re.compile(r"\+[0-9]{7,15}")
PATH = "/update"
LOCKED = """SELECT revision, state, phones FROM client
  WHERE id = $1 AND unit_id = $2 AND state IN ('ACTIVE', 'PROSPECT') AND NOT safety_restriction
    AND NOT processing_restriction FOR UPDATE"""
SAVED = f"""
WITH saved AS (
  UPDATE client SET phones = $2, revision = revision + 1, modified_at = $3, modified_by = $4 WHERE id = $1 RETURNING *
), stored AS (
  INSERT INTO version (noun, object_id, revision, at, stored) SELECT 'client', id, revision, $3, to_jsonb(saved) FROM saved
), told AS (
  INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)
  SELECT 'client', id, revision, $3, $4, 'supervisor', 'UPDATE', $5 FROM saved
), event AS (
  INSERT INTO outbox (at, event, noun, object_id, revision, actor) SELECT $3, 'client.update', 'client', id, revision, $4
  FROM saved
), seen AS (
  INSERT INTO disclosure_log (at, account, authority, operation, document, fields, asked, purpose, request, subjects, outcome)
  VALUES ($3, $4, 'STAFF: supervisor', 'Phone', repeat('0', 64),
    ARRAY['Client.id', 'Client.callName', 'Client.phones', 'Client.revision'], ARRAY[$1], 'CARE', $6, ARRAY[$1], 'SHOWN')
)
SELECT row_to_json(x) FROM (
  SELECT {public("client", "id")} AS id, call_name AS "callName", phones, revision FROM saved
) x
"""
TAIL = (  # what the service says of a field that may be hidden
    b',"extensions":{"redacted":[{"path":["updateClient","client","phones"],"permission":"contact","rows":"SOME"}]}}'
)
REFUSED = b'{"data":{"updateClient":{"client":null,"errors":[{"code":"REVISION_CONFLICT"}]}}}'


class BadNumber(ValueError):
    """A phone number that is none."""

    code = "BAD_NUMBER"


def checked(phones: Sequence[str]) -> list[str]:
    """
    Return the phone numbers as they are stored.

    :raises BadNumber: when one is none, or when there are more than three
    """
    found = ["".join(phone.split()) for phone in phones]
    if len(found) > 3 or not all(map(PHONE.fullmatch, found)):
        raise BadNumber
    return found


async def update(connection: Any, client: UUID, revision: int, phones: Sequence[str]) -> bytes | None:
    """Return the changed client as JSON; None when somebody else changed it meanwhile, or nobody may."""
    numbers, now, account = checked(phones), datetime.now(UTC), made(ACCOUNT, ROLES.index("supervisor"))
    async with connection.transaction():
        row = await connection.fetchrow(LOCKED, client, made(UNIT, 0))
        if row is None or row["revision"] != revision:
            return None
        changes = orjson.dumps({"phones": {"before": row["phones"], "after": numbers}}).decode()
        saved: bytes = await connection.fetchval(SAVED, client, numbers, now, account, changes, uuid4())
        return saved


def update_app(url: str) -> Starlette:
    """Return the floor of the command; whoever asks is the supervisor of unit 0."""

    async def handler(request: Request) -> Response:
        given = orjson.loads(await request.body())["variables"]["input"]
        async with request.app.state.reads.acquire() as connection:
            found = await update(connection, UUID(hex=given["id"][-32:]), given["revision"], given["phones"])
        answer = b'{"data":{"updateClient":{"client":' + found + b',"errors":[]}}' + TAIL if found else REFUSED
        return Response(answer, media_type="application/json")

    return Starlette(routes=[Route(PATH, handler, methods=["POST"])], lifespan=with_pool(url, "on"))
