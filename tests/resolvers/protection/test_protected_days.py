"""The working days of a protected person: who may know where somebody will be, and who only counts what has been."""

from datetime import date
from typing import Any

import orjson
import pytest

import models
from models.account import RoleGrant
from tests.support.actions.content import try_to_create
from tests.support.organisation import STAMP, TODAY, SampleOrganisation

DAYS = "{ attendance(first: 50) { totalCount nodes { id day state code workplace { name } } } }"
PAST, TODAYS, NEXT = date(2026, 11, 16), TODAY, date(2026, 11, 30)
ON_SITE = ("coach_a", "supervisor_a", "colleague_a", "workplace")


@pytest.fixture
async def days(organisation: SampleOrganisation) -> SampleOrganisation:
    """Make a contract of the protected person with three Mondays: recorded, planned today, to come."""
    client: Any = organisation.rows["turva"]
    about = {"client": client, "unit_id": client.unit_id}
    programme = await models.Programme.create(
        state="ACTIVE",
        relationship=organisation.rows["relationship_turva"],
        starts_on=date(2026, 9, 1),
        service_type=organisation.rows["REHABILITATIVE_WORK"],
        **about,
        **STAMP,
    )
    contract = await models.Contract.create(
        state="ACTIVE",
        programme=programme,
        workplace=organisation.rows["workplace"],
        starts_on=date(2026, 9, 1),
        ends_on=date(2026, 12, 31),
        **about,
        **STAMP,
    )
    organisation.keep("contract", "contract", contract)
    for day, state, code in ((PAST, "RECORDED", "PRESENT"), (TODAYS, "PLANNED", None), (NEXT, "PLANNED", None)):
        row = await models.Attendance.create(
            contract=contract,
            workplace=organisation.rows["workplace"],
            day=day,
            state=state,
            code=code,
            planned_minutes=300,
            accounting_unit_id=client.unit_id if code else None,
            **about,
            **STAMP,
        )
        organisation.keep(str(day), "attendance", row)
    return organisation


async def seen(organisation: SampleOrganisation, who: str) -> list[str]:
    return [node["day"] for node in (await organisation.data(who, DAYS))["attendance"]["nodes"]]


@pytest.mark.parametrize("who", ON_SITE)
async def test_nobody_on_site_sees_a_day_of_a_protected_person_on_any_surface(
    days: SampleOrganisation, who: str
) -> None:
    one = "query D($id: ID!, $day: Date!) { node(id: $id) { id } attendance(filter: {day: {eq: $day}}) { totalCount } }"
    asked = await days.raw(who, one, id=days.ids[str(NEXT)], day=str(NEXT))
    nested = (
        await days.raw(who, "{ clients { nodes { attendance { nodes { day } } } } }") if who != "workplace" else b""
    )
    listed = await days.raw(who, DAYS)

    assert orjson.loads(asked)["data"] == {"node": None, "attendance": {"totalCount": 0}}
    assert all(str(day).encode() not in nested + listed for day in (PAST, TODAYS, NEXT))


async def test_whoever_is_cleared_and_the_person_see_every_day(days: SampleOrganisation) -> None:
    await days.pool.execute("UPDATE account SET client_id = $1 WHERE subject = 'trainee'", days.rows["turva"].pk)
    await RoleGrant.create(
        account=days.rows["account_coach_a"], role="cleared", starts_on=TODAY, state="IN_FORCE", **STAMP
    )

    assert await seen(days, "trainee") == [str(PAST), str(TODAYS), str(NEXT)]
    assert await seen(days, "coach_a") == [str(PAST), str(TODAYS), str(NEXT)]
    assert await seen(days, "supervisor_a") == []


async def test_the_privacy_officer_sees_what_has_been_and_nothing_that_comes(days: SampleOrganisation) -> None:
    assert await seen(days, "privacy_officer") == [str(PAST)]


@pytest.mark.parametrize("who", ["manager", "finance"])
async def test_those_who_count_see_counts_and_no_day(days: SampleOrganisation, who: str) -> None:
    counts = "{ contracts { nodes { dayCounts { month recorded } } } }"

    contracts = (await days.data(who, counts))["contracts"]["nodes"]

    assert await seen(days, who) == []
    assert [c["dayCounts"] for c in contracts] == [[{"month": str(PAST.replace(day=1)), "recorded": 1}]]


async def test_no_refusal_tells_a_coach_which_days_are_taken(days: SampleOrganisation) -> None:
    given = {"contractId": days.ids["contract"], "plannedMinutes": 300}

    taken = (await try_to_create(days, "coach_a", "Attendance", day=str(NEXT), **given))[1]
    free = (await try_to_create(days, "coach_a", "Attendance", day="2026-12-01", **given))[1]

    assert (taken, free) == (["DAYS_PROTECTED"], ["DAYS_PROTECTED"])
    assert await days.count("attendance") == 3
