"""Explain why a permission is held or missing on one object, and which transitions it offers."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from auth.disclosure import exceptional_purposes_sql, logged_name
from auth.explanation import explain
from auth.policy import access_rule, predicate_sql, roles_on_row
from auth.viewer import Viewer
from resolvers.context import CommandContext, LoadedRow, Step
from resolvers.declaration import ContentType
from resolvers.reading.loading import facts_of, facts_sql
from resolvers.reading.parameters import Call, StatementParameters, look_values
from resolvers.reading.plan import Reads
from resolvers.refusals import CommandRefused, Problem, Refusal
from resolvers.writing.field_permissions import blocking_codes
from resolvers.writing.object_changes import check_step
from workflow.language import Transition
from workflow.vocabulary import MOVE, VIEW, Permission

_STEP = ("transition",)  # the input that a refusal would be about


@dataclass(frozen=True)
class VisibleObject:
    """One row that the viewer may see, with the policy's facts about it."""

    row: dict[str, Any]
    facts: RowFacts


async def visible_object(pool: Reads, call: Call, type_: ContentType, uuid: UUID, asking: str) -> VisibleObject | None:
    """
    Return a row; None when it does not exist or the viewer may not see it.

    It runs one statement, which leaves the row of the log where the object is about a person: a permission that is
    missing tells of a restriction. `asking` is the name of the query's field.
    """
    bind = StatementParameters()
    visible = predicate_sql(type_.kind, access_rule(call.viewer, type_.kind, VIEW), "t", bind.viewer)
    placeholder = bind(("id",), lambda _: uuid, "uuid")
    facts = facts_sql(call.viewer, type_.kind, bind)
    found = f"SELECT t.*, {facts} FROM {type_.kind.table} t WHERE t.id = {placeholder} AND {visible}"
    log = f", log AS ({_disclosure_row(call, type_, uuid, asking, bind)})" if type_.subject else ""
    sql = f"WITH t AS MATERIALIZED ({found}){log} SELECT * FROM t"
    row = await pool.fetchrow(sql, *(get(call) for get in bind.getters))
    return VisibleObject(dict(row), facts_of(dict(row))) if row else None


async def seen_by_another(
    pool: Reads, call: Call, type_: ContentType, uuid: UUID, another: Viewer
) -> VisibleObject | None:
    """Return a row with the facts that the policy knows of another viewer; the caller has looked at it before."""
    bind = StatementParameters()
    facts, placeholder = facts_sql(another, type_.kind, bind), bind(("id",), lambda _: uuid, "uuid")
    sql = f"SELECT t.*, {facts} FROM {type_.kind.table} t WHERE t.id = {placeholder}"
    row = await pool.fetchrow(sql, *(get(replace(call, viewer=another)) for get in bind.getters))
    return VisibleObject(dict(row), facts_of(dict(row))) if row else None


def _disclosure_row(call: Call, type_: ContentType, uuid: UUID, asking: str, bind: StatementParameters) -> str:
    values = look_values(call, asking, [logged_name(type_.name, asking)], [uuid])
    subjects = f"SELECT {str(type_.subject).format('t')} FROM t"
    return bind.disclosure_row(values, subjects, exceptions=exceptional_purposes_sql(call.viewer, bind.viewer))


def explain_permission(
    viewer: Viewer, type_: ContentType, visible: VisibleObject, permission: Permission
) -> dict[str, Any]:
    """Return the explanation of `auth.explanation.explain` for a visible row."""
    return explain(viewer, type_.kind, visible.row, permission, visible.facts)


async def offered_transitions(
    context: CommandContext, type_: ContentType, visible: VisibleObject
) -> list[dict[str, Any]]:
    """
    Return every transition of the type, whether it is open now, and if it is not, the reason.

    The guards are asked too, each in a transaction that writes nothing; those that judge the comment or the reason
    cannot be asked before these are given.
    """
    viewer = context.viewer
    roles = roles_on_row(viewer, type_.kind, visible.row, visible.facts)
    blocking = blocking_codes(viewer, type_.kind, roles, MOVE, visible.facts)
    state = visible.row["state"]

    async def reason(step: Transition) -> Problem | None:
        if not roles & step.who:
            return Problem("WRONG_ROLE", _STEP, {"roles": ",".join(sorted(step.who))})
        if blocked := next(iter(blocking), None):
            return Problem(blocked, _STEP)
        if state not in step.source:
            return Problem("WRONG_STATE", _STEP, {"state": state, "possible": ",".join(sorted(step.source))})
        return await _refusal_of_guards(context, type_, visible, step)

    found: list[dict[str, Any]] = []
    for name, step in type_.kind.workflow.transitions.items():
        refused = await reason(step)
        offer = {"name": name, "titles": step.titles, "target": step.target_from(state), "offered": refused is None}
        wanted = {"comment": step.comment, "vocabulary": step.reason, "dated": step.dated}
        found.append(offer | {"reason": refused} | wanted)
    return found


async def _refusal_of_guards(
    context: CommandContext, type_: ContentType, visible: VisibleObject, transition: Transition
) -> Problem | None:
    """Return the problem with which a transition that is open by role and state would be refused; None when by none."""
    async with in_transaction() as db:
        row = await type_.model.get_or_none(pk=visible.row["id"], using_db=db)
        if row is None:
            return Problem("NOT_FOUND", _STEP)
        step = Step(context, LoadedRow(type_, row, visible.row, visible.facts), None, None, db)
        target = transition.target_from(visible.row["state"])
        try:
            await check_step(step, transition, target, is_asked_before=True)
        except CommandRefused as refused:
            return refused.problems[0]
        except Refusal as refused:  # a guard that asks a question of its own
            return Problem(refused.code, _STEP, refused.facts)
    return None
