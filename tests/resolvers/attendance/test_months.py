"""A month of a unit: who closes it, what must be settled first, and what a locked month lets in."""

from typing import Any

from tests.support.actions.attendance import planned_days, record_day
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import NOW, TODAY, SampleOrganisation

MONTH = TODAY.replace(day=1).isoformat()
LAST = "2026-11-30"


async def month_of_unit(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return the month of today in unit A, which the supervisor begins."""
    return await create(organisation, "supervisor_a", "AttendanceMonth", unitId=organisation.ids["unit_a"], month=MONTH)


async def locked_month(
    organisation: SampleOrganisation, people: int = 2
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return a locked month, and its days."""
    days = await planned_days(organisation, people)
    assert (await record_day(organisation, "coach_a", default="PRESENT"))["refused"] == []
    month = await month_of_unit(organisation)
    organisation.now = NOW.replace(day=30)
    for name in ("CONFIRM", "LOCK"):
        assert await step(organisation, "supervisor_a", "AttendanceMonth", month, name) == []
    return month, days


async def states(organisation: SampleOrganisation) -> set[str]:
    """Return the states that days of today are in."""
    return {row[0] for row in await organisation.pool.fetch("SELECT state FROM attendance WHERE day = $1", TODAY)}


async def test_a_month_takes_its_days_along(organisation: SampleOrganisation) -> None:
    await locked_month(organisation)

    assert await states(organisation) == {"LOCKED"}
    assert await organisation.count("history", "noun = 'attendance' AND action IN ('CONFIRM', 'LOCK')") == 4
    assert await organisation.count("attendance_month", "locked_at IS NOT NULL") == 1


async def test_a_month_is_not_closed_before_its_days_are_settled(organisation: SampleOrganisation) -> None:
    first, second, third = await planned_days(organisation, 3)
    codes = [{"attendanceId": first["id"], "code": "ABSENT_PENDING"}, {"attendanceId": second["id"], "code": "PRESENT"}]
    await record_day(organisation, "coach_a", *codes)
    month = await month_of_unit(organisation)
    query = """mutation T($input: TransitionAttendanceMonthInput!) { transitionAttendanceMonth(input: $input) {
      errors { code message } } }"""
    asked = {"id": month["id"], "revision": 1, "transition": "CONFIRM"}

    too_early = await organisation.data("supervisor_a", query, input=asked)
    organisation.now = NOW.replace(day=30)
    unsettled = await organisation.data("supervisor_a", query, input=asked)

    assert [e["code"] for e in too_early["transitionAttendanceMonth"]["errors"]] == ["MONTH_NOT_OVER"]
    [error] = unsettled["transitionAttendanceMonth"]["errors"]
    assert error["code"] == "DAYS_UNSETTLED"
    assert "kirjaamatta 1" in error["message"]
    assert "selvittämättä 1" in error["message"]
    assert await states(organisation) == {"PLANNED", "RECORDED"}
    assert third["id"] not in error["message"]


async def test_nothing_of_a_locked_month_is_added_recorded_or_changed(organisation: SampleOrganisation) -> None:
    _, days = await locked_month(organisation)
    contract = f"contract_{days[0]['contract'].hex}"
    left = await organisation.pool.fetchval(_LEFT_BEHIND, days[0]["contract"])
    planned = {"id": f"attendance_{left.hex}", "revision": 1}

    _, added = await try_to_create(organisation, "coach_a", "Attendance", contractId=contract, day="2026-11-25")
    coded = await update(organisation, "coach_a", "Attendance", planned, code="PRESENT")
    changed = await update(organisation, "supervisor_a", "Attendance", {"id": days[0]["id"], "revision": 4}, minutes=10)
    many = await record_day(organisation, "coach_a", day="2026-11-24", default="PRESENT")

    assert (added, coded, changed) == (["MONTH_LOCKED"], ["MONTH_LOCKED"], ["FORBIDDEN_FIELD"])
    assert [[e["code"] for e in one["errors"]] for one in many["refused"]] == [["MONTH_LOCKED"]]
    assert await organisation.count("attendance", "day = '2026-11-24' AND state = 'PLANNED' AND code IS NULL") == 1


_LEFT_BEHIND = """INSERT INTO attendance (id, contract_id, client_id, unit_id, day, planned_minutes, state, revision,
    provenance, created_at, created_by, modified_at, modified_by)
  SELECT uuidv7(), contract_id, client_id, unit_id, '2026-11-24', 300, 'PLANNED', 1, 'OWN', created_at, created_by,
    modified_at, modified_by FROM attendance WHERE contract_id = $1 RETURNING id"""


async def test_a_month_that_is_opened_again_takes_the_days_that_are_missing(organisation: SampleOrganisation) -> None:
    month, days = await locked_month(organisation)
    contract = f"contract_{days[0]['contract'].hex}"

    silent = await step(organisation, "supervisor_a", "AttendanceMonth", month, "REOPEN")
    opened = await step(organisation, "supervisor_a", "AttendanceMonth", month, "REOPEN", comment="Päivä puuttuu")
    added = await create(
        organisation, "coach_a", "Attendance", contractId=contract, day="2026-11-24", code="PRESENT", minutes=240
    )
    assert await step(organisation, "coach_a", "Attendance", added, "RECORD") == []
    for name in ("CONFIRM", "LOCK"):
        assert await step(organisation, "supervisor_a", "AttendanceMonth", month, name) == []

    assert (silent, opened) == (["COMMENT_REQUIRED"], [])
    assert await organisation.count("attendance", "state = 'LOCKED'") == 3


async def test_who_does_not_lead_the_unit_does_not_close_its_month(organisation: SampleOrganisation) -> None:
    month = await month_of_unit(organisation)
    organisation.now = NOW.replace(day=30)

    refused = {
        who: await step(organisation, who, "AttendanceMonth", month, "CONFIRM")
        for who in ("coach_a", "manager", "finance", "supervisor_b", "trainee")
    }

    assert refused == {
        "coach_a": ["WRONG_ROLE"],
        "manager": ["WRONG_ROLE"],
        "finance": ["WRONG_ROLE"],
        "supervisor_b": ["NOT_FOUND"],
        "trainee": ["NOT_FOUND"],
    }
    assert await organisation.count("attendance_month", "state <> 'OPEN'") == 0
