"""In whatever order days are recorded and reports sent, each reportable absence is told once to who pays (rule R10)."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from tests.support.actions.attendance import planned_days
from tests.support.actions.content import step
from tests.support.actions.payers import draft_reports, name_statute, payer_of, paying_agency, record_absence
from tests.support.organisation import TODAY, SampleOrganisation

ROUNDS = 25
CODES = ("ABSENT_SICK", "ABSENT_UNAUTHORISED", "ABSENT_PENDING", "PRESENT", "NOT_ORGANISED")
REPORTED = ("ABSENT_SICK", "ABSENT_UNAUTHORISED")
# What rows that nothing corrects tell whom, and what they should: of each, what the other does not have.
TOLD = """SELECT x.contract_id, x.day, x.code, r.payer_id FROM reported_absence x
 JOIN absence_report r ON r.id = x.report_id WHERE x.kind <> 'WITHDRAWAL'
 AND NOT EXISTS (SELECT FROM reported_absence n WHERE n.corrects_id = x.id)"""
TRUE = """SELECT a.contract_id, a.day, a.code, p.payer_id FROM attendance a JOIN benefit_payer p
 ON p.client_id = a.client_id AND p.state = 'VALID' AND a.day >= p.starts_on AND a.day <= coalesce(p.ends_on, a.day)
 WHERE a.code = ANY($1) AND a.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')"""


async def differences(organisation: SampleOrganisation) -> int:
    """Return how many absences are told and should not be, or should be told and are not."""
    sql = f"SELECT count(*) FROM (({TOLD} EXCEPT ALL {TRUE}) UNION ALL ({TRUE} EXCEPT ALL {TOLD})) d"
    return int(await organisation.pool.fetchval(sql, list(REPORTED)))


async def reports(organisation: SampleOrganisation, state: str) -> list[dict[str, Any]]:
    """Return id and revision of the reports in a state, the oldest first."""
    found = await organisation.pool.fetch("SELECT id, revision FROM absence_report WHERE state = $1 ORDER BY id", state)
    return [{"id": f"absence_report_{row['id'].hex}", "revision": row["revision"]} for row in found]


async def change_payer(organisation: SampleOrganisation, chance: Random, client: Any) -> None:
    """Let another agency have paid a client's benefit all the time."""
    payer = organisation.rows[chance.choice(("fund", "kela"))].pk
    await organisation.pool.execute("UPDATE benefit_payer SET payer_id = $1 WHERE client_id = $2", payer, client)


async def move_a_report(organisation: SampleOrganisation, chance: Random) -> None:
    """Try a step of a report that waits for one; whatever refuses it leaves it as it is."""
    state, name = chance.choice(
        (("DRAFT", "PREPARE"), ("READY", "SEND"), ("READY", "TAKE_BACK"), ("SENT", "ACKNOWLEDGE"))
    )
    for it in (await reports(organisation, state))[:2]:
        await step(organisation, "coach_a", "AbsenceReport", it, name, comment="Uudelleen")


@pytest.mark.parametrize("number", [1, 2])
async def test_each_reportable_absence_is_told_once(organisation: SampleOrganisation, number: int) -> None:
    chance = Random(number)
    await name_statute(organisation)
    for name, kind in (("fund", "UNEMPLOYMENT_FUND"), ("kela", "KELA")):
        await paying_agency(organisation, name, kind)
    days = [*await planned_days(organisation, 2)]
    for one in days:
        await payer_of(organisation, f"client_{one['client'].hex}")

    for turn in range(ROUNDS):
        organisation.now += timedelta(hours=1)
        for one in days:
            if chance.random() < 0.5:
                await record_absence(organisation, one, chance.choice(CODES))
        if chance.random() < 0.2:
            await change_payer(organisation, chance, chance.choice(days)["client"])
        await move_a_report(organisation, chance)
        if chance.random() < 0.5 or turn == ROUNDS - 1:
            made = await draft_reports(organisation, "coach_a", until=TODAY.isoformat())
            assert (made["errors"], made["refused"]) == ([], [])
            assert await differences(organisation) == 0

    twice = (
        "SELECT count(*) FROM (SELECT FROM reported_absence WHERE corrects_id IS NULL GROUP BY contract_id, day HAVING"
    )
    assert await organisation.pool.fetchval(f"{twice} count(*) > 1) d") == 0
    assert await organisation.count("reported_absence") > len(days)
