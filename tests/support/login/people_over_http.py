"""People of the organisation as a running service knows them: by log-in in a browser, and one system by its token."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from auth.provider.users import create_user
from service.app import create_app
from service.resources import utc_now
from service.settings import Settings
from tests.support.login.agency_clients import Registration, create_agency_client
from tests.support.login.form_browser import FormBrowser
from tests.support.login.identity_service import served
from tests.support.login.providers import PASSWORD
from tests.support.organisation import NOBODY, OrganisationTemplate, SampleOrganisation
from tests.support.queries.shipped import ship

SYSTEM = "system_x"  # of agency X
SCOPES = ("attendance:read", "referrals:read", "referrals:write", "reports:read")
TOKEN_LIFE = timedelta(minutes=4)


@dataclass
class DayClock:
    """A clock that a test sets to a day; it goes on from there as real time does."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def set(self, moment: datetime) -> None:
        """Let it be `moment` now."""
        self.ahead = moment - datetime.now(UTC)


@dataclass
class PeopleOverHTTP:
    """Everybody asks over HTTP and nothing else. Whoever has no session, or an old one, logs in first."""

    organisation: SampleOrganisation
    settings: Settings
    clock: DayClock
    client: tuple[str, str]  # id and secret of the system
    open: AsyncExitStack = field(default_factory=AsyncExitStack)
    browsers: dict[str, tuple[FormBrowser, str]] = field(default_factory=dict)  # with the CSRF token of the session
    known: set[str] = field(default_factory=set)  # at the identity provider
    token: tuple[str, datetime] | None = None

    async def ask(self, who: str, document: str, **variables: Any) -> dict[str, Any]:
        """Return the data of an answer that must have no errors."""
        asked = {"query": ship(document), "variables": variables}
        answer = await (self._by_token(asked) if who == SYSTEM else self._by_session(who, asked))
        assert answer.status_code == 200, answer.text
        found = answer.json()
        assert "errors" not in found, found["errors"]
        return dict(found["data"])

    async def _by_token(self, asked: dict[str, Any]) -> httpx2.Response:
        async with httpx2.AsyncClient() as http:
            if self.token is None or self.token[1] <= self.clock():
                form = {"grant_type": "client_credentials", "scope": " ".join(SCOPES)}
                given = await http.post(f"{self.settings.oidc_issuer}/token", data=form, auth=self.client)
                self.token = given.json()["access_token"], self.clock() + TOKEN_LIFE
            headers = {"authorization": f"Bearer {self.token[0]}"}
            return await http.post(f"{self.settings.public_url}/graphql", json=asked, headers=headers)

    async def _by_session(self, who: str, asked: dict[str, Any]) -> httpx2.Response:
        if who in self.browsers:
            answer = await self._post(*self.browsers[who], asked)
            if answer.status_code != 401:  # the night ended the session
                return answer
        self.browsers[who] = await self._logged_in(who)
        return await self._post(*self.browsers[who], asked)

    async def _post(self, browser: FormBrowser, token: str, asked: dict[str, Any]) -> httpx2.Response:
        headers = {"origin": self.settings.public_url, "x-csrf-token": token}
        return await browser.http.post(f"{self.settings.public_url}/graphql", json=asked, headers=headers)

    async def _logged_in(self, who: str) -> tuple[FormBrowser, str]:
        if who not in self.known:
            person = await create_user(who, PASSWORD, self.clock())
            account = self.organisation.rows[f"account_{who}"]
            account.issuer, account.subject = self.settings.oidc_issuer, person.subject
            await account.save(update_fields=["issuer", "subject"])
            self.known.add(who)
        browser = await self.open.enter_async_context(FormBrowser())
        await browser.log_in(f"{self.settings.public_url}/auth/login?next=/", who, PASSWORD)
        session = await browser.step(f"{self.settings.public_url}/auth/session")
        return browser, str(session.json()["csrfToken"])


def _told_by(clock: Callable[[], datetime]) -> datetime:
    return clock()


@asynccontextmanager
async def people_over_http(
    settings: Settings, template: OrganisationTemplate, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[PeopleOverHTTP]:
    """Serve the whole service at a clock that can be set; `settings` have the embedded provider at `oidc_issuer`."""
    clock = DayClock()
    # The one clock of the service tells this time: every module that has taken the function has this very object.
    monkeypatch.setattr(utc_now, "__code__", _told_by.__code__)
    monkeypatch.setattr(utc_now, "__defaults__", (clock,))
    app = create_app(settings)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(served(app, settings.port, "on"))
        organisation = template.organisation_on(app.state.answering, app.state.reads)
        given = Registration("Järjestelmä", organisation.rows["agency_x"].pk, settings.oidc_issuer, SCOPES)
        made = await create_agency_client(given, NOBODY, organisation.now)
        clock.set(organisation.now)
        yield PeopleOverHTTP(organisation, settings, clock, (made.client.public_id, str(made.secret)), stack)
