"""One statement a batch, however many listen; and nobody is told of what a query would not show."""

from collections import defaultdict
from contextlib import AsyncExitStack
from typing import Any

from prometheus_client import CollectorRegistry

from resolvers.changes.batch import Audience
from resolvers.changes.forgetting import forget_events
from resolvers.changes.listeners import Conditions, Listener
from resolvers.changes.positions import KEPT, Position
from resolvers.public_ids import public_id
from schema.execution.runtime import GraphQLRequest
from schema.execution.subscriptions import Subscribed, subscribed
from service.changes.feed import ChangeFeed
from service.changes.metrics import FeedMetrics
from service.changes.stream import ChangeStream
from tests.support.actions.casework import served_client
from tests.support.event_streams import FOLLOW
from tests.support.organisation import NOW, STAFF, SampleOrganisation
from tests.support.system_context import system_context_on

STREAMS, EVENTS = 500, 100
PEOPLE = (*STAFF, "trainee", "official_x", "official_y", "workplace")
SEEN = "query S($ids: [ID!]!) { nodes(ids: $ids) { id } }"
EVENT = (
    "INSERT INTO outbox (at, event, noun, object_id, revision)"
    " SELECT now(), 'x.update', n, i, 5 FROM unnest($1::text[], $2::uuid[]) u(n, i)"
)


class CountedReads:
    """A pool that keeps how many events each of its statements read."""

    def __init__(self, pool: Any) -> None:
        self.pool, self.events = pool, list[int]()

    async def fetchrow(self, sql: str, /, *values: Any) -> Any:
        """Return the row of a statement, and count it."""
        row = await self.pool.fetchrow(sql, *values)
        self.events.append(row["events"])
        return row

    async def fetchval(self, sql: str, /, *values: Any) -> Any:
        """Fail: a batch is one statement."""
        raise AssertionError(sql, values)

    fetch = fetchval


async def everything(organisation: SampleOrganisation) -> dict[str, list[Any]]:
    """Return the ids of all rows of all content types, by noun."""
    found = {}
    for noun, type_ in organisation.answering.runtime.compiler.content_types.items():
        rows = await organisation.pool.fetch(f"SELECT id FROM {type_.kind.table} ORDER BY id LIMIT 200")
        if rows:
            found[noun] = [row["id"] for row in rows]
    return found


async def seen_by(organisation: SampleOrganisation, who: str, ids: list[str]) -> set[str]:
    """Return those of the ids that a person sees by a query."""
    found: set[str] = set()
    for start in range(0, len(ids), 100):
        nodes = (await organisation.data(who, SEEN, ids=ids[start : start + 100]))["nodes"]
        found |= {node["id"] for node in nodes if node}
    return found


async def now_in(organisation: SampleOrganisation) -> Position:
    """Return where the outbox is."""
    sql = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text"
    return Position("", int(await organisation.pool.fetchval(sql)), 0, NOW)


async def test_everybody_is_told_of_exactly_what_a_query_would_show(organisation: SampleOrganisation) -> None:
    await served_client(organisation)
    objects = await everything(organisation)
    position, types = await now_in(organisation), organisation.answering.runtime.compiler.content_types
    followed = {id_: noun for noun, ids in objects.items() for id_ in ids}
    viewers = [await organisation.viewer(who) for who in PEOPLE]
    by_name = [Listener(n, one, position, frozenset(), followed) for n, one in enumerate(viewers)]
    by_type = [Listener(100 + n, one, position, frozenset(types), {}) for n, one in enumerate(viewers)]
    listeners = [*by_name, *by_type]

    await organisation.pool.execute(EVENT, list(followed.values()), list(followed))
    reads = CountedReads(organisation.pool)
    batch = await Audience(Conditions(types), listeners).read(reads, listeners, NOW)

    assert len(reads.events) == 1
    assert batch.events == len(followed) > 150
    assert batch.stale == frozenset()
    public = {id_: public_id(noun, id_) for id_, noun in followed.items()}
    for number, who in enumerate(PEOPLE):
        expected = await seen_by(organisation, who, list(public.values()))
        told = {public[change.object_id] for change in batch.named[number] if change.revision == 5}
        gone = {public[change.object_id] for change in batch.named[number] if change.revision is None}
        assert (who, told) == (who, expected)
        assert gone == set(public.values()) - expected
        nouns = {id_.rpartition("_")[0] for id_ in expected}
        assert (who, set(batch.types.get(100 + number, ()))) == (who, nouns)


