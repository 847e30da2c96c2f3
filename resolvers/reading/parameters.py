"""Late-bound values: the SQL of a plan is fixed, its parameters are fetched for every run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from auth.access_paths import viewer_value
from auth.disclosure import DISCLOSURE_COLUMNS, disclosure_row_sql
from auth.viewer import Viewer
from resolvers.refusals import BadArgument

MAX_PAGE_SIZES = (200, 400)  # the largest pages of root and nested lists; settings may lower them


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
    most: tuple[int, int] = MAX_PAGE_SIZES  # objects on a page of a root list, of a nested list


Getter = Callable[[Call], Any]


class Parameters:
    """
    Collects the parameters of one statement; equal keys share one placeholder.

    `asked`: the questions that the statement asks once, each with the name of its CTE; without it they stand where
    they are needed.
    """

    def __init__(self, asked: dict[str, str] | None = None) -> None:
        self.getters: list[Getter] = []
        self.viewer = ViewerParameters(self)
        self.asked = asked
        self._seen: dict[object, str] = {}

    def __call__(self, key: object, get: Getter, cast: str) -> str:
        """Return the placeholder of a value, cast to its SQL type."""
        if (key, cast) not in self._seen:
            self.getters.append(get)
            self._seen[key, cast] = f"${len(self.getters)}::{cast}"
        return self._seen[key, cast]

    def constant(self, value: Any, cast: str) -> str:
        """Return the placeholder of a value that is part of the plan."""
        return self(("constant", repr(value)), lambda _: value, cast)

    def disclosure_row(
        self,
        values: Mapping[str, Any],
        subjects: str,
        live: str = "TRUE",
        exceptions: Mapping[str, str] | None = None,
    ) -> str:
        """Return the INSERT that records a read of the persons whom the SELECT `subjects` answers, its values bound."""
        placeholders = {name: self.constant(values[name], cast) for name, cast in DISCLOSURE_COLUMNS.items()}
        return disclosure_row_sql(placeholders, [subjects], live, exceptions)


class ViewerParameters:
    """What of the viewer comes into a statement, as `auth.access_paths` names it."""

    def __init__(self, binder: Parameters) -> None:
        self._binder = binder

    def __call__(self, name: str) -> str:
        """Return the placeholder of one of the viewer's values."""
        cast = _CASTS.get(name.partition(".")[0], "uuid")
        return self._binder(("viewer", name), lambda call: _viewer_value(name, call), cast)

    def among(self, column: str, name: str, select: str) -> str:
        """Return the condition that a column is among a question's ids, from its CTE where the statement has one."""
        if (asked := self._binder.asked) is not None:
            if select not in asked:
                names = (f"by_{name}", *(f"by_{name}_{number}" for number in range(2, len(asked) + 2)))
                asked[select] = next(free for free in names if free not in asked.values())
            select = f"SELECT id FROM {asked[select]}"
        return f"{column} IN ({select})"

    def restricted(self, client: str, column: str) -> str:
        """Return the condition that the client whose id stands in a column is restricted."""
        return f"EXISTS (SELECT 1 FROM client m WHERE m.id = {client} AND m.{column})"


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
