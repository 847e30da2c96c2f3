"""Passwords: hashed with argon2id, strong enough, never truncated; an unknown name takes as long as a known one."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from auth.processing import PASSWORDS
from auth.tokens.random_tokens import new_token
from models.values import is_within, normal_form

MIN_LENGTH, _MAX_LENGTH = 12, 128
MIN_SCORE = 3  # the least accepted score of zxcvbn, 0–4; 3: "safely unguessable" against an online attack
HASHER = PasswordHasher()  # argon2id with the parameters of RFC 9106 § 4, second recommendation


class PasswordTooWeak(ValueError):
    """The password must not be used; the text gives the reason, in Finnish, and does not quote the password."""

    code = "PASSWORD_TOO_WEAK"


class PasswordLength(PasswordTooWeak):
    """The password is too short or too long."""

    code = "PASSWORD_LENGTH"


class PasswordGuessable(PasswordTooWeak):
    """The password is too easy to guess."""

    code = "PASSWORD_GUESSABLE"


def check_strength(password: str, *personal: str) -> None:
    """
    Refuse a weak password. `personal` are words that are easy to guess for this person, for instance the user name.

    :raises PasswordTooWeak: when it has fewer than 12 or more than 128 characters, or is too easy to guess.
    """
    if not is_within(password, _MAX_LENGTH) or not MIN_LENGTH <= len(normalised_password(password)) <= _MAX_LENGTH:
        raise PasswordLength(f"Salasanassa on oltava {MIN_LENGTH}–{_MAX_LENGTH} merkkiä.")
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists of words take 11 MB, and it is rarely needed

    if zxcvbn(password, user_inputs=[*personal, "polku"], max_length=_MAX_LENGTH)["score"] < MIN_SCORE:
        raise PasswordGuessable(
            "Salasana on liian helppo arvata. Käytä esimerkiksi neljää toisiinsa liittymätöntä sanaa."
        )


async def hash_password(password: str) -> str:
    """Return the argon2id hash, with its parameters and salt; the strength of the password was checked."""
    return await PASSWORDS.run(HASHER.hash, normalised_password(password))


async def is_password(password: str, stored: str | None) -> bool:
    """
    Return whether the password matches the hash.

    Without a hash, and for a text that is too long for any password, the same work is done and the answer is False.
    """
    is_possible = stored is not None and is_within(password, _MAX_LENGTH)
    tried = normalised_password(password) if is_possible else ""
    is_right = await PASSWORDS.run(_verify_or_pretend, tried, stored if is_possible else None)
    return is_right and is_possible


async def check_new_password(password: str, *personal: str) -> None:
    """
    Refuse a weak password, as `check_strength` does, beside the event loop.

    :raises PasswordTooWeak: when it is too short, too long or too easy to guess
    """
    await PASSWORDS.run(check_strength, password, *personal)


def is_outdated(stored: str) -> bool:
    """Return whether the hash was made with weaker parameters than today's."""
    return HASHER.check_needs_rehash(stored)


def _verify_or_pretend(password: str, stored: str | None) -> bool:
    """Return whether the password matches the hash; without one, work for as long."""
    return verify_password(password, stored or dummy_hash())


def verify_password(password: str, stored: str) -> bool:
    """Return whether the password matches the hash."""
    try:
        return len(password) <= _MAX_LENGTH and HASHER.verify(stored, password)
    except VerificationError:
        return False


def normalised_password(password: str) -> str:
    """Return the password in NFC, so that the same letter from two keyboards is the same."""
    return normal_form(password)


@cache
def dummy_hash() -> str:
    """Return a hash that no password matches."""
    return HASHER.hash(new_token())
