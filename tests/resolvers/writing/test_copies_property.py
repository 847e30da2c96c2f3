"""After whatever is written through the API, every copied column has what its source has."""

from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

import pytest

from resolvers.writing.copies import CopiedColumn, copied_columns
from schema.root import declared_types
from tests.support.actions.casework import referral_in_interview, served_client, started_referral
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.referral_answers import answer_referral, draft_referral, take_referral_through
from tests.support.organisation import SampleOrganisation, hire_staff

TYPES, ROUNDS = declared_types(), 40
# Who makes what: everything that copies from a client, a relationship or a programme.
OF_CLIENT: dict[str, tuple[str, dict[str, Any]]] = {
    "LegalHold": ("privacy_officer", {"reason": "COURT", "holder": "Oikeus", "startsOn": "2026-11-01"}),
    "EmergencyAccess": ("chief", {"reason": "Puhelu poliisilta illalla kotiin", "minutes": 5}),
    "ClientInvitation": ("everywhere", {"identityProof": "PASSPORT"}),
    "Consent": ("chief", {"purpose": "REFERRAL_FOLLOW_UP", "categories": ["ATTENDANCE"]}),
}
NOTE = {"kind": "CALL", "occurredAt": "2026-11-20T09:00:00Z", "body": "Soitto"}


async def differing(organisation: SampleOrganisation) -> list[str]:
    """Return the copied columns that differ from their source somewhere, but for those that may."""
    return [
        f"{copied.type.noun}.{copied.column}"
        for copied in copied_columns(TYPES)
        if not copied.copy.may_differ and await _differs(organisation, copied)
    ]


async def _differs(organisation: SampleOrganisation, copied: CopiedColumn) -> int:
    table, source = copied.type.kind.table, copied.source_sql(TYPES, "t")
    sql = f'SELECT count(*) FROM {table} t WHERE t."{copied.column}" IS DISTINCT FROM {source}'
    return int(await organisation.pool.fetchval(sql))


async def rows_of(organisation: SampleOrganisation, noun: str, condition: str = "TRUE") -> list[dict[str, Any]]:
    """Return id and revision of every row of a type."""
    found = await organisation.pool.fetch(f"SELECT id, revision FROM {noun} WHERE {condition} ORDER BY id")
    return [{"id": f"{noun}_{row['id'].hex}", "revision": row["revision"]} for row in found]


async def move_anything(organisation: SampleOrganisation, chance: Random) -> None:
    """Give a client, a relationship or a referral another unit."""
    noun, type_ = chance.choice((("client", "Client"), ("relationship", "Relationship"), ("referral", "Referral")))
    it = chance.choice(await rows_of(organisation, noun))
    unit = organisation.ids[chance.choice(("unit_a", "unit_b"))]
    await update(organisation, "chief", type_, it, unitId=unit)


async def write_below_a_relationship(organisation: SampleOrganisation, chance: Random) -> None:
    """Write a note, or start a programme with a goal and a measure."""
    it = chance.choice(await rows_of(organisation, "relationship"))
    if chance.random() < 0.5:
        await try_to_create(organisation, "chief", "CoachingNote", relationshipId=it["id"], **NOTE)
        return
    given = {"serviceTypeId": organisation.ids["REHABILITATIVE_WORK"], "startsOn": "2026-12-01"}
    programme, _ = await try_to_create(organisation, "chief", "Programme", relationshipId=it["id"], **given)
    if programme:
        own = {"programmeId": programme["id"], "text": "Harjoitus"}
        goal = await create(organisation, "chief", "Goal", **own, area="DAILY_LIFE")
        await create(organisation, "chief", "Measure", **own, goalId=goal["id"])
        period = {"startsOn": "2026-12-01", "endsOn": "2026-12-31"}
        await create(organisation, "chief", "Contract", programmeId=programme["id"], **period)


async def write_of_a_client(organisation: SampleOrganisation, chance: Random) -> None:
    """Make something that belongs to the client alone; what is refused is not there."""
    it = chance.choice(await rows_of(organisation, "client", "state = 'ACTIVE'"))
    noun, (who, given) = chance.choice(list(OF_CLIENT.items()))
    if noun == "Consent":
        given = given | {"agencyId": organisation.ids["agency_x"]}
    await try_to_create(organisation, "chief" if who == "everywhere" else who, noun, clientId=it["id"], **given)


async def pass_on_a_referral(organisation: SampleOrganisation, chance: Random) -> None:
    """Take a referral with its answers a step further, or start it for a coach of either unit."""
    it = chance.choice(await rows_of(organisation, "referral"))
    chosen = organisation.ids[chance.choice(("coach_a", "coach_b"))]
    decided = {"responsibleCoachId": chosen, "registerId": organisation.ids["register"]}
    await update(organisation, "chief", "Referral", it, **decided)
    await step(organisation, "chief", "Referral", it, chance.choice(("ACCEPT", "START", "WAITLIST")))


async def move_the_contract(organisation: SampleOrganisation) -> None:
    """Give the relationship of the contract in force, with its planned days, the unit that it is not in."""
    in_force = "SELECT c.programme_id FROM contract c WHERE c.state = 'ACTIVE'"
    found = f"id IN (SELECT p.relationship_id FROM programme p WHERE p.id IN ({in_force}))"
    [it] = await rows_of(organisation, "relationship", found)
    there = await organisation.pool.fetchval("SELECT unit_id FROM relationship WHERE id = $1", it["id"][-32:])
    other = next(name for name in ("unit_a", "unit_b") if organisation.rows[name].pk != there)
    assert await update(organisation, "chief", "Relationship", it, unitId=organisation.ids[other]) == []


ACTS: tuple[Callable[[SampleOrganisation, Random], Awaitable[None]], ...] = (
    move_anything,
    move_anything,
    write_below_a_relationship,
    write_of_a_client,
    pass_on_a_referral,
)


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_copy_is_what_its_source_has_after_random_writes(
    organisation: SampleOrganisation, seed: int
) -> None:
    await hire_staff(organisation, "chief", "supervisor", None)
    await served_client(organisation)
    answered = await draft_referral(organisation, personalIdentityCode="010190-901R", lastName="Toinen")
    await answer_referral(organisation, answered)
    await take_referral_through(organisation, answered, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW")
    chance = Random(seed)

    for _ in range(ROUNDS):
        await chance.choice(ACTS)(organisation, chance)
        assert await differing(organisation) == []

    await move_the_contract(organisation)
    assert await differing(organisation) == []
    moved = "SELECT DISTINCT noun FROM history WHERE action = 'FOLLOW'"
    nouns = {row["noun"] for row in await organisation.pool.fetch(moved)}
    assert {"programme", "contract", "attendance", "form_answer", "coaching_note", "goal", "measure"} <= nouns


async def test_the_comparison_sees_a_copy_that_was_left_behind(organisation: SampleOrganisation) -> None:
    await started_referral(organisation)
    await organisation.pool.execute("UPDATE client SET unit_id = $1", organisation.rows["unit_b"].pk)

    assert await differing(organisation) == ["consent.unit_id"]


async def test_a_referral_of_a_stranger_takes_its_answers_to_another_unit(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation)

    assert await update(organisation, "supervisor_a", "Referral", it, unitId=organisation.ids["unit_b"]) == []

    assert await differing(organisation) == []
