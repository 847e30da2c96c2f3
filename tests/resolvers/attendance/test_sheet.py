"""The sheet of working days: who sees whose row, in which order, what each cell says, and the look that it leaves."""

from datetime import timedelta
from typing import Any

from tests.support.actions.attendance import planned_days, record_day
from tests.support.actions.content import update
from tests.support.organisation import TODAY, SampleOrganisation

SHEET = """query S($scope: AttendanceScope!, $from: Date!, $to: Date!) {
  attendanceSheet(scope: $scope, from: $from, to: $to) {
    days { day weekday isHoliday } hasMore
    rows { client { id lastName } contract { id weeklyPattern { weekday minutes } }
      days { id day state code minutes plannedMinutes } recent { day code presence }
      totals { planned recorded present absent minutes plannedMinutes } } } }"""
DAY = TODAY.isoformat()


async def sheet(organisation: SampleOrganisation, who: str, **given: Any) -> dict[str, Any]:
    """Return the sheet as somebody reads it: of today, and of the caseload, unless something else is given."""
    variables = {"scope": {"caseload": True}, "from": DAY, "to": DAY} | given
    return dict((await organisation.data(who, SHEET, **variables))["attendanceSheet"])


def names(found: dict[str, Any]) -> list[str]:
    """Return the last names of a sheet, in its order."""
    return [row["client"] and row["client"]["lastName"] for row in found["rows"]]


async def test_the_morning_of_a_caseload_is_by_name(organisation: SampleOrganisation) -> None:
    await planned_days(organisation, 4)
    await organisation.pool.execute(
        "UPDATE client SET last_name = 'Aaltonen', sort_key = 'aaltonen' WHERE sort_key = 'aamu002'"
    )

    found = await sheet(organisation, "coach_a")

    planned = [row for row in found["rows"] if row["days"]]
    assert [row["client"]["lastName"] for row in planned] == ["Aaltonen", "Aamu000", "Aamu001", "Aamu003"]
    assert {row["days"][0]["state"] for row in planned} == {"PLANNED"}
    assert planned[0]["totals"] == {
        "planned": 1, "recorded": 0, "present": 0, "absent": 0, "minutes": 0, "plannedMinutes": 300,
    }  # fmt: skip
    assert found["days"] == [{"day": DAY, "weekday": 1, "isHoliday": False}]
    assert found["hasMore"] is False


async def test_a_week_shows_what_was_recorded_and_the_days_before(organisation: SampleOrganisation) -> None:
    [today] = await planned_days(organisation, 1)
    await record_day(organisation, "coach_a", default="PRESENT")
    monday = (TODAY - timedelta(days=TODAY.weekday())).isoformat()
    later = (TODAY + timedelta(days=7)).isoformat()

    week = await sheet(organisation, "supervisor_a", scope={"unitId": organisation.ids["unit_a"]}, **{"from": monday})
    after = await sheet(
        organisation, "supervisor_a", scope={"unitId": organisation.ids["unit_a"]}, **{"from": later, "to": later}
    )

    [row] = [r for r in week["rows"] if r["days"]]
    assert [(d["id"], d["code"], d["minutes"]) for d in row["days"]] == [(today["id"], "PRESENT", 300)]
    assert row["totals"]["present"] == 1
    [row] = [r for r in after["rows"] if r["recent"]]
    assert row["recent"] == [{"day": DAY, "code": "PRESENT", "presence": "PRESENT"}]


async def test_nobody_reads_a_row_that_is_hidden(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, 2)
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE WHERE id = $1", days[0]["client"])
    variables: dict[str, Any] = {"scope": {"unitId": organisation.ids["unit_a"]}, "from": DAY, "to": DAY}

    for who in ("coach_a", "supervisor_a", "colleague_a", "coach_b", "manager", "finance", "trainee", "official_x"):
        raw = await organisation.raw(who, SHEET, **variables)
        assert days[0]["id"].encode() not in raw, who
        if who not in ("coach_a", "supervisor_a", "colleague_a"):
            assert b"Aamu001" not in raw, who
            assert days[1]["id"].encode() not in raw, who


