"""The change feed beside the service: its connection, its reader, and how a request opens a stream."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from resolvers.changes.listeners import Conditions
from schema.execution.subscriptions import Subscribed
from service.changes.feed import ChangeFeed, StreamsFull, TooManyStreams
from service.changes.metrics import FeedMetrics
from service.changes.response import EventStream
from service.database.connections import read_pool
from service.database.deadlines import request_deadlines
from service.http.middleware import refusal
from service.resources import key_ring, schema_and_content_types, utc_now
from service.settings import Settings

# A plan that knows how many listen takes a fifth of the time of one that does not, and is made in twenty milliseconds.
_PLANNED_EACH_TIME = {"plan_cache_mode": "force_custom_plan"}
_RETRY_SECONDS = "30"


@asynccontextmanager
async def following_changes(app: Starlette) -> AsyncIterator[None]:
    """Provide `app.state.changes` while the service runs."""
    settings: Settings = app.state.settings
    url, deadlines = settings.application_url, request_deadlines(settings)
    async with read_pool(url, 1, settings.disclosure_durability, deadlines, _PLANNED_EACH_TIME) as reads:
        feed = ChangeFeed(
            reads,
            Conditions(schema_and_content_types()[1]),
            key_ring(settings, "cursor_key")[0],
            utc_now,
            FeedMetrics(app.state.metrics.registry),
            settings.streams_per_process,
            settings.streams_per_account,
        )
        app.state.changes = feed
        async with feed.running():
            yield


async def streamed(request: Request, opened: Subscribed) -> Response:
    """Return the stream of an opened subscription, or the refusal of one too many."""
    feed: ChangeFeed = request.app.state.changes
    try:
        feed.check_room(opened.account)
    except TooManyStreams as refused:
        text = f"At most {refused.most} streams of one account. Close one of them"
        return refusal(refused.code, 429, text, {"retry-after": _RETRY_SECONDS}, facts={"most": str(refused.most)})
    except StreamsFull as refused:
        return refusal(refused.code, 503, "No more streams. Try again later", {"retry-after": _RETRY_SECONDS})
    return EventStream(feed, opened, await _end_of_token(request))


async def _end_of_token(request: Request) -> datetime:
    """Return when the token of a request expires; the database tells of a session."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if not scheme:
        return datetime.max.replace(tzinfo=UTC)
    verified = await request.app.state.authenticator.verifier.verify(token, utc_now())
    return datetime.fromtimestamp(verified.expires_at, UTC)
