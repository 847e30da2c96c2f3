"""What is written of a working day agrees: the code, the minutes, arrival and departure, and what the code entails."""

from typing import Any

import pytest

from tests.support.actions.casework import contract_in_force
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import SampleOrganisation

DAY = "2026-11-20"
SHOWN = """query A($id: ID!) { node(id: $id) { ... on Attendance {
  code presence minutes arrivedAt leftAt certificateSeenUntil history { action changes { field before after } } } } }"""
EFFECTS = {
    "benefit": "KEPT",
    "expense_allowance": "NO",
    "reported": "YES",
    "billable": "NO",
    "is_absence": "yes",
    "hours": "NONE",
}


async def past_day(organisation: SampleOrganisation, day: str = DAY) -> dict[str, Any]:
    """Return a planned day of five hours of a client of coach A, which has come."""
    await contract_in_force(organisation)
    found = await organisation.pool.fetchval("SELECT id FROM attendance ORDER BY day LIMIT 1")
    await organisation.pool.execute("UPDATE attendance SET day = $1::text::date WHERE id = $2", day, found)
    return {"id": f"attendance_{found.hex}", "revision": 1, "state": "PLANNED"}


async def shown(organisation: SampleOrganisation, it: dict[str, Any]) -> dict[str, Any]:
    """Return the day as coach A reads it."""
    return dict((await organisation.data("supervisor_a", SHOWN, id=it["id"]))["node"])


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        (
            {"arrivedAt": "2031-01-01T08:00:00+02:00", "leftAt": "2031-01-09T16:00:00+02:00", "minutes": 1440},
            {"ARRIVAL_ON_ANOTHER_DAY", "DEPARTURE_ON_ANOTHER_DAY", "MOMENT_TO_COME", "MINUTES_OUTSIDE_HOURS"},
        ),
        ({"arrivedAt": "2026-11-19T08:00:00+02:00"}, {"ARRIVAL_ON_ANOTHER_DAY"}),
        ({"leftAt": "2026-11-21T13:00:00+02:00"}, {"DEPARTURE_ON_ANOTHER_DAY"}),
        ({"leftAt": "2026-11-19T13:00:00+02:00"}, {"DEPARTURE_ON_ANOTHER_DAY"}),
        (
            {"arrivedAt": "2026-11-20T16:00:00+02:00", "leftAt": "2026-11-20T08:00:00+02:00"},
            {"DEPARTURE_BEFORE_ARRIVAL"},
        ),
        (
            {"arrivedAt": "2026-11-20T08:00:00+02:00", "leftAt": "2026-11-20T16:00:00+02:00", "minutes": 5},
            {"MINUTES_OUTSIDE_HOURS"},
        ),
        (
            {"arrivedAt": "2026-11-20T08:00:00+02:00", "leftAt": "2026-11-20T16:00:00+02:00", "minutes": 481},
            {"MINUTES_OUTSIDE_HOURS"},
        ),
        ({"code": "ABSENT_SICK", "minutes": 480}, {"CODE_WITHOUT_HOURS"}),
        ({"code": "HOLIDAY", "minutes": 1}, {"CODE_WITHOUT_HOURS"}),
        ({"code": "SWAPPED_OUT", "arrivedAt": "2026-11-20T08:00:00+02:00"}, {"CODE_WITHOUT_HOURS"}),
        ({"code": "PRESENT_SHORT", "minutes": 240}, {"MINUTES_OVER_CODE"}),
        ({"code": "PRESENT", "certificateSeenUntil": "2026-11-20"}, {"CERTIFICATE_WITHOUT_ABSENCE"}),
        ({"code": "ABSENT_SICK", "certificateSeenUntil": "2026-11-19"}, {"CERTIFICATE_BEFORE_DAY"}),
    ],
)
async def test_a_day_whose_fields_disagree_is_refused_with_all_that_does(
    organisation: SampleOrganisation, given: dict[str, Any], refused: set[str]
) -> None:
    it = await past_day(organisation)
    before = await organisation.count("attendance", "code IS NOT NULL OR minutes IS NOT NULL OR arrived_at IS NOT NULL")

    assert set(await update(organisation, "coach_a", "Attendance", it, **({"code": "PRESENT"} | given))) == refused

    kept = await organisation.count("attendance", "code IS NOT NULL OR minutes IS NOT NULL OR arrived_at IS NOT NULL")
    assert (before, kept) == (0, 0)


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        ({"code": "PRESENT"}, 300),
        ({"code": "PRESENT", "minutes": 240}, 240),
        (
            {"code": "PRESENT", "arrivedAt": "2026-11-20T08:00:00+02:00", "leftAt": "2026-11-20T14:00:00+02:00"},
            300,
        ),
        (
            {"code": "PRESENT", "arrivedAt": "2026-11-20T08:00:00+02:00", "leftAt": "2026-11-20T10:00:00+02:00"},
            120,
        ),
        (
            {"code": "PRESENT", "arrivedAt": "2026-11-20T22:00:00+02:00", "leftAt": "2026-11-21T06:00:00+02:00"},
            300,
        ),
        ({"code": "ABSENT_SICK"}, None),
        ({"code": "NOT_ORGANISED"}, None),
    ],
)
async def test_a_day_counts_what_was_given_planned_or_lies_between_arrival_and_departure(
    organisation: SampleOrganisation, given: dict[str, Any], minutes: int | None
) -> None:
    it = await past_day(organisation)

    assert await update(organisation, "coach_a", "Attendance", it, **given) == []
    assert await step(organisation, "coach_a", "Attendance", it, "RECORD") == []

    assert (await shown(organisation, it))["minutes"] == minutes


