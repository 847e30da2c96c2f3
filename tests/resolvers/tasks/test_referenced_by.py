"""What leads to an object: found by the declared references, and only by who may read them."""

from typing import Any

import models
from tests.support.actions.casework import served_client
from tests.support.organisation import SampleOrganisation

REFERENCED_BY = """query R($id: ID!, $first: Int, $after: String) {
  referencedBy(id: $id, first: $first, after: $after) {
  nodes { type field object { id } } pageInfo { hasNextPage endCursor } } }"""


async def references(organisation: SampleOrganisation, who: str, id: str, **asked: Any) -> set[tuple[str, str, str]]:  # noqa: A002
    """Return what leads to an object, as somebody is told."""
    found = (await organisation.data(who, REFERENCED_BY, id=id, **asked))["referencedBy"]
    return {(use["type"], use["field"], use["object"]["id"]) for use in found["nodes"]}


async def test_a_coach_is_told_what_leads_to_a_relationship(organisation: SampleOrganisation) -> None:
    it = await served_client(organisation)

    found = await references(organisation, "coach_a", it["relationship"]["id"])

    assert ("CoachingNote", "relationshipId", it["note"]["id"]) in found
    assert {type_ for type_, _, _ in found} >= {"CoachingNote", "Programme"}


async def test_a_list_of_ids_leads_too(organisation: SampleOrganisation) -> None:
    it = await served_client(organisation)
    goal = await models.Goal.all().first()
    assert goal is not None
    await models.CoachingNote.filter(pk=it["note"]["id"].partition("note_")[2]).update(goal_ids=[goal.pk])

    found = await references(organisation, "coach_a", f"goal_{goal.pk.hex}")

    assert ("CoachingNote", "goalIds", it["note"]["id"]) in found


async def test_nobody_is_told_of_what_may_not_be_read(organisation: SampleOrganisation) -> None:
    it = await served_client(organisation)
    mine = it["client"]["id"]
    absent = await organisation.raw("coach_b", REFERENCED_BY, None, id="client_" + "0" * 32)

    for who in ("coach_b", "supervisor_b", "official_y"):
        assert await organisation.raw(who, REFERENCED_BY, None, id=mine) == absent, who
    assert b'"referencedBy":null' in absent
    for who in ("finance", "trainee", "official_x", "manager"):
        raw = await organisation.raw(who, REFERENCED_BY, None, id=it["relationship"]["id"])
        assert it["note"]["id"].encode() not in raw, who


async def test_it_is_one_look_at_who_is_asked_about(organisation: SampleOrganisation) -> None:
    before = await organisation.count("disclosure_log")

    await references(organisation, "coach_a", organisation.ids["relationship_aino"], first=1)

    assert await organisation.count("disclosure_log") == before + 1
    row = await organisation.pool.fetchrow("SELECT subjects, fields FROM disclosure_log ORDER BY at DESC LIMIT 1")
    assert row is not None
    assert row["subjects"] == [organisation.rows["aino"].pk]
    assert "CoachingNote.relationshipId:filter" in row["fields"]


async def test_pages_follow_each_other_without_a_gap(organisation: SampleOrganisation) -> None:
    id_ = (await served_client(organisation))["client"]["id"]
    whole = (await organisation.data("coach_a", REFERENCED_BY, id=id_, first=200))["referencedBy"]["nodes"]
    paged: list[dict[str, Any]] = []
    cursor = None
    while len(paged) < len(whole):
        page = (await organisation.data("coach_a", REFERENCED_BY, id=id_, first=2, after=cursor))["referencedBy"]
        paged, cursor = paged + page["nodes"], page["pageInfo"]["endCursor"]

    assert len(whole) > 2
    assert paged == whole
