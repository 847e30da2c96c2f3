"""The addresses of the embedded provider, below /provider."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from authlib.oauth2 import OAuth2Error
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from auth.login.login_events import LoginOutcome, record_login_event
from auth.provider.embedded import EmbeddedProvider
from auth.provider.exchange import Parameters, ProviderRequest, ProviderResponse, provider_response
from auth.provider.throttle import TooManyAttempts
from auth.provider.users import log_in
from auth.sessions.csrf import CsrfGuard
from service.http.limits import Limited
from service.login.authentication_routes import address_of
from service.login.login_pages import LoginPages

PROVIDER_PATH = "/provider"
CREDENTIALS = frozenset({"username", "password"})


@dataclass(frozen=True)
class ProviderEndpoints:
    """The handlers."""

    provider: EmbeddedProvider
    guard: CsrfGuard
    pages: LoginPages
    clock: Callable[[], datetime]

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route(f"{PROVIDER_PATH}/.well-known/openid-configuration", self.metadata),
            Route(f"{PROVIDER_PATH}/jwks", self.jwks),
            Route(f"{PROVIDER_PATH}/authorize", self.ask),
            Route(f"{PROVIDER_PATH}/authorize", self.log_in, methods=["POST"]),
            Route(f"{PROVIDER_PATH}/token", self.token, methods=["POST"]),
            Route(f"{PROVIDER_PATH}/end-session", self.leave, methods=["GET", "POST"]),
        ]

    async def metadata(self, _request: Request) -> Response:
        """Answer what the provider says of itself."""
        return JSONResponse(self.provider.metadata())

    async def jwks(self, _request: Request) -> Response:
        """Answer the public keys."""
        return JSONResponse(await self.provider.jwks(self.clock()))

    async def ask(self, request: Request) -> Response:
        """Show the log-in page, unless the request is wrong: then the client hears of it or, if unknown, the person."""
        now, parameters = self.clock(), request.query_params.multi_items()
        try:
            asked = self._request(request, parameters)
            await self.provider.asked(asked, now)
        except OAuth2Error:
            return await self._refused(request, parameters, now)
        return self.pages.log_in(parameters, asked.payload.redirect_uri)

    async def log_in(self, request: Request) -> Response:
        """Take name and password and lead back to the client with a code."""
        now, form = self.clock(), await fields(request)
        given = dict(form)
        parameters = [pair for pair in form if pair[0] not in CREDENTIALS]
        if not self.guard.is_same_origin(request.headers):
            return self.pages.forged()
        request.app.state.limits.spend(Limited.LOGIN, address_of(request), time.monotonic())
        try:
            asked = self._request(request, parameters)
            await self.provider.asked(asked, now)
        except OAuth2Error:
            return await self._refused(request, parameters, now)
        username = given.get("username", "")
        try:
            person = await log_in(username, given.get("password", ""), address_of(request), now)
        except TooManyAttempts as error:
            await record_login_event(LoginOutcome.THROTTLED, self.provider.issuer, address_of(request), now)
            return self.pages.throttled(parameters, asked.payload.redirect_uri, username, error.retry_after)
        if person is None:
            await record_login_event(LoginOutcome.PASSWORD_REFUSED, self.provider.issuer, address_of(request), now)
            return self.pages.log_in_again(parameters, asked.payload.redirect_uri, username)
        return response_of(await self.provider.authorize(asked, person, now))

    async def token(self, request: Request) -> Response:
        """Answer tokens, or why not."""
        try:
            asked = self._request(request, await fields(request))
        except OAuth2Error as error:
            return response_of(provider_response(*error(None)))
        return response_of(await self.provider.token(asked, self.clock()))

    async def leave(self, request: Request) -> Response:
        """Log out and lead back."""
        parameters = await fields(request) if request.method == "POST" else request.query_params.multi_items()
        try:
            left = await self.provider.leave(self._request(request, parameters), self.clock())
        except OAuth2Error:
            return self.pages.bad_request()
        if left is None:
            return self.pages.logged_out()
        return response_of(left) if left.location else self.pages.bad_request()

    def _request(self, request: Request, parameters: Parameters) -> ProviderRequest:
        # The public address, not the one behind a proxy: Authlib wants to see that it is secure.
        address = f"{self.provider.issuer}{request.url.path.removeprefix(PROVIDER_PATH)}"
        return ProviderRequest(request.method, address, request.headers, parameters)

    async def _refused(self, request: Request, parameters: Parameters, now: datetime) -> Response:
        """Lead back to the client with the error when it is certain who the client is, else tell the person."""
        try:
            refused = await self.provider.authorize(self._request(request, parameters), None, now)
        except OAuth2Error:
            return self.pages.bad_request()
        return response_of(refused) if refused.location else self.pages.bad_request()


async def fields(request: Request) -> list[tuple[str, str]]:
    """Return the text fields of a form; files are nothing anybody asked for."""
    form = await request.form()
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]


def response_of(given: ProviderResponse) -> Response:
    """Return the provider's answer as a response. A redirect after a form becomes a GET."""
    status = 303 if given.status == 302 else given.status
    return Response(given.body, status, {"cache-control": "no-store", **given.headers})
