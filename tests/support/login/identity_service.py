"""The identity part of a service, served on loopback, and a clock that tests can move."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Literal

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from auth.authentication import AuthenticationRefusal
from service.http.walls.limits import ProcessLimits, RateLimits
from service.login.identity import identity
from service.settings import Settings


class MovableClock:
    """The real time, plus what a test added to it."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def served(app: Starlette, port: int, lifespan: Literal["on", "off"] = "off") -> AsyncIterator[None]:
    """Serve `app` on loopback as long as the block lasts."""
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, access_log=False, lifespan=lifespan)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    yield
    server.should_exit = True
    await task


def identity_application(settings: Settings, clock: MovableClock) -> Starlette:
    """
    Return an application with the log-in routes and `POST /who`, which answers who asked, as the GraphQL endpoint
    would find out.
    """
    found = identity(settings, clock)

    async def who(request: Request) -> Response:
        viewer = await found.authenticator.authenticate(request, clock())
        if isinstance(viewer, AuthenticationRefusal):
            return JSONResponse({"code": viewer.code}, viewer.status)
        scopes = None if viewer.scopes is None else sorted(viewer.scopes)
        roles = sorted(viewer.everywhere | viewer.units.keys())
        return JSONResponse({"account": str(viewer.account), "kind": viewer.kind, "roles": roles, "scopes": scopes})

    app = Starlette(routes=[*found.routes, Route("/who", who, methods=["POST"])])
    app.state.limits = ProcessLimits(RateLimits.of(settings))
    return app
