"""Forms that are asked of referrals to a unit or for a service: none is sent without their required answers."""

from typing import Any

import pytest

from tests.support.actions.casework import REFERRAL
from tests.support.actions.content import create, step, try_to_create
from tests.support.actions.forms import TITLES, draft_template, step_template
from tests.support.actions.referral_answers import ANSWERS, SECTIONS, draft_referral, publish_questions
from tests.support.organisation import SampleOrganisation

SUBMIT = """mutation S($i: SubmitReferralInput!) { submitReferral(input: $i) {
  referral { id state } errors { code path message } } }"""
STEP = """mutation S($i: TransitionReferralInput!) { transitionReferral(input: $i) {
  referral { state } errors { code path } } }"""
SERVICE = str(REFERRAL["serviceCode"])
Errors = set[tuple[str, str]]
REQUIRED = {"type": "object", "required": ["wish", "mood"]} | {
    "properties": {key: {"type": "string", "x-titles": TITLES} for key in ("wish", "mood", "where", "remark")}
}


async def asked(organisation: SampleOrganisation, unit: str | None, service: str | None, **more: Any) -> str:
    """Publish questions that are asked of referrals to a unit, for a service, or both; return the id of the form."""
    given = {"forUnitId": unit and organisation.ids[unit], "forServiceCode": service}
    return await publish_questions(organisation, jsonSchema=REQUIRED, **given, **more)


async def submitted(
    organisation: SampleOrganisation, who: str = "official_x", answers: Any = (), **more: Any
) -> tuple[str | None, Errors]:
    """Submit a referral to unit A, and return its state with code and path of each error."""
    given = REFERRAL | {"unitId": organisation.ids["unit_a"], "answers": list(answers)} | more
    done = (await organisation.data(who, SUBMIT, i=given))["submitReferral"]
    assert all(error["message"] for error in done["errors"])
    state = done["referral"]["state"] if done["referral"] else None
    return state, {(e["code"], ".".join(e["path"])) for e in done["errors"]}


def missing(*forms: str) -> Errors:
    return {("ANSWER_MISSING", f"answers.{form}.{key}") for form in forms for key in ("wish", "mood")}


@pytest.mark.parametrize(
    ("unit", "service", "is_asked"),
    [
        ("unit_a", None, True),
        (None, SERVICE, True),
        ("unit_a", SERVICE, True),
        ("unit_b", None, False),
        (None, "WORKSHOP", False),
        ("unit_b", SERVICE, False),
        (None, None, False),
    ],
)
async def test_a_form_is_asked_of_the_referrals_that_it_names(
    organisation: SampleOrganisation, unit: str | None, service: str | None, is_asked: bool
) -> None:
    form = await asked(organisation, unit, service)

    refused = await submitted(organisation)
    sent = await submitted(organisation, answers=[{"templateId": form, "answers": ANSWERS | {"mood": "Hyvä"}}])

    assert refused == ((None, missing(form)) if is_asked else ("SUBMITTED", set()))
    assert sent == ("SUBMITTED", set())


async def test_a_refusal_names_every_missing_question_and_field_at_once(organisation: SampleOrganisation) -> None:
    forms = [await asked(organisation, "unit_a", None), await asked(organisation, None, SERVICE)]
    begun = {"templateId": forms[1], "answers": {"wish": "Kokiksi"}}

    state, errors = await submitted(organisation, answers=[begun], goals=None, lastName=None)

    expected = missing(forms[0]) | {("ANSWER_MISSING", "answers.0.answers.mood")}
    assert (state, errors) == (None, expected | {("REFERRAL_INCOMPLETE", "goals"), ("VALUE_REQUIRED", "lastName")})
    assert await organisation.count("referral", "state = 'SUBMITTED'") == 0


@pytest.mark.parametrize("who", ["official_x", "supervisor_a"])
async def test_a_draft_is_not_sent_without_the_answers_of_the_form(organisation: SampleOrganisation, who: str) -> None:
    form = await asked(organisation, "unit_a", None)
    of_agency = {} if who == "official_x" else {"agencyId": organisation.ids["agency_x"]}
    it = await draft_referral(organisation, who, **of_agency)
    given = {"id": it["id"], "revision": it["revision"], "transition": "SUBMIT"}

    refused = (await organisation.data(who, STEP, i=given))["transitionReferral"]["errors"]
    answers = {"templateId": form, "referralId": it["id"], "answers": ANSWERS | {"mood": "Hyvä"}}
    await create(organisation, who, "FormAnswer", **answers)

    assert {(e["code"], ".".join(e["path"])) for e in refused} == missing(form)
    assert await step(organisation, who, "Referral", it, "SUBMIT") == []


async def test_a_form_that_is_not_in_force_or_asks_the_unit_is_not_asked_for(organisation: SampleOrganisation) -> None:
    given = {"kind": "REFERRAL", "jsonSchema": REQUIRED, "sections": SECTIONS}
    draft = await draft_template(organisation, **given, forUnitId=organisation.ids["unit_a"])
    assert draft["errors"] == []
    # Questions that no agency may answer are the unit's own.
    of_unit = [SECTIONS[0] | {"read": "money", "write": "modify_money"}, *SECTIONS[1:]]
    await asked(organisation, "unit_a", None, sections=of_unit)

    assert await submitted(organisation) == ("SUBMITTED", set())


async def test_a_new_version_is_answered_by_answers_to_the_one_before(organisation: SampleOrganisation) -> None:
    form = await asked(organisation, "unit_a", None)
    it = await draft_referral(organisation)
    answers = {"templateId": form, "referralId": it["id"], "answers": ANSWERS | {"mood": "Hyvä"}}
    await create(organisation, "official_x", "FormAnswer", **answers)
    query = "query T($id: ID!) { formTemplate(id: $id) { revision copies { nodes { id revision } } } }"
    original = (await organisation.data("administrator", query, id=form))["formTemplate"]
    await step_template(organisation, "administrator", "EDIT", {"id": form, "revision": original["revision"]})
    [copy] = (await organisation.data("administrator", query, id=form))["formTemplate"]["copies"]["nodes"]
    sent = (await step_template(organisation, "administrator", "SUBMIT", copy))["formTemplate"]
    assert (await step_template(organisation, "manager", "PUBLISH", sent))["errors"] == []

    assert await step(organisation, "official_x", "Referral", it, "SUBMIT") == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "ASSESSMENT", "forServiceCode": SERVICE}, "TEMPLATE_NOT_OF_REFERRALS"),
        ({"kind": "REFERRAL", "forServiceCode": "NO_SUCH"}, "UNKNOWN_TERM"),
        ({"kind": "REFERRAL", "forServiceCode": SERVICE}, None),
    ],
)
async def test_a_form_is_asked_of_referrals_alone_for_a_service_that_there_is(
    organisation: SampleOrganisation, given: dict[str, Any], code: str | None
) -> None:
    done = await draft_template(organisation, **given)

    assert [e["code"] for e in done["errors"]] == ([code] if code else [])


@pytest.mark.parametrize("who", ["manager", "supervisor_a", "coach_a", "official_x"])
async def test_only_those_who_write_forms_say_of_which_referrals_they_are_asked(
    organisation: SampleOrganisation, who: str
) -> None:
    titles = {"titleFi": "A", "titleSv": "A", "titleEn": "A", "jsonSchema": REQUIRED, "sections": SECTIONS}
    of = {"kind": "REFERRAL", "forUnitId": organisation.ids["unit_a"]}

    assert (await try_to_create(organisation, who, "FormTemplate", **titles, **of))[1] == ["FORBIDDEN"]
