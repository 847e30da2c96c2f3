"""Disable and enable accounts, renew the access of outsiders, and make links for a new password."""

from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient

from auth.accounts.one_time_links import PASSWORD_PATH, password_link
from auth.provider.embedded import PROVIDER_PATH
from auth.provider.second_factor.factors import reset_second_factor
from models.account import Account, ClientInvitation
from models.provider import ProviderUser
from models.session import Session
from resolvers.context import Changes, CommandContext, PendingChange, Rulebook, Step
from resolvers.notifications.password_mail import PASSWORD_LINK_LIFETIME
from resolvers.refusals import Problem
from resolvers.writing.transitions import set_column, transition_refused
from workflow.account import (
    ACTIVE_ACCOUNT_STATES,
    CLOSED_ACCESS_STATES,
    GRANT_IN_FORCE_STATES,
    MONTHS_OF_OUTSIDERS,
    OUTSIDE_KINDS,
)
from workflow.calendar import months_after
from workflow.roles import ROLES, AccountKind

# Roles without whose holder nobody could open the house again: those that two people grant.
LASTING_ROLES = tuple(role for role, declared in ROLES.items() if declared.by_two)
_OTHER_HOLDERS = f"""
SELECT DISTINCT g.role FROM role_grant g JOIN account a ON a.id = g.account_id
WHERE {GRANT_IN_FORCE_STATES.sql("g.state")} AND {ACTIVE_ACCOUNT_STATES.sql("a.state")}
  AND g.starts_on <= $1 AND (g.ends_before IS NULL OR g.ends_before > $1)
  AND g.account_id <> $2::uuid AND g.role = ANY($3::text[])
"""
_HELD = f"SELECT DISTINCT role FROM role_grant WHERE account_id = $1::uuid AND {GRANT_IN_FORCE_STATES.sql('state')}"


async def rights_of_account(change: PendingChange) -> list[Problem]:
    """
    Make cached viewers stale, unless only the language has changed.

    The language takes no right away: it may be a few seconds old there, and nothing that is open ends.
    """
    if change.keys != {"language"}:
        change.row.epoch += 1
    return []


async def not_own_account(step: Step) -> None:
    """
    Check that nobody disables the own account.

    :raises CommandRefused: OWN_ACCOUNT
    """
    if step.row.pk == step.context.viewer.account:
        raise transition_refused("OWN_ACCOUNT")


async def another_holder_remains(step: Step) -> None:
    """
    Check that somebody else can still do the work of an administrator or a privacy officer.

    :raises CommandRefused: LAST_HOLDER with the roles that nobody else holds
    """
    rows = await step.db.execute_query_dict(_HELD, [step.row.pk])
    await check_others_hold(step.context, step.row.pk, [row["role"] for row in rows], step.db)


async def check_others_hold(
    context: CommandContext, account: UUID, roles: list[str], db: TransactionalDBClient
) -> None:
    """
    Check that another active account holds each of the roles that two people grant.

    :raises CommandRefused: LAST_HOLDER with the roles that nobody else holds
    """
    lasting = [role for role in roles if role in LASTING_ROLES]
    rows = await db.execute_query_dict(_OTHER_HOLDERS, [context.today, account, lasting])
    if missing := sorted(set(lasting) - {row["role"] for row in rows}):
        raise transition_refused("LAST_HOLDER", roles=", ".join(missing))


async def close_account(step: Step) -> Changes:
    """Disable the account from this moment on: its sessions end, and its tokens stop at the next request."""
    return await disabled(step.row, step)


async def open_account(step: Step) -> Changes:
    """Let the person log in again."""
    return enabled(step.row)


async def disabled(account: Account, step: Step) -> Changes:
    """Disable an account, whose sessions and tokens end with it; the caller sets the state and saves."""
    account.epoch += 1
    await Session.filter(account_id=account.pk).using_db(step.db).delete()
    return set_column(account, "disabled_at", "disabledAt", step.context.now)


