"""Requests about a protected person: what a safety restriction masks is not reached by asking in the person's name."""

from typing import Any

import pytest

from models.account import RoleGrant
from tests.support.actions.data_requests import OFFICER, make_request, read_request, step_request
from tests.support.actions.exports import read_export
from tests.support.organisation import STAMP, TODAY, SampleOrganisation

ITEM = """mutation M($i: CreateRectificationInput!) { createRectification(input: $i) {
  rectification { id revision beforeValue redacted } errors { code path } } }"""
VALUES = "query R($id: ID!) { rectification(id: $id) { beforeValue afterValue proposedValue decisionText redacted } }"
APPLY = """mutation A($i: TransitionRectificationInput!) { transitionRectification(input: $i) {
  rectification { state afterValue } errors { code } } }"""
PHONE = "+358401234567"


async def typed_in(organisation: SampleOrganisation, kind: str, whose: str = "turva") -> dict[str, Any]:
    """A request that the coach typed in and the privacy officer took up, who established the identity too."""
    it = await make_request(organisation, kind, "coach_a", clientId=organisation.ids[whose], channel="LETTER")
    assert await step_request(organisation, it, "CONFIRM_IDENTITY", reason="SEEN_ID") == []
    return it


async def clear(organisation: SampleOrganisation, who: str = OFFICER) -> None:
    await RoleGrant.create(
        account=organisation.rows[f"account_{who}"], role="cleared", starts_on=TODAY, state="IN_FORCE", **STAMP
    )


async def log_in_as_protected(organisation: SampleOrganisation) -> None:
    """Let the trainee's account be that of the protected person."""
    await organisation.pool.execute(
        "UPDATE account SET client_id = $1 WHERE subject = 'trainee'", organisation.rows["turva"].pk
    )


async def proposed(organisation: SampleOrganisation, it: dict[str, Any], whose: str = "turva") -> dict[str, Any]:
    given = {
        "requestId": it["id"],
        "objectRef": organisation.ids[whose],
        "fieldKey": "phones",
        "proposedValue": "0401112222",
    }
    done = (await organisation.data(OFFICER, ITEM, i=given))["createRectification"]
    assert done["errors"] == []
    return dict(done["rectification"])


async def test_a_correction_shows_an_officer_without_clearance_nothing_of_a_protected_person(
    organisation: SampleOrganisation,
) -> None:
    item = await proposed(organisation, await typed_in(organisation, "RECTIFY"))
    given = {"id": item["id"], "revision": item["revision"], "transition": "APPLY"}
    done = (await organisation.data(OFFICER, APPLY, i=given))["transitionRectification"]
    raw = await organisation.raw(OFFICER, VALUES, id=item["id"])

    assert (item["beforeValue"], "beforeValue" in item["redacted"]) == (None, True)
    assert (done["errors"], done["rectification"]) == ([], {"state": "APPLIED", "afterValue": None})
    assert PHONE.encode() not in raw
    await clear(organisation)
    assert (await organisation.data(OFFICER, VALUES, id=item["id"]))["rectification"]["beforeValue"] == PHONE


async def test_a_correction_shows_the_officer_the_value_of_anybody_else(organisation: SampleOrganisation) -> None:
    item = await proposed(organisation, await typed_in(organisation, "RECTIFY", "aino"), "aino")

    assert item["beforeValue"] == PHONE


async def test_a_protected_person_reads_the_own_correction_once_it_is_decided(organisation: SampleOrganisation) -> None:
    item = await proposed(organisation, await typed_in(organisation, "RECTIFY"))
    given = {"id": item["id"], "revision": item["revision"], "transition": "APPLY"}
    assert (await organisation.data(OFFICER, APPLY, i=given))["transitionRectification"]["errors"] == []
    await log_in_as_protected(organisation)

    own = (await organisation.data("trainee", VALUES, id=item["id"]))["rectification"]

    assert (own["beforeValue"], own["afterValue"], own["redacted"]) == (PHONE, "+358401112222", [])


@pytest.mark.parametrize("kind", ["ACCESS", "PORT", "LOG_ACCESS"])
async def test_an_officer_without_clearance_builds_a_protected_package_and_does_not_open_it(
    organisation: SampleOrganisation, kind: str
) -> None:
    it = await typed_in(organisation, kind)
    assert await step_request(organisation, it, "BUILD") == []

    assert await step_request(organisation, it, "REVIEW") == ["PACKAGE_PROTECTED"]
    assert await read_export(organisation, it) == {}
    assert await step_request(organisation, it, "FULFIL") == []
    assert await step_request(organisation, it, "REVIEW") == ["PACKAGE_PROTECTED"]
    assert await read_export(organisation, it) == {}
    await clear(organisation)
    assert await step_request(organisation, it, "REVIEW") == []
    assert (await read_export(organisation, it))["person"]["id"] == organisation.ids["turva"]


async def test_a_protected_person_collects_the_own_package_with_everything_in_it(
    organisation: SampleOrganisation,
) -> None:
    it = await typed_in(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []
    assert await step_request(organisation, it, "FULFIL") == []
    await log_in_as_protected(organisation)

    assert await step_request(organisation, it, "COLLECT", "trainee") == []
    assert (await read_export(organisation, it, "trainee"))["content"]["Client"][0]["fields"]["phones"] == [PHONE]


async def told(organisation: SampleOrganisation) -> list[str]:
    return [
        r["subject"]
        for r in await organisation.pool.fetch(
            "SELECT a.subject FROM notification n JOIN account a ON a.id = n.recipient_id"
            " WHERE n.event = 'client.package_built' ORDER BY a.subject"
        )
    ]


async def test_person_and_supervisors_and_cleared_are_told_of_a_package_that_staff_asked_for(
    organisation: SampleOrganisation,
) -> None:
    await log_in_as_protected(organisation)
    await clear(organisation, "supervisor_a")
    await clear(organisation, "coach_a")
    it = await typed_in(organisation, "ACCESS")
    assert await told(organisation) == []

    assert await step_request(organisation, it, "BUILD") == []

    assert await told(organisation) == ["coach_a", "supervisor_a", "trainee"]
    texts = await organisation.pool.fetch("SELECT DISTINCT text FROM notification WHERE event = 'client.package_built'")
    assert [row["text"].partition(":")[0] for row in texts] == ["Turvakielto"]


async def test_nobody_is_told_of_what_the_person_asked_oneself_or_of_somebody_unprotected(
    organisation: SampleOrganisation,
) -> None:
    unprotected = await typed_in(organisation, "ACCESS", "aino")
    assert await step_request(organisation, unprotected, "BUILD") == []
    await log_in_as_protected(organisation)
    own = await make_request(organisation, "ACCESS")
    assert await step_request(organisation, own, "BEGIN") == []
    assert await step_request(organisation, own, "BUILD") == []

    assert await told(organisation) == []
    assert (await read_request(organisation, OFFICER, own, "state"))["state"] == "IN_PROGRESS"
