"""Real workers on a real database: several share the work, a killed one loses nothing, and what it did stays done."""

import asyncio
import signal
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import models
from resolvers.context import CommandContext
from service.app import create_app
from service.database.connections import orm
from service.jobs.process import working
from service.jobs.schedule import ScheduledJob
from service.jobs.supervision import WorkerGaveUp, keep_working
from service.jobs.worker import work_until_stopped
from service.logs import set_up_logs
from service.settings import Settings
from tests.support.organisation import NOW, STAMP, SampleOrganisation, build_organisation
from tests.support.processes.breakable_line import breakable_line
from tests.support.processes.workers import PATIENCE, wait_until, worker

DAILY = timedelta(days=1)
_RUNNING = "SELECT count(*) FROM jobs.procrastinate_jobs WHERE status = 'doing'"


@pytest.fixture
async def told(organisation: SampleOrganisation) -> SampleOrganisation:
    """The organisation, with a rule that tells the supervisors of the unit of every change of a client."""
    await models.EventRule.create(
        state="ACTIVE", event="client.update", recipients="UNIT_SUPERVISORS", channel="SERVICE", **STAMP
    )
    return organisation


async def happened(organisation: SampleOrganisation, times: int) -> None:
    """Write events as so many changes of one client would."""
    client = organisation.rows["aino"].pk
    event = {"at": NOW, "event": "client.update", "noun": "client", "object_id": client, "revision": 1}
    await models.Outbox.bulk_create([models.Outbox(**event) for _ in range(times)])


async def waiting(organisation: SampleOrganisation) -> int:
    return await organisation.count("outbox", "dispatched_at IS NULL")


def emptied(organisation: SampleOrganisation) -> Any:
    async def holds() -> bool:
        return await waiting(organisation) == 0

    return holds


async def notices(organisation: SampleOrganisation) -> dict[Any, int]:
    rows = await organisation.pool.fetch("SELECT recipient_id, count(*) AS n FROM notification GROUP BY 1")
    return {row["recipient_id"]: row["n"] for row in rows}


async def test_two_workers_handle_each_of_two_hundred_events_once(
    told: SampleOrganisation, database_copy: str, tmp_path: Path
) -> None:
    await happened(told, 200)

    with worker(database_copy, tmp_path), worker(database_copy, tmp_path):
        await wait_until(emptied(told))
        await happened(told, 5)
        await wait_until(emptied(told))

    assert await notices(told) == {told.rows["account_supervisor_a"].pk: 205}


async def test_a_worker_killed_in_the_midst_loses_and_doubles_nothing(
    told: SampleOrganisation, database_copy: str, tmp_path: Path
) -> None:
    await happened(told, 1_000)

    async def is_caught_at_work() -> bool:
        """Stop the worker for a moment; it stays so if it has told of something and is in the midst of a job."""
        first.send_signal(signal.SIGSTOP)
        if await notices(told) and await told.pool.fetchval(_RUNNING):
            return True
        first.send_signal(signal.SIGCONT)
        return False

    with worker(database_copy, tmp_path) as first:
        await wait_until(is_caught_at_work)
        first.send_signal(signal.SIGKILL)
        first.wait()
    left, running = await waiting(told), await told.pool.fetchval(_RUNNING)

    async def rescued() -> bool:
        dead = "SELECT count(*) FROM jobs.procrastinate_jobs j WHERE status = 'doing' AND NOT EXISTS ("
        dead += " SELECT FROM jobs.procrastinate_workers w WHERE w.id = j.worker_id"
        dead += " AND w.last_heartbeat > now() - interval '3 seconds')"
        return await waiting(told) == 0 and not await told.pool.fetchval(dead)

    with worker(database_copy, tmp_path):
        await wait_until(rescued)

    assert left > 0
    assert running > 0
    assert await notices(told) == {told.rows["account_supervisor_a"].pk: 1_000}


