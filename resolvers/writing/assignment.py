"""Assign values to a row: check and normalise them, seal those that must be sealed, and return what changed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tortoise.models import Model

from models.code_index import set_code_indexes
from models.identity_code import IdentityCodeArtificial, is_artificial
from models.sealed import Place, SealRefused, seal, unseal
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.reading.sections import set_keys
from resolvers.refusals import CommandRefused, Problem, problem_of_value

SEALED_ENTRY = {"sealed": True}


def assign_values(
    context: CommandContext, type_: ContentType, row: Model, values: Mapping[str, Any], references: Mapping[str, Model]
) -> dict[str, dict[str, Any]]:
    """
    Set the given fields and return what changed: {key: {"before": …, "after": …}}.

    A sealed field is listed without values.

    :raises CommandRefused: with every value that is refused
    """
    for column, (reference, source_column) in type_.taken.items():
        if reference in references:
            setattr(row, column, getattr(references[reference], source_column))
    problems: list[Problem] = []
    changes: dict[str, dict[str, Any]] = {}
    for field in _in_order(type_, values, context.content_types.once(_judged)[type_.noun]):
        try:
            if field.key not in values:
                _check_again(context, row, field)
                continue
            value = values[field.key]
            if field.sections:
                changes |= set_keys(row, field, value)
                continue
            change = _set_field(context, type_, row, field, value, references)
        except ValueError as refused:
            problems.append(problem_of_value(refused, field.key))
        else:
            changes |= {field.key: change} if change else {}
    if problems:
        raise CommandRefused(*problems)
    return changes


def _in_order(type_: ContentType, values: Mapping[str, Any], judged: Mapping[str, str]) -> list[Field]:
    """
    Return the fields that a command concerns, in the order in which they are set.

    A value that is judged by another column comes after that one, also when only that one changes.
    """
    named = type_.named(values)
    columns = {f.column for f in named}
    later = {key for key, column in judged.items() if key in values or column in columns}
    return [f for f in named if f.key not in judged] + type_.named(later)


def _judged(types: ContentTypes) -> Mapping[str, Mapping[str, str]]:
    """Return the columns by which the values of other fields are judged, by noun and by the keys of those."""
    besides = {t.noun: [(f.key, f.value.beside) for f in t.fields.values()] for t in types.values()}
    return {
        noun: {key: column for key, beside in of_type if beside and (column := beside.column)}
        for noun, of_type in besides.items()
    }


def _check_again(context: CommandContext, row: Model, field: Field) -> None:
    """
    Check a value that stays, after the column that it is judged by has changed.

    :raises ValueRefused: when both do not go together any more
    """
    field.value.checked(getattr(row, field.name), row, context.today)


class ValueRequired(ValueError):
    """A field that must have a value received none."""

    code = "VALUE_REQUIRED"


def _set_field(
    context: CommandContext,
    type_: ContentType,
    row: Model,
    field: Field,
    input_value: Any,
    references: Mapping[str, Model],
) -> dict[str, Any] | None:
    stored = type_.model._meta.fields_map.get(field.name)
    if input_value is None and (field.required or (stored is not None and not stored.null)):
        raise ValueRequired(field.key)
    if field.sealed:
        return _set_sealed_code(
            context, type_, row, field, None if input_value is None else field.value.check(input_value)
        )
    if field.target is not None:
        value: Any = references[field.column].pk if input_value is not None else None
    elif field.embedded and input_value is not None:
        value = [
            {k: _plain_value(field.embedded[k].check(v)) for k, v in item.items() if v is not None}
            for item in input_value
        ]
    else:
        value = field.value.checked(input_value, row, context.today)
        if value is None and field.required:
            raise ValueRequired(field.key)
    before = getattr(row, field.name, None)
    if before == value:
        return None
    setattr(row, field.name, value)
    return {"before": history_value(before), "after": history_value(value)}


def _set_sealed_code(
    context: CommandContext, type_: ContentType, row: Model, field: Field, code: str | None
) -> dict[str, Any] | None:
    if code is not None and is_artificial(code) and not context.artificial_codes:
        raise IdentityCodeArtificial
    place = Place(type_.kind.table, field.column, UUID(str(row.pk)))
    before = getattr(row, field.name)
    if code is not None and before is not None and _is_code(context, place, bytes(before), code):
        return None
    setattr(row, field.name, None if code is None else seal(context.keyring, place, code))
    set_code_indexes(row, context.keyring, code)  # every type with a sealed code has the columns for it
    return {"before": None, "after": None} | SEALED_ENTRY


def _is_code(context: CommandContext, place: Place, sealed: bytes, code: str) -> bool:
    """Return whether a sealed value is this code; a damaged one is none, so that it can be written anew."""
    try:
        return unseal(context.keyring, place, sealed) == code
    except SealRefused:
        return False


_STORED_AS_IS = frozenset({str, int, bool, float, type(None)})


def _plain_value(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else getattr(value, "value", value)


def history_value(value: Any) -> Any:
    """Return a value as history and versions store it."""
    if type(value) in _STORED_AS_IS:
        return value
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, list):
        return [history_value(item) for item in value]
    return _plain_value(value)


def unchanged_entry(row: Model, field: Field) -> dict[str, Any]:
    """Return the history entry of a field whose value has not changed."""
    value = None if field.sealed else history_value(getattr(row, field.name))
    return {"before": value, "after": value} | (SEALED_ENTRY if field.sealed else {})
