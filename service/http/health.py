"""Whether the process lives, and whether it can serve: for orchestrators, without a word about the inside."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import asyncpg
import httpx2
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from models.erasure_list import ErasureList
from service.database.erasure_replay import erasure_list_of, is_obeyed
from service.database.migrations import pending_migrations
from service.logs import described_exception, log
from service.settings import Settings

REMEMBERED_SECONDS = 2.0  # so that a thousand probes cost one look
PATIENCE_SECONDS = 3.0


@dataclass
class Readiness:
    """The verdict on everything the service stands on, looked at again after REMEMBERED_SECONDS."""

    settings: Settings
    checked_at: float = float("-inf")
    verdict: dict[str, str] | None = None
    erasures: ErasureList = field(init=False)

    def __post_init__(self) -> None:
        """Keep the list of erasures at hand: it is read on from where it was."""
        self.erasures = erasure_list_of(self.settings)

    async def look(self, reads: asyncpg.Pool) -> dict[str, str]:
        """Return part → `ok` or `failing`, for database, migrations, list of erasures and identity provider."""
        if self.verdict is None or time.monotonic() - self.checked_at > REMEMBERED_SECONDS:
            self.verdict = {
                "database": await judge_readiness(lambda: answers(reads)),
                "migrations": await judge_readiness(lambda: is_migrated(reads)),
                "erasures": await judge_readiness(lambda: is_obeyed(reads, self.erasures)),
                "identity_provider": await judge_readiness(lambda: has_provider(self.settings)),
            }
            self.checked_at = time.monotonic()
        return self.verdict


async def judge_readiness(check: Callable[[], Awaitable[bool]]) -> str:
    """Return `ok` or `failing`; why it fails is for the log."""
    try:
        return "ok" if await check() else "failing"
    except Exception as error:  # noqa: BLE001 - whatever the reason, the part does not answer
        log.warning("not ready", **described_exception(error))
        return "failing"


async def answers(reads: asyncpg.Pool) -> bool:
    """Tell whether the database answers a read in time."""
    return bool(await reads.fetchval("SELECT true", timeout=PATIENCE_SECONDS))


async def is_migrated(reads: asyncpg.Pool) -> bool:
    """Tell whether every migration of this version was applied."""
    async with reads.acquire(timeout=PATIENCE_SECONDS) as connection:
        return not await pending_migrations(connection)


async def has_provider(settings: Settings) -> bool:
    """Tell whether the identity provider announces itself; the embedded one is this process."""
    if settings.has_own_provider:
        return True
    async with httpx2.AsyncClient(timeout=PATIENCE_SECONDS) as client:
        answer = await client.get(f"{settings.oidc_issuer}/.well-known/openid-configuration")
        return answer.status_code == 200 and answer.json().get("issuer") == settings.oidc_issuer


def health_routes(settings: Settings) -> list[BaseRoute]:
    """Return `/healthz` (the process lives) and `/readyz` (200 or 503, and which part fails)."""
    readiness = Readiness(settings)

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(request: Request) -> Response:
        verdict = await readiness.look(request.app.state.reads)
        is_ready = set(verdict.values()) == {"ok"}
        return JSONResponse({"status": "ok" if is_ready else "failing", **verdict}, 200 if is_ready else 503)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
