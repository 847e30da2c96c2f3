"""Texts that a wrong encoding, a lost letter or a failed formula left behind: refused, and never guessed."""

import re

from models.ordering import unaccented
from models.values import ValueRefused

_LOST = "\ufffd"
# What Excel and LibreOffice show in English, Finnish and Swedish where a formula fails.
_ERRORS = frozenset(
    {"#n/a", "#div/0!", "#ref!", "#name?", "#null!", "#num!", "#value!", "#spill!", "#calc!", "#getting_data"}
    | {"#puuttuu", "#puuttuu!", "#jako/0!", "#viittaus!", "#nimi?", "#tyhja!", "#luku!", "#arvo!"}
    | {"#saknas!", "#division/0!", "#referens!", "#namn?", "#skarning!", "#ogiltigt!", "#vardefel!"}
)
# Signs that stand in no name; in a file whose encoding was guessed they are letters of another encoding: Š and Ž of
# ISO-8859-15, ä and ö of CP850 and of old Macintoshes.
_NO_LETTERS = re.compile("[¦¨¸¼½¾¤„”†‡™‰•¢£¥§©®±¶·]|(?<![^\\W\\d_])´|´(?![^\\W\\d_])")
_TWICE = re.compile("[ÂÃ][\u0080-\u00bf\u0152-\u2122]|â€")


class CellError(ValueRefused):
    """The cell holds the error of a formula, such as #N/A."""

    code = "CELL_ERROR"


class LettersLost(ValueRefused):
    """The text holds U+FFFD, which stands where a program could not read a letter."""

    code = "TEXT_LETTERS_LOST"


class EncodedTwice(ValueRefused):
    """The text was encoded twice: MÃ¤kelÃ¤ for Mäkelä."""

    code = "TEXT_ENCODED_TWICE"


class LettersDoubtful(ValueRefused):
    """A name holds a sign that no name has, in a file whose encoding was guessed."""

    code = "NAME_LETTERS_DOUBTFUL"


def check_letters(text: str) -> str:
    """
    Return the text of a cell.

    :raises ValueRefused: CELL_ERROR, TEXT_LETTERS_LOST, TEXT_ENCODED_TWICE
    """
    if _LOST in text:
        raise LettersLost
    if text.lstrip().startswith("#") and len(text) < 40 and unaccented(text).strip() in _ERRORS:
        raise CellError
    if _TWICE.search(text) and _is_encoded_twice(text):
        raise EncodedTwice
    return text


def check_name_letters(text: str) -> str:
    """
    Return a name from a file whose encoding was guessed.

    :raises LettersDoubtful: when a sign of it stands in no name
    """
    if _NO_LETTERS.search(text):
        raise LettersDoubtful
    return text


def _is_encoded_twice(text: str) -> bool:
    """Return whether the bytes of some word in Windows-1252 are UTF-8."""
    return any(_decodes(word) for word in text.split() if _TWICE.search(word))


def _decodes(word: str) -> bool:
    try:
        # The five bytes that Windows-1252 leaves undefined come through as they are.
        read = b"".join(c.encode("latin-1" if c <= "\u00ff" else "cp1252") for c in word)
        return read.decode() != word
    except UnicodeError:
        return False
