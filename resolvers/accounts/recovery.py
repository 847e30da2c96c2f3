"""
Let the holder of a role that two people grant in again: two people decide, and the link goes by mail alone.

Whoever sees a password link and resets the second factor could enter as the other. So one person asks and another one
confirms; the second factor is forgotten, and the link is mailed to the address of the person, to which neither of the
two changed it. Decision 0090.
"""

from datetime import timedelta
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from models.account import Account
from resolvers.accounts.accounts import forget_factor_and_sessions
from resolvers.context import Changes, CommandContext, Rulebook, Step, UnitOfWork
from resolvers.notifications.notifying import accounts_with_role, notify
from resolvers.notifications.password_mail import mail_password_link
from resolvers.writing.transitions import set_column, transition_refused
from workflow.account import GRANT_IN_FORCE_STATES, SECOND_PEOPLE
from workflow.roles import ROLES, AccountKind

RECOVERY_LIFETIME = timedelta(days=7)  # after which the first person asks anew
_BY_TWO = tuple(str(role) for role, declared in ROLES.items() if declared.by_two)
_HELD_BY_TWO = (
    f"SELECT id FROM role_grant WHERE account_id = $1::uuid AND {GRANT_IN_FORCE_STATES.sql('state')}"
    " AND role = ANY($2::text[]) AND (ends_before IS NULL OR ends_before > $3) LIMIT 1"
)
_ADDRESS = (
    "SELECT s.email, (SELECT h.actor FROM history h WHERE h.object_id = s.id AND h.action <> 'CREATE'"
    " AND h.changes ? 'email' ORDER BY h.revision DESC LIMIT 1) AS changed_by"
    " FROM staff_member s WHERE s.id = $1::uuid"
)


async def is_held_by_two(context: CommandContext, account: UUID, db: BaseDBAsyncClient) -> bool:
    """Return whether an account has a role that two people grant, today or from a later day on."""
    return bool(await db.execute_query_dict(_HELD_BY_TWO, [account, list(_BY_TWO), context.today]))


def is_operator(context: CommandContext) -> bool:
    """Return whether the operator's command line acts, which is the second person where two must decide."""
    return context.viewer.kind is AccountKind.SERVICE


async def not_held_by_two(step: Step) -> None:
    """
    Check that one administrator may let the person in again; the operator's command line always may.

    :raises CommandRefused: RECOVERY_BY_TWO
    """
    if not is_operator(step.context) and await is_held_by_two(step.context, step.row.pk, step.db):
        raise transition_refused("RECOVERY_BY_TWO")


async def held_by_two(step: Step) -> None:
    """
    Check that two people are needed: for all others one administrator is enough.

    :raises CommandRefused: RECOVERY_BY_ONE
    """
    if not await is_held_by_two(step.context, step.row.pk, step.db):
        raise transition_refused("RECOVERY_BY_ONE")


async def may_recover(step: Step) -> None:
    """
    Check that the link goes to the person, and to an address that the caller has not set.

    :raises CommandRefused: OWN_RECOVERY, RECOVERY_WITHOUT_ADDRESS or ADDRESS_CHANGED
    """
    caller = step.context.viewer.account
    if caller == step.row.pk:
        raise transition_refused("OWN_RECOVERY")
    rows = await step.db.execute_query_dict(_ADDRESS, [step.row.staff_id])
    if not rows or not rows[0]["email"]:
        raise transition_refused("RECOVERY_WITHOUT_ADDRESS")
    if rows[0]["changed_by"] in {caller, step.row.recovery_asked_by} - {None}:
        raise transition_refused("ADDRESS_CHANGED")


async def recovery_asked(step: Step) -> None:
    """
    Check that somebody asked for it, not longer ago than `RECOVERY_LIFETIME`.

    :raises CommandRefused: NO_RECOVERY_ASKED
    """
    asked_at = step.row.recovery_asked_at
    if asked_at is None or asked_at + RECOVERY_LIFETIME <= step.context.now:
        raise transition_refused("NO_RECOVERY_ASKED")


async def another_confirms(step: Step) -> None:
    """
    Check that who asked does not confirm.

    :raises CommandRefused: RECOVERY_BY_TWO
    """
    if step.context.viewer.account == step.row.recovery_asked_by:
        raise transition_refused("RECOVERY_BY_TWO")


async def ask_recovery(step: Step) -> Changes:
    """Note who asks, and tell those who may confirm."""
    step.row.recovery_asked_by = step.context.viewer.account
    await tell_second_people(step, step.row, "ASK_RECOVERY")
    return set_column(step.row, "recovery_asked_at", "recoveryAskedAt", step.context.now)


async def recover_access(step: Step) -> Changes:
    """Forget the second factor, end the sessions, and mail a link for a new password to the person."""
    await forget_factor_and_sessions(step.row, step)
    await mail_password_link(step, step.row)
    await tell_second_people(step, step.row, "CONFIRM_RECOVERY")
    return _nobody_asks(step.row)


async def decline_recovery(step: Step) -> Changes:
    """Forget that somebody asked."""
    return _nobody_asks(step.row)


def _nobody_asks(account: Account) -> Changes:
    account.recovery_asked_by = None
    return set_column(account, "recovery_asked_at", "recoveryAskedAt", None)


async def tell_second_people(work: Step | UnitOfWork, account: Account, transition: str) -> None:
    """Notify administrators, privacy officers and the person of a transition of an account; whoever takes it knows."""
    context, told = work.context, {account.pk}
    for role in SECOND_PEOPLE:
        told |= await accounts_with_role(role, None, context.today, work.db)
    event = f"account.{transition.lower()}"
    await notify(context, event, "account", account.pk, told - {context.viewer.account}, work.db)


RECOVERY_RULES = Rulebook.of(
    guards=(not_held_by_two, held_by_two, may_recover, recovery_asked, another_confirms),
    effects=(ask_recovery, recover_access, decline_recovery),
)
