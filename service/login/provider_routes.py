"""The routes of the embedded provider, below /provider."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from authlib.oauth2 import OAuth2Error
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from auth.login.login_events import LoginOutcome, record_login_event
from auth.provider.embedded import PROVIDER_PATH, EmbeddedProvider
from auth.provider.exchange import Parameters, ProviderRequest, ProviderResponse, provider_response
from auth.provider.second_factor.factors import FactorRule
from auth.provider.throttle import TooManyAttempts
from auth.provider.users import ProviderPerson, log_in
from auth.sessions.cookies import Cookies
from auth.sessions.csrf import CsrfGuard
from service.http.forms import read_form
from service.login.authentication_context import address_of
from service.login.login_pages import LoginPages
from service.login.second_factor_steps import LogInAttempt, SecondFactorSteps

CREDENTIALS = frozenset({"username", "password", "challenge", "code"})


@dataclass(frozen=True)
class ProviderEndpoints:
    """The handlers of the embedded provider."""

    provider: EmbeddedProvider
    guard: CsrfGuard
    pages: LoginPages
    clock: Callable[[], datetime]
    cookies: Cookies
    factor_rule: FactorRule

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route(f"{PROVIDER_PATH}/.well-known/openid-configuration", self.metadata),
            Route(f"/.well-known/oauth-authorization-server{PROVIDER_PATH}", self.metadata),
            Route(f"{PROVIDER_PATH}/jwks", self.jwks),
            Route(f"{PROVIDER_PATH}/authorize", self.show_log_in),
            Route(f"{PROVIDER_PATH}/authorize", self.log_in, methods=["POST"]),
            Route(f"{PROVIDER_PATH}/second-factor", self.second_factor, methods=["POST"]),
            Route(f"{PROVIDER_PATH}/token", self.token, methods=["POST"]),
            Route(f"{PROVIDER_PATH}/userinfo", self.userinfo, methods=["GET", "POST"]),
            Route(f"{PROVIDER_PATH}/revoke", partial(self.about_token, "revocation"), methods=["POST"]),
            Route(f"{PROVIDER_PATH}/introspect", partial(self.about_token, "introspection"), methods=["POST"]),
            Route(f"{PROVIDER_PATH}/end-session", self.end_session, methods=["GET", "POST"]),
        ]

    async def metadata(self, _request: Request) -> Response:
        """Return the discovery document."""
        return JSONResponse(self.provider.metadata())

    async def jwks(self, _request: Request) -> Response:
        """Return the public keys."""
        return JSONResponse(await self.provider.jwks(self.clock()))

    async def show_log_in(self, request: Request) -> Response:
        """Return the log-in page; for a wrong request, an error to the client, or to the person when it is unknown."""
        now, parameters = self.clock(), request.query_params.multi_items()
        try:
            provider_request = self._request(request, parameters)
            await self.provider.requesting_client(provider_request, now)
        except OAuth2Error:
            return await self._refused(request, parameters, now)
        return self.pages.for_request(request).log_in(parameters, provider_request.payload.redirect_uri)

    async def log_in(self, request: Request) -> Response:
        """Check name and password and redirect to the client with a code."""
        now, form = self.clock(), await fields(request)
        values = dict(form)
        parameters = [pair for pair in form if pair[0] not in CREDENTIALS]
        if not self.guard.is_same_origin(request.headers):
            return self.pages.for_request(request).form_refused()
        try:
            provider_request = self._request(request, parameters)
            await self.provider.requesting_client(provider_request, now)
        except OAuth2Error:
            return await self._refused(request, parameters, now)
        username = values.get("username", "")
        try:
            person = await log_in(username, values.get("password", ""), address_of(request), now)
        except TooManyAttempts as error:
            await record_login_event(LoginOutcome.THROTTLED, self.provider.issuer, address_of(request), now)
            return self.pages.for_request(request).throttled(
                parameters, provider_request.payload.redirect_uri, username, error.retry_after
            )
        if person is None:
            await record_login_event(LoginOutcome.PASSWORD_REFUSED, self.provider.issuer, address_of(request), now)
            return self.pages.for_request(request).log_in_again(
                parameters, provider_request.payload.redirect_uri, username
            )
        attempt = LogInAttempt(request, provider_request, parameters, now)
        return await self._steps().after_password(attempt, person, username)

    async def second_factor(self, request: Request) -> Response:
        """Check the code of a person whose password was right, and redirect to the client."""
        now, form = self.clock(), await fields(request)
        parameters = [pair for pair in form if pair[0] not in CREDENTIALS]
        if not self.guard.is_same_origin(request.headers):
            return self.pages.for_request(request).form_refused()
        try:
            provider_request = self._request(request, parameters)
            await self.provider.requesting_client(provider_request, now)
        except OAuth2Error:
            return await self._refused(request, parameters, now)
        attempt, values = LogInAttempt(request, provider_request, parameters, now), dict(form)
        return await self._steps().answer(attempt, values.get("challenge", ""), values.get("code", ""))

    def _steps(self) -> SecondFactorSteps:
        return SecondFactorSteps(self.provider, self.factor_rule, self.pages, self.cookies, self._authorize)

    async def _authorize(self, provider_request: ProviderRequest, person: ProviderPerson, now: datetime) -> Response:
        """Redirect to the client with a code for the person."""
        return response_of(await self.provider.authorize(provider_request, person, now))

    async def token(self, request: Request) -> Response:
        """Return the tokens, or the error of the request."""
        try:
            provider_request = self._request(request, await fields(request))
        except OAuth2Error as error:
            return response_of(provider_response(*error(None)))
        return response_of(await self.provider.token(provider_request, self.clock()))

    async def userinfo(self, request: Request) -> Response:
        """Return who logged in, for the bearer of an access token."""
        return response_of(await self.provider.userinfo(request.headers.get("authorization", ""), self.clock()))

    async def about_token(self, endpoint: str, request: Request) -> Response:
        """End a token, or tell whether it works."""
        try:
            provider_request = self._request(request, await fields(request))
        except OAuth2Error as error:
            return response_of(provider_response(*error(None)))
        return response_of(await self.provider.about_token(endpoint, provider_request, self.clock()))

    async def end_session(self, request: Request) -> Response:
        """Log out and redirect."""
        parameters = await fields(request) if request.method == "POST" else request.query_params.multi_items()
        try:
            answer = await self.provider.end_session(self._request(request, parameters), self.clock())
        except OAuth2Error:
            return self.pages.for_request(request).bad_request()
        if answer is None:
            return self.pages.for_request(request).logged_out()
        return response_of(answer) if answer.location else self.pages.for_request(request).bad_request()

    def _request(self, request: Request, parameters: Parameters) -> ProviderRequest:
        # The public address and not the one behind a proxy: Authlib checks that it is secure.
        address = f"{self.provider.issuer}{request.url.path.removeprefix(PROVIDER_PATH)}"
        return ProviderRequest(request.method, address, request.headers, parameters)

    async def _refused(self, request: Request, parameters: Parameters, now: datetime) -> Response:
        """Redirect to the client with the error when the client is certain, otherwise show the person a page."""
        try:
            answer = await self.provider.authorize(self._request(request, parameters), None, now)
        except OAuth2Error:
            return self.pages.for_request(request).bad_request()
        return response_of(answer) if answer.location else self.pages.for_request(request).bad_request()


async def fields(request: Request) -> list[tuple[str, str]]:
    """Return the text fields of a form; files are ignored."""
    form = await read_form(request)
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]


def response_of(answer: ProviderResponse) -> Response:
    """Return the provider's answer as a response. A redirect after a form becomes a GET."""
    status = 303 if answer.status == 302 else answer.status
    return Response(answer.body, status, {"cache-control": "no-store", **answer.headers})
