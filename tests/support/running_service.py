"""The whole service over HTTP, and its people logged in: each with a session, an origin and a CSRF token."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx2
from starlette.applications import Starlette

from auth.sessions.sessions import Lifetimes, open_session
from auth.tokens.random_tokens import token_digest
from service.app import create_app
from service.login.identity import identity
from service.resources import utc_now
from service.settings import Settings
from tests.support.organisation import OrganisationTemplate, SampleOrganisation
from tests.support.queries.shipped import ship

LIFETIMES = Lifetimes(timedelta(hours=1), timedelta(hours=8))
PDF = (
    b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \n"
    b"trailer <</Root 1 0 R /Size 3>>\nstartxref\n106\n%%EOF\n"
)


@dataclass
class SessionClient:
    """An HTTP client with the session of one person."""

    http: httpx2.AsyncClient
    headers: dict[str, str]

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Return the data of an answer without errors."""
        body = {"query": ship(query), "variables": variables}
        answer = (await self.http.post("/graphql", json=body, headers=self.headers)).json()
        assert "errors" not in answer, answer
        return dict(answer["data"])

    async def announce(
        self,
        object_id: str,
        content: bytes = PDF,
        name: str = "lausunto.pdf",
        media_type: str = "application/pdf",
        **other: Any,
    ) -> dict[str, Any]:
        """Announce a file to an object and return the payload."""
        query = """mutation A($i: AttachInput!, $k: String) { attach(input: $i, idempotencyKey: $k) {
          attachmentId uploadLink errors { code path message } } }"""
        key = other.pop("key", None)
        given = {
            "objectId": object_id,
            "name": name,
            "mediaType": media_type,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            **other,
        }
        return dict((await self.ask(query, i=given, k=key))["attach"])

    async def put(self, link: str, content: Any = PDF, **headers: str) -> httpx2.Response:
        """Send bytes to a link."""
        return await self.http.put(link, content=content, headers=self.headers | headers)

    async def attach(self, object_id: str, content: bytes = PDF, **other: Any) -> str:
        """Attach a file and return its id."""
        announced = await self.announce(object_id, content, **other)
        assert announced["errors"] == [], announced
        assert (await self.put(announced["uploadLink"], content)).status_code == 204
        return str(announced["attachmentId"])

    async def files(self, object_id: str) -> list[dict[str, Any]] | None:
        """Return the files of an object as its field shows them; None when they, or it, are hidden."""
        kinds = ("Client", "Referral", "Contract", "CoachingNote")
        shown = "attachments { id name mediaType size sha256 addedAt addedBy link }"
        parts = " ".join(f"... on {kind} {{ {shown} }}" for kind in kinds)
        node = (await self.ask(f"query F($id: ID!) {{ node(id: $id) {{ {parts} }} }}", id=object_id))["node"]
        return None if node is None else node["attachments"]


@dataclass
class RunningService:
    """The served application, the organisation in its database, and its settings."""

    app: Starlette
    organisation: SampleOrganisation
    settings: Settings

    @asynccontextmanager
    async def log_in(self, who: str) -> AsyncIterator[SessionClient]:
        """Yield a client with the session of a person."""
        account = self.organisation.rows[f"account_{who}"]
        value = await open_session(account.pk, None, "", LIFETIMES, utc_now())
        found = identity(self.settings).authenticator
        headers = {"origin": self.settings.public_url, "x-csrf-token": found.guard.token(token_digest(value))}
        transport = httpx2.ASGITransport(app=self.app, raise_app_exceptions=False)
        cookies = {found.cookies.name("session"): value}
        async with httpx2.AsyncClient(
            transport=transport, base_url=self.settings.public_url, cookies=cookies
        ) as client:
            yield SessionClient(client, headers)


@asynccontextmanager
async def running_service(
    settings: Settings, organisation_template: OrganisationTemplate
) -> AsyncIterator[RunningService]:
    """Start the service with the organisation in its database."""
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        yield RunningService(app, organisation_template.organisation_on(app.state.answering, app.state.reads), settings)
