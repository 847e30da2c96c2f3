"""Which roles a viewer holds, and in which units; a role that brings others is held as those too."""

from uuid import UUID

from auth.viewer import Viewer
from workflow.roles import ROLES, AccountKind, Holding, PathKind, Role


def unit_groups(viewer: Viewer) -> dict[Role, tuple[UUID, ...]]:
    """
    Return the units in which each role is held, sorted.

    A role that other roles include is held in their units too.
    """
    return viewer.once(_unit_groups)


def _unit_groups(viewer: Viewer) -> dict[Role, tuple[UUID, ...]]:
    units_by_role = {Role(role): set(units) for role, units in viewer.units.items()}
    for role, declaration in ROLES.items():
        if PathKind.UNIT in declaration.paths and declaration.brought_by:
            all_units = set[UUID]().union(
                *(units_by_role.get(source, set()) for source in (role, *declaration.brought_by))
            )
            units_by_role |= {role: all_units} if all_units else {}
    return {role: tuple(sorted(units)) for role, units in sorted(units_by_role.items())}


def distinct_groups(viewer: Viewer) -> tuple[tuple[UUID, ...], ...]:
    """Return the different groups of units. A path names a group by its index, so that the units are bound late."""
    return viewer.once(_distinct_groups)


def _distinct_groups(viewer: Viewer) -> tuple[tuple[UUID, ...], ...]:
    return tuple(dict.fromkeys(unit_groups(viewer).values()))


def holds_role(viewer: Viewer, role: Role) -> bool:
    """Return whether the viewer holds the role for any row."""
    return role in viewer.once(_held_roles)


def _held_roles(viewer: Viewer) -> frozenset[Role]:
    return frozenset(role for role in Role if _is_held(viewer, role))


def _is_held(viewer: Viewer, role: Role) -> bool:
    declaration = ROLES[role]
    if declaration.holding is Holding.EVERYBODY:
        return role is not Role.EMPLOYEE or _is_employee(viewer)
    sources = declaration.brought_by if declaration.holding is Holding.BROUGHT else (role, *declaration.brought_by)
    return any(source in viewer.everywhere or str(source) in viewer.units for source in sources)


def _is_employee(viewer: Viewer) -> bool:
    """Return whether the caller is one of the organisation's own employees; the vendor's staff are not."""
    return viewer.kind is AccountKind.STAFF and not _is_held(viewer, Role.SUPPORT)
