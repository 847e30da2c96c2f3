"""`run.py demo`: the whole service on one machine, with fictitious people."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, datetime
from multiprocessing import get_context

import typer
import uvicorn
from rich.console import Console
from rich.panel import Panel
from starlette.applications import Starlette
from typing_extensions import override

from service.commands.serving import server_of, settings_or_exit
from service.database.embedded_postgres import EmbeddedPostgresFailed
from service.database.installation import (
    DemoIsRunning,
    demo_database,
    forget_demo,
    keep_database_running,
    only_demo,
)
from service.database.migrations import is_migrated, migrate, migrate_now
from service.settings import Settings

_console = Console()


def run_demo(port: int, *, is_fresh: bool) -> None:
    """Serve the demo until Ctrl-C; afterwards none of its processes is left."""
    if is_taken(port):
        _console.print(f"[red]Port {port} is taken.[/red] Another one: python3 run.py demo --port {port + 1}")
        raise typer.Exit(2)
    try:
        with interrupt_on_signals(), only_demo(port):
            if is_fresh:
                forget_demo()
            _console.print("Starting the database …")
            with demo_database() as urls:
                serve_demo(settings_or_exit(mode="demo", port=port, log_level="WARNING", **urls))
    except (DemoIsRunning, EmbeddedPostgresFailed) as error:
        _console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        _console.print("\nStopped; nothing is left running.")


def serve_demo(settings: Settings) -> None:
    """Prepare the database and serve until a signal ends the process."""
    from service.app import create_app  # noqa: PLC0415 - building the schema is slow; a refused port must be fast
    from service.jobs.process import working  # noqa: PLC0415 - likewise

    asyncio.run(prepare(settings, datetime.now(UTC)))
    AnnouncedServer(server_of(create_app(settings, keeping_database, working), settings).config, settings).run()


@asynccontextmanager
async def keeping_database(_app: Starlette) -> AsyncIterator[None]:
    """Keep the demo's database running while the demo runs."""
    keeper = asyncio.create_task(keep_database_running())
    try:
        yield
    finally:
        keeper.cancel()
        with suppress(asyncio.CancelledError):
            await keeper


async def prepare(settings: Settings, now: datetime) -> None:
    """Migrate and fill the database, and load the reference content; existing data is left unchanged."""
    from service.database.reference_content import load_reference_content  # noqa: PLC0415 - it builds the schema
    from service.demo.seed import invented_rows, seed  # noqa: PLC0415 - only the demo needs its generator

    if await is_migrated(settings.owner_url):
        await migrate(settings.owner_url)  # what a newer version brings
        rows = None
    else:
        _console.print("Making the tables, and inventing people meanwhile …")
        _, rows = await asyncio.gather(migrated_beside(settings.owner_url), invented_rows(settings, now))
    await seed(settings, now, rows)
    await load_reference_content(settings, now)


async def migrated_beside(url: str) -> None:
    """Migrate in a process of its own: migrating and inventing people both keep a processor busy."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        await asyncio.get_running_loop().run_in_executor(pool, migrate_now, url)


class AnnouncedServer(uvicorn.Server):
    """A server that prints its addresses when it can be reached."""

    def __init__(self, config: uvicorn.Config, settings: Settings) -> None:
        super().__init__(config)
        self.settings = settings

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            _console.print(Panel.fit(_announcement(self.settings), title="Polku", border_style="green"))


def _announcement(settings: Settings) -> str:
    """Return the addresses and log-ins that a user of the demo needs."""
    from service.demo.seed import demo_log_ins  # noqa: PLC0415 - only the demo needs its people

    people = "\n".join(f"  {name:<46} {sees}" for name, sees in demo_log_ins(settings))
    return (
        f"Start page     {settings.public_url}/\n"
        f"GraphiQL       {settings.public_url}/graphiql\n"
        f"Metrics        http://{settings.metrics_host}:{settings.metrics_port}/metrics\n"
        f"A token        python3 run.py token coach\n\n"
        f"Log in as\n{people}\n\n"
        "Everybody here is invented. Ctrl-C ends the demo; its data stays for the next time."
    )


def is_taken(port: int) -> bool:
    """Return whether a process listens on `port` of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def interrupt_on_signals() -> Iterator[None]:
    """Make SIGTERM and SIGHUP (a closed terminal) end the demo like Ctrl-C, so that the database stops too."""

    def interrupt(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    previous = {number: signal.signal(number, interrupt) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
