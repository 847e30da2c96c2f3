"""
The access of a client after the invitation: a link for a new password, and the end of the access.

The coach or the supervisor, who has seen who it is, does what an administrator does for staff; the administrator learns
nothing of whose account it is. Decision 0091.
"""

from models.account import Account
from resolvers.accounts.accounts import (
    disabled,
    enabled,
    forget_factor_and_sessions,
    provider_user_of,
    show_link_of,
)
from resolvers.accounts.client_addresses import refusal_of_address
from resolvers.context import Changes, Rulebook, Step
from resolvers.notifications.password_mail import mail_password_link
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.account import ACTIVE_ACCOUNT_STATES, DISABLED_ACCOUNT_STATES


async def client_has_password_here(step: Step) -> None:
    """
    Check that the client's account is open, and that its password is one of the embedded provider.

    :raises CommandRefused: ACCESS_CLOSED, or NO_PASSWORD_HERE: another provider keeps the password
    """
    account = await _account(step)
    if account.state not in ACTIVE_ACCOUNT_STATES:
        raise transition_refused("ACCESS_CLOSED")
    if await provider_user_of(account, step.context, step.db) is None:
        raise transition_refused("NO_PASSWORD_HERE")


async def client_has_address(step: Step) -> None:
    """
    Check that there is an address to which the link is mailed, and that no guardian wrote it.

    :raises CommandRefused: NO_ADDRESS or ADDRESS_BY_GUARDIAN
    """
    if code := await refusal_of_address(step.row.client_id, step.db):
        raise transition_refused(code)


async def note_identity_proof(step: Step) -> Changes:
    """Note how the coach knows who it is this time."""
    return set_column(step.row, "identity_proof", "identityProof", step.reason)


async def show_client_password_link(step: Step) -> Changes:
    """Show a link for a new password once, to hand it over; a second factor is set up anew."""
    account = await _account(step)
    await forget_factor_and_sessions(account, step)
    await show_link_of(account, step)
    return {}


async def mail_client_password_link(step: Step) -> Changes:
    """Have a link for a new password mailed to the client and shown to nobody; a second factor is set up anew."""
    account = await _account(step)
    await forget_factor_and_sessions(account, step)
    await mail_password_link(step, account)
    return {}


async def end_client_access(step: Step) -> Changes:
    """Disable the account of the client at once, unless it is disabled already."""
    account = await _account(step)
    if account.state in ACTIVE_ACCOUNT_STATES:
        await move_to_state(step, "account", account, "DISABLED", "DISABLE", await disabled(account, step))
    return {}


async def reopen_client_access(step: Step) -> Changes:
    """Let the client log in again."""
    account = await _account(step)
    if account.state in DISABLED_ACCOUNT_STATES:
        await move_to_state(step, "account", account, "ACTIVE", "ENABLE", enabled(account))
    return {}


async def _account(step: Step) -> Account:
    account = await Account.select_for_update().using_db(step.db).get_or_none(id=step.row.account_id)
    if account is None:
        raise transition_refused("ACCESS_CLOSED")
    return account


CLIENT_ACCESS_RULES = Rulebook.of(
    guards=(client_has_password_here, client_has_address),
    effects=(
        note_identity_proof,
        show_client_password_link,
        mail_client_password_link,
        end_client_access,
        reopen_client_access,
    ),
)
