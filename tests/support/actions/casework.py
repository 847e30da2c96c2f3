"""From a referral to a contract in force: each step by whose step it is, through the API."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tests.support.actions.content import create, step, update
from tests.support.organisation import World

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


async def sent(world: World, **more: Any) -> dict[str, Any]:
    """A referral that the official of agency X sent to unit A and the supervisor took into review."""
    it = await create(world, "official_x", "Referral", unitId=world.ids["unit_a"], **(REFERRAL | more))
    assert await step(world, "official_x", "Referral", it, "SUBMIT") == []
    for name in ("RECEIVE", "REVIEW", "INTERVIEW"):
        assert await step(world, "supervisor_a", "Referral", it, name) == []
    return it


async def started(world: World, **more: Any) -> dict[str, Any]:
    """A referral whose relationship has begun with coach A."""
    it = await sent(world, **more)
    assert await step(world, "supervisor_a", "Referral", it, "ACCEPT") == []
    decided = {"responsibleCoachId": world.ids["coach_a"], "registerId": world.ids["register"]}
    assert await update(world, "supervisor_a", "Referral", it, **decided) == []
    assert await step(world, "supervisor_a", "Referral", it, "START") == []
    return it


async def contracted(world: World, referral: Mapping[str, Any] = NOTHING_MORE, **more: Any) -> dict[str, Any]:
    """A contract of the started client, Mondays and Wednesdays for three months, ready to be signed."""
    await started(world, **referral)
    query = '{ clients(search: "esimerkki") { nodes { relationships { nodes { id } } } } }'
    relationship = (await world.data("coach_a", query))["clients"]["nodes"][0]["relationships"]["nodes"][0]["id"]
    programme = await create(
        world,
        "coach_a",
        "Programme",
        relationshipId=relationship,
        serviceTypeId=world.ids["REHABILITATIVE_WORK"],
        startsOn="2026-12-01",
        planReference="AKT-1",
    )
    assert await step(world, "coach_a", "Programme", programme, "START") == []
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
    return await create(world, "coach_a", "Contract", **given)


async def activated(world: World) -> dict[str, Any]:
    """The same contract, signed on paper by the client and by the supervisor, and in force."""
    return await put_in_force(world, await contracted(world))


async def put_in_force(world: World, it: dict[str, Any]) -> dict[str, Any]:
    """Have a contract that is ready to be signed signed and activated."""
    assert await step(world, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []
    assert (
        await step(world, "coach_a", "Contract", it, "RECORD_SIGNATURE", reason="CLIENT", comment="Eeva Esimerkki")
        == []
    )
    assert await step(world, "supervisor_a", "Contract", it, "ACTIVATE") == ["SIGNATURE_MISSING"]
    assert await step(world, "supervisor_a", "Contract", it, "SIGN") == []
    assert await step(world, "supervisor_a", "Contract", it, "ACTIVATE") == []
    return it
