"""
The confidentiality undertaking that a person accepts before seeing anybody's data for the first time.

Source: privacy notice, "only employees whose work needs it, … confidentiality". A trainee sees nobody else's data and
therefore accepts no undertaking (decision 0013).
"""

from datetime import datetime
from uuid import UUID

from tortoise.expressions import F

from models.account import Account
from workflow.roles import AccountKind

UNDERTAKING_VERSION = "2026-1"  # the text of web/templates/undertaking.html; everybody accepts a new version again


def may_enter(kind: AccountKind, accepted_version: str | None) -> bool:
    """Return whether an account of this kind, with this accepted version, may use the service."""
    return kind in (AccountKind.TRAINEE, AccountKind.AGENCY) or accepted_version == UNDERTAKING_VERSION


async def accept_undertaking(account: UUID, now: datetime) -> None:
    """Record that the person of this account accepts the current version."""
    await Account.filter(id=account).update(
        undertaking_version=UNDERTAKING_VERSION, undertaking_accepted_at=now, epoch=F("epoch") + 1
    )
