"""Parameters that are bound late: the SQL of a plan is fixed, and its values are computed for every run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from auth.access_paths import viewer_value
from auth.disclosure import DISCLOSURE_COLUMNS, caller_columns, default_purpose, disclosure_row_sql
from auth.viewer import Viewer
from resolvers.refusals import BadArgument

_LONGEST_NAME = 63  # bytes of a name in PostgreSQL; what is longer is cut
MAX_PAGE_SIZES = (200, 400)  # the largest page of a root list and of a nested list; settings may lower them


@dataclass(slots=True)
class Call:
    """
    One run of a plan: the viewer, the moment (UTC), the day in Finland, and the variables.

    `source` is the object that a mutation has changed, or the objects. `page_caps` are the most objects on a page of a
    root list and on a page of a nested list. `cursor_keys` sign cursors and links, the current key first; the older
    ones only open.
    `positions` are those of the cursors that were opened already.
    """

    viewer: Viewer
    now: datetime
    today: date
    request: UUID
    variables: Mapping[str, Any]
    cursor_keys: tuple[bytes, ...]
    source: UUID | list[UUID] | None = None
    page_caps: tuple[int, int] = MAX_PAGE_SIZES
    positions: dict[object, list[str]] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def cursor_key(self) -> bytes:
        """The key that signs new cursors and links."""
        return self.cursor_keys[0]


Getter = Callable[[Call], Any]


@dataclass(frozen=True)
class OfViewer:
    """A getter of what is the same in all runs of a plan by one viewer; it is asked once for each of them."""

    get: Callable[[Viewer], Any]

    def __call__(self, call: Call) -> Any:
        """Return the value for the viewer of a call."""
        return self.get(call.viewer)


def look_values(call: Call, operation: str, fields: list[str], asked: list[UUID], document: str = "") -> dict[str, Any]:
    """Return the values of the log's row for a look that no document compiles to, by the names of its columns."""
    return {
        "at": call.now,
        **caller_columns(call.viewer),
        "operation": operation,
        "document": document,
        "fields": fields,
        "asked": asked,
        "purpose": default_purpose(call.viewer),
        "request": call.request,
    }


class StatementParameters:
    """
    The parameters of one statement; equal keys share one placeholder.

    `shared_selects` maps the SELECTs that the statement runs once to the names of their CTEs. Without it each SELECT is
    inlined where it is needed.
    """

    def __init__(self, shared_selects: dict[str, str] | None = None) -> None:
        self.getters: list[Getter] = []
        self.viewer = ViewerParameters(self)
        self.shared_selects = shared_selects
        self._placeholders: dict[object, str] = {}

    def __call__(self, key: object, get: Getter, cast: str) -> str:
        """Return the placeholder of a value, cast to its SQL type."""
        if (key, cast) not in self._placeholders:
            self.getters.append(get)
            self._placeholders[key, cast] = f"${len(self.getters)}::{cast}"
        return self._placeholders[key, cast]

    def naming_all(self, sql: str) -> str:
        """
        Return a statement that begins with WITH, with every bound parameter in it.

        PostgreSQL refuses a parameter that no part names: the end of a week, where nobody asks for that part.
        """
        unnamed = [placeholder for placeholder in self._placeholders.values() if placeholder not in sql]
        return f"WITH unnamed AS (SELECT {', '.join(unnamed)}), {sql.removeprefix('WITH ')}" if unnamed else sql

    def constant(self, value: Any, cast: str) -> str:
        """Return the placeholder of a value that is part of the plan."""
        return self(("constant", repr(value)), OfViewer(lambda _: value), cast)

    def disclosure_row(
        self,
        values: Mapping[str, Any],
        subjects: str,
        live: str = "TRUE",
        exceptions: Mapping[str, str] | None = None,
    ) -> str:
        """
        Return the INSERT that logs a read, with its values bound.

        `subjects` is a SELECT of the ids of the persons who were read about.
        """
        placeholders = {name: self.constant(values[name], cast) for name, cast in DISCLOSURE_COLUMNS.items()}
        return disclosure_row_sql(placeholders, [subjects], live, exceptions)


class ViewerParameters:
    """The viewer's values in a statement, by the names that `auth.access_paths` uses."""

    def __init__(self, binder: StatementParameters) -> None:
        self._binder = binder

    def __call__(self, name: str) -> str:
        """Return the placeholder of one of the viewer's values."""
        cast = _CASTS.get(name.partition(".")[0], "uuid")
        return self._binder(("viewer", name), _LATE.get(name) or OfViewer(partial(viewer_value, name)), cast)

    def ids(self, name: str, select: str) -> str:
        """Return the SELECT of the ids of a SELECT: from its CTE, where the statement has such."""
        if (shared := self._binder.shared_selects) is not None:
            if select not in shared:
                names = (f"by_{name}", *(f"by_{name}_{number}" for number in range(2, len(shared) + 2)))
                shared[select] = next(candidate for candidate in names if candidate not in shared.values())
            return f"SELECT id FROM {shared[select]}"
        return select

    def among(self, column: str, name: str, select: str) -> str:
        """Return the condition that a column is among the ids of a SELECT."""
        return f"{column} IN ({self.ids(name, select)})"

    def restricted(self, client: str, column: str) -> str:
        """
        Return the condition that a client is restricted; `client` is the column of the client's id.

        It looks one client up. For an EXISTS, PostgreSQL may read all clients first.
        """
        return f"(SELECT m.{column} FROM client m WHERE m.id = {client}) IS TRUE"


class CountingParameters(ViewerParameters):
    """
    The viewer's values where thousands of rows are counted.

    Whether the client of each row is restricted is asked of the few restricted ones, which are read once; to look each
    client up costs more than all else of a total.
    """

    def restricted(self, client: str, column: str) -> str:
        """Return the condition that a client is among those who are restricted."""
        return f"({client} IN (SELECT m.id FROM client m WHERE m.{column})) IS TRUE"


def unplanned(placeholder: str) -> str:
    """
    Return a bound value that PostgreSQL does not look at when it plans.

    A plan that is as good for one value as for any other is made once for a connection, and not for each run.
    """
    return f"(SELECT {placeholder})::{placeholder.partition('::')[2]}"


_CASTS = {"today": "date", "now": "timestamptz", "units": "uuid[]", "epoch": "int", "session": "bytea"}
_LATE: Mapping[str, Getter] = {"now": lambda call: call.now, "today": lambda call: call.today}


def literal(text: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """
    Return an SQL identifier in quotes.

    :raises BadArgument: when the name is so long that PostgreSQL would shorten it, or holds a quote or a NUL character
    """
    if len(name.encode()) > _LONGEST_NAME or '"' in name or "\0" in name:
        raise BadArgument("ARGUMENT_ALIAS", "alias", most=str(_LONGEST_NAME))
    return f'"{name}"'
