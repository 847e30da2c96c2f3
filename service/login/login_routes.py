"""The way in: to the provider and back, into a session, and who one is then."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth.accounts.undertaking import may_enter
from auth.authentication import NOBODY
from auth.login.callback import LogInRefused
from auth.login.login import LOG_IN_LIFETIME, AuthorizationResponse, NoAccount, cookie_name, local_path
from auth.login.login_events import LoginOutcome
from auth.login.provider_metadata import ProviderUnavailable
from auth.sessions.sessions import COOKIE, end_session, open_session
from auth.viewer import Viewer
from service.http.middleware import refusal
from service.login.authentication_routes import AuthenticationRoutes
from service.login.undertaking_routes import asked_to_undertake
from service.logs import log
from workflow.roles import AccountKind


@dataclass(frozen=True)
class LoginRoutes:
    """The handlers of log-in."""

    door: AuthenticationRoutes

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route("/auth/login", self.begin),
            Route("/auth/callback", self.callback),
            Route("/auth/session", self.session),
        ]

    async def begin(self, request: Request) -> Response:
        """Lead the browser to the provider; somebody who is logged in already goes where one wanted to."""
        now, go_to = self.door.clock(), local_path(request.query_params.get("next", "/"))
        if await self.door.authenticator.page_viewer(request, now):
            return RedirectResponse(go_to, 303)
        try:
            begun = await self.door.log_in.begin(go_to, now)
        except ProviderUnavailable:
            return self.door.pages.provider_down()
        response = RedirectResponse(begun.address, 303)
        self.door.cookies.put(response, begun.cookie, begun.sealed, int(LOG_IN_LIFETIME.total_seconds()))
        return response

    async def callback(self, request: Request) -> Response:
        """Take the person who comes back from the provider in, or say why not."""
        now, cookies = self.door.clock(), self.door.cookies
        cookie = cookie_name(request.query_params.get("state", ""))
        try:
            answer = await self.door.log_in.finish(cookies.read(request, cookie), request.query_params, now)
        except ProviderUnavailable:
            return self.door.pages.provider_down()
        except LogInRefused as error:
            log.warning("log-in refused", code=error.code, outcome=error.reason)
            await self.door.note(LoginOutcome.REFUSED, request)
            return self.door.pages.log_in_refused()
        except NoAccount as error:
            await self.door.note(
                LoginOutcome.DISABLED if error.account else LoginOutcome.NO_ACCOUNT, request, error.account
            )
            return self.door.pages.no_account()
        response = await self._taken_in(request, answer)
        cookies.remove(response, cookie)
        return response

    async def _taken_in(self, request: Request, answer: AuthorizationResponse) -> Response:
        """Open a session under a new id: whatever id the browser had before is worth nothing afterwards."""
        now, cookies, account = self.door.clock(), self.door.cookies, answer.account
        if before := cookies.read(request, COOKIE):
            await end_session(before)
        value = await open_session(account.id, answer.sid, answer.id_token, self.door.authenticator.lifetimes, now)
        await self.door.note(LoginOutcome.LOGGED_IN, request, account.id)
        is_done = may_enter(AccountKind(account.kind), account.undertaking_version)
        response = RedirectResponse(answer.go_to if is_done else asked_to_undertake(answer.go_to), 303)
        cookies.put(response, COOKIE, value)
        return response

    async def session(self, request: Request) -> Response:
        """Answer who one is and the token that changes need, for our own pages."""
        found = await self.door.who(request)
        if found is None:
            return refusal(NOBODY.code, NOBODY.status, NOBODY.text)
        session, viewer = found
        return JSONResponse({**_shown(viewer), "csrfToken": self.door.authenticator.guard.token(session)})


def _shown(viewer: Viewer) -> dict[str, object]:
    """Return what a person's own page may know of the person."""
    return {
        "name": viewer.name,
        "kind": viewer.kind,
        "language": viewer.language,
        "mayEnter": viewer.may_enter,
        "roles": sorted(viewer.everywhere | viewer.units.keys()),
    }
