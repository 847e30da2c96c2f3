"""The commands of an installation: serve, worker, watch, migrate, and makemigrations for developers."""

import asyncio
import socket
from datetime import UTC, datetime
from importlib import import_module

import typer
import uvicorn
from rich.console import Console
from starlette.applications import Starlette
from typing_extensions import override

from models.lemmas import load_dictionary
from service.database.connections import prepare_orm
from service.database.deadlines import request_deadlines
from service.database.migrations import LATEST_MIGRATION, ZERO, make_migration, migrate, migration_lock
from service.database.state_checks import state_checks
from service.http.protocol import BoundedProtocol
from service.logs import log, set_up_logs
from service.prefork.joined_metrics import fetched, free_ports, serve_joined_metrics
from service.prefork.workers import Workers, WorkersFailed, collect_rarely, freeze, listening_socket
from service.settings import Settings, SettingsRefused
from service.settings_loading import load_settings, load_watch_settings
from service.watching.watch import run_watch

_console = Console()
# What a server imports when it starts; a worker that imports it after the fork does not share it.
_OF_A_SERVER = (
    "uvloop",
    "tortoise.backends.asyncpg",
    "uvicorn.lifespan.on",
    "uvicorn.loops.uvloop",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    "service.database.orm_backend",
)


def settings_or_exit(**overrides: object) -> Settings:
    """Return the settings of this process, or end it with the reason and without a traceback."""
    try:
        return load_settings(**overrides)
    except SettingsRefused as error:
        _console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from None


class DrainingServer(uvicorn.Server):
    """A server that ends the streams of changes when it is told to stop: they would last longer than its patience."""

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let every stream say that it is over, and end."""
        if (feed := getattr(self.config.app.state, "changes", None)) is not None:  # type: ignore[union-attr] # ours
            feed.drain()
        await super().shutdown(sockets)


def server_of(app: Starlette, settings: Settings) -> uvicorn.Server:
    """Return the web server for `app`; it uses our log and sends no server header."""
    return DrainingServer(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            loop="uvloop",
            http=BoundedProtocol,
            ws="websockets-sansio",
            ws_max_size=settings.max_body_bytes,
            proxy_headers=True,
            forwarded_allow_ips=settings.trusted_proxies,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=10,
        )
    )


def run_service(workers: int | None) -> None:
    """
    Serve until a signal ends the process; open requests have ten seconds to finish.

    Several workers are forked from this process, which then only looks after them, and the worker of the jobs with them
    where the settings say so. A process alone freezes what it has made too: no collection goes through it again.
    """
    settings = settings_or_exit(**({} if workers is None else {"workers": workers}))
    from service.app import create_app  # noqa: PLC0415 - the import builds the schema; settings are checked first

    if settings.workers == 1 and not settings.serve_jobs:
        server = server_of(create_app(settings), settings)
        load_dictionary()
        freeze()
        collect_rarely()
        server.run()
        return
    set_up_logs(settings.log_level)
    try:
        workers_of(settings).run()
    except WorkersFailed as failed:
        log.error("workers failed", code=failed.code)
        raise typer.Exit(3) from None


def workers_of(settings: Settings) -> Workers:
    """Return the parent of the workers; what all of them need is imported and built in this process already."""
    app, ports = shared_service(settings), free_ports(settings.workers)

    def serve(number: int, listening: socket.socket) -> None:
        app.state.metrics_address = "127.0.0.1", ports[number]
        server_of(app, settings).run(sockets=[listening])

    def metrics() -> None:
        serve_joined_metrics(settings.metrics_host, settings.metrics_port, ports)

    def jobs() -> None:
        from service.jobs.process import run_worker  # noqa: PLC0415 - those who serve need nothing of it

        run_worker(settings)

    listening = listening_socket(settings.host, settings.port)
    companions = [*([metrics] if settings.metrics_port else []), *([jobs] if settings.serve_jobs else [])]
    return Workers(settings.workers, listening, serve, lambda number: fetched(ports[number]) is not None, companions)


def shared_service(settings: Settings) -> Starlette:
    """
    Return the service as the workers of one parent share it, connected to nothing.

    What is made here is in memory once. What a worker makes at its first request, and every page of the parent's that
    it writes into, is in memory once for each worker.
    """
    from resolvers.publishing.data_inventory import data_inventory  # noqa: PLC0415 - as above
    from service.app import create_app  # noqa: PLC0415 - as above
    from service.resources import schema_and_content_types  # noqa: PLC0415 - as above

    app = create_app(settings)
    state_checks()
    schema_and_content_types()[1].once(data_inventory)
    asyncio.run(prepare_orm(settings.application_url, settings.database_pool, request_deadlines(settings)))
    load_dictionary()
    for name in (*_OF_A_SERVER, *(["service.http.walls.shared_limits"] if settings.limits_url else [])):
        import_module(name)
    return app


def run_worker_command() -> None:
    """Run the scheduled jobs until a signal ends the process; running jobs have ten seconds to finish."""
    settings = settings_or_exit()
    from service.jobs.process import run_worker  # noqa: PLC0415 - likewise: it builds the schema

    run_worker(settings)


def watch_command() -> None:
    """Watch the service until a signal ends the process."""
    try:
        settings = load_watch_settings()
    except SettingsRefused as error:
        _console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from None
    run_watch(settings, lambda: datetime.now(UTC))


def migrate_database(to: str) -> None:
    """Migrate the database of the settings, load the reference content of this version, and log what was done."""
    settings = settings_or_exit()
    set_up_logs(settings.log_level)
    target = {"latest": LATEST_MIGRATION, "zero": ZERO}.get(to, to)
    done = asyncio.run(migrate(settings.owner_url, target))
    log.info("migrated", migrations=done)
    if target == LATEST_MIGRATION:
        load_content(settings)


def reindex_database() -> None:
    """Make the terms of the search anew, of all objects of the database of the settings, and log of how many."""
    from resolvers.search_index import index_all  # noqa: PLC0415 - only here
    from service.resources import schema_and_content_types  # noqa: PLC0415 - it builds the schema

    settings = settings_or_exit()
    set_up_logs(settings.log_level)

    async def reindexed() -> int:
        async with migration_lock(settings.owner_url) as connection:
            return await index_all(connection, schema_and_content_types()[1])

    log.info("reindexed", objects=asyncio.run(reindexed()))


def load_content(settings: Settings) -> None:
    """Load the reference content of this version and log how much was added, updated and kept."""
    from service.database.reference_content import load_reference_content  # noqa: PLC0415 - it builds the schema
    from service.resources import utc_now  # noqa: PLC0415 - likewise

    loaded = asyncio.run(load_reference_content(settings, utc_now()))
    counts = {"added": loaded.added, "updated": loaded.updated, "kept": loaded.kept, "adopted": loaded.adopted}
    log.info("reference content loaded", **counts)
    if loaded.gone:
        log.warning("reference content that this version no longer has was left", gone=loaded.gone)


def write_migration() -> None:
    """Write the missing migrations and print their paths."""
    written = asyncio.run(make_migration())
    _console.print("\n".join(written) or "Nothing to do: the migrations have what the models have.", highlight=False)
