"""The week of somebody: what happened, what is due and what waits, in one statement with one row in the log."""

from datetime import timedelta
from typing import Any

import pytest

import models
from tests.support.actions.attendance import planned_days, record_day
from tests.support.actions.casework import served_client
from tests.support.actions.content import create
from tests.support.actions.tasks import recorded_run
from tests.support.organisation import NOW, TODAY, SampleOrganisation

WEEK = """query W($from: Date!, $first: Int, $after: String) { myWeek(from: $from) { from before
  happened(first: $first, after: $after) { nodes { kind at object { id __typename ... on CoachingNote { body }
    ... on Attendance { code presence } } } pageInfo { hasNextPage endCursor } }
  due { nodes { kind dueOn object { id } } } waiting { nodes { kind dueOn object { id } } } } }"""
SECRET = "Kulkee hyvin"
PARTS = ("happened", "due", "waiting")


async def week(organisation: SampleOrganisation, who: str, **asked: Any) -> dict[str, Any]:
    """Return the week of somebody: that of today, unless another is asked for."""
    variables: dict[str, Any] = {"from": TODAY.isoformat()} | asked
    return dict((await organisation.data(who, WEEK, **variables))["myWeek"])


def found(page: dict[str, Any], kind: str) -> list[Any]:
    """Return the objects of one kind on a page."""
    return [node["object"] for node in page["nodes"] if node["kind"] == kind]


async def test_the_week_tells_what_happened_what_is_due_and_what_waits(organisation: SampleOrganisation) -> None:
    it = await served_client(organisation)
    programme = f"programme_{(await models.Programme.all().order_by('-id').first()).pk.hex}"  # type: ignore[union-attr] # there is one
    due = {"text": "Soitto", "dueOn": (TODAY + timedelta(days=6)).isoformat()}
    measure = await create(organisation, "coach_a", "Measure", programmeId=programme, **due)

    mine = await week(organisation, "coach_a")

    assert (mine["from"], mine["before"]) == ("2026-11-23", "2026-11-30")
    assert found(mine["happened"], "NOTE_SIGNED") == [
        {"id": it["note"]["id"], "__typename": "CoachingNote", "body": SECRET}
    ]
    changed = {node["__typename"] for node in found(mine["happened"], "CHANGED")}
    assert {"Referral", "Relationship", "Programme", "Contract", "Goal", "Measure"} <= changed
    assert mine["due"]["nodes"] == [{"kind": "MEASURE_DUE", "dueOn": due["dueOn"], "object": {"id": measure["id"]}}]
    assert organisation.ids["relationship_aino"] in [task["id"] for task in found(mine["waiting"], "NO_CONTACT")]


async def test_what_happened_before_and_after_the_week_is_not_in_it(organisation: SampleOrganisation) -> None:
    it = await served_client(organisation)
    note = models.CoachingNote.filter(pk=it["note"]["id"].partition("note_")[2])
    # Midnight in Finland is 22:00 UTC of the day before.
    for hours, is_in in ((-10.01, False), (-9.99, True), (24 * 7 - 10.01, True), (24 * 7 - 9.99, False)):
        await note.update(modified_at=NOW + timedelta(hours=hours))
        mine = await week(organisation, "coach_a")
        assert bool(found(mine["happened"], "NOTE_SIGNED")) is is_in, hours


async def test_others_are_told_of_their_people_alone_and_of_no_note(organisation: SampleOrganisation) -> None:
    it = await served_client(organisation)
    ids = (it["note"]["id"], it["relationship"]["id"])
    seen = {"supervisor_a": 2, "coach_a": 2}

    for who in (
        "supervisor_a",
        "coach_a",
        "coach_b",
        "supervisor_b",
        "colleague_a",
        "manager",
        "finance",
        "official_y",
    ):
        raw = await organisation.raw(who, WEEK, None, **{"from": TODAY.isoformat()})
        assert [id_.encode() in raw for id_ in ids].count(True) == seen.get(who, 0), who
        assert (SECRET.encode() in raw) is (who in seen), who
    raw = await organisation.raw("official_x", WEEK, None, **{"from": TODAY.isoformat()})
    assert it["note"]["id"].encode() not in raw
    assert SECRET.encode() not in raw


