"""What is done with one day: it is swapped, an absence is told before its reason, a locked one is corrected."""

from typing import Any

from tests.support.actions.attendance import planned_days, record_day
from tests.support.actions.content import step
from tests.support.organisation import NOW, TODAY, SampleOrganisation

SWAP = """mutation S($input: SwapDayInput!) { swapDay(input: $input) {
  attendance { id day code state plannedMinutes swappedWith { id state code } } errors { code path } } }"""
ABSENT = """mutation A($input: ReportAbsenceInput!) { reportAbsence(input: $input) {
  attendance { id state code presence } errors { code path } } }"""
CORRECT = """mutation C($input: CorrectDayInput!) { correctDay(input: $input) {
  attendance { id code state source } errors { code path } } }"""
CONFIRM = """mutation C($input: ConfirmDaysInput!) { confirmDays(input: $input) {
  days { id state } refused { id errors { code } } errors { code } } }"""


async def asked(organisation: SampleOrganisation, who: str, document: str, **given: Any) -> dict[str, Any]:
    """Return the payload of a command."""
    [payload] = (await organisation.data(who, document, input=given)).values()
    return dict(payload)


async def test_swapped_days_are_a_pair_and_one_may_be_missed(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)

    swapped = await asked(organisation, "coach_a", SWAP, attendanceId=day["id"], revision=1, day="2026-11-25")
    new = swapped["attendance"]
    organisation.now = NOW.replace(day=25)
    ill = {"attendanceId": new["id"], "code": "ABSENT_SICK"}
    await record_day(organisation, "coach_a", ill, day="2026-11-25")
    confirmed = await asked(
        organisation, "coach_a", CONFIRM, scope={"caseload": True}, **{"from": TODAY.isoformat(), "to": "2026-11-29"}
    )

    assert (new["code"], new["day"], new["plannedMinutes"]) == ("SWAPPED_IN", "2026-11-25", 300)
    assert new["swappedWith"] == {"id": day["id"], "state": "RECORDED", "code": "SWAPPED_OUT"}
    assert confirmed["refused"] == []
    assert {one["state"] for one in confirmed["days"]} == {"CONFIRMED"}


async def test_a_day_is_not_swapped_for_one_that_is_taken(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)

    refused = await asked(organisation, "coach_a", SWAP, attendanceId=day["id"], revision=1, day=TODAY.isoformat())

    assert refused["attendance"] is None
    assert [error["code"] for error in refused["errors"]] == ["DAY_TAKEN"]
    assert await organisation.count("attendance", f"day = '{TODAY}' AND code IS NULL") == 1


async def test_who_is_away_says_so_and_the_reason_follows(organisation: SampleOrganisation) -> None:
    today, *_ = await planned_days(organisation, 1)
    account = organisation.rows["account_trainee"]
    await organisation.pool.execute("UPDATE account SET client_id = $1 WHERE id = $2", today["client"], account.pk)

    told = await asked(organisation, "trainee", ABSENT, attendanceId=today["id"], revision=1, note="Kuumetta")
    again = await asked(organisation, "trainee", ABSENT, attendanceId=today["id"], revision=3)

    assert told["attendance"] == {
        "id": today["id"], "state": "RECORDED", "code": "ABSENT_PENDING", "presence": "ABSENT",
    }  # fmt: skip
    assert [error["code"] for error in again["errors"]] == ["FORBIDDEN_FIELD"]
    assert await step(organisation, "coach_a", "Attendance", today | {"revision": 3}, "CONFIRM") == ["ABSENCE_PENDING"]


async def test_only_a_locked_day_is_corrected_and_never_by_who_plans_nothing(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)
    given = {"attendanceId": day["id"], "code": "ABSENT_SICK", "reason": "Todistus"}

    open_ = await asked(organisation, "coach_a", CORRECT, **given)
    await organisation.pool.execute(
        "UPDATE attendance SET state = 'LOCKED', code = 'PRESENT', accounting_unit_id = unit_id WHERE day = $1", TODAY
    )
    others = {who: await asked(organisation, who, CORRECT, **given) for who in ("colleague_a", "coach_b", "finance")}
    corrected = await asked(organisation, "coach_a", CORRECT, **given)

    assert [error["code"] for error in open_["errors"]] == ["NOT_A_LOCKED_DAY"]
    assert {who: [e["code"] for e in one["errors"]] for who, one in others.items()} == {
        "colleague_a": ["FORBIDDEN"],
        "coach_b": ["NOT_FOUND"],
        "finance": ["NOT_FOUND"],
    }
    assert (corrected["errors"], corrected["attendance"]["state"]) == ([], "RECORDED")


async def test_a_day_is_given_up_once_and_a_pair_points_back(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)
    organisation.now = NOW.replace(day=22)  # the day is to come
    first = await asked(organisation, "coach_a", SWAP, attendanceId=day["id"], revision=1, day="2026-11-25")
    revision = await organisation.pool.fetchval("SELECT revision FROM attendance WHERE day = $1", TODAY)

    again = await asked(organisation, "coach_a", SWAP, attendanceId=day["id"], revision=revision, day="2026-11-26")
    onward = await asked(
        organisation, "coach_a", SWAP, attendanceId=first["attendance"]["id"], revision=1, day="2026-11-26"
    )

    assert [e["code"] for e in again["errors"]] == ["SWAPPED_ALREADY"]
    assert [e["code"] for e in onward["errors"]] == ["SWAPPED_ALREADY"]


async def test_a_contract_ends_after_a_day_was_swapped(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)
    await asked(organisation, "coach_a", SWAP, attendanceId=day["id"], revision=1, day="2026-12-30")
    revision = await organisation.pool.fetchval("SELECT revision FROM contract WHERE id = $1", day["contract"])
    contract = {"id": f"contract_{day['contract'].hex}", "revision": revision}

    ended = await step(organisation, "coach_a", "Contract", contract, "END")

    assert ended == []
    assert await organisation.count("attendance", f"day = '{TODAY}' AND swapped_with_id IS NULL") == 1
    assert await organisation.count("history", "action = 'UNPAIR'") == 1


async def test_nobody_outside_the_team_takes_back_what_the_coach_decided(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)
    await organisation.pool.execute("UPDATE attendance SET code = 'ABSENT_INTERVIEW' WHERE day = $1", TODAY)

    refused = await asked(organisation, "colleague_a", ABSENT, attendanceId=day["id"], revision=1)

    assert [e["code"] for e in refused["errors"]] == ["REASON_DECIDED"]
    assert await organisation.count("attendance", "code = 'ABSENT_INTERVIEW'") == 1
