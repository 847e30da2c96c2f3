"""Every place of the API that takes text, found by walking the schema, gets the worst texts there are."""

import json
from collections.abc import Mapping
from typing import Any

import orjson
import pytest

from models.values import is_within
from resolvers.reading.filtering import ALTERNATIVES
from resolvers.value import Value
from schema.engine.values import VALUES
from schema.execution.budget import DOCUMENT_CHARACTERS
from schema.execution.runtime import GraphQLRequest
from schema.execution.text_bounds import SEARCH
from schema.execution.variable_budget import ITEMS, LEVELS, TEXT_CHARACTERS
from schema.execution.variable_budget import VALUES as MOST_VALUES
from schema.execution.view import MalformedRequest, parsed
from service.resources import schema_and_content_types
from tests.support.hostile_texts import HOSTILE_TEXTS, counted_normalising
from tests.support.organisation import SampleOrganisation
from tests.support.queries.text_inputs import TEXTS, TextInput, text_inputs

INPUTS = list(text_inputs(schema_and_content_types()[0]._schema))
TOO_LONG = ("combining marks", "a megabyte", "a hundred thousand words")
ROWS = "SELECT (SELECT count(*) FROM history), (SELECT count(*) FROM version), (SELECT count(*) FROM outbox)"
SEARCHING = "query S($s: String) { clients(search: $s) { totalCount } }"


def codes_of(answer: Mapping[str, Any]) -> set[str]:
    """Return the codes of an answer's errors, and of those of the command in it."""
    payloads = [p for p in (answer.get("data") or {}).values() if isinstance(p, dict)]
    return {e["extensions"]["code"] for e in answer.get("errors", ())} | {
        e["code"] for p in payloads for e in p.get("errors", ())
    }


async def answers_to(
    organisation: SampleOrganisation, inputs: list[TextInput], text: str
) -> dict[str, Mapping[str, Any]]:
    """Return the answers to a text at each of these places, asked by the administrator."""
    viewer, answers = await organisation.viewer("administrator"), {}
    for place in inputs:
        asked = GraphQLRequest(place.operation, place.holding(text), None, viewer, organisation.now, "en")
        answers[place.name] = orjson.loads((await organisation.answering.answer(asked)).body)
    return answers


def test_the_walk_finds_the_places_that_take_text() -> None:
    names = {place.name for place in INPUTS}

    assert {
        "Query.clients(search)",
        "Client.referrals(search)",
        "StringFilter.startsWith",
        "IdentityCodeSearch.code",
        "CreateClientInput.firstNames",
        "TransitionReferralInput.comment",
        "AttachInput.name",
        "CreateFormAnswerInput.answers",
    } <= names
    assert len(INPUTS) > 500


