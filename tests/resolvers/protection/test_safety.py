"""The safety restriction: asked when a person comes in, masked everywhere, reviewed; nobody but the cleared sees."""

from datetime import date
from typing import Any

from models.account import RoleGrant
from tests.support.actions.casework import REFERRAL, contract_in_force
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import STAMP, TODAY, SampleOrganisation

CREATE = "mutation C($i: CreateClientInput!) { createClient(input: $i) { client { id } errors { code } } }"
WHERE = "phones email municipality streetAddress contactAddress safetyRestriction safetyReviewOn"


async def test_nobody_comes_in_without_being_asked_about_a_safety_restriction(organisation: SampleOrganisation) -> None:
    given = {"firstNames": "Eeva", "lastName": "Esimerkki", "unitId": organisation.ids["unit_a"]}
    answer = await organisation.ask("supervisor_a", CREATE, i=given)
    assert "safetyRestriction" in answer["errors"][0]["message"]
    assert await organisation.count("client", "last_name = 'Esimerkki'") == 0

    silent = {k: v for k, v in REFERRAL.items() if k != "safetyRestriction"}
    it = await create(organisation, "official_x", "Referral", unitId=organisation.ids["unit_a"], **silent)
    assert await step(organisation, "official_x", "Referral", it, "SUBMIT") == ["REFERRAL_INCOMPLETE"]


async def test_a_protected_referral_masks_at_once_and_its_client_from_the_first_day(
    organisation: SampleOrganisation,
) -> None:
    given = REFERRAL | {"safetyRestriction": True}
    it = await create(organisation, "official_x", "Referral", unitId=organisation.ids["unit_a"], **given)
    assert await step(organisation, "official_x", "Referral", it, "SUBMIT") == []
    for name in ("RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT"):
        assert await step(organisation, "supervisor_a", "Referral", it, name) == []

    masked = "query R($id: ID!) { referral(id: $id) { lastName phone email municipality safetyRestriction } }"
    seen = (await organisation.data("supervisor_a", masked, id=it["id"]))["referral"]
    assert seen == {
        "lastName": "Esimerkki",
        "phone": None,
        "email": None,
        "municipality": None,
        "safetyRestriction": True,
    }
    query = f'{{ clients(search: "esimerkki") {{ nodes {{ {WHERE} }} }} }}'
    [client] = (await organisation.data("supervisor_a", query))["clients"]["nodes"]
    assert (client["phones"], client["safetyRestriction"], client["safetyReviewOn"]) == (None, True, "2027-11-23")
    assert b"7654321" not in await organisation.raw("supervisor_a", query)


async def test_a_restriction_gets_its_day_of_review_and_loses_it_with_the_restriction(
    organisation: SampleOrganisation,
) -> None:
    it = {"id": organisation.ids["ville"], "revision": 1}
    query = f"query C($id: ID!) {{ client(id: $id) {{ {WHERE} }} }}"
    assert await update(organisation, "supervisor_a", "Client", it, safetyRestriction=True, contactAddress="PL 1") == []
    protected = (await organisation.data("supervisor_a", query, id=it["id"]))["client"]
    assert (protected["streetAddress"], protected["contactAddress"]) == (None, "PL 1")
    assert protected["safetyReviewOn"] == "2027-11-23"
    assert await update(organisation, "supervisor_a", "Client", it, safetyRestriction=False) == ["CLEARED_ONLY"]
    assert await update(organisation, "privacy_officer", "Client", it, safetyRestriction=False) == ["CLEARED_ONLY"]
    assert (await organisation.data("supervisor_a", query, id=it["id"]))["client"] == protected
    await RoleGrant.create(
        account=organisation.rows["account_supervisor_a"], role="cleared", starts_on=TODAY, state="IN_FORCE", **STAMP
    )
    assert await update(organisation, "supervisor_a", "Client", it, safetyRestriction=False) == []
    assert (await organisation.data("supervisor_a", query, id=it["id"]))["client"]["safetyReviewOn"] is None


