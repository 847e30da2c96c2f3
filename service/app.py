"""The whole service: all routes and background tasks for one set of settings."""

from starlette.applications import Starlette
from starlette.middleware import Middleware

from service.changes.companion import following_changes
from service.graphql import GRAPHQL_ROUTE, answered, answering_operations
from service.http.assembly import Companion, assembled
from service.http.attachment_routes import file_routes
from service.http.data_export_routes import package_routes
from service.http.direct import DirectRoute
from service.http.loop_watch import watching_loop
from service.http.print_routes import print_routes
from service.http.resource_routes import resource_routes
from service.jobs.notice_watch import watching_notices
from service.login.identity import identifying, identity_routes
from service.login.page_viewer import PageViewer
from service.logs import set_up_logs
from service.pages.browser_pages import page_routes
from service.pages.desk_page import desk_routes
from service.pages.privacy_page import privacy_routes
from service.pages.reading_pages import reading_routes
from service.settings import Settings


def create_app(settings: Settings, *companions: Companion) -> Starlette:
    """Return the service with all routes and with `companions`; it connects to nothing before its lifespan starts."""
    set_up_logs(settings.log_level)
    routes = [
        GRAPHQL_ROUTE,
        *resource_routes(settings),
        *file_routes(settings),
        *identity_routes(settings),
        *page_routes(settings),
        *desk_routes(settings),
        *privacy_routes(),
        *reading_routes(),
        *package_routes(),
        *print_routes(),
    ]
    middleware = [Middleware(PageViewer, settings=settings)]
    beside = [identifying, answering_operations(settings), following_changes, watching_notices, watching_loop]
    return assembled(
        settings,
        routes,
        middleware=middleware,
        companions=[*beside, *companions],
        direct=DirectRoute(GRAPHQL_ROUTE, answered),
    )
