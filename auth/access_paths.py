"""
Access paths: how a role of a viewer reaches rows, in SQL for many rows and in Python for one.

`workflow/roles.py` lists the paths of each role. The states that a path depends on are in the workflows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from auth.held_roles import distinct_groups, holds_role, unit_groups
from auth.path_selects import PATH_SELECTS
from auth.representation import ACTED_BY_SQL
from auth.viewer import Viewer
from models.content import Reach
from workflow.roles import ROLES, Holding, PathKind, Role


class ViewerBinding(Protocol):
    """Binds the values of a viewer in a statement."""

    def __call__(self, name: str) -> str:
        """Return the placeholder of one of the viewer's values."""

    def ids(self, name: str, select: str) -> str:
        """Return the SELECT of the ids that a SELECT returns, which the statement may run once."""

    def among(self, column: str, name: str, select: str) -> str:
        """Return the condition that a column is among the ids that a SELECT returns."""

    def restricted(self, client: str, column: str) -> str:
        """Return the condition that a client is restricted; `client` is the column of the client's id."""


@dataclass(frozen=True, order=True)
class AccessPath:
    """
    One path to rows.

    For a path by unit, `units` is the index of the group of units in `distinct_groups`, and `single` says whether the
    group has one unit. For the path of a guardian, `matter` is what the representation must cover.
    """

    kind: PathKind
    units: int = -1
    single: bool = False
    matter: str = ""


@dataclass(frozen=True)
class RowFacts:
    """
    Facts about one row beyond its columns, the same that the SQL of the paths reads from the database.

    `through` are the kinds of paths in `PATH_SELECTS` that lead to the row. `restrictions` are the columns by which
    its client restricts it. `matters` are those in which the viewer represents its client. `memo` is for what follows
    from facts and columns; rows that were loaded together and have equal facts share it.
    """

    through: frozenset[PathKind] = frozenset()
    restrictions: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    memo: dict[Any, tuple[frozenset[Role], Viewer]] = field(init=False, default_factory=dict, compare=False, repr=False)


# The attribute of `Reach` with the column by which a path of each kind reaches a row.
_COLUMN: Mapping[PathKind, str] = {
    PathKind.UNIT: "unit",
    PathKind.SELF: "trainee",
    PathKind.CASELOAD: "client",
    PathKind.AGENCY: "agency",
    PathKind.CONSENT: "consent",
    PathKind.WORKPLACE: "workplace",
    PathKind.AUTHOR: "author",
    PathKind.EMERGENCY: "client",
    PathKind.SUPPORT: "client",
    PathKind.SUPPORTED_UNIT: "unit",
    PathKind.REQUEST: "client",
    PathKind.REPRESENTED: "trainee",  # a guardian reaches what the person reaches, or the rows of the own acts
}


def _column_of(kind: PathKind, reach: Reach) -> str | None:
    if kind is PathKind.REPRESENTED and reach.representation:
        return reach.representation
    column: str | None = getattr(reach, _COLUMN[kind])
    return column


def access_paths(viewer: Viewer, reach: Reach, role: Role, matter: str | None = None) -> tuple[AccessPath, ...]:
    """
    Return the paths by which `role` of this viewer reaches rows with this reach.

    `matter` is what a guardian asks about, that of the rows when it is not given. The tuple is empty when the viewer
    lacks the role.
    """
    return paths_by_role(viewer, reach, matter).get(role, ())


def paths_by_role(viewer: Viewer, reach: Reach, matter: str | None = None) -> Mapping[Role, tuple[AccessPath, ...]]:
    """Return the roles of this viewer that reach rows with this reach, each with its paths; `matter` as above."""
    asked = reach.matter if matter is None else matter
    known = viewer.once(_no_paths)
    if (found := known.get((reach, asked))) is None:
        found = known[reach, asked] = {role: p for role in Role if (p := _paths_of(viewer, reach, role, asked))}
    return found


def deciding_columns(viewer: Viewer, reach: Reach, matter: str | None = None) -> tuple[str, ...]:
    """Return the columns by whose values it is decided which paths lead this viewer to a row; facts decide the rest."""
    known, asked = viewer.once(_no_columns), reach.matter if matter is None else matter
    if (found := known.get((reach, asked))) is None:
        by_column = _kinds(viewer, reach, matter) - PATH_SELECTS.keys() - {PathKind.EVERYWHERE}
        columns = {_column_of(kind, reach) for kind in by_column}
        found = known[reach, asked] = tuple(sorted(column for column in columns if column))
    return found


def _kinds(viewer: Viewer, reach: Reach, matter: str | None = None) -> set[PathKind]:
    """Return the kinds of paths by which some role of this viewer reaches rows with this reach."""
    return {path.kind for paths in paths_by_role(viewer, reach, matter).values() for path in paths}


def _no_columns(_viewer: Viewer) -> dict[tuple[Reach, str], tuple[str, ...]]:
    """Return an empty cache, as `_no_paths`."""
    return {}


def _no_paths(_viewer: Viewer) -> dict[tuple[Reach, str], Mapping[Role, tuple[AccessPath, ...]]]:
    """Return an empty cache: what leads a viewer to rows is asked of every row of a command."""
    return {}


def _paths_of(viewer: Viewer, reach: Reach, role: Role, matter: str) -> tuple[AccessPath, ...]:
    if not holds_role(viewer, role):
        return ()
    paths = (_path(viewer, reach, role, kind, matter) for kind in ROLES[role].paths)
    return tuple(path for path in paths if path is not None)


