"""Errors that a caller can only report: each gets an id, under which the log says what happened and where."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import structlog

from resolvers.reading.sealed_values import UnreadableValue
from schema.execution.messages import message

UNREADABLE = "VALUE_UNREADABLE"
_log = structlog.get_logger("polku")


def unexpected_error(cause: BaseException, path: Sequence[str | int] | None, language: str) -> dict[str, Any]:
    """Return an unexpected error as the caller gets it; the log has its class and place under the same id."""
    incident = uuid4().hex
    _log.error("unexpected", incident=incident, exc_info=cause)
    return {
        "message": message("INTERNAL", language, "", {"id": incident}),
        "path": path,
        "extensions": {"code": "INTERNAL", "id": incident},
    }


def unreadable_error(value: UnreadableValue, before: tuple[str | int, ...], language: str) -> dict[str, Any]:
    """
    Return the error of a sealed value that does not open, whose field is null; the log names the row.

    `before` is the path of the JSON in which the value was found.
    """
    incident = uuid4().hex
    place = f"{value.table}.{value.column}"
    _log.error("sealed value unreadable", incident=incident, table=place, row=str(value.row), code=value.code)
    return {
        "message": message(UNREADABLE, language, "", {"id": incident}),
        "path": [*before, *value.path],
        "extensions": {"code": UNREADABLE, "id": incident},
    }
