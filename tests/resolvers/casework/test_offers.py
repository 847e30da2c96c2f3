"""Offers tell the truth: what is offered is not refused, and in general it says what somebody could do."""

from typing import Any

import pytest

from tests.support.actions.casework import contract_in_force, contract_to_sign
from tests.support.actions.content import create, step, update
from tests.support.organisation import SampleOrganisation

OFFERS = """query O($name: String!, $id: ID) { contentType(name: $name, id: $id) { mayCreate
  fields { name mayRead mayWrite } transitions { name offered reason } } }"""


async def offers(organisation: SampleOrganisation, who: str, noun: str, id_: str | None = None) -> dict[str, Any]:
    """Return the reasons against each transition, None for one that is offered."""
    found = (await organisation.data(who, OFFERS, name=noun, id=id_))["contentType"]
    assert all(step["offered"] == (step["reason"] is None) for step in found["transitions"])
    return {step["name"]: step["reason"] for step in found["transitions"]}


async def test_an_offer_asks_the_guards_and_gives_their_reason(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation)
    assert (await offers(organisation, "coach_a", "Contract", it["id"]))["REQUEST_SIGNATURES"] is None
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []

    told = await offers(organisation, "supervisor_a", "Contract", it["id"])
    refused = await step(organisation, "supervisor_a", "Contract", it, "ACTIVATE")

    assert (told["ACTIVATE"], refused) == ("SIGNATURE_MISSING", ["SIGNATURE_MISSING"])
    assert told["SIGN"] is None
    assert told["REQUEST_SIGNATURES"] == "WRONG_STATE"
    assert await organisation.count("contract", f"revision = {it['revision']}") == 1


async def test_an_end_is_not_offered_while_something_is_open_below(organisation: SampleOrganisation) -> None:
    it = await contract_in_force(organisation)
    programme = await organisation.pool.fetchval("SELECT programme_id FROM contract")

    assert (await offers(organisation, "coach_a", "Contract", it["id"]))["END"] is None
    told = await offers(organisation, "coach_a", "Programme", f"programme_{programme.hex}")
    assert told["COMPLETE"] == "OPEN_BELOW"


async def test_a_day_to_come_is_not_offered_to_be_recorded(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    day = (await organisation.data("coach_a", "{ attendance(first: 1) { nodes { id revision } } }"))["attendance"]
    [one] = day["nodes"]

    assert (await offers(organisation, "coach_a", "Attendance", one["id"]))["RECORD"] == "CODE_MISSING"
    assert await update(organisation, "coach_a", "Attendance", one, code="PRESENT") == []
    assert (await offers(organisation, "coach_a", "Attendance", one["id"]))["RECORD"] == "DAY_TO_COME"


@pytest.mark.parametrize(
    ("who", "noun", "may_write"),
    [
        ("coach_a", "CoachingNote", True),
        ("finance", "CoachingNote", False),
        ("trainee", "CoachingNote", False),
        ("workplace", "Referral", False),
        ("official_x", "Referral", True),
    ],
)
async def test_without_an_object_a_type_says_what_the_caller_could_do_on_one_that_he_reaches(
    organisation: SampleOrganisation, who: str, noun: str, may_write: bool
) -> None:
    found = (await organisation.data(who, OFFERS, name=noun))["contentType"]

    assert any(field["mayWrite"] for field in found["fields"]) == may_write
    assert any(step["offered"] for step in found["transitions"]) == may_write


async def test_what_is_offered_is_not_refused(organisation: SampleOrganisation) -> None:
    given = {"relationshipId": organisation.ids["relationship_aino"], "kind": "MEETING", "body": "Sovittu."}
    note = await create(organisation, "coach_a", "CoachingNote", **given, occurredAt="2026-11-20T09:00:00Z")

    assert (await offers(organisation, "coach_a", "CoachingNote", note["id"]))["SIGN"] is None
    assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []


async def test_what_is_not_offered_says_why_in_words(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation)
    asked = "query O($n: String!, $id: ID) { contentType(name: $n, id: $id) { transitions { name sentence } } }"

    told = (await organisation.data("coach_a", asked, n="Contract", id=it["id"]))["contentType"]["transitions"]

    said = {step["name"]: step["sentence"] for step in told}
    assert said["REQUEST_SIGNATURES"] is None
    assert said["END"].startswith("Tila on nyt")
    assert "{" not in "".join(filter(None, said.values()))
    assert "ACTIVE" not in said["END"]
