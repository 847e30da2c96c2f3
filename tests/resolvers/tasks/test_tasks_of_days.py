"""Tasks of absences: the reason that is not known, the certificate, the fifth day with a child; rules R07 and R08."""

from datetime import date, timedelta
from typing import Any

import pytest

import models
from resolvers.tasks.escalation import REASON_OVERDUE, tell_of_reasons
from service.jobs.schedule import SCHEDULED_JOBS
from tests.support.actions.attendance import planned_days
from tests.support.actions.content import update
from tests.support.actions.payers import draft_reports, payer_of, paying_agency, record_absence
from tests.support.actions.tasks import kinds, recorded_run, tasks
from tests.support.organisation import NOW, TODAY, SampleOrganisation
from tests.support.system_context import system_context_on

# What needs a mail server, a scanner or files, and tells nothing of days.
OF_OTHER_MACHINES = {"send_mail", "scan_files", "sweep_files", "seal_logs", "end_logs", "run_purges", "forget_packages"}


async def test_a_reason_is_the_coachs_for_three_working_days_and_then_the_supervisors_too(
    organisation: SampleOrganisation,
) -> None:
    [day] = await recorded_run(organisation, "ABSENT_PENDING", 1)

    assert await tasks(organisation, "coach_a", "REASON_PENDING") == [("REASON_PENDING", "2026-11-26", day)]
    for after, is_told in ((3, False), (4, True)):
        organisation.now = NOW + timedelta(days=after)
        expected = [("REASON_OVERDUE", "2026-11-26", day)] if is_told else []
        assert await tasks(organisation, "supervisor_a", "REASON_OVERDUE", "REASON_PENDING") == expected
    for who in ("coach_b", "supervisor_b", "colleague_a", "manager", "finance", "privacy_officer", "trainee"):
        assert not await kinds(organisation, who) & {"REASON_PENDING", "REASON_OVERDUE"}, who


async def test_the_working_days_leave_out_weekends_and_holidays(organisation: SampleOrganisation) -> None:
    await recorded_run(organisation, "ABSENT_PENDING", 1, date(2026, 12, 23))  # a Wednesday
    organisation.now = NOW + timedelta(days=31)

    [(_, due, _)] = await tasks(organisation, "coach_a", "REASON_PENDING")

    assert due == "2026-12-30"  # the 24th and 25th are holidays, then a weekend: Monday, Tuesday, Wednesday


async def test_no_clock_makes_a_pending_reason_an_unauthorised_absence(organisation: SampleOrganisation) -> None:
    [day] = await recorded_run(organisation, "ABSENT_PENDING", 1)
    jobs = [job for job in SCHEDULED_JOBS if job.name not in OF_OTHER_MACHINES]

    for after in (1, 4, 5, 30, 400):
        for job in jobs:
            await job.run(system_context_on(organisation, NOW + timedelta(days=after)))

    row: Any = await models.Attendance.get(pk=day.removeprefix("attendance_"))
    assert (row.code, row.state, row.revision) == ("ABSENT_PENDING", "RECORDED", 1)
    organisation.now = NOW + timedelta(days=400)
    assert [task[2] for task in await tasks(organisation, "supervisor_a", "REASON_OVERDUE")] == [day]


async def test_a_known_reason_ends_the_task(organisation: SampleOrganisation) -> None:
    [day] = await recorded_run(organisation, "ABSENT_PENDING", 1)

    assert await update(organisation, "coach_a", "Attendance", {"id": day, "revision": 1}, code="ABSENT_AGREED") == []

    assert await tasks(organisation, "coach_a", "REASON_PENDING") == []


@pytest.mark.parametrize(("length", "place"), [(3, None), (4, 3), (6, 3)])
async def test_the_fourth_sick_day_in_a_row_without_a_certificate_is_one_task(
    organisation: SampleOrganisation, length: int, place: int | None
) -> None:
    days = await recorded_run(organisation, "ABSENT_SICK", length)

    found = await tasks(organisation, "coach_a", "CERTIFICATE_MISSING")

    assert [task[2] for task in found] == ([] if place is None else [days[place]])
    assert await tasks(organisation, "supervisor_a", "CERTIFICATE_MISSING") == found
    assert await tasks(organisation, "colleague_a") == []


