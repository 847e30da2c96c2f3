"""Forms: a template is written, published and answered about a client."""

from typing import Any

from tests.support.organisation import SampleOrganisation

TITLES = {"fi": "Kysymys", "sv": "Fråga", "en": "Question"}
FORM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "wish": {"type": "string", "maxLength": 200, "x-titles": TITLES},
        "mood": {"type": "integer", "minimum": 1, "maximum": 5, "x-titles": TITLES},
        "remark": {"type": "string", "x-titles": TITLES},
    },
    "required": ["wish"],
}
SECTIONS = [
    {"name": "own", **TITLES, "read": "name", "write": "modify", "keys": ["wish", "mood"]},
    {"name": "coaching", **TITLES, "read": "care", "write": "modify_care", "keys": ["remark"]},
]
FORM = {"kind": "ASSESSMENT", "titleFi": "Arvio", "titleSv": "Bedömning", "titleEn": "Assessment"}
CREATE_TEMPLATE = """mutation C($i: CreateFormTemplateInput!) { createFormTemplate(input: $i) {
  formTemplate { id revision } errors { code path } } }"""
TRANSITION_TEMPLATE = """mutation S($i: TransitionFormTemplateInput!) { transitionFormTemplate(input: $i) {
  formTemplate { id revision state version } errors { code path } } }"""
CREATE_ANSWER = """mutation C($i: CreateFormAnswerInput!) { createFormAnswer(input: $i) {
  formAnswer { id revision answers redacted template { version } } errors { code path } } }"""
UPDATE_ANSWER = """mutation U($i: UpdateFormAnswerInput!) { updateFormAnswer(input: $i) {
  formAnswer { id revision answers } errors { code path } changedMeanwhile } }"""
READ_ANSWER = """query R($id: ID!) { formAnswer(id: $id) { state answers redacted sections { name read write keys }
  history { action changes { field before after } } } }"""


async def step_template(
    organisation: SampleOrganisation, who: str, name: str, template: dict[str, Any]
) -> dict[str, Any]:
    """Take a transition of a form template and return the payload."""
    given = {"id": template["id"], "revision": template["revision"], "transition": name}
    found: dict[str, Any] = (await organisation.data(who, TRANSITION_TEMPLATE, i=given))["transitionFormTemplate"]
    return found


async def draft_template(organisation: SampleOrganisation, **changed: Any) -> dict[str, Any]:
    """Create a form template and return the payload."""
    given = {**FORM, "jsonSchema": FORM_SCHEMA, "sections": SECTIONS, **changed}
    found: dict[str, Any] = (await organisation.data("administrator", CREATE_TEMPLATE, i=given))["createFormTemplate"]
    return found


async def published_template(organisation: SampleOrganisation, **changed: Any) -> dict[str, Any]:
    """Create a form template as the administrator, publish it as the manager, and return it."""
    submitted = await step_template(
        organisation, "administrator", "SUBMIT", (await draft_template(organisation, **changed))["formTemplate"]
    )
    assert submitted["errors"] == []
    found: dict[str, Any] = (await step_template(organisation, "manager", "PUBLISH", submitted["formTemplate"]))[
        "formTemplate"
    ]
    return found


async def answer_about_aino(organisation: SampleOrganisation, who: str = "coach_a", **answers: Any) -> dict[str, Any]:
    """Answer a new published template about Aino and return the payload."""
    template = await published_template(organisation)
    given = {"templateId": template["id"], "clientId": organisation.ids["aino"], "answers": answers}
    found: dict[str, Any] = (await organisation.data(who, CREATE_ANSWER, i=given))["createFormAnswer"]
    return found
