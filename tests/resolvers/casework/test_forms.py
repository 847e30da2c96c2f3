"""Forms: what is accepted as one, who reads and writes which section, and that a new field is nobody's."""

from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import models
from resolvers.casework.form_schema import SchemaUnsafe, checked_answers, fits, safe_schema
from tests.support.actions.forms import (
    CREATE_ANSWER,
    FORM_SCHEMA,
    READ_ANSWER,
    SECTIONS,
    UPDATE_ANSWER,
    answer_about_aino,
    draft_template,
    published_template,
    step_template,
)
from tests.support.organisation import STAMP, SampleOrganisation

STEP = """mutation S($i: TransitionFormAnswerInput!) { transitionFormAnswer(input: $i) {
  formAnswer { id revision state } errors { code path } } }"""


async def test_a_coach_fills_a_form_and_its_version_is_pinned(organisation: SampleOrganisation) -> None:
    done = await answer_about_aino(organisation, wish="Kokiksi", remark="Käy töissä mielellään.")

    assert done["errors"] == []
    assert done["formAnswer"]["answers"] == {"wish": "Kokiksi", "remark": "Käy töissä mielellään."}
    assert done["formAnswer"]["template"] == {"version": 1}


async def test_a_trainee_reads_and_writes_only_the_sections_of_the_own_permission(
    organisation: SampleOrganisation,
) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi", remark="Ei vielä puhuttu."))["formAnswer"]
    shown = await organisation.raw("trainee", READ_ANSWER, id=answer["id"])
    given = {"id": answer["id"], "revision": 1}
    refused = await organisation.data(
        "trainee", UPDATE_ANSWER, i=given | {"answers": {"mood": 4, "remark": "Minä", "bare": 1}}
    )
    unchanged = await organisation.count(
        "form_answer", 'answers @> \'{"remark": "Ei vielä puhuttu."}\' AND revision = 1'
    )
    done = await organisation.data("trainee", UPDATE_ANSWER, i=given | {"answers": {"mood": 4}})

    node = orjson.loads(shown)["data"]["formAnswer"]
    assert node["answers"] == {"wish": "Kokiksi"}
    assert node["redacted"] == ["answers.remark"]
    assert "Ei vielä puhuttu." not in shown.decode()
    assert refused["updateFormAnswer"]["errors"] == [
        {"code": "FORBIDDEN_FIELD", "path": ["answers", "remark"]},
        {"code": "FORBIDDEN_FIELD", "path": ["answers", "bare"]},
    ]
    assert unchanged == 1
    assert done["updateFormAnswer"]["formAnswer"]["answers"] == {"mood": 4, "wish": "Kokiksi"}


async def test_history_shows_the_change_of_a_key_to_those_who_may_read_its_section(
    organisation: SampleOrganisation,
) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi", remark="Ei vielä puhuttu."))["formAnswer"]
    ways = {
        who: await organisation.raw(who, READ_ANSWER, id=answer["id"]) for who in ("supervisor_a", "privacy_officer")
    }

    team = orjson.loads(ways["supervisor_a"])["data"]["formAnswer"]["history"][0]["changes"]
    assert {c["field"]: c["after"] for c in team if c["field"].startswith("answers")} == {
        "answers.wish": "Kokiksi",
        "answers.remark": "Ei vielä puhuttu.",
    }
    officer = orjson.loads(ways["privacy_officer"])["data"]["formAnswer"]
    assert (officer["answers"], officer["redacted"]) == ({}, ["answers.mood", "answers.remark", "answers.wish"])
    assert "puhuttu" not in ways["privacy_officer"].decode()
    assert "Kokiksi" not in ways["privacy_officer"].decode()


async def test_what_is_hidden_in_an_answer_changes_no_byte_of_what_is_shown(organisation: SampleOrganisation) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi", remark="Yksi"))["formAnswer"]
    asked = {
        who: await organisation.raw(who, READ_ANSWER, id=answer["id"])
        for who in ("trainee", "manager", "privacy_officer")
    }
    await organisation.pool.execute('UPDATE form_answer SET answers = answers || \'{"remark": "Kaksi"}\'')
    again = {who: await organisation.raw(who, READ_ANSWER, id=answer["id"]) for who in asked}

    assert again == asked
    assert "Kaksi" in (await organisation.raw("coach_a", READ_ANSWER, id=answer["id"])).decode()


