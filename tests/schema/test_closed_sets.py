"""Closed sets of the code are enums of the schema; codes that an administrator may add are never."""

import re
from collections.abc import Iterator
from typing import Any

from graphql import GraphQLEnumType, get_named_type, is_object_type
from tortoise.migrations.constraints import CheckConstraint

from auth.disclosure import Outcome
from auth.login.login_events import LoginOutcome
from resolvers.declaration import ContentType, Field, Origin
from schema.engine import closed_sets
from schema.engine.language import CHOICES
from service.resources import schema_and_content_types
from workflow.roles import AccountKind

CODES = re.compile(r"\b[A-Z][A-Z_]{2,}\b")
# A set that a column is in; one that is compared, such as (kind IN ('A', 'B')) = (name IS NULL), bounds nothing.
SET = re.compile(r"\b(\w+) (?:IN \(|<@ ARRAY\[)([^)\]]*)[)\]](?!\) =)")
# Texts whose description names codes among others: what else they hold, no set of the code knows.
OPEN = {
    "Change.action",  # a transition of any type too, also one that is gone
    "KeptField.sources",  # several of them in one text, as the notice froze it
    "Destination.country",  # codes of a vocabulary; EU and EEA are no codes
}


def graphql_type(name: str) -> Any:
    return schema_and_content_types()[0]._schema.type_map[name]


def checked_sets() -> Iterator[tuple[ContentType, Field, frozenset[str]]]:
    """Yield every declared field whose column has a CHECK with a closed set, and the set."""
    for type_ in schema_and_content_types()[1].values():
        columns = {field.column: field for field in type_.fields.values()}
        for constraint in type_.model._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                for column, values in SET.findall(constraint.check):
                    if column in columns and column != "state":
                        yield type_, columns[column], frozenset(re.findall(r"'([^']*)'", values))


def test_every_field_whose_check_is_a_closed_set_is_that_enum() -> None:
    found = list(checked_sets())
    wrong = [
        f"{type_.name}.{field.key}: the CHECK has {sorted(values)}, the schema {field.choices or field.value.name}"
        for type_, field, values in found
        if values != frozenset(field.choices)
    ]

    assert wrong == [], "declare the set with @choice, and annotate the field with it"
    assert len(found) > 20


def test_no_text_of_the_schema_describes_a_closed_set_in_words() -> None:
    described = []
    for type_ in schema_and_content_types()[0]._schema.type_map.values():
        if is_object_type(type_) and not type_.name.startswith("__"):
            for key, field in type_.fields.items():
                is_text = get_named_type(field.type).name == "String"
                if is_text and len(CODES.findall(field.description or "")) > 1:
                    described.append(f"{type_.name}.{key}")

    assert sorted(set(described) - OPEN) == [], "a closed set is an enum"
    assert set(described) <= OPEN


def test_no_field_of_a_vocabulary_is_an_enum() -> None:
    fields = [(t, f) for t in schema_and_content_types()[1].values() for f in t.fields.values() if f.vocabulary]

    assert [f"{t.name}.{f.key}" for t, f in fields if f.choices] == []
    assert len(fields) > 10


def test_the_sets_are_those_that_the_code_writes() -> None:
    assert set(CHOICES["LoginOutcome"][2]) == set(LoginOutcome)
    assert set(CHOICES["LookOutcome"][2]) == set(Outcome)
    assert set(CHOICES["FieldOrigin"][2]) == set(Origin)
    assert set(CHOICES["ActorKind"][2]) == set(AccountKind)


def test_every_member_of_a_closed_set_has_its_titles_in_the_schema() -> None:
    for name, (declared, _, _) in CHOICES.items():
        if declared.__module__.startswith("tests."):
            continue  # a choice of the tests of mistakes, which no schema has
        enum = graphql_type(name)
        assert isinstance(enum, GraphQLEnumType)
        assert all(" · " in (value.description or "") for value in enum.values.values()), name
    assert closed_sets.Provenance.__name__ in CHOICES
