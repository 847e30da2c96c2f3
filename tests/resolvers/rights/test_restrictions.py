"""Processing that is restricted: the data is stored, and nothing else is done with it (GDPR article 18)."""

from typing import Any

import pytest

from resolvers.retention.recycle_bin import purge_bin
from tests.support.actions.casework import started_referral
from tests.support.actions.consents import ATTENDANCE_DAYS, ATTENDANCE_SCOPES, consent_of_the_referral, record_a_day
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import SampleOrganisation
from tests.support.system_context import system_context_on

STOPPED = ["PROCESSING_RESTRICTION"]
NOTE = {"kind": "MEETING", "occurredAt": "2026-11-23T07:00:00Z", "body": "Sovittiin viikosta."}
PROGRAMMES = "{ programmes { totalCount nodes { id revision state } } }"


async def restrict(organisation: SampleOrganisation, *, is_restricted: bool = True) -> None:
    """Restrict everybody's data, or free it: how a request does it is in test_rectifications."""
    await organisation.pool.execute("UPDATE client SET processing_restriction = $1", is_restricted)


async def programme(organisation: SampleOrganisation) -> dict[str, Any]:
    [found] = (await organisation.data("coach_a", PROGRAMMES))["programmes"]["nodes"]
    return dict(found)


async def note_on(organisation: SampleOrganisation, who: str = "coach_a") -> tuple[dict[str, Any], list[str]]:
    """Somebody writes a note on Aino."""
    return await try_to_create(
        organisation, who, "CoachingNote", relationshipId=organisation.ids["relationship_aino"], **NOTE
    )


async def test_nothing_is_added_to_a_restricted_client_except_by_the_person(organisation: SampleOrganisation) -> None:
    await restrict(organisation)
    aino = organisation.ids["aino"]
    before = [await organisation.count(table) for table in ("coaching_note", "consent", "goal", "version", "outbox")]
    paper = {
        "clientId": aino,
        "agencyId": organisation.ids["agency_x"],
        "purpose": "COOPERATION",
        "categories": ["ATTENDANCE"],
        "textVersion": "2026-1",
    }
    assert (await note_on(organisation, "coach_a"))[1] == STOPPED
    assert (await note_on(organisation, "supervisor_a"))[1] == STOPPED
    assert (await try_to_create(organisation, "coach_a", "Consent", **paper))[1] == STOPPED
    assert (await note_on(organisation, "coach_b"))[1] == ["NOT_FOUND"]
    assert [await organisation.count(t) for t in ("coaching_note", "consent", "goal", "version", "outbox")] == before

    own = await create(organisation, "trainee", "Consent", **paper)
    assert await step(organisation, "trainee", "Consent", own, "GIVE") == []


async def test_no_transition_is_taken_or_offered_while_processing_is_restricted(
    organisation: SampleOrganisation,
) -> None:
    note = (await note_on(organisation))[0]
    await restrict(organisation)
    assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == STOPPED
    ended = {"comment": "Muutti", "id": organisation.ids["aino"], "revision": 1}
    assert await step(organisation, "supervisor_a", "Client", ended, "END", comment="Muutti") == STOPPED
    asked = 'query T($id: ID!) { contentType(name: "CoachingNote", id: $id) { transitions { name offered reason } } }'
    told = (await organisation.data("coach_a", asked, id=note["id"]))["contentType"]["transitions"]
    assert {"name": "SIGN", "offered": False, "reason": "PROCESSING_RESTRICTION"} in told
    assert await organisation.pool.fetchval("SELECT state FROM coaching_note") == "DRAFT"

    await restrict(organisation, is_restricted=False)
    assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []


async def test_what_others_than_the_house_see_ends_with_the_restriction_and_comes_back(
    organisation: SampleOrganisation,
) -> None:
    await record_a_day(organisation)
    seen = (await organisation.data("official_x", ATTENDANCE_DAYS, ATTENDANCE_SCOPES))["attendance"]["totalCount"]
    running = (await organisation.data("official_x", PROGRAMMES, ATTENDANCE_SCOPES))["programmes"]["totalCount"]
    assert (seen, running) == (1, 1)
    await restrict(organisation)

    assert (await organisation.data("official_x", ATTENDANCE_DAYS, ATTENDANCE_SCOPES))["attendance"] == {
        "totalCount": 0,
        "nodes": [],
    }
    assert (await organisation.data("official_x", PROGRAMMES, ATTENDANCE_SCOPES))["programmes"]["totalCount"] == 0
    assert (await organisation.data("official_x", "{ consents { totalCount } }"))["consents"]["totalCount"] == 0
    # Its own referral an agency sees: what it sent itself, by its state.
    assert (await organisation.data("official_x", "{ referrals { totalCount } }"))["referrals"]["totalCount"] == 1
    assert (await organisation.data("coach_a", ATTENDANCE_DAYS))["attendance"]["totalCount"] > 0

    await restrict(organisation, is_restricted=False)
    assert (await organisation.data("official_x", ATTENDANCE_DAYS, ATTENDANCE_SCOPES))["attendance"][
        "totalCount"
    ] == seen


