"""The routes of invitations: the page behind the link, and the account that is taken into use."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from auth.accounts.one_time_links import INVITATION_PATH, OneTimeLink
from auth.login.login import LOG_IN_LIFETIME
from auth.login.login_events import LoginOutcome
from auth.login.login_providers import LoginProvider
from auth.login.provider_metadata import ProviderMisconfigured, ProviderUnavailable
from auth.login.provider_terms import MAIN
from auth.provider.embedded import EmbeddedProvider
from auth.provider.passwords import PasswordTooWeak
from auth.provider.users import create_user
from resolvers.accounts.acceptance import InvitationRefused, OpenInvitation, accept_invitation, link_of, open_invitation
from resolvers.catalogues import translated
from resolvers.context import CommandContext
from service.http.forms import read_form
from service.login.authentication_context import AuthenticationContext
from service.login.invitation_pages import InvitationPages
from service.settings import Settings
from service.system_context import system_context_at

BEGIN_PATH = f"{INVITATION_PATH}/log-in"
SHORTEST_NAME, LONGEST_NAME = 3, 100  # characters of a user name


@dataclass(frozen=True)
class InvitationRoutes:
    """The handlers of the pages. `provider` is the embedded provider, None when it is off."""

    context: AuthenticationContext
    settings: Settings
    provider: EmbeddedProvider | None

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route(INVITATION_PATH, self.show),
            Route(INVITATION_PATH, self.accept, methods=["POST"]),
            Route(BEGIN_PATH, self.begin),
        ]

    async def show(self, request: Request) -> Response:
        """Return the page of an invitation: where a password is chosen, or from where one logs in."""
        commands, query = self._commands(), request.query_params
        try:
            link = link_of(query.get("for", ""), query.get("code", ""))
            invited = await open_invitation(commands, link, get_connection("default"))
        except InvitationRefused as refused:
            return await self._refused(request, refused)
        pages = self._pages(invited.language)
        if self._has_password_here(invited):
            return pages.choose_password(link)
        return pages.choose_log_in([self._choice(found, link, pages) for found in self._providers_of(invited)])

    async def accept(self, request: Request) -> Response:
        """Give an invited person a user name and a password at the embedded provider, and open the account."""
        form, commands = await read_form(request), self._commands()
        try:
            link = link_of(str(form.get("for", "")), str(form.get("code", "")))
            invited = await open_invitation(commands, link, get_connection("default"))
        except InvitationRefused as refused:
            return await self._refused(request, refused)
        pages, username = self._pages(invited.language), str(form.get("username", "")).strip()
        if not self.context.authenticator.guard.is_same_origin(request.headers) or self.provider is None:
            return pages.pages.form_refused()
        if problem := problem_of(pages, username, str(form.get("new", "")), str(form.get("again", ""))):
            return pages.choose_password(link, username, problem, 400)
        try:
            account = await opened_account(commands, link, self.provider.issuer, username, str(form.get("new", "")))
        except PasswordTooWeak as weak:
            return pages.choose_password(link, username, pages.pages.weak_password_sentence(weak), 400)
        except IntegrityError:
            return pages.choose_password(link, username, pages.name_taken_sentence(), 409)
        except InvitationRefused as refused:
            return await self._refused(request, refused)
        await self.context.record(LoginOutcome.INVITATION_ACCEPTED, request, self.provider.issuer, account)
        return RedirectResponse("/auth/login?next=/", 303)

    async def begin(self, request: Request) -> Response:
        """Redirect an invited person to an identity provider; the invitation travels sealed through the log-in."""
        commands, query = self._commands(), request.query_params
        try:
            link = link_of(query.get("for", ""), query.get("code", ""))
            invited = await open_invitation(commands, link, get_connection("default"))
        except InvitationRefused as refused:
            return await self._refused(request, refused)
        pages, name = self._pages(invited.language).pages, query.get("provider", MAIN)
        found = next((one for one in self._providers_of(invited) if one.terms.name == name), None)
        if found is None:
            return pages.wrong_provider()
        try:
            begun = await found.log_in.begin("/", commands.now, link.query(), invited.language)
        except ProviderUnavailable:
            return pages.provider_down()
        except ProviderMisconfigured:
            return pages.misconfigured()
        response = RedirectResponse(begun.address, 303)
        self.context.cookies.put(response, begun.cookie, begun.sealed, int(LOG_IN_LIFETIME.total_seconds()))
        return response

    async def _refused(self, request: Request, refused: InvitationRefused) -> Response:
        """Record that an invitation was refused, and return the page that says what to do."""
        issuer = self.context.providers.first.provider.issuer
        await self.context.record(LoginOutcome.INVITATION_REFUSED, request, issuer)
        return InvitationPages(self.context.pages.for_request(request)).refused(refused.reason)

    def _commands(self) -> CommandContext:
        return system_context_at(self.settings, self.context.clock())

    def _pages(self, language: str) -> InvitationPages:
        return InvitationPages(self.context.pages.in_language(language))

    def _providers_of(self, invited: OpenInvitation) -> list[LoginProvider]:
        return [one for one in self.context.providers.by_name.values() if invited.kind in one.terms.kinds]

    def _has_password_here(self, invited: OpenInvitation) -> bool:
        """Return whether people of this kind log in at the embedded provider alone."""
        issuers = {one.provider.issuer for one in self._providers_of(invited)}
        return self.provider is not None and issuers == {self.provider.issuer}

    def _choice(self, found: LoginProvider, link: OneTimeLink, pages: InvitationPages) -> tuple[str, str]:
        """Return the title of a provider, and the address that begins the log-in there."""
        title = found.terms.titles.get(pages.language) or translated("Log in", pages.language)
        return title, f"{BEGIN_PATH}?{link.query()}&{urlencode({'provider': found.terms.name})}"


def problem_of(pages: InvitationPages, username: str, new: str, again: str) -> str:
    """Return what is wrong with a form, in the language of the person; empty when nothing is."""
    if not SHORTEST_NAME <= len(username) <= LONGEST_NAME:
        return pages.name_missing_sentence()
    return pages.pages.passwords_differ_sentence() if new != again else ""


async def opened_account(
    commands: CommandContext, link: OneTimeLink, issuer: str, username: str, password: str
) -> UUID:
    """
    Return the id of the account, bound in one transaction with a new person of the embedded provider.

    :raises InvitationRefused: when the invitation was used meanwhile
    :raises IntegrityError: when somebody else has the user name
    """
    async with in_transaction():
        person = await create_user(username, password, commands.now)
        return await accept_invitation(commands, link, issuer, person.subject)
