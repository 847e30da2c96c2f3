"""Stored values as PostgreSQL writes them: into JSON, and as text."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson


def loaded_json(stored: Any) -> Any:
    """Return what a JSON column holds, however the row was read."""
    return orjson.loads(stored) if isinstance(stored, str | bytes) else stored


def as_json_text(value: Any) -> Any:
    """Return a stored value as PostgreSQL writes it into JSON."""
    match value:
        case datetime():
            return _fraction(value, "T") + "+00:00"
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case list():
            return [as_json_text(v) for v in value]
    return value


def as_sql_text(value: Any) -> str:
    """Return a stored value as PostgreSQL turns it into text."""
    return _fraction(value, " ") + "+00" if isinstance(value, datetime) else str(value)


def _fraction(moment: datetime, between: str) -> str:
    text = moment.strftime(f"%Y-%m-%d{between}%H:%M:%S")
    return text + (f".{moment.microsecond:06}".rstrip("0") if moment.microsecond else "")
