"""`run.py worker`: the service on its own clock. Several workers share the work; one that dies is replaced."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

import uvloop
from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from psycopg.conninfo import make_conninfo
from starlette.applications import Starlette

from auth.accounts.viewer_loading import today
from resolvers.context import CommandContext
from resolvers.mail_server import MailServer
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.database.connections import credentials, orm, read_pool
from service.database.erasure_replay import erasure_list_of, refuse_unobeyed
from service.graphql import file_store, keyring_of, now, schema_and_content_types
from service.jobs.job_schema import SCHEMA
from service.jobs.schedule import SCHEDULE, ScheduledJob
from service.logs import described_exception, log, set_up_logs
from service.settings import Settings

_AT_ONCE = 4  # chores of one worker
CONNECTIONS = 2 * _AT_ONCE + 4  # a job and its lock each, the listener, the heartbeat, the deferrer
GRACE_SECONDS = 10.0
ANYTIME = 10 * 366 * 86_400.0  # a run missed so many seconds ago is still caught up, once
RETRIES, RETRY_PAUSE = 3, timedelta(minutes=1)
KEPT_HOURS = 24 * 30  # failed jobs, to be looked at


class ChoreFailed(Exception):
    """A chore did not end well; the log says where, and this says nothing of the data."""

    code = "CHORE_FAILED"


def mail_server_of(settings: Settings) -> MailServer:
    """Return through which server mails go."""
    return MailServer(
        settings.smtp_host,
        settings.smtp_port,
        settings.mail_from,
        settings.public_url,
        settings.smtp_tls,
        settings.smtp_user,
        settings.smtp_password.get_secret_value(),
        settings.smtp_authorities,
    )


def system_context_at(settings: Settings, moment: datetime) -> CommandContext:
    """Return the desk at which chores work."""
    content_types = schema_and_content_types()[1]
    files, mail = file_store(settings), mail_server_of(settings)
    return system_context(
        content_types, RULEBOOK, keyring_of(settings), moment, today(moment), files, mail, erasure_list_of(settings)
    )


def job_connector(url: str, size: int) -> PsycopgConnector:
    """Return the library's connections to `url`, as the role that the URL names."""
    found = credentials(url)
    told = {"sslmode": found["ssl"]} if "ssl" in found else {}
    conninfo = make_conninfo(
        user=found["user"],
        password=found["password"],
        host=found["host"],
        port=found["port"],
        dbname=found["database"],
        application_name="polku-worker",
        options=f"-c search_path={SCHEMA}",
        **told,
    )
    return PsycopgConnector(conninfo=conninfo, min_size=1, max_size=size)


def working_app(settings: Settings, chores: Sequence[ScheduledJob] = SCHEDULE) -> App:
    """Return the job library's application with every chore as a periodic job."""
    connector = job_connector(settings.application_url, CONNECTIONS)
    app = App(connector=connector, periodic_defaults={"max_delay": ANYTIME})
    for chore in chores:
        _add(app, connector, settings, chore)

    async def forget_jobs() -> int:
        await app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS, include_failed=True)
        return 0

    _periodic(app, "forget_jobs", "45 3 * * *", forget_jobs, retries=RETRIES)
    return app


def _add(app: App, connector: PsycopgConnector, settings: Settings, chore: ScheduledJob) -> None:
    async def run() -> int:
        async with only_one(connector, chore.name) as is_ours:
            return await chore.run(system_context_at(settings, now())) if is_ours else 0

    # What is due again in a moment is not tried in between; what is due tomorrow is.
    _periodic(app, chore.name, chore.cron, run, retries=RETRIES if chore.every > RETRY_PAUSE * 10 else 0)


def _periodic(app: App, name: str, cron: str, run: Callable[[], Awaitable[int]], *, retries: int) -> None:
    async def job(timestamp: int) -> None:
        del timestamp  # the work is what is due when it runs, not when it should have run
        try:
            count = await run()
        except Exception as error:  # noqa: BLE001 - raised again, without what it says
            log.error("chore failed", name=name, **described_exception(error))
            # Neither the library's log nor its table may hold the text of a driver's error.
            raise ChoreFailed(name) from None
        if count:
            log.info("chore done", name=name, count=count)

    retry = RetryStrategy(max_attempts=retries, wait=int(RETRY_PAUSE.total_seconds())) if retries else False
    task = app.task(name=name, queueing_lock=name, retry=retry)(job)
    app.periodic(cron=cron, periodic_id=name)(task)


@asynccontextmanager
async def only_one(connector: PsycopgConnector, name: str) -> AsyncIterator[bool]:
    """Hold the lock of a name for all workers, or learn that somebody else holds it. It dies with its connection."""
    async with connector.pool.connection() as connection:
        cursor = await connection.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", (name,))
        row = await cursor.fetchone()
        yield bool(row and row[0])


async def rescue(app: App, connector: PsycopgConnector, silent_seconds: int) -> int:
    """Have the jobs of dead workers done again and return how many there were."""
    async with only_one(connector, "rescue") as is_ours:
        if not is_ours:
            return 0
        stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=silent_seconds))
        for job in stalled:
            try:
                await app.job_manager.retry_job(job)
            except ConnectorException:  # the same chore waits already: this run of it is not needed
                await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
    return len(stalled)


async def _rescuing(app: App, connector: PsycopgConnector, heartbeat: int) -> None:
    while True:
        await asyncio.sleep(heartbeat)
        try:
            if count := await rescue(app, connector, 3 * heartbeat):
                log.warning("jobs of a dead worker are done again", count=count)
        except Exception as error:  # noqa: BLE001 - the database may be away for a moment; next time it is not
            log.error("rescue failed", **described_exception(error))


async def work_until_stopped(
    settings: Settings, chores: Sequence[ScheduledJob] = SCHEDULE, *, handles_signals: bool = True
) -> None:
    """Work until cancelled or, with `handles_signals`, told to stop; chores under way have GRACE_SECONDS to finish."""
    app, beat = working_app(settings, chores), settings.worker_heartbeat_seconds
    async with app.open_async():
        connector = app.connector
        assert isinstance(connector, PsycopgConnector)  # noqa: S101 # we made it
        rescuer = asyncio.create_task(_rescuing(app, connector, beat))
        log.info("started", mode=settings.mode, name="worker")
        try:
            await app.run_worker_async(
                concurrency=_AT_ONCE,
                delete_jobs="successful",
                install_signal_handlers=handles_signals,
                shutdown_graceful_timeout=GRACE_SECONDS,
                update_heartbeat_interval=beat,
                stalled_worker_timeout=3 * beat,
            )
        finally:
            rescuer.cancel()
            with suppress(asyncio.CancelledError):
                await rescuer
            log.info("stopping", name="worker")


@asynccontextmanager
async def working(app: Starlette) -> AsyncIterator[None]:
    """Have a worker inside the process of a service, as the demo does; it ends with it."""
    worker = asyncio.create_task(work_until_stopped(app.state.settings, handles_signals=False))
    try:
        yield
    finally:
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker


async def _alone(settings: Settings) -> None:
    async with read_pool(settings.application_url, 1) as reads:
        await refuse_unobeyed(reads, erasure_list_of(settings))  # a restored database forgets first
    async with orm(settings.application_url, settings.database_pool):
        await work_until_stopped(settings)


def run_worker(settings: Settings) -> None:
    """Work in a process of its own until a signal ends it."""
    set_up_logs(settings.log_level)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_alone(settings))
