"""Passwords: argon2id, strong enough, never cut, and as slow for an unknown name as for a known one."""

import unicodedata
from functools import cache

from anyio import CapacityLimiter, to_thread
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from auth.tokens.random_tokens import new_token

SHORTEST, _LONGEST = 12, 128
WEAKEST_SCORE = 3  # of zxcvbn, 0–4: "safely unguessable" against an online attack
_AT_ONCE = 2  # each takes 64 MiB and a core for some 50 ms; more at once would be a way to stop the service
HASHER = PasswordHasher()  # argon2id with the parameters of RFC 9106 § 4, second recommendation


class PasswordTooWeak(ValueError):
    """A password that must not be used; the text says why, in Finnish, and does not quote it."""

    code = "PASSWORD_TOO_WEAK"


def check_strength(password: str, *personal: str) -> None:
    """
    Refuse a weak password. `personal` are words that are easy to guess for this person, such as the user name.

    :raises PasswordTooWeak: below 12 or above 128 characters, or when guessing it is too easy.
    """
    if not SHORTEST <= len(password) <= _LONGEST:
        raise PasswordTooWeak(f"Salasanassa on oltava {SHORTEST}–{_LONGEST} merkkiä.")
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists of words take 11 MB, and passwords are seldom chosen

    if zxcvbn(password, user_inputs=[*personal, "polku"], max_length=_LONGEST)["score"] < WEAKEST_SCORE:
        raise PasswordTooWeak(
            "Salasana on liian helppo arvata. Käytä esimerkiksi neljää toisiinsa liittymätöntä sanaa."
        )


async def hash_password(password: str) -> str:
    """Return the argon2id hash, with its parameters and salt."""
    return await to_thread.run_sync(HASHER.hash, normalised_password(password), limiter=limiter())


async def is_password(password: str, stored: str | None) -> bool:
    """Tell whether the password belongs to the hash; without a hash the same work is done, and the answer is no."""
    is_right = await to_thread.run_sync(
        verify_password, normalised_password(password), stored or decoy(), limiter=limiter()
    )
    return is_right and stored is not None


def is_outdated(stored: str) -> bool:
    """Tell whether the hash was made with weaker parameters than today's."""
    return HASHER.check_needs_rehash(stored)


def verify_password(password: str, stored: str) -> bool:
    """Tell whether the password belongs to the hash."""
    try:
        return len(password) <= _LONGEST and HASHER.verify(stored, password)
    except VerificationError:
        return False


def normalised_password(password: str) -> str:
    """Return the password so that ä typed on one keyboard is ä typed on another."""
    return unicodedata.normalize("NFC", password)


@cache
def decoy() -> str:
    """Return a hash that belongs to no password."""
    return HASHER.hash(new_token())


@cache
def limiter() -> CapacityLimiter:
    """Return the limit on hashing at once; made late, because it belongs to a running event loop."""
    return CapacityLimiter(_AT_ONCE)
