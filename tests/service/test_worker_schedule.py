"""When jobs are due, and what an interval may be."""

from datetime import UTC, datetime, timedelta

import croniter  # type: ignore[import-untyped] # ships no types
import pytest

from resolvers.context import CommandContext
from service.jobs.schedule import SCHEDULED_JOBS, ScheduledJob, ScheduledJobMalformed

START = datetime(2026, 11, 23, tzinfo=UTC)


async def nothing(context: CommandContext) -> int:
    return 0


@pytest.mark.parametrize(
    "every",
    [
        timedelta(seconds=1),
        timedelta(seconds=2),
        timedelta(seconds=30),
        timedelta(minutes=1),
        timedelta(minutes=15),
        timedelta(hours=1),
        timedelta(hours=6),
        timedelta(days=1),
    ],
)
def test_a_job_is_due_once_in_every_interval(every: timedelta) -> None:
    due = croniter.croniter(ScheduledJob("any", every, nothing).cron, START)
    first, second, third = (due.get_next(datetime) for _ in range(3))

    assert second - first == third - second == every


@pytest.mark.parametrize("every", [timedelta(0), timedelta(seconds=7), timedelta(minutes=7), timedelta(days=2)])
def test_an_interval_that_divides_neither_minute_hour_nor_day_is_refused(every: timedelta) -> None:
    with pytest.raises(ScheduledJobMalformed):
        _ = ScheduledJob("any", every, nothing).cron


def test_every_job_has_a_name_of_its_own_and_an_interval() -> None:
    assert len({job.name for job in SCHEDULED_JOBS}) == len(SCHEDULED_JOBS)
    assert all(job.cron for job in SCHEDULED_JOBS)
