"""The stored form of texts, names and dates. Every `normalise_…` returns it or raises a `ValueRefused`."""

import re
import unicodedata
from datetime import date

EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)

# Joiners shape letters in Persian and Indic names; any other invisible character in a name is a mistake or an attack.
_JOINERS = "\u200c\u200d"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NEWLINES = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FINNISH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


class ValueRefused(ValueError):
    """A value cannot be stored. `code` is stable; neither the code nor the text holds the value."""

    code = "VALUE_REFUSED"

    def __init__(self) -> None:
        super().__init__(self.code)


class TextEmpty(ValueRefused):
    """The text is empty or has only blanks."""

    code = "TEXT_EMPTY"


class TextTooLong(ValueRefused):
    """The text has more characters than the column allows."""

    code = "TEXT_TOO_LONG"


class TextUnsafe(ValueRefused):
    """The text holds NUL, another control character, half a surrogate pair, or a mark that changes its direction."""

    code = "TEXT_UNSAFE"


class NameWithoutLetters(ValueRefused):
    """A name has no letter: it is a placeholder such as "-" or "?"."""

    code = "NAME_WITHOUT_LETTERS"


class DateMalformed(ValueRefused):
    """The text has neither the form 2026-01-31 nor 31.1.2026, or there is no such day."""

    code = "DATE_MALFORMED"


class DateOutOfBounds(ValueRefused):
    """The day is outside 1900–2100, probably a typing error."""

    code = "DATE_OUT_OF_BOUNDS"


def normalise_text(text: str, longest: int) -> str:
    r"""
    Return free text in its stored form: NFC, line ends as \n, trimmed, at most `longest` characters.

    :raises ValueRefused: TEXT_UNSAFE, TEXT_EMPTY, TEXT_TOO_LONG
    """
    unified = _NEWLINES.sub("\n", text)
    if any(_is_unsafe(character) for character in unified):
        raise TextUnsafe
    return _checked_length(unicodedata.normalize("NFC", unified).strip(), longest)


def normalise_line(text: str, longest: int) -> str:
    """
    Return one line of text in its stored form: as `normalise_text`, and every run of blanks and line ends is one blank.

    :raises ValueRefused: TEXT_UNSAFE, TEXT_EMPTY, TEXT_TOO_LONG
    """
    folded = " ".join(text.split())
    if any(_is_unsafe(character) or _is_invisible(character) for character in folded):
        raise TextUnsafe
    return _checked_length(unicodedata.normalize("NFC", folded), longest)


def normalise_name(text: str, longest: int = 100) -> str:
    """
    Return a person's name in its stored form: NFC, trimmed, single blanks, 1–100 characters, at least one letter.

    :raises ValueRefused: TEXT_UNSAFE, TEXT_EMPTY, TEXT_TOO_LONG, NAME_WITHOUT_LETTERS
    """
    name = normalise_line(text, longest)
    if not any(character.isalpha() for character in name):
        raise NameWithoutLetters
    return name


def normalise_date(text: str) -> date:
    """
    Return the date of a text such as 2026-01-31 or 31.1.2026, between 1900 and 2100.

    Years of two digits are refused: 1.2.26 may mean a birth in 1926.

    :raises ValueRefused: DATE_MALFORMED, DATE_OUT_OF_BOUNDS
    """
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
    Return the day if it lies between 1900 and 2100.

    :raises DateOutOfBounds: when it does not
    """
    if not EARLIEST <= day <= _LATEST:
        raise DateOutOfBounds
    return day


def _checked_length(text: str, longest: int) -> str:
    if not text:
        raise TextEmpty
    if len(text) > longest:
        raise TextTooLong
    return text


def _is_unsafe(character: str) -> bool:
    if character in "\n\t":
        return False
    point = ord(character)
    is_noncharacter = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return is_noncharacter or character in _BIDI or unicodedata.category(character) in {"Cc", "Cs"}


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" and character not in _JOINERS