async def test_a_short_day_is_recorded_with_its_minutes_only(organisation: SampleOrganisation) -> None:
    it = await past_day(organisation)

    assert await update(organisation, "coach_a", "Attendance", it, code="PRESENT_SHORT") == []
    assert await step(organisation, "coach_a", "Attendance", it, "RECORD") == ["MINUTES_OVER_CODE"]
    assert await update(organisation, "coach_a", "Attendance", it, minutes=200) == []
    assert await step(organisation, "coach_a", "Attendance", it, "RECORD") == []


async def test_another_code_clears_the_hours_and_counts_them_anew(organisation: SampleOrganisation) -> None:
    it = await past_day(organisation)
    hours = {"arrivedAt": "2026-11-20T08:00:00+02:00", "leftAt": "2026-11-20T13:00:00+02:00", "minutes": 280}
    assert await update(organisation, "coach_a", "Attendance", it, code="PRESENT", **hours) == []
    assert await step(organisation, "coach_a", "Attendance", it, "RECORD") == []

    assert await update(organisation, "coach_a", "Attendance", it, code="ABSENT_SICK") == []
    sick = await shown(organisation, it)
    assert await update(organisation, "coach_a", "Attendance", it, code="PRESENT") == []
    present = await shown(organisation, it)

    assert [sick[key] for key in ("presence", "minutes", "arrivedAt", "leftAt")] == ["ABSENT", None, None, None]
    assert [present[key] for key in ("presence", "minutes", "arrivedAt")] == ["PRESENT", 300, None]
    cleared = {c["field"]: (c["before"], c["after"]) for c in sick["history"][0]["changes"]}
    assert cleared["minutes"] == ("280", None)
    assert set(cleared) >= {"code", "minutes", "arrivedAt", "leftAt"}


async def test_a_confirmed_day_that_was_changed_to_an_open_reason_is_not_locked(
    organisation: SampleOrganisation,
) -> None:
    it = await past_day(organisation)
    assert await update(organisation, "coach_a", "Attendance", it, code="PRESENT") == []
    for name in ("RECORD", "CONFIRM"):
        assert await step(organisation, "coach_a", "Attendance", it, name) == []
    assert await update(organisation, "supervisor_a", "Attendance", it, code="ABSENT_PENDING") == []

    assert await step(organisation, "supervisor_a", "Attendance", it, "LOCK") == ["ABSENCE_PENDING"]


async def test_a_day_of_before_that_disagrees_is_neither_confirmed_nor_locked(organisation: SampleOrganisation) -> None:
    it = await past_day(organisation)
    assert await update(organisation, "coach_a", "Attendance", it, code="ABSENT_SICK") == []
    assert await step(organisation, "coach_a", "Attendance", it, "RECORD") == []
    await organisation.pool.execute("UPDATE attendance SET minutes = 480 WHERE code = 'ABSENT_SICK'")

    assert await step(organisation, "coach_a", "Attendance", it, "CONFIRM") == ["CODE_WITHOUT_HOURS"]


