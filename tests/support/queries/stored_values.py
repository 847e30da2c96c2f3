"""Stored values as PostgreSQL writes them: into JSON, and as text."""

from collections.abc import Mapping
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


def compared(stored: Any, given: Mapping[str, Any] | None, target: str | None = None) -> bool:
    """Return whether a stored value holds for all operators of a filter; `target` is the noun of a reference."""

    def plain(value: Any) -> Any:
        if target is not None and value is not None:
            noun, _, digits = value.rpartition("_")
            return UUID(digits) if noun == target else None
        if isinstance(stored, date) and isinstance(value, str):  # a moment is a date too
            return type(stored).fromisoformat(value)
        return getattr(value, "value", value)

    def holds(operator: str, value: Any) -> bool:
        match operator:
            case "eq":
                return bool(stored == plain(value))
            case "gt":
                return bool(stored > plain(value))
            case "gte":
                return bool(stored >= plain(value))
            case "lt":
                return bool(stored < plain(value))
            case "lte":
                return bool(stored <= plain(value))
            case "in" | "in_":
                return stored in [plain(v) for v in value]
        assert operator in ("startsWith", "starts_with")
        return bool(stored.lower().startswith(value.lower()))

    for operator, value in (given or {}).items():
        if operator in ("isNull", "is_null"):
            if value is None or (stored is None) is not value:
                return False
            continue
        if stored is None or value is None:
            return False
        if not holds(operator, value):
            return False
    return True