async def test_a_coach_without_the_right_neither_sets_nor_lifts_a_restriction(organisation: SampleOrganisation) -> None:
    it = {"id": organisation.ids["turva"], "revision": 1}
    assert await update(organisation, "coach_a", "Client", it, safetyRestriction=False) == ["FORBIDDEN_FIELD"]
    refused = await try_to_create(
        organisation,
        "colleague_a",
        "Client",
        firstNames="A",
        lastName="B",
        unitId=organisation.ids["unit_a"],
        safetyRestriction=True,
    )
    assert refused[1] == ["FORBIDDEN"]
    assert await organisation.count("client", "safety_restriction") == 1


async def test_a_restriction_is_reviewed_within_a_year_and_the_refusal_says_so(
    organisation: SampleOrganisation,
) -> None:
    it = {"id": organisation.ids["turva"], "revision": 1}
    query = """mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code path message } } }"""
    late = await organisation.data("supervisor_a", query, i=it | {"safetyReviewOn": "2027-11-24"})

    assert late["updateClient"]["errors"] == [
        {
            "code": "REVIEW_OUT_OF_BOUNDS",
            "path": ["safetyReviewOn"],
            "message": "Turvakielto tarkistetaan vuoden kuluessa: 23.11.2026–23.11.2027.",
        }
    ]
    assert await update(organisation, "supervisor_a", "Client", it, safetyReviewOn="2026-11-22") == [
        "REVIEW_OUT_OF_BOUNDS"
    ]
    assert await organisation.count("client", "safety_review_on IS NOT NULL") == 0
    assert await update(organisation, "supervisor_a", "Client", it, safetyReviewOn="2027-11-23") == []


async def test_a_restriction_never_stands_without_a_day_of_review(organisation: SampleOrganisation) -> None:
    it = {"id": organisation.ids["turva"], "revision": 1}
    assert await update(organisation, "supervisor_a", "Client", it, safetyReviewOn="2027-01-15") == []
    assert await update(organisation, "supervisor_a", "Client", it, safetyReviewOn=None) == []
    kept = await organisation.pool.fetchval(
        "SELECT safety_review_on FROM client WHERE id = $1", organisation.rows["turva"].pk
    )
    assert kept == date(2027, 11, 23)


async def test_tasks_signatures_and_papers_of_a_protected_person_s_contract_are_for_the_cleared(
    organisation: SampleOrganisation,
) -> None:
    it = await contract_in_force(organisation)
    query = "query C($id: ID!) { contract(id: $id) { state tasks signatures { party name } redacted } }"
    before = (await organisation.data("supervisor_a", query, id=it["id"]))["contract"]
    assert before["signatures"]
    await organisation.pool.execute("UPDATE client SET safety_restriction = true")

    for who in ("supervisor_a", "coach_a"):
        after = (await organisation.data(who, query, id=it["id"]))["contract"]
        assert (after["state"], after["tasks"], after["signatures"]) == ("ACTIVE", None, None), who
        assert {"tasks", "signatures", "attachments"} <= set(after["redacted"])


async def test_who_is_cleared_for_another_unit_lifts_nothing(organisation: SampleOrganisation) -> None:
    it = {"id": organisation.ids["turva"], "revision": 1}
    given: dict[str, Any] = {"role": "cleared", "starts_on": TODAY, "state": "IN_FORCE", **STAMP}
    await RoleGrant.create(
        account=organisation.rows["account_supervisor_a"], unit_id=organisation.rows["unit_b"].pk, **given
    )
    assert await update(organisation, "supervisor_a", "Client", it, safetyRestriction=False) == ["CLEARED_ONLY"]
    await RoleGrant.create(
        account=organisation.rows["account_supervisor_a"], unit_id=organisation.rows["unit_a"].pk, **given
    )
    assert await update(organisation, "supervisor_a", "Client", it, safetyRestriction=False) == []
