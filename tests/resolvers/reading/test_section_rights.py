"""A section says whether its caller may read and write it, and a command takes and refuses just that."""

from itertools import product
from typing import Any

import pytest

from tests.support.actions.content import create, step
from tests.support.actions.forms import CREATE_ANSWER, TITLES, UPDATE_ANSWER, published_template
from tests.support.actions.referral_answers import draft_referral, publish_questions
from tests.support.organisation import SampleOrganisation

RIGHTS = "sections { name read write mayRead mayWrite }"
OF_TEMPLATE = f"query T($id: ID!) {{ formTemplate(id: $id) {{ {RIGHTS} }} }}"
OF_ANSWER = f"query A($id: ID!) {{ formAnswer(id: $id) {{ revision answers {RIGHTS} }} }}"
READS, WRITES = ("name", "identity", "care", "money"), ("modify", "modify_identity", "modify_care", "modify_money")
PAIRS = list(product(READS, WRITES))
SECTIONS = [
    {"name": f"{read}-{write}", **TITLES, "read": read, "write": write, "keys": [f"k{number}"]}
    for number, (read, write) in enumerate(PAIRS)
]
SCHEMA = {
    "type": "object",
    "properties": {f"k{number}": {"type": "string", "x-titles": TITLES} for number in range(len(PAIRS))},
}
WRITERS = {"DRAFT": ("coach_a", "supervisor_a", "trainee"), "SUBMITTED": ("coach_a", "supervisor_a"), "LOCKED": ()}
Rights = dict[str, tuple[bool, bool]]


def rights(node: Any) -> Rights:
    """Return by section whether the caller may read and write it."""
    return {one["name"]: (one["mayRead"], one["mayWrite"]) for one in node["sections"]}


async def begun(organisation: SampleOrganisation, who: str, template: str) -> Rights:
    return rights((await organisation.data(who, OF_TEMPLATE, id=template))["formTemplate"])


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a", "trainee"])
async def test_a_section_of_a_template_may_be_written_where_a_new_answer_is_taken(
    organisation: SampleOrganisation, who: str
) -> None:
    template = (await published_template(organisation, jsonSchema=SCHEMA, sections=SECTIONS))["id"]
    told = await begun(organisation, who, template)

    taken = set()
    for number, section in enumerate(SECTIONS):
        given = {"templateId": template, "clientId": organisation.ids["aino"], "answers": {f"k{number}": "Vastaus"}}
        made = (await organisation.data(who, CREATE_ANSWER, i=given))["createFormAnswer"]
        assert {error["code"] for error in made["errors"]} <= {"FORBIDDEN_FIELD"}
        if made["formAnswer"]:
            taken.add(section["name"])

    assert taken == {name for name, (_, may_write) in told.items() if may_write}
    assert taken


async def test_an_agency_is_told_which_sections_it_fills_in(organisation: SampleOrganisation) -> None:
    template = await publish_questions(organisation, jsonSchema=SCHEMA, sections=SECTIONS)
    told = await begun(organisation, "official_x", template)

    taken = set()
    for number, section in enumerate(SECTIONS):
        draft = await draft_referral(organisation)
        given = {"templateId": template, "referralId": draft["id"], "answers": {f"k{number}": "Vastaus"}}
        made = await organisation.data("official_x", CREATE_ANSWER, i=given)
        if made["createFormAnswer"]["formAnswer"]:
            taken.add(section["name"])

    assert taken == {name for name, (_, may_write) in told.items() if may_write}
    assert {name for name in told if not name.endswith("modify_money")} == taken


async def test_a_token_that_may_not_begin_answers_fills_in_nothing(organisation: SampleOrganisation) -> None:
    template = await publish_questions(organisation, jsonSchema=SCHEMA, sections=SECTIONS)

    scopes = frozenset({"referrals:read"})
    found = (await organisation.data("official_x", OF_TEMPLATE, scopes, id=template))["formTemplate"]

    assert set(rights(found).values()) == {(False, False)}


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a", "trainee", "manager"])
@pytest.mark.parametrize("state", ["DRAFT", "SUBMITTED", "LOCKED"])
async def test_a_section_of_answers_may_be_written_where_a_change_is_taken(
    organisation: SampleOrganisation, who: str, state: str
) -> None:
    template = (await published_template(organisation, jsonSchema=SCHEMA, sections=SECTIONS))["id"]
    it = await create(
        organisation, "coach_a", "FormAnswer", templateId=template, clientId=organisation.ids["aino"], answers={}
    )
    for name in {"DRAFT": (), "SUBMITTED": ("SUBMIT",), "LOCKED": ("SUBMIT", "LOCK")}[state]:
        assert await step(organisation, "coach_a", "FormAnswer", it, name) == []
    found = (await organisation.data(who, OF_ANSWER, id=it["id"]))["formAnswer"]
    revision = found["revision"]

    taken = set()
    for number, section in enumerate(SECTIONS):
        given = {"id": it["id"], "revision": revision, "answers": {f"k{number}": "Vastaus"}}
        changed = (await organisation.data(who, UPDATE_ANSWER, i=given))["updateFormAnswer"]
        assert {error["code"] for error in changed["errors"]} <= {"FORBIDDEN_FIELD"}
        if not changed["errors"]:
            taken.add(section["name"])
            revision = changed["formAnswer"]["revision"]

    assert taken == {name for name, (_, may_write) in rights(found).items() if may_write}
    assert bool(taken) == (who in WRITERS[state])
    shown = set((await organisation.data(who, OF_ANSWER, id=it["id"]))["formAnswer"]["answers"])
    read = {name for name, (may_read, _) in rights(found).items() if may_read}
    assert shown == {key for section in SECTIONS if section["name"] in taken & read for key in section["keys"]}
