"""The whole service: every route there is, for one set of settings."""

from starlette.applications import Starlette
from starlette.middleware import Middleware

from service.assembly import Companion, assembled
from service.files import file_routes
from service.graphql import answering, graphql_routes
from service.identity import identifying, identity_routes
from service.logs import set_up_logs
from service.notice_watch import watching_notices
from service.packages import package_routes
from service.pages import page_routes
from service.privacy_page import privacy_routes
from service.settings import Settings
from service.signed_in import SignedIn


def create_app(settings: Settings, *companions: Companion) -> Starlette:
    """Return the service, with what else lives in its process; nothing is connected before its lifespan starts."""
    set_up_logs(settings.log_level)
    routes = [
        *graphql_routes(),
        *file_routes(settings),
        *identity_routes(settings),
        *page_routes(settings),
        *privacy_routes(),
        *package_routes(),
    ]
    middleware = [Middleware(SignedIn, settings=settings)]
    return assembled(
        settings, routes, middleware=middleware, companions=[identifying, answering, watching_notices, *companions]
    )
