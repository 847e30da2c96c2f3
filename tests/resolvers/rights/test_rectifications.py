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


async def item(world: SampleOrganisation, it: dict[str, Any], **given: Any) -> dict[str, Any]:
    """An item of a request to correct, as the trainee proposes it."""
    about = {"requestId": it["id"], "objectRef": world.ids["aino"], "fieldKey": "lastName", "proposedValue": "Äijö"}
    return await create(world, "trainee", "Rectification", **(about | given))


async def decide(
    world: SampleOrganisation, one: dict[str, Any], name: str, who: str = OFFICER, **more: Any
) -> list[str]:
    return await step(world, who, "Rectification", one, name, **more)


async def shown(world: SampleOrganisation, who: str, one: dict[str, Any]) -> dict[str, Any]:
    return dict((await world.data(who, ITEM, id=one["id"]))["rectification"])


async def notices(world: SampleOrganisation, who: str) -> list[dict[str, Any]]:
    return list((await world.data(who, NOTICES))["disclosureNotices"]["nodes"])


async def refer(world: SampleOrganisation) -> None:
    """Let agency x have sent Aino, and have looked at her."""
    await models.Referral.create(
        state="STARTED",
        agency=world.rows["agency_x"],
        unit=world.rows["unit_a"],
        client=world.rows["aino"],
        first_names="Aino",
        last_name="Äijälä",
        sort_key="a",
        service_code="WORKSHOP",
        basis="STATUTORY",
        decision_reference="X-17",
        **STAMP,
    )
    await world.data("official_x", SHOWN)


async def test_a_correction_is_applied_with_before_and_after_and_its_authority_in_the_history(
    world: SampleOrganisation,
) -> None:
    it = await request_in_work(world, "RECTIFY")
    one = await item(world, it)
    assert await decide(world, one, "APPLY") == []

    known = await shown(world, "trainee", one)
    assert (known["state"], known["beforeValue"], known["afterValue"]) == ("APPLIED", "Äijälä", "Äijö")
    assert known["decidedOn"] == TODAY.isoformat()
    history = "query H($id: ID!) { client(id: $id) { lastName history { action comment actorName } } }"
    client = (await world.data(OFFICER, history, id=world.ids["aino"]))["client"]
    assert {"action": "RECTIFY", "comment": it["id"], "actorName": OFFICER} in client["history"]
    assert await step_request(world, it, "FULFIL") == []
    assert await world.pool.fetchval("SELECT last_name FROM client WHERE id = $1", world.rows["aino"].pk) == "Äijö"


async def test_only_agencies_that_were_shown_the_field_are_told_of_its_correction(world: SampleOrganisation) -> None:
    await refer(world)
    it = await request_in_work(world, "RECTIFY")
    assert await decide(world, await item(world, it), "APPLY") == []
    assert await decide(world, await item(world, it, fieldKey="city", proposedValue="Mikkeli"), "APPLY") == []

    [told] = await notices(world, "official_x")
    assert (told["kind"], told["fieldKeys"], told["reference"]) == ("CORRECTED", ["lastName"], "X-17")
    assert "Äijö" not in str(told)
    assert await notices(world, "official_y") == []
    assert await step(world, "official_y", "DisclosureNotice", dict(told), "ACKNOWLEDGE") == ["NOT_FOUND"]
    assert await step(world, "official_x", "DisclosureNotice", told, "ACKNOWLEDGE") == []
    assert told["state"] == "ACKNOWLEDGED"


async def test_a_refused_correction_has_the_reason_and_the_own_statement_beside_it(world: SampleOrganisation) -> None:
    it = await request_in_work(world, "RECTIFY")
    one = await item(world, it)
    assert await decide(world, one, "REFUSE") == ["COMMENT_REQUIRED"]
    assert await decide(world, one, "REFUSE", comment="Nimi on väestötietojen mukainen") == []

    assert await update(world, "trainee", "Rectification", one, statement="Olen eri mieltä.") == []
    known = await shown(world, OFFICER, one)
    assert (known["state"], known["statement"]) == ("REFUSED", "Olen eri mieltä.")
    assert known["decisionText"] == "Nimi on väestötietojen mukainen"
    assert await step_request(world, it, "FULFIL") == ["ITEMS_REFUSED"]
    assert await world.pool.fetchval("SELECT last_name FROM client WHERE id = $1", world.rows["aino"].pk) == "Äijälä"


async def test_nobody_but_the_officer_decides_on_a_correction(world: SampleOrganisation) -> None:
    it = await request_in_work(world, "RECTIFY")
    one = await item(world, it)

    assert await decide(world, dict(one), "APPLY", "trainee") == ["WRONG_ROLE"]
    for who in ("coach_a", "supervisor_a", "manager", "official_x"):
        assert await decide(world, dict(one), "APPLY", who) == ["NOT_FOUND"], who
    assert (await shown(world, OFFICER, one))["state"] == "PROPOSED"
    assert await world.pool.fetchval("SELECT last_name FROM client WHERE id = $1", world.rows["aino"].pk) == "Äijälä"


