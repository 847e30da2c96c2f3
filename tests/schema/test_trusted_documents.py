"""The documents of the generic pages: made of every declaration, valid, answered by digest alone."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest

from schema.execution.documents import Document, Documents, document_digest
from schema.trusted.documents import all_documents, type_documents
from service.resources import schema_and_content_types
from service.settings import Settings
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import RunningService, SessionClient, running_service

LISTED = {"first": 2}


def digest_of(name: str, task: str) -> str:
    """Return the digest of a document of the pages of a type."""
    types = schema_and_content_types()[1]
    type_ = next(t for t in types.values() if t.name == name)
    return next(d.digest for d in type_documents(type_, types) if d.task == task)


def by_digest(digest: str, **variables: Any) -> dict[str, Any]:
    """Return a request as Apollo's clients send it."""
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}, "variables": variables}


def test_every_document_is_valid_and_within_the_budget() -> None:
    schema, types = schema_and_content_types()
    documents = Documents(schema._schema)  # graphql-core's schema

    refused = {
        text: found
        for text in all_documents(types).values()
        if not isinstance(found := documents.parsed(text), Document)
    }

    assert refused == {}
    assert all({"LIST", "VIEW"} <= {d.task for d in type_documents(t, types)} for t in types.values())


async def post(client: SessionClient, body: dict[str, Any], **headers: str) -> httpx2.Response:
    """Return the answer to the body of a request."""
    return await client.http.post("/graphql", json=body, headers=client.headers | headers)


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    async with running_service(settings, organisation_template) as running:
        yield running


async def test_a_document_is_answered_by_its_digest_and_logged_by_its_name(service: RunningService) -> None:
    digest = digest_of("Client", "LIST")

    async with service.log_in("coach_a") as client:
        answer = await post(client, by_digest(digest, **LISTED))

    assert len(answer.json()["data"]["clients"]["nodes"]) == 2
    [row] = await service.organisation.pool.fetch("SELECT operation, document FROM disclosure_log")
    assert (row["operation"], row["document"]) == ("ClientList", digest)


async def test_what_may_not_be_read_is_withheld_by_digest_too(service: RunningService) -> None:
    async with service.log_in("finance") as client:
        answer = await post(client, by_digest(digest_of("CoachingNote", "LIST"), **LISTED))

    assert answer.json()["data"]["coachingNotes"]["nodes"] == []


async def test_an_unknown_digest_is_told_as_apollo_does(service: RunningService) -> None:
    async with service.log_in("coach_a") as client:
        answer = await post(client, by_digest("0" * 64))

    assert answer.status_code == 200
    assert answer.json()["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    "named",
    [
        5,
        {},
        {"version": 2, "sha256Hash": "0" * 64},
        {"version": 1, "sha256Hash": "x"},
        {"version": 1, "sha256Hash": 5},
    ],
)
async def test_a_malformed_digest_is_no_request(service: RunningService, named: Any) -> None:
    async with service.log_in("coach_a") as client:
        answer = await post(client, {"extensions": {"persistedQuery": named}})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


async def test_a_text_beside_its_digest_is_run_and_never_registered(service: RunningService) -> None:
    text = "query Mine { viewer { name } }"
    named = by_digest(document_digest(text))

    async with service.log_in("coach_a") as client:
        both = await post(client, named | {"query": text})
        wrong = await post(client, by_digest("0" * 64) | {"query": text})
        alone = await post(client, named)

    assert "data" in both.json()
    assert wrong.status_code == 400
    assert alone.json()["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize("who", ["trainee", "official_x", "workplace"])
async def test_who_has_no_graphiql_asks_trusted_documents_alone(service: RunningService, who: str) -> None:
    async with service.log_in(who) as client:
        own = await post(client, {"query": "{ viewer { name } }"})
        trusted = await post(client, by_digest(digest_of("Term", "LIST"), **LISTED))

    assert own.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_NOT_TRUSTED"
    assert "data" not in own.json()
    assert "errors" not in trusted.json()


async def test_staff_ask_what_they_want(service: RunningService) -> None:
    async with service.log_in("coach_a") as client:
        answer = await post(client, {"query": "{ viewer { name } }"})

    assert answer.json()["data"]["viewer"]["name"]


async def test_a_digest_needs_the_csrf_token_like_any_request(service: RunningService) -> None:
    async with service.log_in("coach_a") as client:
        answer = await post(client, by_digest(digest_of("Client", "LIST"), **LISTED), **{"x-csrf-token": "wrong"})

    assert answer.status_code == 403
    assert await service.organisation.pool.fetch("SELECT * FROM disclosure_log") == []
