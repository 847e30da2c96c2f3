"""The way out: by one's own will, or because the provider says so."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth.login.login_events import LoginOutcome
from auth.sessions.sessions import COOKIE, end_session
from auth.tokens.jwks import KeysUnavailable
from auth.tokens.jwt import TokenRefused
from service.login.authentication_routes import AuthenticationRoutes
from service.logs import log


@dataclass(frozen=True)
class LogoutRoutes:
    """The handlers of log-out."""

    door: AuthenticationRoutes

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route("/auth/logout", self.leave, methods=["POST"]),
            Route("/auth/logged-out", self.left),
            Route("/auth/backchannel-logout", self.told_to_leave, methods=["POST"]),
        ]

    async def leave(self, request: Request) -> Response:
        """End the session and lead on to the provider, so that the person is logged out there too."""
        now, cookies = self.door.clock(), self.door.cookies
        value = cookies.read(request, COOKIE)
        if value is None:
            return RedirectResponse(self.door.log_out.party.logged_out_uri, 303)
        if not self.door.is_ours(request, await request.form(), value):
            return self.door.pages.forged()
        ended = await end_session(value)
        address = self.door.log_out.party.logged_out_uri
        if ended:
            await self.door.note(LoginOutcome.LOGGED_OUT, request, ended.account)
            address = await self.door.log_out.address(ended.id_token, now)
        response = RedirectResponse(address, 303)
        cookies.remove(response, COOKIE)
        return response

    async def left(self, _request: Request) -> Response:
        """Say that it is done."""
        return self.door.pages.logged_out()

    async def told_to_leave(self, request: Request) -> Response:
        """End the sessions that the provider says are over. Source: Back-Channel Logout 1.0 § 2.8."""
        now, form = self.door.clock(), await request.form()
        try:
            accounts = await self.door.log_out.by_provider(str(form.get("logout_token", "")), now)
        except (TokenRefused, KeysUnavailable) as error:
            log.warning("back-channel log-out refused", code=error.code, outcome=getattr(error, "reason", ""))
            return JSONResponse({"error": "invalid_request"}, 400)
        for account in accounts:
            await self.door.note(LoginOutcome.LOGGED_OUT_BY_PROVIDER, request, account)
        return Response(status_code=200)