async def test_a_colleague_reads_names_and_todays_days_alone(organisation: SampleOrganisation) -> None:
    await planned_days(organisation, 2)

    found = await sheet(organisation, "colleague_a", scope={"unitId": organisation.ids["unit_a"]})

    assert names(found) == ["Aamu000", "Aamu001"]
    assert {row["contract"] for row in found["rows"]} == {None}
    assert [row["days"][0]["plannedMinutes"] for row in found["rows"]] == [None, None]
    assert [row["totals"]["plannedMinutes"] for row in found["rows"]] == [0, 0]


async def test_a_sheet_is_one_look_at_everybody_in_it(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, 3)
    before = await organisation.count("disclosure_log")

    await sheet(organisation, "coach_a")

    [row] = await organisation.pool.fetch("SELECT subjects, fields FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert await organisation.count("disclosure_log") == before + 1
    assert {day["client"] for day in days} <= set(row["subjects"])
    assert {"Client.lastName", "Attendance.code", "Contract.weeklyPattern"} <= set(row["fields"])


async def test_a_period_backwards_or_too_long_is_refused(organisation: SampleOrganisation) -> None:
    for first, last in (
        (DAY, (TODAY - timedelta(days=1)).isoformat()),
        (DAY, (TODAY + timedelta(days=62)).isoformat()),
    ):
        variables: dict[str, Any] = {"scope": {"caseload": True}, "from": first, "to": last}
        answer = await organisation.ask("coach_a", SHEET, **variables)
        [error] = answer["errors"]
        assert (error["extensions"]["code"], error["extensions"]["argument"]) == ("BAD_ARGUMENT", "to")


async def test_a_corrected_day_is_not_in_the_sheet(organisation: SampleOrganisation) -> None:
    [first] = await planned_days(organisation, 1)
    assert await update(organisation, "coach_a", "Attendance", first, code="PRESENT") == []
    await organisation.pool.execute(
        "UPDATE attendance SET state = 'LOCKED', accounting_unit_id = unit_id, minutes = 300 WHERE day = $1", TODAY
    )
    correct = """mutation C($input: CorrectDayInput!) { correctDay(input: $input) {
      attendance { id code state replaces { id } } errors { code } } }"""
    given = {"attendanceId": first["id"], "code": "ABSENT_SICK", "reason": "Todistus tuli"}

    corrected = (await organisation.data("coach_a", correct, input=given))["correctDay"]
    found = await sheet(organisation, "coach_a")

    assert corrected["errors"] == []
    assert corrected["attendance"]["replaces"]["id"] == first["id"]
    assert [[d["id"] for d in row["days"]] for row in found["rows"] if row["days"]] == [[corrected["attendance"]["id"]]]


async def test_the_effects_of_the_codes_are_known_before_anything_is_saved(organisation: SampleOrganisation) -> None:
    query = '{ attendanceEffects(day: "2026-11-23") { code title benefit mostMinutes isPending } }'

    found = {one["code"]: one for one in (await organisation.data("coach_a", query))["attendanceEffects"]}

    assert found["ABSENT_AGREED"]["benefit"] == "LOST"
    assert (found["PRESENT_SHORT"]["mostMinutes"], found["ABSENT_PENDING"]["isPending"]) == (239, True)
    assert found["PRESENT"]["title"] == "läsnä"


async def test_a_scope_by_workplace_tells_nobody_where_a_protected_person_works(
    organisation: SampleOrganisation,
) -> None:
    day, other = await planned_days(organisation, 2)
    workplace = organisation.rows["workplace"].pk
    for one in (day, other):
        await organisation.pool.execute(
            "UPDATE contract SET workplace_id = $1 WHERE id = $2", workplace, one["contract"]
        )
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE WHERE id = $1", day["client"])

    found = await sheet(organisation, "supervisor_a", scope={"workplaceId": organisation.ids["workplace"]})
    counted = await sheet(organisation, "manager", scope={"workplaceId": organisation.ids["workplace"]})

    assert {row["contract"]["id"] for row in found["rows"]} == {f"contract_{other['contract'].hex}"}
    assert counted["rows"] == []