async def test_a_certificate_ends_the_task_until_its_last_day(organisation: SampleOrganisation) -> None:
    days = await recorded_run(organisation, "ABSENT_SICK", 6)
    seen = (TODAY - timedelta(1)).isoformat()

    fourth = {"id": days[3], "revision": 1}
    assert await update(organisation, "coach_a", "Attendance", fourth, certificateSeenUntil=seen) == []

    # The certificate ends on Sunday, the sixth day is a Monday.
    assert [task[2] for task in await tasks(organisation, "coach_a", "CERTIFICATE_MISSING")] == [days[5]]
    assert await update(organisation, "coach_a", "Attendance", fourth, certificateSeenUntil=TODAY.isoformat()) == []
    assert await tasks(organisation, "coach_a", "CERTIFICATE_MISSING") == []


async def test_a_day_without_service_stands_in_no_run(organisation: SampleOrganisation) -> None:
    days = await recorded_run(organisation, "ABSENT_SICK", 5)
    await organisation.pool.execute(
        "UPDATE attendance SET code = 'NOT_ORGANISED', presence = NULL WHERE id = $1",
        days[2].removeprefix("attendance_"),
    )

    assert [task[2] for task in await tasks(organisation, "coach_a", "CERTIFICATE_MISSING")] == [days[4]]


@pytest.mark.parametrize(("length", "place"), [(4, None), (5, 4), (7, 4)])
async def test_the_fifth_day_at_home_with_a_child_is_one_task(
    organisation: SampleOrganisation, length: int, place: int | None
) -> None:
    days = await recorded_run(organisation, "ABSENT_CHILD", length)

    found = await tasks(organisation, "coach_a", "ABSENCE_TOO_LONG")

    assert [task[2] for task in found] == ([] if place is None else [days[place]])


async def test_what_is_locked_is_no_task_any_more(organisation: SampleOrganisation) -> None:
    await recorded_run(organisation, "ABSENT_SICK", 5)
    await organisation.pool.execute("UPDATE attendance SET state = 'LOCKED' WHERE state = 'RECORDED'")

    assert await tasks(organisation, "coach_a", "CERTIFICATE_MISSING") == []


async def test_days_of_a_protected_person_are_tasks_of_the_cleared_alone(organisation: SampleOrganisation) -> None:
    days = await recorded_run(organisation, "ABSENT_SICK", 5)
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE")

    query = "{ tasks(first: 200) { nodes { kind object { id } } } }"
    for who in ("coach_a", "supervisor_a", "colleague_a", "workplace"):
        raw = await organisation.raw(who, query)
        assert b"CERTIFICATE_MISSING" not in raw, who
        assert not [day for day in days if day.encode() in raw], who


async def test_a_workplace_is_told_of_its_days_that_are_not_recorded(organisation: SampleOrganisation) -> None:
    place = organisation.rows["workplace"].pk
    [day, *_] = await planned_days(organisation, 2, TODAY, workplace_id=place)
    await organisation.pool.execute("UPDATE attendance SET day = day + 1 WHERE id <> $1", day["id"][11:])

    assert await tasks(organisation, "workplace") == [("DAY_TO_RECORD", "2026-11-23", day["id"])]


async def test_supervisors_are_told_once_of_an_overdue_reason_and_the_mail_names_nobody(
    organisation: SampleOrganisation,
) -> None:
    [day] = await recorded_run(organisation, "ABSENT_PENDING", 1)
    for after, count in ((3, 0), (4, 1), (5, 0)):
        assert await tell_of_reasons(system_context_on(organisation, NOW + timedelta(days=after))) == count

    notices = await organisation.pool.fetch(
        "SELECT a.subject, n.link, n.text FROM notification n JOIN account a ON a.id = n.recipient_id"
        " WHERE n.event = $1",
        REASON_OVERDUE,
    )
    assert [(row["subject"], row["link"]) for row in notices] == [("supervisor_a", day)]
    assert "Aamu" not in notices[0]["text"]
    assert await organisation.count("delivery", f"event = '{REASON_OVERDUE}'") == 1


