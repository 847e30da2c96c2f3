"""What a build leaves out is decided one by one before a request is fulfilled: given, or withheld with words."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest

import models
from models.log import History
from tests.support.actions.content import step, update
from tests.support.actions.data_requests import OFFICER, request_in_work, step_request, update_request
from tests.support.actions.exports import CREATE_WITHHOLDING, read_export, store_note
from tests.support.organisation import NOW, STAMP, SampleOrganisation
from tests.support.rows.filler import SECTIONS

FULFIL = """mutation F($i: TransitionDataRequestInput!) { transitionDataRequest(input: $i) {
  dataRequest { state } errors { code path message } } }"""
LEFT_OUT = """query L($r: ID!) { withholdings(filter: {requestId: {eq: $r}}) {
  nodes { id revision state objectRef fieldKey basis explanation } } }"""


async def form(organisation: SampleOrganisation, **answers: Any) -> str:
    """Return the id of Aino's answers to a form with a section that she may not read."""
    template = await models.FormTemplate.create(
        state="PUBLISHED",
        kind="PLAN",
        title_fi="f",
        title_sv="s",
        title_en="e",
        json_schema={"properties": {}},
        **STAMP,
    )
    client = organisation.rows["aino"]
    answer = await models.FormAnswer.create(
        state="SUBMITTED",
        template=template,
        client=client,
        unit_id=client.unit_id,
        sections=SECTIONS,
        answers={"wish": "Kokki", "price": 12, "secret": "Salainen"} | answers,
        **STAMP,
    )
    return f"form_answer_{answer.pk.hex}"


