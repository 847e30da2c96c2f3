"""
What the operator's command line does to accounts when no administrator can: every act is recorded and told.

The rules are those of the administrators' commands: the last administrator is not disabled, and a role is held only by
the kinds of accounts that may hold it. Where two people must decide, the command line is the second person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from models.account import Account, Invitation, RoleGrant
from models.organisation import Register, StaffMember, Unit
from resolvers.accounts.installation import grant_by_service
from resolvers.accounts.recovery import is_held_by_two, tell_second_people
from resolvers.catalogues import translated
from resolvers.context import CommandContext, UnitOfWork
from resolvers.mail_server import MailRefused
from resolvers.notifications.mailing import send_to
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.service_changes import add_by_service, step_by_service
from workflow.account import (
    CURRENT_GRANT_STATES,
    GRANT_IN_FORCE_STATES,
    INVITED_ACCOUNT_STATES,
    RENEWABLE_INVITATION_STATES,
)
from workflow.organisation import ACTIVE_REGISTER_STATES
from workflow.roles import AccountKind, Role


@dataclass(frozen=True)
class ListedAccount:
    """An account as the operator sees it; clients are not among them."""

    id: UUID
    kind: str
    name: str
    state: str
    roles: Sequence[str]


async def listed_accounts() -> list[ListedAccount]:
    """Return the accounts of staff and outsiders with their roles, by kind and name."""
    roles: dict[UUID, list[str]] = {}
    for account, role in await RoleGrant.filter(state__in=CURRENT_GRANT_STATES).values_list("account_id", "role"):
        roles.setdefault(account, []).append(role)
    accounts = await Account.exclude(kind__in=[AccountKind.TRAINEE.value, AccountKind.GUARDIAN.value]).order_by(
        "kind", "name", "id"
    )
    return [ListedAccount(a.id, a.kind, a.name or "", a.state, sorted(roles.get(a.id, []))) for a in accounts]


async def step_account(context: CommandContext, account: UUID, transition: str, comment: str) -> list[str]:
    """
    Take a transition of an account, and return what is shown once, such as a link for a new password.

    The holder of a role that two people grant is let in again too, because the command line is the second person; the
    administrators, the privacy officers and the holder are told.

    :raises CommandRefused: NOT_FOUND, WRONG_STATE, or what the guards of the transition refuse
    """
    async with in_transaction() as db:
        row = await _account(account, db)
        work = UnitOfWork(context, db)
        await step_by_service(work, "account", row, transition, comment)
        if await is_held_by_two(context, row.pk, db):
            await tell_second_people(work, row, transition)
    return context.shown_once


async def invite_again(context: CommandContext, account: UUID) -> list[str]:
    """
    Make a new link for an employee who has not taken the account into use, and return it.

    :raises CommandRefused: NOT_FOUND, or HAS_ACCOUNT when the account is in use already
    """
    async with in_transaction() as db:
        row, work = await _account(account, db), UnitOfWork(context, db)
        if row.state not in INVITED_ACCOUNT_STATES:
            raise CommandRefused(Problem("HAS_ACCOUNT", ("account",)))
        waiting = Invitation.filter(account_id=row.pk, state__in=RENEWABLE_INVITATION_STATES).using_db(db)
        invitation = await waiting.order_by("-id").first()
        if invitation is not None:
            await step_by_service(work, "invitation", invitation, "RENEW", "")
        else:
            member = await StaffMember.get_or_none(id=row.staff_id, using_db=db)
            if member is None:
                raise CommandRefused(Problem("NOT_FOUND", ("account",)))
            given = {"staffMemberId": public_id("staff_member", member.pk), "language": row.language}
            await add_by_service(work, "invitation", given, {"staff_member_id": member})
    return context.shown_once


async def grant_role(context: CommandContext, account: UUID, role: Role, unit: str) -> None:
    """
    Grant a role from today on, in the unit with this name; everywhere when the name is empty.

    :raises CommandRefused: NOT_FOUND, or WRONG_ACCOUNT_KIND
    """
    async with in_transaction() as db:
        row, place = await _account(account, db), await Unit.get_or_none(name=unit, using_db=db)
        if unit and place is None:
            raise CommandRefused(Problem("NOT_FOUND", ("unit",)))
        await grant_by_service(UnitOfWork(context, db), row, role, place)


async def end_role(context: CommandContext, account: UUID, role: Role, comment: str) -> int:
    """
    End every grant of a role of an account that is in force, and return their number.

    :raises CommandRefused: NOT_FOUND, or LAST_HOLDER
    """
    async with in_transaction() as db:
        row = await _account(account, db)
        found = RoleGrant.filter(account_id=row.pk, role=str(role), state__in=GRANT_IN_FORCE_STATES)
        grants = await found.using_db(db)
        for grant in grants:
            await step_by_service(UnitOfWork(context, db), "role_grant", grant, "END", comment)
    return len(grants)


async def _account(account: UUID, db: TransactionalDBClient) -> Account:
    row = await Account.select_for_update().using_db(db).get_or_none(id=account)
    if row is None:
        raise CommandRefused(Problem("NOT_FOUND", ("account",)))
    return row


async def tell_contacts(context: CommandContext, act: str) -> list[str]:
    """
    Tell the contacts of the registers that the command line was used; return who must be told by hand, and why.

    `act` is a word of the command line, such as `account disable`; the mail names nobody.
    """
    untold = []
    subject = translated("The command line of Polku was used", "fi")
    body = translated(
        "The operator used the command %(act)s of Polku. It stands in the history of the account, which an "
        "administrator reads. If you did not know of it, ask the operator.\n",
        "fi",
        act=act,
    )
    for register in await Register.filter(state__in=ACTIVE_REGISTER_STATES):
        try:
            await send_to(context, register.contact_email, "fi", subject, body)
        except MailRefused as refused:
            untold.append(f"{register.contact_name} <{register.contact_email}> ({refused.reason})")
    return untold
