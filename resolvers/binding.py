"""Late-bound values: the SQL of a plan is fixed, its parameters are fetched for every run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from auth.viewer import Viewer
from auth.ways import viewer_value
from resolvers.refusals import BadArgument

PAGES = (200, 400)  # the largest pages of root and nested lists; settings may lower them


@dataclass(frozen=True)
class Call:
    """One run of a plan: who, when, with which variables; `source` is the object that a mutation changed."""

    viewer: Viewer
    now: datetime
    today: date
    request: UUID
    variables: Mapping[str, Any]
    cursor_key: bytes
    source: UUID | None = None
    most: tuple[int, int] = PAGES  # objects on a page of a root list, of a nested list


Getter = Callable[[Call], Any]


class Binder:
    """Collects the parameters of one statement; equal keys share one placeholder."""

    def __init__(self) -> None:
        self.getters: list[Getter] = []
        self._seen: dict[object, str] = {}

    def __call__(self, key: object, get: Getter, cast: str) -> str:
        """Return the placeholder of a value, cast to its SQL type."""
        if (key, cast) not in self._seen:
            self.getters.append(get)
            self._seen[key, cast] = f"${len(self.getters)}::{cast}"
        return self._seen[key, cast]

    def viewer(self, name: str) -> str:
        """Return the placeholder of one of the viewer's values, as `auth.ways` names them."""
        cast = _CASTS.get(name.partition(".")[0], "uuid")
        return self(("viewer", name), lambda call: _viewer_value(name, call), cast)

    def constant(self, value: Any, cast: str) -> str:
        """Return the placeholder of a value that is part of the plan."""
        return self(("constant", repr(value)), lambda _: value, cast)


_CASTS = {"today": "date", "now": "timestamptz", "units": "uuid[]", "epoch": "int", "session": "bytea"}


def _viewer_value(name: str, call: Call) -> Any:
    return call.now if name == "now" else viewer_value(name, call.viewer, call.today)


def quoted(name: str) -> str:
    """
    Return an SQL identifier in quotes.

    :raises BadArgument: when it is so long that PostgreSQL would cut it silently
    """
    if len(name.encode()) > 63 or '"' in name or "\0" in name:
        raise BadArgument("An alias is at most 63 bytes long.")
    return f'"{name}"'
