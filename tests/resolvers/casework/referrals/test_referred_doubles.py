"""A referral whose person may be a client already: the unit decides, and the agency learns nothing."""

from typing import Any

import pytest
from tortoise.exceptions import IntegrityError

from resolvers.writing.constraints import Violation, problem_of, problem_of_integrity_error
from tests.support.actions.casework import referral_in_interview, resembling
from tests.support.actions.content import step, update
from tests.support.organisation import SampleOrganisation

REFUSED = """mutation T($i: TransitionReferralInput!) { done: transitionReferral(input: $i) {
  errors { code path message } } }"""
AGENCY_SEES = """query R($i: ID!) { referral(id: $i) { state revision confirmedDistinct client { id } redacted
  history { action changes { field } } } }"""


async def accepted(organisation: SampleOrganisation, it: dict[str, Any]) -> list[dict[str, Any]]:
    given = {"id": it["id"], "revision": it["revision"], "transition": "ACCEPT"}
    return list((await organisation.data("supervisor_a", REFUSED, i=given))["done"]["errors"])


async def test_the_unit_is_asked_and_the_agency_sees_no_difference(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation, dateOfBirth="1990-01-01")
    before = await organisation.raw("official_x", AGENCY_SEES, i=it["id"])
    there, number = await resembling(organisation), await organisation.count("client")
    looks = await organisation.count("disclosure_log")

    [error] = await accepted(organisation, it)

    assert (error["code"], error["path"]) == ("REFERRED_DUPLICATE", ["confirmedDistinct"])
    assert there in error["message"]
    assert await organisation.count("client") == number
    assert await organisation.count("disclosure_log") == looks + 1, "the refusal is a look at whom it names"
    assert await organisation.raw("official_x", AGENCY_SEES, i=it["id"]) == before


@pytest.mark.parametrize("decision", [True, False])
async def test_what_the_unit_decided_goes_to_the_client_and_not_to_the_agency(
    organisation: SampleOrganisation, decision: bool
) -> None:
    it = await referral_in_interview(organisation, dateOfBirth="1990-01-01")
    there = await resembling(organisation)
    assert await update(organisation, "supervisor_a", "Referral", it, confirmedDistinct=decision) == []
    assert await step(organisation, "supervisor_a", "Referral", it, "ACCEPT") == []

    row = await organisation.pool.fetchrow(
        "SELECT c.id, c.confirmed_distinct FROM client c JOIN referral r ON r.client_id = c.id WHERE c.id <> $1",
        organisation.rows["double"].pk,
    )
    assert row is not None
    assert row["confirmed_distinct"] is decision
    raw = await organisation.raw("official_x", AGENCY_SEES, i=it["id"])
    assert there.encode() not in raw
    seen = (await organisation.data("official_x", AGENCY_SEES, i=it["id"]))["referral"]
    assert seen["confirmedDistinct"] is None
    assert "confirmedDistinct" not in {c["field"] for entry in seen["history"] for c in entry["changes"]}


async def test_neither_agency_nor_coach_writes_the_decision(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation, dateOfBirth="1990-01-01")
    for who in ("official_x", "coach_a", "supervisor_b"):
        assert await update(organisation, who, "Referral", dict(it), confirmedDistinct=True) != []
    assert await organisation.count("referral", "confirmed_distinct IS NOT NULL") == 0


async def test_nobody_is_asked_about_whom_the_unit_cannot_find(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation, dateOfBirth="1990-01-01")
    there = await resembling(organisation, "unit_b")

    assert await accepted(organisation, it) == []
    assert there.encode() not in await organisation.raw("supervisor_a", AGENCY_SEES, i=it["id"])


@pytest.mark.parametrize("index", ["client_personal_identity_code", "client_personal_identity_code_even"])
def test_a_code_that_two_store_at_one_moment_is_answered_without_a_word_of_the_other(index: str) -> None:
    problem = problem_of(Violation("23505", "client", index))

    assert (problem.code, problem.path, problem.facts) == ("CODE_NOT_STORED", ("personalIdentityCode",), {})
    assert problem_of_integrity_error(IntegrityError("lost")).code == "CONSTRAINT"