async def test_a_worker_that_lost_its_database_works_again_once_it_is_back(
    told: SampleOrganisation, database_copy: str, tmp_path: Path
) -> None:
    async with breakable_line(database_copy) as line:
        with worker(line.url, tmp_path) as process:
            await happened(told, 3)
            await wait_until(emptied(told))
            line.cut()
            await happened(told, 2)
            await asyncio.sleep(3)  # the worker notices
            line.mend()
            await wait_until(emptied(told))
            process.send_signal(signal.SIGTERM)
            printed, _ = await asyncio.to_thread(process.communicate, timeout=PATIENCE)  # the line is carried here

    assert process.returncode == 0
    assert '"worker lost its database"' in printed
    assert await notices(told) == {told.rows["account_supervisor_a"].pk: 5}


async def test_a_worker_without_a_database_for_a_while_gives_up(settings: Settings) -> None:
    async with breakable_line(settings.database_url) as line:
        lost = settings.model_copy(update={"database_url": line.url})
        async with orm(lost.application_url):
            work = asyncio.create_task(keep_working(lost, handles_signals=False, give_up_seconds=0.5))
            await wait_until(lambda: asyncio.sleep(0, line.writers != set()))
            line.cut()
            with pytest.raises(WorkerGaveUp):
                await work


async def test_a_worker_whose_database_is_gone_at_its_start_ends_with_a_code_for_its_supervisor(tmp_path: Path) -> None:
    with worker("postgresql://nobody@127.0.0.1:9/none", tmp_path) as process:
        printed, _ = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert '"WORKER_GAVE_UP"' in printed
    assert "Traceback" not in printed


async def test_a_worker_ends_politely_and_its_log_names_nobody(
    told: SampleOrganisation, database_copy: str, tmp_path: Path
) -> None:
    await happened(told, 1)

    with worker(database_copy, tmp_path) as process:
        await wait_until(emptied(told))
        process.send_signal(signal.SIGTERM)
        printed, _ = process.communicate(timeout=30)

    assert process.returncode == 0
    assert '"chore done"' in printed
    assert not [name for name in ("Aino", "Äijälä", "supervisor_a") if name in printed]


async def test_a_service_with_a_worker_inside_works_and_ends_with_it(settings: Settings) -> None:
    app, before = (
        create_app(settings, working),
        asyncio.all_tasks(),
    )  # one that gave up leaves tasks until its process ends
    async with app.router.lifespan_context(app):
        organisation = await build_organisation(app.state.answering, app.state.reads)
        await models.EventRule.create(
            state="ACTIVE", event="client.update", recipients="UNIT_SUPERVISORS", channel="SERVICE", **STAMP
        )
        await happened(organisation, 3)
        await wait_until(emptied(organisation))
        told = await notices(organisation)
    left = [task for task in asyncio.all_tasks() if task not in before and "procrastinate" in repr(task)]

    assert told == {organisation.rows["account_supervisor_a"].pk: 3}
    assert left == []


async def test_a_run_missed_while_no_worker_lived_is_caught_up_once(settings: Settings) -> None:
    runs: Counter[str] = Counter()

    def counting(name: str) -> Any:
        async def counted(context: CommandContext) -> int:
            runs[name] += 1
            return 0

        return counted

    jobs = tuple(
        ScheduledJob(n, every, counting(n)) for n, every in (("daily", DAILY), ("often", timedelta(seconds=1)))
    )
    async with orm(settings.application_url):
        for times in (2, 5):

            async def has_run(times: int = times) -> bool:
                return runs["often"] >= times

            worker_task = asyncio.create_task(work_until_stopped(settings, jobs, handles_signals=False))
            await wait_until(has_run)
            worker_task.cancel()
            await asyncio.wait([worker_task])

    assert runs["daily"] == 1


async def test_a_job_that_fails_leaves_no_text_of_its_error_and_is_run_again(
    settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("INFO")
    runs: list[str] = []

    async def failing(context: CommandContext) -> int:
        runs.append("run")
        raise ValueError("Aino Äijälä 010190-999P")

    async def twice() -> bool:
        return len(runs) > 1

    async with orm(settings.application_url):
        jobs = (ScheduledJob("failing", timedelta(seconds=1), failing),)
        worker_task = asyncio.create_task(work_until_stopped(settings, jobs, handles_signals=False))
        await wait_until(twice)
        worker_task.cancel()
        await asyncio.wait([worker_task])

    printed = capfd.readouterr()
    assert "chore failed" in printed.out
    assert "Aino" not in printed.out + printed.err
