"""The contents of attachments: download for viewers who may see the file now, upload for those who may add it now."""

import asyncio
from contextlib import suppress
from datetime import datetime
from urllib.parse import quote
from uuid import UUID, uuid4

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from auth.accounts.viewer_loading import BySession
from auth.authentication import NOT_AUTHENTICATED, WRONG_CSRF_TOKEN, WRONG_ORIGIN, AuthenticationRefusal, Authenticator
from auth.processing import CONTENTS
from auth.sessions.csrf import CSRF_HEADER
from auth.viewer import Viewer
from models.sealed import SealRefused
from resolvers.contents.reasons import Reason
from resolvers.context import CommandContext
from resolvers.file_store import FileMissing, FileStore
from resolvers.files.downloads import disclosed_file
from resolvers.files.incoming import IncomingFile, RunningUploads
from resolvers.files.scanning import Scan, scan_stored
from resolvers.files.uploads import expected_upload, receive_upload
from resolvers.reading.parameters import Call
from resolvers.reading.signed_links import GET, PUT, is_file_link, link_key
from resolvers.refusals import CommandRefused
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.http.localised_refusals import localised_refusal
from service.http.middleware import BodyRefused, body_pieces, refuse_announced
from service.http.walls.limits import count_request
from service.logs import described_exception, log
from service.resources import file_store, keyring_of, schema_and_content_types, utc_now, virus_scanner
from service.settings import Settings
from workflow.calendar import finnish_day

_PATH = "/files/{id}"
UPLOAD_SECONDS = 300  # enough for 20 MB over a slow connection
STATUS = {
    "FORBIDDEN": 403,
    **{reason.value: 422 for reason in Reason},
    Reason.OTHER_TYPE.value: 415,
    Reason.NOT_TEXT.value: 415,
    "FILE_DIGEST_REFUSED": 422,
    "FILE_INFECTED": 422,
    "FILE_BEING_SENT": 409,
    "TOO_MANY_UPLOADS": 429,
}
SCAN_SECONDS = 60  # after which to ask again for a file that waits: so often the worker tries
_ABSENT = AuthenticationRefusal("NOT_FOUND", 404, "There is no such file, or the link has expired: request a new one.")
_WAITING = AuthenticationRefusal("FILE_NOT_SCANNED", 503, "The file waits for the virus scanner.")
_INFECTED = AuthenticationRefusal("FILE_INFECTED", 410, "The virus scanner found something harmful in the file.")
UNREADABLE = AuthenticationRefusal("FILE_UNREADABLE", 500, "The file cannot be opened; tell the administrator.")
# Message keys of schema/execution/messages.py: for a link that is not valid, and for each way to refuse a body.
LINK_OVER = "LINK_OVER"
_BODY = {400: "BODY_CUT_OFF", 408: "BODY_TOO_SLOW", 413: "BODY_TOO_LONG"}


def file_routes(settings: Settings) -> list[BaseRoute]:
    """Return the route of the files."""
    store, running = file_store(settings), RunningUploads()

    async def download(request: Request) -> Response:
        return await _download(request, settings, store)

    async def upload(request: Request) -> Response:
        return await _upload(request, settings, store, running)

    return [Route(_PATH, download, methods=["GET"]), Route(_PATH, upload, methods=["PUT"])]


async def _download(request: Request, settings: Settings, store: FileStore) -> Response:
    moment = utc_now()
    viewer = await _viewer(request, moment, writes=False)
    if isinstance(viewer, AuthenticationRefusal):
        return localised_refusal(request, viewer)
    uuid = _file_of_link(request, viewer, GET, moment)
    if uuid is None:
        return localised_refusal(request, _ABSENT, LINK_OVER)
    call = Call(viewer, moment, finnish_day(moment), uuid4(), {}, request.app.state.answering.runtime.cursor_keys)
    row = await disclosed_file(request.app.state.reads, schema_and_content_types()[1], call, uuid)
    if row is None:
        return localised_refusal(request, _ABSENT, LINK_OVER)
    if row["finding"] is not None:
        return localised_refusal(request, _INFECTED)
    try:
        content = await CONTENTS.run(store.get, uuid)
    except (FileMissing, SealRefused) as error:
        log.error("file does not open", **described_exception(error))
        return localised_refusal(request, UNREADABLE)
    if row["scanned_at"] is None and (refused := await _unclean(settings, moment, uuid, content)):
        answer = localised_refusal(request, refused)
        if refused is _WAITING:
            answer.headers["retry-after"] = str(SCAN_SECONDS)
        return answer
    headers = {
        "content-type": row["media_type"],  # without a charset: the encoding of a text is not known
        "content-disposition": f"attachment; filename*=UTF-8''{quote(row['name'], safe='')}",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",  # for a browser that shows the file all the same
    }
    return Response(content, 200, headers)


