"""Health checks for orchestrators: whether the process runs and whether it can serve, without internal details."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import asyncpg
import httpx2
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from auth.login.provider_metadata import DISCOVERY
from auth.login.provider_terms import MAIN
from models.erasure_list import ErasureList
from service.backup_directory import newest_backup_hours
from service.database.erasure_replay import erasure_list_of, has_all_erasures
from service.database.migrations import pending_migrations
from service.database.reference_content import has_reference_content
from service.database.reference_items import own_digest
from service.database.state_checks import unchecked_tables
from service.logs import described_exception, log
from service.provider_settings import ProviderSettings, configured_providers
from service.resources import utc_now
from service.settings import Settings

CACHE_SECONDS = 2.0  # so that many health checks cause one check
TIMEOUT_SECONDS = 3.0


@dataclass
class Readiness:
    """The state of everything that the service needs; it is checked again after CACHE_SECONDS."""

    settings: Settings
    checked_at: float = float("-inf")
    state: dict[str, str] | None = None
    erasures: ErasureList = field(init=False)
    content: bytes = field(default_factory=own_digest)

    def __post_init__(self) -> None:
        """Keep the list of erasures open: later checks read only its new lines."""
        self.erasures = erasure_list_of(self.settings)

    async def check(self, reads: asyncpg.Pool) -> dict[str, str]:
        """Return part → `ok` or `failing`, for the database and what it must have, the erasures and the provider."""
        if self.state is None or time.monotonic() - self.checked_at > CACHE_SECONDS:
            self.state = {
                "database": await judge_readiness(lambda: answers(reads)),
                "migrations": await judge_readiness(lambda: has_latest_migration(reads)),
                "states": await judge_readiness(lambda: has_state_checks(reads)),
                "reference_content": await judge_readiness(lambda: is_content_loaded(reads, self.content)),
                "erasures": await judge_readiness(lambda: has_all_erasures(reads, self.erasures)),
                "identity_provider": await judge_readiness(lambda: has_provider(self.settings)),
            }
            self.checked_at = time.monotonic()
        return self.state


async def judge_readiness(check: Callable[[], Awaitable[bool]]) -> str:
    """Return `ok` or `failing`; the reason goes to the log."""
    try:
        return "ok" if await check() else "failing"
    except Exception as error:  # noqa: BLE001 - for any reason, the part is not ready
        log.warning("not ready", **described_exception(error))
        return "failing"


async def answers(reads: asyncpg.Pool) -> bool:
    """Return whether the database answers a query in time."""
    return bool(await reads.fetchval("SELECT true", timeout=TIMEOUT_SECONDS))


async def has_latest_migration(reads: asyncpg.Pool) -> bool:
    """Return whether every migration of this version is applied."""
    async with reads.acquire(timeout=TIMEOUT_SECONDS) as connection:
        return not await pending_migrations(connection)


async def has_state_checks(reads: asyncpg.Pool) -> bool:
    """Return whether every table of content lets in the states of its workflow and no others."""
    async with reads.acquire(timeout=TIMEOUT_SECONDS) as connection:
        return not await unchecked_tables(connection)


async def is_content_loaded(reads: asyncpg.Pool, digest: bytes) -> bool:
    """Return whether the reference content with this digest is there; `migrate` loads it."""
    async with reads.acquire(timeout=TIMEOUT_SECONDS) as connection:
        return await has_reference_content(connection, digest)


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
        async with httpx2.AsyncClient(timeout=TIMEOUT_SECONDS) as client:
            answer = await client.get(f"{provider.issuer}{DISCOVERY}")
            document = answer.json() if answer.status_code == 200 else None
    except (httpx2.HTTPError, ValueError):
        return False
    return isinstance(document, dict) and document.get("issuer") == provider.issuer


def health_routes(settings: Settings) -> list[BaseRoute]:
    """Return `/healthz` (the process runs) and `/readyz` (200 or 503, which part fails, the age of the backup)."""
    readiness = Readiness(settings)

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(request: Request) -> Response:
        state = await readiness.check(request.app.state.reads)
        is_ready = set(state.values()) == {"ok"}
        shown: dict[str, object] = {"status": "ok" if is_ready else "failing", **state}
        if settings.backup_dir is not None:  # an old backup is for the operator; the service can serve all the same
            shown["newest_backup_hours"] = newest_backup_hours(settings.backup_dir, utc_now())
        return JSONResponse(shown, 200 if is_ready else 503)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
