"""
Who decides on an object: those to whom the step that it waits for is open, by the policy of this moment.

The steps are those of the tasks. Who wrote something, and may therefore not approve it, is not among them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from auth.accounts.viewer_loading import viewer_of_account
from auth.policy import roles_on_row
from resolvers.context import JUDGING_CALLERS, AwaitedStep, CommandContext, LoadedRow, Step
from resolvers.declaration import ContentType
from resolvers.notifications.notifying import (
    accounts_of_agency,
    accounts_of_client,
    accounts_of_coaches,
    accounts_of_guardians,
    accounts_of_workplace,
    accounts_with_role,
)
from resolvers.reading.loading import load_to_judge
from resolvers.refusals import CommandRefused
from resolvers.writing.field_permissions import blocking_codes
from workflow.roles import GRANTABLE, Role
from workflow.vocabulary import MOVE


def awaited_steps(context: CommandContext, type_: ContentType) -> Iterator[AwaitedStep]:
    """Return the steps for which objects of a type wait in some state."""
    yield from (step for step in context.rulebook.awaited if step.noun == type_.noun)
    for step in type_.kind.workflow.transitions.values():
        if step.awaited:
            yield AwaitedStep(type_.noun, step.source, step.who, step.guards)


async def accounts_of_reviewers(
    context: CommandContext, type_: ContentType, row: Mapping[str, Any], db: TransactionalDBClient
) -> set[UUID]:
    """Return the accounts to which a step is open for which an object waits now; substitutes as those they cover."""
    steps = [step for step in awaited_steps(context, type_) if row["state"] in step.states]
    roles = {role for step in steps for role in step.who}
    candidates = {account for role in roles for account in await _candidates(context, type_, row, role, db)}
    return {account for account in candidates if await _may_review(context, type_, row["id"], account, steps, db)}


async def _candidates(
    context: CommandContext, type_: ContentType, row: Mapping[str, Any], role: Role, db: TransactionalDBClient
) -> set[UUID]:
    """Return the accounts that may hold a role on an object; systems and passing accesses are told nothing."""
    reach = type_.kind.reach
    of = {
        name: row.get(column) for name in ("client", "unit", "agency", "workplace") if (column := getattr(reach, name))
    }
    client, unit, agency, workplace = (of.get(name) for name in ("client", "unit", "agency", "workplace"))
    match role:
        case Role.COACH:
            return await accounts_of_coaches(client, context.today, db) if client else set()
        case Role.TRAINEE:
            return await accounts_of_client(client, db) if client else set()
        case Role.GUARDIAN:
            return await accounts_of_guardians(client, db) if client else set()
        case Role.OFFICIAL:
            return await accounts_of_agency(agency, db) if agency else set()
        case Role.WORKPLACE:
            return await accounts_of_workplace(workplace, db) if workplace else set()
    return await accounts_with_role(role, unit, context.today, db) if role in GRANTABLE else set()


async def _may_review(
    context: CommandContext,
    type_: ContentType,
    uuid: UUID,
    account: UUID,
    steps: list[AwaitedStep],
    db: TransactionalDBClient,
) -> bool:
    """Return whether one of the steps is open to an account, by its roles on the object and as another person."""
    viewer = await viewer_of_account(account, context.now, db)
    if viewer is None:
        return False
    theirs = replace(context, viewer=viewer)
    loaded = await load_to_judge(theirs, type_, uuid, db)
    if loaded is None:
        return False
    roles = roles_on_row(viewer, type_.kind, loaded.stored, loaded.facts)
    if blocking_codes(viewer, type_.kind, roles, MOVE, loaded.facts):
        return False
    return any([roles & step.who and await _is_another_person(theirs, loaded, step, db) for step in steps])


async def _is_another_person(
    context: CommandContext, loaded: LoadedRow, step: AwaitedStep, db: TransactionalDBClient
) -> bool:
    try:
        for guard in (context.rulebook.guards[name] for name in step.guards):
            if guard in JUDGING_CALLERS:
                await guard(Step(context, loaded, None, None, db))
    except CommandRefused:
        return False
    return True
