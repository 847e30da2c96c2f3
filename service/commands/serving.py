"""The commands of an installation: serve, worker, watch, migrate, and makemigrations for developers."""

import asyncio
from datetime import UTC, datetime

import typer
import uvicorn
from rich.console import Console
from starlette.applications import Starlette

from service.database.migrations import LATEST_MIGRATION, ZERO, make_migration, migrate
from service.http.protocol import BoundedProtocol
from service.logs import log, set_up_logs
from service.settings import Settings, SettingsRefused
from service.settings_loading import load_settings, load_watch_settings
from service.watching.watch import run_watch

_console = Console()


def settings_or_exit(**overrides: object) -> Settings:
    """Return the settings of this process, or end it with the reason and without a traceback."""
    try:
        return load_settings(**overrides)
    except SettingsRefused as error:
        _console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from None


def server_of(app: Starlette, settings: Settings) -> uvicorn.Server:
    """Return the web server for `app`; it uses our log and sends no server header."""
    return uvicorn.Server(
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


def run_service() -> None:
    """Serve until a signal ends the process; open requests have ten seconds to finish."""
    settings = settings_or_exit()
    from service.app import create_app  # noqa: PLC0415 - the import builds the schema; settings are checked first

    server_of(create_app(settings), settings).run()


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
