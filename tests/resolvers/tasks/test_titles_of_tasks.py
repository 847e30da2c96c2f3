"""A task says what its object is called, of what the caller may read of it, and every value is a look of its row."""

from typing import Any

import models
from tests.support.actions.casework import contract_in_force
from tests.support.actions.content import create
from tests.support.actions.forms import draft_template, step_template
from tests.support.organisation import SampleOrganisation

TASKS = "{ tasks(first: 200) { nodes { kind title { fi sv en } object { id } } } }"
UNTITLED = "{ tasks(first: 200) { nodes { kind object { id } } } }"


async def titles(organisation: SampleOrganisation, who: str, noun: str) -> dict[str, Any]:
    """Return the titles of the tasks about objects of a type, by id."""
    nodes = (await organisation.data(who, TASKS))["tasks"]["nodes"]
    return {task["object"]["id"]: task["title"] for task in nodes if task["object"]["id"].startswith(noun)}


async def test_forms_that_wait_for_a_review_are_told_apart_by_their_titles(organisation: SampleOrganisation) -> None:
    for number in (1, 2):
        named = {"titleFi": f"Arvio {number}", "titleSv": f"Bedömning {number}", "titleEn": f"Assessment {number}"}
        draft = (await draft_template(organisation, **named))["formTemplate"]
        assert (await step_template(organisation, "administrator", "SUBMIT", draft))["errors"] == []

    found = await titles(organisation, "manager", "form_template")

    assert sorted(found.values(), key=lambda one: str(one["fi"])) == [
        {"fi": f"Arvio {number}", "sv": f"Bedömning {number}", "en": f"Assessment {number}"} for number in (1, 2)
    ]


async def test_an_object_without_a_name_is_called_by_what_it_is_and_when_in_each_language(
    organisation: SampleOrganisation,
) -> None:
    contract = await contract_in_force(organisation)
    row = await models.Contract.get(pk=contract["id"].removeprefix("contract_"))
    await models.Contract.filter(pk=row.pk).update(ends_on="2026-12-01", starts_on="2026-03-05")

    [title] = (await titles(organisation, "coach_a", "contract")).values()

    assert "5.3.2026–1.12.2026" in title["fi"]
    assert "5.3.2026–1.12.2026" in title["sv"]
    assert "05/03/2026–01/12/2026" in title["en"]


async def test_what_is_called_by_names_has_no_title_for_who_may_not_read_them(organisation: SampleOrganisation) -> None:
    leads = "query L($id: ID!) { referencedBy(id: $id, first: 200) { nodes { title { fi } object { id } } } }"

    async def title_of_aino(who: str) -> Any:
        nodes = (await organisation.data(who, leads, id=organisation.ids["unit_a"]))["referencedBy"]["nodes"]
        return {one["object"]["id"]: one["title"] for one in nodes}[organisation.ids["aino"]]

    assert "Äijälä" in (await title_of_aino("supervisor_a"))["fi"]
    assert await title_of_aino("privacy_officer") is None
    told = await organisation.raw("privacy_officer", leads, id=organisation.ids["unit_a"])
    assert "Äijälä" not in told.decode()


async def test_a_request_is_called_by_what_may_be_read_and_names_nobody(organisation: SampleOrganisation) -> None:
    given = {"clientId": organisation.ids["aino"], "kind": "ACCESS", "receivedOn": "2026-11-20", "channel": "LETTER"}
    request = await create(organisation, "privacy_officer", "DataRequest", **given)

    with_titles = await organisation.raw("privacy_officer", TASKS)
    looks = await organisation.pool.fetch("SELECT fields FROM disclosure_log ORDER BY id DESC LIMIT 1")

    assert request["id"] in with_titles.decode()
    assert "Äijälä" not in with_titles.decode()
    assert any(name.startswith("DataRequest.") for name in looks[0]["fields"])


async def test_a_title_is_a_look_at_the_fields_that_it_consists_of(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)

    async def looked_at(query: str) -> set[str]:
        await organisation.data("coach_a", query)
        [row] = await organisation.pool.fetch("SELECT fields FROM disclosure_log ORDER BY id DESC LIMIT 1")
        return set(row["fields"])

    without, with_titles = await looked_at(UNTITLED), await looked_at(TASKS)

    assert without < with_titles
