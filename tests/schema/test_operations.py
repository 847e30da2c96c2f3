"""Variables that need no look: texts that are their own values, and short."""

from typing import Any

import pytest
from graphql import GraphQLError, coerce_input_value

from resolvers.refusals import Refusal
from schema.execution.documents import Document, Documents
from schema.execution.operations import OWN_TEXTS, Operation
from service.resources import schema_and_content_types

SCHEMA: Any = schema_and_content_types()[0]._schema  # graphql-core's schema
TEXTS = {"Date": "2026-11-27", "DateTime": "2026-11-27T08:00:00Z", "Time": "08:00"}
DAYS = """query ($day: Date!, $first: Int) {
  attendance(first: $first, filter: { day: { gte: $day } }) { nodes { id } }
}"""


def operation_of(text: str) -> Operation:
    document = Documents(SCHEMA).parsed(text)
    assert isinstance(document, Document), document
    return document.operations[0]


@pytest.mark.parametrize("name", sorted(OWN_TEXTS))
def test_a_text_of_these_types_is_its_own_value(name: str) -> None:
    text = TEXTS.get(name, "text")

    assert coerce_input_value(text, SCHEMA.type_map[name]) is text


@pytest.mark.parametrize("given", [{"day": "2026-11-27"}, {"day": "2026-11-27", "first": 3}])
def test_days_are_taken_with_and_without_a_look(given: dict[str, Any]) -> None:
    assert operation_of(DAYS).values(given) == given


@pytest.mark.parametrize("given", [{}, {"day": None}, {"day": 1}, {"day": "2026-11-27" * 900}])
def test_what_is_no_text_of_its_place_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises((GraphQLError, Refusal)):
        operation_of(DAYS).values(given)
