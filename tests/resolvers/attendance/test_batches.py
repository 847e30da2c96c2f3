"""The morning of many people in one command: recorded, refused one by one or together, and never half-saved."""

from typing import Any

import pytest

from tests.support.actions.attendance import RECORD, RECORD_DAY, planned_days, record_day
from tests.support.actions.content import update
from tests.support.organisation import TODAY, SampleOrganisation


async def states(organisation: SampleOrganisation) -> dict[str, int]:
    """Return how many days of today are in each state."""
    rows = await organisation.pool.fetch("SELECT state, count(*) FROM attendance WHERE day = $1 GROUP BY 1", TODAY)
    return {row[0]: row[1] for row in rows}


async def test_all_are_present_except(organisation: SampleOrganisation) -> None:
    ill, short, *_ = days = await planned_days(organisation, 5)

    answer = await record_day(
        organisation,
        "coach_a",
        {"attendanceId": ill["id"], "revision": 1, "code": "ABSENT_SICK"},
        {"attendanceId": short["id"], "revision": 1, "code": "PRESENT_SHORT", "minutes": 120},
        default="PRESENT",
    )

    recorded = {day["id"]: day for day in answer["days"]}
    assert (answer["errors"], answer["refused"], set(recorded)) == ([], [], {day["id"] for day in days})
    assert {d["state"] for d in recorded.values()} == {"RECORDED"}
    assert [recorded[d["id"]]["minutes"] for d in (ill, short, days[2])] == [None, 120, 300]
    assert [recorded[d["id"]]["presence"] for d in (ill, short)] == ["ABSENT", "PRESENT"]
    assert await organisation.count("history", "noun = 'attendance' AND action = 'RECORD'") == 5
    assert await organisation.count("version", "noun = 'attendance' AND revision = 2") == 5
    assert await organisation.count("outbox", "event = 'attendance.record'") == 5


async def test_what_is_refused_is_told_and_the_others_are_saved(organisation: SampleOrganisation) -> None:
    first, second, third = await planned_days(organisation, 3)
    wrong = [
        {"attendanceId": first["id"], "revision": 7, "code": "ABSENT_SICK"},
        {"attendanceId": second["id"], "code": "NO_SUCH_CODE"},
    ]

    answer = await record_day(organisation, "coach_a", *wrong, default="PRESENT")

    refused = {one["id"]: [error["code"] for error in one["errors"]] for one in answer["refused"]}
    assert refused == {first["id"]: ["STALE_REVISION"], second["id"]: ["UNKNOWN_TERM"]}
    assert [day["id"] for day in answer["days"]] == [third["id"]]
    assert await states(organisation) == {"PLANNED": 2, "RECORDED": 1}


async def test_one_refusal_stops_all_when_the_caller_asks_for_all_or_none(organisation: SampleOrganisation) -> None:
    first, *_ = await planned_days(organisation, 3)
    wrong = [{"attendanceId": first["id"], "code": "ABSENT_SICK", "minutes": 60}]

    answer = await record_day(organisation, "coach_a", *wrong, default="PRESENT", atomic=True)

    assert [[e["code"] for e in one["errors"]] for one in answer["refused"]] == [["CODE_WITHOUT_HOURS"]]
    assert answer["days"] == []
    assert await states(organisation) == {"PLANNED": 3}
    assert await organisation.count("history", "noun = 'attendance' AND action = 'RECORD'") == 0


async def test_a_morning_that_is_sent_twice_is_recorded_once(organisation: SampleOrganisation) -> None:
    await planned_days(organisation, 3)

    first = await record_day(organisation, "coach_a", key="aamu", default="PRESENT")
    second = await record_day(organisation, "coach_a", key="aamu", default="PRESENT")
    other = await record_day(organisation, "coach_a", key="aamu", default="PRESENT_REMOTE")

    assert first["days"] == second["days"]
    assert [error["code"] for error in other["errors"]] == ["IDEMPOTENCY_CONFLICT"]
    assert await organisation.count("history", "noun = 'attendance' AND action = 'RECORD'") == 3


