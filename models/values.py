"""
The stored form of texts, names and dates. Every `normalise_…` returns it or raises a `ValueRefused`.

A text is bounded in bytes before anything is done to it, then normalised, then counted: normalising takes time with the
square of the marks on one letter. No other module normalises (a test holds that).
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Literal

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)  # of every day and every instant

# Joiners shape letters in Persian and Indic names; any other invisible character in a name is a mistake or an attack.
_JOINERS = "\u200c\u200d"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NEWLINES = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
BYTES_PER_CHARACTER = 4  # the most that UTF-8 takes for one; a decomposed letter of a European language takes less
# Combining marks after one letter. Source: Unicode Standard Annex 15, Stream-Safe Text Format.
MOST_MARKS = 30
LONGEST_NAME = 100
_DATE_LENGTH = 20
Form = Literal["NFC", "NFKC", "NFKD"]
# What stands in for a letter that was lost (U+FFFD, "?"), begins the error of a spreadsheet, or belongs to a formula.
_IN_NO_NAME = frozenset("\ufffd#?!%=<>{}[]|\\^~_$€*;")
# The first byte of a letter of UTF-8 and its second one, each read as a letter of Latin-1 or Windows-1252.
_TWICE_ENCODED = re.compile("[ÃÂ][\x80-\x9f\xa1-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ“”¦˜]")
_FINNISH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


class ValueRefused(ValueError):
    """A value cannot be stored. `code` is stable; neither the code nor the text holds the value."""

    code = "VALUE_REFUSED"

    def __init__(self, **facts: str) -> None:
        super().__init__(self.code)
        self.facts: Mapping[str, str] = facts


class TextEmpty(ValueRefused):
    """The text is empty or has only blanks."""

    code = "TEXT_EMPTY"


class TextTooLong(ValueRefused):
    """The text has more characters than its place allows; the fact `most` says how many it allows."""

    code = "TEXT_TOO_LONG"


class TextUnsafe(ValueRefused):
    """
    The text holds a character that cannot be stored.

    It is NUL, another control character, half a surrogate pair, a mark that changes the direction, or more than
    `MOST_MARKS` marks on one letter.
    """

    code = "TEXT_UNSAFE"


class NameWithoutLetters(ValueRefused):
    """A name has no letter: it is a placeholder such as "-" or "?"."""

    code = "NAME_WITHOUT_LETTERS"


class NameImpossible(ValueRefused):
    """A name holds a character that no name has: the error of a spreadsheet (#N/A), or the mark of a lost letter."""

    code = "NAME_IMPOSSIBLE"


class TextEncodedTwice(ValueRefused):
    """The text was written in one encoding and read in another: "MÃ¤ki" instead of "Mäki"."""

    code = "TEXT_ENCODED_TWICE"


class DateMalformed(ValueRefused):
    """The text has neither the form 2026-01-31 nor 31.1.2026, or there is no such day."""

    code = "DATE_MALFORMED"


class DateOutOfBounds(ValueRefused):
    """The day is outside of `EARLIEST`–`LATEST`, probably a typing error."""

    code = "DATE_OUT_OF_BOUNDS"


def bounded(text: str, longest: int) -> str:
    """
    Return the text as it is, when its bytes do not yet say that it is longer than `longest` characters.

    :raises TextTooLong: when they do
    """
    if not is_within(text, longest):
        raise TextTooLong(most=str(longest))
    return text


def is_within(text: str, longest: int) -> bool:
    """Return whether a text takes no more bytes than `longest` characters may."""
    most = BYTES_PER_CHARACTER * longest
    return len(text) * BYTES_PER_CHARACTER <= most or (
        len(text) <= most and len(text.encode("utf-8", "surrogatepass")) <= most
    )


def shortened(text: str, longest: int) -> str:
    """Return the beginning of a text that takes no more bytes than `longest` characters may."""
    if is_within(text, longest):
        return text
    most = BYTES_PER_CHARACTER * longest
    return text[:most].encode("utf-8", "replace")[:most].decode("utf-8", "ignore")


def normal_form(text: str, form: Form = "NFC") -> str:
    """Return the normal form of a text whose length is bounded already."""
    return unicodedata.normalize(form, text)


def normalise_text(text: str, longest: int) -> str:
    r"""
    Return free text in its stored form: NFC, line ends as \n, trimmed, at most `longest` characters.

    :raises ValueRefused: TEXT_UNSAFE, TEXT_EMPTY, TEXT_TOO_LONG
    """
    unified = _NEWLINES.sub("\n", bounded(text, longest))
    if any(_is_unsafe(character) for character in unified) or _has_too_many_marks(unified):
        raise TextUnsafe
    return _checked_length(normal_form(unified).strip(), longest)


def normalise_line(text: str, longest: int) -> str:
    """
    Return one line of text in its stored form: as `normalise_text`, and every run of blanks and line ends is one blank.

    :raises ValueRefused: TEXT_UNSAFE, TEXT_EMPTY, TEXT_TOO_LONG, TEXT_ENCODED_TWICE
    """
    folded = " ".join(bounded(text, longest).split())
    is_safe = not any(_is_unsafe(character) or _is_invisible(character) for character in folded)
    if not is_safe or _has_too_many_marks(folded):
        raise TextUnsafe
    line = _checked_length(normal_form(folded), longest)
    if _TWICE_ENCODED.search(line):
        raise TextEncodedTwice
    return line


def normalise_name(text: str, longest: int = LONGEST_NAME) -> str:
    """
    Return a person's name in its stored form: NFC, trimmed, single blanks, 1–100 characters, at least one letter.

    :raises ValueRefused: TEXT_UNSAFE, TEXT_EMPTY, TEXT_TOO_LONG, TEXT_ENCODED_TWICE, NAME_WITHOUT_LETTERS,
        NAME_IMPOSSIBLE
    """
    name = normalise_line(text, longest)
    if not any(character.isalpha() for character in name):
        raise NameWithoutLetters
    if not _IN_NO_NAME.isdisjoint(name):
        raise NameImpossible
    return name


def normalise_first_names(text: str, longest: int = LONGEST_NAME) -> str | None:
    """
    Return first names as `normalise_name` does, or None where there are none: some people have one name, the last.

    :raises ValueRefused: as `normalise_name`, but not TEXT_EMPTY
    """
    return normalise_name(text, longest) if bounded(text, longest).strip() else None


def full_name(*parts: str | None) -> str:
    """Return the parts of a person's name that there are, with a blank between them."""
    return " ".join(part for part in parts if part)


def normalise_date(text: str) -> date:
    """
    Return the date of a text such as 2026-01-31 or 31.1.2026, between 1900 and 2200.

    Years of two digits are refused: 1.2.26 may mean a birth in 1926.

    :raises ValueRefused: DATE_MALFORMED, DATE_OUT_OF_BOUNDS
    """
    if not is_within(text, _DATE_LENGTH):
        raise DateMalformed
    written = text.strip()
    if match := _ISO.fullmatch(written):
        year, month, day = map(int, match.groups())
    elif match := _FINNISH.fullmatch(written):
        day, month, year = map(int, match.groups())
    else:
        raise DateMalformed
    try:
        return bounded_date(date(year, month, day))
    except ValueRefused:
        raise
    except ValueError:
        raise DateMalformed from None


def bounded_date(day: date) -> date:
    """
    Return the day if it lies between 1900 and 2200.

    :raises DateOutOfBounds: when it does not
    """
    if not EARLIEST <= day <= LATEST:
        raise DateOutOfBounds
    return day


def _checked_length(text: str, longest: int) -> str:
    if not text:
        raise TextEmpty
    if len(text) > longest:
        raise TextTooLong(most=str(longest))
    return text


def _is_unsafe(character: str) -> bool:
    if character in "\n\t":
        return False
    point = ord(character)
    is_noncharacter = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return is_noncharacter or character in _BIDI or unicodedata.category(character) in {"Cc", "Cs"}


def _has_too_many_marks(text: str) -> bool:
    if text.isascii():
        return False
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS:
            return True
    return False


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" and character not in _JOINERS
