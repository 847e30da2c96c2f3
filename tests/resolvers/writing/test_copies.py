"""Columns that carry permission follow their source: a client who moves takes notes, contracts and days along."""

import pytest

from tests.support.actions.casework import served_client
from tests.support.actions.content import create, step, update
from tests.support.organisation import SampleOrganisation

SEEN = """{ clients { totalCount } relationships { totalCount } programmes { totalCount } contracts { totalCount }
  attendance { totalCount } coachingNotes(filter: {kind: {eq: MEETING}}) { totalCount } consents { totalCount }
  referrals { totalCount } goals { totalCount } binItems { totalCount } }"""
FOLLOWED = ("relationship", "referral", "programme", "contract", "attendance", "coaching_note", "consent", "goal")


async def counts(organisation: SampleOrganisation, who: str) -> dict[str, int]:
    """Return how many objects of each type somebody sees."""
    return {key: found["totalCount"] for key, found in (await organisation.data(who, SEEN)).items()}


async def test_a_client_who_moves_takes_along_all_that_the_old_unit_saw(organisation: SampleOrganisation) -> None:
    before_of_b = await counts(organisation, "supervisor_b")
    before_of_a = await counts(organisation, "supervisor_a")
    it = await served_client(organisation)
    served = await counts(organisation, "supervisor_a")

    refused = await update(organisation, "supervisor_a", "Client", it["client"], unitId=organisation.ids["unit_b"])

    assert refused == []
    assert served["attendance"] > 20
    of_a, of_b = await counts(organisation, "supervisor_a"), await counts(organisation, "supervisor_b")
    assert of_a == before_of_a
    assert {key: of_b[key] - before_of_b[key] for key in of_b} == {
        key: served[key] - before_of_a[key] for key in served
    }


async def test_each_row_that_followed_has_a_revision_a_version_a_history_and_an_event(
    organisation: SampleOrganisation,
) -> None:
    it = await served_client(organisation)

    await update(organisation, "supervisor_a", "Client", it["client"], unitId=organisation.ids["unit_b"])

    moved = {"before": organisation.ids["unit_a"][-32:], "after": organisation.ids["unit_b"][-32:]}
    for table in FOLLOWED:
        rows = await organisation.pool.fetch(
            f"SELECT t.revision, h.action, h.actor_name, h.changes, v.stored->>'unit_id' AS unit, o.event"
            f" FROM {table} t JOIN history h ON h.object_id = t.id AND h.revision = t.revision"
            " JOIN version v ON v.object_id = t.id AND v.revision = t.revision"
            f" JOIN outbox o ON o.object_id = t.id AND o.revision = t.revision"
            " WHERE t.unit_id = $1 AND t.client_id = $2 AND h.action = 'FOLLOW'",
            organisation.rows["unit_b"].pk,
            it["client"]["id"][-32:],
        )
        assert len(rows) == await organisation.count(table, f"client_id = '{it['client']['id'][-32:]}'") > 0, table
        for row in rows:
            assert (row["actor_name"], row["unit"], row["event"]) == (
                "supervisor_a",
                moved["after"],
                f"{table}.follow",
            )
    told = "query H($id: ID!) { client(id: $id) { history { action changes { field } } } }"
    history = (await organisation.data("supervisor_b", told, id=it["client"]["id"]))["client"]["history"]
    assert history[0]["action"] == "UPDATE"
    assert "unitId" in str(history[0]["changes"])


async def test_a_recorded_day_counts_where_it_was_recorded_and_a_correction_with_it(
    organisation: SampleOrganisation,
) -> None:
    it = await served_client(organisation)
    await organisation.pool.execute("UPDATE attendance SET day = '2026-11-23' WHERE day = '2026-12-02'")
    query = '{ attendance(filter: {day: {eq: "2026-11-23"}}) { nodes { id revision } } }'
    day = (await organisation.data("coach_a", query))["attendance"]["nodes"][0]
    assert await update(organisation, "coach_a", "Attendance", day, code="PRESENT") == []
    assert await step(organisation, "coach_a", "Attendance", day, "RECORD") == []

    await update(organisation, "supervisor_a", "Client", it["client"], unitId=organisation.ids["unit_b"])

    found = await organisation.data(
        "supervisor_b",
        "query D($id: ID!) { node(id: $id) { ... on Attendance { unit { name } accountingUnit { name } } } }",
        id=day["id"],
    )
    assert found["node"] == {
        "unit": {"name": "unit_b"},
        "accountingUnit": {"name": "unit_a"},
    }


