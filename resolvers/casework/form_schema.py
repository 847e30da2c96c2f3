"""
The subset of JSON Schema 2020-12 that a form may use, and values held to it.

Nothing in it looks anything up (no reference of any kind), runs a pattern (no regular expression of a user is ever
compiled: `format` offers the few shapes that forms need), or combines schemas, so that checking an answer takes time
in proportion to its size, which is capped. Decision 0041.
"""

import re
import sys
from collections.abc import Mapping
from typing import Any

import orjson
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError

from models.values import ValueRefused, normalise_text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MOST_BYTES, MOST_FIELDS, DEEPEST, MOST_OPTIONS, MOST_ITEMS = 50_000, 100, 4, 200, 200
_NESTED = 4 * DEEPEST  # levels of JSON: each level of a schema is two, its titles one more
ANSWER_BYTES, _LONGEST = 100_000, 10_000
_NAME = re.compile(r"[a-z][A-Za-z0-9_]{0,39}")
_LANGUAGES = {"fi", "sv", "en"}
_TITLES = ("x-titles", "x-help")
PLAIN = frozenset(
    {"type", "enum", "const", "format", "minLength", "maxLength", "minimum", "maximum", *_TITLES, "x-options"}
)
ARRAY, OBJECT = (
    frozenset({"items", "minItems", "maxItems", "uniqueItems"}),
    frozenset({"properties", "required", "additionalProperties"}),
)
_TYPES = {"string", "integer", "number", "boolean", "array", "object"}
_FORMATS = {"date", "email"}


class SchemaUnsafe(ValueRefused):
    """A form schema outside the subset: an unknown keyword, too deep, too large, or not JSON Schema at all."""

    code = "FORM_SCHEMA_REFUSED"


class AnswersRefused(ValueRefused):
    """Answers that are no object of fields, or too large."""

    code = "ANSWERS_REFUSED"


def _unless(holds: bool) -> None:  # noqa: FBT001 # reads as a sentence
    if not holds:
        raise SchemaUnsafe


def safe_schema(document: Any) -> dict[str, Any]:
    """
    Return a form schema that is within the subset.

    :raises SchemaUnsafe: otherwise
    """
    _unless(isinstance(document, Mapping) and _is_shallow(document, _NESTED) and _size(document) <= _MOST_BYTES)
    try:
        # Without formats: that of a pattern would compile it.
        Draft202012Validator.check_schema(document, format_checker=FormatChecker(formats=()))
    except SchemaError:
        raise SchemaUnsafe from None
    known = dict(document)
    _unless(known.pop("$schema", DIALECT) == DIALECT and known.get("type") == "object")
    _checked(known, 1)
    return dict(document)


def _is_shallow(value: Any, levels: int) -> bool:
    if not isinstance(value, Mapping | list):
        return True
    inner = value.values() if isinstance(value, Mapping) else value
    return levels > 0 and all(_is_shallow(item, levels - 1) for item in inner)


def _size(value: Any) -> int:
    try:
        return len(orjson.dumps(value))
    except TypeError:  # a number beyond 64 bits, half a surrogate pair: as good as too large
        return sys.maxsize


def _checked(part: Any, depth: int) -> None:
    _unless(isinstance(part, Mapping) and depth <= DEEPEST)
    kind = part.get("type")
    _unless(isinstance(kind, str) and kind in _TYPES)
    _unless(part.keys() <= PLAIN | (ARRAY if kind == "array" else OBJECT if kind == "object" else frozenset()))
    _unless(part.get("format", "date") in _FORMATS and len(part.get("enum", ())) <= MOST_OPTIONS)
    for keyword in _TITLES:
        _unless(keyword not in part or _titled(part[keyword]))
    options = part.get("x-options", {})
    _unless(isinstance(options, Mapping) and all(_titled(titles) for titles in options.values()))
    if kind == "array":
        _unless(isinstance(part.get("maxItems"), int) and part["maxItems"] <= MOST_ITEMS)
        _checked(part.get("items"), depth + 1)
    if kind == "object":
        _object(part, depth)


def _object(part: Mapping[str, Any], depth: int) -> None:
    properties: Any = part.get("properties")
    _unless(isinstance(properties, Mapping) and 0 < len(properties) <= MOST_FIELDS)
    _unless(part.get("additionalProperties", False) is False and set(part.get("required", ())) <= set(properties))
    for name, inner in properties.items():
        _unless(bool(_NAME.fullmatch(name)))
        _checked(inner, depth + 1)


def _titled(titles: Any) -> bool:
    return (
        isinstance(titles, Mapping)
        and set(titles) == _LANGUAGES
        and all(isinstance(text, str) and 0 < len(text.strip()) <= 500 for text in titles.values())
    )


def untitled(schema: Mapping[str, Any]) -> list[str]:
    """Return the fields of a form that lack their titles in the three languages."""
    return [name for name, field in schema.get("properties", {}).items() if "x-titles" not in field]


def checked_answers(given: Any) -> dict[str, Any]:
    """
    Return answers with every text in its normal form; null empties a field.

    :raises ValueRefused: ANSWERS_REFUSED when they are no object or too large, or that of a text
    """
    if not isinstance(given, Mapping) or not all(_NAME.fullmatch(name) for name in given):
        raise AnswersRefused
    answers = {name: _normal(value, 1) for name, value in given.items()}
    if _size(answers) > ANSWER_BYTES:
        raise AnswersRefused
    return answers


def _normal(value: Any, depth: int) -> Any:
    if depth > DEEPEST:
        raise AnswersRefused
    match value:
        case str():
            return normalise_text(value, _LONGEST)
        case list():
            return [_normal(item, depth + 1) for item in value[: MOST_ITEMS + 1]]
        case Mapping():
            return {str(name): _normal(inner, depth + 1) for name, inner in value.items()}
    return value


def fits(schema: Mapping[str, Any], key: str, value: Any) -> bool:
    """Tell whether a value is one that the form's field takes; a field that the form has not takes none."""
    field = schema.get("properties", {}).get(key)
    if field is None:
        return False
    return bool(Draft202012Validator(field, format_checker=Draft202012Validator.FORMAT_CHECKER).is_valid(value))
