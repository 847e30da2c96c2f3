"""What is not answered with a stream, and what the caller is told to do instead."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest

from service.settings import Settings
from tests.support.event_streams import FOLLOW, StreamRefused
from tests.support.listening_service import ListeningService, listening_service
from tests.support.organisation import OrganisationTemplate

STREAM = {"accept": "text/event-stream"}


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[ListeningService]:
    """The service with the organisation, where an account may have two streams."""
    async with listening_service(settings, organisation_template, streams_per_account=2) as found:
        yield found


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json", "*/*"])
async def test_a_subscription_that_is_asked_as_one_answer_is_told_how_to_ask(
    service: ListeningService, accept: str
) -> None:
    headers = {**await service.session_headers("coach_a"), "accept": accept, "accept-language": "en"}
    body = {"query": FOLLOW, "variables": {"types": ["Client"]}}
    answer = await service.http.post("/graphql", json=body, headers=headers)

    [error] = answer.json()["errors"]
    assert error["extensions"]["code"] == "SUBSCRIPTION_NEEDS_STREAM"
    assert await service.organisation.count("disclosure_log") == 0


async def test_a_subscription_by_get_executes_nothing(service: ListeningService) -> None:
    headers = await service.session_headers("coach_a") | STREAM
    query = {"query": 'subscription { changed(types: ["Client"]) { kind } }'}
    answer = await service.http.get("/graphql", params=query, headers=headers)

    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert service.app.state.changes.streams == {}


@pytest.mark.parametrize(
    ("left_out", "status", "code"),
    [("x-csrf-token", 403, "CSRF_REFUSED"), ("origin", 403, "ORIGIN_REFUSED"), ("cookie", 401, "NOT_AUTHENTICATED")],
)
async def test_a_session_needs_its_cookie_its_token_and_its_origin(
    service: ListeningService, left_out: str, status: int, code: str
) -> None:
    headers = {name: value for name, value in (await service.session_headers("coach_a")).items() if name != left_out}
    body = {"query": FOLLOW, "variables": {"types": ["Client"]}}
    answer = await service.http.post("/graphql", json=body, headers=headers | STREAM)

    assert answer.status_code == status
    assert answer.json()["errors"][0]["extensions"]["code"] == code
    assert service.app.state.changes.streams == {}


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({}, "BAD_ARGUMENT"),
        ({"types": [], "ids": []}, "BAD_ARGUMENT"),
        ({"types": ["client"]}, "BAD_ARGUMENT"),
        ({"ids": [f"client_{number:032x}" for number in range(101)]}, "BAD_ARGUMENT"),
        ({"types": 5}, "BAD_REQUEST"),
    ],
)
async def test_what_cannot_be_followed_is_refused_before_anything_is_told(
    service: ListeningService, variables: dict[str, Any], code: str
) -> None:
    with pytest.raises(StreamRefused) as refused:
        async with service.follow("coach_a", **variables):
            pass

    assert (refused.value.status, refused.value.codes) == (400, [code])
    assert await service.organisation.count("disclosure_log") == 0


async def test_one_stream_too_many_is_refused_until_another_is_closed(service: ListeningService) -> None:
    async with AsyncExitStack() as open_streams:
        for _ in range(2):
            stream = await open_streams.enter_async_context(service.follow("coach_a", types=["Client"]))
            await stream.events(1)
        with pytest.raises(StreamRefused) as refused:
            async with service.follow("coach_a", types=["Client"]):
                pass
        async with service.follow("coach_b", types=["Client"]) as of_another:
            await of_another.events(1)
    assert (refused.value.status, refused.value.codes) == (429, ["TOO_MANY_STREAMS"])


async def test_a_caller_who_accepts_events_alone_gets_the_answer_to_a_query_as_one_event(
    service: ListeningService,
) -> None:
    headers = await service.session_headers("coach_a") | STREAM
    answer = await service.http.post("/graphql", json={"query": "{ viewer { name } }"}, headers=headers)

    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text == 'event: next\ndata: {"data":{"viewer":{"name":"coach_a"}}}\n\nevent: complete\ndata:\n\n'


async def test_a_caller_who_accepts_both_gets_json_for_a_query(service: ListeningService) -> None:
    headers = await service.session_headers("coach_a") | {"accept": "application/json, text/event-stream"}
    answer = await service.http.post("/graphql", json={"query": "{ viewer { name } }"}, headers=headers)

    assert answer.json() == {"data": {"viewer": {"name": "coach_a"}}}
