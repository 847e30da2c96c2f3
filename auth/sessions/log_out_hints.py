"""
The ID token that a session keeps for its log-out at the provider, sealed for that session.

It names the person, and opens a log-out in the person's name: a copy of the database must not give it away.
Source: OpenID Connect RP-Initiated Logout 1.0, `id_token_hint`.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from auth.tokens.sealing import SealedTextRefused, Sealer


@dataclass(frozen=True)
class LogOutHints:
    """Seals ID tokens with the session key, and opens them at log-out."""

    sealer: Sealer

    def sealed(self, session: UUID, id_token: str) -> str | None:
        """Return what the row of a session stores; None when there is no token, because the provider encrypts it."""
        return self.sealer.seal(hint_purpose(session), {"id_token": id_token}) if id_token else None

    def opened(self, session: UUID, sealed: str | None, now: datetime) -> str:
        """Return the ID token; nothing when there is none or it does not open: the provider then asks the person."""
        try:
            return str(self.sealer.open(hint_purpose(session), sealed, now)["id_token"]) if sealed else ""
        except SealedTextRefused:
            return ""


def hint_purpose(session: UUID) -> str:
    """Return the purpose of sealing: with the session in it, so that a token moved to another row does not open."""
    return f"log-out hint {session}"
