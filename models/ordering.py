"""
Sort keys for names in Finnish order, and texts for searching.

The database compares bytes (C collation), which puts Å Ä Ö in the wrong place; a stored key gives the order instead.
Source: SFS-EN 13710 with its Finnish preface: å ä ö follow z in this order, w is a letter of its own after v (unlike in
SFS 4600 of 2000), ü is sorted as y.
"""

import unicodedata

from models.values import normal_form

LONGEST_KEY = 400

# The three characters that follow z in ASCII represent the three letters that follow z in Finnish; braces in a name are
# dropped.
_ALPHABET = {"{": "", "|": "", "}": "", "å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"}
_LATIN = {
    "đ": "d",
    "ð": "d",
    "ǥ": "g",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "œ": "oe",
    "ŧ": "t",
    "þ": "th",
    "ʒ": "z",
}
_KEY = str.maketrans(_ALPHABET | _LATIN)
_SEARCH = str.maketrans(_LATIN | {"æ": "ae", "ø": "o"})
_BETWEEN_NAMES = "  "  # sorts before any continuation of the last name, even one after a single blank


def sort_key(*names: str) -> str:
    """
    Return the text whose bytes give the order of names; last name first, then first names.

    Case and accents do not count, hyphens count as blanks, other punctuation not at all; digits come before letters.
    """
    return _BETWEEN_NAMES.join(_key(name) for name in names)[:LONGEST_KEY]


def unaccented(text: str) -> str:
    """Return the text for searching: lower case without accents, so that "makinen" finds Mäkinen."""
    return _without_marks(normal_form(text).casefold().translate(_SEARCH))


def _key(name: str) -> str:
    composed = normal_form(name).casefold()
    letters = _without_marks(normal_form(composed).translate(_KEY))
    return " ".join("".join(_sortable(character) for character in letters).split())


def _without_marks(text: str) -> str:
    decomposed = normal_form(text, "NFKD")
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _sortable(character: str) -> str:
    if character.isalnum() or character in "{|}":
        return character
    is_gap = character.isspace() or unicodedata.category(character) == "Pd"
    return " " if is_gap else ""
