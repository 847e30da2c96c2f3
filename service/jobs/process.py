"""Where a worker runs: in a process of its own, or inside the process of a service, as in the demo."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import uvloop
from starlette.applications import Starlette

from models.lost_connections import is_connection_lost
from service.database.connections import orm, read_pool
from service.database.deadlines import job_deadlines
from service.database.start_checks import refuse_unfit_database
from service.jobs.supervision import WorkerGaveUp, keep_working
from service.logs import described_exception, log, set_up_logs
from service.settings import Settings

GAVE_UP = 1  # the exit code; a supervisor starts the process again


@asynccontextmanager
async def working(app: Starlette) -> AsyncIterator[None]:
    """Run a worker inside the process of a service, as in the demo; it never gives up, and ends together with it."""
    worker = asyncio.create_task(keep_working(app.state.settings, handles_signals=False, give_up_seconds=float("inf")))
    try:
        yield
    finally:
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker


async def _run_alone(settings: Settings) -> None:
    try:
        async with read_pool(settings.application_url, 1) as reads:
            await refuse_unfit_database(reads, settings)
        async with orm(settings.application_url, settings.database_pool, job_deadlines(settings)):
            await keep_working(settings)
    except Exception as error:
        if not isinstance(error, WorkerGaveUp) and not is_connection_lost(error):
            raise
        log.error("worker gave up", name="worker", code=WorkerGaveUp.code, **described_exception(error))
        logging.shutdown()
        # Nothing is waited for: connections to a silent server never close. What was running is done again.
        os._exit(GAVE_UP)


def run_worker(settings: Settings) -> None:
    """Run a worker as a separate process until a signal ends it, or until it cannot work for a while (exit code 1)."""
    set_up_logs(settings.log_level)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_run_alone(settings))
