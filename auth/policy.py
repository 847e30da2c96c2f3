"""
The one rule of access: (viewer, kind, permission) → which rows.

`access_rule` derives it from the workflow's table, the viewer's roles, token scopes and the restrictions of the client;
`predicate_sql` is the predicate behind every surface; `allowed` is the same rule for one row. No decision is stored:
change a workflow, restart, and every object obeys.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from auth.access_paths import (
    AccessPath,
    PathKind,
    RowFacts,
    ViewerBinding,
    access_path_sql,
    access_paths,
    leads_to_row,
    unit_groups,
)
from auth.viewer import Viewer
from models.content import Reach
from models.referral import Referral
from workflow.language import Workflow
from workflow.vocabulary import ADD, Permission, Role, scopes_open


@dataclass(frozen=True)
class Kind:
    """A guarded kind of row: its workflow, its table and how local roles reach it."""

    workflow: Workflow
    table: str
    reach: Reach

    @property
    def noun(self) -> str:
        """The name of the kind, such as `coaching_note`."""
        return self.workflow.noun

    def __hash__(self) -> int:
        """Kinds are told apart by their noun."""
        return hash(self.workflow.noun)


@dataclass(frozen=True)
class Grant:
    """Rows in these states, reached by this way."""

    way: AccessPath
    states: frozenset[str]


@dataclass(frozen=True)
class Restriction:
    """Rows whose client has `column` set are left out, unless one of the ways leads there."""

    column: str
    but: tuple[AccessPath, ...]


@dataclass(frozen=True)
class AccessRule:
    """The rows on which a permission is held: any of the paths, less what is subtracted. No path: never."""

    paths: tuple[Grant, ...]
    minus: tuple[Restriction, ...] = ()

    def implies(self, other: "AccessRule") -> bool:
        """Tell whether every row of this rule is certainly a row of the other."""
        return set(other.minus) <= set(self.minus) and all(
            any(mine.states <= o.states and o.way in (mine.way, AccessPath(PathKind.EVERYWHERE)) for o in other.paths)
            for mine in self.paths
        )


def rights(viewer: Viewer) -> tuple[object, ...]:
    """
    Return what of the viewer shapes a rule; two viewers with equal rights share compiled plans.

    The arity of a group of units belongs to it: equality keeps the order of an index, `= ANY` loses it.
    """
    groups = unit_groups(viewer)
    order = list(dict.fromkeys(groups.values()))
    units = tuple((role, order.index(units), len(units) == 1) for role, units in groups.items())
    return (viewer.everywhere, units, viewer.scopes, viewer.may_enter, viewer.kind, viewer.session is not None)


def access_rule(viewer: Viewer, kind: Kind, permission: Permission) -> AccessRule:
    """Return the rule by which this viewer holds `permission` on rows of `kind`; without paths it is never held."""
    return _rule(_Shape(rights(viewer), viewer), kind, permission)


class _Shape:
    """A viewer that compares by rights, so that rules are derived once for all viewers alike."""

    def __init__(self, key: tuple[object, ...], viewer: Viewer) -> None:
        self.key, self.viewer = key, viewer

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shape) and self.key == other.key


@lru_cache(4096)
def _rule(shape: _Shape, kind: Kind, permission: Permission) -> AccessRule:
    viewer = shape.viewer
    if not viewer.may_enter or not scopes_open(viewer.scopes, kind.noun, permission):
        return AccessRule(())
    states: dict[AccessPath, set[str]] = {}
    for name, state in kind.workflow.states.items():
        for role in sorted(state.roles(permission)):
            for way in access_paths(viewer, kind.reach, role):
                states.setdefault(way, set()).add(name)
    paths = _absorbed(tuple(Grant(way, frozenset(states[way])) for way in sorted(states)))
    return AccessRule(paths, tuple(m for m in _minus(viewer, kind, permission) if not _lifted(m, paths)))


def _absorbed(paths: tuple[Grant, ...]) -> tuple[Grant, ...]:
    """Leave out a path whose rows the way to everywhere already holds."""
    everywhere = next((p for p in paths if p.way.by is PathKind.EVERYWHERE), None)
    if everywhere is None:
        return paths
    return tuple(p for p in paths if p is everywhere or not p.states <= everywhere.states)


def _lifted(minus: Restriction, paths: tuple[Grant, ...]) -> bool:
    """Tell whether nothing is subtracted: every row of the paths is reached by a way that is exempt."""
    return AccessPath(PathKind.EVERYWHERE) in minus.but or all(path.way in minus.but for path in paths)


def _minus(viewer: Viewer, kind: Kind, permission: Permission) -> tuple[Restriction, ...]:
    return tuple(
        Restriction(s.column, tuple(sorted({w for role in s.but for w in access_paths(viewer, kind.reach, role)})))
        for s in kind.workflow.minus
        if permission in s.permissions
    )


def grant_sql(kind: Kind, path: Grant, alias: str, bind: ViewerBinding) -> str:
    """Return the SQL condition of one path: its way, and its states unless they are all."""
    parts = [access_path_sql(path.way, kind.reach, alias, bind)]
    if path.states != frozenset(kind.workflow.states):
        listed = ", ".join(f"'{state}'" for state in sorted(path.states))
        parts.append(f"{alias}.state IN ({listed})")
    return " AND ".join(p for p in parts if p) or "TRUE"


def restriction_sql(kind: Kind, minus: Restriction, alias: str, bind: ViewerBinding) -> str:
    """Return the SQL condition that a row is not subtracted."""
    free = f"NOT {is_restricted_sql(kind, minus.column, alias, bind)}"
    but = [access_path_sql(way, kind.reach, alias, bind) or "TRUE" for way in minus.but]
    return f"({' OR '.join([free, *but])})"


def is_restricted_sql(kind: Kind, column: str, alias: str, bind: ViewerBinding) -> str:
    """Return the SQL that tells whether a row is restricted: by itself, the client it is about, or its referral."""
    own, reach = f"{alias}.{column}", kind.reach
    if reach.client == "id":
        return own
    parts = [bind.restricted(f'{alias}."{reach.client}"', column)]
    if column in reach.restrictions:
        parts.insert(0, f"{own} IS TRUE")
    if reach.referral and column in Referral.reach.restrictions:
        parts.append(f"EXISTS (SELECT 1 FROM referral m WHERE m.id = {alias}.{reach.referral} AND m.{column})")
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def predicate_sql(kind: Kind, held: AccessRule, alias: str, bind: ViewerBinding) -> str:
    """Return the predicate of a rule over rows called `alias`; `FALSE` when nothing leads there."""
    if not held.paths:
        return "FALSE"
    paths = [grant_sql(kind, path, alias, bind) for path in held.paths]
    joined = paths[0] if len(paths) == 1 else "(" + " OR ".join(f"({p})" for p in paths) + ")"
    return " AND ".join([joined, *(restriction_sql(kind, m, alias, bind) for m in held.minus)])


def roles_on_row(viewer: Viewer, kind: Kind, row: Mapping[str, Any], facts: RowFacts) -> frozenset[Role]:
    """Return the roles that this viewer holds on this one row."""
    return frozenset(
        role
        for role in Role
        if any(leads_to_row(w, viewer, kind.reach, row, facts) for w in access_paths(viewer, kind.reach, role))
    )


def effective_roles(
    viewer: Viewer, kind: Kind, row: Mapping[str, Any], permission: Permission, facts: RowFacts
) -> frozenset[Role]:
    """Return the roles on this row that count for a permission: all that are held, or none where it is taken away."""
    if not viewer.may_enter or not scopes_open(viewer.scopes, kind.noun, permission):
        return frozenset()
    held = roles_on_row(viewer, kind, row, facts)
    return frozenset() if active_restrictions(kind, held, permission, facts) else held


def active_restrictions(kind: Kind, held: frozenset[Role], permission: Permission, facts: RowFacts) -> list[str]:
    """Return the restrictions of a row that take a permission from who holds these roles there."""
    return sorted(
        {
            s.column
            for s in kind.workflow.minus
            if permission in s.permissions and s.column in facts.restrictions and not held & s.but
        }
    )


def allowed(viewer: Viewer, kind: Kind, row: Mapping[str, Any], permission: Permission, facts: RowFacts) -> bool:
    """Tell whether the viewer holds the permission on this row: `predicate_sql` for one row, in Python."""
    return bool(effective_roles(viewer, kind, row, permission, facts) & kind.workflow.roles(row["state"], permission))


def may_add(viewer: Viewer, kind: Kind) -> bool:
    """Tell whether some role of the viewer may create a record of this kind."""
    return (
        viewer.may_enter
        and scopes_open(viewer.scopes, kind.noun, ADD)
        and any(access_paths(viewer, kind.reach, role) for role in kind.workflow.add)
    )


def explain(
    viewer: Viewer, kind: Kind, row: Mapping[str, Any], permission: Permission, facts: RowFacts
) -> dict[str, Any]:
    """
    Say why a permission is held or missing on a row the caller may see.

    :returns: `allowed`, `state`, `roles_that_would_do`, `roles_held` with the way each was reached, `scope_open` and
        `restrictions`
    """
    held = {
        role: [
            w.by.value
            for w in access_paths(viewer, kind.reach, role)
            if leads_to_row(w, viewer, kind.reach, row, facts)
        ]
        for role in sorted(roles_on_row(viewer, kind, row, facts))
    }
    return {
        "allowed": allowed(viewer, kind, row, permission, facts),
        "permission": permission.name,
        "state": row["state"],
        "roles_that_would_do": sorted(kind.workflow.roles(row["state"], permission)),
        "roles_held": [{"role": role, "through": through} for role, through in held.items()],
        "scope_open": scopes_open(viewer.scopes, kind.noun, permission),
        # Only to somebody whose role would do: to others a restriction is none of their knowledge.
        "restrictions": active_restrictions(kind, frozenset(held), permission, facts)
        if held.keys() & kind.workflow.roles(row["state"], permission)
        else [],
    }
