"""
The subset of JSON Schema 2020-12 that forms may use, and the check of values against it.

The subset has no references, no regular expressions (`format` offers the few shapes that forms need), and no
combinations of schemas. Checking an answer therefore takes time in proportion to its size, which is capped. Decision
0041.
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
_MAX_SCHEMA_BYTES, MOST_FIELDS, DEEPEST, MOST_OPTIONS, MOST_ITEMS = 50_000, 100, 4, 200, 200
_NESTED = 4 * DEEPEST  # levels of JSON; each level of a schema takes two, and its titles one more
ANSWER_BYTES, _MAX_TEXT = 100_000, 10_000
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
    """A form schema is outside the subset: an unknown keyword, too deep, too large, or not valid JSON Schema."""

    code = "FORM_SCHEMA_REFUSED"


class AnswersRefused(ValueRefused):
    """Answers are not an object of fields, or too large."""

    code = "ANSWERS_REFUSED"


def _require(holds: bool) -> None:  # noqa: FBT001 # reads as a sentence
    if not holds:
        raise SchemaUnsafe


def safe_schema(document: Any) -> dict[str, Any]:
    """
    Return the form schema if it is within the subset.

    :raises SchemaUnsafe: when it is not
    """
    _require(isinstance(document, Mapping) and _is_shallow(document, _NESTED) and _size(document) <= _MAX_SCHEMA_BYTES)
    try:
        # Formats are not checked here, because checking the format of a pattern would compile the pattern.
        Draft202012Validator.check_schema(document, format_checker=FormatChecker(formats=()))
    except SchemaError:
        raise SchemaUnsafe from None
    root = dict(document)
    _require(root.pop("$schema", DIALECT) == DIALECT and root.get("type") == "object")
    _check_part(root, 1)
    return dict(document)


def _is_shallow(value: Any, levels: int) -> bool:
    if not isinstance(value, Mapping | list):
        return True
    inner = value.values() if isinstance(value, Mapping) else value
    return levels > 0 and all(_is_shallow(item, levels - 1) for item in inner)


def _size(value: Any) -> int:
    try:
        return len(orjson.dumps(value))
    except TypeError:  # a number above 64 bits or half a surrogate pair; treated as too large
        return sys.maxsize


def _check_part(part: Any, depth: int) -> None:
    _require(isinstance(part, Mapping) and depth <= DEEPEST)
    kind = part.get("type")
    _require(isinstance(kind, str) and kind in _TYPES)
    _require(part.keys() <= PLAIN | (ARRAY if kind == "array" else OBJECT if kind == "object" else frozenset()))
    _require(part.get("format", "date") in _FORMATS and len(part.get("enum", ())) <= MOST_OPTIONS)
    for keyword in _TITLES:
        _require(keyword not in part or _has_all_titles(part[keyword]))
    options = part.get("x-options", {})
    _require(isinstance(options, Mapping) and all(_has_all_titles(titles) for titles in options.values()))
    if kind == "array":
        _require(isinstance(part.get("maxItems"), int) and part["maxItems"] <= MOST_ITEMS)
        _check_part(part.get("items"), depth + 1)
    if kind == "object":
        _check_object(part, depth)


def _check_object(part: Mapping[str, Any], depth: int) -> None:
    properties: Any = part.get("properties")
    _require(isinstance(properties, Mapping) and 0 < len(properties) <= MOST_FIELDS)
    _require(part.get("additionalProperties", False) is False and set(part.get("required", ())) <= set(properties))
    for name, inner in properties.items():
        _require(bool(_NAME.fullmatch(name)))
        _check_part(inner, depth + 1)


def _has_all_titles(titles: Any) -> bool:
    return (
        isinstance(titles, Mapping)
        and set(titles) == _LANGUAGES
        and all(isinstance(text, str) and 0 < len(text.strip()) <= 500 for text in titles.values())
    )


def untitled(schema: Mapping[str, Any]) -> list[str]:
    """Return the fields of a form that lack titles in the three languages."""
    return [name for name, field in schema.get("properties", {}).items() if "x-titles" not in field]


def checked_answers(answers_input: Any) -> dict[str, Any]:
    """
    Return the answers with every text in its normal form. A null empties its field.

    :raises ValueRefused: ANSWERS_REFUSED when they are not an object or too large, or the code of a refused text
    """
    is_bounded = isinstance(answers_input, Mapping) and _is_shallow(answers_input, _NESTED)
    if not is_bounded or _size(answers_input) > ANSWER_BYTES:
        raise AnswersRefused
    if not all(_NAME.fullmatch(name) for name in answers_input):
        raise AnswersRefused
    return {name: _normalised(value, 1) for name, value in answers_input.items()}


def _normalised(value: Any, depth: int) -> Any:
    if depth > DEEPEST:
        raise AnswersRefused
    match value:
        case str():
            return normalise_text(value, _MAX_TEXT)
        case list():
            return [_normalised(item, depth + 1) for item in value[: MOST_ITEMS + 1]]
        case Mapping():
            return {str(name): _normalised(inner, depth + 1) for name, inner in value.items()}
    return value


def fits(schema: Mapping[str, Any], key: str, value: Any) -> bool:
    """Return whether the field of a form accepts a value; a field that the form does not have accepts none."""
    field = schema.get("properties", {}).get(key)
    if field is None:
        return False
    return bool(Draft202012Validator(field, format_checker=Draft202012Validator.FORMAT_CHECKER).is_valid(value))
