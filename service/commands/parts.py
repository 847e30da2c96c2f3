"""Modules of commands, imported only when a command needs them; a database that is not ready is told in a sentence."""

import os
from functools import wraps
from importlib import import_module
from typing import Any

import typer

BEING_SET_UP = "The demo is still being set up: wait until it prints its address, then ask again"


def part(module: str, name: str) -> Any:
    """
    Return a function of another module, imported only now: no command waits for what it does not use.

    Where it fails because its settings are refused or its database is not ready, the command says so in a sentence and
    ends with 1.
    """
    function = getattr(import_module(module), name)

    @wraps(function)
    def run(*given: Any, **named: Any) -> Any:
        try:
            return function(*given, **named)
        except Exception as error:
            if (sentence := _unready_sentence(error)) is None:
                raise
            typer.echo(sentence, err=True)
            raise typer.Exit(1) from None

    return run


def is_demo_running() -> bool:
    """Return whether commands work on a demo that has been started and not ended."""
    from service.database.installation import RUNNING, state_directory  # noqa: PLC0415 - only where one asks

    return _is_demo() and (state_directory() / RUNNING).exists()


def _is_demo() -> bool:
    return os.environ.get("POLKU_MODE", "demo") == "demo" and "POLKU_CELL" not in os.environ


def _unready_sentence(error: BaseException) -> str | None:
    """Return what to do about settings that are refused, or a database that is not ready; None for any other error."""
    import asyncpg  # noqa: PLC0415 - only where something went wrong

    from models.error_causes import causes  # noqa: PLC0415
    from models.lost_connections import is_connection_lost  # noqa: PLC0415
    from service.settings import SettingsRefused  # noqa: PLC0415

    absent = (asyncpg.UndefinedTableError, asyncpg.UndefinedColumnError, asyncpg.InvalidCatalogNameError)
    if isinstance(error, SettingsRefused):
        return str(error)
    if any(isinstance(one, absent) for one in causes(error)):
        if not _is_demo():
            return "The database has no tables of this version: bring it there with: python3 run.py migrate"
        return BEING_SET_UP if is_demo_running() else "The demo has no data yet: start it with: python3 run.py demo"
    if is_connection_lost(error):
        return "The database cannot be reached: see whether its server runs, and whether POLKU_DATABASE_URL leads to it"
    return None
