"""Who looks at a page: found once per page request and left where the pages look for it."""

from collections.abc import Collection
from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from service.login.identity import identity
from service.settings import Settings

_PAGES = frozenset({"/", "/graphiql"})


@dataclass(frozen=True)
class PageViewer:
    """
    Puts `viewer` and `csrf_token` into the state of requests for pages; `viewer` is None for somebody not logged in.

    Only for pages: the GraphQL endpoint judges its requests itself, by stricter rules.
    """

    app: ASGIApp
    settings: Settings
    pages: Collection[str] = _PAGES

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] in self.pages:
            found, request = identity(self.settings), Request(scope)
            session = found.authenticator.session(request)
            state = scope.setdefault("state", {})
            state["viewer"] = await found.authenticator.page_viewer(request, found.clock())
            state["csrf_token"] = found.authenticator.guard.token(session) if session else ""
        await self.app(scope, receive, send)