def enabled(account: Account) -> Changes:
    """Enable an account; the caller sets the state and saves."""
    account.epoch += 1
    return set_column(account, "disabled_at", "disabledAt", None)


async def not_closed_by_coach(step: Step) -> None:
    """
    Check that the account is not of a client whose coach ended the access: the coach opens it again.

    :raises CommandRefused: CLOSED_BY_COACH
    """
    closed = ClientInvitation.filter(account_id=step.row.pk, state__in=CLOSED_ACCESS_STATES)
    if await closed.using_db(step.db).exists():
        raise transition_refused("CLOSED_BY_COACH")


async def is_outsider(step: Step) -> None:
    """
    Check that the account is of an agency or a workplace: only theirs end by themselves.

    :raises CommandRefused: NO_END
    """
    if step.row.kind not in OUTSIDE_KINDS:
        raise transition_refused("NO_END")


async def renew_access(step: Step) -> Changes:
    """Let the access of an outsider last for another year from today."""
    step.row.epoch += 1
    return set_column(step.row, "ends_before", "endsBefore", end_of_access(step.context, step.row))


def end_of_access(context: CommandContext, account: Account) -> Any:
    """Return the first day on which an account opened or renewed today no longer works; None for ever."""
    return months_after(context.today, MONTHS_OF_OUTSIDERS) if account.kind in OUTSIDE_KINDS else None


async def not_of_client(step: Step) -> None:
    """
    Check that the account is not a client's or a guardian's: whoever holds its link could log in as that person.

    :raises CommandRefused: OF_CLIENT
    """
    if step.row.kind in (AccountKind.TRAINEE, AccountKind.GUARDIAN):
        raise transition_refused("OF_CLIENT")


async def has_password_here(step: Step) -> None:
    """
    Check that the person has a password at the embedded provider.

    :raises CommandRefused: NO_PASSWORD_HERE: another provider keeps the password
    """
    if await provider_user_of(step.row, step.context, step.db) is None:
        raise transition_refused("NO_PASSWORD_HERE")


def embedded_issuer(context: CommandContext) -> str:
    """Return the name of the embedded provider, whether it is on or off."""
    return f"{context.public_url}{PROVIDER_PATH}"


async def provider_user_of(account: Account, context: CommandContext, db: BaseDBAsyncClient) -> ProviderUser | None:
    """Return the person of an account at the embedded provider; None when another provider knows the person."""
    if account.issuer != embedded_issuer(context) or account.subject is None:
        return None
    return await ProviderUser.get_or_none(id=UUID(account.subject), using_db=db)


async def show_password_link(step: Step) -> Changes:
    """Show a link with which the person sets a new password within a day; it works once."""
    await show_link_of(step.row, step)
    return {}


async def show_link_of(account: Account, step: Step) -> None:
    """Show the caller a link for a new password of an account."""
    context = step.context
    user = await provider_user_of(account, context, step.db)
    if user is not None:
        until = context.now + PASSWORD_LINK_LIFETIME
        link = password_link(context.keyring, account.pk, user.password_changed_at, account.epoch, until)
        context.shown_once.append(f"{context.public_url}{PASSWORD_PATH}?{link.query()}")


async def forget_second_factor(step: Step) -> Changes:
    """Forget the second factor, so that the person enrols another one at the next log-in; log the person out."""
    await forget_factor_and_sessions(step.row, step)
    return {}


async def forget_factor_and_sessions(account: Account, step: Step) -> None:
    """Forget the second factor of the person of an account, and end the person's sessions."""
    user = await provider_user_of(account, step.context, step.db)
    if user is not None:
        await reset_second_factor(user.id)
    await Session.filter(account_id=account.pk).using_db(step.db).delete()


ACCOUNT_RULES = Rulebook.of(
    guards=(
        not_own_account,
        another_holder_remains,
        is_outsider,
        not_of_client,
        not_closed_by_coach,
        has_password_here,
    ),
    effects=(close_account, open_account, renew_access, show_password_link, forget_second_factor),
    rules=(rights_of_account,),
)
