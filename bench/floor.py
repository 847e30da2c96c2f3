"""
The floor: the best statement we can write by hand for each query, behind the least handler that Starlette allows.

Same rows, same redaction and the same bytes for the same viewer; no policy engine, nobody is authenticated. The floor
that logs also writes, in the same statement, the row that the service writes: without one, nobody may read of a person.
"""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.data import ACCOUNT, ROLES, STAFF, UNIT, made
from service.database.connections import credentials, keep_json_raw

KINDS = {
    "unit": "uuid",
    "staff": "uuid",
    "account": "uuid",
    "today": "date",
    "id": "uuid",
    "key": "text",
    "from": "date",
    "before": "date",
    "most": "bigint",
    "at": "timestamptz",
    "request": "uuid",
}
# Bound, not written: with a literal the planner sorts instead of walking the index.
MOST = {"Q2": 100, "Q3": 50, "Q4": 30}
MINE = """mine AS MATERIALIZED (
  SELECT client_id AS id FROM relationship WHERE responsible_coach_id = {staff} AND state <> 'RETAINED'
  UNION SELECT client_id FROM substitution WHERE staff_member_id = {staff} AND state = 'VALID'
    AND starts_on <= {today} AND (ends_before IS NULL OR ends_before > {today}))"""
COLUMNS = """c.id, c.sort_key, c.first_names, c.call_name, c.last_name, c.gender, c.municipality, c.street_address,
  c.postal_code, c.city, c.phones, c.email, c.state, c.safety_restriction, c.processing_restriction"""
BY_UNIT = "c.unit_id = {unit} AND c.state IN ({states})"
PAGE = {
    "supervisor": f"SELECT {COLUMNS} FROM client c WHERE c.unit_id = {{unit}}"
    " AND c.state IN ('ACTIVE', 'ENDED', 'PROSPECT')"
    " AND (c.sort_key, c.id) > ({key}, {id}) ORDER BY c.sort_key, c.id LIMIT {most}",
    "coach": f"""SELECT {COLUMNS}, k.is_mine FROM (
  SELECT id, sort_key, id IN (SELECT id FROM mine) AS is_mine FROM (
    (SELECT id, sort_key FROM client c WHERE c.unit_id = {{unit}} AND c.state IN ('ACTIVE', 'PROSPECT')
      AND (c.sort_key, c.id) > ({{key}}, {{id}}) ORDER BY c.sort_key, c.id LIMIT {{most}})
    UNION
    (SELECT c.id, c.sort_key FROM mine JOIN client c ON c.id = mine.id WHERE c.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
      AND (c.sort_key, c.id) > ({{key}}, {{id}}) ORDER BY c.sort_key, c.id LIMIT {{most}})
  ) u ORDER BY sort_key, id LIMIT {{most}}
) k JOIN client c ON c.id = k.id ORDER BY c.sort_key, c.id""",
}
ONE = {
    "supervisor": f"SELECT {COLUMNS} FROM client c WHERE c.id = {{id}} AND c.unit_id = {{unit}}"
    " AND c.state IN ('ACTIVE', 'ENDED', 'PROSPECT')",
    "coach": f"SELECT {COLUMNS}, c.id IN (SELECT id FROM mine) AS is_mine FROM client c WHERE c.id = {{id}}"
    " AND ((c.unit_id = {unit} AND c.state IN ('ACTIVE', 'PROSPECT'))"
    " OR (c.id IN (SELECT id FROM mine) AND c.state IN ('ACTIVE', 'ENDED', 'PROSPECT')))",
}
# A list of days leaves out those that a correction has replaced.
NOT_REPLACED = """ AND NOT EXISTS (SELECT FROM attendance n WHERE n.replaces_id = r.id
  AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))"""
NEST = {  # which nested rows are visible, given a visible client
    ("supervisor", "referral"): "((r.unit_id = {unit} AND r.state <> 'DRAFT')"
    " OR (r.entered_by = {account} AND r.state = 'DRAFT'))",
    ("supervisor", "programme"): "r.unit_id = {unit}",
    ("supervisor", "contract"): "r.unit_id = {unit}",
    ("supervisor", "attendance"): "r.unit_id = {unit} AND NOT c.safety_restriction",
    ("coach", "referral"): "((c.is_mine AND r.state <> 'DRAFT') OR (r.entered_by = {account} AND r.state = 'DRAFT'))",
    ("coach", "programme"): "c.is_mine",
    ("coach", "contract"): "c.is_mine",
    ("coach", "attendance"): "(c.is_mine OR (r.unit_id = {unit} AND r.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')))"
    " AND NOT c.safety_restriction",
}


CLOSED = "('CLOSED', 'EXPIRED', 'NO_SHOW', 'REJECTED', 'WITHDRAWN')"


