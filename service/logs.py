"""
What the service writes about itself: one JSON object per line, from which nobody learns anything about a client.

Two walls. A line holds only the keys of KEPT_KEYS, which by their meaning carry no personal value. And whatever text
gets through, a scrubber removes what looks like an identity code, an address or a token. Exceptions are written as
class and place, never as text: a driver's message quotes the row.
"""

import logging
import re
import sys
import traceback
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

import orjson
import structlog
from structlog.typing import EventDict, FilteringBoundLogger
from typing_extensions import override

KEPT_KEYS = {
    *("event", "level", "timestamp", "logger", "mode", "host", "port", "version", "name"),
    *("request_id", "method", "route", "status", "milliseconds", "kind", "account", "client"),
    *("operation", "document_hash", "outcome", "code", "codes", "rows", "count", "table", "migrations"),
    *("exception", "at", "incident"),
}
SECRETS_AND_PERSONS = re.compile(
    r"\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]"  # a personal identity code, real or not
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"  # an e-mail address
    r"|eyJ[\w-]{8,}(?:\.[\w-]*)+"  # a token
    r"|(?i:bearer|basic)\s+[\w.+/=~-]{8,}"  # a header that carries one
    r"|(?<=://)[^/@\s]+:[^/@\s]+(?=@)"  # a password in a URL
)
_OURS = "polku"
TRUSTED = (_OURS, "uvicorn.error")  # loggers whose texts are written by people who know that they are logged
REMOVED = "[removed]"

REQUEST: ContextVar[str | None] = ContextVar("request", default=None)  # the id of the request that is answered

log: FilteringBoundLogger = structlog.get_logger(_OURS)


def scrubbed(text: str) -> str:
    """Return `text` without what looks personal or secret."""
    return SECRETS_AND_PERSONS.sub(REMOVED, text)


def only_known_keys(_logger: object, _level: str, line: EventDict) -> EventDict:
    """Keep the keys that were thought about; the names of the others are told, so that somebody misses them."""
    unknown = sorted(line.keys() - KEPT_KEYS)
    for key in unknown:
        del line[key]
    if unknown:
        line["codes"] = [*line.get("codes", []), *(f"unlogged:{key}" for key in unknown)]
    return {key: scrubbed(value) if isinstance(value, str) else value for key, value in line.items()}


def stamped(_logger: object, level: str, line: EventDict) -> EventDict:
    """Add what every line says and nobody else has a hand in: the request, the level, the logger, the moment."""
    if (request := REQUEST.get()) is not None:
        line["request_id"] = request
    line["level"], line["logger"] = level, _OURS
    line["timestamp"] = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    return line


def exception_place(_logger: object, _level: str, line: EventDict) -> EventDict:
    """Replace an exception by its class and by the places it passed, innermost last."""
    found = line.pop("exc_info", None)
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        line.update(described_exception(error))
    return line


def described_exception(error: BaseException) -> dict[str, Any]:
    """Return the class, the stable code if there is one, and the innermost five places of `error`; not its text."""
    place = {"exception": f"{type(error).__module__}.{type(error).__qualname__}", "at": places(error.__traceback__)}
    code = getattr(error, "code", None)
    return place | ({"code": code} if isinstance(code, str) else {})


def places(trace: TracebackType | None) -> list[str]:
    """Return `file:line function` of the innermost five frames."""
    frames = traceback.extract_tb(trace)[-5:]
    return ["{}:{} {}".format("/".join(frame.filename.split("/")[-2:]), frame.lineno, frame.name) for frame in frames]


class ForeignText(logging.Filter):
    """Silence the text of other people's loggers: Tortoise prints parameters, Strawberry prints documents."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        if not record.name.startswith(TRUSTED):
            record.msg, record.args = f"{record.module}.{record.funcName}", ()
        return True


class LineFormatter(logging.Formatter):
    """Write what came through Python's own logging as a line like ours."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        level = record.levelname.lower()
        line: EventDict = {"event": record.getMessage(), "exc_info": record.exc_info}
        for step in (exception_place, only_known_keys, stamped):
            line = step(None, level, line)
        line["logger"] = record.name
        return rendered(None, level, line)


class Stream:
    """Where our own lines go. One that cannot be written is lost; the request that it tells of is not."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, line: str) -> None:
        """Write a line at once."""
        with suppress(OSError, ValueError):  # the disk is full, the pipe broken, the stream closed
            self.stream.write(line + "\n")
            self.stream.flush()

    debug = info = warning = error = critical = write


def rendered(_logger: object, _level: str, line: EventDict) -> str:
    """Return the line as JSON; what JSON does not know, an id for instance, as text."""
    return orjson.dumps(line, default=str).decode()


def set_up_logs(level: str = "INFO", stream: TextIO | None = None) -> None:
    """
    Have every logger of the process write JSON lines to `stream`, standard output by default.

    Our own lines go there directly: through Python's logging a line took as long as the whole middleware (decision
    0068).
    """
    ours = Stream(stream or sys.stdout)
    structlog.configure(
        processors=[exception_place, only_known_keys, stamped, rendered],
        logger_factory=lambda *_: ours,
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(ours.stream)
    handler.addFilter(ForeignText())
    handler.setFormatter(LineFormatter())
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers.clear()
    for name in ("tortoise", "tortoise.db_client", "asyncio", "strawberry.execution", "httpx2", "authlib"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
