"""Roles and accounts for tests of log-ins; administrators grant theirs by mutation."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from models.account import Account, RoleGrant
from models.session import Session


@dataclass(frozen=True)
class RoleToGrant:
    """
    A role that is held from `starts_on` until `ends_before` (exclusive), in one unit.

    `ends_before` None: the role has no end; `unit_id` None: it holds everywhere.
    """

    role: str
    unit_id: UUID | None
    starts_on: date
    ends_before: date | None = None


class GrantRefused(ValueError):
    """The role cannot be granted to this account."""

    code = "GRANT_REFUSED"


async def grant_role(account_id: UUID, grant: RoleToGrant, granted_by: UUID, now: datetime) -> RoleGrant:
    """
    Return the new grant.

    :raises GrantRefused: when it is not a staff account: the role of every other kind of account is fixed.
    """
    async with in_transaction():
        if not await Account.filter(id=account_id, kind="STAFF").update(epoch=F("epoch") + 1):
            raise GrantRefused("Roles are granted to accounts of staff only")
        return await RoleGrant.create(
            account_id=account_id,
            role=grant.role,
            unit_id=grant.unit_id,
            starts_on=grant.starts_on,
            ends_before=grant.ends_before,
            state="IN_FORCE",
            created_by=granted_by,
            created_at=now,
            modified_by=granted_by,
            modified_at=now,
        )


async def end_grant(grant_id: UUID, ends_before: date) -> None:
    """End the role with the day before `ends_before`; delete a grant that would end before it begins."""
    async with in_transaction():
        holder = await Account.get(grants__id=grant_id)
        await Account.filter(id=holder.id).update(epoch=F("epoch") + 1)  # also the lock: one change of roles at a time
        grant = await RoleGrant.get(id=grant_id)
        if ends_before <= grant.starts_on:
            await grant.delete()
        else:
            await RoleGrant.filter(id=grant_id).update(ends_before=ends_before)


async def disable_account(account_id: UUID, now: datetime) -> None:
    """Disable the account from this moment on, in every browser and for every token."""
    async with in_transaction():
        await Account.filter(id=account_id).update(state="DISABLED", disabled_at=now, epoch=F("epoch") + 1)
        await Session.filter(account_id=account_id).delete()


async def enable_account(account_id: UUID) -> None:
    """Let the person log in again."""
    await Account.filter(id=account_id).update(state="ACTIVE", disabled_at=None, epoch=F("epoch") + 1)
