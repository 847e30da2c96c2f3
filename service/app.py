"""The whole service: every route there is, for one set of settings."""

from starlette.applications import Starlette

from service.assembly import assembled
from service.graphql import answering, graphql_routes
from service.identity import identity_routes  # WIRE: the identity helper's module; its companion joins `companions`
from service.logs import set_up_logs
from service.pages import page_routes
from service.settings import Settings


def create_app(settings: Settings) -> Starlette:
    """Return the service; nothing is connected before its lifespan starts."""
    set_up_logs(settings.log_level)
    routes = [*graphql_routes(), *identity_routes(settings), *page_routes(settings)]
    return assembled(settings, routes, companions=[answering])
