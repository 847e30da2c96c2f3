"""The viewer of a page: found once per request for a page and stored in the request's state."""

from collections.abc import Collection
from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from auth.viewer import Viewer
from models.account import Account
from service.login.identity import Identity, identity
from service.settings import Settings

_PAGES = frozenset({"/", "/graphiql", "/desk"})
_DESKS = "/desk/"  # every page below it is one page, whose scripts read the address


@dataclass(frozen=True)
class PageViewer:
    """
    Sets `viewer` and `csrf_token` in the state of requests for pages; `viewer` is None when nobody is logged in.
    `has_own_password` tells whether the person can change a password here.

    It is only for pages: the GraphQL endpoint authenticates its requests itself, with stricter rules.
    """

    app: ASGIApp
    settings: Settings
    pages: Collection[str] = _PAGES

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (scope["path"] in self.pages or scope["path"].startswith(_DESKS)):
            services, request = identity(self.settings), Request(scope)
            session = services.authenticator.session(request)
            state = scope.setdefault("state", {})
            state["viewer"] = await services.authenticator.page_viewer(request, services.clock())
            state["has_own_password"] = await _has_own_password(services, state["viewer"])
            state["csrf_token"] = services.authenticator.guard.token(session) if session else ""
        await self.app(scope, receive, send)


async def _has_own_password(services: Identity, viewer: Viewer | None) -> bool:
    if viewer is None or services.provider is None:
        return False
    return await Account.filter(id=viewer.account, issuer=services.provider.issuer).exists()
