"""The routes of log-in: to the provider, back into a session, and the data of the logged-in person."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth.accounts.undertaking import has_undertaken
from auth.authentication import NOT_AUTHENTICATED
from auth.login.callback import LogInRefused
from auth.login.login import LOG_IN_LIFETIME, AuthorizationResponse, NoAccount, cookie_name, local_path
from auth.login.login_events import LoginOutcome
from auth.login.provider_metadata import ProviderUnavailable
from auth.sessions.sessions import COOKIE, end_session, open_session
from auth.viewer import Viewer
from service.http.middleware import refusal
from service.login.authentication_context import AuthenticationContext
from service.login.undertaking_routes import undertaking_address
from service.logs import log


@dataclass(frozen=True)
class LoginRoutes:
    """The handlers of log-in."""

    context: AuthenticationContext

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route("/auth/login", self.begin),
            Route("/auth/callback", self.callback),
            Route("/auth/session", self.session),
        ]

    async def begin(self, request: Request) -> Response:
        """Redirect to the provider, or to the wanted page when the person is already logged in."""
        now, go_to = self.context.clock(), local_path(request.query_params.get("next", "/"))
        if await self.context.authenticator.page_viewer(request, now):
            return RedirectResponse(go_to, 303)
        try:
            begun_log_in = await self.context.log_in.begin(go_to, now)
        except ProviderUnavailable:
            return self.context.pages.for_request(request).provider_down()
        response = RedirectResponse(begun_log_in.address, 303)
        self.context.cookies.put(
            response, begun_log_in.cookie, begun_log_in.sealed, int(LOG_IN_LIFETIME.total_seconds())
        )
        return response

    async def callback(self, request: Request) -> Response:
        """Log in the person who comes back from the provider, or answer with the page of the refusal."""
        now, cookies = self.context.clock(), self.context.cookies
        cookie = cookie_name(request.query_params.get("state", ""))
        try:
            answer = await self.context.log_in.finish(cookies.read(request, cookie), request.query_params, now)
        except ProviderUnavailable:
            return self.context.pages.for_request(request).provider_down()
        except LogInRefused as error:
            log.warning("log-in refused", code=error.code, outcome=error.reason)
            await self.context.record(LoginOutcome.REFUSED, request)
            return self.context.pages.for_request(request).log_in_refused()
        except NoAccount as error:
            await self.context.record(
                LoginOutcome.DISABLED if error.account else LoginOutcome.NO_ACCOUNT, request, error.account
            )
            return self.context.pages.for_request(request).no_account()
        response = await self._open_session(request, answer)
        cookies.remove(response, cookie)
        return response

    async def _open_session(self, request: Request, answer: AuthorizationResponse) -> Response:
        """Open a session with a new id and end the browser's previous session."""
        now, cookies, account = self.context.clock(), self.context.cookies, answer.account
        if previous := cookies.read(request, COOKIE):
            await end_session(previous)
        value = await open_session(account.id, answer.sid, answer.id_token, self.context.authenticator.lifetimes, now)
        await self.context.record(LoginOutcome.LOGGED_IN, request, account.id)
        is_done = await has_undertaken(account, now)
        response = RedirectResponse(answer.go_to if is_done else undertaking_address(answer.go_to), 303)
        cookies.put(response, COOKIE, value)
        return response

    async def session(self, request: Request) -> Response:
        """Return the logged-in person and the CSRF token for changes, for our own pages."""
        current = await self.context.session_viewer(request)
        if current is None:
            return refusal(NOT_AUTHENTICATED.code, NOT_AUTHENTICATED.status, NOT_AUTHENTICATED.text)
        session, viewer = current
        return JSONResponse({**_session_fields(viewer), "csrfToken": self.context.authenticator.guard.token(session)})


def _session_fields(viewer: Viewer) -> dict[str, object]:
    """Return the data of a viewer that the viewer's own page may use."""
    return {
        "name": viewer.name,
        "kind": viewer.kind,
        "language": viewer.language,
        "mayEnter": viewer.may_enter,
        "roles": sorted(viewer.everywhere | viewer.units.keys()),
    }
