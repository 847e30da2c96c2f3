"""A condition without a value narrows nothing, so it is refused: a list is never everybody's by accident."""

from typing import Any

import pytest

from tests.support.organisation import SampleOrganisation

ASKED = "query A($c: {type}) {{ clients(filter: {filter}, first: 0) {{ totalCount }} }}"


def faults(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(e["extensions"]["code"], e["extensions"].get("argument", "")) for e in answer.get("errors", ())]


@pytest.mark.parametrize(
    ("type_", "filter_", "argument"),
    [
        ("ID", "{unitId: {eq: $c}}", "filter.unitId.eq"),
        ("[ID!]", "{unitId: {in: $c}}", "filter.unitId.in"),
        ("String", "{lastName: {startsWith: $c}}", "filter.lastName.startsWith"),
        ("Boolean", "{lastName: {isNull: $c}}", "filter.lastName.isNull"),
        ("ClientState", "{state: {eq: $c}}", "filter.state.eq"),
        ("DateTime", "{modifiedAt: {gte: $c}}", "filter.modifiedAt.gte"),
        ("IdFilter", "{unitId: $c}", "filter.unitId"),
        ("[ClientFilter!]", "{anyOf: $c}", "filter.anyOf"),
        ("String", "{anyOf: [{lastName: {eq: $c}}]}", "filter.anyOf.lastName.eq"),
    ],
)
async def test_a_variable_that_was_not_sent_answers_like_one_that_is_null(
    organisation: SampleOrganisation, type_: str, filter_: str, argument: str
) -> None:
    query = ASKED.format(type=type_, filter=filter_)

    absent = await organisation.raw("supervisor_a", query)
    null = await organisation.raw("supervisor_a", query, c=None)

    assert absent == null
    assert faults(await organisation.ask("supervisor_a", query)) == [("BAD_ARGUMENT", argument)]


@pytest.mark.parametrize(
    ("filter_", "argument"),
    [
        ("{unitId: {}}", "filter.unitId"),
        ("{unitId: null}", "filter.unitId"),
        ("{state: {}}", "filter.state"),
        ("{anyOf: [{}]}", "filter.anyOf"),
        ('{anyOf: [{lastName: {eq: "x"}}, {}]}', "filter.anyOf"),
        ("{anyOf: [{anyOf: [{unitId: {}}]}]}", "filter.anyOf.anyOf.unitId"),
    ],
)
async def test_a_condition_without_operator_is_refused_in_the_document_and_in_a_variable(
    organisation: SampleOrganisation, filter_: str, argument: str
) -> None:
    literal = await organisation.ask("supervisor_a", f"{{ clients(filter: {filter_}) {{ totalCount }} }}")
    nested = await organisation.ask(
        "supervisor_a", f"{{ units {{ nodes {{ clients(filter: {filter_}) {{ totalCount }} }} }} }}"
    )

    assert faults(literal) == [("BAD_ARGUMENT", argument)]
    assert "data" not in literal
    assert faults(nested) in ([("BAD_ARGUMENT", argument)], [("GRAPHQL_VALIDATION_FAILED", "")])


async def test_a_filter_that_comes_as_one_variable_is_held_to_the_same(organisation: SampleOrganisation) -> None:
    query = "query F($f: ClientFilter) { clients(filter: $f) { totalCount } }"

    conditions: list[Any] = [{}, None, {"eq": None}, {"in": None}]
    refused = [await organisation.ask("supervisor_a", query, f={"unitId": given}) for given in conditions]
    everybody = [await organisation.data("supervisor_a", query), await organisation.data("supervisor_a", query, f={})]

    assert [faults(answer)[0][0] for answer in refused] == ["BAD_ARGUMENT"] * 4
    assert everybody[0] == everybody[1]


async def test_an_empty_list_of_ids_finds_nobody(organisation: SampleOrganisation) -> None:
    found = await organisation.data("supervisor_a", "{ clients(filter: {unitId: {in: []}}) { totalCount } }")

    assert found["clients"]["totalCount"] == 0


async def test_a_refused_argument_is_named_with_its_bound_and_its_place(organisation: SampleOrganisation) -> None:
    query = """{
  units { totalCount }
  people: clients(first: 201) { nodes { id } }
}"""

    [error] = (await organisation.ask("supervisor_a", query))["errors"]

    assert error == {
        "message": "Argumentti first: anna luku väliltä 0–200.",
        "locations": [{"line": 3, "column": 19}],
        "path": ["people"],
        "extensions": {"code": "BAD_ARGUMENT", "argument": "first", "least": "0", "most": "200"},
    }


@pytest.mark.parametrize(
    ("query", "argument", "line"),
    [
        ("{\n a: clients(first: 1) { totalCount }\n b: clients(first: 201) { totalCount } }", "first", 3),
        ("{\n clients(first: 1, last: 1) { totalCount } }", "last", 2),
        ("{\n clients(filter: {anyOf: [\n {unitId: {}}]}) { totalCount } }", "filter.anyOf.unitId", 3),
        ('{\n clients(search: "a\\u0000") { totalCount } }', "search", 2),
    ],
)
async def test_the_place_of_an_argument_is_where_the_document_has_it(
    organisation: SampleOrganisation, query: str, argument: str, line: int
) -> None:
    [error] = (await organisation.ask("supervisor_a", query))["errors"]

    assert (error["extensions"]["argument"], error["locations"][0]["line"]) == (argument, line)
    assert argument in error["message"]