def guarded(role: str, sql: str, *restrictions: str, of_coach: str = "c.is_mine AND c.state <> 'ENDED'") -> str:
    """Return a column that is null where a restriction, or for a coach another's case or its end, hides it."""
    mine = [of_coach] if role == "coach" else []
    free = [f"NOT c.{name}_restriction" for name in restrictions]
    return f"CASE WHEN {' AND '.join([*mine, *free])} THEN {sql} END"


def public(noun: str, column: str) -> str:
    return f"'{noun}_' || encode(uuid_send({column}), 'hex')"


def client_columns(role: str, names: str) -> str:
    """Return the select list of a client."""
    contact = {"municipality", "street_address", "postal_code", "city", "phones", "email"}
    parts = [f'{public("client", "c.id")} AS "id"']
    for name in names.split():
        sql = f"c.{name}"
        if name in contact:
            sql = guarded(role, sql, "safety", "processing")
        elif name == "gender":
            sql = guarded(role, sql, "processing")
        parts.append(f'{sql} AS "{camel(name)}"')
    return ", ".join(parts)


def logged(page: str, persons: str) -> str:
    """Return the CTEs of a page of which `persons` are logged, an array."""
    fields = ", ".join(f"'Client.field{number}'" for number in range(12))
    return (
        f"seen AS MATERIALIZED ({page}), log AS (INSERT INTO disclosure_log (at, account, authority, operation, document,"
        " fields, asked, purpose, request, subjects, outcome) SELECT {at}, {account}, 'STAFF: supervisor', 'Example',"
        f" repeat('0', 64), ARRAY[{fields}], '{{{{}}}}'::uuid[], 'CARE', {{request}},"
        f" coalesce({persons}, '{{{{}}}}'), 'SHOWN' FROM seen)"
    ).replace("{{}}", "{}")


def camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


def nested(role: str, noun: str, columns: str, where: str, order: str) -> str:
    """Return the SQL of `{nodes: […]}` of one client."""
    select = f"SELECT {public(noun, 'r.id')} AS id, {columns} FROM {noun} r WHERE r.client_id = c.id"
    seen = f"{select} AND {NEST[role, noun]}{where} ORDER BY {order}"
    return f"(SELECT row_to_json(n) FROM (SELECT coalesce(json_agg(x), '[]') AS nodes FROM ({seen}) x) n)"


def with_ctes(role: str, *ctes: str) -> str:
    mine = [MINE] if role == "coach" else []
    return f"WITH {', '.join([*mine, *ctes])} " if mine or ctes else ""


def one_of(role: str, columns: str, *, logs: bool) -> str:
    """Return the statement of one client, which it calls `c`."""
    ctes, page = ([logged(ONE[role], "array_agg(id)")], "seen") if logs else ([], f"({ONE[role]})")
    return f"{with_ctes(role, *ctes)}SELECT row_to_json(x) FROM (SELECT {columns} FROM {page} c) x"


def list_of(role: str, columns: str, *, logs: bool) -> str:
    """Return the statement of a page of clients, which it calls `c`; JSON and persons are gathered in one scan."""
    page = f"({PAGE[role]}) c"
    if not logs:
        return f"{with_ctes(role)}SELECT coalesce(json_agg(x), '[]') FROM (SELECT {columns} FROM {page}) x"
    gathered = f"SELECT json_agg(x) AS rows, array_agg(c.id) AS ids FROM {page}, LATERAL (SELECT {columns}) x"
    return f"{with_ctes(role, logged(gathered, 'ids'))}SELECT coalesce(rows, '[]') FROM seen"


def statements(role: str, *, logs: bool) -> dict[str, str]:
    """Return query → statement."""

    one = client_columns(
        role, "first_names call_name last_name gender municipality street_address postal_code city phones email state"
    )
    names = client_columns(role, "first_names last_name")
    many = "first_names last_name gender municipality street_address city phones email state"
    hours = ", ".join(
        f'{guarded(role, f"r.{column}", "safety", of_coach="c.is_mine")} AS "{camel(column)}"'
        for column in ("arrived_at", "left_at")
    )
    decision = guarded(role, "r.decision_reference", "processing", of_coach=f"c.is_mine AND r.state NOT IN {CLOSED}")
    of_referral = (
        f'r.state, r.received_at AS "receivedAt", r.service_code AS "serviceCode", {decision} AS "decisionReference"'
    )
    referrals = nested(role, "referral", of_referral, "", "r.id LIMIT 20")
    periods = 'r.starts_on AS "startsOn", r.ends_on AS "endsOn"'
    programmes = nested(role, "programme", f"r.state, {periods}", "", "r.starts_on, r.id LIMIT 20")
    contracts = nested(
        role, "contract", f'r.state, r.version, {periods}, r.call_name AS "callName"', "", "r.starts_on, r.id LIMIT 20"
    )
    days = nested(
        role,
        "attendance",
        f"r.day, r.state, r.presence, r.minutes, {hours}",
        " AND r.day >= {from} AND r.day < {before}" + NOT_REPLACED,
        "r.day, r.id LIMIT 31",
    )
    return {
        "Q1": one_of(role, one, logs=logs),
        "Q2": list_of(role, client_columns(role, many), logs=logs),
        "Q3": list_of(
            role, f"{names}, {referrals} AS referrals, {programmes} AS programmes, {contracts} AS contracts", logs=logs
        ),
        "Q4": list_of(role, client_columns(role, "last_name") + f", {days} AS attendance", logs=logs),
    }