async def _unclean(settings: Settings, moment: datetime, uuid: UUID, content: bytes) -> AuthenticationRefusal | None:
    """Scan a file that was never scanned; return why it is not handed out. Without a scanner, nothing is scanned."""
    if not settings.scanner_url:
        return None
    content_types, scanner = schema_and_content_types()[1], virus_scanner(settings)
    keyring, today = keyring_of(settings), finnish_day(moment)
    context = system_context(content_types, RULEBOOK, keyring, moment, today, scanner=scanner)
    found = await scan_stored(context, uuid, content)
    return {Scan.CLEAN: None, Scan.INFECTED: _INFECTED, Scan.WAITING: _WAITING}[found]


async def _upload(request: Request, settings: Settings, store: FileStore, running: RunningUploads) -> Response:
    moment = utc_now()
    viewer = await _viewer(request, moment, writes=True)
    if isinstance(viewer, AuthenticationRefusal):
        return _refuse_and_close(request, viewer)
    uuid = _file_of_link(request, viewer, PUT, moment)
    if uuid is None:
        return _refuse_and_close(request, _ABSENT, LINK_OVER)
    content_types = schema_and_content_types()[1]
    context = CommandContext(
        content_types,
        RULEBOOK,
        viewer,
        moment,
        finnish_day(moment),
        keyring_of(settings),
        artificial_codes=False,
        files=store,
        scanner=virus_scanner(settings),
        request=request.state.request_id,
    )
    try:
        expected = await expected_upload(context, uuid)
        refuse_announced(request.scope, expected.size)
        with running.incoming(store, uuid, viewer.account) as incoming:
            await _read_in_time(request, expected.size, incoming)
            is_ready = await receive_upload(context, uuid, incoming)
    except BodyRefused as body:
        return _refuse_and_close(
            request, AuthenticationRefusal(body.code, body.status, str(body)), _BODY.get(body.status, "")
        )
    except CommandRefused as command:
        code = command.problems[0].code
        return _refuse_and_close(request, AuthenticationRefusal(code, STATUS.get(code, 404), code))
    return Response(status_code=204 if is_ready else 202)


async def _read_in_time(request: Request, size: int, incoming: IncomingFile) -> None:
    """
    Write the bytes of an upload to disk as they come.

    :raises BodyRefused: when they are too many, too slow or cut off
    """
    try:
        async with asyncio.timeout(UPLOAD_SECONDS):
            async for piece in body_pieces(request.receive, size):
                await asyncio.to_thread(incoming.append, piece)
    except TimeoutError:
        raise BodyRefused(408, "The body took too long") from None


def _file_of_link(request: Request, viewer: Viewer, verb: str, moment: datetime) -> UUID | None:
    """Return the file that the link names; None when the link has expired or was not made for this viewer."""
    uuid = None
    with suppress(ValueError):
        uuid = UUID(hex=request.path_params["id"])
    if uuid is None or uuid.hex != request.path_params["id"]:
        return None
    keys = (link_key(secret, viewer.account) for secret in request.app.state.answering.runtime.cursor_keys)
    return uuid if any(is_file_link(key, uuid, verb, request.query_params, moment) for key in keys) else None


async def _viewer(request: Request, moment: datetime, *, writes: bool) -> Viewer | AuthenticationRefusal:
    """Return the viewer who follows a link: by token, or by session, which for writing also needs our CSRF token."""
    authenticator: Authenticator = request.app.state.authenticator
    if "authorization" in request.headers:
        viewer = await authenticator.authenticate(request, moment)
    else:
        viewer = await _by_session(authenticator, request, moment, writes=writes)
    if isinstance(viewer, Viewer):
        await count_request(request, viewer)
    return viewer


async def _by_session(
    authenticator: Authenticator, request: Request, moment: datetime, *, writes: bool
) -> Viewer | AuthenticationRefusal:
    session = authenticator.session(request)
    if session is None:
        return NOT_AUTHENTICATED
    if writes and not authenticator.guard.is_same_origin(request.headers):
        return WRONG_ORIGIN
    if writes and not authenticator.guard.is_token(request.headers.get(CSRF_HEADER, ""), session):
        return WRONG_CSRF_TOKEN
    return await authenticator.viewer(BySession(session), moment) or NOT_AUTHENTICATED


def _refuse_and_close(request: Request, refused: AuthenticationRefusal, message_key: str = "") -> Response:
    """Return a refusal for a request whose body may be unread: the connection cannot be used again."""
    answer = localised_refusal(request, refused, message_key)
    answer.headers["connection"] = "close"
    return answer
