"""
A value as people read it, line by line: each item of a list and each member of an object under its own title.

An answer of a form is read with the schema of its question. A list of value objects is read with `shape_of`, which
writes the titles of a declaration in the same words: `properties`, `items`, `x-titles` and `x-options`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from resolvers.declaration import Field
from workflow.titles import LANGUAGES, Titles

Words = Mapping[str, str]  # a text by language
Shape = Mapping[str, Any]  # a schema of a question, or what `shape_of` makes of a declaration
_YES_OR_NO: Mapping[bool, Titles] = {True: ("kyllä", "ja", "yes"), False: ("ei", "nej", "no")}


@dataclass(frozen=True)
class ValueLine:
    """
    One plain value within a value.

    `labels` are the titles that lead to it, the outermost first; none for a plain value. `item` is the place in the
    outermost list, from 1; None outside of lists. `words` are those of a chosen option, or of yes and no.
    """

    labels: tuple[Words, ...]
    item: int | None
    value: str | int | float | bool
    words: Words | None
    format: str | None = None


def value_lines(shape: Shape | None, value: Any) -> Iterator[ValueLine]:
    """Yield the lines of a value in the order of reading; what is not answered has none."""
    yield from _lines(shape or {}, value, (), None)


def _lines(shape: Shape, value: Any, labels: tuple[Words, ...], item: int | None) -> Iterator[ValueLine]:
    match value:
        case None:
            return
        case list():
            inner = shape.get("items") or {}
            options = inner.get("x-options") or shape.get("x-options") or {}
            for place, one in enumerate(value, start=1):
                yield from _lines({**inner, "x-options": options}, one, labels, item or place)
        case Mapping():
            questions = shape.get("properties") or {}
            for key in sorted(value, key=lambda key: _place(questions, key)):
                question = questions.get(key) or {}
                title = question.get("x-titles") or dict.fromkeys(LANGUAGES, key)
                yield from _lines(question, value[key], (*labels, title), item)
        case _:
            yield ValueLine(labels, item, value, _words(shape, value), shape.get("format"))


def _place(questions: Mapping[str, Any], key: str) -> tuple[int, str]:
    """Return where a key stands: as the schema lists it, then by name what the schema does not have."""
    listed = list(questions)
    return (listed.index(key) if key in questions else len(listed), key)


def _words(shape: Shape, value: Any) -> Words | None:
    if isinstance(value, bool):
        return dict(zip(LANGUAGES, _YES_OR_NO[value], strict=True))
    words: Words | None = (shape.get("x-options") or {}).get(str(value))
    return words


def shape_of(field: Field) -> dict[str, Any]:
    """Return the titles of a declared field's members and choices, in the words of a question's schema."""
    members = {
        key: _titled(titles) | _optional(field.member_choices.get(key, {}))
        for key, titles in field.member_titles.items()
    }
    if members:
        return {"items": {"properties": members}}
    return _optional(field.choice_titles)


def _titled(titles: Titles) -> dict[str, Any]:
    return {"x-titles": dict(zip(LANGUAGES, titles, strict=True))}


def _optional(choices: Mapping[str, Titles]) -> dict[str, Any]:
    options = {token: dict(zip(LANGUAGES, titles, strict=True)) for token, titles in choices.items()}
    return {"x-options": options} if options else {}


def selected_lines(asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """
    Return the lines that a marker of a statement asks for, with the keys of the answer.

    `asked` holds the `value`, its `shape`, and `keys`: the key of each selected field of a line, its name, and for
    titles the same of each language.
    """
    return [_selected(line, asked["keys"]) for line in value_lines(asked["shape"], asked["value"])]


def _selected(line: ValueLine, keys: Sequence[tuple[str, str, Sequence[tuple[str, str]]]]) -> dict[str, Any]:
    def translated(words: Words | None, inner: Sequence[tuple[str, str]]) -> dict[str, str] | None:
        return {key: {"__typename": "Titles", **words}[name] for key, name in inner} if words else None

    found: dict[str, Any] = {}
    for key, name, inner in keys:
        match name:
            case "labels":
                found[key] = [translated(words, inner) for words in line.labels]
            case "titles":
                found[key] = translated(line.words, inner)
            case "text":
                found[key] = line.value if isinstance(line.value, str) else orjson.dumps(line.value).decode()
            case "item":
                found[key] = line.item
            case _:
                found[key] = "ValueLine"
    return found
