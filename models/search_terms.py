"""
The terms under which a text is found, and the query that finds it. Both are those of a `tsvector` of PostgreSQL.

A text has three kinds of terms: its words without accents; behind "=" their dictionary forms, so that "sopimus" finds
"sopimuksista"; and in a short text, such as a name, behind "~" each word with one letter left out. Two words that
differ by one letter more, less or other, or by two that changed places, have one of those in common (the deletion
neighbourhood of Mor and Fraenkel, 1982): a misspelt name is found by the same index, and at no greater cost.
"""

import re
from collections.abc import Callable, Iterator

from models.lemmas import lemma
from models.ordering import unaccented
from models.values import normal_form

_WORD = re.compile(r"\w+")
_FORM, _MISSPELT = "=", "~"
SHORT_TEXT = 12  # words
LONGEST_TERM = 60  # characters
_LEAST_TO_MISSPELL, _MOST_TO_MISSPELL = 4, 20  # letters
_LEAST_BEGINNING = 2  # letters; with fewer, half of a register begins so


def search_terms(text: str) -> str:
    """Return the terms of a text, each once, with a blank between them."""
    words = list(_words(text))
    terms: dict[str, None] = {}
    for word in words:
        for part in word:
            plain, form = _plain(part), _plain(lemma(part.lower()))
            terms |= {plain: None} if form == plain else {plain: None, f"{_FORM}{form}": None}
        terms[_joined(word)] = None
    if len(words) <= SHORT_TEXT:
        for word in words:
            for whole in (*map(_plain, word), _joined(word)):
                terms |= {f"{_MISSPELT}{variant}": None for variant in _one_left_out(whole)}
    terms.pop("", None)
    return " ".join(terms)


def whole_words(text: str) -> str:
    """Return the query of the words of a text, in the notation of `tsquery`; it is empty without a word."""
    return _all_of(text, _whole)


def beginnings(text: str) -> str:
    """Return the query of words that begin as those of a text do, or are they."""
    return _all_of(text, _beginning)


def other_forms(text: str) -> str:
    """Return the query of the same, and of other forms of the words of a text."""
    return _all_of(text, _form)


def other_spellings(text: str) -> str:
    """Return the query of the same, and of words that are spelt a little differently."""
    return _all_of(text, _misspelt)


def _all_of(text: str, query: Callable[[tuple[str, ...]], str]) -> str:
    return " & ".join(f"({query(word)})" for word in _words(text))


def _words(text: str) -> Iterator[tuple[str, ...]]:
    """Yield what stands between blanks, in its parts: O'Brien and Anna-Liisa are words of two."""
    for word in normal_form(text).split():
        if parts := tuple(_WORD.findall(word)):
            yield parts


def _plain(part: str) -> str:
    return "".join(_WORD.findall(unaccented(part)))[:LONGEST_TERM]


def _joined(word: tuple[str, ...]) -> str:
    return "".join(map(_plain, word))[:LONGEST_TERM]


def _one_left_out(word: str) -> list[str]:
    """Return the word and its variants, each once and in one order: the same text always has the same terms."""
    if not _LEAST_TO_MISSPELL <= len(word) <= _MOST_TO_MISSPELL:
        return []
    return list(dict.fromkeys((word, *(word[:n] + word[n + 1 :] for n in range(len(word))))))


def _term(term: str, *, begins: bool = False) -> str:
    return f"'{term}':*" if begins and len(term) >= _LEAST_BEGINNING else f"'{term}'"


def _whole(word: tuple[str, ...]) -> str:
    return _either(word, _term)


def _beginning(word: tuple[str, ...]) -> str:
    return _either(word, lambda term: _term(term, begins=True))


def _form(word: tuple[str, ...]) -> str:
    form = _plain(lemma(word[-1].lower()))
    forms = f"{_term(form)} | {_term(f'{_FORM}{form}', begins=True)}"
    others = "".join(f"{_term(_plain(part))} & " for part in word[:-1])
    return f"{_beginning(word)} | ({others}({forms}))"


def _misspelt(word: tuple[str, ...]) -> str:
    variants = _one_left_out(_joined(word))
    return " | ".join([_form(word), *(_term(f"{_MISSPELT}{variant}") for variant in variants)])


def _either(word: tuple[str, ...], last: Callable[[str], str]) -> str:
    """Return the query of a word as one, or in its parts; the last of them may be a beginning."""
    whole, parts = last(_joined(word)), [_plain(part) for part in word]
    if len(parts) == 1:
        return whole
    return f"{whole} | ({' & '.join([*map(_term, parts[:-1]), last(parts[-1])])})"