async def opened_streams(organisation: SampleOrganisation, ids: list[str]) -> list[Subscribed]:
    """Open `STREAMS` subscriptions of everybody, each to all types and a few objects."""
    names = [type_.name for type_ in organisation.answering.runtime.compiler.content_types.values()]
    found = []
    for number in range(STREAMS):
        viewer = await organisation.viewer(PEOPLE[number % len(PEOPLE)])
        some = [ids[(number * 7 + step) % len(ids)] for step in range(5)]
        opened = await subscribed(
            organisation.answering, GraphQLRequest(FOLLOW, {"types": names, "ids": some}, None, viewer, NOW)
        )
        assert isinstance(opened, Subscribed)
        found.append(opened)
    return found


async def test_five_hundred_streams_are_told_of_a_hundred_events_by_one_statement(
    organisation: SampleOrganisation,
) -> None:
    await served_client(organisation)
    objects = await everything(organisation)
    pairs = [(noun, id_) for noun, ids in objects.items() for id_ in ids][-EVENTS:]
    ids = [public_id(*pair) for pair in pairs]
    reads = CountedReads(organisation.pool)
    metrics, conditions = (
        FeedMetrics(CollectorRegistry()),
        Conditions(organisation.answering.runtime.compiler.content_types),
    )
    feed = ChangeFeed(reads, conditions, b"k" * 32, lambda: NOW, metrics, STREAMS, STREAMS)
    openings = await opened_streams(organisation, ids)
    expected = {who: await seen_by(organisation, who, ids) for who in PEOPLE}

    async with AsyncExitStack() as stack:
        streams = [await stack.enter_async_context(feed.stream(opened)) for opened in openings]
        for stream in streams:
            await stream.next_events()
        await organisation.pool.execute(EVENT, *map(list, zip(*pairs, strict=True)))
        async with feed.running():
            told = [
                await stream.next_events() if expected[PEOPLE[n % len(PEOPLE)]] else []
                for n, stream in enumerate(streams)
            ]

    assert [count for count in reads.events if count] == [EVENTS]
    for number, (stream, events) in enumerate(zip(streams, told, strict=True)):
        check_told(
            stream, [event for event in events if event.kind != "OPENED"], expected[PEOPLE[number % len(PEOPLE)]]
        )


def check_told(stream: ChangeStream, events: list[Any], seen: set[str]) -> None:
    """Check that a stream was told of the objects that it follows, and of the types of the others that it sees."""
    named = {event.id for event in events if event.id}
    own = {public_id(noun, id_) for id_, noun in stream.opened.opening.followed.items()}
    nouns = defaultdict(set)
    for id_ in seen - own:
        nouns[id_.rpartition("_")[0]].add(id_)
    assert named == own <= seen
    assert {event.type for event in events if not event.id} == {stream.opened.names[noun] for noun in nouns}


async def test_dispatched_events_are_forgotten_after_their_days_and_waiting_ones_never(
    organisation: SampleOrganisation,
) -> None:
    await organisation.pool.execute("DELETE FROM outbox")
    old, young = NOW - KEPT, NOW - KEPT / 2
    for at, dispatched in ((old, old), (old, None), (young, young)):
        await organisation.pool.execute(
            "INSERT INTO outbox (at, event, noun, object_id, revision, dispatched_at)"
            " VALUES ($1::timestamptz - interval '1 second', 'unit.update', 'unit', $3, 1, $2)",
            at,
            dispatched,
            organisation.rows["unit_a"].pk,
        )

    count = await forget_events(system_context_on(organisation))

    assert count == 1
    assert await organisation.count("outbox", "dispatched_at IS NULL") == 1
    assert await organisation.count("outbox") == 2
