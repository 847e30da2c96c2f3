"""A document before it is set: what stands in it, as plain data. Nothing in it is markup."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

WIDTH = 106  # average letters of a table's text on a line of the page
GAP = 2  # letters that the space between two columns takes


@dataclass(frozen=True)
class Document:
    """
    One document: its language and title, the line at the foot of its pages, and its blocks from top to bottom.

    `author` and `subject` stand in the properties of the file. `sender` and `recipient` are lines of a letter's head.
    """

    language: str
    title: str
    footer: str
    page_word: str
    blocks: Sequence[Mapping[str, Any]]
    author: str = ""
    subject: str = ""
    sender: Sequence[str] = ()
    recipient: Sequence[str] = ()
    facts: Sequence[tuple[str, str]] = field(default=())

    def as_data(self) -> dict[str, Any]:
        """Return the document as data that JSON can carry."""
        return asdict(self)


def heading(text: str, level: int = 1) -> dict[str, Any]:
    """Return a heading; level 1 stands below the title of the document."""
    return {"kind": "heading", "level": level, "text": text}


def paragraph(text: str) -> dict[str, Any]:
    """Return a paragraph; line breaks in the text stay."""
    return {"kind": "paragraph", "text": text}


def note(text: str) -> dict[str, Any]:
    """Return a line in small grey letters."""
    return {"kind": "note", "text": text}


def facts(rows: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return names and their values, one below the other."""
    return {"kind": "facts", "rows": [list(row) for row in rows]}


def signature_lines(name: str, labels: Sequence[str]) -> dict[str, Any]:
    """Return the lines on which somebody signs by hand: who, and below each line what is written on it."""
    return {"kind": "signature", "name": name, "labels": list(labels)}


def bullets(items: Iterable[str]) -> dict[str, Any]:
    """Return a list of items."""
    return {"kind": "bullets", "items": list(items)}


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Return a table with a row of heads, which is repeated on each page; every column takes its longest word."""
    return {"kind": "table", "heads": list(heads), "rows": [list(r) for r in rows], "shares": shares(heads, rows)}


def shares(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the width of each column in letters: its longest word, and more for columns whose texts are long."""
    least = _longest_words(heads, rows)
    columns = zip(least, heads, *rows, strict=True)
    wishes = [max(0, min(40, _longest([head], cells)) - word) for word, head, *cells in columns]
    spare = max(0, WIDTH - sum(least) - GAP * len(least))
    given = min(1.0, spare / sum(wishes)) if sum(wishes) else 0.0
    return [word + GAP + wish * given for word, wish in zip(least, wishes, strict=True)]


def fits(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table has room for the longest word of each column."""
    return sum(word + GAP for word in _longest_words(heads, rows)) <= WIDTH


def _longest(head: Sequence[str], cells: Sequence[str]) -> int:
    return max((len(line) for cell in (*head, *cells) for line in cell.split("\n")), default=0)


def _longest_words(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    columns = zip(heads, *rows, strict=True)
    return [max(_word(head) * 6 // 5 + 1, *map(_word, cells), 1) for head, *cells in columns]


def _word(text: str) -> int:
    """Return the length of the longest word; a space that does not break belongs to its word."""
    return max((len(word) for word in text.replace("-", "- ").split(" ")), default=0)
