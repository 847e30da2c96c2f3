"""The confidentiality undertaking, asked for and recorded."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth.accounts.undertaking import accept_undertaking
from auth.login.login import local_path
from auth.login.login_events import LoginOutcome
from auth.sessions.sessions import COOKIE
from service.login.authentication_routes import AuthenticationRoutes

_PATH = "/auth/undertaking"


def asked_to_undertake(go_to: str) -> str:
    """Return the address of the page, which afterwards leads to `go_to`."""
    return f"{_PATH}?{urlencode({'next': go_to})}"


@dataclass(frozen=True)
class UndertakingRoutes:
    """The handlers of the page."""

    door: AuthenticationRoutes

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [Route(_PATH, self.show), Route(_PATH, self.undertake, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """Ask a person to accept the undertaking; somebody who did goes where one wanted to."""
        go_to = local_path(request.query_params.get("next", "/"))
        found = await self.door.who(request)
        if found is None:
            return logged_in_first(go_to)
        session, viewer = found
        if viewer.may_enter:
            return RedirectResponse(go_to, 303)
        return self.door.pages.undertaking(viewer, self.door.authenticator.guard.token(session), go_to)

    async def undertake(self, request: Request) -> Response:
        """Record that the person accepts it."""
        form, value = await request.form(), self.door.cookies.read(request, COOKIE)
        go_to = local_path(str(form.get("next", "/")))
        found = await self.door.who(request)
        if value is None or found is None:
            return logged_in_first(go_to)
        if not self.door.is_ours(request, form, value):
            return self.door.pages.forged()
        account = found[1].account
        await accept_undertaking(account, self.door.clock())
        await self.door.note(LoginOutcome.UNDERTAKING_ACCEPTED, request, account)
        return RedirectResponse(go_to, 303)


def logged_in_first(go_to: str) -> Response:
    """Return the way to the log-in, which afterwards leads to `go_to`."""
    return RedirectResponse(f"/auth/login?{urlencode({'next': go_to})}", 303)
