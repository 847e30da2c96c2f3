"""A worker that lost its database begins again; one that cannot for a while ends, so that a supervisor restarts it."""

import asyncio
import signal
import time
from collections.abc import Sequence
from contextlib import suppress

import asyncpg

from models.lost_connections import is_connection_lost
from service.database.connections import connect
from service.database.heartbeats import ages
from service.jobs.schedule import SCHEDULED_JOBS, ScheduledJob
from service.jobs.worker import GRACE_SECONDS, work_until_stopped
from service.logs import described_exception, log
from service.settings import Settings

GIVE_UP_SECONDS = 120.0  # a database that restarts is back long before
STALLED_SECONDS = 60.0  # the most frequent job runs every two seconds: one that has not is not coming
PAUSES = (1.0, 2.0, 4.0, 8.0)
_LOOK_SECONDS = 5.0


class WorkerGaveUp(Exception):
    """The worker could not work for GIVE_UP_SECONDS; whoever supervises the process starts it again."""

    code = "WORKER_GAVE_UP"


async def keep_working(
    settings: Settings,
    jobs: Sequence[ScheduledJob] = SCHEDULED_JOBS,
    *,
    handles_signals: bool = True,
    give_up_seconds: float = GIVE_UP_SECONDS,
) -> None:
    """
    Run a worker until cancelled or (`handles_signals`) until a signal, and begin again whenever it loses its database.

    :raises WorkerGaveUp: when it has not worked for `give_up_seconds`
    """
    lost_at, attempt, stop = None, 0, _stop_on_signals() if handles_signals else asyncio.Event()
    while not stop.is_set():
        began = time.monotonic()
        try:
            await _one_life(settings, jobs, stop, give_up_seconds)
        except Exception as error:
            if not isinstance(error, WorkerLost) and not is_loss(error):
                raise
            log.error("worker lost its database", name="worker", **described_exception(error))
        now = time.monotonic()
        if now - began > STALLED_SECONDS:
            lost_at, attempt = None, 0  # it had worked meanwhile
        lost_at = now if lost_at is None else lost_at
        if now - lost_at > give_up_seconds:
            raise WorkerGaveUp
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), PAUSES[min(attempt, len(PAUSES) - 1)])
        attempt += 1


def _stop_on_signals() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set; the job library would keep them to itself, and just end."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


class WorkerLost(Exception):
    """The worker ended although nobody told it to, or it runs and its jobs do not: its connections are dead."""

    code = "WORKER_LOST"


def is_loss(error: BaseException) -> bool:
    """Return whether a worker's error comes from its database; the job library has its own for every connection."""
    causes, found = [error], False
    while causes:
        one = causes.pop()
        module = type(one).__module__.partition(".")[0]
        found = found or module in {"psycopg", "psycopg_pool", "procrastinate"} or is_connection_lost(one)
        causes += [cause for cause in (one.__cause__, one.__context__) if cause is not None]
        causes += one.exceptions if isinstance(one, BaseExceptionGroup) else ()
    return found


async def _one_life(
    settings: Settings, jobs: Sequence[ScheduledJob], stop: asyncio.Event, give_up_seconds: float
) -> None:
    """
    Run a worker until it is to stop; running jobs have GRACE_SECONDS to finish.

    :raises WorkerLost: when it ends without having been told to, or its jobs stall
    :raises WorkerGaveUp: when the database is silent for too long
    """
    work = asyncio.create_task(work_until_stopped(settings, jobs, handles_signals=False))
    watch = asyncio.create_task(_stall(settings, give_up_seconds))
    told = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({work, watch, told}, return_when=asyncio.FIRST_COMPLETED)
        if stop.is_set():
            return
        if work.done():
            work.result()  # raises what it died of; the library may also just end when its connections do
            raise WorkerLost
        raise watch.exception() or WorkerLost
    finally:
        for task in (work, watch, told):
            task.cancel()
        # A worker whose database is silent cannot end its jobs: it is not waited for longer than that.
        await asyncio.wait({work, watch, told}, timeout=GRACE_SECONDS + 5)


async def _stall(settings: Settings, give_up_seconds: float) -> None:
    """
    Return never as long as jobs are done.

    :raises WorkerLost: when the database answers and no worker has done a job for STALLED_SECONDS
    :raises WorkerGaveUp: when the database has not answered for `give_up_seconds`
    """
    began = answered = time.monotonic()
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        age = await _age(settings)
        now = time.monotonic()
        if age is not None:
            answered = now
            if age > STALLED_SECONDS and now - began > STALLED_SECONDS:
                raise WorkerLost
        elif now - answered > give_up_seconds:
            raise WorkerGaveUp


async def _age(settings: Settings) -> float | None:
    """Return how many seconds ago a job ended well, infinity before the first; None when the database is silent."""
    limits = {"timeout": _LOOK_SECONDS, "command_timeout": _LOOK_SECONDS}
    try:
        connection = await connect(settings.application_url, **limits)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError):
        return None
    try:
        found = (await ages(connection)).worker
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return None
    finally:
        connection.terminate()
    return float("inf") if found is None else found
