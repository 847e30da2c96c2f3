"""Money needs counts, and nobody's day: who reads a working day, who whether somebody was there, and who why not."""

from typing import Any

import pytest

from tests.support.actions.casework import served_client
from tests.support.actions.content import step, update
from tests.support.organisation import SampleOrganisation

COUNTS = """{ contracts { nodes { dayCounts { month unit recorded locked present absent billable minutes } } } }"""
DAYS = "{ attendance { totalCount nodes { day code presence } } }"
RECORDED = ("2026-11-18", "2026-11-19", "2026-11-20")


async def recorded_days(organisation: SampleOrganisation) -> dict[str, Any]:
    """Make a served client with three recorded days of November: present, sick, and an unauthorised absence."""
    it = await served_client(organisation)
    planned = await organisation.pool.fetch("SELECT id FROM attendance ORDER BY day LIMIT 3")
    for row, day, code in zip(planned, RECORDED, ("PRESENT", "ABSENT_SICK", "ABSENT_UNAUTHORISED"), strict=True):
        await organisation.pool.execute("UPDATE attendance SET day = $1::text::date WHERE id = $2", day, row["id"])
        one = {"id": f"attendance_{row['id'].hex}", "revision": 1}
        assert await update(organisation, "coach_a", "Attendance", one, code=code) == []
        assert await step(organisation, "coach_a", "Attendance", one, "RECORD") == []
    return it


def november(unit: str = "unit_a", **more: int) -> dict[str, Any]:
    """Return the counts of the three days."""
    counted = {"recorded": 3, "locked": 0, "present": 1, "absent": 2, "billable": 1, "minutes": 300}
    return {"month": "2026-11-01", "unit": unit} | counted | more


@pytest.mark.parametrize("who", ["finance", "manager", "supervisor_a"])
async def test_whoever_counts_money_reads_the_days_of_a_contract_by_month(
    organisation: SampleOrganisation, who: str
) -> None:
    await recorded_days(organisation)

    contracts = (await organisation.data(who, COUNTS))["contracts"]["nodes"]

    assert [c["dayCounts"] for c in contracts] == [[november()]]


@pytest.mark.parametrize("who", ["finance", "manager"])
async def test_whoever_counts_money_reads_no_day_and_no_reason(organisation: SampleOrganisation, who: str) -> None:
    await recorded_days(organisation)
    nested = "{ contracts { nodes { weeklyPattern { weekday } attendance { totalCount nodes { day code } } } } }"
    by_reason = '{ attendance(filter: {code: {eq: "ABSENT_SICK"}}) { totalCount } }'

    answers = [await organisation.raw(who, query) for query in (DAYS, nested, by_reason, COUNTS)]

    assert b'"totalCount":0' in answers[0]
    assert b'"totalCount":0' in answers[1]
    assert b'"totalCount":1' not in answers[2]
    for told in (b"ABSENT", b"2026-11-18", b"2026-11-19", b"2026-11-20", b'"weekday"'):
        assert all(told not in answer for answer in answers)


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "workplace", "trainee", "official_x", "privacy_officer"])
async def test_nobody_else_reads_the_counts_of_a_contract(organisation: SampleOrganisation, who: str) -> None:
    await recorded_days(organisation)

    contracts = (await organisation.data(who, COUNTS))["contracts"]["nodes"]

    assert all(c["dayCounts"] is None for c in contracts)


async def test_an_answer_to_finance_does_not_depend_on_the_day_and_the_reason(organisation: SampleOrganisation) -> None:
    await recorded_days(organisation)
    before = await organisation.raw("finance", COUNTS)

    await organisation.pool.execute("UPDATE attendance SET code = 'ABSENT_CHILD' WHERE code = 'ABSENT_SICK'")
    await organisation.pool.execute("UPDATE attendance SET day = day - 7 WHERE code = 'ABSENT_UNAUTHORISED'")

    assert await organisation.raw("finance", COUNTS) == before


@pytest.mark.parametrize("who", ["colleague_a", "official_x"])
async def test_present_or_absent_is_all_that_others_read_and_no_filter_tells_more(
    organisation: SampleOrganisation, who: str
) -> None:
    await recorded_days(organisation)
    by_reason = '{ attendance(filter: {code: {eq: "ABSENT_SICK"}}) { totalCount nodes { day } } }'

    shown = (await organisation.data(who, DAYS))["attendance"]["nodes"]
    asked = await organisation.raw(who, by_reason)

    assert {(n["day"], n["code"], n["presence"]) for n in shown} == {
        (RECORDED[0], None, "PRESENT"),
        (RECORDED[1], None, "ABSENT"),
        (RECORDED[2], None, "ABSENT"),
    }
    assert b"2026-11-19" not in asked
    assert b"ABSENT_" not in await organisation.raw(who, DAYS) + asked


async def test_the_person_the_coach_and_the_supervisor_read_the_reason(organisation: SampleOrganisation) -> None:
    it = await recorded_days(organisation)
    sql = "UPDATE account SET client_id = $1 WHERE subject = 'trainee'"
    await organisation.pool.execute(sql, it["client"]["id"][-32:])

    for who in ("trainee", "coach_a", "supervisor_a"):
        shown = (await organisation.data(who, DAYS))["attendance"]["nodes"]
        assert [n["code"] for n in shown if n["day"] in RECORDED] == ["PRESENT", "ABSENT_SICK", "ABSENT_UNAUTHORISED"]


async def test_a_corrected_day_counts_once_as_corrected(organisation: SampleOrganisation) -> None:
    await recorded_days(organisation)
    await organisation.pool.execute("UPDATE attendance SET state = 'LOCKED' WHERE state = 'RECORDED'")
    sick = await organisation.pool.fetchrow("SELECT id, contract_id FROM attendance WHERE code = 'ABSENT_SICK'")
    assert sick is not None
    made = """mutation C($i: CreateAttendanceInput!) { createAttendance(input: $i) {
      attendance { id revision } errors { code } } }"""
    given = {"contractId": f"contract_{sick['contract_id'].hex}", "day": RECORDED[1], "plannedMinutes": 300}
    given["replacesId"] = f"attendance_{sick['id'].hex}"
    await organisation.pool.execute("UPDATE contract SET starts_on = '2026-11-01'")
    done = (await organisation.data("coach_a", made, i=given))["createAttendance"]
    assert done["errors"] == []
    one = done["attendance"]
    assert await update(organisation, "coach_a", "Attendance", one, code="PRESENT") == []
    assert await step(organisation, "coach_a", "Attendance", one, "RECORD") == []

    [contract] = (await organisation.data("finance", COUNTS))["contracts"]["nodes"]

    assert contract["dayCounts"] == [november(locked=2, present=2, absent=1, billable=2, minutes=600)]


async def test_a_client_who_moves_opens_no_closed_month(organisation: SampleOrganisation) -> None:
    it = await recorded_days(organisation)
    before = await organisation.raw("finance", COUNTS)

    assert await update(organisation, "supervisor_a", "Client", it["client"], unitId=organisation.ids["unit_b"]) == []

    assert await organisation.raw("finance", COUNTS) == before


async def test_reading_counts_is_logged_as_a_look_at_the_person(organisation: SampleOrganisation) -> None:
    it = await recorded_days(organisation)
    await organisation.data("finance", COUNTS)

    row = await organisation.pool.fetchrow("SELECT fields, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")

    assert row is not None
    assert "Contract.dayCounts" in row["fields"]
    assert [subject.hex for subject in row["subjects"]] == [it["client"]["id"][-32:]]
