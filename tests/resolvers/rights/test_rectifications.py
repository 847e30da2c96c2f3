"""Corrections with before and after, and who is told of them; processing that is restricted, and freed again."""

from datetime import timedelta
from typing import Any

import models
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.data_requests import OFFICER, make_request, read_request, request_in_work, step_request
from tests.support.organisation import STAMP, TODAY, SampleOrganisation

ITEM = """query I($id: ID!) { rectification(id: $id) {
  state beforeValue afterValue decisionText decidedOn statement redacted } }"""
NOTICES = "{ disclosureNotices { nodes { id revision state kind fieldKeys reference client { id } } } }"
SHOWN = "{ referrals { nodes { lastName client { lastName email } } } }"


async def item(organisation: SampleOrganisation, it: dict[str, Any], **given: Any) -> dict[str, Any]:
    """An item of a request to correct, as the trainee proposes it."""
    about = {
        "requestId": it["id"],
        "objectRef": organisation.ids["aino"],
        "fieldKey": "lastName",
        "proposedValue": "Äijö",
    }
    return await create(organisation, "trainee", "Rectification", **(about | given))


async def decide(
    organisation: SampleOrganisation, one: dict[str, Any], name: str, who: str = OFFICER, **more: Any
) -> list[str]:
    return await step(organisation, who, "Rectification", one, name, **more)


async def shown(organisation: SampleOrganisation, who: str, one: dict[str, Any]) -> dict[str, Any]:
    return dict((await organisation.data(who, ITEM, id=one["id"]))["rectification"])


async def notices(organisation: SampleOrganisation, who: str) -> list[dict[str, Any]]:
    return list((await organisation.data(who, NOTICES))["disclosureNotices"]["nodes"])


async def refer(organisation: SampleOrganisation) -> None:
    """Let agency x have sent Aino, and have looked at her."""
    await models.Referral.create(
        state="STARTED",
        agency=organisation.rows["agency_x"],
        unit=organisation.rows["unit_a"],
        client=organisation.rows["aino"],
        first_names="Aino",
        last_name="Äijälä",
        sort_key="a",
        service_code="WORKSHOP",
        basis="STATUTORY",
        decision_reference="X-17",
        **STAMP,
    )
    await organisation.data("official_x", SHOWN)


async def test_a_correction_is_applied_with_before_and_after_and_its_authority_in_the_history(
    organisation: SampleOrganisation,
) -> None:
    it = await request_in_work(organisation, "RECTIFY")
    one = await item(organisation, it)
    assert await decide(organisation, one, "APPLY") == []

    known = await shown(organisation, "trainee", one)
    assert (known["state"], known["beforeValue"], known["afterValue"]) == ("APPLIED", "Äijälä", "Äijö")
    assert known["decidedOn"] == TODAY.isoformat()
    history = "query H($id: ID!) { client(id: $id) { lastName history { action comment actorName } } }"
    client = (await organisation.data(OFFICER, history, id=organisation.ids["aino"]))["client"]
    assert {"action": "RECTIFY", "comment": it["id"], "actorName": OFFICER} in client["history"]
    assert await step_request(organisation, it, "FULFIL") == []
    assert (
        await organisation.pool.fetchval("SELECT last_name FROM client WHERE id = $1", organisation.rows["aino"].pk)
        == "Äijö"
    )


async def test_only_agencies_that_were_shown_the_field_are_told_of_its_correction(
    organisation: SampleOrganisation,
) -> None:
    await refer(organisation)
    it = await request_in_work(organisation, "RECTIFY")
    assert await decide(organisation, await item(organisation, it), "APPLY") == []
    assert (
        await decide(organisation, await item(organisation, it, fieldKey="city", proposedValue="Mikkeli"), "APPLY")
        == []
    )

    [told] = await notices(organisation, "official_x")
    assert (told["kind"], told["fieldKeys"], told["reference"]) == ("CORRECTED", ["lastName"], "X-17")
    assert "Äijö" not in str(told)
    assert await notices(organisation, "official_y") == []
    assert await step(organisation, "official_y", "DisclosureNotice", dict(told), "ACKNOWLEDGE") == ["NOT_FOUND"]
    assert await step(organisation, "official_x", "DisclosureNotice", told, "ACKNOWLEDGE") == []
    assert told["state"] == "ACKNOWLEDGED"


async def test_a_refused_correction_has_the_reason_and_the_own_statement_beside_it(
    organisation: SampleOrganisation,
) -> None:
    it = await request_in_work(organisation, "RECTIFY")
    one = await item(organisation, it)
    assert await decide(organisation, one, "REFUSE") == ["COMMENT_REQUIRED"]
    assert await decide(organisation, one, "REFUSE", comment="Nimi on väestötietojen mukainen") == []

    assert await update(organisation, "trainee", "Rectification", one, statement="Olen eri mieltä.") == []
    known = await shown(organisation, OFFICER, one)
    assert (known["state"], known["statement"]) == ("REFUSED", "Olen eri mieltä.")
    assert known["decisionText"] == "Nimi on väestötietojen mukainen"
    assert await step_request(organisation, it, "FULFIL") == ["ITEMS_REFUSED"]
    assert (
        await organisation.pool.fetchval("SELECT last_name FROM client WHERE id = $1", organisation.rows["aino"].pk)
        == "Äijälä"
    )


async def test_nobody_but_the_officer_decides_on_a_correction(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "RECTIFY")
    one = await item(organisation, it)

    assert await decide(organisation, dict(one), "APPLY", "trainee") == ["WRONG_ROLE"]
    for who in ("coach_a", "supervisor_a", "manager", "official_x"):
        assert await decide(organisation, dict(one), "APPLY", who) == ["NOT_FOUND"], who
    assert (await shown(organisation, OFFICER, one))["state"] == "PROPOSED"
    assert (
        await organisation.pool.fetchval("SELECT last_name FROM client WHERE id = $1", organisation.rows["aino"].pk)
        == "Äijälä"
    )


