"""A report on the coaching: drafted from the records, heard, approved, delivered; the final one closes the referral."""

from typing import Any

import pytest

from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.papers import PERIOD, SECRET, approved, drafted, relationship_of
from tests.support.organisation import SampleOrganisation

READ = """query R($id: ID!) { report(id: $id) {
  state kind summary goals attendance clientView recommendation deliveredAt digest referral { state } } }"""


async def read(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> Any:
    """Return a report as somebody reads it."""
    return (await organisation.data(who, READ, id=it["id"]))["report"]


async def test_a_report_is_drafted_from_goals_days_and_the_notes_that_are_marked(
    organisation: SampleOrganisation,
) -> None:
    relationship = await relationship_of(organisation)
    programme = await organisation.pool.fetchval("SELECT id FROM programme ORDER BY id DESC LIMIT 1")
    await create(
        organisation, "coach_a", "Goal", programmeId=f"programme_{programme.hex}", area="STUDY", text="Kokiksi"
    )
    for visibility, body in (("IN_REPORT", "Edistyi hyvin"), ("TEAM", "Vain meille")):
        note = {"kind": "MEETING", "occurredAt": "2026-11-20T10:00:00Z", "body": body, "visibility": visibility}
        written = await create(organisation, "coach_a", "CoachingNote", relationshipId=relationship, **note)
        assert await step(organisation, "coach_a", "CoachingNote", written, "SIGN") == []

    it = await create(organisation, "coach_a", "Report", relationshipId=relationship, kind="INTERIM", **PERIOD)

    found = await read(organisation, "coach_a", it)
    assert found["summary"] == "Edistyi hyvin"
    assert found["goals"] == "Kokiksi – Avoin"
    assert found["attendance"] == "Läsnä 0 päivänä, poissa 0 päivänä, yhteensä 0 tuntia."


async def test_the_delivery_of_the_final_report_closes_the_referral(organisation: SampleOrganisation) -> None:
    it = await approved(organisation)
    before = await organisation.raw("official_x", READ, id=it["id"])

    delivered = await step(organisation, "supervisor_a", "Report", it, "DELIVER")
    seen = await read(organisation, "official_x", it)

    assert (delivered, SECRET.encode() in before) == ([], False)
    assert (seen["state"], seen["summary"], seen["referral"]["state"]) == ("DELIVERED", SECRET, "CLOSED")
    assert len(seen["digest"]) == 64
    assert await organisation.count("referral", "final_report_delivered_on = '2026-11-23' AND state = 'CLOSED'") == 1


async def test_an_interim_report_leaves_the_referral_open(organisation: SampleOrganisation) -> None:
    it = await approved(organisation, "INTERIM")

    assert await step(organisation, "coach_a", "Report", it, "DELIVER") == []
    assert await organisation.count("referral", "state = 'CLOSED' OR final_report_delivered_on IS NOT NULL") == 0


async def test_nobody_outside_is_told_without_consent_and_withdrawal_hides_what_was_told(
    organisation: SampleOrganisation,
) -> None:
    it = await approved(organisation)
    await organisation.pool.execute("UPDATE consent SET categories = ARRAY['ATTENDANCE']")
    refused = await step(organisation, "supervisor_a", "Report", it, "DELIVER")
    await organisation.pool.execute("UPDATE consent SET categories = ARRAY['ATTENDANCE', 'PROGRAMME']")
    delivered = await step(organisation, "supervisor_a", "Report", it, "DELIVER")
    await organisation.pool.execute("UPDATE consent SET categories = ARRAY['ATTENDANCE']")

    hidden = await organisation.raw("official_x", READ, id=it["id"])

    assert (refused, delivered) == (["NO_WAY_OUT"], [])
    assert SECRET.encode() not in hidden


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "manager", "finance", "official_x", "official_y"])
async def test_a_draft_is_the_teams_alone(organisation: SampleOrganisation, who: str) -> None:
    it = await drafted(organisation)

    assert SECRET.encode() not in await organisation.raw(who, READ, id=it["id"])
    assert await step(organisation, who, "Report", it, "SHOW") in (["NOT_FOUND"], ["WRONG_ROLE"])


async def test_the_person_is_heard_in_the_own_words_and_a_change_wants_another_hearing(
    organisation: SampleOrganisation,
) -> None:
    it = await drafted(organisation)
    client = await organisation.pool.fetchval("SELECT client_id FROM report")
    account = organisation.rows["account_trainee"]
    await organisation.pool.execute("UPDATE account SET client_id = $1 WHERE id = $2", client, account.pk)
    unseen = await organisation.raw("trainee", READ, id=it["id"])
    assert await step(organisation, "coach_a", "Report", it, "SHOW") == []

    assert await update(organisation, "trainee", "Report", it, clientView="Olin ahkera") == []
    assert await update(organisation, "trainee", "Report", it, summary="Olin paras") == ["FORBIDDEN_FIELD"]
    assert await step(organisation, "trainee", "Report", it, "HEAR") == []
    heard = await read(organisation, "trainee", it)
    assert await step(organisation, "coach_a", "Report", it, "TAKE_BACK", comment="Lisättävää") == []

    assert SECRET.encode() not in unseen
    assert (heard["state"], heard["clientView"]) == ("HEARD", "Olin ahkera")
    assert await organisation.count("report", "heard_at IS NULL AND state = 'DRAFT'") == 1


async def test_a_coach_does_not_approve_and_nobody_shows_what_is_empty(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation, summary=None)

    assert await step(organisation, "coach_a", "Report", it, "SHOW") == ["REPORT_EMPTY"]
    assert await update(organisation, "coach_a", "Report", it, summary="Hyvin meni") == []
    for name in ("SHOW", "HEAR"):
        assert await step(organisation, "coach_a", "Report", it, name) == []
    assert await step(organisation, "coach_a", "Report", it, "APPROVE") == ["WRONG_ROLE"]


async def test_a_report_tells_of_days_that_have_come(organisation: SampleOrganisation) -> None:
    relationship = await relationship_of(organisation)
    ahead = {"kind": "FINAL", "startsOn": "2026-12-01", "endsOn": "2026-12-24"}

    _, refused = await try_to_create(organisation, "coach_a", "Report", relationshipId=relationship, **ahead)

    assert refused == ["DAY_TO_COME"]
