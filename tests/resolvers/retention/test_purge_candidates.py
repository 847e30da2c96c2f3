"""What a purge would erase, before anybody proposes it; and what statistics tell afterwards."""

from datetime import timedelta
from uuid import uuid4

from resolvers.retention.monthly_figures import freeze_figures
from service.settings import Settings
from tests.support.actions.purges import (
    LONG_AGO,
    end_relationship,
    place_legal_hold,
    preview_purge,
    propose,
    purge_as_read,
    worker_context,
)
from tests.support.organisation import NOW, TODAY, SampleOrganisation

STATISTICS = "{ statistics { year unitId serviceCode people months endReasons { type rows } days { type rows } } }"


async def test_a_preview_tells_who_would_go_and_who_is_held_back_and_changes_nothing(
    organisation: SampleOrganisation,
) -> None:
    for name in ("saara", "ville"):
        await end_relationship(organisation, name, LONG_AGO)
    await place_legal_hold(organisation, "ville")

    told = await preview_purge(organisation, "privacy_officer", kind="DUE", register=organisation.ids["register"])

    assert (told["judgedOn"], told["going"], told["heldBack"]) == (str(TODAY), 1, 1)
    assert told["items"] == [
        {"target": organisation.ids["ville"], "dueOn": "2026-11-23", "obstacle": "LEGAL_HOLD"},
        {"target": organisation.ids["saara"], "dueOn": "2026-11-23", "obstacle": None},
    ]
    assert told["counts"] == [{"type": "relationship", "rows": 1}, {"type": "client", "rows": 1}]
    assert await organisation.count("purge") == 0
    assert told["counts"] == (await purge_as_read(organisation, await propose(organisation)))["counts"]


async def test_only_who_may_propose_a_purge_is_shown_a_preview(organisation: SampleOrganisation) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    for who in ("manager", "supervisor_a", "coach_a", "administrator", "finance", "trainee", "official_x"):
        assert await preview_purge(organisation, who, kind="DUE", register=organisation.ids["register"]) is None
    assert (
        await preview_purge(organisation, "privacy_officer", kind="PERSON", register=organisation.ids["register"])
        is None
    )
    one = await preview_purge(organisation, "privacy_officer", kind="PERSON", person=organisation.ids["aino"])
    assert one["items"] == [{"target": organisation.ids["aino"], "dueOn": None, "obstacle": "OPEN_RELATIONSHIP"}]


async def test_due_dates_are_found_by_the_privacy_officer_alone(organisation: SampleOrganisation) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    await organisation.pool.execute(
        "UPDATE relationship SET retention_due_on = '2026-11-23' WHERE ended_on IS NOT NULL"
    )
    query = '{ relationships(filter: {retentionDueOn: {lt: "2026-11-24"}}) { nodes { id retentionDueOn } } }'

    found = (await organisation.data("privacy_officer", query))["relationships"]["nodes"]

    assert found == [{"id": organisation.ids["relationship_saara"], "retentionDueOn": "2026-11-23"}]
    coach = await organisation.ask("coach_a", query)
    assert "2026" not in str(coach.get("data"))


async def test_a_list_of_relationships_pages_to_its_end_where_days_are_missing(
    organisation: SampleOrganisation,
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    query = """query R($after: String) { relationships(first: 1, after: $after, orderBy: STARTED_ON) {
      totalCount edges { cursor node { id retentionDueOn } } pageInfo { hasNextPage } } }"""
    found, after = [], None
    while True:
        page = (await organisation.data("privacy_officer", query, after=after))["relationships"]
        found += [edge["node"]["id"] for edge in page["edges"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["edges"][-1]["cursor"]
        assert after is not None

    assert len(set(found)) == len(found) == page["totalCount"] > 2
    refused = await organisation.ask("privacy_officer", "{ relationships(orderBy: RETENTION_DUE_ON) { totalCount } }")
    assert refused["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


async def add_statistics(organisation: SampleOrganisation, *rows: tuple[str, str | None, str]) -> None:
    """Store what is left of erased people of 2025: service, reason of the end, days by code."""
    for code, reason, days in rows:
        sql = "INSERT INTO statistic_row VALUES ($1, 2025, $2, $3, 3, $4, $5)"
        await organisation.pool.execute(sql, uuid4(), organisation.rows["unit_a"].pk, code, reason, days)


async def test_statistics_tell_of_groups_of_five_and_of_no_smaller_one(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    rows = [("WORKSHOP", "COMPLETED", '{"PRESENT": 10}')] * 6
    rows += [("WORKSHOP", "DECEASED", '{"ABSENT_SICK": 77}')]
    rows += [("WORK_TRIAL", "HEALTH", "{}")] * 4
    await add_statistics(organisation, *rows)
    await freeze_figures(worker_context(settings))

    told = (await organisation.data("manager", STATISTICS))["statistics"]

    assert [(g["serviceCode"], g["people"], g["months"]) for g in told] == [("WORKSHOP", 7, 21)]
    assert told[0]["endReasons"] == []  # one died: six of seven would tell it
    assert told[0]["days"] == [{"type": "PRESENT", "rows": 60}]
    for who in ("coach_a", "administrator", "trainee", "official_x"):
        assert (await organisation.data(who, STATISTICS))["statistics"] == []


async def test_yesterdays_statistics_tell_nobody_who_was_erased_since(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await add_statistics(organisation, *[("WORKSHOP", "COMPLETED", '{"PRESENT": 10}')] * 5)
    await freeze_figures(worker_context(settings))
    yesterday = (await organisation.data("manager", STATISTICS))["statistics"]

    await add_statistics(organisation, *[("WORKSHOP", "HEALTH", '{"PRESENT": 1}')] * 4)
    await freeze_figures(worker_context(settings, NOW + timedelta(days=1)))
    assert (await organisation.data("manager", STATISTICS))["statistics"] == yesterday
    await add_statistics(organisation, ("WORKSHOP", None, "{}"))
    await freeze_figures(worker_context(settings, NOW + timedelta(days=2)))

    [today] = (await organisation.data("manager", STATISTICS))["statistics"]
    assert (yesterday[0]["people"], today["people"]) == (5, 10)
    assert today["endReasons"] == [{"type": "COMPLETED", "rows": 5}]  # four of the five who came share a reason
    assert today["days"] == [{"type": "PRESENT", "rows": 50}]
