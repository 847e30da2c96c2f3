"""The register that is measured: real tables by the real migrations, filled once by bench/fill.sql and kept."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import asyncpg

from auth.accounts.undertaking import UNDERTAKING_VERSION
from auth.tokens.random_tokens import new_token, token_digest
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, SUPERUSER, EmbeddedPostgres
from service.database.migrations import known_migrations, migrate
from service.settings import ROOT

STATE = ROOT / ".state" / "bench"
FILL, NATIONAL = (Path(__file__).with_name(name) for name in ("fill.sql", "national.sql"))
TODAY = date(2026, 11, 20)
REGISTER, UNIT, STAFF, CLIENT, ACCOUNT = 2, 3, 4, 8, 14  # the kinds of ids in fill.sql
ROLES = ("supervisor", "coach")
ACCOUNTS = (*ROLES, "official", "manager", "privacy_officer")  # in the order of their ids; the last three: national


@dataclass(frozen=True)
class Size:
    """
    How much a register holds.

    With `looks`, a disclosure log of so many rows and everything else of a national provider are filled in too.
    """

    clients: int
    attendance: int
    units: int = 20
    agencies: int = 10
    workplaces: int = 50
    looks: int = 0

    def fill(self) -> str:
        """Return the SQL that fills a register of this size."""
        files = [FILL, NATIONAL] if self.looks else [FILL]
        values = asdict(self) | {"days": self.attendance // self.clients}
        text = "".join(file.read_text("utf-8") for file in files)
        return text.format(**values, today=TODAY, undertaking=UNDERTAKING_VERSION)

    @property
    def database(self) -> str:
        """The database that holds it: another one as soon as anything that made it changes."""
        made_by = hashlib.sha256("".join([self.fill(), *known_migrations()]).encode()).hexdigest()[:8]
        return f"bench_{self.clients}_{self.attendance}_{made_by}"


@dataclass(frozen=True)
class Person:
    """Somebody who asks: an account of the register and a session that was opened for this run."""

    role: str
    account: UUID
    staff: UUID
    unit: UUID
    session: str


def made(kind: int, number: int) -> UUID:
    """Return the id that fill.sql gives to row `number` of a kind."""
    return UUID(f"{1730000000000 + number:012x}70008{kind:03x}{number:012x}")


def running_server() -> EmbeddedPostgres:
    """Return the benchmark's own server, running: durable, because the price of durability is measured."""
    STATE.mkdir(parents=True, exist_ok=True)
    server = EmbeddedPostgres(STATE)
    server.start()
    return server


def prepared(server: EmbeddedPostgres, size: Size) -> str:
    """Return the name of a filled database; the name appears when it is complete, so a killed run leaves no half."""
    if not server.has_database(size.database):
        draft = f"{size.database}_draft"
        server.drop_database(draft)
        server.create_database(draft)
        asyncio.run(_fill(server, draft, size))
        server.execute(f'ALTER DATABASE "{draft}" RENAME TO "{size.database}"')
    return size.database


async def _fill(server: EmbeddedPostgres, database: str, size: Size) -> None:
    await migrate(server.url(database, OWNER))
    connection = await asyncpg.connect(**credentials(server.url(database, SUPERUSER)))
    try:
        await fill(connection, size)
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()


async def fill(connection: asyncpg.Connection, size: Size) -> None:
    """Fill a migrated, empty database; the connection is the superuser's and in no transaction."""
    await connection.execute("SET synchronous_commit = off; SET session_replication_role = replica")  # no FK checks
    await connection.execute("SET work_mem = '256MB'; SET jit = off")
    try:
        await connection.execute(size.fill())
        await connection.execute("VACUUM (ANALYZE, FREEZE)")
    finally:
        await connection.execute("DISCARD TEMP; RESET ALL")


async def opened_sessions(url: str, roles: Sequence[str] = ROLES) -> dict[str, Person]:
    """
    Return role → a person with a new session, of unit 0 or of agency 0.

    Sessions of earlier runs are ended: so few that no index is used, but more with each run, made every answer slower.
    """
    connection = await asyncpg.connect(**credentials(url))
    accounts = [made(ACCOUNT, ACCOUNTS.index(role)) for role in roles]
    try:
        await connection.execute("DELETE FROM session")
        sessions = await opened_sessions_of(connection, accounts)
    finally:
        await connection.close()
    return {
        role: Person(role, account, made(STAFF, 0), made(UNIT, 0), session)
        for role, account, session in zip(roles, accounts, sessions, strict=True)
    }


async def opened_sessions_of(connection: asyncpg.Connection, accounts: Sequence[UUID]) -> list[str]:
    """Return a new session of each account."""
    now = datetime.now(UTC)
    sessions = [new_token() for _ in accounts]
    await connection.executemany(
        "INSERT INTO session"
        " (id, id_hash, account_id, created_at, seen_at, expires_at, ends_at, amr, is_strong)"
        " VALUES (gen_random_uuid(), $1, $2, $3, $3, $4, $4, '{}', false)",
        [
            (token_digest(session), account, now, now + timedelta(hours=12))
            for session, account in zip(sessions, accounts, strict=True)
        ],
    )
    return sessions
