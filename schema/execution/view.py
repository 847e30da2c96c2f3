"""
The HTTP endpoint: a POST with one JSON object gets one answer.

Source: GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/; every audit of `graphql-http` passes.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response

from auth.viewer import Viewer
from models.values import is_within
from resolvers.reading.plan import StaleViewer
from resolvers.writing.transactions import RETRY_AFTER_SECONDS, database_failure
from schema.execution.answering import Answer, Answering
from schema.execution.documents import error
from schema.execution.messages import message, preferred
from schema.execution.runtime import GraphQLRequest

_log = structlog.get_logger("polku")
LONGEST_NAME = 100  # characters of the name of an operation
RESPONSE, JSON = "application/graphql-response+json", "application/json"


class Load(Protocol):
    """Loads the viewer of a request. A fresh viewer comes from the database; otherwise it may come from a cache."""

    def __call__(self, request: Request, *, fresh: bool) -> Awaitable[Viewer | Response]:
        """Return the viewer, or the response to somebody who may not use the API."""


class MalformedRequest(Exception):
    """The body is not a GraphQL request."""

    code = "BAD_REQUEST"

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.message, self.status = message, status


class GraphQLView:
    """Serves a schema. `load` loads the viewer, `clock` returns the present instant, and `answering` answers."""

    def __init__(self, answering: Answering, load: Load, clock: Callable[[], datetime]) -> None:
        self.answering, self.load, self.clock = answering, load, clock

    async def __call__(self, request: Request, raw: bytes) -> Response:
        """Answer one request with this body."""
        media = accepted(request.headers.get("accept", ""))
        if media is None:
            return Response(f"Accept {RESPONSE} or {JSON}.", 406)
        if request.method != "POST":
            return Response("Ask with POST.", 405, {"allow": "POST"})
        try:
            body = _body(request, raw)
        except MalformedRequest as refused:
            return _json({"errors": [error(refused.message, refused.code)]}, refused.status, media)
        try:
            return await self._answered(request, body, media)
        except Exception as failure:
            told = database_failure(failure)
            if told is None:
                raise
            _log.warning("database did not answer", code=told.code, exc_info=failure)
            return unavailable(told.code, preferred(request.headers.get("accept-language", "")), media)

    async def _answered(self, request: Request, body: Mapping[str, Any], media: str) -> Response:
        id_ = request.state.request_id  # of the log line too
        language, moment = preferred(request.headers.get("accept-language", "")), self.clock()
        for fresh in (False, True):
            viewer = await self.load(request, fresh=fresh)
            if isinstance(viewer, Response):
                return viewer
            variables, operation = body.get("variables") or {}, body.get("operationName")
            asked = GraphQLRequest(body["query"], variables, operation, viewer, moment, language, fresh, id_)
            try:
                return _response(await self.answering.answer(asked), media)
            except StaleViewer:
                continue  # account, roles or session changed, or a trainee needs a viewer that was not cached
        return _json({"errors": [error("Log in again.", "NOT_AUTHENTICATED")]}, 401, media)


def _body(request: Request, raw: bytes) -> Mapping[str, Any]:
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != JSON:
        raise MalformedRequest(f"The body must be {JSON}.", 415)
    return parsed(raw)


def parsed(raw: bytes) -> Mapping[str, Any]:
    """
    Return the request in a body.

    :raises MalformedRequest: when it is not a JSON object with a text `query` and optional `variables` and
        `operationName`
    """
    try:
        body = orjson.loads(raw)
    except (orjson.JSONDecodeError, RecursionError):
        raise MalformedRequest("The body must be JSON in UTF-8.") from None
    if not isinstance(body, dict):
        raise MalformedRequest("The body must be a JSON object; batches are not served.")
    if not isinstance(body.get("query"), str):
        raise MalformedRequest("'query' must be a text.")
    for key, kinds, text in (
        ("variables", dict, "an object"),
        ("operationName", str, "a text"),
        ("extensions", dict, "an object"),
    ):
        if body.get(key) is not None and not isinstance(body[key], kinds):
            raise MalformedRequest(f"'{key}' must be {text}.")
    if not is_within(body.get("operationName") or "", LONGEST_NAME):
        raise MalformedRequest(f"'operationName' has at most {LONGEST_NAME} characters.")
    return body


def accepted(header: str) -> str | None:
    """Return the media type of the answer; None when the caller accepts neither."""
    if not header:
        return JSON
    kinds = [part.split(";")[0].strip().lower() for part in header.split(",")]
    for kind in kinds:
        if kind in (RESPONSE, JSON):
            return kind
        if kind in ("*/*", "application/*"):
            return JSON
    return None


def unavailable(code: str, language: str, media: str) -> Response:
    """Return the answer while the database is lost: nothing is known of it but whether it is worth asking again."""
    problem = error(message(code, language, ""), code)
    problem["extensions"]["retryable"] = True
    response = _json({"errors": [problem]}, 503, media)
    response.headers["retry-after"] = str(RETRY_AFTER_SECONDS)
    return response


def _response(answer: Answer, media: str) -> Response:
    status = 400 if answer.refused and media == RESPONSE else 200
    return _raw(answer.body, status, media)


def _json(body: Any, status: int, media: str) -> Response:
    return _raw(orjson.dumps(body), status, media)


def _raw(body: bytes, status: int, media: str) -> Response:
    return Response(body, status, {"content-type": f"{media}; charset=utf-8", "cache-control": "no-store"})
