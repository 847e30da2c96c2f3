"""One look at an installation: whether the service is ready, its worker at work, its backups young and restorable."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx2

from service.backup_directory import last_rehearsal, newest_backup
from service.database.probes import SCANNER, SIGNATURES
from service.settings import Settings
from service.watching.troubles import Trouble

TIMEOUT_SECONDS = 10.0
SCANNING, LIMITS = (SCANNER, SIGNATURES), "limits"
REHEARSAL_GRACE = timedelta(days=7)  # a rehearsal that is later than this after its turn counts as failed
NO_ANSWER, TOO_OLD = "NO_ANSWER", "TOO_OLD"


@dataclass(frozen=True)
class Look:
    """What was seen: trouble → its facts, which are codes, counts and names of files."""

    troubles: dict[Trouble, str]


async def look(settings: Settings, now: datetime) -> Look:
    """Return the troubles that there are now; a service that cannot be asked is one."""
    failing, late = await troubled_parts(settings)
    seen = {
        Trouble.NOT_READY: ", ".join(failing),
        Trouble.WORK_IS_LATE: ", ".join(part for part in late if part not in (*SCANNING, LIMITS)),
        Trouble.SCANNER_FAILS: ", ".join(part for part in late if part in SCANNING),
        Trouble.LIMITS_NOT_SHARED: LIMITS if LIMITS in late else "",
        Trouble.BACKUP_OLD: old_backup(settings, now),
        Trouble.REHEARSAL_FAILED: failed_rehearsal(settings, now),
    }
    return Look({trouble: facts for trouble, facts in seen.items() if facts})


async def troubled_parts(settings: Settings) -> tuple[list[str], list[str]]:
    """
    Return the parts of the service that `/readyz` calls failing, or why it could not be asked, and those that are late.

    Both are empty when the service is ready and its worker works.
    """
    address = settings.watch_url or f"http://{settings.host}:{settings.port}"
    try:
        async with httpx2.AsyncClient(timeout=TIMEOUT_SECONDS) as client:
            answer = await client.get(f"{address}/readyz")
            body = answer.json()
    except (httpx2.HTTPError, OSError):
        return [NO_ANSWER], []
    except ValueError:
        body = None
    state = body if isinstance(body, dict) else {}
    late = sorted(part for part, verdict in state.items() if verdict == "late")
    if answer.status_code == 200:
        return [], late
    parts = sorted(part for part, verdict in state.items() if verdict == "failing" and part != "status")
    return parts or [f"HTTP_{answer.status_code}"], late


def old_backup(settings: Settings, now: datetime) -> str:
    """Return the name of the newest backup when it is too old, a dash when there is none at all; empty otherwise."""
    if settings.backup_dir is None:
        return ""
    newest = newest_backup(settings.backup_dir)
    if newest is None:
        return "-"
    return newest.path.name if now - newest.made_at > timedelta(hours=settings.backup_max_hours) else ""


def failed_rehearsal(settings: Settings, now: datetime) -> str:
    """Return the code of the last rehearsal when it failed or is long ago; empty otherwise and before the first."""
    last = last_rehearsal(settings.backup_dir) if settings.backup_dir is not None else None
    if last is None:
        return ""
    is_late = now - last.at > timedelta(days=settings.rehearsal_days) + REHEARSAL_GRACE
    return last.code or (TOO_OLD if is_late else "")
