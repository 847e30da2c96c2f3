"""A guardian corrects the contact details of the person, as the person may: as far as the right and its limits go."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.guardians import represent
from tests.support.organisation import SampleOrganisation

NEW = {"phones": ["+358409876543"], "streetAddress": "Uusikuja 3"}
REVISIONS = """query R($i: ID!) { client(id: $i) { revisions {
  actorName changes { field before { text } after { text } } } } }"""


@pytest.fixture
async def child(organisation: SampleOrganisation) -> SampleOrganisation:
    await organisation.pool.execute(
        "UPDATE client SET date_of_birth = '2009-03-01' WHERE id = $1", organisation.rows["aino"].pk
    )
    return organisation


async def aino(child: SampleOrganisation) -> dict[str, Any]:
    query = "query C($i: ID!) { client(id: $i) { id revision phones streetAddress } }"
    return dict((await child.data("supervisor_a", query, i=child.ids["aino"]))["client"])


async def correct(child: SampleOrganisation, who: str = "guardian", **given: Any) -> list[str]:
    """Change Aino's contact details as somebody; return the codes of refusal."""
    it = await aino(child)
    return await update(child, who, "Client", {"id": it["id"], "revision": it["revision"]}, **(given or NEW))


async def test_a_guardian_corrects_contact_details_and_history_and_log_say_who_for_whom(
    child: SampleOrganisation,
) -> None:
    await represent(child)

    assert await correct(child) == []

    assert (await aino(child))["streetAddress"] == "Uusikuja 3"
    history = "query H($i: ID!) { client(id: $i) { history { actorName action changes { field after } } } }"
    [entry] = (await child.data("trainee", history, i=child.ids["aino"]))["client"]["history"]
    assert (entry["actorName"], entry["action"]) == ("Heikki Huoltaja", "UPDATE")
    assert {"field": "streetAddress", "after": "Uusikuja 3"} in entry["changes"]
    log = "query L($i: ID!) { client(id: $i) { accessLog { actorKind purpose basis operation } } }"
    seen = (await child.data("trainee", log, i=child.ids["aino"]))["client"]["accessLog"]
    mine = [e for e in seen if e["actorKind"] == "GUARDIAN"]
    assert {(e["purpose"], e["basis"]) for e in mine} == {("REPRESENTATION", "REPRESENTATION")}


async def test_a_guardian_corrects_nothing_beside_the_contact_details(child: SampleOrganisation) -> None:
    await represent(child)

    for given in ({"lastName": "Muu"}, {"gender": "MALE"}, {"dateOfBirth": "2008-03-01"}, {"safetyRestriction": True}):
        assert await correct(child, **given) == ["FORBIDDEN_FIELD"], given
    assert await child.count("history", f"object_id = '{child.rows['aino'].pk}'") == 0


@pytest.mark.parametrize("right", ["AUTHORISED", "APPOINTED_FINANCIAL"])
async def test_a_right_that_does_not_cover_contact_corrects_nothing(child: SampleOrganisation, right: str) -> None:
    covers: dict[str, Any] = {
        "AUTHORISED": {"matters": ["PERSON", "COACHING"]},
        "APPOINTED_FINANCIAL": {"decidedOn": "2026-01-05"},
    }
    await represent(child, kind=right, **covers[right])

    assert await correct(child) == ["FORBIDDEN_FIELD", "FORBIDDEN_FIELD"]
    assert (await aino(child))["streetAddress"] == "Kalevankatu 1"


async def test_a_restriction_against_the_guardian_and_the_ban_of_a_minor_close_it(child: SampleOrganisation) -> None:
    it = await represent(child)
    kept = {"clientId": child.ids["aino"], "matters": ["CONTACT"], "decidedOn": "2026-11-20"}
    ban = await create(child, "trainee", "TellingRefusal", **kept)

    assert await correct(child) == ["FORBIDDEN_FIELD", "FORBIDDEN_FIELD"]
    assert await step(child, "trainee", "TellingRefusal", ban, "WITHDRAW", comment="Sovittiin kotona.") == []
    assert await update(child, "coach_a", "Representation", it, safetyRestriction=True) == []
    assert await correct(child) == ["FORBIDDEN_FIELD", "FORBIDDEN_FIELD"]
    assert (await aino(child))["streetAddress"] == "Kalevankatu 1"