@pytest.mark.parametrize("noun", ["Relationship", "Substitution"])
async def test_nobody_points_a_record_at_another_client(organisation: SampleOrganisation, noun: str) -> None:
    it = {"id": organisation.ids["relationship_aino"], "revision": 1}
    if noun == "Substitution":
        given = {"clientId": "aino", "unitId": "unit_a", "staffMemberId": "coach_b"}
        named = {key: organisation.ids[name] for key, name in given.items()}
        it = await create(organisation, "supervisor_a", noun, **named, startsOn="2026-11-20")
    table = noun.lower()
    before = await organisation.pool.fetch(f"SELECT * FROM {table} ORDER BY id")

    refused = await update(organisation, "supervisor_a", noun, it, clientId=organisation.ids["ville"])

    assert refused == ["NEVER_CHANGES"]
    assert await organisation.pool.fetch(f"SELECT * FROM {table} ORDER BY id") == before
    assert await update(organisation, "supervisor_a", noun, it, clientId=organisation.ids["aino"]) == []


async def test_a_client_whom_nobody_serves_comes_into_the_unit_of_the_referral(
    organisation: SampleOrganisation,
) -> None:
    it = await served_client(organisation)
    await organisation.pool.execute(
        "UPDATE relationship SET state = 'ENDED' WHERE id = $1", it["relationship"]["id"][-32:]
    )
    await organisation.pool.execute("UPDATE client SET state = 'ENDED' WHERE id = $1", it["client"]["id"][-32:])
    again = await create(
        organisation,
        "official_y",
        "Referral",
        unitId=organisation.ids["unit_b"],
        firstNames="Eeva Maria",
        lastName="Esimerkki",
        personalIdentityCode="010190-900P",
        serviceCode="REHABILITATIVE_WORK",
        goals="Uusi alku",
        basis="STATUTORY",
        safetyRestriction=False,
    )
    assert await step(organisation, "official_y", "Referral", again, "SUBMIT") == []
    for name in ("RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT"):
        assert await step(organisation, "supervisor_b", "Referral", again, name) == []
    decided = {"responsibleCoachId": organisation.ids["coach_b"], "registerId": organisation.ids["register"]}
    assert await update(organisation, "supervisor_b", "Referral", again, **decided) == []

    assert await step(organisation, "supervisor_b", "Referral", again, "START") == []

    of_b = "query C($id: ID!) { client(id: $id) { state unit { name } coachingNotes { nodes { body } } } }"
    client = (await organisation.data("supervisor_b", of_b, id=it["client"]["id"]))["client"]
    assert client == {
        "state": "ACTIVE",
        "unit": {"name": "unit_b"},
        "coachingNotes": {"nodes": [{"body": "Kulkee hyvin"}]},
    }
    assert (await organisation.data("supervisor_a", of_b, id=it["client"]["id"]))["client"] is None


async def test_what_comes_back_from_the_bin_comes_to_where_the_client_is_now(organisation: SampleOrganisation) -> None:
    it = await served_client(organisation)
    moved = {"id": it["relationship"]["id"], "revision": it["relationship"]["revision"]}
    await update(organisation, "supervisor_a", "Relationship", moved, unitId=organisation.ids["unit_b"])
    entries = "{ binItems { nodes { id revision unit { name } } } }"
    assert (await organisation.data("supervisor_a", entries))["binItems"]["nodes"] == []
    entry = (await organisation.data("coach_a", entries))["binItems"]["nodes"][0]

    assert entry["unit"] == {"name": "unit_b"}
    assert await step(organisation, "coach_a", "BinItem", entry, "RESTORE", comment="tarvitaan") == []

    note = "SELECT unit_id FROM coaching_note WHERE id = $1"
    assert await organisation.pool.fetchval(note, it["dropped"]["id"][-32:]) == organisation.rows["unit_b"].pk
