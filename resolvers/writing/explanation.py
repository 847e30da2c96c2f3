"""Why a permission is held or missing on one object, and which transitions are offered there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from auth.access_paths import RowFacts
from auth.policy import access_rule, explain, predicate_sql, roles_on_row
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.reading.loading import facts_of, facts_sql
from resolvers.reading.parameters import Call, Parameters
from resolvers.writing.field_permissions import blocking_codes
from workflow.language import Transition
from workflow.vocabulary import MOVE, VIEW, Permission


@dataclass(frozen=True)
class VisibleObject:
    """One row that the viewer may see, with what the policy asks of it."""

    row: dict[str, Any]
    facts: RowFacts


async def visible_object(pool: "asyncpg.Pool[Any]", call: Call, type_: ContentType, uuid: UUID) -> VisibleObject | None:
    """Return a row the viewer may see; None when there is none, or none to see. One statement."""
    bind = Parameters()
    held = predicate_sql(type_.kind, access_rule(call.viewer, type_.kind, VIEW), "t", bind.viewer)
    placeholder = bind(("id",), lambda _: uuid, "uuid")
    facts = facts_sql(call.viewer, type_, bind)
    sql = f"SELECT t.*, {facts} FROM {type_.kind.table} t WHERE t.id = {placeholder} AND {held}"
    found = await pool.fetchrow(sql, *(get(call) for get in bind.getters))
    return VisibleObject(dict(found), facts_of(dict(found))) if found else None


def explain_permission(
    viewer: Viewer, type_: ContentType, found: VisibleObject, permission: Permission
) -> dict[str, Any]:
    """Return the explanation of `auth.policy.explain` for a row that was seen."""
    return explain(viewer, type_.kind, found.row, permission, found.facts)


def offered_transitions(viewer: Viewer, type_: ContentType, found: VisibleObject) -> list[dict[str, Any]]:
    """Return every transition of the type with whether it is open now, and if not, why."""
    held = roles_on_row(viewer, type_.kind, found.row, found.facts)
    taken = blocking_codes(viewer, type_.kind, held, MOVE, found.facts)
    state = found.row["state"]

    def reason(step: Transition) -> str | None:
        if not held & step.who:
            return "WRONG_ROLE"
        return next(iter(taken), None if state in step.source else "WRONG_STATE")

    return [
        {
            "name": name,
            "titles": step.titles,
            "target": step.target_from(state),
            "offered": reason(step) is None,
            "reason": reason(step),
            "comment": step.comment,
            "vocabulary": step.reason,
        }
        for name, step in type_.kind.workflow.transitions.items()
    ]
