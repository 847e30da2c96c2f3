"""Sealed logs: written, sealed, verified, and tampered with as only a superuser may."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg

from auth.evidence.checkpoints import checkpoint_keys
from auth.evidence.faults import FaultKind
from auth.evidence.verification import LogVerification, verify_logs
from resolvers.context import CommandContext
from resolvers.protection.log_seals import seal_finished_entries, sign_checkpoint
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings
from tests.support.organisation import NOW

INSERT_DISCLOSURE = """INSERT INTO disclosure_log (at, account, authority, operation, document, fields, subjects,
  asked, purpose, outcome, request) VALUES ($1, $2, 'STAFF: coach', $3, 'd', '{Client.lastName}', ARRAY[$2]::uuid[],
  '{}', 'COACHING', 'SHOWN', gen_random_uuid())"""
SOMEBODY = UUID(int=7)


def sealing_context(settings: Settings, now: datetime = NOW) -> CommandContext:
    """Return the context in which the service seals its logs."""
    return system_context(schema_and_content_types()[1], RULEBOOK, keyring_of(settings), now, now.date())


async def seal_all(settings: Settings, now: datetime = NOW) -> int:
    """Seal every entry there is and return how many that were."""
    return await seal_finished_entries(sealing_context(settings, now))


async def signed_checkpoint(settings: Settings, now: datetime = NOW) -> str:
    """Sign a checkpoint of what is sealed and return its text."""
    found = await sign_checkpoint(sealing_context(settings, now))
    assert found is not None
    return found[0]


async def write_disclosures(pool: Any, count: int, operation: str = "Read") -> list[int]:
    """Write entries as reading statements do, each in a transaction of its own, and return their ids."""
    for number in range(count):
        await pool.execute(INSERT_DISCLOSURE, NOW, SOMEBODY, f"{operation}{number}")
    rows = await pool.fetch("SELECT id FROM disclosure_log ORDER BY id DESC LIMIT $1", count)
    return sorted(row["id"] for row in rows)


async def verdict(url: str, settings: Settings, kept: Sequence[str] = ()) -> LogVerification:
    """Verify the logs as the application's role."""
    connection = await asyncpg.connect(**credentials(url))
    try:
        return await verify_logs(connection, checkpoint_keys(keyring_of(settings).signing), kept)
    finally:
        await connection.close()


@asynccontextmanager
async def superuser_connection(url: str) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """Yield a connection for which no trigger and no right stands in the way."""
    told = credentials(url) | {"user": SUPERUSER, "database": urlsplit(url).path.removeprefix("/")}
    connection = await asyncpg.connect(**told)
    try:
        await connection.execute("SET session_replication_role = replica")
        yield connection
    finally:
        await connection.close()


def faults_with_entries(found: LogVerification) -> set[tuple[FaultKind, str]]:
    """Return the faults of a verdict with the entries they name."""
    return {(f.kind, f"{f.entry}/{f.other}" if f.kind is FaultKind.SWAPPED else f.entry) for f in found.faults}
