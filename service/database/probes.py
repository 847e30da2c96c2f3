"""How the parts of readiness are asked, each with a deadline: the database, identity providers, disks, the scanner."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import httpx2

from auth.login.provider_metadata import DISCOVERY
from auth.login.provider_terms import MAIN
from resolvers.virus_scanner import ScannerUnavailable, VirusScanner
from service.database.connections import connect
from service.logs import described_exception, log
from service.provider_settings import ProviderSettings, configured_providers
from service.settings import Settings

TIMEOUT_SECONDS = 2.0  # of each part; those of the database come one after another, the others beside them
LEAST_FREE_BYTES = 256 * 1024 * 1024  # less on a disk of files or backups is too little: the next upload may fill it
SCANNER, SIGNATURES = "scanner", "signatures"  # the parts of readiness where a virus scanner is set
OLDEST_SIGNATURES = timedelta(days=3)  # ClamAV publishes new ones each day
_abandoned: set["asyncio.Task[Any]"] = set()  # a task that nobody holds may vanish while it runs


async def judge_readiness(check: Callable[[], Awaitable[bool]], seconds: float = TIMEOUT_SECONDS) -> str:
    """
    Return `ok` or `failing`; the reason goes to the log. A check that takes longer than `seconds` is failing.

    It is left to itself then, and not waited for: a stopped server answers a cancellation as little as a question.
    """
    task = asyncio.ensure_future(check())
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        task.cancel()
        _abandoned.add(task)
        task.add_done_callback(_forget)
        log.warning("not ready", exception="TimeoutError")
        return "failing"
    if (error := task.exception()) is not None:
        log.warning("not ready", **described_exception(error))
        return "failing"
    return "ok" if task.result() else "failing"


def _forget(task: "asyncio.Task[Any]") -> None:
    _abandoned.discard(task)
    if not task.cancelled():
        task.exception()  # it is looked at, so that nothing is printed when it is forgotten


@dataclass
class HealthConnection:
    """A connection for the checks alone: whoever waits in the pools of the service cannot make it look ill."""

    url: str
    connection: "asyncpg.Connection[Any] | None" = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def ask(self, question: Callable[[Any], Awaitable[Any]]) -> Any:
        """
        Return the answer to a question about the database; after an error or a cancellation the next one reconnects.

        :raises Exception: whatever the driver raises
        """
        async with self.turn:
            try:
                if self.connection is None or self.connection.is_closed():
                    self.connection = await self._opened()
                return await question(self.connection)
            except BaseException:
                self.close()
                raise

    async def _opened(self) -> "asyncpg.Connection[Any]":
        limits = {"application_name": "polku-health", "statement_timeout": "2s", "lock_timeout": "1s"}
        return await connect(self.url, timeout=TIMEOUT_SECONDS, command_timeout=TIMEOUT_SECONDS, server_settings=limits)

    def close(self) -> None:
        """Drop the connection without asking the server."""
        if self.connection is not None:
            self.connection.terminate()
        self.connection = None


async def has_room(directories: list[Path], least: int = LEAST_FREE_BYTES) -> bool:
    """Return whether every disk with one of these directories has so many free bytes; a missing one is no fault."""
    free = [await asyncio.to_thread(_free_bytes, directory) for directory in directories]
    return all(count is None or count >= least for count in free)


def _free_bytes(directory: Path) -> int | None:
    try:
        return shutil.disk_usage(directory).free
    except FileNotFoundError:
        return None


async def has_provider(settings: Settings) -> bool:
    """
    Return whether people can log in: at least one identity provider publishes its metadata. The others go to the log.

    True for the embedded one, which is this process. One of several that is down must not take the service away from
    the people of the others.
    """
    providers = configured_providers(settings)
    found = await asyncio.gather(*(_is_discoverable(one, settings) for one in providers))
    for provider, is_up in zip(providers, found, strict=True):
        if not is_up:
            log.warning("provider does not answer", provider=provider.terms.name)
    return any(found)


async def _is_discoverable(provider: ProviderSettings, settings: Settings) -> bool:
    """Return whether a provider answers under the name by which it is trusted."""
    if provider.terms.name == MAIN and settings.has_own_provider:
        return True
    try:
        async with httpx2.AsyncClient(timeout=TIMEOUT_SECONDS * 0.9) as client:
            answer = await client.get(f"{provider.issuer}{DISCOVERY}")
            document = answer.json() if answer.status_code == 200 else None
    except (httpx2.HTTPError, ValueError):
        return False
    return isinstance(document, dict) and document.get("issuer") == provider.issuer


async def signature_age(settings: Settings, now: datetime) -> tuple[bool, float | None]:
    """Return whether the scanner answers, and the seconds since its signatures were made; None when it has none."""
    try:
        made_at = await VirusScanner(settings.scanner_url, TIMEOUT_SECONDS).signed_at()
    except ScannerUnavailable as unavailable:
        log.warning("scanner does not answer", code=unavailable.code)
        return False, None
    return True, (now - made_at).total_seconds() if made_at else None
