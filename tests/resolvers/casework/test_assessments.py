"""An assessment is made anew every few months: the answers to all versions of one template are a list over time."""

from typing import Any

from tests.support.actions.content import step
from tests.support.actions.forms import CREATE_ANSWER, published_template
from tests.support.organisation import SampleOrganisation

OVER_TIME = """query O($client: ID!, $series: ID!) {
  formAnswers(filter: { clientId: { eq: $client }, seriesId: { eq: $series } }) {
    nodes { answers template { version } series { id } } } }"""
SECRET = "Ei vielä puhuttu"


async def answered(organisation: SampleOrganisation, template: str, name: str = "aino", **answers: Any) -> None:
    """Answer a version of a template about somebody."""
    given = {"templateId": template, "clientId": organisation.ids[name], "answers": answers}
    done = (await organisation.data("coach_a", CREATE_ANSWER, i=given))["createFormAnswer"]
    assert done["errors"] == []


async def two_versions_answered(organisation: SampleOrganisation) -> str:
    """Answer two versions of a template about Aino, and another template; return the id of the first version."""
    first = await published_template(organisation)
    await answered(organisation, first["id"], mood=2, remark=SECRET)
    assert await step(organisation, "administrator", "FormTemplate", first, "EDIT") == []
    copy = await organisation.pool.fetchval("SELECT id FROM form_template WHERE copy_of_id IS NOT NULL")
    draft: dict[str, Any] = {"id": f"form_template_{copy.hex}", "revision": 1}
    assert await step(organisation, "administrator", "FormTemplate", draft, "SUBMIT") == []
    assert await step(organisation, "manager", "FormTemplate", draft, "PUBLISH") == []
    await answered(organisation, draft["id"], mood=4)
    await answered(organisation, (await published_template(organisation))["id"], mood=1)
    return str(first["id"])


async def over_time(organisation: SampleOrganisation, who: str, series: str) -> Any:
    """Return the answers of Aino to all versions as somebody reads them."""
    found = await organisation.data(who, OVER_TIME, client=organisation.ids["aino"], series=series)
    return found["formAnswers"]["nodes"]


async def test_the_scores_of_all_versions_of_a_template_are_a_list_over_time(organisation: SampleOrganisation) -> None:
    series = await two_versions_answered(organisation)

    found = await over_time(organisation, "coach_a", series)

    assert [(one["template"]["version"], one["answers"]["mood"]) for one in found] == [(1, 2), (2, 4)]
    assert {one["series"]["id"] for one in found} == {series}


async def test_each_answer_of_the_list_keeps_the_permissions_of_its_sections(organisation: SampleOrganisation) -> None:
    series = await two_versions_answered(organisation)

    own = await organisation.raw("trainee", OVER_TIME, client=organisation.ids["aino"], series=series)
    of_another = await over_time(organisation, "coach_b", series)

    assert SECRET.encode() not in own
    assert [one["answers"] for one in await over_time(organisation, "trainee", series)] == [{"mood": 2}, {"mood": 4}]
    assert of_another == []