async def left_out(organisation: SampleOrganisation, it: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the withholdings of a request by field."""
    nodes = (await organisation.data(OFFICER, LEFT_OUT, r=it["id"]))["withholdings"]["nodes"]
    return {node["fieldKey"]: node for node in nodes}


async def built(organisation: SampleOrganisation, kind: str = "ACCESS") -> dict[str, Any]:
    it = await request_in_work(organisation, kind)
    assert await step_request(organisation, it, "BUILD") == []
    return it


async def test_nothing_is_fulfilled_before_each_section_that_was_left_out_is_decided_on(
    organisation: SampleOrganisation,
) -> None:
    ref = await form(organisation)
    it = await built(organisation)
    given = {"id": it["id"], "revision": it["revision"], "transition": "FULFIL"}
    refused = (await organisation.data(OFFICER, FULFIL, i=given))["transitionDataRequest"]
    waiting = await left_out(organisation, it)

    paths = [["withholdings", waiting[key]["id"], ref, key] for key in ("answers.price", "answers.secret")]
    assert sorted(e["path"] for e in refused["errors"]) == sorted(paths)
    assert {e["code"] for e in refused["errors"]} == {"WITHHOLDING_UNDECIDED"}
    assert all("kokoa aineisto uudelleen" in e["message"] for e in refused["errors"])
    assert not any("RELEASE" in e["message"] for e in refused["errors"])
    assert (
        await read_export(organisation, it, "trainee"),
        await organisation.count("data_request", "state = 'IN_PROGRESS'"),
    ) == (
        {},
        1,
    )


async def test_released_or_explained_and_built_anew_it_is_fulfilled_and_the_person_reads_why(
    organisation: SampleOrganisation,
) -> None:
    await form(organisation)
    it = await built(organisation)
    organisation.now += timedelta(minutes=1)
    waiting = await left_out(organisation, it)
    assert (
        await step(organisation, OFFICER, "Withholding", waiting["answers.price"], "RELEASE", comment="Oma asia") == []
    )
    one_left = await step_request(organisation, it, "FULFIL")
    told = "Koskee toista asiakasta"
    assert await update(organisation, OFFICER, "Withholding", waiting["answers.secret"], explanation=told) == []
    outdated = await step_request(organisation, it, "FULFIL")
    organisation.now += timedelta(minutes=1)
    assert await step_request(organisation, it, "BUILD") == []
    assert await step_request(organisation, it, "FULFIL") == []

    assert (one_left, outdated) == (["WITHHOLDING_UNDECIDED"], ["PACKAGE_OUTDATED"])
    found = await read_export(organisation, it, "trainee")
    assert found["content"]["FormAnswer"][0]["fields"]["answers"] == {"wish": "Kokki", "price": 12}
    assert [(e["field"], e["basis"], e["explanation"]) for e in found["withheld"]] == [
        ("answers.secret", "FORM_SECTION", told)
    ]
    assert "Salainen" not in orjson.dumps(found).decode()


@pytest.mark.parametrize("explanation", [None, ""])
async def test_what_was_given_and_taken_back_needs_words_again(
    organisation: SampleOrganisation, explanation: str | None
) -> None:
    await form(organisation)
    it = await built(organisation)
    for key, one in (await left_out(organisation, it)).items():
        assert await step(organisation, OFFICER, "Withholding", one, "RELEASE", comment="Annetaan") == [], key
        assert await step(organisation, OFFICER, "Withholding", one, "WITHHOLD", comment="Ei sittenkään") == [], key
        await update(organisation, OFFICER, "Withholding", one, explanation=explanation)

    assert await step_request(organisation, it, "FULFIL") == ["WITHHOLDING_UNDECIDED"] * 2
    assert await organisation.count("data_request", "state = 'FULFILLED'") == 0


async def test_a_note_on_a_third_person_is_looked_at_before_it_is_kept_back(organisation: SampleOrganisation) -> None:
    await store_note(organisation, "Naapuri kertoi", mentions_third_person=True)
    it = await built(organisation)
    partly = {"comment": "Osa", "reason": "RIGHT_DOES_NOT_APPLY"}
    assert await update_request(organisation, it, answer="Ohessa tietosi.") == []
    refused = [
        await step_request(organisation, it, "FULFIL"),
        await step_request(organisation, it, "FULFIL_PARTLY", **partly),
    ]
    [waiting] = (await left_out(organisation, it)).values()
    assert await update(organisation, OFFICER, "Withholding", waiting, explanation="Naapurin kertomaa") == []
    assert await step_request(organisation, it, "BUILD") == []

    assert refused == [["WITHHOLDING_UNDECIDED"]] * 2
    assert await step_request(organisation, it, "FULFIL_PARTLY", **partly) == []


async def test_what_the_officer_leaves_out_on_a_ground_of_the_law_is_decided_already(
    organisation: SampleOrganisation,
) -> None:
    await store_note(organisation, "Terveydestä")
    it = await request_in_work(organisation, "ACCESS")
    given = {"requestId": it["id"], "objectRef": organisation.ids["Terveydestä"], "basis": "HEALTH_OR_CARE"}
    assert (await organisation.data(OFFICER, CREATE_WITHHOLDING, i=given))["createWithholding"]["errors"] == []
    assert await step_request(organisation, it, "BUILD") == []

    assert await step_request(organisation, it, "FULFIL") == []


@pytest.mark.parametrize("who", ["trainee", "coach_a", "supervisor_a", "manager", "administrator", "official_x"])
async def test_nobody_else_decides_or_sees_what_is_left_out(organisation: SampleOrganisation, who: str) -> None:
    await form(organisation)
    it = await built(organisation)
    waiting = await left_out(organisation, it)
    one = waiting["answers.price"]
    shown = (await organisation.data(who, "{ withholdings { nodes { id } } }"))["withholdings"]["nodes"]
    refused = [
        await step(organisation, who, "Withholding", dict(one), "RELEASE", comment="Annan"),
        await update(organisation, who, "Withholding", dict(one), explanation="Ei"),
    ]

    assert (shown, refused) == ([], [["NOT_FOUND"], ["NOT_FOUND"]])
    assert await left_out(organisation, it) == waiting


async def test_portability_waits_for_the_same_decisions(organisation: SampleOrganisation) -> None:
    ref = await form(organisation)
    written = {f"answers.{key}": {"before": None, "after": key} for key in ("wish", "price", "secret")}
    await History.create(
        noun="form_answer",
        object_id=UUID(ref[-32:]),
        revision=1,
        at=NOW,
        actor=organisation.rows["account_trainee"].id,
        actor_name="trainee",
        action="CREATE",
        changes=written,
    )
    it = await built(organisation, "PORT")
    waiting = await left_out(organisation, it)

    assert {one["objectRef"] for one in waiting.values()} == {ref}
    assert await step_request(organisation, it, "FULFIL") == ["WITHHOLDING_UNDECIDED"] * 2
