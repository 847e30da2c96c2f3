"""The limits of a document, and that checking them costs no more than the document is long."""

from collections.abc import Iterator

import pytest
from graphql import DocumentNode, Node, parse
from hypothesis import given
from hypothesis import strategies as st

from resolvers.refusals import Refusal
from schema.execution.budget import (
    ALIASES,
    DEFINITIONS,
    DEPTH,
    DIRECTIVES,
    FIELDS,
    ROOTS,
    TOKENS,
    Cost,
    OverBudget,
    _CostCounter,
    check_budget,
)
from schema.execution.documents import Documents
from service.resources import schema_and_content_types
from tests.support.organisation import SampleOrganisation


def nested(depth: int) -> str:
    return "{ " + "a { " * (depth - 1) + "b" + " }" * depth


WITHIN = {
    "levels": nested(DEPTH),
    "fields": "{ a { " + "b " * (FIELDS - 1) + "} }",
    "aliases": "{ a { " + " ".join(f"x{n}: b" for n in range(ALIASES)) + " } }",
    "directives": "{ a { " + "b @skip(if: false) " * DIRECTIVES + "} }",
    "root fields": "{ " + "a " * ROOTS + "}",
    "definitions": "{ a } " + " ".join(f"fragment F{n} on Q {{ a }}" for n in range(DEFINITIONS - 1)),
}
OVER = {
    "levels": nested(DEPTH + 1),
    "fields": "{ a { " + "b " * FIELDS + "} }",
    "aliases": "{ a { " + " ".join(f"x{n}: b" for n in range(ALIASES + 1)) + " } }",
    "directives": "{ a { " + "b @skip(if: false) " * (DIRECTIVES + 1) + "} }",
    "root fields": "{ " + "a " * (ROOTS + 1) + "}",
    "definitions": "{ a } " + " ".join(f"fragment F{n} on Q {{ a }}" for n in range(DEFINITIONS)),
}


@pytest.mark.parametrize("what", WITHIN)
def test_a_document_at_the_limit_passes(what: str) -> None:
    check_budget(parse(WITHIN[what]))  # raises where one is over


@pytest.mark.parametrize("what", OVER)
def test_a_document_over_a_limit_is_refused_naming_it(what: str) -> None:
    with pytest.raises(OverBudget, match=f"BUDGET_{what.removesuffix(' fields').upper()[:4]}"):
        check_budget(parse(OVER[what]))


@pytest.mark.parametrize("what", ["levels", "fields", "aliases", "directives", "root fields"])
def test_nothing_hides_in_a_fragment(what: str) -> None:
    with pytest.raises(OverBudget, match=f"BUDGET_{what.removesuffix(' fields').upper()[:4]}"):
        check_budget(parse(f"{{ ...F }} fragment F on Q {OVER[what]}"))
    with pytest.raises(OverBudget, match=f"BUDGET_{what.removesuffix(' fields').upper()[:4]}"):
        check_budget(parse(f"{{ ... on Q {OVER[what]} }}"))


def bomb(depth: int) -> str:
    """Each fragment spreads the next twice: 2 to the power of the depth if it were followed each time."""
    spreads = " ".join(f"fragment F{n} on Q {{ a {{ ...F{n + 1} ...F{n + 1} }} }}" for n in range(depth))
    return f"{{ ...F0 }} {spreads} fragment F{depth} on Q {{ b }}"


def nodes_of(document: DocumentNode) -> int:
    def below(node: Node) -> Iterator[Node]:
        yield node
        for key in node.keys:
            value = getattr(node, key, None)
            for inner in value if isinstance(value, tuple | list) else (value,):
                if isinstance(inner, Node):
                    yield from below(inner)

    return sum(1 for _ in below(document))


class CountingCosts(_CostCounter):
    """A counter of costs that counts its own steps too."""

    steps = 0

    def _selection_cost(self, node: Node) -> Cost:
        self.steps += 1
        return super()._selection_cost(node)