async def test_nobody_asks_to_correct_what_is_another_s_or_no_field_or_a_secret_in_plain_text(
    organisation: SampleOrganisation,
) -> None:
    it = await request_in_work(organisation, "RECTIFY")
    about = {"requestId": it["id"], "objectRef": organisation.ids["aino"], "fieldKey": "lastName", "proposedValue": "X"}

    for wrong, code in (
        ({"objectRef": organisation.ids["ville"]}, "NOT_FOUND"),
        ({"fieldKey": "shoeSize"}, "NOT_FOUND"),
        ({"fieldKey": "personalIdentityCode", "proposedValue": "010190-900P"}, "NOT_IN_PLAIN_TEXT"),
        ({"fieldKey": "dateOfBirth", "proposedValue": "eilen"}, "DATE_MALFORMED"),
        ({"requestId": (await request_in_work(organisation, "ACCESS"))["id"]}, "NOT_A_CORRECTION"),
    ):
        _, refused = await try_to_create(organisation, "trainee", "Rectification", **(about | wrong))
        assert refused == [code], wrong
    assert await organisation.count("rectification") == 0


async def test_a_signed_note_is_not_rewritten_but_completed_in_its_own_way(organisation: SampleOrganisation) -> None:
    client = organisation.rows["aino"]
    note = await models.CoachingNote.create(
        state="SIGNED",
        relationship=organisation.rows["relationship_aino"],
        client=client,
        unit_id=client.unit_id,
        kind="MEETING",
        occurred_at=STAMP["created_at"],
        body="Väärin",
        visibility="TEAM",
        **STAMP,
    )
    it = await request_in_work(organisation, "RECTIFY")
    one = await item(
        organisation, it, objectRef=f"coaching_note_{note.pk.hex}", fieldKey="body", proposedValue="Oikein"
    )

    assert await decide(organisation, one, "APPLY") == ["NOT_RECTIFIABLE"]
    assert await decide(organisation, one, "COMPLETE", comment="Kirjaukseen on tehty korjaava kirjaus") == []
    assert await organisation.pool.fetchval("SELECT body FROM coaching_note") == "Väärin"
    assert await step_request(organisation, it, "FULFIL") == []


async def test_items_are_decided_only_while_their_request_is_worked_on(organisation: SampleOrganisation) -> None:
    it = await make_request(organisation, "RECTIFY")
    one = await item(organisation, it)
    assert await decide(organisation, one, "APPLY") == ["REQUEST_NOT_OPEN"]
    assert await step_request(organisation, it, "FULFIL") == ["WRONG_STATE"]
    assert await step_request(organisation, it, "REFUSE", reason="DATA_IS_CORRECT", comment="Tieto on oikea") == []

    assert (await shown(organisation, "trainee", one))["state"] == "REFUSED"
    assert "tietosuoja.fi" in (await read_request(organisation, "trainee", it, "appealText"))["appealText"]


async def test_a_restriction_hides_the_client_from_the_team_until_it_is_lifted_after_an_announcement(
    organisation: SampleOrganisation,
) -> None:
    await refer(organisation)
    card = "query C($id: ID!) { client(id: $id) { lastName email processingRestriction } }"
    before = await organisation.data("coach_a", card, id=organisation.ids["aino"])
    it = await request_in_work(organisation, "RESTRICT")
    assert await step_request(organisation, it, "RESTRICT") == []
    assert await step_request(organisation, it, "RESTRICT") == ["RESTRICTION_IN_FORCE"]

    during = await organisation.data("coach_a", card, id=organisation.ids["aino"])
    assert (during["client"] or {}).get("email") is None
    assert await step_request(organisation, it, "FULFIL") == []
    assert await step_request(organisation, it, "CLOSE") == ["RESTRICTION_IN_FORCE"]
    assert await step_request(organisation, it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    assert await step_request(organisation, it, "ANNOUNCE_LIFTING", comment="Tiedot on tarkistettu") == []
    assert await step_request(organisation, it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    organisation.now += timedelta(days=1)
    assert await step_request(organisation, it, "LIFT") == []
    assert await organisation.data("coach_a", card, id=organisation.ids["aino"]) == before
    assert [n["kind"] for n in await notices(organisation, "official_x")] == ["RESTRICTED", "LIFTED"]


async def test_a_restriction_of_another_request_stays_when_one_is_lifted(organisation: SampleOrganisation) -> None:
    first, second = await request_in_work(organisation, "RESTRICT"), await request_in_work(organisation, "OBJECT")
    for it in (first, second):
        assert await step_request(organisation, it, "RESTRICT") == []
    assert await step_request(organisation, first, "ANNOUNCE_LIFTING", comment="Tarkistettu") == []
    organisation.now += timedelta(days=1)
    assert await step_request(organisation, first, "LIFT") == []

    restricted = "SELECT processing_restriction FROM client WHERE id = $1"
    assert await organisation.pool.fetchval(restricted, organisation.rows["aino"].pk) is True


async def test_the_trainee_takes_none_of_the_officer_s_steps(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "RESTRICT")

    for name in ("EXTEND", "RESTRICT", "FULFIL", "REFUSE", "BUILD"):
        refused = await step_request(organisation, dict(it), name, "trainee", comment="x")
        assert refused == ["WRONG_ROLE"], name
    assert (await read_request(organisation, OFFICER, it, "state dueOn")) == {
        "state": "IN_PROGRESS",
        "dueOn": "2026-12-23",
    }