async def test_a_field_that_no_section_names_is_shown_to_nobody(organisation: SampleOrganisation) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi"))["formAnswer"]
    await organisation.pool.execute('UPDATE form_answer SET answers = answers || \'{"new": "hush"}\'')

    for who in ("coach_a", "supervisor_a", "trainee", "manager", "privacy_officer"):
        shown = await organisation.raw(who, READ_ANSWER, id=answer["id"])
        assert b"hush" not in shown
        assert b'"formAnswer":null' not in shown


async def test_a_template_with_a_field_in_no_section_is_not_published(organisation: SampleOrganisation) -> None:
    draft = await draft_template(organisation, sections=SECTIONS[:1])
    refused = await step_template(organisation, "administrator", "SUBMIT", draft["formTemplate"])

    assert refused["errors"] == [{"code": "FORM_FIELD_UNCOVERED", "path": ["sections", "remark"]}]
    assert await organisation.count("form_template", "state = 'DRAFT'") == 1


@pytest.mark.parametrize(
    "section", [{"read": "nonsense"}, {"read": "modify"}, {"write": "care"}, {"write": "never"}, {"write": "add"}]
)
async def test_a_section_with_a_permission_that_nobody_holds_is_refused_from_the_first_draft_on(
    organisation: SampleOrganisation, section: dict[str, str]
) -> None:
    sections = [SECTIONS[0], SECTIONS[1] | section]
    draft = (await draft_template(organisation))["formTemplate"]
    query = """mutation U($i: UpdateFormTemplateInput!) { done: updateFormTemplate(input: $i) {
      errors { code path message } } }"""
    given = {"id": draft["id"], "revision": draft["revision"], "sections": sections}
    [error] = (await organisation.data("administrator", query, i=given))["done"]["errors"]
    created = await draft_template(organisation, sections=sections)

    assert (error["code"], error["path"]) == ("SECTION_PERMISSION_UNKNOWN", ["sections", sections[1]["name"]])
    assert "care" in error["message"]
    assert "modify_care" in error["message"]
    assert [e["code"] for e in created["errors"]] == ["SECTION_PERMISSION_UNKNOWN"]
    assert await organisation.count("form_template") == await organisation.count("form_template", "revision = 1") == 1


@pytest.mark.parametrize(
    ("section", "code"),
    [
        ({"keys": ["remark", "wish"]}, "FORM_FIELD_TWICE"),
        ({"keys": ["remark", "other"]}, "FORM_FIELD_UNKNOWN"),
    ],
)
async def test_a_section_that_makes_no_sense_is_not_published(
    organisation: SampleOrganisation, section: Any, code: str
) -> None:
    draft = await draft_template(organisation, sections=[SECTIONS[0], SECTIONS[1] | section])
    refused = await step_template(organisation, "administrator", "SUBMIT", draft["formTemplate"])

    assert [e["code"] for e in refused["errors"]] == [code]
    assert await organisation.count("form_template", "state = 'IN_REVIEW'") == 0


async def test_an_answer_that_its_field_does_not_take_is_refused_by_its_name(organisation: SampleOrganisation) -> None:
    refused = await answer_about_aino(organisation, mood=9, wish="x" * 201)

    assert refused["errors"] == [
        {"code": "ANSWER_REFUSED", "path": ["answers", "mood"]},
        {"code": "ANSWER_REFUSED", "path": ["answers", "wish"]},
    ]
    assert await organisation.count("form_answer") == 0


async def test_an_answer_is_submitted_when_complete_and_locked_for_good(organisation: SampleOrganisation) -> None:
    answer = (await answer_about_aino(organisation, mood=3))["formAnswer"]

    async def step(name: str, revision: int) -> dict[str, Any]:
        given = {"id": answer["id"], "revision": revision, "transition": name}
        found: dict[str, Any] = (await organisation.data("coach_a", STEP, i=given))["transitionFormAnswer"]
        return found

    early = await step("SUBMIT", 1)
    await organisation.data(
        "coach_a", UPDATE_ANSWER, i={"id": answer["id"], "revision": 1, "answers": {"wish": "Kokiksi", "mood": None}}
    )
    done = [await step("SUBMIT", 2), await step("LOCK", 3)]
    late = await organisation.data(
        "coach_a", UPDATE_ANSWER, i={"id": answer["id"], "revision": 4, "answers": {"wish": "Muuksi"}}
    )

    assert early["errors"] == [{"code": "ANSWER_MISSING", "path": ["answers", "wish"]}]
    assert [d["formAnswer"]["state"] for d in done] == ["SUBMITTED", "LOCKED"]
    assert [e["code"] for e in late["updateFormAnswer"]["errors"]] == ["FORBIDDEN_FIELD"]
    assert await organisation.pool.fetchval("SELECT answers::text FROM form_answer") == '{"wish": "Kokiksi"}'


