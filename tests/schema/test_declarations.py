"""What the schema promises: everything is described, everything is guarded, and a bad declaration does not build."""

from datetime import date

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
)

import models
from models.content import Content
from schema.engine.language import DeclarationError, content_type, protected
from schema.engine.values import Line
from service.resources import schema_and_content_types
from service.settings import ROOT
from workflow.client import client
from workflow.language import WorkflowError, grants, roles
from workflow.term import term
from workflow.vocabulary import MODIFY_MONEY

PAGES = ("Connection", "Edge", "Payload")
OPERATORS = {"eq", "in", "gt", "gte", "lt", "lte", "startsWith", "isNull"}
BESIDE = {
    *(
        "PageInfo",
        "FieldError",
        "RefusedObject",
        "WeeklySlot",
        "Signature",
        "Fact",
        "Attachment",
        "AwaitedFile",
        "ClientDocument",
        "NoticeText",
        "KeptField",
    ),
    "ToldProcessor",
    *("FormSection", "Remaining", "ErasedCount", "BreachWords", "BilledDay"),
}


@pytest.fixture(scope="module")
def printed() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text("utf-8"))


def own(schema: GraphQLSchema) -> list[GraphQLNamedType]:
    return [t for name, t in schema.type_map.items() if not name.startswith("__")]


def test_every_type_field_argument_and_enum_value_is_described(printed: GraphQLSchema) -> None:
    silent = []
    for kind in own(printed):
        silent += [] if kind.description else [kind.name]
        for name, field in getattr(kind, "fields", {}).items():
            silent += [] if field.description else [f"{kind.name}.{name}"]
            silent += [
                f"{kind.name}.{name}({a})" for a, arg in getattr(field, "args", {}).items() if not arg.description
            ]
        for name, value in getattr(kind, "values", {}).items() if isinstance(kind, GraphQLEnumType) else ():
            silent += [] if value.description else [f"{kind.name}.{name}"]
    builtin = {"String", "Int", "Boolean", "ID", "Float"}
    assert [s for s in silent if s.split(".")[0] not in builtin] == []


def test_every_field_of_content_prints_its_permission(printed: GraphQLSchema) -> None:
    bare = []
    for kind in own(printed):
        if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            continue
        if kind.name.endswith(PAGES) or kind.name in BESIDE or kind.name.removesuffix("Input") in BESIDE:
            continue
        if set(kind.fields) <= OPERATORS:
            continue  # the conditions on a value; the field they are about carries the permission
        for name, field in kind.fields.items():
            directives = [d.name.value for d in field.ast_node.directives or ()]
            bare += [] if "protected" in directives else [f"{kind.name}.{name}"]
    assert bare == []


def test_every_model_of_content_is_served_as_a_content_type() -> None:
    served = {type_.model for type_ in schema_and_content_types()[1].values()}
    stored = {model for model in models.__models__ if issubclass(model, Content)}

    assert stored - served == set(), "declare it in schema/types, and name the module in schema/root.py"
    assert len(served) > 40


def test_a_column_that_nobody_declared_stops_the_build() -> None:
    with pytest.raises(DeclarationError, match="neither served nor withheld"):

        @content_type(model=models.Client, workflow=client, plural="clients", titles="a|b|c", subject="{}.id")
        class Client:
            """Too few fields."""

            last_name: Line = protected("a|b|c", "…")


def test_a_permission_that_no_state_grants_stops_the_build() -> None:
    with pytest.raises(DeclarationError, match="no state of client grants modify_money"):

        @content_type(model=models.Client, workflow=client, plural="clients", titles="a|b|c", subject="{}.id")
        class Client:
            """A permission of another type."""

            last_name: Line = protected("a|b|c", "…", write=MODIFY_MONEY)


def test_an_order_by_what_may_be_empty_stops_the_build() -> None:
    with pytest.raises(DeclarationError, match="a cursor cannot name nothing"):

        @content_type(
            model=models.Term,
            workflow=term,
            plural="words",
            titles="a|b|c",
            withheld=tuple(set(models.Term._meta.fields_db_projection) - {"starts_on"}),
        )
        class Word:
            """A word whose first day may be missing."""

            starts_on: date = protected("a|b|c", "First day.", order=True)


def test_an_unknown_role_or_permission_fails_at_import() -> None:
    with pytest.raises(WorkflowError, match="no such role: chief"):
        roles("coach chief")
    with pytest.raises(WorkflowError, match="no such permission: peek"):
        grants(peek="coach")
