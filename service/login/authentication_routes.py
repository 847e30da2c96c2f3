"""What all who handle somebody at the door share: who it is, whether a form is ours, and the record of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from starlette.datastructures import FormData
from starlette.requests import Request

from auth.authentication import Authenticator
from auth.login.login import LogIn
from auth.login.login_events import LoginOutcome, record_login_event
from auth.login.logout import LogOut
from auth.sessions.cookies import Cookies
from auth.sessions.csrf import CSRF_FIELD
from auth.tokens.random_tokens import token_digest
from auth.viewer import Viewer
from service.login.login_pages import LoginPages


@dataclass(frozen=True)
class AuthenticationRoutes:
    """Log-in, log-out and the pages around them. `clock` is the only thing here that knows what time it is."""

    log_in: LogIn
    log_out: LogOut
    authenticator: Authenticator
    pages: LoginPages
    clock: Callable[[], datetime]

    @property
    def cookies(self) -> Cookies:
        """The cookies of the service."""
        return self.authenticator.cookies

    async def who(self, request: Request) -> tuple[bytes, Viewer] | None:
        """Return the hash of the session id and whose it is, None for somebody who is not logged in."""
        session = self.authenticator.session(request)
        viewer = await self.authenticator.page_viewer(request, self.clock())
        return (session, viewer) if session and viewer else None

    def is_ours(self, request: Request, form: FormData, session: str) -> bool:
        """Tell whether a form was sent by a page of ours in the session with this id."""
        guard, token = self.authenticator.guard, form.get(CSRF_FIELD)
        if not guard.is_same_origin(request.headers) or not isinstance(token, str):
            return False
        return guard.is_token(token, token_digest(session))

    async def note(self, outcome: LoginOutcome, request: Request, account: UUID | None = None) -> None:
        """Record what happened."""
        await record_login_event(outcome, self.log_in.provider.issuer, address_of(request), self.clock(), account)


def address_of(request: Request) -> str:
    """Return the address that the request came from, `unknown` for a unix socket."""
    return request.client.host if request.client else "unknown"