async def test_no_guardian_writes_over_the_address_of_a_protected_person(child: SampleOrganisation) -> None:
    await represent(child)
    await child.pool.execute("UPDATE client SET safety_restriction = true WHERE id = $1", child.rows["aino"].pk)
    it = {"id": child.ids["aino"], "revision": 1}

    assert await update(child, "guardian", "Client", it, **NEW) == ["FORBIDDEN_FIELD", "FORBIDDEN_FIELD"]
    assert await update(child, "trainee", "Client", it, **NEW) == []


async def test_a_guardian_is_not_told_what_stands_in_the_way(child: SampleOrganisation) -> None:
    it = await represent(child)
    query = "mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code message } } }"

    async def told() -> list[dict[str, str]]:
        given = {"id": child.ids["aino"], "revision": 1, "streetAddress": "Kuja 1"}
        return list((await child.data("guardian", query, i=given))["updateClient"]["errors"])

    kept = {"clientId": child.ids["aino"], "matters": ["CONTACT"], "decidedOn": "2026-11-20"}
    ban = await create(child, "trainee", "TellingRefusal", **kept)
    of_minor = await told()
    assert await step(child, "trainee", "TellingRefusal", ban, "WITHDRAW", comment="Sovittiin kotona.") == []
    assert await update(child, "coach_a", "Representation", it, safetyRestriction=True) == []
    against_guardian = await told()
    await child.pool.execute("UPDATE representation SET safety_restriction = false")
    await child.pool.execute("UPDATE client SET safety_restriction = true")
    of_client = await told()

    assert of_minor == against_guardian == of_client
    assert "rajoitettu" in of_minor[0]["message"]
    assert not [word for word in ("turva", "huoltaja", "käsittely") if word in of_minor[0]["message"].lower()]


async def test_a_restriction_of_processing_and_the_birthday_end_it(child: SampleOrganisation) -> None:
    await represent(child)
    await child.pool.execute("UPDATE client SET processing_restriction = true")
    assert await correct(child) == ["FORBIDDEN_FIELD", "FORBIDDEN_FIELD"]
    await child.pool.execute("UPDATE client SET processing_restriction = false")
    child.now = datetime(2027, 3, 1, 8, tzinfo=UTC)

    assert await correct(child) == ["NOT_FOUND"]
    assert (await aino(child))["streetAddress"] == "Kalevankatu 1"


async def test_a_guardian_reads_the_own_revisions_and_no_address_of_before(child: SampleOrganisation) -> None:
    await represent(child)
    assert await correct(child, "coach_a", streetAddress="Turvatalo 9") == []
    assert await correct(child, "coach_a", streetAddress="Kalevankatu 2") == []
    assert await correct(child, streetAddress="Uusikuja 3") == []

    answer = await child.raw("guardian", REVISIONS, i=child.ids["aino"])
    [seen] = (await child.data("guardian", REVISIONS, i=child.ids["aino"]))["client"]["revisions"]

    [change] = seen["changes"]
    assert (change["before"]["text"], change["after"]["text"]) == ("Kalevankatu 2", "Uusikuja 3")
    assert b"Turvatalo" not in answer


async def test_no_password_link_is_mailed_to_an_address_that_a_guardian_wrote(child: SampleOrganisation) -> None:
    await represent(child)
    account = child.rows["account_trainee"].pk
    await child.pool.execute("UPDATE account SET client_id = NULL, kind = 'GUARDIAN' WHERE id = $1", account)
    asked = {"clientId": child.ids["aino"], "identityProof": "SEEN_ID", "language": "fi", "byMail": True}
    assert await correct(child, email="heikki@example.org") == []

    assert await try_to_create(child, "coach_a", "ClientInvitation", **asked) == ({}, ["ADDRESS_BY_GUARDIAN"])
    assert await correct(child, "coach_a", email="aino@example.org") == []
    made, refused = await try_to_create(child, "coach_a", "ClientInvitation", **asked)
    assert refused == []
    assert made["id"]
