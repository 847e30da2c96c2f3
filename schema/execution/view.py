"""
The HTTP endpoint: a POST with one JSON object gets one answer.

Source: GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/; every audit of `graphql-http` passes.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response

from auth.known_heads import read_once
from auth.viewer import Viewer
from models.values import is_within
from resolvers.reading.plan import StaleViewer
from resolvers.writing.transactions import RETRY_AFTER_SECONDS, database_failure
from schema.execution.answering import Answer, Answering, refused_answer
from schema.execution.documents import document_digest, error
from schema.execution.messages import message, preferred
from schema.execution.request_errors import refusal_error
from schema.execution.runtime import GraphQLRequest
from schema.execution.subscriptions import Subscribed, subscribed
from schema.execution.trusted import DocumentNotTrusted, PersistedQueryNotFound, TrustedDocuments, sent_digest
from workflow.roles import AccountKind
from workflow.titles import LANGUAGES

_log = structlog.get_logger("polku")
LONGEST_NAME = 100  # characters of the name of an operation
CHOSEN_LANGUAGE = "polku-language"  # the header of a page on which a person chose a language
RESPONSE, JSON, EVENTS = "application/graphql-response+json", "application/json", "text/event-stream"


class Load(Protocol):
    """Loads the viewer of a request. A fresh viewer comes from the database; otherwise it may come from a cache."""

    def __call__(self, request: Request, *, fresh: bool) -> Awaitable[Viewer | Response]:
        """Return the viewer, or the response to somebody who may not use the API."""


class Stream(Protocol):
    """Answers an opened subscription with a stream of events."""

    def __call__(self, request: Request, opened: Subscribed) -> Awaitable[Response]:
        """Return the response that streams, or the one that refuses another stream."""


class MalformedRequest(Exception):
    """The body is not a GraphQL request; `words` is the key of the sentence that says why."""

    code = "BAD_REQUEST"

    def __init__(self, words: str, status: int = 400, **facts: str) -> None:
        super().__init__(words)
        self.words, self.status, self.facts = words, status, facts


@dataclass(frozen=True)
class Negotiated:
    """
    What the headers of a request say of its answer.

    `media` is None when the caller accepts nothing of ours. `chosen_language` is empty unless a page of ours sends it.
    It is kept for equal heads, so it holds no text of the caller, however long.
    """

    media: str | None
    language: str
    chosen_language: str
    takes_events: bool
    brings_json: bool


def negotiated(request: Request) -> Negotiated:
    """Return what the headers of a request say of its answer."""
    headers = request.headers
    accept, chosen = headers.get("accept", ""), headers.get(CHOSEN_LANGUAGE, "")
    return Negotiated(
        media=accepted(accept),
        language=preferred(headers.get("accept-language", "")),
        chosen_language=chosen if chosen in LANGUAGES else "",
        takes_events=EVENTS in accept,
        brings_json=headers.get("content-type", "").split(";")[0].strip().lower() == JSON,
    )


class GraphQLResponse(Response):
    """A complete answer, whose headers are the same for all answers of its media type but for its length."""

    TYPES: Final = {media: (b"content-type", f"{media}; charset=utf-8".encode()) for media in (RESPONSE, JSON)}

    def __init__(self, body: bytes, status: int, media: str) -> None:
        # Not Starlette's own, which encodes the headers anew for each response.
        self.body, self.status_code, self.background, self.media = body, status, None, media
        self.raw_headers = [self.TYPES[media], (b"content-length", b"%d" % len(body))]


class GraphQLView:
    """
    Serves a schema.

    `load` loads the viewer, `clock` returns the present instant, `answering` answers, and `stream` streams. `trusted`
    are the documents that may be asked by their digest.
    """

    def __init__(
        self,
        answering: Answering,
        load: Load,
        clock: Callable[[], datetime],
        stream: Stream,
        trusted: TrustedDocuments | None = None,
    ) -> None:
        self.answering, self.load, self.clock, self.stream = answering, load, clock, stream
        self.trusted = trusted or TrustedDocuments()

    async def __call__(self, request: Request, raw: bytes) -> Response:
        """Answer one request with this body."""
        asked_for = read_once(request, negotiated)
        language, media = asked_for.language, asked_for.media
        if media is None:
            return Response(message("BODY_ACCEPT", language, "", {"media": f"{RESPONSE}, {JSON}, {EVENTS}"}), 406)
        if request.method != "POST":
            return Response(message("BODY_METHOD", language, ""), 405, {"allow": "POST"})
        try:
            body = _body(asked_for, raw)
        except MalformedRequest as refused:
            words = message(refused.words, language, "", refused.facts)
            return _json({"errors": [error(words, refused.code)]}, refused.status, _json_media(media))
        try:
            return await self._answered(request, body, asked_for, media)
        except Exception as failure:
            told = database_failure(failure)
            if told is None:
                raise
            _log.warning("database did not answer", code=told.code, exc_info=failure)
            return unavailable(told.code, language, _json_media(media))

    async def _answered(self, request: Request, body: Mapping[str, Any], asked_for: Negotiated, media: str) -> Response:
        id_ = request.scope["state"]["request_id"]  # of the log line too
        moment = self.clock()
        for fresh in (False, True):
            viewer = await self.load(request, fresh=fresh)
            if isinstance(viewer, Response):
                return viewer
            variables, operation = body.get("variables") or {}, body.get("operationName")
            language = language_of(viewer, asked_for.chosen_language, asked_for.language)
            try:
                text = self.trusted.text(body.get("query"), sent_digest(body), viewer)
                asked = GraphQLRequest(text, variables, operation, viewer, moment, language, fresh, id_)
                return await self._response(request, asked, asked_for, media)
            except (PersistedQueryNotFound, DocumentNotTrusted) as refused:
                if fresh or viewer.documents is None:
                    return _not_listed(refused, language, _json_media(media))
                continue  # what is listed for the caller may have changed since the viewer was loaded
            except StaleViewer:
                continue  # account, roles or session changed, or a trainee needs a viewer that was not cached
        words = message("NOT_AUTHENTICATED", asked_for.language, "")
        return _json({"errors": [error(words, "NOT_AUTHENTICATED")]}, 401, _json_media(media))

    async def _response(self, request: Request, asked: GraphQLRequest, asked_for: Negotiated, media: str) -> Response:
        if asked_for.takes_events:
            opened = await subscribed(self.answering, asked)
            if isinstance(opened, Subscribed):
                return await self.stream(request, opened)
            if opened is not None:
                return _response(opened, RESPONSE)
        answer = await self.answering.answer(asked)
        return single_event(answer) if media == EVENTS else _response(answer, media)


def _not_listed(refused: PersistedQueryNotFound | DocumentNotTrusted, language: str, media: str) -> Response:
    """Return the answer to a document that is not listed; to an unknown digest with 200, as Apollo's clients expect."""
    problem = refusal_error(refused, language)
    if isinstance(refused, PersistedQueryNotFound):
        return _json({"errors": [problem]}, 200, media)
    return _response(refused_answer(problem), media)


