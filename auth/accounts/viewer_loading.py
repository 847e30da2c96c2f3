"""Load the viewer of a session or token in one statement: account, role grants in force, session."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from orjson import loads
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connection

from auth.accounts.undertaking import VERSION_IN_FORCE, may_enter
from auth.tokens.access_tokens import AccessToken
from auth.viewer import Viewer
from workflow.account import GRANT_IN_FORCE_STATES
from workflow.calendar import finnish_day
from workflow.exceptional_access import OPEN_EMERGENCY_STATES
from workflow.roles import ROLE_OF_ACCOUNT, ROLES, AccountKind, Role

_PERSON = """
SELECT a.id, a.kind, a.epoch, coalesce(a.name, (
    SELECT concat_ws(' ', coalesce(c.call_name, c.first_names), c.last_name) FROM client c WHERE c.id = a.client_id
  ), (
    SELECT concat_ws(' ', v.first_names, v.last_name) FROM representation v WHERE v.account_id = a.id
    ORDER BY v.id LIMIT 1
  ), '') AS name, a.language, a.staff_id, a.client_id, a.agency_id, a.workplace_id,
  a.undertaking_version, {undertaking} AS undertaking_in_force, g.roles, g.units, {columns}, NULL AS documents,
  EXISTS (
    SELECT 1 FROM emergency_access e WHERE e.account_id = a.id AND {open} AND e.ends_at > {now}
  ) AS has_emergency
FROM {source}
LEFT JOIN LATERAL (
  SELECT array_agg(g.role) AS roles, array_agg(g.unit_id) AS units FROM role_grant g
  WHERE g.account_id = a.id AND {in_force} AND g.starts_on <= $1 AND (g.ends_before IS NULL OR g.ends_before > $1)
) g ON true
WHERE a.disabled_at IS NULL AND (a.ends_before IS NULL OR a.ends_before > $1) AND {condition}
  AND NOT EXISTS (SELECT 1 FROM client d WHERE d.id = a.client_id AND d.died_on IS NOT NULL)
"""
_SYSTEMS = """UNION ALL
SELECT c.id, 'AGENCY', c.epoch, c.name, 'fi', NULL, NULL, c.agency_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, CASE WHEN c.listed_documents_only THEN coalesce(c.documents, '[]')::text END, FALSE
FROM agency_client c
WHERE {condition} AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > {now})
"""
BY_SESSION = _PERSON.format(
    in_force=GRANT_IN_FORCE_STATES.sql("g.state"),
    open=OPEN_EMERGENCY_STATES.sql("e.state"),
    undertaking=VERSION_IN_FORCE,
    columns="s.id_hash AS session, s.seen_at, s.id::text AS credential",
    source="session s JOIN account a ON a.id = s.account_id",
    condition="s.id_hash = $2 AND s.expires_at > $3",
    now="$3",
)
BY_TOKEN = _PERSON.format(
    in_force=GRANT_IN_FORCE_STATES.sql("g.state"),
    open=OPEN_EMERGENCY_STATES.sql("e.state"),
    undertaking=VERSION_IN_FORCE,
    columns="NULL::bytea AS session, NULL::timestamptz AS seen_at, NULL AS credential",
    source="account a",
    condition="a.issuer = $2 AND a.subject = $3",
    now="$5",
) + _SYSTEMS.format(condition="c.issuer = $2 AND c.subject = $3 AND c.public_id = $4", now="$5")
BY_ACCOUNT = _PERSON.format(
    in_force=GRANT_IN_FORCE_STATES.sql("g.state"),
    open=OPEN_EMERGENCY_STATES.sql("e.state"),
    undertaking=VERSION_IN_FORCE,
    columns="NULL::bytea AS session, NULL::timestamptz AS seen_at, NULL AS credential",
    source="account a",
    condition="a.id = $2",
    now="$3",
)

# All who could ask today; of trainees only the one whose id is $2, because nobody else of them sees what is hers.
EVERYBODY = _PERSON.format(
    in_force=GRANT_IN_FORCE_STATES.sql("g.state"),
    open=OPEN_EMERGENCY_STATES.sql("e.state"),
    undertaking=VERSION_IN_FORCE,
    columns="NULL::bytea AS session, NULL::timestamptz AS seen_at, NULL AS credential",
    source="account a",
    condition="(a.kind <> 'TRAINEE' OR a.client_id = $2)",
    now="$3",
) + _SYSTEMS.format(condition="TRUE", now="$3")


@dataclass(frozen=True)
class BySession:
    """A browser's session, by the hash of its id."""

    id_hash: bytes


