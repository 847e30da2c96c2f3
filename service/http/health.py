"""Health checks: whether the process runs, can serve, and gets on in the background; part by part, never hanging."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from models.erasure_list import ErasureList
from service.backup_directory import newest_backup_hours
from service.database.erasure_replay import erasure_list_of, has_all_erasures
from service.database.heartbeats import Ages, ages, is_written
from service.database.migrations import pending_migrations
from service.database.probes import (
    OLDEST_SIGNATURES,
    SCANNER,
    SIGNATURES,
    HealthConnection,
    has_provider,
    has_room,
    judge_readiness,
    signature_age,
)
from service.database.reference_content import has_reference_content
from service.database.reference_items import own_digest
from service.database.state_checks import unchecked_tables
from service.http.walls.limits import CallerLimits
from service.resources import utc_now
from service.settings import Settings

CACHE_SECONDS = 2.0  # so that many health checks cause one check
# Without these the service cannot serve: 503.
NEEDED = ("database", "migrations", "states", "reference_content", "erasures", "identity_provider", "disk")
# A service whose worker is dead still serves: 200, and the watcher tells the operator. Seconds, until it is late.
LATE_AFTER = {"worker": 60.0, "events": 300.0, "log_seals": 600.0}
LIMITS = "limits"  # the part of readiness where limits are shared
OK, FAILING, LATE = "ok", "failing", "late"


@dataclass(frozen=True)
class Readiness:
    """What was found: part → `ok`, `failing` or `late`, and the ages that were measured, in seconds."""

    parts: dict[str, str]
    seconds: dict[str, float | None]

    @property
    def status(self) -> str:
        """`failing` when the service cannot serve, `degraded` when only what is in the background is late."""
        verdicts = set(self.parts.values())
        return FAILING if FAILING in verdicts else "degraded" if LATE in verdicts else OK


@dataclass
class ReadinessChecks:
    """The checks of one service, each with a deadline of its own; they are made again after CACHE_SECONDS."""

    settings: Settings
    limits: CallerLimits
    checked_at: float = float("-inf")
    started_at: float = field(default_factory=time.monotonic)
    state: Readiness | None = None
    erasures: ErasureList = field(init=False)
    connection: HealthConnection = field(init=False)
    content: bytes = field(default_factory=own_digest)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        """Keep the list of erasures open: later checks read only its new lines."""
        self.erasures = erasure_list_of(self.settings)
        self.connection = HealthConnection(self.settings.application_url)

    async def check(self) -> Readiness:
        """Return the state of every part; whoever asks while it is looked at waits for the same look."""
        async with self.turn:
            if self.state is None or time.monotonic() - self.checked_at > CACHE_SECONDS:
                self.state = await self._looked()
                self.checked_at = time.monotonic()
            return self.state

    def close(self) -> None:
        """Drop the connection of the checks."""
        self.connection.close()

    async def _looked(self) -> Readiness:
        directories = [path for path in (self.settings.files, self.settings.backup_dir) if path is not None]
        (stored, found), scanner, limits, provider, disk = await asyncio.gather(
            self._database(),
            self._scanner(),
            self._limits(),
            judge_readiness(lambda: has_provider(self.settings)),
            judge_readiness(lambda: has_room(directories)),
        )
        verdicts = stored | {"identity_provider": provider, "disk": disk}
        seconds = {"worker": found.worker, "events": found.event, "log_seals": found.sealing} if found else {}
        up = time.monotonic() - self.started_at  # a worker that starts together with the service has its time
        late = {name: _lateness(seconds.get(name), up, LATE_AFTER[name]) for name in LATE_AFTER} if found else {}
        return Readiness(
            {name: verdicts[name] for name in NEEDED} | late | scanner.parts | limits, seconds | scanner.seconds
        )

    async def _scanner(self) -> Readiness:
        """Ask the virus scanner, where one is set: files that wait for it are kept, so it is late and never failing."""
        if not self.settings.scanner_url:
            return Readiness({}, {})
        answers, age = await signature_age(self.settings, utc_now())
        is_fresh = age is not None and age <= OLDEST_SIGNATURES.total_seconds()
        parts = {SCANNER: OK if answers else LATE, SIGNATURES: OK if is_fresh or not answers else LATE}
        return Readiness(parts, {SIGNATURES: age})

    async def _limits(self) -> dict[str, str]:
        """Ask the server of the shared limits, where one is set; without it each process counts for itself."""
        are_shared = await self.limits.are_shared()
        return {} if are_shared is None else {LIMITS: OK if are_shared else LATE}

    async def _database(self) -> tuple[dict[str, str], Ages | None]:
        """Ask the database part by part; when it takes no write, nothing else is asked of it."""
        parts: dict[str, Callable[[Any], Awaitable[bool]]] = {
            "database": is_written,
            "migrations": _has_latest_migration,
            "states": _has_state_checks,
            "reference_content": lambda connection: has_reference_content(connection, self.content),
            "erasures": lambda connection: has_all_erasures(connection, self.erasures),
        }
        verdicts = dict.fromkeys(parts, FAILING)
        for name, question in parts.items():
            verdicts[name] = await self._judged(question)
            if name == "database" and verdicts[name] == FAILING and not await self._is_behind():
                return verdicts, None
        measured: list[Ages] = []

        async def measure(connection: Any) -> bool:
            measured.append(await ages(connection))
            return True

        await self._judged(measure)
        return verdicts, measured[0] if measured else None

    async def _judged(self, question: Callable[[Any], Awaitable[bool]]) -> str:
        return await judge_readiness(lambda: self.connection.ask(question))

    async def _is_behind(self) -> bool:
        """Return whether the database answers, but lacks the table that is written: an upgrade is due."""
        return (
            await self._judged(lambda connection: connection.fetchval("SELECT to_regclass('heartbeat') IS NULL")) == OK
        )


async def _has_latest_migration(connection: Any) -> bool:
    return not await pending_migrations(connection)


async def _has_state_checks(connection: Any) -> bool:
    return not await unchecked_tables(connection)


def _lateness(seconds: float | None, up: float, allowed: float) -> str:
    return OK if min(up if seconds is None else seconds, up) <= allowed else LATE


def health_routes(settings: Settings, checks: ReadinessChecks) -> list[BaseRoute]:
    """
    Return `/healthz` (the process runs) and `/readyz`: 503 when a needed part fails, otherwise 200.

    `/readyz` names every part, what is late in the background, and the age of the newest backup.
    """

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(request: Request) -> Response:
        found = await checks.check()
        request.app.state.metrics.note_background(found.seconds)
        shown: dict[str, object] = {"status": found.status, **found.parts}
        shown |= {f"{name}_seconds": round(age, 1) for name, age in found.seconds.items() if age is not None}
        if settings.backup_dir is not None:  # an old backup is for the operator; the service can serve all the same
            shown["newest_backup_hours"] = newest_backup_hours(settings.backup_dir, utc_now())
        return JSONResponse(shown, 503 if found.status == FAILING else 200)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
