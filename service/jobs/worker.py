"""`run.py worker`: runs the scheduled jobs. Several workers share them, and take over the jobs of one that died."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from psycopg.conninfo import make_conninfo

from service import __version__
from service.database.connections import libpq_options
from service.database.deadlines import ENDLESS, Deadlines, job_deadlines
from service.database.heartbeats import beat
from service.database.job_schema import SCHEMA
from service.jobs.schedule import SCHEDULED_JOBS, ScheduledJob
from service.logs import described_exception, log
from service.resources import utc_now
from service.settings import Settings
from service.system_context import system_context_at

_CONCURRENCY = 4  # jobs of one worker at the same time


CONNECTIONS = 2 * _CONCURRENCY + 4  # one for each job and one for its lock, the listener, the heartbeat, the deferrer


GRACE_SECONDS = 10.0


CONNECT_SECONDS = 10


MAX_CATCH_UP_SECONDS = 10 * 366 * 86_400.0  # seconds; a run that was missed within this time is caught up, once


RETRIES, RETRY_PAUSE = 3, timedelta(minutes=1)


FAILED_JOB_HOURS = 24 * 30  # failed jobs are kept so long, for inspection


class ScheduledJobFailed(Exception):
    """A scheduled job failed; the log says where, and this text holds no data."""

    code = "CHORE_FAILED"


def job_connector(url: str, size: int, deadlines: Deadlines = ENDLESS) -> PsycopgConnector:
    """Return the library's connection pool for `url`, with the role in the URL."""
    # Not the deadline of idle transactions: `job_lock` holds one while its job runs.
    limits = {k: v for k, v in deadlines.server_settings.items() if not k.startswith("idle")}
    options = "".join(f" -c {name}={value}" for name, value in limits.items())
    own = {"application_name": "polku-worker", "options": f"-c search_path={SCHEMA}{options}"}
    conninfo = make_conninfo(**{"connect_timeout": CONNECT_SECONDS} | libpq_options(url) | own)
    return PsycopgConnector(conninfo=conninfo, min_size=1, max_size=size)


def worker_app(settings: Settings, jobs: Sequence[ScheduledJob] = SCHEDULED_JOBS) -> App:
    """Return the job library's application with every scheduled job as a periodic job."""
    connector = job_connector(settings.application_url, CONNECTIONS, job_deadlines(settings))
    app = App(connector=connector, periodic_defaults={"max_delay": MAX_CATCH_UP_SECONDS})
    for scheduled in jobs:
        _add(app, connector, settings, scheduled)

    async def forget_jobs() -> int:
        await app.job_manager.delete_old_jobs(nb_hours=FAILED_JOB_HOURS, include_failed=True)
        return 0

    _periodic(app, "forget_jobs", "45 3 * * *", forget_jobs, retries=RETRIES)
    return app


def _add(app: App, connector: PsycopgConnector, settings: Settings, scheduled: ScheduledJob) -> None:
    async def run() -> int:
        async with job_lock(connector, scheduled.name) as has_lock:
            count = await scheduled.run(system_context_at(settings, utc_now())) if has_lock else 0
        await beat(scheduled.name)
        return count

    # A frequent job is not retried, because its next run comes soon; a rare one is.
    _periodic(app, scheduled.name, scheduled.cron, run, retries=RETRIES if scheduled.every > RETRY_PAUSE * 10 else 0)


def _periodic(app: App, name: str, cron: str, run: Callable[[], Awaitable[int]], *, retries: int) -> None:
    async def job(timestamp: int) -> None:
        del timestamp  # a job does what is due now, and not what was due at its planned time
        try:
            count = await run()
        except Exception as error:  # noqa: BLE001 - it is raised again, without its text
            log.error("chore failed", name=name, **described_exception(error))
            # The text of a driver's error must not be in the library's log or table.
            raise ScheduledJobFailed(name) from None
        if count:
            log.info("chore done", name=name, count=count)

    retry = RetryStrategy(max_attempts=retries, wait=int(RETRY_PAUSE.total_seconds())) if retries else False
    task = app.task(name=name, queueing_lock=name, retry=retry)(job)
    app.periodic(cron=cron, periodic_id=name)(task)


@asynccontextmanager
async def job_lock(connector: PsycopgConnector, name: str) -> AsyncIterator[bool]:
    """Yield True while this worker holds the lock of a name, False when another does. It ends with its connection."""
    async with connector.pool.connection() as connection:
        cursor = await connection.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", (name,))
        row = await cursor.fetchone()
        yield bool(row and row[0])


async def retry_stalled_jobs(app: App, connector: PsycopgConnector, silent_seconds: int) -> int:
    """Let the jobs of dead workers run again; return their number."""
    async with job_lock(connector, "rescue") as has_lock:
        if not has_lock:
            return 0
        stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=silent_seconds))
        for job in stalled:
            try:
                await app.job_manager.retry_job(job)
            except ConnectorException:  # the same job waits already: this run is not needed
                await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
    return len(stalled)


async def _retry_forever(app: App, connector: PsycopgConnector, heartbeat: int) -> None:
    while True:
        await asyncio.sleep(heartbeat)
        try:
            if count := await retry_stalled_jobs(app, connector, 3 * heartbeat):
                log.warning("jobs of a dead worker are done again", count=count)
        except Exception as error:  # noqa: BLE001 - the database may be unreachable for a moment; the next try succeeds
            log.error("rescue failed", **described_exception(error))


async def work_until_stopped(
    settings: Settings, jobs: Sequence[ScheduledJob] = SCHEDULED_JOBS, *, handles_signals: bool = True
) -> None:
    """Run the jobs until cancelled or (`handles_signals`) until a signal; running jobs have GRACE_SECONDS to finish."""
    app, heartbeat = worker_app(settings, jobs), settings.worker_heartbeat_seconds
    async with app.open_async():
        connector = app.connector
        assert isinstance(connector, PsycopgConnector)  # noqa: S101 # we made it
        retrying = asyncio.create_task(_retry_forever(app, connector, heartbeat))
        log.info("started", version=__version__, mode=settings.mode, name="worker")
        try:
            await app.run_worker_async(
                concurrency=_CONCURRENCY,
                delete_jobs="successful",
                install_signal_handlers=handles_signals,
                shutdown_graceful_timeout=GRACE_SECONDS,
                update_heartbeat_interval=heartbeat,
                stalled_worker_timeout=3 * heartbeat,
            )
        finally:
            retrying.cancel()
            with suppress(asyncio.CancelledError):
                await retrying
            log.info("stopping", name="worker")
