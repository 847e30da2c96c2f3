"""The whole service on a real port, with the organisation in its database and people who listen to the change feed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx2
from starlette.applications import Starlette

from service.app import create_app
from service.development.drills.installation import session_headers
from service.resources import utc_now
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.event_streams import FOLLOW, EventStreamReader, event_stream
from tests.support.login.identity_service import free_port, served
from tests.support.organisation import OrganisationTemplate, SampleOrganisation


@dataclass
class ListeningService:
    """The served application, the organisation in its database, and its settings."""

    app: Starlette
    organisation: SampleOrganisation
    settings: Settings
    http: httpx2.AsyncClient

    async def session_headers(self, who: str) -> dict[str, str]:
        """Return the headers of a new session of a person."""
        account = self.organisation.rows[f"account_{who}"]
        return await session_headers(self.settings, account.pk, utc_now())

    @asynccontextmanager
    async def follow(self, who: str, query: str = FOLLOW, **variables: Any) -> AsyncIterator[EventStreamReader]:
        """Yield a stream of a person, in a session of its own, that has told that it is open."""
        async with event_stream(self.http, await self.session_headers(who), query, **variables) as stream:
            yield stream


@asynccontextmanager
async def listening_service(
    settings: Settings, organisation_template: OrganisationTemplate, **changed: Any
) -> AsyncIterator[ListeningService]:
    """Serve on a free port of the loopback."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    given = {"database_url": settings.application_url, "state_dir": settings.state_dir, "metrics_port": 0}
    own = load_settings(mode="test", port=port, host="127.0.0.1", **given | changed)
    app = create_app(own)
    async with served(app, port, lifespan="on"), httpx2.AsyncClient(base_url=address) as http:
        organisation = organisation_template.organisation_on(app.state.answering, app.state.reads)
        yield ListeningService(app, organisation, own, http)