async def test_nobody_is_told_of_a_reason_that_may_not_be_read(organisation: SampleOrganisation) -> None:
    await recorded_run(organisation, "ABSENT_PENDING", 1)
    await organisation.pool.execute("UPDATE client SET processing_restriction = TRUE")

    assert await tell_of_reasons(system_context_on(organisation, NOW + timedelta(days=9))) == 0

    organisation.now = NOW + timedelta(days=9)
    for who in ("coach_a", "supervisor_a"):
        assert await tasks(organisation, who, "REASON_PENDING", "REASON_OVERDUE") == [], who


async def absence_to_report(organisation: SampleOrganisation, day: date) -> dict[str, Any]:
    """Return the absence of a client of coach A of which no report tells: its id, and those of client and contract."""
    [it] = await recorded_run(organisation, "ABSENT_SICK", 1, day)
    await paying_agency(organisation)
    row: Any = await models.Attendance.get(pk=it.removeprefix("attendance_"))
    return {"id": it, "client": f"client_{row.client_id.hex}", "contract": f"contract_{row.contract_id.hex}"}


@pytest.mark.parametrize(
    ("ago", "due"), [(6, None), (7, "2026-11-30"), (16, "2026-11-23"), (40, "2026-10-28"), (100, None)]
)
async def test_an_absence_that_no_report_tells_of_is_a_task_from_a_week_before_it_is_due(
    organisation: SampleOrganisation, ago: int, due: str | None
) -> None:
    day = await absence_to_report(organisation, TODAY - timedelta(ago))
    await payer_of(organisation, day["client"])
    expected = [("ABSENCE_UNREPORTED", due, day["contract"])] if due else []

    for who in ("coach_a", "supervisor_a"):
        assert await tasks(organisation, who, "ABSENCE_UNREPORTED") == expected, who
    for who in (
        "coach_b",
        "supervisor_b",
        "colleague_a",
        "manager",
        "finance",
        "privacy_officer",
        "trainee",
        "workplace",
    ):
        assert "ABSENCE_UNREPORTED" not in await kinds(organisation, who), who


async def test_the_draft_of_a_report_ends_the_task_and_another_reason_begins_it_again(
    organisation: SampleOrganisation,
) -> None:
    day = await absence_to_report(organisation, TODAY - timedelta(20))
    await payer_of(organisation, day["client"])
    assert await kinds(organisation, "coach_a") >= {"ABSENCE_UNREPORTED"}

    assert len((await draft_reports(organisation, "coach_a"))["reports"]) == 1
    assert await tasks(organisation, "coach_a", "ABSENCE_UNREPORTED") == []

    await record_absence(organisation, day, "ABSENT_CHILD")
    assert len(await tasks(organisation, "coach_a", "ABSENCE_UNREPORTED")) == 1
    await draft_reports(organisation, "coach_a")
    assert await tasks(organisation, "coach_a", "ABSENCE_UNREPORTED") == []


async def test_nobody_is_reminded_of_what_no_payer_is_to_be_told(organisation: SampleOrganisation) -> None:
    day = await absence_to_report(organisation, TODAY - timedelta(20))
    assert await tasks(organisation, "coach_a", "ABSENCE_UNREPORTED") == []
    ended = {"startsOn": "2026-09-01", "endsOn": "2026-10-01"}
    await payer_of(organisation, day["client"], **ended)
    assert await tasks(organisation, "coach_a", "ABSENCE_UNREPORTED") == []
    await payer_of(organisation, day["client"], startsOn="2026-10-02")
    assert len(await tasks(organisation, "coach_a", "ABSENCE_UNREPORTED")) == 1

    await record_absence(organisation, day, "ABSENT_PENDING")
    assert await tasks(organisation, "coach_a", "ABSENCE_UNREPORTED") == []
