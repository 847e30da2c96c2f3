"""The floor in our house: the hand-written statements behind the service's own doors."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.floor import answered
from bench.ours import settings
from service.graphql import viewer_or_refusal
from service.http.assembly import assembled
from service.login.identity import identifying
from service.logs import set_up_logs


def housed_app(url: str, port: int) -> Starlette:
    """
    Return the floor with session, CSRF token, limits, journal, metrics and headers as the service has them.

    What separates it from the floor is the price of the house; what separates the service from it, of the engine.
    """

    async def handler(request: Request) -> Response:
        viewer = await viewer_or_refusal(request, fresh=False)
        if isinstance(viewer, Response):
            return viewer
        role = next(iter(viewer.units))
        return await answered(request.app.state.reads, role, request.path_params["name"], await request.body())

    given = settings(url, port, "relaxed")
    set_up_logs(given.log_level)
    return assembled(given, [Route("/floor/{name}", handler, methods=["POST"])], companions=[identifying])
