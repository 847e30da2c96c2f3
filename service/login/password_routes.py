"""The page on which people of the embedded provider change their own password."""

from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from auth.login.login_events import LoginOutcome
from auth.provider.embedded import EmbeddedProvider
from auth.provider.passwords import PasswordTooWeak
from auth.provider.throttle import TooManyAttempts
from auth.provider.users import ProviderPerson, log_in, set_password
from auth.sessions.assurance import session_assurance
from auth.sessions.sessions import COOKIE, open_session
from models.account import Account
from models.provider import ProviderUser
from models.session import Session
from service.http.forms import read_form
from service.login.authentication_context import AuthenticationContext, address_of
from service.login.login_pages import LoginPages
from service.login.undertaking_routes import log_in_redirect

PASSWORD_PATH = "/auth/password"  # noqa: S105 - a path


@dataclass(frozen=True)
class PasswordForm:
    """What a person typed."""

    old: str
    new: str
    again: str


@dataclass(frozen=True)
class OwnPassword:
    """The person of a session, as the embedded provider knows the person."""

    session: bytes
    account: Account
    user: ProviderUser

    @property
    def person(self) -> ProviderPerson:
        """The person, as tokens name the person."""
        return ProviderPerson(self.user.id)


class PasswordRefused(Exception):
    """The password is not changed; `sentence` says why and what to do, in the language of the person."""

    code = "PASSWORD_REFUSED"

    def __init__(self, sentence: str, status: int, retry_after: int | None = None) -> None:
        super().__init__("The password is not changed")
        self.sentence, self.status, self.retry_after = sentence, status, retry_after


@dataclass(frozen=True)
class PasswordRoutes:
    """The handlers of the page."""

    context: AuthenticationContext
    provider: EmbeddedProvider

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [Route(PASSWORD_PATH, self.show), Route(PASSWORD_PATH, self.change, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """Return the page."""
        own = await self._own(request)
        if own is None:
            return await self._elsewhere(request)
        return self._pages(own).password(own.user.username, self._csrf_token(own))

    async def change(self, request: Request) -> Response:
        """Change the password, end every other session and every refresh token, and go on in a new session."""
        own, value = await self._own(request), self.context.cookies.read(request, COOKIE)
        if own is None or value is None:
            return await self._elsewhere(request)
        sent, pages = await read_form(request), self._pages(own)
        if not self.context.is_own_form(request, sent, value):
            return pages.form_refused()
        form = PasswordForm(*(str(sent.get(name, "")) for name in ("old", "new", "again")))
        try:
            await self._set(request, own, form, pages)
        except PasswordRefused as refused:
            page = pages.password(own.user.username, self._csrf_token(own), refused.sentence, refused.status)
            if refused.retry_after is not None:
                page.headers["retry-after"] = str(refused.retry_after)
            return page
        return await self._go_on(request, own, pages)

    async def _set(self, request: Request, own: OwnPassword, form: PasswordForm, pages: LoginPages) -> None:
        """
        Set the new password.

        :raises PasswordRefused: when the old one is wrong, or the new one is not acceptable
        """
        now, username = self.context.clock(), own.user.username
        if form.new != form.again:
            raise PasswordRefused(pages.passwords_differ_sentence(), 400)
        try:
            known = await log_in(username, form.old, address_of(request), now)
        except TooManyAttempts as error:
            await self.context.record(LoginOutcome.THROTTLED, request, self.provider.issuer, own.account.id)
            raise PasswordRefused(pages.wait_sentence(error.retry_after), 429, error.retry_after) from None
        if known is None:
            await self.context.record(LoginOutcome.PASSWORD_REFUSED, request, self.provider.issuer, own.account.id)
            raise PasswordRefused(pages.wrong_password_sentence(), 403)
        if form.new == form.old:
            raise PasswordRefused(pages.same_password_sentence(), 400)
        try:
            await set_password(own.user.id, form.new, now)
        except PasswordTooWeak as weak:
            raise PasswordRefused(pages.weak_password_sentence(weak), 400) from None

    async def _go_on(self, request: Request, own: OwnPassword, pages: LoginPages) -> Response:
        """End every session of the person and open a new one in this browser."""
        now, session = self.context.clock(), await Session.get_or_none(id_hash=own.session)
        assurance = await session_assurance(own.session)
        await self.provider.end_everywhere(own.person, now)
        await self.context.record(LoginOutcome.PASSWORD_CHANGED, request, self.provider.issuer, own.account.id)
        response = pages.password_changed()
        if session is not None:
            lifetimes, hints = self.context.authenticator.lifetimes, self.context.hints
            id_token = hints.opened(session.id, session.id_token, now)
            value = await open_session(own.account.id, session.provider_sid, id_token, lifetimes, now, assurance, hints)
            self.context.cookies.put(response, COOKIE, value)
        return response

    async def _own(self, request: Request) -> OwnPassword | None:
        """Return the person of the session; None when nobody is logged in or the password is kept elsewhere."""
        current = await self.context.session_viewer(request)
        if current is None:
            return None
        account = await Account.get_or_none(id=current[1].account, issuer=self.provider.issuer)
        user = await ProviderUser.get_or_none(id=_id_of(account.subject or ""), disabled_at=None) if account else None
        return OwnPassword(current[0], account, user) if account and user else None

    async def _elsewhere(self, request: Request) -> Response:
        """Return the redirection to the log-in; for somebody who is logged in, that the password is kept elsewhere."""
        if await self.context.session_viewer(request) is None:
            return log_in_redirect(PASSWORD_PATH)
        return self.context.pages.for_request(request).password_elsewhere()

    def _csrf_token(self, own: OwnPassword) -> str:
        return self.context.authenticator.guard.token(own.session)

    def _pages(self, own: OwnPassword) -> LoginPages:
        return self.context.pages.in_language(own.account.language)


def _id_of(subject: str) -> UUID | None:
    try:
        return UUID(subject)
    except ValueError:
        return None
