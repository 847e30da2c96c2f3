"""
The one rule of access: the rows of a kind on which a viewer holds a permission.

`access_rule` derives it from the workflow, the viewer's roles, the token scopes and the client's restrictions.
`predicate_sql` is the SQL predicate behind everything that reads rows; `allowed` is the same rule for one row, and of
the permission `move` the only one, because who may move a row follows from its transitions. No decision is stored:
after a change of a workflow and a restart, every object follows the new rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from auth.access_paths import (
    AccessPath,
    RowFacts,
    ViewerBinding,
    access_path_sql,
    access_paths,
    deciding_columns,
    leads_to_row,
    member_sql,
    paths_by_role,
)
from auth.path_selects import condition_sql
from auth.representation import matter_on_rows
from auth.rights import Rights, rights
from auth.viewer import Viewer
from models.content import Reach
from models.referral import Referral
from workflow.language import Workflow
from workflow.roles import PathKind, Role
from workflow.vocabulary import ADD, Permission, scopes_open


@dataclass(frozen=True)
class Kind:
    """
    A guarded kind of rows: its workflow, its table, and how local roles reach a row.

    `is_state_checked` tells that a CHECK of the table knows the states of the workflow and no others.
    """

    workflow: Workflow
    table: str
    reach: Reach
    is_state_checked: bool = False

    @property
    def noun(self) -> str:
        """The noun of the kind, such as `coaching_note`."""
        return self.workflow.noun

    def __hash__(self) -> int:
        """Return the hash of the noun, which identifies a kind."""
        return hash(self.workflow.noun)


@dataclass(frozen=True)
class Grant:
    """The rows in these states that this path reaches."""

    path: AccessPath
    states: frozenset[str]


@dataclass(frozen=True)
class Restriction:
    """Leaves out rows whose client has `column` set, unless one of the exempt paths reaches them."""

    column: str
    exempt: tuple[AccessPath, ...]


@dataclass(frozen=True)
class AccessRule:
    """The rows on which a permission is held: those of any grant, without the restricted ones. No grants: no rows."""

    grants: tuple[Grant, ...]
    restrictions: tuple[Restriction, ...] = ()

    def implies(self, other: "AccessRule") -> bool:
        """Return whether every row of this rule is certainly a row of the other."""
        return set(other.restrictions) <= set(self.restrictions) and self.implies_grants(other)

    def implies_grants(self, other: "AccessRule") -> bool:
        """Return whether some grant of the other certainly reaches every row of this rule."""
        return all(
            any(
                own.states <= grant.states and grant.path in (own.path, AccessPath(PathKind.EVERYWHERE))
                for grant in other.grants
            )
            for own in self.grants
        )


def access_rule(viewer: Viewer, kind: Kind, permission: Permission) -> AccessRule:
    """Return the rule by which this viewer holds `permission` on rows of `kind`; without paths it is never held."""
    return _rule(rights(viewer), kind, permission)


@lru_cache(4096)
def _rule(of: Rights, kind: Kind, permission: Permission) -> AccessRule:
    viewer = of.viewer
    if not viewer.may_enter or not scopes_open(viewer.scopes, kind.noun, permission):
        return AccessRule(())
    states: dict[AccessPath, set[str]] = {}
    matter = matter_on_rows(kind.workflow, kind.reach, permission)
    for name, state in kind.workflow.states.items():
        for role in sorted(state.roles(permission)):
            for path in access_paths(viewer, kind.reach, role, matter):
                states.setdefault(path, set()).add(name)
    grants = _without_covered(tuple(Grant(path, frozenset(states[path])) for path in sorted(states)))
    return AccessRule(grants, tuple(r for r in _restrictions(viewer, kind, permission) if not _is_void(r, grants)))


def _without_covered(grants: tuple[Grant, ...]) -> tuple[Grant, ...]:
    """Leave out grants whose rows the path to all rows reaches already."""
    everywhere = next((g for g in grants if g.path.kind is PathKind.EVERYWHERE), None)
    if everywhere is None:
        return grants
    return tuple(g for g in grants if g is everywhere or not g.states <= everywhere.states)


def _is_void(restriction: Restriction, grants: tuple[Grant, ...]) -> bool:
    """Return whether a restriction removes nothing: an exempt path reaches every row of the grants."""
    exempt = restriction.exempt
    return AccessPath(PathKind.EVERYWHERE) in exempt or all(grant.path in exempt for grant in grants)


def _restrictions(viewer: Viewer, kind: Kind, permission: Permission) -> tuple[Restriction, ...]:
    return tuple(
        Restriction(r.column, tuple(sorted({p for role in r.exempt for p in access_paths(viewer, kind.reach, role)})))
        for r in kind.workflow.restrictions
        if permission in r.permissions
    )


def grant_sql(kind: Kind, grant: Grant, alias: str, bind: ViewerBinding, member: str | None = None) -> str:
    """
    Return the SQL condition of one grant: its path and its states. With a `member` of the path, of that one alone.

    Only where the database lets no other state in, a grant in all states needs no condition: a row in a state that the
    workflow does not know is nobody's.
    """
    path = member_sql(grant.path, kind.reach, alias, member) if member else None
    parts = [path or access_path_sql(grant.path, kind.reach, alias, bind)]
    if not kind.is_state_checked or grant.states != frozenset(kind.workflow.states):
        parts.append(_states_sql(grant.states, alias))
    return " AND ".join(p for p in parts if p) or "TRUE"


def restriction_sql(kind: Kind, restriction: Restriction, alias: str, bind: ViewerBinding) -> str:
    """Return the SQL condition that a restriction does not remove a row."""
    unrestricted = f"NOT {is_restricted_sql(kind, restriction.column, alias, bind)}"
    exempt = [access_path_sql(path, kind.reach, alias, bind) or "TRUE" for path in restriction.exempt]
    return f"({' OR '.join([unrestricted, *exempt])})"


def is_restricted_sql(kind: Kind, column: str, alias: str, bind: ViewerBinding) -> str:
    """Return the SQL that tells whether a row is restricted: by its columns, by its client, or by its referral."""
    named = next(r for r in kind.workflow.restrictions if r.column == column)
    if not named.is_of_client:
        return condition_sql(named, kind.table, kind.reach.referral, alias, bind)
    own_column, reach = f"{alias}.{column}", kind.reach
    if reach.client == "id":
        return own_column
    parts = [bind.restricted(f'{alias}."{reach.client}"', column)]
    if column in reach.restrictions:
        parts.insert(0, f"{own_column} IS TRUE")
    if reach.referral and column in Referral.reach.restrictions:
        parts.append(f"(SELECT m.{column} FROM referral m WHERE m.id = {alias}.{reach.referral}) IS TRUE")
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def predicate_sql(kind: Kind, rule: AccessRule, alias: str, bind: ViewerBinding) -> str:
    """Return the predicate of a rule on rows with this alias; `FALSE` when it grants nothing."""
    if not rule.grants:
        return "FALSE"
    grants = [grant_sql(kind, grant, alias, bind) for grant in rule.grants]
    return " AND ".join([_any_of(grants), *(restriction_sql(kind, r, alias, bind) for r in rule.restrictions)])


def remaining_sql(kind: Kind, rule: AccessRule, given: AccessRule, alias: str, bind: ViewerBinding) -> str:
    """
    Return the predicate of a rule on rows that meet another rule already, without what that one says.

    It is the same rule: only conditions that are certainly true on such rows are left out.
    """
    if not rule.grants:
        return "FALSE"
    restrictions = [restriction_sql(kind, r, alias, bind) for r in rule.restrictions if r not in given.restrictions]
    if given.implies_grants(rule):
        return " AND ".join(restrictions) or "TRUE"
    if len(given.grants) == 1:
        grants = [_remaining_grant_sql(kind, grant, given.grants[0], alias, bind) for grant in rule.grants]
    else:
        grants = [grant_sql(kind, grant, alias, bind) for grant in rule.grants]
    return " AND ".join([_any_of(grants), *restrictions])


def _remaining_grant_sql(kind: Kind, grant: Grant, given: Grant, alias: str, bind: ViewerBinding) -> str:
    path = access_path_sql(grant.path, kind.reach, alias, bind) if grant.path != given.path else None
    states = _states_sql(grant.states, alias) if not given.states <= grant.states else None
    return " AND ".join(part for part in (path, states) if part) or "TRUE"


def _states_sql(states: frozenset[str], alias: str) -> str:
    literals = ", ".join(f"'{state}'" for state in sorted(states))
    return f"{alias}.state IN ({literals})"


def _any_of(conditions: list[str]) -> str:
    return conditions[0] if len(conditions) == 1 else "(" + " OR ".join(f"({c})" for c in conditions) + ")"


def roles_on_row(
    viewer: Viewer, kind: Kind, row: Mapping[str, Any], facts: RowFacts, permission: Permission | None = None
) -> frozenset[Role]:
    """Return the roles that this viewer holds on this row; a guardian as far as the matter of a permission goes."""
    matter = matter_on_rows(kind.workflow, kind.reach, permission) if permission else None
    decided = (id(viewer), kind, matter, *(row.get(c) for c in deciding_columns(viewer, kind.reach, matter)))
    if decided not in facts.memo:
        ways = paths_by_role(viewer, kind.reach, matter).items()
        roles = (r for r, paths in ways if any(leads_to_row(p, viewer, kind.reach, row, facts) for p in paths))
        facts.memo[decided] = frozenset(roles), viewer  # which is kept, so that its id stays its own
    return facts.memo[decided][0]


def effective_roles(
    viewer: Viewer, kind: Kind, row: Mapping[str, Any], permission: Permission, facts: RowFacts
) -> frozenset[Role]:
    """
    Return the roles on this row that count for a permission.

    They are all roles that are held, or none when a restriction or a scope removes the permission.
    """
    if not viewer.may_enter or not scopes_open(viewer.scopes, kind.noun, permission):
        return frozenset()
    roles = roles_on_row(viewer, kind, row, facts, permission)
    return frozenset() if active_restrictions(kind, roles, permission, facts) else roles


def active_restrictions(kind: Kind, roles: frozenset[Role], permission: Permission, facts: RowFacts) -> list[str]:
    """Return the restrictions of a row that remove a permission from a caller with these roles."""
    return sorted(
        {
            r.column
            for r in kind.workflow.restrictions
            if permission in r.permissions and r.column in facts.restrictions and not roles & r.exempt
        }
    )


def allowed(viewer: Viewer, kind: Kind, row: Mapping[str, Any], permission: Permission, facts: RowFacts) -> bool:
    """
    Return whether the viewer holds the permission on this row: the same rule as `predicate_sql`, in Python.

    Only `allowed` answers for `move`: no state grants it, and who holds it follows from the transitions.
    """
    return bool(effective_roles(viewer, kind, row, permission, facts) & kind.workflow.roles(row["state"], permission))


def may_add(viewer: Viewer, kind: Kind) -> bool:
    """Return whether some role of the viewer may create a record of this kind."""
    return (
        viewer.may_enter
        and scopes_open(viewer.scopes, kind.noun, ADD)
        and any(access_paths(viewer, kind.reach, role) for role in kind.workflow.add)
    )
