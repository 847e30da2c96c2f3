"""
The confidentiality undertaking that a person accepts before the first look at anybody's data.

Source: privacy notice, "only employees whose work needs it, … confidentiality". A trainee looks at nobody else's data
and has nothing to undertake (decision 0013).
"""

from datetime import datetime
from uuid import UUID

from tortoise.expressions import F

from models.account import Account
from workflow.roles import AccountKind

UNDERTAKING_VERSION = "2026-1"  # the text of web/templates/undertaking.html; a new version is accepted anew


def may_enter(kind: AccountKind, accepted_version: str | None) -> bool:
    """Tell whether nothing is left to accept."""
    return kind in (AccountKind.TRAINEE, AccountKind.AGENCY) or accepted_version == UNDERTAKING_VERSION


async def accept_undertaking(account: UUID, now: datetime) -> None:
    """Record that the person of this account accepts the present version."""
    await Account.filter(id=account).update(
        undertaking_version=UNDERTAKING_VERSION, undertaking_accepted_at=now, epoch=F("epoch") + 1
    )