async def test_minutes_of_a_day_to_come_are_refused(organisation: SampleOrganisation) -> None:
    it = await past_day(organisation, "2026-11-24")

    assert await update(organisation, "coach_a", "Attendance", it, code="PRESENT", minutes=300) == ["DAY_TO_COME"]
    assert await update(organisation, "coach_a", "Attendance", it, code="ABSENT_AGREED") == []


async def test_the_workplace_changes_no_recorded_day_to_a_reason_that_the_coach_decides(
    organisation: SampleOrganisation,
) -> None:
    it = await past_day(organisation)
    await organisation.pool.execute("UPDATE attendance SET workplace_id = $1", organisation.rows["workplace"].pk)
    assert await update(organisation, "workplace", "Attendance", it, code="PRESENT") == []
    assert await step(organisation, "workplace", "Attendance", it, "RECORD") == []

    assert await update(organisation, "workplace", "Attendance", it, code="ABSENT_AGREED") == ["CODE_NOT_FOR_YOU"]
    assert await update(organisation, "workplace", "Attendance", it, code="ABSENT_SICK") == []


async def test_a_code_that_an_administrator_adds_works_by_its_facts(organisation: SampleOrganisation) -> None:
    facts = [{"name": name, "text": text} for name, text in EFFECTS.items()]
    words = {"titleFi": "vapaa", "titleSv": "ledig", "titleEn": "leave"}
    term = await create(
        organisation, "administrator", "Term", vocabulary="attendance_code", token="LEAVE", facts=facts, **words
    )
    assert await step(organisation, "administrator", "Term", term, "SUBMIT") == []
    assert await step(organisation, "manager", "Term", term, "PUBLISH") == []
    it = await past_day(organisation)

    assert await update(organisation, "coach_a", "Attendance", it, code="LEAVE", minutes=60) == ["CODE_WITHOUT_HOURS"]
    assert await update(organisation, "coach_a", "Attendance", it, code="LEAVE") == []
    assert await step(organisation, "coach_a", "Attendance", it, "RECORD") == []

    day = await shown(organisation, it)
    assert (day["presence"], day["minutes"]) == ("ABSENT", None)


async def test_a_code_comes_into_use_only_with_its_effects(organisation: SampleOrganisation) -> None:
    words = {"titleFi": "vapaa", "titleSv": "ledig", "titleEn": "leave", "vocabulary": "attendance_code"}
    term = await create(organisation, "administrator", "Term", token="LEAVE", **words)

    assert await step(organisation, "administrator", "Term", term, "SUBMIT") == ["EFFECTS_MISSING"]
    for wrong in ({"name": "benefits", "text": "KEPT"}, {"name": "benefit", "text": "SOMETIMES"}):
        given = words | {"token": "OTHER", "facts": [wrong]}
        assert (await try_to_create(organisation, "administrator", "Term", **given))[1] == ["EFFECT_UNKNOWN"]


async def test_a_wrongly_planned_day_is_removed_with_a_reason_and_may_be_planned_again(
    organisation: SampleOrganisation,
) -> None:
    await contract_in_force(organisation)
    query = "{ attendance(first: 1) { nodes { id revision day contract { id } } } }"
    [day] = (await organisation.data("coach_a", query))["attendance"]["nodes"]
    deleting = "mutation D($i: DeleteAttendanceInput!) { deleteAttendance(input: $i) { errors { code } } }"
    given = {"id": day["id"], "revision": day["revision"], "comment": "Väärä viikko"}
    refused = await organisation.ask("workplace", deleting, i=given)

    assert refused["data"]["deleteAttendance"]["errors"] != []
    assert (await organisation.data("coach_a", deleting, i=given))["deleteAttendance"]["errors"] == []

    assert await organisation.count("attendance", f"day = '{day['day']}'") == 0
    assert await organisation.count("history", "noun = 'attendance' AND comment = 'Väärä viikko'") == 1
    again = {"contractId": day["contract"]["id"], "day": day["day"], "plannedMinutes": 300}
    await create(organisation, "coach_a", "Attendance", **again)
