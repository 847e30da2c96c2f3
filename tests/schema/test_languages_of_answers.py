"""Every sentence of an answer is in the language of the account, or of Accept-Language where there is none."""

import json
from typing import Any

import pytest

from schema.execution.documents import Documents
from schema.execution.request_errors import in_language
from schema.execution.runtime import GraphQLRequest
from schema.execution.view import language_of
from service.resources import schema_and_content_types
from tests.support.organisation import SampleOrganisation
from workflow.roles import AccountKind

ENGLISH = ("The ", "Cannot ", "Field ", "Unknown ", "Expected ", "Variable ", "Argument ", "Syntax ")


async def told(organisation: SampleOrganisation, language: str, query: str, **variables: Any) -> list[str]:
    viewer = await organisation.viewer("coach_a")
    asked = GraphQLRequest(query, variables, None, viewer, organisation.now, language)
    return [e["message"] for e in json.loads((await organisation.answering.answer(asked)).body)["errors"]]


@pytest.mark.parametrize(
    ("query", "finnish", "swedish"),
    [
        ("{ nonsense }", "Tyypillä Query ei ole kenttää nonsense.", "Typen Query har inget fält nonsense."),
        ("{ units(x: 1) { totalCount } }", "Kentällä Query.units ei ole argumenttia x.", ""),
        ("{ units }", "Kentältä units on valittava alikenttiä", ""),
        ("{ now { x } }", "Kentällä now ei ole alikenttiä", ""),
        ("{ client { id } }", "Kenttä Query.client vaatii argumentin id", ""),
        ("{ units(orderBy: NONE) { totalCount } }", "Arvoa NONE ei ole luettelossa UnitOrder.", ""),
        ("{ ...F }", "Fragmenttia F ei ole.", "Fragmentet F finns inte."),
        ("{ units { totalCount }", "Kyselyssä on kirjoitusvirhe", "Frågan har ett skrivfel"),
        ("{ units(first: $n) { totalCount } }", "Muuttujaa n ei ole määritelty", ""),
        ("query A($n: Int) { units { totalCount } }", "Muuttujaa n ei käytetä kyselyssä.", ""),
        ("query A($n: String) { units(first: $n) { totalCount } }", "Muuttuja n on tyyppiä String", ""),
        ("query A($n: Int!) { units(first: $n) { totalCount } }", "Muuttuja n on pakollinen", "Variabeln n är"),
        ("query A { now } query B { now }", "Nimeä yksi kyselyn operaatioista", "Ange en av operationerna"),
        ("{ units(first: 201) { totalCount } }", "Argumentti first", "Argumentet first"),
    ],
)
async def test_what_is_wrong_with_a_request_is_said_in_the_language(
    organisation: SampleOrganisation, query: str, finnish: str, swedish: str
) -> None:
    [in_finnish], [in_swedish] = await told(organisation, "fi", query), await told(organisation, "sv", query)

    assert in_finnish.startswith(finnish)
    assert in_swedish.startswith(swedish)
    assert not in_finnish.startswith(ENGLISH)
    assert not in_swedish.startswith(ENGLISH)


def test_a_sentence_that_nobody_knows_yet_stands_behind_one_of_ours() -> None:
    documents = Documents(schema_and_content_types()[0]._schema)
    [problem] = documents.parsed("query A { now } query A { now }")  # type: ignore[misc] # it is refused

    assert in_language(problem, "fi")["message"].startswith("Kysely ei vastaa skeemaa: ")
    assert in_language(problem, "sv")["message"].startswith("Frågan motsvarar inte schemat: ")


async def test_the_language_of_the_account_comes_before_the_one_of_the_browser(
    organisation: SampleOrganisation,
) -> None:
    person = await organisation.viewer("coach_a")
    system = await organisation.viewer("coach_a")
    object.__setattr__(system, "kind", AccountKind.AGENCY)

    assert language_of(person, "", "sv,en;q=0.8") == person.language == "fi"
    assert language_of(system, "", "sv,en;q=0.8") == "sv"
    assert language_of(person, "en", "sv") == "en"
    assert language_of(person, "xx", "sv") == "fi"
