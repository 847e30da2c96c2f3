"""Passwords: hashed with argon2id, strong enough, never truncated; an unknown name takes as long as a known one."""

import re
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from auth.processing import PASSWORDS
from auth.tokens.random_tokens import new_token
from models.values import is_within, normal_form

MIN_LENGTH, _MAX_LENGTH = 12, 128
MIN_SCORE = 3  # the least accepted score of zxcvbn, 0–4; 3: "safely unguessable" against an online attack
_MOST_WORDS, _MOST_OTHERS = 2, 3  # common words, and characters beside them, that do not make a password
_DATES = re.compile(r"(?<![0-9])[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})(?![0-9])")
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_PLAIN_LETTERS = str.maketrans("äåö", "aao")
_LOOKALIKES = str.maketrans("@4310!$57", "aaeioisst")
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
    text = normalised_password(password) if is_within(password, _MAX_LENGTH) else ""
    if not MIN_LENGTH <= len(text) <= _MAX_LENGTH:
        raise PasswordLength(f"Salasanassa on oltava {MIN_LENGTH}–{_MAX_LENGTH} merkkiä.")
    own = [part for word in personal for part in _parts(normalised_password(word).lower())]
    words = _with_plain_letters([*own, *common_words()])
    if is_decorated_word(text, words) or _score(text, words) < MIN_SCORE:
        raise PasswordGuessable(
            "Salasana on liian helppo arvata. Käytä esimerkiksi neljää toisiinsa liittymätöntä sanaa."
        )


def is_decorated_word(text: str, words: list[str]) -> bool:
    """
    Return whether a text is one or two of the words with dates, years and a few other characters around them.

    zxcvbn takes every further piece of a password for a secret of its own, so that "Jyväskylä", a year and an
    exclamation mark would pass, and it knows no year after 2019.
    """
    by_length = sorted({word for word in words if len(word) >= 3}, key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, by_length)))
    without_dates = _YEARS.sub(" ", _DATES.sub(" ", text.lower()))
    return any(
        len(set(filter(str.isalpha, map(str.strip, known.findall(form))))) <= _MOST_WORDS
        and len(re.sub(r"[\s.,_-]", "", known.sub(" ", form))) <= _MOST_OTHERS
        for form in (without_dates, without_dates.translate(_LOOKALIKES))
    )


def _score(text: str, words: list[str]) -> int:
    """
    Return zxcvbn's score of a text, 0–4; the first of `words` are guessed first.

    The dictionaries are handed over: its own function keeps the words of one person where other threads read them.
    """
    from zxcvbn import matching, scoring, time_estimates  # noqa: PLC0415 - its words take 11 MB, and are rarely needed

    dictionaries = {**matching.RANKED_DICTIONARIES, "user_inputs": matching.build_ranked_dict(words)}
    found = scoring.most_guessable_match_sequence(text, matching.omnimatch(text, dictionaries))
    return int(time_estimates.guesses_to_score(found["guesses"]))


@cache
def common_words() -> tuple[str, ...]:
    """Return the words that people in Finland choose for passwords, in lower case, the most common first."""
    lines = Path(__file__).with_name("common_words.txt").read_text("utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def _parts(name: str) -> list[str]:
    """Return a name and the words that it is made of."""
    return [name, *re.findall(r"\w+", name)]


def _with_plain_letters(words: list[str]) -> list[str]:
    """Return the words in their order, each also as it is typed on a keyboard without Finnish letters."""
    return list(dict.fromkeys(form for word in words for form in (word, word.translate(_PLAIN_LETTERS))))


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
