"""The single-page application of tests/support/npm/front_end, served at an origin of its own."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from service.settings import ROOT
from tests.support.login.identity_service import served

FOLDER = ROOT / "tests/support/npm/front_end"
LIBRARY = FOLDER / "node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js"


@asynccontextmanager
async def single_page_application(port: int, authority: str, client_id: str, api: str) -> AsyncIterator[str]:
    """Serve the application on loopback as long as the block lasts, and yield its origin."""
    settings = {"authority": authority, "client_id": client_id, "api": api}

    async def page(_request: Request) -> Response:
        return FileResponse(FOLDER / "index.html")

    async def script(_request: Request) -> Response:
        return FileResponse(FOLDER / "front_end.js")

    async def library(_request: Request) -> Response:
        return FileResponse(LIBRARY)

    async def configuration(_request: Request) -> Response:
        return Response(f"const settings = {json.dumps(settings)};", media_type="text/javascript")

    app = Starlette(
        routes=[
            Route("/", page),
            Route("/callback", page),
            Route("/front_end.js", script),
            Route("/settings.js", configuration),
            Route("/oidc-client-ts.min.js", library),
        ]
    )
    async with served(app, port):
        yield f"http://127.0.0.1:{port}"
