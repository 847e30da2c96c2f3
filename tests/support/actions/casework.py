"""From a referral to a contract in force: each step by whose step it is, through the API."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from models.client import Client
from tests.support.actions.content import create, step, update
from tests.support.organisation import STAMP, SampleOrganisation

REFERRAL = {
    "firstNames": "Eeva Maria",
    "lastName": "Esimerkki",
    "personalIdentityCode": "010190-900P",
    "serviceCode": "REHABILITATIVE_WORK",
    "goals": "Arjen rytmi",
    "basis": "CONSENT",
    "consentGivenOn": "2026-11-20",
    "safetyRestriction": False,
    "phone": "040 765 4321",
}
NOTHING_MORE: Mapping[str, Any] = MappingProxyType({})


async def referral_in_interview(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    """Send a referral of agency X to unit A and take it into review; return the referral, ready for a decision."""
    it = await create(organisation, "official_x", "Referral", unitId=organisation.ids["unit_a"], **(REFERRAL | more))
    assert await step(organisation, "official_x", "Referral", it, "SUBMIT") == []
    for name in ("RECEIVE", "REVIEW", "INTERVIEW"):
        assert await step(organisation, "supervisor_a", "Referral", it, name) == []
    return it


async def started_referral(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    """Accept such a referral and start it with coach A; return the referral."""
    it = await referral_in_interview(organisation, **more)
    assert await step(organisation, "supervisor_a", "Referral", it, "ACCEPT") == []
    decided = {"responsibleCoachId": organisation.ids["coach_a"], "registerId": organisation.ids["register"]}
    assert await update(organisation, "supervisor_a", "Referral", it, **decided) == []
    assert await step(organisation, "supervisor_a", "Referral", it, "START") == []
    return it


async def contract_to_sign(
    organisation: SampleOrganisation, referral: Mapping[str, Any] = NOTHING_MORE, **more: Any
) -> dict[str, Any]:
    """
    Write a contract for the client of a started referral, Mondays and Wednesdays for three months; return it
    unsigned.
    """
    await started_referral(organisation, **referral)
    query = '{ clients(search: "esimerkki") { nodes { relationships { nodes { id } } } } }'
    relationship = (await organisation.data("coach_a", query))["clients"]["nodes"][0]["relationships"]["nodes"][0]["id"]
    programme = await create(
        organisation,
        "coach_a",
        "Programme",
        relationshipId=relationship,
        serviceTypeId=organisation.ids["REHABILITATIVE_WORK"],
        startsOn="2026-12-01",
        planReference="AKT-1",
    )
    assert await step(organisation, "coach_a", "Programme", programme, "START") == []
    pattern = [
        {"weekday": 1, "startsAt": "09:00:00", "minutes": 300},
        {"weekday": 3, "startsAt": "09:00:00", "minutes": 300},
    ]
    given = {
        "programmeId": programme["id"],
        "startsOn": "2026-12-01",
        "endsOn": "2027-02-28",
        "weeklyPattern": pattern,
    } | more
    return await create(organisation, "coach_a", "Contract", **given)


async def contract_in_force(organisation: SampleOrganisation) -> dict[str, Any]:
    """Write the same contract, have client and supervisor sign it, and activate it; return the contract."""
    return await sign_and_activate(organisation, await contract_to_sign(organisation))


async def sign_and_activate(organisation: SampleOrganisation, it: dict[str, Any]) -> dict[str, Any]:
    """Have the client and the supervisor sign a contract, and activate it; return the contract."""
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []
    assert (
        await step(
            organisation, "coach_a", "Contract", it, "RECORD_SIGNATURE", reason="CLIENT", comment="Eeva Esimerkki"
        )
        == []
    )
    assert await step(organisation, "supervisor_a", "Contract", it, "ACTIVATE") == ["SIGNATURE_MISSING"]
    assert await step(organisation, "supervisor_a", "Contract", it, "SIGN") == []
    assert await step(organisation, "supervisor_a", "Contract", it, "ACTIVATE") == []
    return it


async def served_client(organisation: SampleOrganisation) -> dict[str, Any]:
    """Make a client of unit A with a contract in force, planned days, a signed note, a goal and a discarded note."""
    await contract_in_force(organisation)
    query = """{ clients(search: "esimerkki") { nodes { id revision
      relationships { nodes { id revision programmes { nodes { id } } } } } } }"""
    client = (await organisation.data("supervisor_a", query))["clients"]["nodes"][0]
    relationship = client["relationships"]["nodes"][0]
    noted = {"relationshipId": relationship["id"], "kind": "MEETING", "occurredAt": "2026-11-20T09:00:00Z"}
    note = await create(organisation, "coach_a", "CoachingNote", **noted, body="Kulkee hyvin")
    assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []
    dropped = await create(organisation, "coach_a", "CoachingNote", **noted, body="Turha")
    deleting = """mutation D($i: DeleteCoachingNoteInput!) { deleteCoachingNote(input: $i) { errors { code } } }"""
    given = {"id": dropped["id"], "revision": 1, "comment": "turha"}
    assert (await organisation.data("coach_a", deleting, i=given))["deleteCoachingNote"]["errors"] == []
    programme = relationship["programmes"]["nodes"][0]["id"]
    goal = {"programmeId": programme, "area": "DAILY_LIFE", "text": "Arjen rytmi"}
    await create(organisation, "coach_a", "Goal", **goal)
    return {"client": client, "relationship": relationship, "note": note, "dropped": dropped}


async def resembling(organisation: SampleOrganisation, unit: str = "unit_a", **more: Any) -> str:
    """Store a client of the names and the day of birth of the referral, without an identity code."""
    names = {"first_names": "Eeva Maria", "last_name": "Esimerkki", "sort_key": await _sort_key(organisation)}
    given = {"state": "ENDED", "date_of_birth": date(1990, 1, 1), "unit": organisation.rows[unit], **names, **more}
    row = await Client.create(**given, **STAMP)
    organisation.keep("double", "client", row)
    return organisation.ids["double"]


async def _sort_key(organisation: SampleOrganisation) -> str:
    return str(await organisation.pool.fetchval("SELECT sort_key FROM referral ORDER BY created_at DESC LIMIT 1"))