def _path(viewer: Viewer, reach: Reach, role: Role, kind: PathKind, matter: str) -> AccessPath | None:
    is_granted = ROLES[role].holding is Holding.GRANTED
    match kind:
        case PathKind.EVERYWHERE:
            return AccessPath(kind) if not is_granted or role in viewer.everywhere else None
        case PathKind.UNIT:
            units = unit_groups(viewer).get(role) if role not in viewer.everywhere else None
            if not units or not reach.unit:
                return None
            return AccessPath(kind, distinct_groups(viewer).index(units), len(units) == 1)
        case PathKind.REPRESENTED:
            return AccessPath(kind, matter=matter) if matter and _column_of(kind, reach) else None
    return AccessPath(kind) if _column_of(kind, reach) else None


def access_path_sql(path: AccessPath, reach: Reach, alias: str, bind: ViewerBinding) -> str | None:
    """Return the SQL condition of a path on rows with this alias; None for a path that reaches every row."""
    if path.kind is PathKind.EVERYWHERE:
        return None
    column = f'{alias}."{_column_of(path.kind, reach)}"'
    match path.kind:
        case PathKind.UNIT if path.single:
            return f"{column} = {bind(f'unit.{path.units}')}"
        case PathKind.UNIT:
            return f"{column} = ANY({bind(f'units.{path.units}')})"
        case PathKind.SELF:
            return f"{column} = {bind('client')}"
        case PathKind.AUTHOR:
            return f"{column} = {bind('account')}"
        case PathKind.AGENCY | PathKind.WORKPLACE:
            return f"{column} = {bind(path.kind.value)}"
    return membership_sql(path.kind, reach, column, bind, path.matter)


class _SelectValues(dict[str, str]):
    """The values in a path's SELECT: category and matter of the rows, and a placeholder for every other name."""

    def __init__(self, bind: ViewerBinding, category: str, matter: str) -> None:
        super().__init__(category=category, matter=matter)
        self.bind = bind

    def __missing__(self, name: str) -> str:
        return self.bind(name)


def membership_sql(kind: PathKind, reach: Reach, column: str, bind: ViewerBinding, matter: str = "") -> str:
    """Return the condition that a column is among the ids that a kind of path in `PATH_SELECTS` reaches."""
    return bind.among(column, kind.name.lower(), _select_of_path(kind, reach, bind, matter))


def _select_of_path(kind: PathKind, reach: Reach, bind: ViewerBinding, matter: str) -> str:
    select = ACTED_BY_SQL if kind is PathKind.REPRESENTED and reach.representation else PATH_SELECTS[kind][1]
    return select.format_map(_SelectValues(bind, reach.category, matter))


def members_sql(path: AccessPath, reach: Reach, bind: ViewerBinding) -> str | None:
    """
    Return the SELECT of the different ids through which a path reaches rows: cases, units, referrals.

    It is None for a path through one value, which is one range of an index.
    """
    if path.kind is PathKind.UNIT and not path.single:
        return f"SELECT DISTINCT unnest({bind(f'units.{path.units}')})"
    if path.kind in PATH_SELECTS:
        name, select = path.kind.name.lower(), _select_of_path(path.kind, reach, bind, path.matter)
        return f"SELECT DISTINCT id FROM ({bind.ids(name, select)}) i(id)"
    return None


def member_sql(path: AccessPath, reach: Reach, alias: str, member: str) -> str:
    """Return the condition that a path reaches a row through this one of its members."""
    return f'{alias}."{_column_of(path.kind, reach)}" = {member}'


def queried_columns(viewer: Viewer, reach: Reach) -> dict[PathKind, str]:
    """
    Return the kinds of paths to rows with this reach that must query the database, each with its column.

    They are those by which some role of the viewer goes.
    """
    taken = _kinds(viewer, reach) - {PathKind.REPRESENTED}
    return {
        kind: column
        for kind, (start, _) in PATH_SELECTS.items()
        if kind in taken and (column := _column_of(kind, reach)) and getattr(viewer, start) is not None
    }


def represented_column(viewer: Viewer, reach: Reach) -> str | None:
    """Return the column by which a guardian reaches rows with this reach; None for others and for other rows."""
    return _column_of(PathKind.REPRESENTED, reach) if reach.matter and holds_role(viewer, Role.GUARDIAN) else None


def leads_to_row(path: AccessPath, viewer: Viewer, reach: Reach, row: Mapping[str, Any], facts: RowFacts) -> bool:
    """Return whether the path reaches this row: the same rule as `access_path_sql`, in Python."""
    if path.kind is PathKind.EVERYWHERE:
        return True
    column = _column_of(path.kind, reach) or ""
    match path.kind:
        case PathKind.UNIT:
            return row[column] in distinct_groups(viewer)[path.units]
        case PathKind.REPRESENTED:
            return path.matter in facts.matters
        case kind if kind in PATH_SELECTS:
            return getattr(viewer, PATH_SELECTS[kind][0]) is not None and kind in facts.through
    viewer_ids = {
        PathKind.SELF: viewer.client,
        PathKind.AUTHOR: viewer.account,
        PathKind.AGENCY: viewer.agency,
        PathKind.WORKPLACE: viewer.workplace,
    }
    return row[column] is not None and row[column] == viewer_ids[path.kind]


def viewer_value(name: str, viewer: Viewer) -> Any:
    """Return the value of a placeholder of a path, except `today`."""
    kind, _, index = name.partition(".")
    match kind:
        case "unit":
            return distinct_groups(viewer)[int(index)][0]
        case "units":
            return list(distinct_groups(viewer)[int(index)])
    return getattr(viewer, kind)