def numbered(sql: str) -> tuple[str, tuple[str, ...]]:
    """Return SQL with {name} numbered, and the names in that order."""
    names: list[str] = []

    def number(found: re.Match[str]) -> str:
        name = found[1]
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}::{KINDS[name]}"

    return re.sub(r"\{(\w+)\}", number, sql), tuple(names)


STATEMENTS = {
    (role, name, logs): numbered(sql)
    for role in ROLES
    for logs in (False, True)
    for name, sql in statements(role, logs=logs).items()
}


def tail(role: str, name: str) -> bytes:
    """Return what an answer says of the fields it hides, known when the statement was written."""
    contact = ["municipality", "streetAddress", "postalCode", "city", "phones", "email"]
    hidden: list[tuple[str, str]] = []
    match name:
        case "Q1":
            hidden = [("client.gender", "care"), *((f"client.{c}", "contact") for c in contact)]
        case "Q2":
            hidden = [("clients.nodes.gender", "care")]
            hidden += [(f"clients.nodes.{c}", "contact") for c in contact if c != "postalCode"]
        case "Q3":
            hidden = [("clients.nodes.referrals.nodes.decisionReference", "care")]
        case "Q4" if role == "coach":  # a supervisor sees all of a day, or nothing
            hidden = [(f"clients.nodes.attendance.nodes.{n}", "schedule") for n in ("arrivedAt", "leftAt")]
    if not hidden:
        return b""
    said = [{"path": path.split("."), "permission": permission, "rows": "SOME"} for path, permission in hidden]
    return b',"extensions":' + orjson.dumps({"redacted": said})


TAILS = {(role, name): tail(role, name) for role, name, _ in STATEMENTS}


def values_of(role: str, name: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a statement's names."""
    return {
        "most": MOST.get(name),
        "unit": made(UNIT, 0),
        "staff": made(STAFF, 0),
        "account": made(ACCOUNT, ROLES.index(role)),
        "today": date.fromisoformat(given["today"]),
        "id": UUID(hex=given["id"]),
        "key": given.get("key"),
        "from": date.fromisoformat(given["from"]),
        "before": date.fromisoformat(given["before"]),
        "at": datetime.now(UTC),
        "request": uuid4(),
    }


async def answered(pool: Any, role: str, name: str, body: bytes, *, logs: bool = False) -> Response:
    """Return the answer to one request."""
    sql, names = STATEMENTS[role, name, logs]
    values = values_of(role, name, orjson.loads(body)["variables"])
    found = await pool.fetchval(sql, *[values[n] for n in names])
    root = b'"client":' + (found or b"null") if name == "Q1" else b'"clients":{"nodes":' + found + b"}"
    return Response(b'{"data":{' + root + b"}" + TAILS[role, name] + b"}", media_type="application/json")


async def unreset(_connection: Any) -> None:
    """Reset nothing when a connection is put back: a reset costs 4–35 % of a read."""


def with_pool(url: str, synchronous_commit: str) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return the lifespan of a floor: it has asyncpg's own pool in `app.state.reads`."""

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        async with asyncpg.create_pool(
            **credentials(url),
            min_size=2,
            max_size=8,
            init=keep_json_raw,
            reset=unreset,
            server_settings={"jit": "off", "synchronous_commit": synchronous_commit},
        ) as pool:
            app.state.reads = pool
            yield

    return life


def floor_app(url: str, mode: str) -> Starlette:
    """Return the floor: whoever asks says who it is. Mode `relaxed` or `strict` logs, with or without waiting for it."""

    async def handler(request: Request) -> Response:
        given = request.path_params
        pool, body = request.app.state.reads, await request.body()
        return await answered(pool, given["role"], given["name"], body, logs=bool(mode))

    return Starlette(
        routes=[Route("/{role}/{name}", handler, methods=["POST"])],
        lifespan=with_pool(url, "off" if mode == "relaxed" else "on"),
    )