def steps(document: DocumentNode) -> int:
    fragments = {d.name.value: d for d in document.definitions if hasattr(d, "type_condition")}  # type: ignore[attr-defined] # named
    walk = CountingCosts(fragments)  # type: ignore[arg-type] # fragments
    for definition in document.definitions:
        if not hasattr(definition, "type_condition"):
            walk.cost(definition)
    return walk.steps


@pytest.mark.parametrize("depth", [5, 10, 20, 38])
def test_a_fragment_bomb_is_walked_once(depth: int) -> None:
    document = parse(bomb(depth))
    assert steps(document) <= nodes_of(document)


def test_a_fragment_bomb_is_refused() -> None:
    with pytest.raises(OverBudget):
        check_budget(parse(bomb(38)))


@given(st.lists(st.lists(st.integers(0, 9), max_size=6), min_size=1, max_size=10))
def test_any_web_of_fragments_is_walked_in_linear_time(spreads: list[list[int]]) -> None:
    """Circles included: validation refuses them afterwards by name."""
    fragments = " ".join(
        f"fragment F{n} on Q {{ a {{ b {' '.join(f'...F{to % len(spreads)}' for to in inner)} }} }}"
        for n, inner in enumerate(spreads)
    )
    document = parse(f"{{ ...F0 ...F0 }} {fragments}")
    assert steps(document) <= nodes_of(document)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{ a " * 3_000, "GRAPHQL_PARSE_FAILED"),
        ("{ " + "a " * TOKENS + "}", "GRAPHQL_PARSE_FAILED"),
        ("{ a(b: " + "[" * 1_900 + "]" * 1_900 + ") }", "GRAPHQL_PARSE_FAILED"),
        (bomb(38), "QUERY_TOO_COMPLEX"),
        ("{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ ...F } fragment F on Query { ...F }", "GRAPHQL_VALIDATION_FAILED"),
        ("", "GRAPHQL_PARSE_FAILED"),
        ("{ nonsense }", "GRAPHQL_VALIDATION_FAILED"),
    ],
)
def test_a_bad_document_is_refused_with_a_code(text: str, code: str) -> None:
    documents = Documents(schema_and_content_types()[0]._schema)
    refused = documents.parsed(text)
    assert isinstance(refused, tuple | Refusal)
    assert ({refused.code} if isinstance(refused, Refusal) else {r["extensions"]["code"] for r in refused}) == {code}


async def test_the_product_of_page_sizes_is_bounded(organisation: SampleOrganisation) -> None:
    query = """query P($n: Int) { clients(first: 200) { nodes { relationships(first: $n) { nodes { id
      programmes(first: 1) { nodes { id } } } } } } }"""
    assert "errors" not in await organisation.ask("coach_a", query, n=200)
    refused = await organisation.ask("coach_a", query, n=201)
    assert [e["extensions"]["code"] for e in refused["errors"]] == ["QUERY_TOO_COMPLEX"]


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("query P($n: Int) { clients(first: $n) { totalCount } }", 200),
        ("query P($n: Int) { clients(first: 1) { nodes { relationships(first: $n) { totalCount } } } }", 400),
    ],
)
async def test_a_page_has_a_largest_size(organisation: SampleOrganisation, query: str, most: int) -> None:
    assert "errors" not in await organisation.ask("coach_a", query, n=most)
    for size in (most + 1, -1):
        refused = await organisation.ask("coach_a", query, n=size)
        assert [e["extensions"]["code"] for e in refused["errors"]] == ["BAD_ARGUMENT"]


async def test_an_alias_that_postgresql_would_cut_is_refused(organisation: SampleOrganisation) -> None:
    answer = await organisation.ask("coach_a", f"{{ units {{ nodes {{ {'a' * 64}: name }} }} }}")
    assert [e["extensions"]["code"] for e in answer["errors"]] == ["BAD_ARGUMENT"]
    assert "data" not in answer
