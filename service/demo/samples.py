"""
Rows of the content types that the story of the demo does not tell of: one in each state, as the declarations say.

A new type is in the demo the day it is declared, and leaves this module when it gets a part in the story.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from graphlib import TopologicalSorter
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

import models
from models.vocabulary import seeded_words
from resolvers.declaration import ContentType, Field
from service.demo.context import DemoContext
from service.demo.ledger import Author, DemoRow
from workflow.vocabulary import NEVER

# Columns of all content, which the ledger fills.
_OF_ALL = frozenset({"id", "state", "revision", "provenance", "created_at", "created_by", "modified_at", "modified_by"})


def add_samples(demo: DemoContext, author: Author) -> None:
    """Add a row in each state of every content type that has no row yet; what nobody adds, the service itself makes."""
    by_model = {type_.model: type_ for type_ in demo.ledger.content_types.values() if type_.kind.workflow.add}
    for model in in_order_of_reference(by_model):
        if not demo.ledger.rows.get(model):
            for number, state in enumerate(by_model[model].kind.workflow.states):
                _add_sample(demo, by_model[model], state, number, author)


def in_order_of_reference(chosen: Iterable[type[Model]]) -> list[type[Model]]:
    """Return models so that each comes after those it refers to; what does not refer to each other keeps its order."""
    wanted = list(chosen)
    known = TopologicalSorter(
        {model: sorted(_referred(model).values(), key=lambda one: one.__name__) for model in wanted}
    )
    return [model for model in known.static_order() if model in wanted]


def _referred(model: type[Model]) -> Mapping[str, type[Model]]:
    """Return the columns of a model that are foreign keys to others, with what they refer to."""
    keys = {name: str(model._meta.fields_map[name].model_name) for name in model._meta.fk_fields}  # type: ignore[attr-defined] # of a foreign key
    named = {f"{name}_id": getattr(models, target.rpartition(".")[2]) for name, target in keys.items()}
    return {column: target for column, target in named.items() if target is not model}


def _add_sample(demo: DemoContext, type_: ContentType, state: str, number: int, author: Author) -> None:
    at = demo.now - timedelta(days=number + 1)
    given = _references(demo, type_)
    if type_.kind.reach.author:
        given[type_.kind.reach.author] = author.account
    fields_by_column = {field.column: field for field in type_.fields.values()}
    for column in type_.model._meta.fields_db_projection:
        stored = type_.model._meta.fields_map[column]
        if column not in given and column not in _OF_ALL and stored.default is None:
            given[column] = _value(
                demo, fields_by_column.get(column), stored, f"{type_.titles[0]} {number + 1}", number
            )
    demo.ledger.add(type_.noun, state, at, author, trail=False, **given)


def _references(demo: DemoContext, type_: ContentType) -> DemoRow:
    """Return the references of a row: to the first row of each, and what that refers to itself is the same here."""
    found: DemoRow = {}
    for column, target in _referred(type_.model).items():
        rows = demo.ledger.rows.get(target, [])
        if rows and column not in found:
            found |= {name: rows[0][name] for name in _referred(type_.model) if rows[0].get(name)}
            found[column] = rows[0]["id"]
    return found


def _value(demo: DemoContext, field: Field | None, stored: fields.Field[Any], text: str, number: int) -> Any:
    """Return a value for a column that nothing refers to; what may be empty is, unless people write it."""
    if stored.null and (field is None or field.write is NEVER):
        return None
    if field is not None and field.choices:
        return [field.choices[0]] if field.value.many else field.choices[0]
    if field is not None and field.vocabulary:
        return next(word.token for word in seeded_words() if word.vocabulary == field.vocabulary)
    match stored:
        case fields.CharField() | fields.TextField():
            return text[: getattr(stored, "max_length", None) or len(text)]
        case fields.DateField():
            return demo.today + timedelta(days=number)
        case fields.DatetimeField():
            return demo.now - timedelta(days=number)
        case fields.IntField():
            return number + 1
        case fields.BooleanField():
            return False
        case fields.JSONField() | ArrayField():
            return []
    return None
