"""The routes of links with which a person sets a new password, when the old one is forgotten."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from tortoise.connection import get_connection

from auth.accounts.one_time_links import PASSWORD_PATH, OneTimeLink, is_password_link
from auth.login.login_events import LoginOutcome
from auth.provider.embedded import EmbeddedProvider
from auth.provider.passwords import PasswordTooWeak
from auth.provider.users import ProviderPerson, set_password
from models.account import Account
from models.provider import ProviderUser
from models.session import Session
from resolvers.accounts.accounts import provider_user_of
from resolvers.public_ids import object_uuid
from service.http.forms import read_form
from service.login.authentication_context import AuthenticationContext
from service.login.invitation_pages import InvitationPages
from service.settings import Settings
from service.system_context import system_context_at
from workflow.account import ACTIVE_ACCOUNT_STATES


@dataclass(frozen=True)
class ForgottenPassword:
    """A link that works, with the account and the person whose password it sets."""

    link: OneTimeLink
    account: Account
    user: ProviderUser


@dataclass(frozen=True)
class PasswordLinkRoutes:
    """The handlers of the page."""

    context: AuthenticationContext
    settings: Settings
    provider: EmbeddedProvider

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [Route(PASSWORD_PATH, self.show), Route(PASSWORD_PATH, self.change, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """Return the page on which a person sets a new password."""
        query = request.query_params
        found = await self._found(query.get("for", ""), query.get("code", ""))
        return self._pages(found).set_password(found.link) if found else self._refused(request)

    async def change(self, request: Request) -> Response:
        """Set the new password, and log the person out everywhere."""
        form, now = await read_form(request), self.context.clock()
        found = await self._found(str(form.get("for", "")), str(form.get("code", "")))
        if found is None:
            return self._refused(request)
        pages, password = self._pages(found), str(form.get("new", ""))
        if not self.context.authenticator.guard.is_same_origin(request.headers):
            return pages.pages.form_refused()
        if password != form.get("again"):
            return pages.set_password(found.link, pages.pages.passwords_differ_sentence(), 400)
        try:
            await set_password(found.user.id, password, now)
        except PasswordTooWeak as weak:
            return pages.set_password(found.link, pages.pages.weak_password_sentence(weak), 400)
        await Session.filter(account_id=found.account.id).delete()
        await self.provider.end_everywhere(ProviderPerson(found.user.id), now)
        await self.context.record(LoginOutcome.PASSWORD_CHANGED, request, self.provider.issuer, found.account.id)
        return pages.password_set()

    async def _found(self, target: str, code: str) -> ForgottenPassword | None:
        """Return what a link opens; None when it is too old, was used, or its account is not in use."""
        commands, account_id = system_context_at(self.settings, self.context.clock()), object_uuid("account", target)
        if account_id is None:
            return None
        link = OneTimeLink("account", account_id, code)
        account = await Account.get_or_none(id=account_id, state__in=ACTIVE_ACCOUNT_STATES)
        user = await provider_user_of(account, commands, get_connection("default")) if account else None
        if account is None or user is None:
            return None
        is_valid = is_password_link(commands.keyring, link, user.password_changed_at, account.epoch, commands.now)
        return ForgottenPassword(link, account, user) if is_valid else None

    def _pages(self, found: ForgottenPassword) -> InvitationPages:
        return InvitationPages(self.context.pages.in_language(found.account.language))

    def _refused(self, request: Request) -> Response:
        return InvitationPages(self.context.pages.for_request(request)).refused("UNKNOWN")
