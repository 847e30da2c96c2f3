"""The routes of the confidentiality undertaking."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth.accounts.undertaking import accept_undertaking, undertaking_in_force
from auth.login.login import local_path
from auth.login.login_events import LoginOutcome
from auth.sessions.sessions import COOKIE
from models.account import Account
from service.http.forms import read_form
from service.login.authentication_context import AuthenticationContext
from workflow.calendar import finnish_day

_PATH = "/auth/undertaking"


def undertaking_address(go_to: str) -> str:
    """Return the address of the page, which afterwards redirects to `go_to`."""
    return f"{_PATH}?{urlencode({'next': go_to})}"


@dataclass(frozen=True)
class UndertakingRoutes:
    """The handlers of the page."""

    context: AuthenticationContext

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [Route(_PATH, self.show), Route(_PATH, self.accept, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """Return the page with the undertaking, or redirect to the wanted page when it is already accepted."""
        go_to = local_path(request.query_params.get("next", "/"))
        current = await self.context.session_viewer(request)
        if current is None:
            return log_in_redirect(go_to)
        session, viewer = current
        if viewer.may_enter:
            return RedirectResponse(go_to, 303)
        text = await undertaking_in_force(finnish_day(self.context.clock()))
        return self.context.pages.undertaking(viewer, text, self.context.authenticator.guard.token(session), go_to)

    async def accept(self, request: Request) -> Response:
        """Record that the person accepts the undertaking; whoever saw an earlier text is shown the one in force."""
        form, value = await read_form(request), self.context.cookies.read(request, COOKIE)
        go_to = local_path(str(form.get("next", "/")))
        current = await self.context.session_viewer(request)
        if value is None or current is None:
            return log_in_redirect(go_to)
        if not self.context.is_own_form(request, form, value):
            return self.context.pages.for_request(request).form_refused()
        account = current[1].account
        if not await accept_undertaking(account, str(form.get("version", "")), self.context.clock()):
            return RedirectResponse(undertaking_address(go_to), 303)
        issuer = (await Account.get(id=account)).issuer or ""  # whoever has a session has an identity
        await self.context.record(LoginOutcome.UNDERTAKING_ACCEPTED, request, issuer, account)
        return RedirectResponse(go_to, 303)


def log_in_redirect(go_to: str) -> Response:
    """Return the redirect to the log-in, which afterwards redirects to `go_to`."""
    return RedirectResponse(f"/auth/login?{urlencode({'next': go_to})}", 303)
