"""Assembly of the service: routes, the middleware of every request, and tasks that run as long as the process."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from auth.processing import Busy
from service import __version__
from service.database.connections import orm, read_pool
from service.database.deadlines import request_deadlines
from service.database.start_checks import refuse_unfit_database
from service.http.come_back import come_back_handler
from service.http.direct import DirectRoute, Service
from service.http.forms import FormTooLong, form_too_long
from service.http.health import ReadinessChecks, health_routes
from service.http.metrics import Metrics
from service.http.middleware import BodyCap, RequestLog, SecureHeaders, refusal
from service.http.notice_page import absent_page, wants_page
from service.http.walls.address_limit import AddressLimit
from service.http.walls.caller_limits import limits_of
from service.http.walls.cross_origin import CrossOrigin
from service.http.walls.hosts import KnownHosts, allowed_hosts
from service.http.walls.limits import CallerLimits, TooManyRequests
from service.http.walls.patience import Patience
from service.http.walls.request_bounds import RequestBounds
from service.logs import log
from service.settings import Settings

Companion = Callable[[Starlette], AbstractAsyncContextManager[None]]
_CODES = {
    401: "UNAUTHENTICATED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    415: "UNSUPPORTED_TYPE",
}


def assembled(
    settings: Settings,
    routes: Sequence[BaseRoute],
    *,
    middleware: Sequence[Middleware] = (),
    companions: Sequence[Companion] = (),
    direct: DirectRoute | None = None,
) -> Starlette:
    """
    Return the service of `routes` with health checks, request log, headers, limits and connections.

    `middleware` runs inside ours, after the body was read. `companions` are entered when the database can be reached,
    and left before its connections close. POST requests of the `direct` route pass the same walls in one step. Handlers
    find `settings`, `reads` (the pool of compiled reads), `limits` and `metrics` in `app.state`, and the id of their
    request in `request.state.request_id`.
    """
    metrics = Metrics()
    limits = limits_of(settings, metrics)
    checks = ReadinessChecks(settings, limits)
    app = Service(
        routes=[*routes, *health_routes(settings, checks)],
        lifespan=lambda app: service_lifespan(app, companions),
        exception_handlers={
            HTTPException: plain_refusal,
            TooManyRequests: come_back_handler,
            Busy: come_back_handler,
            FormTooLong: form_too_long,
        },
        middleware=[*_layers(settings, metrics, limits), *middleware],
    )
    app.router.redirect_slashes = False  # its redirect is made of the Host header
    app.state.settings, app.state.metrics, app.state.limits, app.state.checks = settings, metrics, limits, checks
    app.state.metrics_address = settings.metrics_host, settings.metrics_port
    if direct is not None:
        app.use_direct(direct, settings, metrics, limits)
    return app


def _layers(settings: Settings, metrics: Metrics, limits: CallerLimits) -> list[Middleware]:
    return [
        Middleware(SecureHeaders, is_production=settings.mode == "production"),
        Middleware(RequestLog, metrics=metrics),
        Middleware(RequestBounds, metrics=metrics),
        Middleware(KnownHosts, hosts=allowed_hosts(settings), metrics=metrics),
        Middleware(CrossOrigin, public_url=settings.public_url),
        Middleware(AddressLimit, limits=limits, metrics=metrics),
        Middleware(BodyCap, cap=settings.max_body_bytes, metrics=metrics),
        Middleware(Patience, seconds=settings.request_seconds, metrics=metrics),
    ]


@asynccontextmanager
async def service_lifespan(app: Starlette, companions: Sequence[Companion]) -> AsyncIterator[None]:
    """Hold the connections while the service runs: the ORM for writes, the pool for reads, the port of the metrics."""
    settings: Settings = app.state.settings
    url = settings.application_url
    async with AsyncExitStack() as stack:
        size, deadlines = settings.database_pool, request_deadlines(settings)
        await stack.enter_async_context(orm(url, size, deadlines))
        reads = await stack.enter_async_context(read_pool(url, size, settings.disclosure_durability, deadlines))
        await refuse_unfit_database(reads, settings)
        app.state.reads = reads
        app.state.metrics.watch(reads)
        stack.push_async_callback(app.state.limits.close)
        if settings.backup_dir is not None:
            app.state.metrics.watch_backups(settings.backup_dir)
        stack.enter_context(app.state.metrics.serve(*app.state.metrics_address))
        stack.callback(app.state.checks.close)
        for companion in companions:
            await stack.enter_async_context(companion(app))
        log.info("started", version=__version__, mode=settings.mode, host=settings.host, port=settings.port)
        yield
        log.info("stopping")


async def plain_refusal(request: Request, error: Exception) -> Response:
    """Return a refusal of the routing in our usual form, or a page; its text never quotes the request."""
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 404 and wants_page(request):
        return absent_page(request)
    code = _CODES.get(error.status_code, "REFUSED")
    return refusal(code, error.status_code, error.detail, dict(error.headers or {}))
