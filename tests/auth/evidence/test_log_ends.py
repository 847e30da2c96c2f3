"""Logs end: looks whose term is over go in whole blocks, the chain stays verifiable, nothing else explains a gap."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from auth.evidence.faults import FaultKind
from resolvers.protection.log_ends import end_old_logs
from service.database.connections import connect
from service.settings import Settings
from tests.support.organisation import SampleOrganisation
from tests.support.sealed_logs import (
    INSERT_DISCLOSURE,
    SOMEBODY,
    seal_all,
    sealing_context,
    superuser_connection,
    verdict,
    write_disclosures,
)

LONG_AGO = datetime(2012, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
async def old_logs(organisation: SampleOrganisation, settings: Settings) -> SampleOrganisation:
    """Return an organisation with three looks and a log-in of 2012, sealed in that year, and two of today."""
    for number in range(3):
        await organisation.pool.execute(INSERT_DISCLOSURE, LONG_AGO, SOMEBODY, f"Old{number}")
    await organisation.pool.execute(
        "INSERT INTO login_event (id, state, revision, provenance, created_at, created_by, modified_at, modified_by,"
        " at,"
        " issuer, outcome, network) VALUES ($1, 'RECORDED', 1, 'OWN', $2, $3, $2, $3, $2, 'i', 'REFUSED', 'n')",
        uuid4(),
        LONG_AGO,
        "00000000-0000-0000-0000-000000000000",
    )
    await seal_all(settings, LONG_AGO + timedelta(minutes=1))
    await write_disclosures(organisation.pool, 2, "New")
    await seal_all(settings)
    return organisation


async def kept(organisation: SampleOrganisation) -> list[str]:
    rows = await organisation.pool.fetch("SELECT operation FROM disclosure_log WHERE document = 'd' ORDER BY id")
    return [row["operation"] for row in rows]


async def test_looks_past_every_term_go_and_the_chain_is_verified_as_before(
    old_logs: SampleOrganisation, settings: Settings, database: str
) -> None:
    assert await end_old_logs(sealing_context(settings)) == 4

    assert await kept(old_logs) == ["New0", "New1"]
    assert await old_logs.count("login_event") == 0
    await seal_all(settings)
    found = await verdict(database, settings)
    assert found.faults == []
    query = "{ logRemovals { nodes { entries olderThan removedAt token } } }"
    [told] = (await old_logs.data("privacy_officer", query))["logRemovals"]["nodes"]
    assert (told["entries"], told["olderThan"]) == (4, "2014-11-22T22:00:00+00:00")
    assert (await old_logs.data("coach_a", query))["logRemovals"]["nodes"] == []
    assert await end_old_logs(sealing_context(settings)) == 0, "what is done is not done again"


async def test_a_year_passes_until_the_longest_term_of_all_registers_is_over(
    old_logs: SampleOrganisation, settings: Settings
) -> None:
    await old_logs.pool.execute("UPDATE register SET log_kept_years = 15")

    assert await end_old_logs(sealing_context(settings)) == 0
    assert len(await kept(old_logs)) == 5
    assert await end_old_logs(sealing_context(settings, datetime(2027, 5, 4, 8, tzinfo=UTC))) == 0


async def test_the_application_deletes_no_look_before_its_term(
    old_logs: SampleOrganisation, settings: Settings
) -> None:
    connection: Any = await connect(settings.application_url)
    try:
        newest = await connection.fetchval("SELECT max(number) FROM log_block")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("SELECT end_log_blocks(1, $1, '2200-01-01')", newest)
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("DELETE FROM disclosure_log")
    finally:
        await connection.close()
    assert len(await kept(old_logs)) == 5


async def test_a_block_that_was_tampered_with_is_kept_as_evidence(
    old_logs: SampleOrganisation, settings: Settings, database: str
) -> None:
    async with superuser_connection(database) as connection:
        await connection.execute("UPDATE disclosure_log SET purpose = 'PAYMENT' WHERE operation = 'Old1'")

    assert await end_old_logs(sealing_context(settings)) == 0

    assert len(await kept(old_logs)) == 5
    assert FaultKind.ALTERED in {fault.kind for fault in (await verdict(database, settings)).faults}


async def test_a_gap_that_no_signed_statement_explains_is_a_fault(
    old_logs: SampleOrganisation, settings: Settings, database: str
) -> None:
    await end_old_logs(sealing_context(settings))
    async with superuser_connection(database) as connection:
        await connection.execute("DELETE FROM disclosure_log WHERE operation = 'New0'")
    kinds = [fault.kind for fault in (await verdict(database, settings)).faults]
    assert kinds == [FaultKind.REMOVED]

    async with superuser_connection(database) as connection:
        await connection.execute("UPDATE log_removal SET token = 'a.b.c'")
    kinds = [fault.kind for fault in (await verdict(database, settings)).faults]
    assert FaultKind.REMOVAL_REFUSED in kinds
    assert sum(kind in (FaultKind.REMOVED, FaultKind.TRUNCATED) for kind in kinds) == 5


async def test_the_term_is_a_rule_that_two_people_make(organisation: SampleOrganisation) -> None:
    query = "mutation L($i: CreateRegisterLawInput!) { createRegisterLaw(input: $i) { errors { code path } } }"
    given = {"registerId": organisation.ids["register"], "basis": "Päätös", "logYears": 5, "logKeptYears": 4}
    answer = await organisation.data("administrator", query, i=given)

    assert answer["createRegisterLaw"]["errors"] == [{"code": "LOG_SHOWN_LONGER", "path": ["logKeptYears"]}]
