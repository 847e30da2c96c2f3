"""An application of two routes, one that echoes and one that fails, and a client that asks it."""

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ARTIFICIAL_CODE = "010190-999P"


async def echo(request: Request) -> Response:
    """Return how long the body was and the id of the request."""
    return JSONResponse({"length": len(await request.body()), "id": str(request.state.request_id)})


async def fail(_request: Request) -> Response:
    """Fail with something personal in the text of the exception."""
    raise RuntimeError(f"the row with {ARTIFICIAL_CODE} is odd")


ROUTES = [Route("/echo", echo, methods=["GET", "POST"]), Route("/fail/{what}", fail)]


def client_of(app: Starlette) -> httpx2.AsyncClient:
    """Return a client that gets the answers even of what fails."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url=app.state.settings.public_url)
