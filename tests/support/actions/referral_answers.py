"""Questions of a referral: published, answered with it, and read by everybody there is."""

from typing import Any

from tests.support.actions.casework import REFERRAL
from tests.support.actions.content import create, step
from tests.support.actions.forms import TITLES, draft_template, step_template
from tests.support.organisation import SampleOrganisation

SECTIONS = [
    {"name": "aim", **TITLES, "read": "name", "write": "modify", "keys": ["wish", "mood"]},
    {"name": "reach", **TITLES, "read": "contact", "write": "modify_contact", "keys": ["where"]},
    {"name": "health", **TITLES, "read": "care", "write": "modify_care", "keys": ["remark"]},
]
PROPERTIES = {key: {"type": "string", "x-titles": TITLES} for key in ("wish", "mood", "where", "remark")}
SCHEMA = {"type": "object", "properties": PROPERTIES, "required": ["wish"]}
ANSWERS = {"wish": "Kokiksi", "where": "Äidin luona", "remark": "Selkä vaivaa"}
READ = "query R($id: ID!) { formAnswer(id: $id) { state answers redacted client { id } } }"
EVERYBODY = (
    "official_x",
    "official_y",
    "supervisor_a",
    "supervisor_b",
    "coach_a",
    "coach_b",
    "colleague_a",
    "manager",
    "finance",
    "privacy_officer",
    "administrator",
    "trainee",
    "workplace",
)


async def publish_questions(organisation: SampleOrganisation, **more: Any) -> str:
    """Publish questions of referrals and return the id of the template."""
    form = {"kind": "REFERRAL", "jsonSchema": SCHEMA, "sections": SECTIONS, **more}
    submitted = await step_template(
        organisation, "administrator", "SUBMIT", (await draft_template(organisation, **form))["formTemplate"]
    )
    assert submitted["errors"] == []
    return str(
        (await step_template(organisation, "manager", "PUBLISH", submitted["formTemplate"]))["formTemplate"]["id"]
    )


async def draft_referral(organisation: SampleOrganisation, who: str = "official_x", **more: Any) -> dict[str, Any]:
    """Create a draft of a referral to unit A and return it."""
    return await create(organisation, who, "Referral", unitId=organisation.ids["unit_a"], **(REFERRAL | more))


async def answer_referral(
    organisation: SampleOrganisation, it: dict[str, Any], who: str = "official_x", **answers: Any
) -> dict[str, Any]:
    """Answer new published questions with a referral and return the answers."""
    given = {"templateId": await publish_questions(organisation), "referralId": it["id"], "answers": answers or ANSWERS}
    return await create(organisation, who, "FormAnswer", **given)


async def take_referral_through(organisation: SampleOrganisation, it: dict[str, Any], *names: str) -> None:
    """Take transitions of a referral, SUBMIT as the agency and the others as the unit."""
    for name in names:
        who = "official_x" if name == "SUBMIT" else "supervisor_a"
        assert await step(organisation, who, "Referral", it, name) == []


async def keys_seen(organisation: SampleOrganisation, answer: dict[str, Any]) -> dict[str, Any]:
    """Return the keys of the answers that each person sees; who sees nothing at all is left out."""
    shown = {who: (await organisation.data(who, READ, id=answer["id"]))["formAnswer"] for who in EVERYBODY}
    return {who: set(node["answers"]) for who, node in shown.items() if node}
