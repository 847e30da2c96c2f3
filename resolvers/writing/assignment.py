"""Values on their way into a row: checked and normalised, sealed where they must be, compared with what was."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tortoise.models import Model

from models.identity_code import IdentityCodeArtificial, is_artificial
from models.sealed import Place, blind_index, seal, unseal
from models.values import ValueRefused
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, Field
from resolvers.reading.sections import set_keys
from resolvers.refusals import CommandRefused, Problem

SEALED_ENTRY = {"sealed": True}


def assign_values(
    context: CommandContext, type_: ContentType, row: Model, values: Mapping[str, Any], references: Mapping[str, Model]
) -> dict[str, dict[str, Any]]:
    """
    Set the named fields and return what changed: {key: {"before": …, "after": …}}, sealed values without values.

    :raises CommandRefused: with every value that is not accepted
    """
    for column, (reference, there) in type_.taken.items():
        if reference in references:
            setattr(row, column, getattr(references[reference], there))
    problems: list[Problem] = []
    changes: dict[str, dict[str, Any]] = {}
    for field in (f for f in type_.fields.values() if f.key in values):
        try:
            given = values[field.key]
            if field.sections:
                changes |= set_keys(row, field, given)
                continue
            change = _set(context, type_, row, field, given, references)
        except ValueRefused as refused:
            problems.append(Problem(refused.code, (field.key,)))
        except ValueError as refused:
            problems.append(
                Problem(getattr(refused, "code", "VALUE_REFUSED"), (field.key,), getattr(refused, "facts", {}))
            )
        else:
            changes |= {field.key: change} if change else {}
    if problems:
        raise CommandRefused(*problems)
    return changes


class ValueRequired(ValueError):
    """A field that must have a value was given none."""

    code = "VALUE_REQUIRED"


def _set(
    context: CommandContext, type_: ContentType, row: Model, field: Field, given: Any, references: Mapping[str, Model]
) -> dict[str, Any] | None:
    stored = type_.model._meta.fields_map.get(field.name)
    if given is None and (field.required or (stored is not None and not stored.null)):
        raise ValueRequired(field.key)
    if field.sealed:
        return _seal(context, type_, row, field, None if given is None else field.value.check(given))
    if field.target is not None:
        value: Any = references[field.column].pk if given is not None else None
    elif field.embedded and given is not None:
        value = [{k: _plain(field.embedded[k].check(v)) for k, v in item.items() if v is not None} for item in given]
    else:
        value = None if given is None else field.value.check(given)
    before = getattr(row, field.name, None)
    if before == value:
        return None
    setattr(row, field.name, value)
    return {"before": history_value(before), "after": history_value(value)}


def _seal(
    context: CommandContext, type_: ContentType, row: Model, field: Field, code: str | None
) -> dict[str, Any] | None:
    if code is not None and is_artificial(code) and not context.artificial_codes:
        raise IdentityCodeArtificial
    place = Place(type_.kind.table, field.column, UUID(str(row.pk)))
    before = getattr(row, field.name)
    if code is not None and before is not None and unseal(context.keyring, place, bytes(before)) == code:
        return None
    content: Any = row  # with an index beside every sealed code
    setattr(row, field.name, None if code is None else seal(context.keyring, place, code))
    content.identity_index = None if code is None else blind_index(context.keyring, code)
    return {"before": None, "after": None} | SEALED_ENTRY


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else getattr(value, "value", value)


def history_value(value: Any) -> Any:
    """Return a value as history and versions keep it."""
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, list):
        return [history_value(item) for item in value]
    return _plain(value)


def unchanged_entry(row: Model, field: Field) -> dict[str, Any]:
    """Return a change that is none, as history keeps it."""
    value = None if field.sealed else history_value(getattr(row, field.name))
    return {"before": value, "after": value} | (SEALED_ENTRY if field.sealed else {})
