"""Records of log-ins and log-outs, with the address shortened to its network."""

from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address, ip_network
from uuid import UUID

from auth.viewer import SYSTEM_ACCOUNT_ID
from models.account import LoginEvent


class LoginOutcome(StrEnum):
    """The result of an attempt to log in or out."""

    LOGGED_IN = "LOGGED_IN"
    LOGGED_OUT = "LOGGED_OUT"
    LOGGED_OUT_BY_PROVIDER = "LOGGED_OUT_BY_PROVIDER"
    REFUSED = "REFUSED"
    NO_ACCOUNT = "NO_ACCOUNT"
    DISABLED = "DISABLED"
    UNDERTAKING_ACCEPTED = "UNDERTAKING_ACCEPTED"
    PASSWORD_REFUSED = "PASSWORD_REFUSED"  # noqa: S105 - the name of an outcome
    THROTTLED = "THROTTLED"
    INVITATION_ACCEPTED = "INVITATION_ACCEPTED"
    INVITATION_REFUSED = "INVITATION_REFUSED"
    PASSWORD_CHANGED = "PASSWORD_CHANGED"  # noqa: S105 - as above
    SECOND_FACTOR_ENROLLED = "SECOND_FACTOR_ENROLLED"
    SECOND_FACTOR_REFUSED = "SECOND_FACTOR_REFUSED"
    RECOVERY_CODE_USED = "RECOVERY_CODE_USED"


async def record_login_event(
    outcome: LoginOutcome, issuer: str, address: str, now: datetime, account: UUID | None = None
) -> None:
    """Write one event. It holds nothing about an unknown person: there is no legal basis for storing that."""
    actor = account or SYSTEM_ACCOUNT_ID
    await LoginEvent.create(
        state="RECORDED",
        created_at=now,
        created_by=actor,
        modified_at=now,
        modified_by=actor,
        at=now,
        account_id=account,
        issuer=issuer,
        outcome=outcome.value,
        network=network_of(address),
    )


def network_of(address: str) -> str:
    """
    Return the network of an address: it is enough to notice an attack, and not enough to follow a person.

    /24 for IPv4, /48 for IPv6, `unknown` for anything else, for instance a unix socket.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False))