async def test_a_recorded_day_is_told_to_each_party_as_it_reads_it(organisation: SampleOrganisation) -> None:
    [day, _] = await planned_days(organisation, 2, TODAY, workplace_id=organisation.rows["workplace"].pk)
    await models.Account.filter(subject="trainee").update(client_id=day["client"])
    await record_day(organisation, "coach_a", default="PRESENT")
    await models.Attendance.filter(pk=day["id"][11:]).update(code="ABSENT_SICK", presence="ABSENT")

    for who, code in (("coach_a", "ABSENT_SICK"), ("trainee", "ABSENT_SICK"), ("workplace", None)):
        recorded = found((await week(organisation, who))["happened"], "DAY_RECORDED")
        assert len(recorded) == (1 if who == "trainee" else 2), who
        own = {"id": day["id"], "__typename": "Attendance", "code": code, "presence": "ABSENT"}
        assert own in recorded, who
    assert found((await week(organisation, "colleague_a"))["happened"], "DAY_RECORDED") == []


async def test_what_was_due_before_the_week_waits_and_what_is_due_in_it_is_due(
    organisation: SampleOrganisation,
) -> None:
    [day] = await recorded_run(organisation, "ABSENT_PENDING", 1)

    for start, part in ((TODAY, "due"), (TODAY + timedelta(7), "waiting"), (TODAY - timedelta(7), None)):
        mine = await week(organisation, "coach_a", **{"from": start.isoformat()})
        for name in ("due", "waiting"):
            assert (found(mine[name], "REASON_PENDING") == [{"id": day}]) is (name == part), (start, name)


async def test_what_happened_is_paged_the_latest_first(organisation: SampleOrganisation) -> None:
    await served_client(organisation)
    whole = (await week(organisation, "coach_a", first=200))["happened"]["nodes"]
    paged: list[Any] = []
    after, more = None, True

    while more:
        page = (await week(organisation, "coach_a", first=2, after=after))["happened"]
        paged += page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    assert paged == whole
    assert [node["at"] for node in paged] == sorted((node["at"] for node in paged), reverse=True)


async def test_a_week_is_one_look_in_the_log(organisation: SampleOrganisation) -> None:
    await served_client(organisation)
    before = await organisation.count("disclosure_log")

    await week(organisation, "coach_a")

    assert await organisation.count("disclosure_log") == before + 1
    row = await organisation.pool.fetchrow("SELECT fields, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert row is not None
    assert {"CoachingNote.modifiedAt:filter", "CoachingNote.body", "Attendance.recordedAt:filter"} <= set(row["fields"])
    assert organisation.rows["aino"].pk in row["subjects"]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("1492-10-12", "DATE_OUT_OF_BOUNDS"),
        ("9999-12-31", "DATE_OUT_OF_BOUNDS"),
        ("2026-02-30", "DATE_MALFORMED"),
        ("today", "DATE_MALFORMED"),
    ],
)
async def test_a_day_that_is_none_is_refused(organisation: SampleOrganisation, day: str, code: str) -> None:
    answer = await organisation.ask("coach_a", WEEK, None, **{"from": day})

    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


@pytest.mark.parametrize(
    "part", ["__typename", "from", "before", *(f"{name} {{ nodes {{ kind }} }}" for name in PARTS)]
)
async def test_each_part_of_a_week_is_asked_alone(organisation: SampleOrganisation, part: str) -> None:
    answer = await organisation.data("coach_a", f'{{ myWeek(from: "2026-11-23") {{ {part} }} }}')

    assert list(answer["myWeek"]) == [part.split(maxsplit=1)[0]]
