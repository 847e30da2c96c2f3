"""What a refusal says: every reason at once, in words, in the language of whoever asked."""

import json
from typing import Any

import pytest

from resolvers.refusals import Problem
from schema.execution.fact_words import FactWords
from schema.execution.runtime import GraphQLRequest
from service.resources import schema_and_content_types
from tests.support.actions.casework import REFERRAL, contract_to_sign
from tests.support.actions.content import create, step
from tests.support.organisation import SampleOrganisation

MOVE = """mutation M($i: Transition{0}Input!) {{ done: transition{0}(input: $i) {{
  errors {{ code path message }} }} }}"""


async def moved(
    organisation: SampleOrganisation, who: str, noun: str, it: dict[str, Any], name: str, language: str = "fi"
) -> list[dict[str, Any]]:
    given = {"id": it["id"], "revision": it["revision"], "transition": name}
    viewer = await organisation.viewer(who)
    asked = GraphQLRequest(MOVE.format(noun), {"i": given}, None, viewer, organisation.now, language)
    answer = await organisation.answering.answer(asked)
    return list(json.loads(answer.body)["data"]["done"]["errors"])


async def test_a_referral_that_lacks_several_values_names_every_one(organisation: SampleOrganisation) -> None:
    bare = {k: v for k, v in REFERRAL.items() if k not in {"goals", "consentGivenOn", "safetyRestriction"}}
    it = await create(organisation, "official_x", "Referral", unitId=organisation.ids["unit_a"], **bare)

    errors = await moved(organisation, "official_x", "Referral", it, "SUBMIT")

    assert sorted(e["path"][0] for e in errors) == ["consentGivenOn", "goals", "safetyRestriction"]
    assert {e["code"] for e in errors} == {"REFERRAL_INCOMPLETE"}
    assert "Lähetteestä puuttuu: Tavoitteet." in {e["message"] for e in errors}


async def test_a_transition_that_does_not_start_here_says_where_the_object_is_and_where_it_starts(
    organisation: SampleOrganisation,
) -> None:
    it = await contract_to_sign(organisation)
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []

    finnish = await moved(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES")
    swedish = await moved(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES", "sv")

    states = schema_and_content_types()[1]["contract"].kind.workflow.states
    assert finnish[0]["code"] == "WRONG_STATE"
    assert states["AWAITING_SIGNATURES"].titles[0] in finnish[0]["message"]
    assert states["DRAFT"].titles[0] in finnish[0]["message"]
    assert states["DRAFT"].titles[1] in swedish[0]["message"]
    assert "AWAITING_SIGNATURES" not in finnish[0]["message"] + swedish[0]["message"]


async def test_a_missing_signature_names_the_parties(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation)
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []

    [error] = await moved(organisation, "supervisor_a", "Contract", it, "ACTIVATE")

    assert error["message"] == "Allekirjoitus puuttuu: Järjestäjä, Asiakas."


async def test_a_field_that_may_not_be_written_says_who_may_and_in_which_state(
    organisation: SampleOrganisation,
) -> None:
    query = "mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code message } } }"
    given = {"id": organisation.ids["ville"], "revision": 1, "lastName": "Toinen"}

    [error] = (await organisation.data("coach_a", query, i=given))["updateClient"]["errors"]

    assert error["code"] == "FORBIDDEN_FIELD"
    assert error["message"].startswith("Et voi muuttaa tietoa Sukunimi, kun tila on ")
    assert "esihenkilö" in error["message"].lower()
    assert "explain" not in error["message"]


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        ("RECEIVED_OUT_OF_BOUNDS", {"first": "2026-08-30", "last": "2026-11-28"}, "30.8.–28.11.2026"),
        ("DELAY_UNEXPLAINED", {"due": "2026-11-28T07:05:00+00:00"}, "28.11.2026 klo 9.05"),
        ("LAST_HOLDER", {"roles": "administrator"}, "pääkäyttäjä"),
        ("WORDS_MISSING", {"languages": "en, sv"}, "englanti, ruotsi"),
        ("SERVICE_LIMITS", {"limits": "max_days_per_week"}, "enintään"),
        ("WRONG_ROLE", {"roles": ""}, "ei kukaan"),
    ],
)
def test_names_and_days_are_said_as_people_say_them(code: str, facts: dict[str, str], said: str) -> None:
    words = FactWords(schema_and_content_types()[1], schema_and_content_types()[1]["contract"], "fi")

    text = words.message(Problem(code, (), facts))

    assert said.lower() in text.lower()
    assert not any(fact in text for fact in facts.values() if fact)
