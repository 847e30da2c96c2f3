"""The page of the desks: one shell for every address under /desk, whose scripts show what the person works with."""

import secrets
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth.viewer import Viewer
from resolvers.public_ids import public_id
from service.http.page_layout import content_policy, static_address
from service.http.templates import fill
from service.login.undertaking_routes import undertaking_address
from service.pages.browser_pages import ENDPOINT, LOG_IN, csrf_token_of, script_json, viewer_of
from service.settings import Settings
from service.trusted_documents import may_use_graphiql
from workflow.roles import AccountKind

DESKS = "/desk"
IDLE_MINUTES = 5  # without a hand on it the page covers what it shows


def desk_routes(settings: Settings) -> list[BaseRoute]:
    """Return the routes of every page of the desks."""
    page = DeskPage(settings)
    return [Route(DESKS, page.show), Route(f"{DESKS}/{{rest:path}}", page.show)]


@dataclass(frozen=True)
class DeskPage:
    """The shell. It carries the session of the person and no data; the scripts ask the API for everything else."""

    settings: Settings
    static: str = field(default_factory=static_address)

    async def show(self, request: Request) -> Response:
        """Return the shell for a logged-in person; otherwise redirect to what is missing, and from there back."""
        viewer, address = viewer_of(request), request.url.path
        if viewer is None:
            return RedirectResponse(f"{LOG_IN}?next={address}", 303)
        if viewer.kind is AccountKind.STAFF and not viewer.may_enter:
            return RedirectResponse(undertaking_address(address), 303)
        nonce = secrets.token_urlsafe(16)
        text = fill(
            "app",
            viewer.language,
            static=self.static,
            nonce=nonce,
            session=script_json(session_fields(request, viewer)),
        )
        policy = content_policy(self.settings, nonce=nonce)
        return HTMLResponse(text, 200, {"content-security-policy": policy, "cache-control": "no-store"})


def session_fields(request: Request, viewer: Viewer) -> dict[str, object]:
    """Return what the scripts must know before they can ask anything."""
    return {
        "endpoint": ENDPOINT,
        "csrfToken": csrf_token_of(request),
        "account": public_id("account", viewer.account),
        "name": viewer.name,
        "language": viewer.language,
        "mayUseGraphiql": may_use_graphiql(viewer),
        "hasOwnPassword": request.state.has_own_password,
        "idleMinutes": IDLE_MINUTES,
    }
