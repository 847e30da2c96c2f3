"""
The log of the service: one JSON object per line, without personal data of clients.

There are two protections. A line holds only the keys of ALLOWED_KEYS, which carry no personal values. And in every
text, a filter removes parts that look like an identity code, an e-mail address or a token. Exceptions are logged as
class and place, never with their text: a driver's message quotes the row. Warnings of libraries are lines alike.
"""

import logging
import re
import sys
import traceback
import warnings
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from types import TracebackType
from typing import Any, TextIO

import orjson
import structlog
from structlog.typing import EventDict, FilteringBoundLogger
from typing_extensions import override

ALLOWED_KEYS = {
    *("event", "level", "timestamp", "logger", "mode", "host", "port", "version", "name"),
    *("request_id", "method", "route", "status", "milliseconds", "kind", "account", "client"),
    *(
        "operation",
        "document_hash",
        "outcome",
        "provider",
        "code",
        "codes",
        "rows",
        "count",
        "table",
        "row",
        "migrations",
    ),
    *("exception", "at", "incident"),
    *("added", "updated", "kept", "adopted", "notice", "missing", "gone", "requests"),
}
SECRETS_AND_PERSONS = re.compile(
    r"\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]"  # a personal identity code, real or not
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"  # an e-mail address
    r"|eyJ[\w-]{8,}(?:\.[\w-]*)+"  # a token
    r"|(?i:bearer|basic)\s+[\w.+/=~-]{8,}"  # an authorization header
    r"|(?<=://)[^/@\s]+:[^/@\s]+(?=@)"  # a password in a URL
)
_LOGGER = "polku"
TRUSTED = (_LOGGER, "uvicorn.error")  # loggers whose texts hold no data of requests
REMOVED = "[removed]"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

REQUEST: ContextVar[str | None] = ContextVar("request", default=None)  # the id of the current request

log: FilteringBoundLogger = structlog.get_logger(_LOGGER)


def scrubbed(text: str) -> str:
    """Return `text` without the parts that look personal or secret."""
    return SECRETS_AND_PERSONS.sub(REMOVED, text)


def only_known_keys(_logger: object, _level: str, line: EventDict) -> EventDict:
    """Remove unknown keys; their names are logged in `codes`, so that somebody notices."""
    unknown = sorted(line.keys() - ALLOWED_KEYS)
    for key in unknown:
        del line[key]
    if unknown:
        line["codes"] = [*line.get("codes", []), *(f"unlogged:{key}" for key in unknown)]
    return {key: scrubbed(value) if isinstance(value, str) else value for key, value in line.items()}


def stamped(_logger: object, level: str, line: EventDict) -> EventDict:
    """Add the fields that every line has: request id, level, logger, time."""
    if (request := REQUEST.get()) is not None:
        line["request_id"] = request
    line["level"], line["logger"] = level, _LOGGER
    line["timestamp"] = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    return line


def exception_place(_logger: object, _level: str, line: EventDict) -> EventDict:
    """Replace an exception by its class and its places in the code, the innermost last."""
    exc_info = line.pop("exc_info", None)
    error = sys.exc_info()[1] if exc_info is True else exc_info[1] if isinstance(exc_info, tuple) else exc_info
    if isinstance(error, BaseException):
        line.update(described_exception(error))
    return line


def described_exception(error: BaseException) -> dict[str, Any]:
    """Return the class, the stable code if there is one, and the innermost five places of `error`; not its text."""
    facts = {"exception": f"{type(error).__module__}.{type(error).__qualname__}", "at": places(error.__traceback__)}
    code = getattr(error, "code", None)
    return facts | ({"code": code} if isinstance(code, str) else {})


def places(trace: TracebackType | None) -> list[str]:
    """Return `file:line function` of the innermost five frames."""
    frames = traceback.extract_tb(trace)[-5:]
    return ["{}:{} {}".format("/".join(frame.filename.split("/")[-2:]), frame.lineno, frame.name) for frame in frames]


class ForeignText(logging.Filter):
    """Removes the text of foreign loggers: Tortoise logs parameters, Strawberry logs documents."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        if not record.name.startswith(TRUSTED):
            record.msg, record.args = f"{record.module}.{record.funcName}", ()
        return True


def log_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """
    Write the warning of a library as a line of ours: its class and its place, and never its text.

    Tortoise quotes the value that it warns of; Python would print that to standard error, past every filter.
    """
    del message, file, line
    place = f"{'/'.join(filename.split('/')[-2:])}:{lineno}"
    log.warning("warning", exception=f"{category.__module__}.{category.__qualname__}", at=[place])


class LineFormatter(logging.Formatter):
    """Formats records of Python's logging like our own lines."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        level = record.levelname.lower()
        line: EventDict = {"event": record.getMessage(), "exc_info": record.exc_info}
        for step in (exception_place, only_known_keys, stamped):
            line = step(None, level, line)
        line["logger"] = record.name
        return rendered(None, level, line)


class Stream:
    """The output of our own lines. When writing fails, the line is lost and the request continues."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, line: str) -> None:
        """Write a line immediately."""
        try:
            self.stream.write(line + "\n")
            self.stream.flush()
        except (OSError, ValueError):  # the disk is full, the pipe broken, the stream closed
            return

    debug = info = warning = error = critical = write


class _Output:
    """Where the lines go, and whether those of requests are among them."""

    lines = Stream(sys.stdout)
    has_requests = True


def log_request(route: str, method: str, status: int, milliseconds: float) -> None:
    """
    Write the line of a request: `route` is a route of ours, `method` any text, `milliseconds` the time it took.

    It goes past the filters, which took as long as the rest of the line: nothing in it comes from the request.
    """
    if _Output.has_requests:
        now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        own = f'"milliseconds":{milliseconds},"request_id":"{REQUEST.get()}","timestamp":"{now}"'
        _Output.lines.write(f"{_line_of(route, method, status)}{own}}}")


@lru_cache(1_000)
def _line_of(route: str, method: str, status: int) -> str:
    """Return the beginning of the lines of requests that are alike."""
    known = method if method in _METHODS else scrubbed(method[:20])
    same = {"route": route, "method": known, "status": status, "event": "request", "level": "info", "logger": _LOGGER}
    return rendered(None, "info", same).removesuffix("}") + ","


def rendered(_logger: object, _level: str, line: EventDict) -> str:
    """Return the line as JSON; values that JSON does not know, for instance ids, become text."""
    return orjson.dumps(line, default=str).decode()


def set_up_logs(level: str = "INFO", stream: TextIO | None = None) -> None:
    """
    Make every logger of the process write JSON lines to `stream`, by default to standard output.

    Our own lines go there directly: through Python's logging, a line took as long as the whole middleware (decision
    0068).
    """
    lines = _Output.lines = Stream(stream or sys.stdout)
    _Output.has_requests = logging.getLevelName(level) <= logging.INFO
    structlog.configure(
        processors=[exception_place, only_known_keys, stamped, rendered],
        logger_factory=lambda *_: lines,
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(lines.stream)
    handler.addFilter(ForeignText())
    handler.setFormatter(LineFormatter())
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers.clear()
    for name in ("tortoise", "tortoise.db_client", "asyncio", "strawberry.execution", "httpx2", "authlib"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    warnings.showwarning = log_warning