async def test_reading_answers_is_a_disclosure_and_the_field_is_personal(organisation: SampleOrganisation) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi"))["formAnswer"]
    await organisation.data("coach_a", READ_ANSWER, id=answer["id"])
    logged = await organisation.pool.fetchrow("SELECT fields, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert logged is not None

    assert "FormAnswer.answers" in logged["fields"]
    assert list(logged["subjects"]) == [organisation.rows["aino"].pk]


async def test_an_agency_sees_the_answers_to_its_own_referral_and_no_others(organisation: SampleOrganisation) -> None:
    template = await published_template(organisation)
    referral = await models.Referral.create(
        state="RECEIVED",
        agency_id=organisation.rows["agency_x"].pk,
        client_id=organisation.rows["aino"].pk,
        last_name="Äijälä",
        first_names="Aino",
        sort_key="a",
        service_code="WORK_TRIAL",
        unit_id=organisation.rows["unit_a"].pk,
        **STAMP,
    )
    given = {
        "templateId": template["id"],
        "clientId": organisation.ids["aino"],
        "answers": {"wish": "Kokiksi", "remark": "R"},
    }
    mine = given | {"referralId": f"referral_{referral.pk.hex}"}
    made = (await organisation.data("supervisor_a", CREATE_ANSWER, i=mine))["createFormAnswer"]
    await organisation.data("supervisor_a", CREATE_ANSWER, i=given)
    query = "{ formAnswers { nodes { id answers } } }"
    seen = {who: (await organisation.data(who, query))["formAnswers"]["nodes"] for who in ("official_x", "official_y")}

    assert made["errors"] == []
    assert seen == {"official_x": [{"id": made["formAnswer"]["id"], "answers": {"wish": "Kokiksi"}}], "official_y": []}


UNSAFE: list[Any] = [
    {"type": "object"},
    {"type": "object", "properties": {}},
    {"type": "array"},
    [],
    "x",
    {"type": "object", "properties": {"a": {"$ref": "https://example.org/schema"}}},
    {"type": "object", "properties": {"a": {"type": "string", "pattern": "(a+)+$"}}},
    {"type": "object", "properties": {"a": {"type": "string"}}, "patternProperties": {"(a+)+": {"type": "string"}}},
    {"type": "object", "properties": {"a": {"type": "string"}}, "allOf": [{"type": "object"}]},
    {"type": "object", "properties": {"A b": {"type": "string"}}},
    {"type": "object", "properties": {"a": {"type": ["string", "null"]}}},
    {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "string"}}}},
    {"type": "object", "properties": {"a": {"type": "string", "minLength": -1}}},
    {"type": "object", "properties": {"a": {"type": "string", "x-titles": {"fi": "vain suomeksi"}}}},
    {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": True},
    {"type": "object", "properties": {"a": {"type": "string"}}, "$schema": "http://json-schema.org/draft-07/schema#"},
    {"type": "object", "properties": {f"a{n}": {"type": "string"} for n in range(101)}},
]


@pytest.mark.parametrize("document", UNSAFE, ids=range(len(UNSAFE)))
def test_a_schema_outside_the_subset_is_refused_whatever_it_hides(document: Any) -> None:
    with pytest.raises(SchemaUnsafe):
        safe_schema(document)


def nested(depth: int) -> dict[str, Any]:
    return {"type": "string"} if depth == 0 else {"type": "object", "properties": {"a": nested(depth - 1)}}


@pytest.mark.parametrize("depth", [4, 5, 60])
def test_a_schema_that_is_too_deep_is_refused(depth: int) -> None:
    assert safe_schema(nested(3)) == nested(3)
    with pytest.raises(SchemaUnsafe):
        safe_schema(nested(depth))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(document=JSON | st.dictionaries(st.sampled_from(["type", "properties", "$ref", "items", "x-titles"]), JSON))
def test_whatever_is_given_as_a_schema_is_accepted_or_refused_and_never_breaks(document: Any) -> None:
    try:
        accepted = safe_schema(document)
    except SchemaUnsafe:
        return
    assert accepted == document


@settings(max_examples=200, deadline=None)
@given(value=JSON)
def test_only_what_its_field_takes_is_an_answer(value: Any) -> None:
    is_wish = isinstance(value, str) and len(value) <= 200
    assert fits(FORM_SCHEMA, "wish", value) is is_wish
    assert fits(FORM_SCHEMA, "bare", value) is False
    assert checked_answers({"mood": None}) == {"mood": None}
