"""Going on from a cursor: nothing is missed, whatever the order of the commits, and RESYNC where something may be."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from resolvers.changes.positions import FOLLOWED, Position, cursor_of
from service.changes import stream as streams
from service.database.connections import credentials
from service.resources import key_ring, utc_now
from service.settings import Settings
from tests.support.listening_service import ListeningService, listening_service
from tests.support.organisation import OrganisationTemplate

EVENT = "INSERT INTO outbox (at, event, noun, object_id, revision) VALUES (now(), 'client.update', 'client', $1, $2)"


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[ListeningService]:
    """The service with the organisation."""
    async with listening_service(settings, organisation_template) as found:
        yield found


@pytest.fixture
async def two_connections(settings: Settings) -> AsyncIterator[list[Any]]:
    """Two connections, for transactions that overlap."""
    found = [await asyncpg.connect(**credentials(settings.application_url)) for _ in range(2)]
    yield found
    for connection in found:
        await connection.close()


async def test_an_event_that_commits_late_is_told_and_none_is_told_before_it_could_be_overtaken(
    service: ListeningService, two_connections: list[Any]
) -> None:
    aino, early, late = service.organisation.rows["aino"].pk, *two_connections
    async with service.follow("coach_a", ids=[service.organisation.ids["aino"]]) as stream:
        await stream.events(1)
        begun = early.transaction()
        await begun.start()
        await early.execute(EVENT, aino, 2)  # the smaller id, the earlier transaction
        await late.execute(EVENT, aino, 3)
        is_silent = await stream.is_silent()
        await begun.commit()
        told = await stream.events(1)

    assert is_silent
    assert told == [("CHANGED", "Client", service.organisation.ids["aino"], 3)]


async def test_whoever_goes_on_from_a_cursor_is_told_what_committed_out_of_order_meanwhile(
    service: ListeningService, two_connections: list[Any]
) -> None:
    rows, ids, (early, late) = service.organisation.rows, service.organisation.ids, two_connections
    followed = [ids["aino"], ids["saara"], ids["turva"]]
    begun = early.transaction()
    await begun.start()
    await early.execute(EVENT, rows["saara"].pk, 7)
    async with service.follow("coach_a", ids=followed) as stream:
        cursor = (await stream.event())["cursor"]
    await late.execute(EVENT, rows["aino"].pk, 8)
    async with service.follow("coach_a", since=cursor, ids=followed) as stream:
        opened = await stream.event()
        is_silent = await stream.is_silent()
    await begun.commit()
    async with service.follow("coach_a", since=cursor, ids=followed) as stream:
        again = await stream.event()
        told = await stream.events(2)

    assert (opened["kind"], again["kind"]) == ("OPENED", "OPENED")
    assert is_silent
    assert sorted(told, key=str) == sorted(
        [("CHANGED", "Client", ids["saara"], 7), ("CHANGED", "Client", ids["aino"], 8)], key=str
    )


async def test_from_each_cursor_of_a_batch_on_everything_behind_it_is_told_again(service: ListeningService) -> None:
    ids, rows = service.organisation.ids, service.organisation.rows
    names = ("aino", "saara", "turva")
    followed = [ids[name] for name in names]
    async with service.follow("coach_a", ids=followed) as stream:
        await stream.events(1)
        async with service.organisation.pool.acquire() as connection, connection.transaction():
            for name in names:
                await connection.execute(EVENT, rows[name].pk, 4)
        events = [await stream.event() for _ in names]
    told_again = []
    for event in events:
        async with service.follow("coach_a", since=event["cursor"], ids=followed) as stream:
            await stream.events(1)
            await stream.is_silent(1.0)
            told_again.append(stream.raw.count(b"CHANGED"))

    assert {event["id"] for event in events} == set(followed)
    assert told_again[-1] == 0
    assert all(count >= len(names) - place - 1 for place, count in enumerate(told_again))


async def test_a_cursor_that_leads_nowhere_is_answered_with_resync_and_the_stream_goes_on(
    service: ListeningService,
) -> None:
    organisation, key = service.organisation, key_ring(service.settings, "cursor_key")[0]
    account, now = organisation.rows["account_coach_a"].pk, utc_now()
    async with service.follow("coach_a", types=["Client"]) as stream:
        good = (await stream.event())["cursor"]
    position = Position("another:1", 1, 0, now)
    cursors = {
        "nothing": "nothing",
        "another life": cursor_of(position, account, key),
        "too old": cursor_of(Position("x", 1, 0, now - FOLLOWED - timedelta(minutes=1)), account, key),
        "another key": cursor_of(position, account, b"x" * 32),
    }
    answered = {}
    for name, cursor in cursors.items():
        async with service.follow("coach_a", types=["Client"], since=cursor) as stream:
            answered[name] = (await stream.event())["kind"]
    async with service.follow("coach_b", types=["Client"], since=good) as stream:
        answered["of another account"] = (await stream.event())["kind"]
    async with service.follow("coach_a", types=["Client"], since="nothing") as stream:
        await stream.events(1)
        await organisation.pool.execute(EVENT, organisation.rows["aino"].pk, 5)
        told = await stream.events(1)

    assert set(answered.values()) == {"RESYNC"}
    assert told == [("CHANGED", "Client", None, None)]


async def test_a_cursor_with_too_much_behind_it_is_answered_with_resync(
    service: ListeningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resolvers.changes.opening.MOST_BEHIND", 3)
    async with service.follow("coach_a", types=["Client"]) as stream:
        cursor = (await stream.event())["cursor"]
    for revision in range(3):
        await service.organisation.pool.execute(EVENT, service.organisation.rows["aino"].pk, revision)
    async with service.follow("coach_a", types=["Client"], since=cursor) as stream:
        kind = (await stream.event())["kind"]

    assert kind == "RESYNC"


async def test_a_slow_reader_is_told_to_ask_anew_and_holds_nobody_up(
    service: ListeningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "MOST_QUEUED", 2)
    organisation, ids = service.organisation, service.organisation.ids
    names = ("aino", "saara", "turva")
    async with (
        service.follow("coach_a", ids=[ids[name] for name in names]) as slow,
        service.follow("supervisor_a", types=["Client"]) as quick,
    ):
        await slow.events(1)
        await quick.events(1)
        async with organisation.pool.acquire() as connection, connection.transaction():
            for name in names:
                await connection.execute(EVENT, organisation.rows[name].pk, 4)
        told = [await slow.events(1), await quick.events(1)]

    assert told == [[("RESYNC", None, None, None)], [("CHANGED", "Client", None, None)]]


async def test_streams_ask_anew_when_the_database_has_begun_another_life(service: ListeningService) -> None:
    async with service.follow("coach_a", types=["Client"]) as stream:
        await stream.events(1)
        [open_stream] = service.app.state.changes.streams.values()
        open_stream.position = replace(open_stream.position, life="of before the restore", tx=1)
        told = await stream.events(1)
        await service.organisation.pool.execute(EVENT, service.organisation.rows["aino"].pk, 5)
        after = await stream.events(1)

    assert told == [("RESYNC", None, None, None)]
    assert after == [("CHANGED", "Client", None, None)]
