"""The clients, relationships and referrals of a national provider, and callers who reach them in every way there is."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import asyncpg

from auth.viewer import Viewer
from models.referral import NO_DAY
from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres
from workflow.roles import ROLES, AccountKind, Holding

CLIENTS, REFERRALS, UNITS, AGENCIES = 200_000, 400_000, 100, 200
KINDS = ("account", "unit", "staff", "client", "agency", "relationship", "referral", "register", "workplace")


def made(kind: str, number: int) -> UUID:
    """Return the id of row `number` of a kind."""
    return UUID(f"00000000-0000-7000-8{KINDS.index(kind):03x}-{number:012x}")


def _made(kind: str, number: str) -> str:
    return f"('00000000-0000-7000-8{KINDS.index(kind):03x}-' || lpad(to_hex({number}), 12, '0'))::uuid"


_STAMP = "1, 'OWN', now(), '{0}', now() - n * interval '1 second', '{0}'".format(made("account", 9))
_COLUMNS = "revision, provenance, created_at, created_by, modified_at, modified_by"
_STATE = "CASE WHEN n % 40 < 30 THEN 'ACTIVE' WHEN n % 40 < 36 THEN 'ENDED' ELSE 'PROSPECT' END"
_UNIT = _made("unit", f"n % {UNITS}")
# Among forty clients there are thirty in care, six whose time has ended and four who may come.
FILL = f"""
INSERT INTO client (id, state, unit_id, first_names, last_name, sort_key, gender, service_language, interpreter_needed,
  country, phones, safety_restriction, processing_restriction, identity_held, {_COLUMNS})
SELECT {_made("client", "n")}, {_STATE}, {_UNIT}, 'Aino', 'Koe' || n % 9973, 'koe' || n % 9973, 'UNDISCLOSED', 'fi',
  false, 'FI', '{{}}', n % 97 = 0, n % 397 = 0, false, {_STAMP}
FROM generate_series(0, {CLIENTS - 1}) n;
INSERT INTO relationship (id, state, client_id, register_id, unit_id, responsible_coach_id, started_on, {_COLUMNS})
SELECT {_made("relationship", "n")}, CASE WHEN n % 40 < 36 THEN 'ACTIVE' ELSE 'ENDED' END, {_made("client", "n")},
  {_made("register", "0")}, {_UNIT}, {_made("staff", f"n % {CLIENTS // 30}")},
  '2026-01-01'::date + n % 300, {_STAMP}
FROM generate_series(0, {CLIENTS - 1}) n;
INSERT INTO referral (id, state, agency_id, unit_id, client_id, entered_by, first_names, last_name, sort_key,
  service_code, basis, received_at, due_order, {_COLUMNS})
SELECT {_made("referral", "n")}, (ARRAY['CLOSED', 'STARTED', 'STARTED', 'SUBMITTED', 'REJECTED', 'DRAFT'])[1 + n % 6],
  {_made("agency", f"n % {AGENCIES}")}, {_UNIT}, {_made("client", f"n / 2 % {CLIENTS}")},
  {_made("account", "n % 5000")}, 'Aino', 'Koe' || n % 9973, 'koe' || n % 9973, 'WORK_TRIAL', 'CONSENT', now(),
  CASE WHEN n % 6 = 3 THEN '2026-12-01'::date + n / 6 % 90 ELSE '{NO_DAY}' END, {_STAMP}
FROM generate_series(0, {REFERRALS - 1}) n;
INSERT INTO account (id, issuer, subject, kind, name, language, epoch, state, {_COLUMNS})
SELECT {_made("account", "n")}, 'https://id.example', 'n' || n, 'STAFF', 'Koe', 'fi', 1, 'ACTIVE', {_STAMP}
FROM generate_series(0, 0) n;
INSERT INTO agency_client (id, issuer, subject, public_id, name, agency_id, scopes, epoch, secret_hash,
  state, {_COLUMNS})
SELECT {_made("account", "n")}, 'https://id.example', 'c' || n, 'c' || n, 'Koe', {_made("agency", "0")}, '{{all}}',
  1, '', 'ACTIVE', {_STAMP}
FROM generate_series(0, 0) n;
"""

TABLES = ("client", "relationship", "referral")
INDEXES = """
SELECT x.indexrelid::regclass::text AS name, pg_get_indexdef(x.indexrelid) AS definition
FROM pg_index x WHERE x.indrelid = ANY($1::text[]::regclass[]) AND NOT x.indisunique
"""


async def fill_register(postgres: EmbeddedPostgres, database: str) -> None:
    """Fill a migrated, empty database, in about half a minute, and analyse it."""
    connection = await asyncpg.connect(**credentials(postgres.url(database, SUPERUSER)))
    try:
        await connection.execute("SET session_replication_role = replica")  # what the rows refer to is not there
        indexes = await connection.fetch(INDEXES, list(TABLES))
        for index in indexes:  # made at the end, they take a third of the time
            await connection.execute(f"DROP INDEX {index['name']}")
        await connection.execute(FILL)
        for index in indexes:
            await connection.execute(index["definition"])
        await connection.execute("VACUUM (ANALYZE)")
    finally:
        await connection.close()


def every_viewer() -> Iterator[tuple[str, Viewer]]:
    """Yield a caller for each role, held in one unit, in three, everywhere, or as the kind of account brings it."""
    for role, declaration in ROLES.items():
        for kind in declaration.account_kinds:
            viewer = _of_kind(kind)
            if kind is not AccountKind.STAFF or declaration.holding is not Holding.GRANTED:
                yield f"{role} ({kind})", replace(viewer, everywhere=frozenset({str(role)}))
                continue
            units = tuple(made("unit", number) for number in range(3))
            yield f"{role} in one unit", replace(viewer, units={str(role): units[:1]})
            yield f"{role} in three units", replace(viewer, units={str(role): units})
            yield f"{role} everywhere", replace(viewer, everywhere=frozenset({str(role)}))


def _of_kind(kind: AccountKind) -> Viewer:
    is_of_agency = kind in (AccountKind.OFFICIAL, AccountKind.AGENCY)
    return Viewer(
        account=made("account", 0),
        kind=kind,
        epoch=1,
        name="Koe",
        staff=made("staff", 0) if kind is AccountKind.STAFF else None,
        client=made("client", 0) if kind is AccountKind.TRAINEE else None,
        agency=made("agency", 0) if is_of_agency else None,
        workplace=made("workplace", 0) if kind is AccountKind.WORKPLACE else None,
    )
