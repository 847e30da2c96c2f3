"""The example queries of GraphiQL: each is valid, each role has its own, and a broken heading is found at start."""

import json
import re

import pytest
from graphql import GraphQLSchema, build_schema, parse, validate
from graphql.execution.values import get_variable_values
from graphql.language import OperationDefinitionNode

from service.examples import ROLE_TITLES, Example, ExampleMalformed, load_examples, read_example
from service.settings import ROOT
from workflow.vocabulary import Role

EXAMPLES = load_examples(ROOT / "web" / "examples")
WORKING_ROLES = set(ROLE_TITLES) - {Role.COLLEAGUE}
HEADING = "# Otsikko: Omat asiakkaani\n# Rooli: coach\n# Kuvaus: Asiakkaat aakkosissa.\n"


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_asks_only_for_what_the_schema_has(example: Example, schema: GraphQLSchema) -> None:
    assert validate(schema, parse(example.document)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_variables_of_an_example_are_what_its_operation_takes(example: Example, schema: GraphQLSchema) -> None:
    operation = parse(example.document).definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    given = json.loads(example.variables or "{}")
    taken = operation.variable_definitions or ()

    values = get_variable_values(schema, taken, given)

    assert not isinstance(values, list), values
    assert given.keys() == {definition.variable.name.value for definition in taken}


def test_every_role_has_an_example() -> None:
    assert {example.role for example in EXAMPLES} >= WORKING_ROLES


def test_every_example_has_a_title_of_its_own() -> None:
    assert len({(example.role, example.title) for example in EXAMPLES}) == len(EXAMPLES)


def test_no_example_holds_a_real_identity_code() -> None:
    codes = re.findall(r"\b\d{6}[-+A-FU-Y](\d{3})\w\b", " ".join(e.variables + e.document for e in EXAMPLES))

    assert all(code.startswith("9") for code in codes)


def test_a_heading_is_read_and_left_out_of_the_document() -> None:
    example = read_example("caseload", HEADING + '# Muuttujat: {"haku": "Åke"}\nquery Omat { viewer { name } }\n')

    assert (example.title, example.role) == ("Omat asiakkaani", Role.COACH)
    assert json.loads(example.variables) == {"haku": "Åke"}
    assert example.document == "query Omat { viewer { name } }\n"


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("# Otsikko: Omat asiakkaani\n# Rooli: coach\n", "Kuvaus"),
        (HEADING + "# Rooli: coach\n", "Rooli"),
        (HEADING + "# Tekijä: joku\n", "Tekijä"),
        (HEADING.replace("coach", "wizard"), "wizard"),
        (HEADING + "# Muuttujat: {haku}\n", "no JSON"),
        (HEADING + "# Muuttujat: [1]\n", "no JSON object"),
    ],
    ids=["a label missing", "a label twice", "an unknown label", "an unknown role", "no JSON", "no object"],
)
def test_a_broken_heading_is_refused_with_its_reason(heading: str, reason: str) -> None:
    with pytest.raises(ExampleMalformed, match=reason):
        read_example("broken", heading + "{ viewer { name } }")
