"""Variables of an operation: those that need no look, and those of a document that was asked before."""

from typing import Any

import pytest
from graphql import GraphQLError, OperationDefinitionNode, build_schema, coerce_input_value, parse

from resolvers.refusals import Refusal
from schema.execution.documents import Document, Documents
from schema.execution.operations import OWN_TEXTS, Operation
from schema.execution.text_bounds import TextBounds
from service.resources import schema_and_content_types

OURS: Any = schema_and_content_types()[0]._schema  # graphql-core's schema
TEXTS = {"Date": "2026-11-27", "DateTime": "2026-11-27T08:00:00Z", "Time": "08:00"}
DAYS = """query ($day: Date!, $first: Int) {
  attendance(first: $first, filter: { day: { gte: $day } }) { nodes { id } }
}"""
SMALL = build_schema("""
  input Inner { names: [String!], days: Int }
  input Given { id: ID!, revision: Int = 1, inner: Inner, note: String }
  type Query { one: Int }
  type Mutation { change(given: Given!, key: String): Int }
""")
DOCUMENT = "mutation M($given: Given!, $key: String) { change(given: $given, key: $key) }"


def operation_of(text: str) -> Operation:
    document = Documents(OURS).parsed(text)
    assert isinstance(document, Document), document
    return document.operations[0]


@pytest.mark.parametrize("name", sorted(OWN_TEXTS))
def test_a_text_of_these_types_is_its_own_value(name: str) -> None:
    text = TEXTS.get(name, "text")

    assert coerce_input_value(text, OURS.type_map[name]) is text


@pytest.mark.parametrize("given", [{"day": "2026-11-27"}, {"day": "2026-11-27", "first": 3}])
def test_days_are_taken_with_and_without_a_look(given: dict[str, Any]) -> None:
    assert operation_of(DAYS).values(given) == given


@pytest.mark.parametrize("given", [{}, {"day": None}, {"day": 1}, {"day": "2026-11-27" * 900}])
def test_what_is_no_text_of_its_place_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises((GraphQLError, Refusal)):
        operation_of(DAYS).values(given)


def operation() -> Operation:
    [node] = parse(DOCUMENT).definitions
    assert isinstance(node, OperationDefinitionNode)
    return Operation(SMALL, node, TextBounds())


@pytest.mark.parametrize(
    "given",
    [
        {"given": {"id": "a"}},
        {"given": {"id": 1, "inner": {"names": "x"}}, "key": None},
        {"given": {"id": "a", "revision": 3, "inner": {"names": ["x", "y"], "days": None}, "note": "z"}, "key": "k"},
        {"given": {"id": "a"}, "unknown": 1},
    ],
)
def test_what_was_asked_before_has_the_same_values_and_sources(given: dict[str, Any]) -> None:
    asked = operation()
    wanted = operation().coerced(given)
    for _ in range(2):
        found = asked.checked(given)
        assert found.coerced == wanted.coerced
        assert {n: s.value for n, s in found.sources.items()} == {n: s.value for n, s in wanted.sources.items()}
        assert found.sources.keys() == wanted.sources.keys()


@pytest.mark.parametrize(
    "wrong", [{}, {"given": {}}, {"given": {"id": "a", "days": 1}}, {"given": {"id": []}, "key": 1}]
)
def test_what_is_wrong_is_refused_in_the_same_words_afterwards(wrong: dict[str, Any]) -> None:
    asked = operation()
    with pytest.raises(GraphQLError) as first:
        asked.checked(wrong)
    asked.checked({"given": {"id": "a"}})
    with pytest.raises(GraphQLError) as later:
        asked.checked(wrong)
    assert first.value.message == later.value.message
