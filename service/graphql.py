"""The GraphQL endpoint put together: schema, keys, pool, and who asks."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import asyncpg
import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from auth.authentication import AuthenticationRefusal
from auth.viewer import Viewer
from models.ordering import unaccented
from models.sealed import Keyring, Place, blind_index, unseal
from resolvers.declaration import ContentTypes
from resolvers.file_store import FileStore
from resolvers.reading.operation import Compiler
from schema.execution.answering import Answering, unlimited
from schema.execution.commands import Commands, declared_commands
from schema.execution.runtime import Runtime
from schema.execution.view import GraphQLView
from schema.queries.attachments import ATTACHING
from schema.root import build_schema
from service.http.limits import Limited
from service.http.middleware import refusal
from service.logs import log
from service.settings import Settings
from workflow.roles import AccountKind

_PATH = "/graphql"
SETTINGS_REFRESH_SECONDS = 30


@lru_cache(1)
def schema_and_content_types() -> tuple[strawberry.Schema, ContentTypes]:
    """Return the one schema of this process."""
    return build_schema()


def keyring_of(settings: Settings) -> Keyring:
    """Return the keys that seal and index identity codes, and those that sign checkpoints of the logs."""
    return Keyring(settings.keys("field_key"), settings.keys("index_key"), settings.keys("log_key"))


def file_store(settings: Settings) -> FileStore:
    """Return where attachments lie."""
    return FileStore(settings.files_dir, keyring_of(settings), settings.max_file_bytes)


def build_answering(settings: Settings, pool: Any, count: Callable[[Viewer], None] = unlimited) -> Answering:
    """Return what answers on one pool of read connections; `count` may refuse a search by identity code."""
    schema, content_types = schema_and_content_types()
    keyring = keyring_of(settings)

    def opened(place: str, row: str, sealed: bytes) -> str:
        table, column = place.split("|")
        return unseal(keyring, Place(table, column, UUID(hex=row)), sealed)

    compiler = Compiler(schema._schema, content_types, lambda code: blind_index(keyring, code), unaccented, opened)  # noqa: SLF001 # graphql-core's schema
    artificial = settings.mode != "production" or settings.artificial_identity_codes
    declared = declared_commands(content_types)
    issuer, files = settings.oidc_issuer, file_store(settings)
    commands = Commands(
        compiler.schema, content_types, declared, keyring, artificial, issuer, ATTACHING, files, settings.public_url
    )
    secret = settings.keys("cursor_key")
    return Answering(Runtime(compiler, pool, secret[max(secret)]), commands, count)


@asynccontextmanager
async def answering_lifespan(app: Starlette) -> AsyncIterator[None]:
    """Hold what answers while the service lives."""

    def count(viewer: Viewer) -> None:
        app.state.limits.spend(Limited.IDENTITY_SEARCH, str(viewer.account), time.monotonic())

    app.state.answering = build_answering(app.state.settings, app.state.reads, count)
    task = asyncio.create_task(refresh_page_caps(app.state.answering))
    yield
    task.cancel()


async def refresh_page_caps(answers: Answering) -> None:
    """Let what others changed of the settings hold here too, within half a minute."""
    while True:
        try:
            await answers.runtime.load_page_caps()
        except (asyncpg.PostgresError, OSError):
            log.warning("unsettled")
        await asyncio.sleep(SETTINGS_REFRESH_SECONDS)


async def viewer_or_refusal(request: Request, *, fresh: bool) -> Viewer | Response:
    """Return who asks, or the answer to somebody who may not."""
    authenticator = request.app.state.authenticator
    found = await authenticator.authenticate(request, now(), may_be_kept=not fresh)
    if isinstance(found, AuthenticationRefusal):
        headers = {"www-authenticate": found.challenge} if found.challenge else {}
        return refusal(found.code, found.status, found.text, headers)
    viewer: Viewer = found
    spent(request, viewer)
    return viewer


def spent(request: Request, viewer: Viewer) -> None:
    """
    Count a request of a caller.

    :raises TooManyRequests: when there were too many
    """
    kind = Limited.CLIENT if viewer.kind is AccountKind.AGENCY else Limited.ACCOUNT
    request.app.state.limits.spend(kind, str(viewer.account), time.monotonic())


def now() -> datetime:
    """Return the moment: the service package is the only one that reads the clock."""
    return datetime.now(UTC)


class Endpoint:
    """The endpoint as an application of its own: what Starlette wraps around a function, others do here already."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        view = GraphQLView(scope["app"].state.answering, viewer_or_refusal, now)
        response = await view(Request(scope, receive))
        await response(scope, receive, send)


def graphql_routes() -> list[BaseRoute]:
    """Return the route of the endpoint."""
    return [Route(_PATH, Endpoint(), methods=["GET", "POST"])]