async def test_nobody_asks_to_correct_what_is_another_s_or_no_field_or_a_secret_in_plain_text(
    world: SampleOrganisation,
) -> None:
    it = await request_in_work(world, "RECTIFY")
    about = {"requestId": it["id"], "objectRef": world.ids["aino"], "fieldKey": "lastName", "proposedValue": "X"}

    for wrong, code in (
        ({"objectRef": world.ids["ville"]}, "NOT_FOUND"),
        ({"fieldKey": "shoeSize"}, "NOT_FOUND"),
        ({"fieldKey": "personalIdentityCode", "proposedValue": "010190-900P"}, "NOT_IN_PLAIN_TEXT"),
        ({"fieldKey": "dateOfBirth", "proposedValue": "eilen"}, "DATE_MALFORMED"),
        ({"requestId": (await request_in_work(world, "ACCESS"))["id"]}, "NOT_A_CORRECTION"),
    ):
        _, refused = await try_to_create(world, "trainee", "Rectification", **(about | wrong))
        assert refused == [code], wrong
    assert await world.count("rectification") == 0


async def test_a_signed_note_is_not_rewritten_but_completed_in_its_own_way(world: SampleOrganisation) -> None:
    client = world.rows["aino"]
    note = await models.CoachingNote.create(
        state="SIGNED",
        relationship=world.rows["relationship_aino"],
        client=client,
        unit_id=client.unit_id,
        kind="MEETING",
        occurred_at=STAMP["created_at"],
        body="Väärin",
        visibility="TEAM",
        **STAMP,
    )
    it = await request_in_work(world, "RECTIFY")
    one = await item(world, it, objectRef=f"coaching_note_{note.pk.hex}", fieldKey="body", proposedValue="Oikein")

    assert await decide(world, one, "APPLY") == ["NOT_RECTIFIABLE"]
    assert await decide(world, one, "COMPLETE", comment="Kirjaukseen on tehty korjaava kirjaus") == []
    assert await world.pool.fetchval("SELECT body FROM coaching_note") == "Väärin"
    assert await step_request(world, it, "FULFIL") == []


async def test_items_are_decided_only_while_their_request_is_worked_on(world: SampleOrganisation) -> None:
    it = await make_request(world, "RECTIFY")
    one = await item(world, it)
    assert await decide(world, one, "APPLY") == ["REQUEST_NOT_OPEN"]
    assert await step_request(world, it, "FULFIL") == ["WRONG_STATE"]
    assert await step_request(world, it, "REFUSE", reason="DATA_IS_CORRECT", comment="Tieto on oikea") == []

    assert (await shown(world, "trainee", one))["state"] == "REFUSED"
    assert "tietosuoja.fi" in (await read_request(world, "trainee", it, "appealText"))["appealText"]


async def test_a_restriction_hides_the_client_from_the_team_until_it_is_lifted_after_an_announcement(
    world: SampleOrganisation,
) -> None:
    await refer(world)
    card = "query C($id: ID!) { client(id: $id) { lastName email processingRestriction } }"
    before = await world.data("coach_a", card, id=world.ids["aino"])
    it = await request_in_work(world, "RESTRICT")
    assert await step_request(world, it, "RESTRICT") == []
    assert await step_request(world, it, "RESTRICT") == ["RESTRICTION_IN_FORCE"]

    during = await world.data("coach_a", card, id=world.ids["aino"])
    assert (during["client"] or {}).get("email") is None
    assert await step_request(world, it, "FULFIL") == []
    assert await step_request(world, it, "CLOSE") == ["RESTRICTION_IN_FORCE"]
    assert await step_request(world, it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    assert await step_request(world, it, "ANNOUNCE_LIFTING", comment="Tiedot on tarkistettu") == []
    assert await step_request(world, it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    world.now += timedelta(days=1)
    assert await step_request(world, it, "LIFT") == []
    assert await world.data("coach_a", card, id=world.ids["aino"]) == before
    assert [n["kind"] for n in await notices(world, "official_x")] == ["RESTRICTED", "LIFTED"]


async def test_a_restriction_of_another_request_stays_when_one_is_lifted(world: SampleOrganisation) -> None:
    first, second = await request_in_work(world, "RESTRICT"), await request_in_work(world, "OBJECT")
    for it in (first, second):
        assert await step_request(world, it, "RESTRICT") == []
    assert await step_request(world, first, "ANNOUNCE_LIFTING", comment="Tarkistettu") == []
    world.now += timedelta(days=1)
    assert await step_request(world, first, "LIFT") == []

    restricted = "SELECT processing_restriction FROM client WHERE id = $1"
    assert await world.pool.fetchval(restricted, world.rows["aino"].pk) is True


async def test_the_trainee_takes_none_of_the_officer_s_steps(world: SampleOrganisation) -> None:
    it = await request_in_work(world, "RESTRICT")

    for name in ("EXTEND", "RESTRICT", "FULFIL", "REFUSE", "BUILD"):
        refused = await step_request(world, dict(it), name, "trainee", comment="x")
        assert refused == ["WRONG_ROLE"], name
    assert (await read_request(world, OFFICER, it, "state dueOn")) == {"state": "IN_PROGRESS", "dueOn": "2026-12-23"}
