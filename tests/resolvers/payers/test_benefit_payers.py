"""Who pays a person's benefit, by periods: who writes it down, who reads it, and that periods do not overlap."""

from typing import Any

import pytest

from tests.support.actions.content import step, try_to_create, update
from tests.support.actions.payers import payer_of, paying_agency
from tests.support.organisation import SampleOrganisation

READ = """query P($id: ID!) { benefitPayers(filter: { clientId: { eq: $id } }) {
  nodes { id startsOn endsOn payer { name } client { id } } } }"""
ALL = "{ benefitPayers { nodes { id startsOn payer { name } } } }"
FUND = "Metallin kassa"


async def fund(organisation: SampleOrganisation) -> None:
    await paying_agency(organisation)
    await organisation.pool.execute("UPDATE agency SET name = $1 WHERE name = 'fund'", FUND)


async def test_the_team_writes_the_payer_down_and_the_person_reads_it(organisation: SampleOrganisation) -> None:
    await fund(organisation)
    await payer_of(organisation, organisation.ids["aino"])

    for who in ("coach_a", "supervisor_a", "trainee"):
        [found] = (await organisation.data(who, READ, id=organisation.ids["aino"]))["benefitPayers"]["nodes"]
        assert (found["payer"]["name"], found["startsOn"], found["endsOn"]) == (FUND, "2026-09-01", None)


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "supervisor_b", "manager", "finance", "official_x"])
async def test_nobody_else_learns_who_pays(organisation: SampleOrganisation, who: str) -> None:
    await fund(organisation)
    it = await payer_of(organisation, organisation.ids["aino"])

    seen = str(await organisation.data(who, ALL))
    given = {"clientId": organisation.ids["aino"], "payerId": organisation.ids["fund"], "startsOn": "2020-01-01"}
    _, refused = await try_to_create(organisation, who, "BenefitPayer", **given)

    assert FUND not in seen
    assert it["id"] not in seen
    assert refused in (["FORBIDDEN"], ["NOT_FOUND"])
    assert await organisation.count("benefit_payer") == 1


async def test_two_periods_of_a_person_do_not_overlap(organisation: SampleOrganisation) -> None:
    await fund(organisation)
    aino, payer = organisation.ids["aino"], organisation.ids["fund"]
    first = await payer_of(organisation, aino, endsOn="2026-10-31")

    overlapping = {"clientId": aino, "payerId": payer, "startsOn": "2026-10-31"}
    _, refused = await try_to_create(organisation, "coach_a", "BenefitPayer", **overlapping)
    following = await payer_of(organisation, aino, startsOn="2026-11-01")
    moved = await update(organisation, "coach_a", "BenefitPayer", following, startsOn="2026-10-01")
    cancelled = await step(organisation, "coach_a", "BenefitPayer", first, "CANCEL", comment="Väärä kassa")
    free = await update(organisation, "coach_a", "BenefitPayer", following, startsOn="2026-10-01")

    assert (refused, moved, cancelled, free) == (["PAYERS_OVERLAP"], ["PAYERS_OVERLAP"], [], [])


async def test_a_period_is_not_backwards_and_its_payer_pays_benefits(organisation: SampleOrganisation) -> None:
    await fund(organisation)
    given: dict[str, Any] = {"clientId": organisation.ids["aino"], "startsOn": "2026-09-01"}

    backwards = given | {"payerId": organisation.ids["fund"], "endsOn": "2026-08-31"}
    _, too_early = await try_to_create(organisation, "coach_a", "BenefitPayer", **backwards)
    _, no_payer = await try_to_create(
        organisation, "coach_a", "BenefitPayer", **given, payerId=organisation.ids["agency_x"]
    )

    assert (too_early, no_payer) == (["PERIOD_BACKWARDS"], ["NOT_A_BENEFIT_PAYER"])
    assert await organisation.count("benefit_payer") == 0


async def test_who_pays_a_protected_person_is_hidden_from_those_who_are_not_cleared(
    organisation: SampleOrganisation,
) -> None:
    await fund(organisation)
    await payer_of(organisation, organisation.ids["turva"])

    [seen] = (await organisation.data("coach_a", READ, id=organisation.ids["turva"]))["benefitPayers"]["nodes"]

    assert (seen["payer"], seen["startsOn"]) == (None, "2026-09-01")
