"""Who the person of a referral may be: told to staff who decide on it, of clients whom they could find anyway."""

from typing import Any

import pytest

from tests.support.actions.casework import referral_in_interview, started_referral
from tests.support.actions.content import step, update
from tests.support.organisation import SampleOrganisation

ASK = "query D($id: ID!) { referralDuplicates(referralId: $id) { clientId reasons } }"


async def doubles(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> list[dict[str, Any]]:
    return list((await organisation.data(who, ASK, id=it["id"]))["referralDuplicates"])


async def test_a_supervisor_sees_who_it_may_be_and_links_the_client(organisation: SampleOrganisation) -> None:
    aino = organisation.ids["aino"]
    it = await referral_in_interview(organisation, email="aino@example.org", phone=None, personalIdentityCode=None)

    assert await doubles(organisation, "supervisor_a", it) == [{"clientId": aino, "reasons": ["SAME_EMAIL"]}]
    looks = await organisation.pool.fetchval(
        "SELECT count(*) FROM disclosure_log WHERE operation = 'referralDuplicates' AND $1 = ANY(subjects)",
        organisation.rows["aino"].pk,
    )
    assert looks == 1
    clients = await organisation.count("client")
    assert await update(organisation, "supervisor_a", "Referral", it, clientId=aino) == []
    assert await step(organisation, "supervisor_a", "Referral", it, "ACCEPT") == []
    assert await organisation.count("client") == clients
    read = "query R($id: ID!) { referral(id: $id) { state client { id } } }"
    shown = {
        who: (await organisation.data(who, read, id=it["id"]))["referral"] for who in ("supervisor_a", "official_x")
    }
    assert shown["supervisor_a"]["client"] == {"id": aino}
    assert shown["official_x"] == {"state": "ACCEPTED", "client": None}


async def test_the_code_tells_the_same_person_from_another(organisation: SampleOrganisation) -> None:
    await started_referral(organisation)
    again = await referral_in_interview(organisation, phone=None, firstNames="Toinen", lastName="Nimi")
    other = await referral_in_interview(organisation, personalIdentityCode="010190-901R", email="aino@example.org")

    [found] = await doubles(organisation, "supervisor_a", again)
    assert found["reasons"] == ["SAME_CODE"]
    assert "SAME_CODE" not in str(await doubles(organisation, "supervisor_a", other))
    wrong = await update(organisation, "supervisor_a", "Referral", other, clientId=found["clientId"])
    assert wrong == ["MISMATCH"]


@pytest.mark.parametrize(
    "who", ["official_x", "official_y", "coach_a", "supervisor_b", "manager", "administrator", "trainee", "workplace"]
)
async def test_nobody_else_learns_that_the_person_is_known(organisation: SampleOrganisation, who: str) -> None:
    it = await referral_in_interview(organisation, email="aino@example.org", personalIdentityCode=None)

    assert await doubles(organisation, who, it) == []
    linked = await update(organisation, who, "Referral", dict(it), clientId=organisation.ids["aino"])
    assert linked in (["NOT_FOUND"], ["FORBIDDEN_FIELD"])


async def test_a_person_whose_contacts_are_masked_is_found_by_none_of_them(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation, email="turva@example.org", phone=None, personalIdentityCode=None)

    assert await doubles(organisation, "supervisor_a", it) == []
