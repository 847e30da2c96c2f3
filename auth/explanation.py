"""Why a permission is held or missing on a row: the policy, told in its parts."""

from collections.abc import Mapping
from typing import Any

from auth.access_paths import RowFacts, access_paths, leads_to_row
from auth.policy import Kind, active_restrictions, allowed, roles_on_row
from auth.representation import matter_on_rows
from auth.viewer import Viewer
from workflow.vocabulary import Permission, scopes_open


def explain(
    viewer: Viewer, kind: Kind, row: Mapping[str, Any], permission: Permission, facts: RowFacts
) -> dict[str, Any]:
    """
    Explain why a permission is held or missing on a row that the caller may see.

    :returns: `allowed`, `permission`, `state`, `roles_that_would_do`, `roles_held` with the paths of each, `scope_open`
    and `restrictions`
    """
    matter = matter_on_rows(kind.workflow, kind.reach, permission)
    paths_by_role = {
        role: [
            path.kind.value
            for path in access_paths(viewer, kind.reach, role, matter)
            if leads_to_row(path, viewer, kind.reach, row, facts)
        ]
        for role in sorted(roles_on_row(viewer, kind, row, facts, permission))
    }
    return {
        "allowed": allowed(viewer, kind, row, permission, facts),
        "permission": permission.name,
        "state": row["state"],
        "roles_that_would_do": sorted(kind.workflow.roles(row["state"], permission)),
        "roles_held": [{"role": role, "through": through} for role, through in paths_by_role.items()],
        "scope_open": scopes_open(viewer.scopes, kind.noun, permission),
        # Only a caller whose role would suffice learns of a restriction.
        "restrictions": active_restrictions(kind, frozenset(paths_by_role), permission, facts)
        if paths_by_role.keys() & kind.workflow.roles(row["state"], permission)
        else [],
    }
