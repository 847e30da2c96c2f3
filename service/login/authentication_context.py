"""The shared parts of the log-in routes: the current viewer, the check of forms, and the log-in events."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from starlette.datastructures import FormData
from starlette.requests import Request

from auth.authentication import Authenticator
from auth.login.login_events import LoginOutcome, record_login_event
from auth.login.login_providers import LoginProviders
from auth.sessions.cookies import Cookies
from auth.sessions.csrf import CSRF_FIELD
from auth.sessions.log_out_hints import LogOutHints
from auth.tokens.random_tokens import token_digest
from auth.viewer import Viewer
from service.login.login_pages import LoginPages


@dataclass(frozen=True)
class AuthenticationContext:
    """The objects that the handlers of log-in and log-out share. Only `clock` gives them the current time."""

    providers: LoginProviders
    authenticator: Authenticator
    pages: LoginPages
    clock: Callable[[], datetime]
    hints: LogOutHints

    @property
    def cookies(self) -> Cookies:
        """The cookies of the service."""
        return self.authenticator.cookies

    @property
    def logged_out_uri(self) -> str:
        """The address of the page after log-out, the same for every provider."""
        return self.providers.first.party.logged_out_uri

    async def session_viewer(self, request: Request) -> tuple[bytes, Viewer] | None:
        """Return the hash of the session id and the viewer of the session; None when nobody is logged in."""
        session = self.authenticator.session(request)
        viewer = await self.authenticator.page_viewer(request, self.clock())
        return (session, viewer) if session and viewer else None

    def is_own_form(self, request: Request, form: FormData, session: str) -> bool:
        """Return whether a form was sent by our own page in the session with this id."""
        guard, token = self.authenticator.guard, form.get(CSRF_FIELD)
        if not guard.is_same_origin(request.headers) or not isinstance(token, str):
            return False
        return guard.is_token(token, token_digest(session))

    async def record(self, outcome: LoginOutcome, request: Request, issuer: str, account: UUID | None = None) -> None:
        """Record an event of a log-in at this issuer."""
        await record_login_event(outcome, issuer, address_of(request), self.clock(), account)


def address_of(request: Request) -> str:
    """Return the address of the client, `unknown` for a unix socket."""
    return request.client.host if request.client else "unknown"
