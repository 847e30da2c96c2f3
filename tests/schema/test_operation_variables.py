"""The variables of a document that was asked before are those that graphql-core makes of them."""

from typing import Any

import pytest
from graphql import GraphQLError, OperationDefinitionNode, build_schema, parse

from schema.execution.operations import Operation
from schema.execution.text_bounds import TextBounds

SCHEMA = build_schema("""
  input Inner { names: [String!], days: Int }
  input Given { id: ID!, revision: Int = 1, inner: Inner, note: String }
  type Query { one: Int }
  type Mutation { change(given: Given!, key: String): Int }
""")
DOCUMENT = "mutation M($given: Given!, $key: String) { change(given: $given, key: $key) }"


def operation() -> Operation:
    [node] = parse(DOCUMENT).definitions
    assert isinstance(node, OperationDefinitionNode)
    return Operation(SCHEMA, node, TextBounds())


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