@pytest.mark.parametrize("kind", TOO_LONG)
async def test_a_text_beyond_every_bound_is_refused_at_every_place_and_nothing_is_saved(
    organisation: SampleOrganisation, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    counted, before = counted_normalising(monkeypatch), await organisation.pool.fetchrow(ROWS)

    answers = await answers_to(organisation, INPUTS, HOSTILE_TEXTS[kind])

    assert {name: codes_of(a) for name, a in answers.items() if codes_of(a) != {"TEXT_TOO_LONG"}} == {}
    assert await organisation.pool.fetchrow(ROWS) == before
    assert counted.longest < 1_000


@pytest.mark.parametrize("kind", sorted(HOSTILE_TEXTS.keys() - set(TOO_LONG)))
async def test_what_passes_the_bound_of_a_place_is_answered_or_refused_and_costs_little(
    organisation: SampleOrganisation, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    counted = counted_normalising(monkeypatch)

    answers = await answers_to(organisation, INPUTS, HOSTILE_TEXTS[kind])

    assert {name: a for name, a in answers.items() if "INTERNAL" in codes_of(a)} == {}
    assert counted.longest < 1_000


def checks() -> dict[str, Value]:
    """Return every kind of value, and that of every field, that takes text, by a name."""
    fields = [(f"{t.name}.{f.key}", f) for t in schema_and_content_types()[1].values() for f in t.fields.values()]
    kinds: dict[str, Value] = {str(kind): value for kind, value in VALUES.items()}
    kinds |= {name: f.value for name, f in fields if not (f.target or f.choices or f.embedded)}
    kinds |= {f"{name}.{k}": v for name, f in fields for k, v in f.embedded.items()}
    return {name: v for name, v in kinds.items() if v.name in TEXTS}


@pytest.mark.parametrize("kind", HOSTILE_TEXTS)
def test_no_kind_of_value_normalises_what_its_bound_refuses(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    counted, text = counted_normalising(monkeypatch), HOSTILE_TEXTS[kind]

    for name, value in checks().items():
        for given in ([text],) if value.many else (text, {"note": text}, json.dumps({"keys": [text]})):
            try:
                value.check(given)
            except (ValueError, TypeError, AttributeError):
                continue
            assert is_within(text, 10_000), name

    assert counted.longest <= 40_000
    assert counted.longest < 2_000 or "marks" not in kind


async def test_a_search_has_a_bound_in_characters_and_in_words_that_the_refusal_names(
    organisation: SampleOrganisation,
) -> None:
    longest, most = "x" * SEARCH.characters, " ".join("x" for _ in range(SEARCH.words or 0))
    allowed = [await organisation.ask("supervisor_a", SEARCHING, s=s) for s in (longest, most)]
    refused = [await organisation.ask("supervisor_a", SEARCHING, s=s) for s in (longest + "x", most + " x")]
    literal = await organisation.ask("supervisor_a", f'{{ clients(search: "{longest}x") {{ totalCount }} }}')
    default = await organisation.ask(
        "supervisor_a", f'query S($s: String = "{longest}x") {{ clients(search: $s) {{ totalCount }} }}'
    )

    assert [codes_of(a) for a in allowed] == [set(), set()]
    assert [codes_of(a) for a in refused] == [{"TEXT_TOO_LONG"}, {"TOO_MANY_WORDS"}]
    assert [codes_of(a) for a in (literal, default)] == [{"TEXT_TOO_LONG"}] * 2
    assert "100" in refused[0]["errors"][0]["message"]
    assert "8" in refused[1]["errors"][0]["message"]


def deep(levels: int) -> Any:
    """Return an object of JSON with so many levels."""
    value: Any = "x"
    for _ in range(levels):
        value = {"a": value}
    return value


@pytest.mark.parametrize(
    "variables",
    [
        {"s": ["x"] * (ITEMS + 1)},
        {"s": [["x"] * 400] * (MOST_VALUES // 400 + 1)},
        {"s": deep(LEVELS)},
        {"s": ["x" * 9_000] * (TEXT_CHARACTERS // 9_000 + 1)},
    ],
    ids=["items", "values", "levels", "characters"],
)
async def test_variables_have_a_budget_whatever_the_document_does_with_them(
    organisation: SampleOrganisation, variables: dict[str, Any]
) -> None:
    refused = await organisation.ask("supervisor_a", SEARCHING, **variables)

    assert codes_of(refused) == {"QUERY_TOO_COMPLEX"}


async def test_a_filter_and_a_document_have_bounds(organisation: SampleOrganisation) -> None:
    query = "query F($f: [ClientFilter!]) { clients(filter: {anyOf: $f}) { totalCount } }"
    one = {"lastName": {"eq": "x"}}
    allowed = await organisation.ask("supervisor_a", query, f=[one] * ALTERNATIVES)
    refused = await organisation.ask("supervisor_a", query, f=[one] * (ALTERNATIVES + 1))
    long = await organisation.ask("supervisor_a", "{ viewer { name } }" + " " * DOCUMENT_CHARACTERS)

    assert codes_of(allowed) == set()
    assert codes_of(refused) == {"BAD_ARGUMENT"}
    assert codes_of(long) == {"QUERY_TOO_COMPLEX"}


@pytest.mark.parametrize(
    "body",
    [
        b'{"query": "{ a }", "variables": {"s": "\\ud800"}}',
        json.dumps({"query": "{ a }", "operationName": HOSTILE_TEXTS["combining marks"]}).encode(),
    ],
    ids=["half a surrogate pair", "the name of an operation"],
)
def test_a_body_with_a_text_that_is_none_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedRequest):
        parsed(body)


async def test_a_long_text_of_a_referral_that_is_submitted_is_taken(organisation: SampleOrganisation) -> None:
    mutation = """mutation S($i: SubmitReferralInput!) { submitReferral(input: $i) {
      referral { background } errors { code path } } }"""
    about: dict[str, Any] = {"unitId": organisation.ids["unit_a"], "firstNames": "Eino", "lastName": "Kuvitelma"}
    about |= {"serviceCode": "REHABILITATIVE_WORK", "goals": "Arki.", "basis": "CONSENT", "safetyRestriction": False}
    text = "Työhistoria ja toiveet. " * 200

    answer = await organisation.ask(
        "official_x", mutation, i=about | {"background": text, "consentGivenOn": "2026-11-20"}
    )

    assert "errors" not in answer, answer["errors"]
    assert answer["data"]["submitReferral"] == {"referral": {"background": text.strip()}, "errors": []}
