"""Whether a kind of value fits the column that stores it."""

from collections.abc import Mapping
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField

from resolvers.value import Value
from schema.engine.attributes import DeclarationError

# The SQL type that a kind of value is bound as, and the columns that take it.
_COLUMNS: Mapping[str, tuple[type[fields.Field[Any]], ...]] = {
    "text": (fields.CharField, fields.TextField),
    "int": (fields.IntField, fields.SmallIntField, fields.BigIntField),
    "boolean": (fields.BooleanField,),
    "date": (fields.DateField,),
    "time": (fields.TimeField,),
    "timestamptz": (fields.DatetimeField,),
    "uuid": (fields.UUIDField,),
    "jsonb": (fields.JSONField,),
    "text[]": (ArrayField,),
    "uuid[]": (ArrayField,),
}
_SEALED = (fields.BinaryField,)


def check_value_fits(type_name: str, name: str, value: Value, stored: fields.Field[Any], *, is_sealed: bool) -> None:
    """
    Check that a column stores values of a kind; a sealed value is stored as bytes.

    :raises DeclarationError: when the database would refuse it, or keep something else
    """
    wanted = _SEALED if is_sealed else _COLUMNS[value.sql]
    if not isinstance(stored, wanted) or not _holds(stored, value):
        wrong = f"{value.name} is kept as {'sealed bytes' if is_sealed else value.sql}, the column is {_named(stored)}"
        fitting = " or ".join(column.__name__ for column in wanted)
        right = f"annotate it with a kind that fits, or make the column {fitting}"
        raise DeclarationError(type_name, name, wrong, right)


def _holds(stored: fields.Field[Any], value: Value) -> bool:
    """Tell whether an array is one of such elements; what is no array holds one value."""
    if not isinstance(stored, ArrayField):
        return True
    return (stored.element_type.lower() == "uuid") == (value.sql == "uuid[]")


def _named(stored: fields.Field[Any]) -> str:
    kind = type(stored).__name__
    return f"{kind} of {stored.element_type}" if isinstance(stored, ArrayField) else kind