async def test_a_programme_rests_and_a_consent_is_withdrawn_all_the_same(organisation: SampleOrganisation) -> None:
    await record_a_day(organisation)
    running, consent = await programme(organisation), await consent_of_the_referral(organisation)
    await restrict(organisation)
    assert await step(organisation, "coach_a", "Programme", running, "PAUSE", comment="Loma") == STOPPED
    assert await update(organisation, "coach_a", "Programme", running, endsOn="2027-06-30") == ["FORBIDDEN_FIELD"]
    assert await step(organisation, "coach_a", "Consent", consent, "WITHDRAW") == []
    assert (await programme(organisation))["state"] == "ACTIVE"


async def test_a_refused_field_says_what_stands_in_the_way_to_those_whose_role_would_do(
    organisation: SampleOrganisation,
) -> None:
    query = """mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code message } } }"""

    async def refused(who: str, client: str, **given: Any) -> tuple[str, str]:
        given |= {"id": organisation.ids[client], "revision": 1}
        [error] = (await organisation.data(who, query, i=given))["updateClient"]["errors"]
        return error["code"], error["message"]

    by_role = await refused("colleague_a", "aino", phones=["040 111 2222"])
    await restrict(organisation)
    restricted = await refused("coach_a", "aino", phones=["040 111 2222"])
    told_nothing = await refused("colleague_a", "aino", phones=["040 111 2222"])

    assert {code for code, _ in (by_role, restricted, told_nothing)} == {"FORBIDDEN_FIELD"}
    assert "Sitä voi silloin muuttaa" in by_role[1]
    assert by_role == told_nothing
    assert restricted[1].startswith("Henkilön tietojen käsittely on rajoitettu")


async def test_a_draft_stays_and_so_does_what_is_in_the_bin(organisation: SampleOrganisation) -> None:
    kept = (await note_on(organisation))[0]
    thrown = (await note_on(organisation))[0]
    discard = "mutation D($i: DeleteCoachingNoteInput!) { deleteCoachingNote(input: $i) { errors { code } } }"

    async def deleted(note: dict[str, Any]) -> list[str]:
        given = {"id": note["id"], "revision": note["revision"], "comment": "Väärä henkilö"}
        return [
            e["code"] for e in (await organisation.data("coach_a", discard, i=given))["deleteCoachingNote"]["errors"]
        ]

    assert await deleted(thrown) == []
    await restrict(organisation)
    assert await deleted(kept) == STOPPED
    assert await organisation.count("coaching_note") == 1
    await organisation.pool.execute("UPDATE bin_item SET purge_on = '2026-11-01'")
    assert await purge_bin(system_context_on(organisation)) == 0
    await restrict(organisation, is_restricted=False)
    assert await purge_bin(system_context_on(organisation)) == 1


@pytest.mark.parametrize(("scope", "refused"), [("register:read", ["FORBIDDEN"]), ("register:write", [])])
async def test_a_token_that_only_reads_takes_no_transition(
    organisation: SampleOrganisation, scope: str, refused: list[str]
) -> None:
    note = (await note_on(organisation))[0]
    sign = """mutation S($i: TransitionCoachingNoteInput!) { transitionCoachingNote(input: $i) { errors { code } } }"""
    given = {"id": note["id"], "revision": note["revision"], "transition": "SIGN"}
    done = await organisation.data("coach_a", sign, frozenset({scope}), i=given)
    assert [e["code"] for e in done["transitionCoachingNote"]["errors"]] == refused
    assert await organisation.pool.fetchval("SELECT state FROM coaching_note") == ("DRAFT" if refused else "SIGNED")


async def test_the_report_to_the_agency_rests_and_the_protection_of_the_person_does_not(
    organisation: SampleOrganisation,
) -> None:
    referral = await started_referral(organisation)
    [client] = (await organisation.data("supervisor_a", '{ clients(search: "esimerkki") { nodes { id revision } } }'))[
        "clients"
    ]["nodes"]
    await restrict(organisation)
    found = await organisation.pool.fetchval("SELECT id FROM relationship WHERE referral_id IS NOT NULL LIMIT 1")
    given = {"kind": "FINAL", "startsOn": "2026-11-20", "endsOn": "2026-11-20"}
    _, refused = await try_to_create(
        organisation, "coach_a", "Report", relationshipId=f"relationship_{found.hex}", **given
    )
    assert refused == ["PROCESSING_RESTRICTION"]
    assert referral["id"]
    assert await update(organisation, "supervisor_a", "Client", client, safetyRestriction=True) == []


async def test_it_is_explained_who_may_take_a_transition_and_what_takes_it_away(
    organisation: SampleOrganisation,
) -> None:
    note = (await note_on(organisation))[0]
    query = 'query E($id: ID!) { explain(id: $id, permission: "move") { allowed rolesThatWouldDo restrictions } }'
    free = (await organisation.data("coach_a", query, id=note["id"]))["explain"]
    assert free == {"allowed": True, "rolesThatWouldDo": ["author"], "restrictions": []}
    await restrict(organisation)
    taken = (await organisation.data("coach_a", query, id=note["id"]))["explain"]
    assert taken == {"allowed": False, "rolesThatWouldDo": ["author"], "restrictions": ["processing_restriction"]}
