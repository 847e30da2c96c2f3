"""Accept an invitation: bind the identity of the first log-in to the account, once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from auth.accounts.one_time_links import OneTimeLink, is_invitation_link
from models.account import Account, ClientInvitation, Invitation
from models.representation import GuardianInvitation
from resolvers.accounts.accounts import end_of_access
from resolvers.context import CommandContext, UnitOfWork
from resolvers.public_ids import object_uuid
from resolvers.writing.transitions import move_to_state, set_column
from workflow.account import EXPIRED_INVITATION_STATES, INVITED_ACCOUNT_STATES, OPEN_INVITATION_STATES
from workflow.roles import AccountKind

INVITATION_MODELS: dict[str, type[Invitation] | type[ClientInvitation] | type[GuardianInvitation]] = {
    "invitation": Invitation,
    "client_invitation": ClientInvitation,
    "guardian_invitation": GuardianInvitation,
}


class InvitationRefused(Exception):
    """An invitation cannot be accepted: it is unknown, used, withdrawn or expired, or the identity has an account."""

    code = "INVITATION_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class OpenInvitation:
    """What the page of an invitation needs: whom it invites, in which language, and the account."""

    kind: AccountKind
    language: str
    account: UUID


def link_of(target: str, code: str) -> OneTimeLink:
    """
    Return the link that the query of an address names.

    :raises InvitationRefused: UNKNOWN when it names no invitation
    """
    noun, _, _ = target.rpartition("_")
    uuid = object_uuid(noun, target) if noun in INVITATION_MODELS else None
    if uuid is None:
        raise InvitationRefused("UNKNOWN")
    return OneTimeLink(noun, uuid, code)


async def open_invitation(context: CommandContext, link: OneTimeLink, db: BaseDBAsyncClient) -> OpenInvitation:
    """
    Return the invitation of a link.

    :raises InvitationRefused: UNKNOWN, USED or EXPIRED
    """
    row: Any = await INVITATION_MODELS[link.noun].get_or_none(id=link.id, using_db=db)
    _check(context, link, row, context.now)
    return OpenInvitation(
        AccountKind(getattr(row, "kind", AccountKind.TRAINEE)), row.language, UUID(str(row.account_id))
    )


async def accept_invitation(context: CommandContext, link: OneTimeLink, issuer: str, subject: str) -> UUID:
    """
    Bind an identity to the account of an invitation, and return the account's id.

    :raises InvitationRefused: UNKNOWN, USED, EXPIRED, or IDENTITY_TAKEN when the identity has an account already
    """
    try:
        async with in_transaction() as db:
            return await _accept(context, link, issuer, subject, db)
    except IntegrityError:  # the identity was bound to another account at the same moment
        raise InvitationRefused("IDENTITY_TAKEN") from None


async def _accept(
    context: CommandContext, link: OneTimeLink, issuer: str, subject: str, db: TransactionalDBClient
) -> UUID:
    row: Any = await INVITATION_MODELS[link.noun].select_for_update().using_db(db).get_or_none(id=link.id)
    _check(context, link, row, context.now)
    if await Account.filter(issuer=issuer, subject=subject).using_db(db).exists():
        raise InvitationRefused("IDENTITY_TAKEN")
    account = await Account.select_for_update().using_db(db).get(id=row.account_id)
    if account.state not in INVITED_ACCOUNT_STATES:
        raise InvitationRefused("USED")
    account.issuer, account.subject = issuer, subject
    account.epoch += 1
    account.ends_before = end_of_access(context, account)
    work = UnitOfWork(context, db)
    await move_to_state(work, "account", account, "ACTIVE", "ACCEPT")
    await move_to_state(
        work, link.noun, row, "ACCEPTED", "ACCEPT", set_column(row, "accepted_at", "acceptedAt", context.now)
    )
    return UUID(str(account.pk))


def _check(context: CommandContext, link: OneTimeLink, row: Any, now: datetime) -> None:
    if row is None or not is_invitation_link(context.keyring, link, row.links):
        raise InvitationRefused("UNKNOWN")
    if row.state not in OPEN_INVITATION_STATES:
        raise InvitationRefused("EXPIRED" if row.state in EXPIRED_INVITATION_STATES else "USED")
    if row.expires_at <= now:
        raise InvitationRefused("EXPIRED")
