"""
Who listens, in the form of one statement: the values of all listeners as columns, and the predicates over them.

The predicates are those of `auth/policy.py`. Where a query binds the values of one viewer, a batch joins a row for each
listener; listeners whose rights make the same condition share one branch of the statement.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from typing_extensions import override

from auth.access_paths import viewer_value
from auth.held_roles import distinct_groups
from auth.liveness import liveness_sql
from auth.policy import access_rule, predicate_sql
from auth.rights import Rights, rights
from auth.viewer import Viewer
from resolvers.changes.positions import Position
from resolvers.declaration import ContentTypes
from resolvers.reading.parameters import StatementParameters, ViewerParameters
from workflow.vocabulary import VIEW

ROW = "t0"  # the alias of a stored row; the SELECTs of the access paths have shorter ones
_SCALARS = {"now": "$1::timestamptz", "today": "$2::date"}
_CASTS = {"epoch": "int", "session": "bytea", "units": "text"}
Branches = Mapping[tuple[str, str], list[int]]  # (noun, condition) → the numbers of the listeners


@dataclass(frozen=True)
class Listener:
    """
    One stream as a batch sees it. `nouns` are the types of which it is told that something changed.

    `followed` are the objects that it is told by name, with their nouns: those that it could see when it was opened.
    """

    number: int
    viewer: Viewer
    position: Position
    nouns: frozenset[str]
    followed: Mapping[UUID, str]


class ListenerBinding(ViewerParameters):
    """
    The viewer's values as columns of the row `listener`; `columns` are those that were asked for.

    `members` are the SELECTs of ids by which listeners reach rows: each is run once for all listeners of a batch, and
    looked up for each of them. For each pair of a listener and an event it took forty times as long.
    """

    def __init__(self) -> None:
        super().__init__(StatementParameters())
        self.columns: dict[str, str] = {}  # the name of a value → the type that its array is bound as
        self.members: dict[str, str] = {}  # SELECT → the name of its CTE

    @override
    def __call__(self, name: str) -> str:
        if name in _SCALARS:
            return _SCALARS[name]
        kind = name.partition(".")[0]
        self.columns[name] = _CASTS.get(kind, "uuid")
        return f"listener.{column_of(name)}" + ("::uuid[]" if kind == "units" else "")

    @override
    def among(self, column: str, name: str, select: str) -> str:
        """Return the condition that a column is among the ids that the SELECT returns for the listener."""
        cte = self.members.setdefault(select, f"by_{name}_{len(self.members)}")
        return f"(listener.n, {column}) IN (SELECT m.n, m.id FROM {cte} m)"

    def members_sql(self) -> list[str]:
        """Return the CTEs of all listeners with the ids that each of them reaches."""
        return [
            f"{name} AS MATERIALIZED (SELECT listener.n, i.id FROM listener CROSS JOIN LATERAL ({select}) i(id))"
            for select, name in self.members.items()
        ]


def viewers_sql(
    columns: Mapping[str, str], viewers: Sequence[Viewer], bound: Callable[[Any, str], str]
) -> tuple[list[str], list[str]]:
    """Return the values of viewers that conditions ask for: the names of the columns, and the bound arrays."""
    asked = sorted(columns.items())
    arrays = [bound([listener_value(name, viewer) for viewer in viewers], f"{cast}[]") for name, cast in asked]
    return [column_of(name) for name, _ in asked], arrays


def column_of(name: str) -> str:
    """Return the column in which a value of the listeners stands: the same name, with no dot."""
    return name.replace(".", "_")


def listener_value(name: str, viewer: Viewer) -> Any:
    """Return a value of a listener as its array holds it, None where the viewer has no such value."""
    kind, _, index = name.partition(".")
    if index and int(index) >= len(distinct_groups(viewer)):
        return None
    value = viewer_value(name, viewer)
    return "{" + ",".join(map(str, value)) + "}" if kind == "units" else value


class Conditions:
    """The conditions of listeners, made once for each set of rights and type."""

    def __init__(self, content_types: ContentTypes) -> None:
        self.content_types, self.bind = content_types, ListenerBinding()
        self._known: dict[tuple[Rights, str], tuple[str, ...]] = {}

    def of_grants(self, viewer: Viewer, noun: str) -> tuple[str, ...]:
        """
        Return for each way by which a viewer sees rows of a type the condition on rows `ROW`.

        Together they are the predicate: a row that one of them meets is seen. One by one they are joins, which cost
        what is seen, and not listeners times events.
        """
        key = (rights(viewer), noun)
        if key not in self._known:
            kind = self.content_types[noun].kind
            rule = access_rule(viewer, kind, VIEW)
            ways = [replace(rule, grants=(grant,)) for grant in rule.grants]
            self._known[key] = tuple(predicate_sql(kind, way, ROW, self.bind) for way in ways)
        return self._known[key]

    def branches(self, asked: Iterable[tuple[Listener, Iterable[str]]]) -> Branches:
        """Return the branches of a statement for listeners with the types that each asks about, in a fixed order."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for listener, nouns in asked:
            for noun in nouns:
                for condition in self.of_grants(listener.viewer, noun):
                    found[noun, condition].append(listener.number)
        return {key: found[key] for key in sorted(found)}

    def liveness(self, listeners: Iterable[Listener]) -> Mapping[str, list[int]]:
        """Return the conditions that a listener is still who it was, each with its listeners."""
        found: dict[str, list[int]] = defaultdict(list)
        for listener in listeners:
            found[liveness_sql(listener.viewer, self.bind)].append(listener.number)
        return {key: found[key] for key in sorted(found)}
