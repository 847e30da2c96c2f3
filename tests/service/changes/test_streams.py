"""The change feed through real HTTP, by role: who is told what, who is told nothing, and how a stream ends."""

import re
from collections.abc import AsyncIterator

import pytest

from service.changes import feed
from service.settings import ROOT, Settings
from tests.support.actions.content import update
from tests.support.listening_service import ListeningService, listening_service
from tests.support.organisation import OrganisationTemplate

LAST_LOOK = "SELECT * FROM disclosure_log ORDER BY id DESC LIMIT 1"
CLIENT = "query C($id: ID!) { client(id: $id) { id revision } }"


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[ListeningService]:
    """The service with the organisation."""
    async with listening_service(settings, organisation_template) as found:
        yield found


async def changed_client(service: ListeningService, name: str, who: str, **given: object) -> dict[str, object]:
    """Change a client of the organisation and return it as it is afterwards."""
    it = (await service.organisation.data(who, CLIENT, id=service.organisation.ids[name]))["client"]
    assert await update(service.organisation, who, "Client", it, **(given or {"email": "uusi@example.org"})) == []
    return dict(it)


async def test_a_named_client_is_told_by_name_and_revision_and_another_by_its_type_alone(
    service: ListeningService,
) -> None:
    aino = service.organisation.ids["aino"]
    async with service.follow("coach_a", types=["Client"], ids=[aino]) as stream:
        opened = await stream.event()
        changed = await changed_client(service, "aino", "coach_a")
        named = await stream.event()
        await changed_client(service, "ville", "supervisor_a")
        other = await stream.event()

    assert opened == {"kind": "OPENED", "type": None, "id": None, "revision": None, "cursor": opened["cursor"]}
    assert named == {
        "kind": "CHANGED",
        "type": "Client",
        "id": aino,
        "revision": changed["revision"],
        "cursor": named["cursor"],
    }
    assert (other["kind"], other["type"], other["id"], other["revision"]) == ("CHANGED", "Client", None, None)
    assert service.organisation.ids["ville"].encode() not in stream.raw
    assert b"uusi@example.org" not in stream.raw


@pytest.mark.parametrize("who", ["coach_b", "workplace", "official_x", "administrator", "supervisor_b"])
async def test_whoever_may_not_see_a_client_is_told_nothing_of_it_named_or_not(
    service: ListeningService, who: str
) -> None:
    turva = service.organisation.ids["turva"]
    async with service.follow(who, types=["Client", "Relationship"], ids=[turva]) as stream:
        start = await stream.events(2)
        await changed_client(service, "turva", "coach_a")
        is_silent = await stream.is_silent()

    assert start == [("OPENED", None, None, None), ("GONE", None, turva, None)]
    assert is_silent


async def test_an_id_that_is_not_seen_and_one_that_does_not_exist_get_the_same_answer(
    service: ListeningService,
) -> None:
    hidden, absent, garbled = service.organisation.ids["pertti"], f"client_{'0' * 32}", "nothing at all"
    async with service.follow("coach_a", ids=[hidden, absent, garbled]) as stream:
        told = await stream.events(4)

    assert told[1:] == [("GONE", None, id_, None) for id_ in (hidden, absent, garbled)]


async def move_to_unit_b(service: ListeningService, name: str) -> None:
    """Move a client to another unit, as nothing in the API does: without an event."""
    rows = service.organisation.rows
    moved = "UPDATE client SET unit_id = $1 WHERE id = $2"
    await service.organisation.pool.execute(moved, rows["unit_b"].pk, rows[name].pk)


async def test_a_client_that_goes_out_of_sight_is_told_as_gone_once(service: ListeningService) -> None:
    ville = service.organisation.ids["ville"]
    async with service.follow("supervisor_a", ids=[ville]) as stream:
        await stream.events(1)
        await changed_client(service, "ville", "supervisor_a")
        changed = await stream.events(1)
        await move_to_unit_b(service, "ville")
        await changed_client(service, "ville", "supervisor_b", email="one@example.org")
        gone = await stream.events(1)
        await changed_client(service, "ville", "supervisor_b", email="two@example.org")
        is_silent = await stream.is_silent()

    assert changed == [("CHANGED", "Client", ville, 2)]
    assert gone == [("GONE", "Client", ville, None)]
    assert is_silent


async def test_a_client_that_goes_out_of_sight_without_an_event_is_told_as_gone_too(
    service: ListeningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "LOOK_SECONDS", 0.0)
    ids = service.organisation.ids
    async with service.follow("supervisor_a", ids=[ids["ville"], ids["aino"]]) as stream:
        await stream.events(1)
        is_silent = [await stream.is_silent()]
        await move_to_unit_b(service, "ville")
        gone = await stream.events(1)
        is_silent.append(await stream.is_silent())

    assert gone == [("GONE", "Client", ids["ville"], None)]
    assert is_silent == [True, True]


async def test_opening_a_stream_is_a_look_at_the_named_persons_that_are_seen(service: ListeningService) -> None:
    ids, rows = service.organisation.ids, service.organisation.rows
    async with service.follow("coach_a", types=["Contract"], ids=[ids["aino"], ids["pertti"]]) as stream:
        await stream.events(2)

    [look] = await service.organisation.pool.fetch(LAST_LOOK)
    assert look["account"] == rows["account_coach_a"].pk
    assert look["fields"] == ["Client.revision", "Contract.revision:filter"]
    assert look["subjects"] == [rows["aino"].pk]
    assert set(look["asked"]) == {rows["aino"].pk, rows["pertti"].pk}
    assert look["outcome"] == "SHOWN"


async def test_a_stream_of_types_about_people_leaves_a_row_about_nobody_and_one_of_units_none(
    service: ListeningService,
) -> None:
    count = await service.organisation.count("disclosure_log")
    async with service.follow("coach_a", types=["Unit"]) as stream:
        await stream.events(1)
    of_units = await service.organisation.count("disclosure_log")
    async with service.follow("coach_a", types=["Client"]) as stream:
        await stream.events(1)
    [look] = await service.organisation.pool.fetch(LAST_LOOK)

    assert of_units == count
    assert (look["fields"], look["subjects"], look["outcome"]) == (["Client.revision:filter"], [], "NOTHING")


async def test_the_answer_has_the_keys_that_the_document_asks_for(service: ListeningService) -> None:
    query = 'subscription { news: changed(types: ["Client"]) { __typename what: kind ...Place } }'
    async with service.follow("coach_a", f"{query} fragment Place on ChangeEvent {{ at: cursor }}") as stream:
        answer = await stream.answer()

    assert answer is not None
    assert list(answer["data"]["news"]) == ["__typename", "what", "at"]
    assert answer["data"]["news"]["__typename"] == "ChangeEvent"


async def test_the_document_for_integrators_is_followed_as_it_stands(service: ListeningService) -> None:
    [document] = re.findall(r"```graphql\n(.*?)```", (ROOT / "docs" / "changes.md").read_text("utf-8"), re.DOTALL)
    aino = service.organisation.ids["aino"]
    async with service.follow("coach_a", document, types=["Referral"], ids=[aino]) as stream:
        opened = await stream.event()
        changed = await changed_client(service, "aino", "coach_a")
        told = await stream.event()

    assert list(opened) == ["kind", "type", "id", "revision", "cursor"]
    assert (told["id"], told["revision"]) == (aino, changed["revision"])
