"""The GraphQL endpoint: it combines schema, keys, connection pool and authentication."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from auth.authentication import AuthenticationRefusal, Authenticator
from auth.viewer import Viewer
from models.code_index import code_indexes
from models.sealed import Place, unseal
from resolvers.reading.cursors import prepare_cursors
from resolvers.reading.statement import Compiler
from schema.execution.answering import Answering, CountSearches, unlimited
from schema.execution.commands import Commands
from schema.execution.declared_commands import declared_batches, declared_commands
from schema.execution.runtime import Runtime
from schema.execution.view import GraphQLView
from schema.queries.absence_reports import report_batches
from schema.queries.attachments import ATTACHING
from schema.queries.attendance import day_batches, day_commands
from schema.queries.attendance_sheet import SHEET_ROOTS
from schema.queries.group_notes import group_note_batches
from schema.queries.referral_submission import submission_commands
from schema.queries.tasks import TASK_ROOTS
from service.changes.companion import streamed
from service.http.assembly import Companion
from service.http.middleware import refusal
from service.http.resource_routes import API_PATH, challenge_of
from service.http.walls.limits import Limited, count_request
from service.logs import described_exception, log
from service.provider_settings import configured_providers
from service.resources import file_store, key_ring, keyring_of, schema_and_content_types, utc_now
from service.settings import Settings
from service.trusted_documents import trusted_documents, trusted_texts

SETTINGS_REFRESH_SECONDS = 30


@dataclass(frozen=True)
class Prepared:
    """What answers operations as soon as it has a read pool: the compiler, the commands, the keys of cursors."""

    compiler: Compiler
    commands: Commands
    cursor_keys: tuple[bytes, ...]

    def answering(self, pool: Any, count: CountSearches) -> Answering:
        """Return the executor of operations on one read pool."""
        return Answering(Runtime(self.compiler, pool, self.cursor_keys), self.commands, count)


def build_answering(settings: Settings, pool: Any, count: CountSearches = unlimited) -> Answering:
    """Return the executor of operations on one read pool; `count` may refuse a search by identity code."""
    return prepared(settings).answering(pool, count)


def prepared(settings: Settings) -> Prepared:
    """Return all of an executor that needs no connection: the workers of one parent share it."""
    schema, content_types = schema_and_content_types()
    keyring = keyring_of(settings)

    def unsealed(place: str, row: str, sealed: bytes) -> str:
        table, column = place.split("|")
        return unseal(keyring, Place(table, column, UUID(hex=row)), sealed)

    compiler = Compiler(
        schema._schema,  # noqa: SLF001 # graphql-core's schema
        content_types,
        lambda code: code_indexes(keyring, code),
        unsealed,
        frozenset(trusted_texts()),
        SHEET_ROOTS | TASK_ROOTS,
    )
    artificial = settings.mode != "production" or settings.artificial_identity_codes
    declared = declared_commands(content_types) | submission_commands(content_types) | day_commands(content_types)
    batches = declared_batches(content_types) | day_batches(content_types)
    batches |= group_note_batches(content_types) | report_batches(content_types)
    issuer, files = configured_providers(settings)[0].issuer, file_store(settings)
    commands = Commands(
        compiler.schema,
        content_types,
        declared,
        keyring,
        artificial,
        issuer,
        ATTACHING,
        batches,
        files,
        settings.public_url,
        bool(settings.scanner_url),
    )
    cursor_keys = key_ring(settings, "cursor_key")
    prepare_cursors(cursor_keys)
    return Prepared(compiler, commands, cursor_keys)


def answering_operations(settings: Settings) -> Companion:
    """Return what provides `app.state.answering` while the service runs; all that needs no connection is made now."""
    made, documents = prepared(settings), trusted_documents()

    @asynccontextmanager
    async def answering(app: Starlette) -> AsyncIterator[None]:
        async def count(viewer: Viewer, searches: int) -> None:
            await app.state.limits.spend(Limited.IDENTITY_SEARCH, str(viewer.account), searches)

        app.state.answering = made.answering(app.state.reads, count)
        app.state.graphql_view = GraphQLView(app.state.answering, viewer_or_refusal, utc_now, streamed, documents)
        task = asyncio.create_task(refresh_page_caps(app.state.answering))
        yield
        task.cancel()

    return answering


async def refresh_page_caps(answers: Answering) -> None:
    """Read the page sizes of the settings again every half minute, because another process may have changed them."""
    while True:
        try:
            await answers.runtime.load_page_caps()
        except Exception as error:  # noqa: BLE001 - without this task a changed setting would never be seen again
            log.warning("unsettled", **described_exception(error))
        await asyncio.sleep(SETTINGS_REFRESH_SECONDS)


async def viewer_or_refusal(request: Request, *, fresh: bool) -> Viewer | Response:
    """Return the viewer of a request, or the response that refuses it."""
    authenticator: Authenticator = request.app.state["authenticator"]  # quicker than as an attribute
    result = await authenticator.authenticate(request, utc_now(), may_be_cached=not fresh)
    if isinstance(result, AuthenticationRefusal):
        challenge = result.challenge and challenge_of(result.challenge, request.app.state.settings)
        headers = {"www-authenticate": challenge} if challenge else {}
        return refusal(result.code, result.status, result.text, headers)
    if not fresh:  # a request that is tried again with a fresh viewer is still one request
        await count_request(request, result)
    return result


async def answered(request: Request, body: bytes) -> Response:
    """Answer one request to the endpoint."""
    view: GraphQLView = request.app.state["graphql_view"]
    return await view(request, body)


class Endpoint:
    """The endpoint as an ASGI application, without Starlette's wrapping of handlers, which is not needed here."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        response = await answered(request, await request.body())
        await response(scope, receive, send)


GRAPHQL_ROUTE = Route(API_PATH, Endpoint(), methods=["GET", "POST"])
