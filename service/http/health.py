"""Health checks for orchestrators: whether the process runs and whether it can serve, without internal details."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from service.backup_directory import newest_backup_hours
from service.http.readiness import FAILING, ReadinessChecks
from service.resources import utc_now
from service.settings import Settings


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
