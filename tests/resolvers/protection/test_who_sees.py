"""Who sees an object is what the queries of everybody show; only those may ask who may read who looked."""

from datetime import timedelta
from typing import Any

import pytest

import models
from tests.support.actions.casework import contract_in_force, started_referral
from tests.support.actions.content import create
from tests.support.organisation import TODAY, SampleOrganisation

SEES = "query W($id: ID!) { whoSees(id: $id) { id name kind roles way until } }"
EXPLAIN = """query E($id: ID!, $permission: String!, $for: ID) { explain(id: $id, permission: $permission, for: $for) {
  allowed rolesHeld } }"""


async def onlookers(organisation: SampleOrganisation, who: str, id_: str) -> list[dict[str, Any]] | None:
    """Return the ways by which people see an object, as somebody is told."""
    found: list[dict[str, Any]] | None = (await organisation.data(who, SEES, id=id_))["whoSees"]
    return found


async def really_seen(organisation: SampleOrganisation, one: str, id_: str) -> set[str]:
    """Return the accounts to which a query shows an object."""
    query = f"query V($id: ID!) {{ {one}(id: $id) {{ id }} }}"
    accounts: Any = await models.Account.all()
    shown = {account.id.hex: await organisation.data(account.subject, query, id=id_) for account in accounts}
    return {f"account_{account}" for account, data in shown.items() if data[one]}


def account_of(organisation: SampleOrganisation, name: str) -> str:
    return f"account_{organisation.rows[f'account_{name}'].pk.hex}"


@pytest.mark.parametrize("one", ["client", "referral", "contract", "programme"])
async def test_who_sees_an_object_is_whom_a_query_shows_it(organisation: SampleOrganisation, one: str) -> None:
    await contract_in_force(organisation)
    rows = await organisation.pool.fetch(f"SELECT id FROM {one}")  # a name of this test

    compared = 0
    for row in rows:
        id_ = f"{one}_{row['id'].hex}"
        told = await onlookers(organisation, "privacy_officer", id_)
        if told is not None:
            accounts = {w["id"] for w in told if w["id"].startswith("account")}
            assert accounts == await really_seen(organisation, one, id_)
            compared += len(accounts)

    assert compared > 0


async def test_a_way_says_by_which_role_and_until_when(organisation: SampleOrganisation) -> None:
    account = organisation.rows["account_supervisor_a"]
    await models.RoleGrant.filter(account_id=account.pk, role="supervisor").update(
        ends_before=TODAY + timedelta(days=9)
    )

    told = await onlookers(organisation, "privacy_officer", organisation.ids["aino"])

    assert told is not None
    ways = {(w["id"], w["way"]): w for w in told}
    supervisor = ways[account_of(organisation, "supervisor_a"), "unit"]
    assert supervisor["roles"] == ["supervisor"]
    assert supervisor["until"] == "2026-12-01T22:00:00+00:00"
    coach = ways[account_of(organisation, "coach_a"), "caseload"]
    assert (coach["roles"], coach["until"]) == (["coach"], None)


async def test_a_substitute_is_named_until_the_last_day(organisation: SampleOrganisation) -> None:
    given = {
        "clientId": organisation.ids["aino"],
        "unitId": organisation.ids["unit_a"],
        "staffMemberId": organisation.ids["coach_b"],
        "startsOn": "2026-11-20",
        "endsBefore": "2026-11-26",
    }
    await create(organisation, "coach_a", "Substitution", **given)

    told = await onlookers(organisation, "trainee", organisation.ids["aino"])

    assert told is not None
    by_caseload = {w["id"]: w["until"] for w in told if w["way"] == "caseload"}
    assert by_caseload == {
        account_of(organisation, "coach_a"): None,
        account_of(organisation, "coach_b"): "2026-11-25T22:00:00+00:00",
    }
    assert account_of(organisation, "trainee") in {w["id"] for w in told if w["way"] == "self"}


@pytest.mark.parametrize("who", ["coach_b", "official_x", "workplace", "finance", "administrator", "manager"])
async def test_others_are_told_nothing(organisation: SampleOrganisation, who: str) -> None:
    assert await onlookers(organisation, who, organisation.ids["aino"]) is None


@pytest.mark.parametrize("who", ["trainee", "supervisor_a", "privacy_officer", "coach_a", "colleague_a", "official_x"])
async def test_a_page_learns_beforehand_who_may_ask(organisation: SampleOrganisation, who: str) -> None:
    asked = 'query M($id: ID) { contentType(name: "Client", id: $id) { mayAskWhoSees } }'
    aino = organisation.ids["aino"]
    in_general = (await organisation.data(who, asked))["contentType"]["mayAskWhoSees"]
    on_her = (await organisation.data(who, asked, id=aino))["contentType"]
    is_told = await onlookers(organisation, who, aino) is not None

    assert in_general == is_told
    assert on_her is None or on_her["mayAskWhoSees"] == is_told


async def test_the_person_is_told_no_name_where_the_law_shows_none(organisation: SampleOrganisation) -> None:
    await organisation.pool.execute("UPDATE register SET log_mode = 'PURPOSES'")

    assert await onlookers(organisation, "trainee", organisation.ids["aino"]) is None
    assert await onlookers(organisation, "supervisor_a", organisation.ids["aino"])


async def test_who_may_not_know_where_a_protected_person_is_learns_of_no_workplace(
    organisation: SampleOrganisation,
) -> None:
    await contract_in_force(organisation)
    place = organisation.rows["workplace"].pk
    made = await organisation.pool.fetchval("UPDATE contract SET workplace_id = $1 RETURNING id", place)
    contract = f"contract_{made.hex}"
    workplace = account_of(organisation, "workplace")
    asked = {"id": contract, "permission": "view", "for": workplace}

    async def told(who: str) -> tuple[bool, Any]:
        found = await onlookers(organisation, who, contract)
        explained = (await organisation.data(who, EXPLAIN, None, **asked))["explain"]
        return workplace in {w["id"] for w in found or ()}, explained

    is_named, explained = await told("supervisor_a")
    assert is_named
    assert explained is not None
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE")
    assert await told("supervisor_a") == (False, None)


async def test_the_question_leaves_its_row(organisation: SampleOrganisation) -> None:
    before = await organisation.count("disclosure_log", "operation = 'whoSees'")
    await onlookers(organisation, "privacy_officer", organisation.ids["aino"])

    assert await organisation.count("disclosure_log", "operation = 'whoSees'") == before + 1


async def test_a_permission_is_explained_for_somebody_else(organisation: SampleOrganisation) -> None:
    await started_referral(organisation)
    aino = organisation.ids["aino"]

    async def explained(who: str, whom: str | None) -> dict[str, Any] | None:
        account = account_of(organisation, whom) if whom else None
        asked = {"id": aino, "permission": "view", "for": account}
        told: dict[str, Any] | None = (await organisation.data(who, EXPLAIN, None, **asked))["explain"]
        return told

    for name, is_allowed in (("coach_a", True), ("coach_b", False), ("finance", False)):
        told = await explained("privacy_officer", name)
        assert told is not None
        assert told["allowed"] is is_allowed
        assert await explained("coach_b", name) is None
    assert await explained("privacy_officer", "coach_a") == await explained("coach_a", None)
