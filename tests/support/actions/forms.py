"""Forms: a template written, published, and answered about a client."""

from typing import Any

from tests.support.organisation import World

NAMED = {"fi": "Kysymys", "sv": "Fråga", "en": "Question"}
SCHEMA = {
    "type": "object",
    "properties": {
        "wish": {"type": "string", "maxLength": 200, "x-titles": NAMED},
        "mood": {"type": "integer", "minimum": 1, "maximum": 5, "x-titles": NAMED},
        "remark": {"type": "string", "x-titles": NAMED},
    },
    "required": ["wish"],
}
SECTIONS = [
    {"name": "own", **NAMED, "read": "name", "write": "modify", "keys": ["wish", "mood"]},
    {"name": "coaching", **NAMED, "read": "care", "write": "modify_care", "keys": ["remark"]},
]
FORM = {"kind": "ASSESSMENT", "titleFi": "Arvio", "titleSv": "Bedömning", "titleEn": "Assessment"}
TEMPLATE = """mutation C($i: CreateFormTemplateInput!) { createFormTemplate(input: $i) {
  formTemplate { id revision } errors { code path } } }"""
TEMPLATE_STEP = """mutation S($i: TransitionFormTemplateInput!) { transitionFormTemplate(input: $i) {
  formTemplate { id revision state version } errors { code path } } }"""
ANSWER = """mutation C($i: CreateFormAnswerInput!) { createFormAnswer(input: $i) {
  formAnswer { id revision answers redacted template { version } } errors { code path } } }"""
UPDATE = """mutation U($i: UpdateFormAnswerInput!) { updateFormAnswer(input: $i) {
  formAnswer { id revision answers } errors { code path } changedMeanwhile } }"""
READ = """query R($id: ID!) { formAnswer(id: $id) { state answers redacted sections { name read write keys }
  history { action changes { field before after } } } }"""


async def stepped(world: World, who: str, name: str, template: dict[str, Any]) -> dict[str, Any]:
    """Take a template one step and return the payload."""
    given = {"id": template["id"], "revision": template["revision"], "transition": name}
    return (await world.data(who, TEMPLATE_STEP, i=given))["transitionFormTemplate"]


async def drafted(world: World, **changed: Any) -> dict[str, Any]:
    """Return the payload of a new template."""
    given = {**FORM, "jsonSchema": SCHEMA, "sections": SECTIONS, **changed}
    return (await world.data("administrator", TEMPLATE, i=given))["createFormTemplate"]


async def published(world: World) -> dict[str, Any]:
    """Return a template that the administrator wrote and the manager published."""
    submitted = await stepped(world, "administrator", "SUBMIT", (await drafted(world))["formTemplate"])
    assert submitted["errors"] == []
    return (await stepped(world, "manager", "PUBLISH", submitted["formTemplate"]))["formTemplate"]


async def answered(world: World, who: str = "coach_a", **answers: Any) -> dict[str, Any]:
    """Return the payload of an answer about Aino."""
    template = await published(world)
    given = {"templateId": template["id"], "clientId": world.ids["aino"], "answers": answers}
    return (await world.data(who, ANSWER, i=given))["createFormAnswer"]