async def test_the_statements_of_a_morning_do_not_grow_with_its_people(
    organisation: SampleOrganisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    await planned_days(organisation, 200)
    counted = await _statements(organisation, monkeypatch)

    answer = await record_day(organisation, "coach_a", key="aamu", default="PRESENT")

    assert len(answer["days"]) == 200
    assert 3 <= len(counted) <= 10, counted


async def _statements(organisation: SampleOrganisation, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which every statement of a transaction is added from now on."""
    from service.database.orm_backend import PlainTransaction

    counted: list[str] = []
    for name in ("execute_query", "execute_query_dict", "execute_insert", "execute_many"):
        original = getattr(PlainTransaction, name)

        def counting(self: Any, query: str, *rest: Any, original: Any = original, **more: Any) -> Any:
            counted.append(query[:60])
            return original(self, query, *rest, **more)

        monkeypatch.setattr(PlainTransaction, name, counting)
    return counted


async def test_another_units_coach_records_nobody(organisation: SampleOrganisation) -> None:
    first, *_ = await planned_days(organisation, 2)
    given = {"scope": {"unitId": organisation.ids["unit_a"]}, "day": TODAY.isoformat(), "default": "PRESENT"}
    named = given | {"except": [{"attendanceId": first["id"], "code": "ABSENT_SICK"}]}

    raw = await organisation.raw("coach_b", RECORD_DAY, input=named)
    answer = await organisation.data("coach_b", RECORD_DAY, input=given)

    assert b"Aamu" not in raw
    assert answer["recordDay"] == {"days": [], "refused": [], "errors": []}
    assert await states(organisation) == {"PLANNED": 2}


async def test_a_colleague_stands_in_today_for_presence_and_for_who_is_away(organisation: SampleOrganisation) -> None:
    first, second, third = await planned_days(organisation, 3)
    given = {"scope": {"unitId": organisation.ids["unit_a"]}, "day": TODAY.isoformat(), "default": "PRESENT"}
    except_ = [
        {"attendanceId": first["id"], "code": "ABSENT_PENDING"},
        {"attendanceId": second["id"], "code": "ABSENT_AGREED"},
    ]

    answer = (await organisation.data("colleague_a", RECORD_DAY, input=given | {"except": except_}))["recordDay"]

    assert {day["id"]: day["code"] for day in answer["days"]} == {first["id"]: None, third["id"]: None}
    assert [(one["id"], one["errors"][0]["code"]) for one in answer["refused"]] == [(second["id"], "CODE_NOT_FOR_YOU")]
    codes = await organisation.pool.fetch("SELECT code FROM attendance WHERE day = $1 ORDER BY id", TODAY)
    assert [row[0] for row in codes] == ["ABSENT_PENDING", None, "PRESENT"]


async def test_a_colleague_sees_no_planned_day_but_todays(organisation: SampleOrganisation) -> None:
    [today] = await planned_days(organisation, 1)
    query = "{ attendance(first: 50) { nodes { id day code plannedMinutes client { callName } } } }"

    seen = (await organisation.data("colleague_a", query))["attendance"]["nodes"]
    tomorrow = await organisation.pool.fetchval(
        "UPDATE attendance SET day = day + 1 WHERE day = $1 RETURNING id", TODAY
    )
    hidden = (await organisation.data("colleague_a", query))["attendance"]["nodes"]

    assert [day["id"] for day in seen] == [today["id"]]
    assert (seen[0]["code"], seen[0]["plannedMinutes"]) == (None, None)
    assert tomorrow is not None
    assert hidden == []


async def test_a_grid_records_and_changes_single_days(organisation: SampleOrganisation) -> None:
    first, second, _ = await planned_days(organisation, 3)
    entries = [{"attendanceId": first["id"], "revision": 1, "code": "PRESENT"}]
    await organisation.data("coach_a", RECORD, input={"entries": entries})

    entries = [
        {"attendanceId": first["id"], "revision": 2, "code": "ABSENT_CHILD"},
        {"attendanceId": second["id"], "revision": 1, "code": "PRESENT", "minutes": 240},
    ]
    answer = (await organisation.data("coach_a", RECORD, input={"entries": entries}))["recordAttendance"]

    assert [(day["id"], day["revision"], day["code"], day["minutes"]) for day in answer["days"]] == [
        (first["id"], 3, "ABSENT_CHILD", None),
        (second["id"], 2, "PRESENT", 240),
    ]


async def test_a_day_that_is_named_twice_is_refused(organisation: SampleOrganisation) -> None:
    [first] = await planned_days(organisation, 1)
    entries = [{"attendanceId": first["id"], "code": code} for code in ("PRESENT", "ABSENT_SICK")]

    answer = (await organisation.data("coach_a", RECORD, input={"entries": entries}))["recordAttendance"]

    assert [(error["code"], error["path"]) for error in answer["errors"]] == [
        ("ENTRY_TWICE", ["entries", "1", "attendanceId"])
    ]
    assert await states(organisation) == {"PLANNED": 1}


async def test_what_a_day_was_planned_with_counts_before_the_default(organisation: SampleOrganisation) -> None:
    first, second = await planned_days(organisation, 2)
    assert await update(organisation, "coach_a", "Attendance", first, code="ABSENT_INTERVIEW") == []

    answer = await record_day(organisation, "coach_a", default="PRESENT")

    assert {day["id"]: day["code"] for day in answer["days"]} == {
        first["id"]: "ABSENT_INTERVIEW",
        second["id"]: "PRESENT",
    }


async def test_a_day_without_service_is_no_absence(organisation: SampleOrganisation) -> None:
    await planned_days(organisation, 2)
    mutation = """mutation N($input: NotOrganisedInput!) { notOrganised(input: $input) {
      days { code presence history { action comment } } refused { id } errors { code } } }"""
    given = {"scope": {"caseload": True}, "day": TODAY.isoformat(), "reason": "Valmentaja sairaana"}

    answer = (
        await organisation.data(
            "supervisor_a", mutation, input=given | {"scope": {"unitId": organisation.ids["unit_a"]}}
        )
    )["notOrganised"]

    assert {(day["code"], day["presence"]) for day in answer["days"]} == {("NOT_ORGANISED", None)}
    assert answer["days"][0]["history"][0]["comment"] == "Valmentaja sairaana"


async def test_the_looks_of_a_morning_name_the_people(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, 3)

    await record_day(organisation, "coach_a", default="PRESENT")

    [row] = await organisation.pool.fetch(
        "SELECT subjects, operation FROM disclosure_log WHERE operation = 'recordDay' ORDER BY id"
    )
    assert set(row["subjects"]) == {day["client"] for day in days}


async def test_a_workplace_cannot_guess_the_reason_of_an_absence(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)
    at_workplace = "UPDATE {} SET workplace_id = $1 WHERE id = $2"
    workplace = organisation.rows["workplace"].pk
    await organisation.pool.execute(at_workplace.format("contract"), workplace, day["contract"])
    await organisation.pool.execute("UPDATE attendance SET workplace_id = $1 WHERE day = $2", workplace, TODAY)
    await record_day(organisation, "coach_a", {"attendanceId": day["id"], "code": "ABSENT_AGREED"})

    answers = [
        (await organisation.data("workplace", RECORD, input={"entries": [{"attendanceId": day["id"], "code": code}]}))[
            "recordAttendance"
        ]
        for code in ("ABSENT_AGREED", "ABSENT_CHILD")
    ]

    assert [one["refused"][0]["errors"][0]["code"] for one in answers] == ["CODE_NOT_FOR_YOU", "CODE_NOT_FOR_YOU"]
    assert [one["days"] for one in answers] == [[], []]


async def test_a_morning_that_saved_nothing_leaves_its_key_free(organisation: SampleOrganisation) -> None:
    first, *_ = await planned_days(organisation, 2)
    wrong = {"attendanceId": first["id"], "revision": 7, "code": "ABSENT_SICK"}

    refused = await record_day(organisation, "coach_a", wrong, key="aamu", default="PRESENT", atomic=True)
    again = await record_day(organisation, "coach_a", wrong, key="aamu", default="PRESENT", atomic=True)

    assert len(refused["refused"]) == 1
    assert again["refused"] == refused["refused"]


async def test_a_locked_day_that_is_named_is_refused_as_what_it_is(organisation: SampleOrganisation) -> None:
    [day] = await planned_days(organisation, 1)
    await organisation.pool.execute(
        "UPDATE attendance SET state = 'LOCKED', code = 'PRESENT', accounting_unit_id = unit_id WHERE day = $1", TODAY
    )

    answer = await record_day(organisation, "coach_a", {"attendanceId": day["id"], "code": "ABSENT_SICK"})

    assert [error["code"] for error in answer["refused"][0]["errors"]] == ["FORBIDDEN_FIELD"]
