"""What happened at the door, with the address cut to its network."""

from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address, ip_network
from uuid import UUID

from models.account import LoginEvent


class LoginOutcome(StrEnum):
    """How an attempt to enter or to leave ended."""

    LOGGED_IN = "LOGGED_IN"
    LOGGED_OUT = "LOGGED_OUT"
    LOGGED_OUT_BY_PROVIDER = "LOGGED_OUT_BY_PROVIDER"
    REFUSED = "REFUSED"
    NO_ACCOUNT = "NO_ACCOUNT"
    DISABLED = "DISABLED"
    UNDERTAKING_ACCEPTED = "UNDERTAKING_ACCEPTED"
    PASSWORD_REFUSED = "PASSWORD_REFUSED"  # noqa: S105 - the name of an outcome
    THROTTLED = "THROTTLED"


async def record_login_event(
    outcome: LoginOutcome, issuer: str, address: str, now: datetime, account: UUID | None = None
) -> None:
    """Write one event. Who an unknown person is does not enter: there is no ground to keep it."""
    await LoginEvent.create(
        at=now, account_id=account, issuer=issuer, outcome=outcome.value, network=network_of(address)
    )


def network_of(address: str) -> str:
    """
    Return the network of an address: enough to notice an attack, not enough to follow a person.

    /24 of IPv4, /48 of IPv6, `unknown` of anything else, a unix socket for instance.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False))
