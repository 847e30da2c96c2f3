"""A value of several parts is told line by line, with the titles that lead to each part, and never as JSON."""

from typing import Any

import pytest

from resolvers.value_lines import value_lines
from tests.support.actions.casework import contract_to_sign
from tests.support.actions.content import create, update
from tests.support.actions.forms import published_template
from tests.support.organisation import SampleOrganisation
from tests.support.rows.kinds_of_answers import ANSWERS, QUESTIONS

LINES = "{ item labels { fi } text titles { fi sv } }"
REVISIONS = f"""query R($i: ID!) {{ node(id: $i) {{
  ... on Client {{ revisions {{ changes {{ field after {{ text lines {LINES} }} }} }}
    history {{ changes {{ field beforeLines {LINES} afterLines {LINES} }} }} }}
  ... on Contract {{ revisions {{ changes {{ field after {{ text lines {LINES} }} }} }} }}
  ... on FormAnswer {{ revisions {{ changes {{ field after {{ text lines {LINES} }} }} }} }} }} }}"""
OWN = {"name": "own", "fi": "Oma", "sv": "Egen", "en": "Own", "read": "name", "write": "modify"}
READ_IN_FINNISH: dict[str, list[tuple[Any, ...]]] = {
    "wish": [(None, [], "Kokiksi", None)],
    "score": [(None, [], "3.5", None)],
    "since": [(None, [], "2026-11-02", None)],
    "drives": [(None, [], "true", "kyllä")],
    "place": [(None, [], "SHOP", "Kauppa")],
    "also": [(1, [], "KITCHEN", "Keittiö"), (2, [], "SHOP", "Kauppa")],
    "home": [(None, ["Rauhallinen"], "false", "ei"), (None, ["Huoneita"], "2", None)],
    "jobs": [
        (1, ["Alkoi"], "2020-01-31", None),
        (1, ["Missä"], "KITCHEN", "Keittiö"),
        (2, ["Missä"], "SHOP", "Kauppa"),
    ],
}


def in_finnish(lines: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Return item, labels, text and words of each line."""
    return [
        (n["item"], [title["fi"] for title in n["labels"]], n["text"], n["titles"] and n["titles"]["fi"]) for n in lines
    ]


async def last_changes(organisation: SampleOrganisation, who: str, id_: str) -> dict[str, Any]:
    """Return what the newest revision of an object changed, by field."""
    node = (await organisation.data(who, REVISIONS, i=id_))["node"]
    return {change["field"]: change["after"] for change in node["revisions"][0]["changes"]}


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_kind_of_answer_is_read_in_the_order_of_its_schema(key: str) -> None:
    found = list(value_lines(QUESTIONS[key], ANSWERS[key]))

    assert [(line.item, [words["fi"] for words in line.labels]) for line in found] == [
        (item, labels) for item, labels, _, _ in READ_IN_FINNISH[key]
    ]
    assert [line.words and line.words["fi"] for line in found] == [words for *_, words in READ_IN_FINNISH[key]]


def test_what_is_not_answered_has_no_line_and_what_the_form_does_not_ask_stands_last() -> None:
    found = list(value_lines(QUESTIONS["home"], {"extra": "x", "rooms": None, "quiet": True}))

    assert [(line.labels[0]["fi"], line.value) for line in found] == [("Rauhallinen", True), ("extra", "x")]


async def test_the_revisions_of_an_answer_are_told_in_words_whatever_its_kind(
    organisation: SampleOrganisation,
) -> None:
    schema = {"type": "object", "properties": QUESTIONS}
    template = await published_template(organisation, jsonSchema=schema, sections=[{**OWN, "keys": [*QUESTIONS]}])
    given: dict[str, Any] = {"templateId": template["id"], "clientId": organisation.ids["aino"]}
    it = await create(organisation, "coach_a", "FormAnswer", **given, answers=ANSWERS)

    for who in ("coach_a", "trainee"):
        after = await last_changes(organisation, who, it["id"])

        told = {key: in_finnish(after[f"answers.{key}"]["lines"]) for key in QUESTIONS}
        assert told == READ_IN_FINNISH, who
        assert [key for key in QUESTIONS if after[f"answers.{key}"]["text"] is None] == ["also", "home", "jobs"]


async def test_phones_are_told_one_by_one_in_revisions_and_in_history(organisation: SampleOrganisation) -> None:
    it: dict[str, Any] = {"id": organisation.ids["aino"], "revision": 1}
    assert await update(organisation, "coach_a", "Client", it, phones=["040 765 4321", "040 123 9999"]) == []

    node = (await organisation.data("supervisor_a", REVISIONS, i=it["id"]))["node"]
    phones = (await last_changes(organisation, "coach_a", it["id"]))["phones"]

    assert phones["text"] is None
    assert in_finnish(phones["lines"]) == [(1, [], "+358407654321", None), (2, [], "+358401239999", None)]
    [change] = node["history"][0]["changes"]
    assert in_finnish(change["beforeLines"]) == [(1, [], "+358401234567", None)]
    assert change["afterLines"] == phones["lines"]


async def test_the_week_of_a_contract_is_told_slot_by_slot(
    organisation: SampleOrganisation,
) -> None:
    it = await contract_to_sign(organisation)

    changed = await last_changes(organisation, "coach_a", it["id"])

    week = in_finnish(changed["weeklyPattern"]["lines"])
    assert {labels[0] for _, labels, *_ in week} >= {"Viikonpäivä"}
    assert [(item, text) for item, labels, text, _ in week if labels == ["Viikonpäivä"]] == [(1, "1"), (2, "3")]
    assert [(item, text) for item, _, text, _ in week if text == "300"] == [(1, "300"), (2, "300")]


async def test_who_may_not_read_a_value_reads_no_line_of_it(organisation: SampleOrganisation) -> None:
    it = {"id": organisation.ids["aino"], "revision": 1}
    assert await update(organisation, "coach_a", "Client", it, phones=["040 765 4321"]) == []

    for who in ("privacy_officer", "coach_b", "official_x", "workplace"):
        assert b"7654321" not in await organisation.raw(who, REVISIONS, i=it["id"]), who
