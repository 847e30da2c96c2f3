"""The system of an agency that may ask listed documents only: real tokens, the service's documents and its own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest

from auth.viewer import Viewer
from schema.execution.documents import document_digest
from schema.execution.trusted import DocumentNotTrusted, TrustedDocuments
from service.app import create_app
from service.examples import EXAMPLES, read_example
from service.resources import utc_now
from service.settings_loading import load_settings
from tests.support.login.agency_clients import Registration, create_agency_client
from tests.support.login.identity_service import served
from tests.support.organisation import NOBODY, OrganisationTemplate, SampleOrganisation
from workflow.roles import AccountKind

OWN = "query OwnReferrals {\n  referrals(first: 20) {\n    nodes {\n      id\n      state\n    }\n  }\n}"
OTHER = "{ viewer { name scopes } }"
SHIPPED = read_example("states", (EXAMPLES / "agency-referral-states.graphql").read_text("utf-8")).document
SINCE = {"jalkeen": "2026-01-01T00:00:00Z"}
BIND = """mutation B($input: UpdateAgencyClientInput!) { updateAgencyClient(input: $input) {
  agencyClient { revision listedDocumentsOnly documents { name } } errors { code path message } } }"""


@dataclass
class System:
    """The system of an agency with a token, and the organisation whose administrator lists its documents."""

    http: httpx2.AsyncClient
    organisation: SampleOrganisation
    client: str
    revision: int = field(default=1)

    async def post(self, text: str | None = None, digest: str | None = None, **variables: Any) -> dict[str, Any]:
        """Return the answer to a text, to a digest, or to both."""
        named = {"persistedQuery": {"version": 1, "sha256Hash": digest}}
        body = {"query": text, "variables": variables} | ({"extensions": named} if digest else {})
        answer = await self.http.post("/graphql", json={key: value for key, value in body.items() if value is not None})
        return dict(answer.json())

    async def bind(self, who: str = "administrator", **given: Any) -> dict[str, Any]:
        """Let somebody change what the system may ask, and return the payload."""
        asked = {"id": self.client, "revision": self.revision, **given}
        done = (await self.organisation.data(who, BIND, input=asked))["updateAgencyClient"]
        self.revision = done["agencyClient"]["revision"] if not done["errors"] else self.revision
        return dict(done)


def code(answer: dict[str, Any]) -> str:
    """Return the code by which a request was refused."""
    assert "data" not in answer
    return str(answer["errors"][0]["extensions"]["code"])


@pytest.fixture
async def system(
    database_copy: str, organisation_template: OrganisationTemplate, tmp_path: Path, free_port: int
) -> AsyncIterator[System]:
    issuer = f"http://127.0.0.1:{free_port}/provider"
    settings = load_settings(
        mode="test",
        database_url=database_copy,
        state_dir=tmp_path / "state",
        metrics_port=0,
        port=free_port,
        host="127.0.0.1",
        embedded_provider=True,
        oidc_issuer=issuer,
    )
    app = create_app(settings)
    async with served(app, free_port, "on"), httpx2.AsyncClient(base_url=settings.public_url) as http:
        organisation = organisation_template.organisation_on(app.state.answering, app.state.reads)
        organisation.now = utc_now()
        given = Registration("Lähetejärjestelmä", organisation.rows["agency_x"].pk, issuer, ("referrals:read",))
        made = await create_agency_client(given, NOBODY, organisation.now)
        asked, credentials = {"grant_type": "client_credentials"}, (made.client.public_id, str(made.secret))
        token = (await http.post("/provider/token", data=asked, auth=credentials)).json()["access_token"]
        http.headers["authorization"] = f"Bearer {token}"
        yield System(http, organisation, f"agency_client_{made.client.pk.hex}")


async def test_a_system_is_free_until_it_is_bound_and_bound_from_the_next_request_on(system: System) -> None:
    before = await system.post(OTHER)

    bound = await system.bind(listedDocumentsOnly=True)
    refused, shipped = await system.post(OTHER), await system.post(SHIPPED, **SINCE)
    by_digest = await system.post(digest=document_digest(SHIPPED), **SINCE)
    await system.bind(listedDocumentsOnly=False)
    after = await system.post(OTHER)

    assert before["data"]["viewer"]["scopes"] == after["data"]["viewer"]["scopes"] == ["referrals:read"]
    assert bound["agencyClient"] == {"revision": 2, "listedDocumentsOnly": True, "documents": []}
    assert code(refused) == "DOCUMENT_NOT_TRUSTED"
    assert shipped == by_digest == {"data": shipped["data"]}
    assert shipped["data"]["referrals"]["nodes"] == []


async def test_the_documents_of_a_system_are_asked_as_apollo_asks_them(system: System) -> None:
    digest = document_digest(OWN)
    await system.bind(listedDocumentsOnly=True)
    unknown = await system.post(digest=digest)
    unlisted = await system.post(OWN, digest)

    await system.bind(documents=[{"name": "Omat lähetteet", "text": OWN}])
    alone, beside = await system.post(digest=digest), await system.post(OWN, digest)
    padded = await system.post(f"\n{OWN}\n")

    assert (code(unknown), code(unlisted)) == ("PERSISTED_QUERY_NOT_FOUND", "DOCUMENT_NOT_TRUSTED")
    assert alone == beside == padded == {"data": {"referrals": {"nodes": []}}}
    assert code(await system.post(OTHER)) == "DOCUMENT_NOT_TRUSTED"
    assert code(await system.post("{ __schema { types { name } } }")) == "DOCUMENT_NOT_TRUSTED"


async def test_a_document_of_many_lines_is_listed(system: System) -> None:
    asked = "nodes { id state revision modifiedAt firstNames lastName goals background dueOn receivedAt } totalCount"
    fields = "".join(f"\n  field{number}: referrals(first: 1) {{ {asked} }}" for number in range(20))
    long = f"query Long {{{fields}\n}}"

    done = await system.bind(listedDocumentsOnly=True, documents=[{"name": "Pitkä", "text": long}])

    assert len(long) > 2_400
    assert done["errors"] == []
    assert len((await system.post(digest=document_digest(long)))["data"]) == 20


async def test_what_is_listed_for_one_system_is_nobody_elses(system: System) -> None:
    organisation = system.organisation
    await system.bind(listedDocumentsOnly=True)
    given = Registration("Toinen", organisation.rows["agency_x"].pk, "https://elsewhere.example", ("referrals:read",))
    other = await create_agency_client(given, NOBODY, organisation.now)
    await type(other.client).filter(pk=other.client.pk).update(documents=[{"name": "Toisen", "text": OWN}])

    assert code(await system.post(OWN)) == "DOCUMENT_NOT_TRUSTED"
    assert code(await system.post(digest=document_digest(OWN))) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ([{"name": "Rikki", "text": "query {"}], "DOCUMENT_UNREADABLE"),
        ([{"name": "Osa", "text": "fragment F on Referral { id }"}], "DOCUMENT_UNREADABLE"),
        ([{"name": str(number), "text": OWN} for number in range(101)], "TOO_MANY"),
    ],
)
async def test_what_is_no_document_is_not_listed(system: System, documents: list[Any], expected: str) -> None:
    done = await system.bind(documents=documents)

    assert [(error["code"], error["path"]) for error in done["errors"]] == [(expected, ["documents"])]


@pytest.mark.parametrize("who", ["supervisor_a", "manager", "official_x", "coach_a"])
async def test_nobody_but_an_administrator_lists_documents(system: System, who: str) -> None:
    done = await system.bind(who, listedDocumentsOnly=True)

    assert {error["code"] for error in done["errors"]} <= {"NOT_FOUND", "FORBIDDEN_FIELD"}
    assert done["errors"]
    assert "viewer" in (await system.post(OTHER))["data"]


@pytest.mark.parametrize(
    ("sent", "is_listed"),
    [
        ("query A {\r\n  viewer { name }\r\n}\r\n", True),
        ("  query A {\n  viewer { name }\n}", True),
        ("query A {\n  viewer { kind }\n}", False),
        ("query A {\n  viewer { name }\n}\0", False),
    ],
)
def test_a_text_is_listed_as_it_is_stored(sent: str, is_listed: bool) -> None:
    stored = "query A {\n  viewer { name }\n}"
    viewer = Viewer(UUID(int=1), AccountKind.AGENCY, 1, "System", documents=(stored,))
    trusted = TrustedDocuments(binds=lambda _: True)

    if is_listed:
        assert trusted.text(sent, None, viewer) == sent
    else:
        with pytest.raises(DocumentNotTrusted):
            trusted.text(sent, None, viewer)
