"""How surely the person of a session was identified, as the session keeps it."""

from dataclasses import dataclass
from datetime import datetime

from models.session import Session


@dataclass(frozen=True)
class Assurance:
    """
    The assurance of one log-in. What the provider does not say is None, and makes nothing strong.

    `acr` is the level, `amr` the means, `authenticated_at` the instant at which the person proved who one is.
    """

    acr: str | None = None
    amr: tuple[str, ...] = ()
    authenticated_at: datetime | None = None
    is_strong: bool = False


UNKNOWN_ASSURANCE = Assurance()


async def session_assurance(id_hash: bytes) -> Assurance:
    """Return the assurance of the session with this hash of its id; nothing is known of one that has ended."""
    found = await Session.get_or_none(id_hash=id_hash)
    if found is None:
        return UNKNOWN_ASSURANCE
    return Assurance(found.acr, tuple(found.amr), found.authenticated_at, found.is_strong)
