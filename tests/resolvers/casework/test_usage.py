"""Who retires something is shown what uses it, by number, and what happens to it; nothing retired is chosen again."""

from typing import Any

import pytest

from schema.root import declared_types
from tests.support.actions.casework import contract_in_force, started_referral
from tests.support.actions.content import step, try_to_create, update
from tests.support.organisation import SampleOrganisation

USED = "query U($id: ID!) { usedBy(id: $id) { type field count consequence { fi } } }"
TYPES = declared_types()


async def used(organisation: SampleOrganisation, who: str, id_: str) -> dict[tuple[str, str], int] | None:
    """Return how many objects use something, by type and field, as somebody is told."""
    found: list[dict[str, Any]] | None = (await organisation.data(who, USED, id=id_))["usedBy"]
    return None if found is None else {(one["type"], one["field"]): one["count"] for one in found}


async def test_an_administrator_is_told_by_number_what_uses_a_unit_and_a_coach(
    organisation: SampleOrganisation,
) -> None:
    await started_referral(organisation)

    unit = await used(organisation, "administrator", organisation.ids["unit_a"])
    coach = await used(organisation, "administrator", organisation.ids["coach_a"])

    assert unit is not None
    assert unit["Client", "unitId"] == 4
    assert unit["Referral", "unitId"] == 1
    assert coach == {("Referral", "responsibleCoachId"): 1, ("Relationship", "responsibleCoachId"): 3}


async def test_a_word_tells_where_it_is_used(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    await organisation.pool.execute("UPDATE attendance SET code = 'ABSENT_AGREED' WHERE day = '2026-12-02'")
    term = await organisation.pool.fetchval("SELECT id FROM term WHERE token = 'ABSENT_AGREED'")

    for who in ("administrator", "manager"):
        assert await used(organisation, who, f"term_{term.hex}") == {("Attendance", "code"): 1}
    assert await used(organisation, "coach_a", f"term_{term.hex}") is None


@pytest.mark.parametrize("who", ["coach_a", "trainee", "official_x", "finance", "privacy_officer"])
async def test_who_may_not_retire_something_is_told_nothing_of_its_use(
    organisation: SampleOrganisation, who: str
) -> None:
    assert await used(organisation, who, organisation.ids["unit_a"]) is None
    assert await used(organisation, who, organisation.ids["aino"]) is None


async def test_nothing_retired_is_chosen_by_any_reference(organisation: SampleOrganisation) -> None:
    unit = {"id": organisation.ids["unit_b"], "revision": 1}
    assert await step(organisation, "administrator", "Unit", unit, "RETIRE", comment="Suljettu") == []
    person = {
        "firstNames": "Eeva",
        "lastName": "Esimerkki",
        "safetyRestriction": False,
        "unitId": organisation.ids["unit_b"],
    }

    made = await try_to_create(organisation, "supervisor_b", "Client", **person)
    given = {"firstName": "Uuno", "lastName": "Uusi", "unitId": organisation.ids["unit_b"]}
    hired = await try_to_create(organisation, "administrator", "StaffMember", **given)
    moved = await update(
        organisation,
        "administrator",
        "StaffMember",
        {"id": organisation.ids["coach_a"], "revision": 1},
        unitId=organisation.ids["unit_b"],
    )
    kept = await update(
        organisation,
        "administrator",
        "StaffMember",
        {"id": organisation.ids["coach_b"], "revision": 1},
        unitId=organisation.ids["unit_b"],
        title="Valmentaja",
    )

    assert (made[1], hired[1], moved) == (["REFERENCE_ENDED"], ["REFERENCE_ENDED"], ["REFERENCE_ENDED"])
    assert kept == []  # what was chosen already stays


def test_each_exception_to_the_rule_names_the_rule_that_wants_it() -> None:
    exceptions = [f for t in TYPES.values() for f in t.fields.values() if f.also_in]

    assert exceptions
    assert all(f.afterwards is not None and f.afterwards.source for f in exceptions)
