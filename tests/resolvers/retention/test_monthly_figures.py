"""The figures of months: who reads them, what they count, that they never change, and that nobody small follows."""

from datetime import date, timedelta
from random import Random
from typing import Any

import asyncpg
import pytest
from tortoise.transactions import in_transaction

import models
from resolvers.retention.monthly_figures import freeze_figures
from resolvers.retention.remnants import leave_remnants
from service.settings import Settings
from tests.support.actions.purges import worker_context
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation, hire_staff
from tests.support.queries.figure_attack import Told, derived_groups

FIGURES = """{ monthlyFigures(first: 100) { totalCount nodes {
  month kind code people unit { id } agency { id } } } }"""
LISTED = """query L($after: String) { relationships(first: 100, after: $after, orderBy: STARTED_ON) {
  nodes { id startedOn endedOn unit { id } client { id } } pageInfo { hasNextPage endCursor } } }"""
MARCH = date(2026, 3, 1)
PLACES, REASONS = ("491", "491", "179", None), ("COMPLETED", "COMPLETED", "MOVED", "HEALTH")


async def add_person(organisation: SampleOrganisation, number: int, started_on: date, **columns: Any) -> Any:
    """Store a client with a relationship that began on a day; `columns` are those of either."""
    of_client = {name: columns.pop(name) for name in ("municipality", "safety_restriction") if name in columns}
    unit = columns.pop("unit", organisation.rows["unit_a"])
    client = columns.pop("client", None) or await models.Client.create(
        state="ACTIVE", unit=unit, last_name=f"Luku{number}", sort_key=f"luku{number}", **STAMP, **of_client
    )
    row = await models.Relationship.create(
        state="ENDED" if "ended_on" in columns else "ACTIVE",
        client=client,
        register=organisation.rows["register"],
        unit=unit,
        responsible_coach=organisation.rows["coach_a"],
        started_on=started_on,
        **STAMP,
        **columns,
    )
    return client, row


async def figures(organisation: SampleOrganisation, who: str = "manager") -> list[dict[str, Any]]:
    """Return all figures that somebody reads."""
    return list((await organisation.data(who, FIGURES))["monthlyFigures"]["nodes"])


def counts(found: list[dict[str, Any]], kind: str, month: date = MARCH) -> dict[str | None, int]:
    """Return the figures of a kind in a month, by code."""
    return {f["code"]: f["people"] for f in found if f["kind"] == kind and f["month"] == month.isoformat()}


