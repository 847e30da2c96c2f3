"""What a command says when its database is not ready: one sentence with what to do, and no traceback."""

import os

import asyncpg

from models.error_causes import causes
from models.lost_connections import is_connection_lost
from service.database.installation import RUNNING, state_directory
from service.settings import SettingsRefused

# The tables, or columns of them, are not there (yet).
_NOT_MIGRATED = (asyncpg.UndefinedTableError, asyncpg.UndefinedColumnError, asyncpg.InvalidCatalogNameError)
BEING_SET_UP = "The demo is still being set up: wait until it prints its address, then ask again"


def unready_sentence(error: BaseException) -> str | None:
    """Return what to do about settings that are refused, or a database that is not ready; None for any other error."""
    if isinstance(error, SettingsRefused):
        return str(error)
    if any(isinstance(one, _NOT_MIGRATED) for one in causes(error)):
        if not is_demo():
            return "The database has no tables of this version: bring it there with: python3 run.py migrate"
        return BEING_SET_UP if is_demo_running() else "The demo has no data yet: start it with: python3 run.py demo"
    if is_connection_lost(error):
        return "The database cannot be reached: see whether its server runs, and whether POLKU_DATABASE_URL leads to it"
    return None


def is_demo() -> bool:
    """Return whether commands work on a demo: no variable names another installation."""
    return os.environ.get("POLKU_MODE", "demo") == "demo" and "POLKU_CELL" not in os.environ


def is_demo_running() -> bool:
    """Return whether the demo has been started and not ended."""
    return is_demo() and (state_directory() / RUNNING).exists()