def single_event(answer: Answer) -> Response:
    """Return the answer to a query or a command as a stream of one event, for a caller who accepts nothing else."""
    return Response(b"event: next\ndata: %s\n\nevent: complete\ndata:\n\n" % answer.body, media_type=EVENTS)


def language_of(viewer: Viewer, chosen: str, accept_language: str) -> str:
    """
    Return the language of the answers to a viewer: the chosen one, of the account, or of Accept-Language.

    `chosen` is what a page of ours sends when a person chose another language there. The system of an agency has no
    language of its own.
    """
    if chosen in LANGUAGES:
        return chosen
    return preferred(accept_language) if viewer.kind is AccountKind.AGENCY else viewer.language


def _body(asked_for: Negotiated, raw: bytes) -> Mapping[str, Any]:
    if not asked_for.brings_json:
        raise MalformedRequest("BODY_MEDIA_TYPE", 415, media=JSON)
    return parsed(raw)


def parsed(raw: bytes) -> Mapping[str, Any]:
    """
    Return the request in a body.

    :raises MalformedRequest: when it is not a JSON object with a text `query`, or the digest of a document in its
        place, and optional `variables` and `operationName`
    """
    try:
        body = orjson.loads(raw)
    except (orjson.JSONDecodeError, RecursionError):
        raise MalformedRequest("BODY_NOT_JSON") from None
    if not isinstance(body, dict):
        raise MalformedRequest("BODY_NOT_OBJECT")
    for key, kinds, text in (
        ("variables", dict, "Object"),
        ("operationName", str, "String"),
        ("extensions", dict, "Object"),
    ):
        if body.get(key) is not None and not isinstance(body[key], kinds):
            raise MalformedRequest("BODY_MEMBER", member=key, kind=text)
    _check_document(body)
    if not is_within(body.get("operationName") or "", LONGEST_NAME):
        raise MalformedRequest("BODY_NAME_TOO_LONG", most=str(LONGEST_NAME))
    return body


def _check_document(body: Mapping[str, Any]) -> None:
    """
    Check that a request has a text, or names a document by its digest; with both, that the digest is that of the text.

    :raises MalformedRequest: when it has none, or they do not agree
    """
    try:
        digest = sent_digest(body)
    except ValueError:
        raise MalformedRequest("BODY_DIGEST") from None
    text = body.get("query")
    if not isinstance(text, str) and (text is not None or digest is None):
        raise MalformedRequest("BODY_MEMBER", member="query", kind="String")
    if text is not None and digest is not None and document_digest(text) != digest:
        raise MalformedRequest("BODY_DIGEST")


def accepted(header: str) -> str | None:
    """
    Return the media type of the answer; None when the caller accepts none of ours.

    A stream of events is for subscriptions: of anything else only for a caller who accepts no JSON.
    """
    if not header:
        return JSON
    kinds = [part.split(";")[0].strip().lower() for part in header.split(",")]
    for kind in kinds:
        if kind in (RESPONSE, JSON):
            return kind
        if kind in ("*/*", "application/*"):
            return JSON
    return EVENTS if EVENTS in kinds else None


def unavailable(code: str, language: str, media: str) -> Response:
    """Return the answer while the database is lost: nothing is known of it but whether it is worth asking again."""
    problem = error(message(code, language, ""), code)
    problem["extensions"]["retryable"] = True
    headers = {"content-type": f"{media}; charset=utf-8", "retry-after": str(RETRY_AFTER_SECONDS)}
    return Response(orjson.dumps({"errors": [problem]}), 503, headers)


def _response(answer: Answer, media: str) -> Response:
    status = 400 if answer.refused and media == RESPONSE else 200
    return _raw(answer.body, status, media)


def _json_media(media: str) -> str:
    """Return the media type of a refusal: JSON to a caller who waits for a stream, too."""
    return RESPONSE if media == EVENTS else media


def _json(body: Any, status: int, media: str) -> Response:
    return _raw(orjson.dumps(body), status, media)


def _raw(body: bytes, status: int, media: str) -> Response:
    return GraphQLResponse(body, status, media)