async def test_a_month_is_counted_once_by_unit_and_nothing_small_is_told(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    for number in range(11):
        place = "491" if number < 6 else "179"
        await add_person(organisation, number, MARCH, municipality=place)
    assert await figures(organisation) == []

    made = await freeze_figures(worker_context(settings))

    found = await figures(organisation)
    assert made == len(found)
    assert counts(found, "STARTED") == {None: 11}
    assert counts(found, "STARTED_BY_MUNICIPALITY") == {"491": 6, "179": 5}
    assert counts(found, "STARTED_BY_AGENCY") == {None: 11}
    assert {f["unit"]["id"] for f in found} == {organisation.ids["unit_a"]}
    assert await freeze_figures(worker_context(settings)) == 0


async def test_who_reads_the_figures(organisation: SampleOrganisation, settings: Settings) -> None:
    await hire_staff(organisation, "manager_b", "manager", "unit_b")
    for number in range(5):
        await add_person(organisation, number, MARCH)
    await freeze_figures(worker_context(settings))

    for who in ("manager", "finance"):
        assert counts(await figures(organisation, who), "STARTED") == {None: 5}
    for who in ("manager_b", "coach_a", "supervisor_a", "colleague_a", "privacy_officer", "administrator", "trainee"):
        assert await figures(organisation, who) == [], who
    assert await figures(organisation, "official_x") == []


async def test_who_is_protected_or_came_back_stands_in_no_municipality(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    for number in range(14):
        place = "491" if number < 8 else "179"
        await add_person(organisation, number, MARCH, municipality=place, safety_restriction=number == 0)
    early, _ = await add_person(organisation, 20, date(2026, 2, 2), municipality="491", ended_on=date(2026, 2, 20))
    await add_person(organisation, 21, MARCH, client=early)

    await freeze_figures(worker_context(settings))

    found = await figures(organisation)
    assert counts(found, "STARTED") == {None: 15}
    # Seven of 491 and six of 179 could be told, were it not for two people who must not follow from the rest.
    assert counts(found, "STARTED_BY_MUNICIPALITY") == {"491": 7}


async def test_what_was_counted_never_changes(organisation: SampleOrganisation, settings: Settings) -> None:
    for number in range(6):
        await add_person(organisation, number, MARCH, municipality="491")
    await freeze_figures(worker_context(settings))
    before = await figures(organisation)

    await add_person(organisation, 7, MARCH, municipality="491")
    await organisation.pool.execute("UPDATE client SET municipality = '179' WHERE last_name LIKE 'Luku%'")
    await freeze_figures(worker_context(settings, NOW + timedelta(days=1), TODAY + timedelta(days=1)))

    assert await figures(organisation) == before
    for statement in ("UPDATE monthly_figure SET people = 9", "DELETE FROM monthly_figure", "DELETE FROM frozen_month"):
        with pytest.raises(asyncpg.PostgresError):
            await organisation.pool.execute(statement)


async def test_the_present_month_and_one_that_settles_are_not_counted(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    for number in range(5):
        await add_person(organisation, number, date(2026, 10, 12))
        await add_person(organisation, 10 + number, date(2026, 11, 3))

    await freeze_figures(worker_context(settings, today=date(2026, 11, 10)))
    assert counts(await figures(organisation), "STARTED", date(2026, 10, 1)) == {}
    await freeze_figures(worker_context(settings, today=date(2026, 11, 11)))

    found = await figures(organisation)
    assert counts(found, "STARTED", date(2026, 10, 1)) == {None: 5}
    assert counts(found, "STARTED", date(2026, 11, 1)) == {}


@pytest.mark.parametrize("seed", [1, 3, 5])  # in which both kinds have figures
async def test_nobody_derives_a_group_of_one_to_four_from_all_that_a_manager_is_told(
    organisation: SampleOrganisation, settings: Settings, seed: int
) -> None:
    """The manager lists every relationship with unit, days and person, day after day, and solves for the rest."""
    chance, people = Random(seed), list[Any]()
    told: list[dict[str, Any]] = []
    system: dict[str, list[Told]] = {"STARTED_BY_MUNICIPALITY": [], "ENDED_BY_REASON": []}
    for number in range(70):
        people.append(await _random_person(organisation, chance, number, people))
        if number not in (30, 69):
            continue
        await freeze_figures(worker_context(settings, today=date(2026, 5 if number == 30 else 11, 23)))
        listed, now_told = await _listed(organisation), await figures(organisation)
        assert [f for f in now_told if f in told] == told
        for figure in (f for f in now_told if f not in told and f["kind"] in system):
            system[figure["kind"]].append(Told(_group(listed, figure), figure["code"], figure["people"]))
        told = now_told

    for kind, equations in system.items():
        assert equations, kind
        everybody = frozenset[Any]().union(*(one.group for one in equations))
        assert list(derived_groups(equations, everybody)) == []


async def _random_person(organisation: SampleOrganisation, chance: Random, number: int, people: list[Any]) -> Any:
    """Store somebody who starts from March to May, every other one until July or August, every ninth one again."""
    columns: dict[str, Any] = {"unit": organisation.rows[chance.choice(("unit_a", "unit_b"))]}
    if number % 2:
        columns["ended_on"] = date(2026, 7, 1) + timedelta(days=chance.randrange(60))
        columns["end_reason"] = chance.choice(REASONS)
    if people and number % 9 == 0:
        columns["client"] = chance.choice(people)
    else:
        columns |= {"municipality": chance.choice(PLACES), "safety_restriction": chance.random() < 0.1}
    started_on = MARCH + timedelta(days=chance.randrange(92))
    return (await add_person(organisation, number, started_on, **columns))[0]


async def _listed(organisation: SampleOrganisation) -> list[dict[str, Any]]:
    found, after = [], None
    while True:
        page = (await organisation.data("manager", LISTED, after=after))["relationships"]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


def _group(listed: list[dict[str, Any]], figure: dict[str, Any]) -> frozenset[Any]:
    """Return who is in the unit and the month of a figure, as the lists tell; a person at the first start alone."""
    ends = figure["kind"] == "ENDED_BY_REASON"
    first: dict[str, dict[str, Any]] = {}
    for row in listed:
        first.setdefault(row["id"] if ends else row["client"]["id"], row)
    day = "endedOn" if ends else "startedOn"
    return frozenset(
        key for key, r in first.items() if r["unit"] == figure["unit"] and str(r[day])[:7] == figure["month"][:7]
    )


async def test_a_reason_that_a_month_told_is_not_told_again_after_an_erasure(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    ended = {"ended_on": date(2026, 4, 3), "end_reason": "COMPLETED"}
    client, _ = await add_person(organisation, 1, MARCH, **ended)
    other, _ = await add_person(organisation, 2, MARCH, ended_on=TODAY, end_reason="MOVED")
    context = worker_context(settings)
    await freeze_figures(context)

    async with in_transaction() as db:
        await leave_remnants(context, client.pk, db)
        await leave_remnants(context, other.pk, db)

    kept = await organisation.pool.fetch("SELECT end_reason FROM statistic_row ORDER BY end_reason NULLS FIRST")
    assert [row["end_reason"] for row in kept] == [None, "MOVED"]
