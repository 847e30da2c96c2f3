"""The routes of log-out: by the person, or by the provider."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth.login.login_events import LoginOutcome
from auth.sessions.sessions import COOKIE, end_session
from auth.tokens.jwks import KeysUnavailable
from auth.tokens.jwt import TokenRefused
from service.http.forms import read_form
from service.login.authentication_context import AuthenticationContext
from service.logs import log


@dataclass(frozen=True)
class LogoutRoutes:
    """The handlers of log-out."""

    context: AuthenticationContext

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route("/auth/logout", self.log_out, methods=["POST"]),
            Route("/auth/logged-out", self.logged_out),
            Route("/auth/backchannel-logout", self.back_channel_logout, methods=["POST"]),
        ]

    async def log_out(self, request: Request) -> Response:
        """End the session and redirect to its provider, so that the person is logged out there too."""
        now, cookies, address = self.context.clock(), self.context.cookies, self.context.logged_out_uri
        value = cookies.read(request, COOKIE)
        if value is None:
            return RedirectResponse(address, 303)
        if not self.context.is_own_form(request, await read_form(request), value):
            return self.context.pages.for_request(request).form_refused()
        ended = await end_session(value)
        if ended:
            await self.context.record(LoginOutcome.LOGGED_OUT, request, ended.issuer, ended.account)
            if found := self.context.providers.of_issuer(ended.issuer):
                address = await found.log_out.address(self.context.hints.opened(ended.id, ended.sealed_hint, now), now)
        response = RedirectResponse(address, 303)
        cookies.remove(response, COOKIE)
        return response

    async def logged_out(self, request: Request) -> Response:
        """Return the page after log-out."""
        return self.context.pages.for_request(request).logged_out()

    async def back_channel_logout(self, request: Request) -> Response:
        """End the sessions that the provider's log-out token names. Source: Back-Channel Logout 1.0 § 2.8."""
        now, form = self.context.clock(), await read_form(request)
        try:
            issuer, accounts = await self.context.providers.log_out_by_provider(str(form.get("logout_token", "")), now)
        except (TokenRefused, KeysUnavailable) as error:
            log.warning("back-channel log-out refused", code=error.code, outcome=getattr(error, "reason", ""))
            return JSONResponse({"error": "invalid_request"}, 400)
        for account in accounts:
            await self.context.record(LoginOutcome.LOGGED_OUT_BY_PROVIDER, request, issuer, account)
        return Response(status_code=200)