@dataclass(frozen=True)
class ByToken:
    """A verified access token."""

    token: AccessToken


Credentials = BySession | ByToken


@dataclass(frozen=True)
class LoadedViewer:
    """A viewer as loaded, and when the last use of its session was written (None for a token)."""

    viewer: Viewer
    seen_at: datetime | None


async def load_viewer(credentials: Credentials, now: datetime) -> Viewer | None:
    """
    Return the viewer that these credentials belong to.

    None when the session or the client's registration has ended, when the account is disabled, or when no account has
    this name: the caller does not learn which.
    """
    entry = await load_viewer_and_session(credentials, now)
    return entry.viewer if entry else None


async def load_viewer_and_session(credentials: Credentials, now: datetime) -> LoadedViewer | None:
    """Return the viewer and the last use of its session; None in the same cases as `load_viewer`."""
    scopes: frozenset[str] | None = None
    match credentials:
        case BySession(id_hash):
            rows = await _rows(BY_SESSION, [finnish_day(now), id_hash, now])
        case ByToken(token):
            scopes = token.scopes
            rows = await _rows(BY_TOKEN, [finnish_day(now), token.issuer, token.subject, token.client, now])
    if len(rows) != 1:  # two rows mean that a person and a client share a name: then neither is trusted
        return None
    return LoadedViewer(viewer_of_row(rows[0], scopes), rows[0]["seen_at"])


async def viewer_of_account(account: UUID, now: datetime, db: BaseDBAsyncClient) -> Viewer | None:
    """
    Return the viewer of an account as its session would have it; None when the account is disabled.

    It tells what a person may see now who is not logged in.
    """
    rows = await db.execute_query_dict(BY_ACCOUNT, [finnish_day(now), account, now])
    return viewer_of_row(rows[0], None) if rows else None


def viewer_of_row(row: Mapping[str, Any], scopes: frozenset[str] | None = None) -> Viewer:
    """Return the viewer that a row of one of the statements above describes."""
    kind = AccountKind(row["kind"])
    everywhere, units = _granted_roles(kind, row["roles"] or [], row["units"] or [])
    if row["has_emergency"]:
        everywhere |= {"emergency"}
    return Viewer(
        account=row["id"],
        kind=kind,
        epoch=row["epoch"],
        name=row["name"],
        language=row["language"],
        staff=row["staff_id"],
        client=row["client_id"],
        agency=row["agency_id"],
        workplace=row["workplace_id"],
        everywhere=everywhere,
        units=units,
        scopes=scopes,
        session=row["session"],
        credential=row["credential"],
        documents=_documents(row["documents"]),
        may_enter=may_enter(kind, row["undertaking_version"], row["undertaking_in_force"]),
    )


def _documents(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(document["text"] for document in loads(text))


def _granted_roles(
    kind: AccountKind, roles: list[str], units: list[Any]
) -> tuple[frozenset[str], dict[str, tuple[Any, ...]]]:
    """Return the roles held everywhere, and role → sorted units; `roles` and `units` are columns of the grants."""
    if kind is not AccountKind.STAFF:
        granted = {role for role in roles if kind in ROLES[Role(role)].account_kinds}
        return frozenset({ROLE_OF_ACCOUNT[kind], *granted}), {}
    pairs = list(zip(roles, units, strict=True))
    everywhere = frozenset(role for role, unit in pairs if unit is None)
    held: dict[str, set[Any]] = {}
    for role, unit in pairs:
        if unit is not None and role not in everywhere:
            held.setdefault(role, set()).add(unit)
    return everywhere, {role: tuple(sorted(held[role])) for role in sorted(held)}


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)
