"""
The difference between two versions of a long text, paragraph by paragraph; and what else a statement leaves to be read.

A statement writes both versions as a marker, or a value whose lines are asked for, and the service replaces the markers
in the answer afterwards, as it does with sealed values. Nobody can forge a marker: no stored text can contain chr(2).
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import orjson

from resolvers.value_lines import selected_lines

KEPT, REMOVED, ADDED = "KEPT", "REMOVED", "ADDED"
MOST_COMPARED = 60  # paragraphs that are compared with each other; comparing takes time with their square
MARKER_SQL = "chr(2)"
_MARKER = re.compile(rb'"\\u0002((?:[^"\\]|\\.)*)"')
_BREAK = re.compile(r"\n\s*\n")


def paragraphs_of(text: str | None) -> list[str]:
    """Return the paragraphs of a text; an empty line begins a new one."""
    return [paragraph for part in _BREAK.split(text or "") if (paragraph := part.strip("\n"))]


def differing_paragraphs(before: str | None, after: str | None) -> Iterator[tuple[str, str]]:
    """
    Yield every paragraph of both versions with what became of it, in the order of reading: KEPT, REMOVED or ADDED.

    What changed within a paragraph is told as one that was removed and one that was added.
    """
    old, new = paragraphs_of(before), paragraphs_of(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    yield from ((KEPT, text) for text in old[:start])
    yield from _between(old[start : len(old) - end], new[start : len(new) - end])
    yield from ((KEPT, text) for text in old[len(old) - end :])


def _common(some: list[str], others: list[str]) -> int:
    """Return how many paragraphs both lists have in common from their beginning."""
    pairs = zip(some, others, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(some), len(others)))


def _between(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    if max(len(old), len(new)) > MOST_COMPARED:
        yield from ((REMOVED, text) for text in old)
        yield from ((ADDED, text) for text in new)
        return
    for kind, first, last, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from ((KEPT, text) for text in old[first:last])
            continue
        yield from ((REMOVED, text) for text in old[first:last])
        yield from ((ADDED, text) for text in new[begin:stop])


def with_paragraphs(json: bytes) -> bytes:
    """
    Return the JSON of an answer with every marker replaced by a list of paragraphs, or of the lines of a value.

    A marker holds both versions, and the response keys of a paragraph with the fields that they ask for; or what
    `selected_lines` takes.
    """
    return _MARKER.sub(_replaced, json)


def _replaced(match: re.Match[bytes]) -> bytes:
    marked = orjson.loads(orjson.loads(b'"' + match[1] + b'"'))
    if isinstance(marked, dict):
        return orjson.dumps(selected_lines(marked))
    before, after, keys = marked
    found = [
        {"change": change, "text": text, "__typename": "RevisedParagraph"}
        for change, text in differing_paragraphs(before, after)
    ]
    return orjson.dumps([{key: paragraph[name] for key, name in keys} for paragraph in found])
