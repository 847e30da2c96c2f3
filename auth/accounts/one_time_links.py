"""
Links that open an account: an invitation, or the setting of a new password.

The code of a link is derived from a key outside the database, from what it opens, and from a number or moment that
changes when it is used; the database holds nothing that would make a link.
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from uuid import UUID

from models.sealed import Keyring, keyed_digests

INVITATION_PATH = "/auth/invitation"
PASSWORD_PATH = "/auth/password-link"  # noqa: S105 - an address


@dataclass(frozen=True)
class OneTimeLink:
    """A link as a person follows it: what it opens (`noun`, `id`), and the code that proves it."""

    noun: str
    id: UUID
    code: str

    def query(self) -> str:
        """Return the query string of its address."""
        return f"for={self.noun}_{self.id.hex}&code={self.code}"


def invitation_link(keyring: Keyring, noun: str, invitation: UUID, number: int) -> OneTimeLink:
    """Return the link of an invitation; `number` counts the links that were made, and only the last one works."""
    return OneTimeLink(noun, invitation, _codes(keyring, noun, invitation, str(number))[0])


def password_link(keyring: Keyring, account: UUID, changed_at: datetime, epoch: int, until: datetime) -> OneTimeLink:
    """
    Return a link that sets a new password until a moment, and not after the password or the rights were changed.

    `epoch` is the epoch of the account: whoever was shown a link before a role was granted cannot use it afterwards.
    """
    second = int(until.timestamp())
    code = _codes(keyring, "password", account, f"{changed_at.isoformat()}|{epoch}|{second}")[0]
    return OneTimeLink("account", account, f"{second}.{code}")


def is_invitation_link(keyring: Keyring, link: OneTimeLink, number: int) -> bool:
    """Return whether a link is the last one of its invitation."""
    return _is_any(link.code, _codes(keyring, link.noun, link.id, str(number)))


def is_password_link(keyring: Keyring, link: OneTimeLink, changed_at: datetime, epoch: int, now: datetime) -> bool:
    """Return whether a link may still set a new password."""
    second, _, code = link.code.partition(".")
    if not second.isascii() or not second.isdigit() or len(second) > 12 or int(second) <= now.timestamp():
        return False
    return _is_any(code, _codes(keyring, "password", link.id, f"{changed_at.isoformat()}|{epoch}|{int(second)}"))


def _codes(keyring: Keyring, noun: str, opened: UUID, change: str) -> list[str]:
    """Return the code of each live key, the current key first."""
    digests = keyed_digests(keyring, "one-time link", f"{noun}|{opened}|{change}")
    return [urlsafe_b64encode(digest).decode().rstrip("=") for digest in digests]


def _is_any(code: str, expected: list[str]) -> bool:
    given = code.encode("utf-8", "replace")
    return any(compare_digest(given, one.encode()) for one in expected)
