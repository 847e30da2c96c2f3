"""
Grant and end roles.

Each change raises the epoch of the account, so that it bites on the next request. Nobody grants a role to oneself, and
the roles of administrators and privacy officers wait until a second person approves.
"""

from typing import Any
from uuid import UUID

from tortoise.expressions import F

from models.account import Account
from resolvers.accounts.accounts import check_others_hold
from resolvers.context import Changes, PendingChange, Rulebook, Step, UnitOfWork, judges_caller
from resolvers.refusals import Problem
from resolvers.writing.transitions import set_column, transition_refused
from workflow.account import ACTIVE_ACCOUNT_STATES
from workflow.roles import ROLES, AccountKind, Role


async def grantable_role(change: PendingChange) -> list[Problem]:
    """
    Check that this kind of account may hold the role, and that its period is one.

    A role that two people grant is not made longer by one of them.
    """
    row = change.row
    account = await Account.get(id=row.account_id, using_db=change.db)
    declared = ROLES[Role(row.role)]
    problems = []
    if AccountKind(account.kind) not in declared.account_kinds:
        problems.append(Problem("WRONG_ACCOUNT_KIND", ("role",), {"kinds": ", ".join(declared.account_kinds)}))
    if row.ends_before is not None and row.ends_before <= row.starts_on:
        problems.append(Problem("ENDS_BEFORE_START", ("endsBefore",)))
    if declared.by_two and row.revision > 1 and "endsBefore" in change.keys and _is_longer(change):
        problems.append(Problem("TWO_PEOPLE", ("endsBefore",)))
    return problems


def _is_longer(change: PendingChange) -> bool:
    return change.row.ends_before is None or change.row.ends_before > change.context.today


async def not_to_oneself(change: PendingChange) -> list[Problem]:
    """Check that nobody grants a role to the own account, or changes the own grant."""
    return [Problem("SELF_GRANT", ("account",))] if _account_id(change.row) == change.context.viewer.account else []


async def renews_rights(change: PendingChange) -> list[Problem]:
    """Make cached viewers of the account stale."""
    await raise_epoch(change.row, UnitOfWork(change.context, change.db))
    return []


async def in_force_unless_two(step: Step) -> Changes:
    """Put a new grant into force, unless two people must decide on its role."""
    if ROLES[Role(step.row.role)].by_two:
        return {}
    return set_column(step.row, "state", "state", "IN_FORCE")


@judges_caller
async def another_administrator(step: Step) -> None:
    """
    Check that neither who proposed a grant nor who gets the role approves it.

    :raises CommandRefused: TWO_PEOPLE
    """
    if step.context.viewer.account in (step.row.created_by, _account_id(step.row)):
        raise transition_refused("TWO_PEOPLE")


async def account_in_use(step: Step) -> None:
    """
    Check that the person has taken the account into use: until then whoever was shown the invitation could do it.

    :raises CommandRefused: NOT_IN_USE
    """
    if not await Account.filter(id=_account_id(step.row), state__in=ACTIVE_ACCOUNT_STATES).using_db(step.db).exists():
        raise transition_refused("NOT_IN_USE")


async def another_holder_of_role_remains(step: Step) -> None:
    """
    Check that the last administrator and the last privacy officer stay.

    :raises CommandRefused: LAST_HOLDER
    """
    await check_others_hold(step.context, _account_id(step.row), [step.row.role], step.db)


async def end_grant(step: Step) -> Changes:
    """End the role with today's beginning."""
    if step.row.ends_before is not None and step.row.ends_before <= step.context.today:
        return {}
    return set_column(step.row, "ends_before", "endsBefore", step.context.today)


async def renew_rights(step: Step) -> Changes:
    """Make cached viewers of the account stale."""
    await raise_epoch(step.row, step)
    return {}


async def raise_epoch(grant: Any, work: Step | UnitOfWork) -> None:
    """Raise the epoch of a grant's account; it is also the lock: one change of an account's roles at a time."""
    await Account.filter(id=_account_id(grant)).using_db(work.db).update(epoch=F("epoch") + 1)


def _account_id(grant: Any) -> UUID:
    return UUID(str(grant.account_id))


ROLE_GRANT_RULES = Rulebook.of(
    guards=(another_administrator, account_in_use, another_holder_of_role_remains),
    effects=(in_force_unless_two, end_grant, renew_rights),
    rules=(grantable_role, not_to_oneself, renews_rights),
)
