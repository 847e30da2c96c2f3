"""A locked day that was replaced counts nowhere any more, and is listed only when it is asked for."""

from typing import Any
from uuid import UUID

import pytest
from tortoise.transactions import in_transaction

from resolvers.rights.data_export_contents import gather_contents
from resolvers.rights.data_export_reading import Reading
from tests.support.actions.casework import contract_in_force
from tests.support.actions.content import create, step, update
from tests.support.actions.exports import viewer_context
from tests.support.organisation import SampleOrganisation

DAYS = "{ attendance(%s) { totalCount nodes { id day presence } } }"


async def corrected_day(organisation: SampleOrganisation) -> dict[str, Any]:
    """Lock a sick day and correct it to presence; return the locked day and the contract."""
    await contract_in_force(organisation)
    sql = "UPDATE attendance SET day = '2026-11-20' WHERE id = (SELECT id FROM attendance ORDER BY day LIMIT 1)"
    await organisation.pool.execute(sql)
    await organisation.pool.execute("UPDATE contract SET starts_on = '2026-11-01'")
    query = '{ attendance(filter: {day: {eq: "2026-11-20"}}) { nodes { id revision contract { id } } } }'
    [day] = (await organisation.data("coach_a", query))["attendance"]["nodes"]
    assert await update(organisation, "coach_a", "Attendance", day, code="ABSENT_SICK") == []
    for who, name in (("coach_a", "RECORD"), ("coach_a", "CONFIRM"), ("supervisor_a", "LOCK")):
        assert await step(organisation, who, "Attendance", day, name) == []
    given = {"contractId": day["contract"]["id"], "day": "2026-11-20", "plannedMinutes": 300, "replacesId": day["id"]}
    correction = await create(organisation, "coach_a", "Attendance", **given)
    return {"locked": day, "correction": correction}


@pytest.mark.parametrize("who", ["supervisor_a", "official_x", "colleague_a"])
async def test_a_replaced_day_is_in_no_list_and_in_no_total_unless_it_is_asked_for(
    organisation: SampleOrganisation, who: str
) -> None:
    it = await corrected_day(organisation)
    past = 'filter: {day: {eq: "2026-11-20"}}'
    locked, new = it["locked"], it["correction"]

    async def listed(arguments: str) -> tuple[int, set[str]]:
        found = (await organisation.data(who, DAYS % arguments))["attendance"]
        return found["totalCount"], {node["id"] for node in found["nodes"]} - {new["id"]} | (
            {"correction"} if new["id"] in {n["id"] for n in found["nodes"]} else set()
        )

    before = await listed(past)
    assert await update(organisation, "coach_a", "Attendance", new, code="PRESENT") == []
    assert await step(organisation, "coach_a", "Attendance", new, "RECORD") == []

    assert locked["id"] in before[1]  # a correction that is only planned replaces nothing
    assert await listed(past) == (1, {"correction"})
    assert await listed(f"{past}, includeReplaced: true") == (2, {"correction", locked["id"]})
    assert await listed(f"{past}, includeReplaced: false") == (1, {"correction"})
    assert (await organisation.data(who, "query A($id: ID!) { attendance: node(id: $id) { id } }", id=locked["id"]))[
        "attendance"
    ] == {"id": locked["id"]}


async def test_a_replaced_day_is_not_below_its_contract_and_not_in_its_counts(organisation: SampleOrganisation) -> None:
    it = await corrected_day(organisation)
    assert await update(organisation, "coach_a", "Attendance", it["correction"], code="PRESENT") == []
    assert await step(organisation, "coach_a", "Attendance", it["correction"], "RECORD") == []
    nested = """{ contracts { nodes { dayCounts { recorded present absent minutes }
      current: attendance(filter: {day: {eq: "2026-11-20"}}) { totalCount }
      all: attendance(filter: {day: {eq: "2026-11-20"}}, includeReplaced: true) { totalCount } } } }"""

    [contract] = (await organisation.data("supervisor_a", nested))["contracts"]["nodes"]

    assert (contract["current"]["totalCount"], contract["all"]["totalCount"]) == (1, 2)
    assert contract["dayCounts"] == [{"recorded": 1, "present": 1, "absent": 0, "minutes": 300}]


async def test_a_package_of_the_person_s_data_says_which_day_was_replaced(organisation: SampleOrganisation) -> None:
    it = await corrected_day(organisation)
    assert await update(organisation, "coach_a", "Attendance", it["correction"], code="PRESENT") == []
    assert await step(organisation, "coach_a", "Attendance", it["correction"], "RECORD") == []
    client = await organisation.pool.fetchval("SELECT client_id FROM attendance LIMIT 1")
    context = viewer_context(organisation, await organisation.viewer("privacy_officer"))

    async with in_transaction() as db:
        contents = await gather_contents(Reading(context, client, UUID(int=1), {}, with_names=False), db)

    days = {day["id"]: day.get("isReplaced", False) for day in contents.objects["Attendance"]}
    assert days[it["locked"]["id"]]
    assert sum(days.values()) == 1
