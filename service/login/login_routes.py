"""The routes of log-in: to the provider, back into a session, and the data of the logged-in person."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from tortoise.connection import get_connection

from auth.accounts.undertaking import has_undertaken
from auth.authentication import NOT_AUTHENTICATED
from auth.login.authenticated_identity import AuthenticatedIdentity, KindNotServed, NoAccount, account_of
from auth.login.callback import LogInRefused
from auth.login.login import LOG_IN_LIFETIME, cookie_name, local_path
from auth.login.login_events import LoginOutcome
from auth.login.login_providers import LoginProvider
from auth.login.provider_metadata import CALLBACK, ProviderMisconfigured, ProviderUnavailable
from auth.login.provider_terms import MAIN
from auth.sessions.assurance import Assurance, session_assurance
from auth.sessions.sessions import COOKIE, end_session, open_session
from auth.viewer import Viewer
from models.account import Account
from resolvers.accounts.acceptance import InvitationRefused, accept_invitation, link_of, open_invitation
from resolvers.public_ids import public_id
from service.http.middleware import refusal
from service.http.page_layout import page_language
from service.http.walls.address_limit import networks_of
from service.http.walls.limits import Limited
from service.login.authentication_context import AuthenticationContext, address_of
from service.login.invitation_pages import InvitationPages
from service.login.login_pages import LOG_IN, LoginPages
from service.login.undertaking_routes import undertaking_address
from service.logs import log
from service.settings import Settings
from service.system_context import system_context_at


@dataclass(frozen=True)
class LoginRoutes:
    """The handlers of log-in."""

    context: AuthenticationContext
    settings: Settings

    def routes(self) -> list[BaseRoute]:
        """Return the routes."""
        return [
            Route(LOG_IN, self.begin),
            Route(CALLBACK, self.callback),
            Route(f"{CALLBACK}/{{provider}}", self.callback),
            Route("/auth/session", self.session),
        ]

    async def begin(self, request: Request) -> Response:
        """
        Redirect to the provider, or to the wanted page when the person is already logged in.

        Of several providers the person chooses one, unless `?provider=` names it.
        """
        now, go_to = self.context.clock(), local_path(request.query_params.get("next", "/"))
        if await self.context.authenticator.page_viewer(request, now):
            return RedirectResponse(go_to, 303)
        pages, providers = self.context.pages.for_request(request), self.context.providers
        name = request.query_params.get("provider")
        if name is None and len(providers.by_name) > 1:
            return pages.choose_provider(go_to)
        found = providers.first if name is None else providers.by_name.get(name)
        if found is None:
            return pages.choose_provider(go_to, is_unknown=True)
        if found.terms.request.is_pushed:  # each of these asks the provider something: not as often as somebody likes
            await request.app.state.limits.spend(Limited.LOGIN, networks_of(address_of(request)).own)
        try:
            begun_log_in = await found.log_in.begin(go_to, now, language=page_language(request))
        except (ProviderUnavailable, ProviderMisconfigured) as error:
            return _not_working(pages, found, error)
        response = RedirectResponse(begun_log_in.address, 303)
        self.context.cookies.put(
            response, begun_log_in.cookie, begun_log_in.sealed, int(LOG_IN_LIFETIME.total_seconds())
        )
        return response

    async def callback(self, request: Request) -> Response:
        """Log in the person who comes back from the provider, or answer with the page of the refusal."""
        now, cookies, pages = self.context.clock(), self.context.cookies, self.context.pages.for_request(request)
        found = self.context.providers.by_name.get(request.path_params.get("provider", MAIN))
        if found is None:
            return pages.choose_provider("/", is_unknown=True)
        cookie, issuer = cookie_name(request.query_params.get("state", "")), found.provider.issuer
        sealed = cookies.read(request, cookie)
        pages = replace(pages, language=found.log_in.language_of(sealed, now) or pages.language)
        try:
            identity = await found.log_in.finish(sealed, request.query_params, now)
            if identity.invitation:
                await self._accept_invitation(request, identity)
            account = await account_of(identity)
        except InvitationRefused as refused:
            await self.context.record(LoginOutcome.INVITATION_REFUSED, request, issuer)
            return InvitationPages(pages).refused(refused.reason)
        except (ProviderUnavailable, ProviderMisconfigured) as error:
            return _not_working(pages, found, error)
        except LogInRefused as error:
            log.warning("log-in refused", code=error.code, outcome=error.reason)
            await self.context.record(LoginOutcome.REFUSED, request, issuer)
            return pages.log_in_refused(error.cause)
        except KindNotServed as error:
            await self.context.record(LoginOutcome.REFUSED, request, issuer, error.account)
            return pages.wrong_provider()
        except NoAccount as error:
            outcome = LoginOutcome.DISABLED if error.account else LoginOutcome.NO_ACCOUNT
            await self.context.record(outcome, request, issuer, error.account)
            return pages.no_account()
        response = await self._open_session(request, identity, account)
        cookies.remove(response, cookie)
        return response

    async def _accept_invitation(self, request: Request, identity: AuthenticatedIdentity) -> None:
        """
        Bind the person who has just logged in to the account of the invitation with which the log-in began.

        :raises InvitationRefused: when it cannot be accepted, or this provider does not identify people of its kind
        """
        commands = system_context_at(self.settings, self.context.clock())
        query = dict(parse_qsl(identity.invitation or ""))
        link = link_of(query.get("for", ""), query.get("code", ""))
        invited = await open_invitation(commands, link, get_connection("default"))
        if invited.kind not in identity.kinds:
            raise InvitationRefused("WRONG_PROVIDER")
        account = await accept_invitation(commands, link, identity.issuer, identity.subject)
        await self.context.record(LoginOutcome.INVITATION_ACCEPTED, request, identity.issuer, account)

    async def _open_session(self, request: Request, identity: AuthenticatedIdentity, account: Account) -> Response:
        """Open a session with a new id and end the browser's previous session."""
        now, cookies, lifetimes = self.context.clock(), self.context.cookies, self.context.authenticator.lifetimes
        if previous := cookies.read(request, COOKIE):
            await end_session(previous)
        value = await open_session(
            account.id, identity.sid, identity.id_token, lifetimes, now, identity.assurance, self.context.hints
        )
        await self.context.record(LoginOutcome.LOGGED_IN, request, identity.issuer, account.id)
        is_done = await has_undertaken(account, now)
        response = RedirectResponse(identity.go_to if is_done else undertaking_address(identity.go_to), 303)
        cookies.put(response, COOKIE, value)
        return response

    async def session(self, request: Request) -> Response:
        """Return the logged-in person and the CSRF token for changes, for our own pages."""
        current = await self.context.session_viewer(request)
        if current is None:
            return refusal(NOT_AUTHENTICATED.code, NOT_AUTHENTICATED.status, NOT_AUTHENTICATED.text)
        session, viewer = current
        assurance = _assurance_fields(await session_assurance(session))
        token = self.context.authenticator.guard.token(session)
        return JSONResponse({**_session_fields(viewer), "assurance": assurance, "csrfToken": token})


def _not_working(
    pages: LoginPages, found: LoginProvider, error: ProviderUnavailable | ProviderMisconfigured
) -> Response:
    """Return the page for a provider that does not answer, or that does not fit the settings."""
    log.warning("provider not usable", code=error.code, provider=found.terms.name, outcome=getattr(error, "reason", ""))
    return pages.misconfigured() if isinstance(error, ProviderMisconfigured) else pages.provider_down()


def _assurance_fields(assurance: Assurance) -> dict[str, object]:
    """Return how surely the person of the session was identified."""
    at = assurance.authenticated_at
    return {
        "acr": assurance.acr,
        "amr": list(assurance.amr),
        "authenticatedAt": at.isoformat() if at else None,
        "isStrong": assurance.is_strong,
    }


def _session_fields(viewer: Viewer) -> dict[str, object]:
    """Return the data of a viewer that the viewer's own page may use."""
    return {
        "account": public_id("account", viewer.account),
        "name": viewer.name,
        "kind": viewer.kind,
        "language": viewer.language,
        "mayEnter": viewer.may_enter,
        "roles": sorted(viewer.everywhere | viewer.units.keys()),
    }
