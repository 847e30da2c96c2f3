"""Coaching groups: who keeps them, who sees who is in one, and the working day of a group."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

import models
from tests.support.actions.attendance import planned_days, record_day
from tests.support.organisation import STAMP, TODAY, SampleOrganisation

CREATE = """mutation C($input: CreateCoachingGroupInput!) { createCoachingGroup(input: $input) {
  coachingGroup { id name state coach { lastName } } errors { code path } } }"""
ADD = """mutation A($input: CreateGroupMemberInput!) { createGroupMember(input: $input) {
  groupMember { id revision state startsOn unit { id } coachingGroup { name } } errors { code path } } }"""
END = """mutation E($input: TransitionGroupMemberInput!) { transitionGroupMember(input: $input) {
  groupMember { state endsBefore } errors { code path } } }"""
END_GROUP = """mutation E($input: TransitionCoachingGroupInput!) { transitionCoachingGroup(input: $input) {
  coachingGroup { state } errors { code path } } }"""
MEMBERS = """query M($group: ID!) { groupMembers(filter: {coachingGroupId: {eq: $group}}, first: 50) {
  totalCount nodes { id client { id } } } }"""
GROUPS = "{ coachingGroups { nodes { id name } } }"
SHEET = """query S($scope: AttendanceScope!, $from: Date!, $to: Date!) {
  attendanceSheet(scope: $scope, from: $from, to: $to) {
    rows { client { id } contract { id } days { id day } } hasMore } }"""
NOT_ORGANISED = """mutation N($input: NotOrganisedInput!) { notOrganised(input: $input) {
  days { id code } refused { id } errors { code } } }"""
DAY = TODAY.isoformat()


async def make_group(organisation: SampleOrganisation, who: str = "coach_a") -> dict[str, Any]:
    """Return the answer to somebody who makes a group in unit A."""
    given = {"unitId": organisation.ids["unit_a"], "name": "Puutyöt", "coachId": organisation.ids["coach_a"]}
    return dict((await organisation.data(who, CREATE, input=given))["createCoachingGroup"])


async def group_of(organisation: SampleOrganisation, *clients: Any, **columns: Any) -> str:
    """Return the id of a group with these clients in it since September, unless `columns` say otherwise."""
    made = (await make_group(organisation))["coachingGroup"]["id"]
    for client in clients:
        row: Any = await models.Client.get(pk=client)
        dated = {"starts_on": TODAY - timedelta(days=60)} | columns
        await models.GroupMember.create(
            state="VALID", coaching_group_id=UUID(made[-32:]), client=row, unit_id=row.unit_id, **STAMP, **dated
        )
    return str(made)


async def sheet_rows(organisation: SampleOrganisation, who: str, group: str) -> list[dict[str, Any]]:
    """Return the rows of a group's sheet of today that have a day, as somebody reads it."""
    given: dict[str, Any] = {"scope": {"groupId": group}, "from": DAY, "to": DAY}
    found = await organisation.data(who, SHEET, **given)
    return [row for row in found["attendanceSheet"]["rows"] if row["days"]]


async def test_whoever_works_in_the_unit_keeps_its_groups(organisation: SampleOrganisation) -> None:
    for who in ("coach_a", "colleague_a", "supervisor_a"):
        assert (await make_group(organisation, who))["errors"] == [], who
    for who in ("coach_b", "supervisor_b", "manager", "finance", "administrator", "trainee", "official_x"):
        assert (await make_group(organisation, who))["coachingGroup"] is None, who
        assert (await organisation.data(who, GROUPS))["coachingGroups"]["nodes"] == [], who
    assert await organisation.count("coaching_group") == 3


async def test_a_coach_puts_the_own_people_into_a_group_and_takes_them_out(organisation: SampleOrganisation) -> None:
    group = (await make_group(organisation))["coachingGroup"]["id"]
    given = {"coachingGroupId": group, "clientId": organisation.ids["aino"], "startsOn": DAY}

    added = (await organisation.data("coach_a", ADD, input=given))["createGroupMember"]
    ended = await organisation.data(
        "coach_a", END, input={"id": added["groupMember"]["id"], "revision": 1, "transition": "END"}
    )

    assert added["errors"] == []
    assert added["groupMember"]["coachingGroup"] == {"name": "Puutyöt"}
    assert added["groupMember"]["unit"] == {"id": organisation.ids["unit_a"]}
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    assert ended["transitionGroupMember"]["groupMember"] == {"state": "ENDED", "endsBefore": tomorrow}
    for who, client in (("coach_a", "ville"), ("coach_b", "aino"), ("colleague_a", "aino"), ("manager", "aino")):
        refused = await organisation.data(who, ADD, input=given | {"clientId": organisation.ids[client]})
        assert refused["createGroupMember"]["errors"], (who, client)
    assert await organisation.count("group_member") == 1


async def test_a_period_does_not_go_backwards(organisation: SampleOrganisation) -> None:
    group = (await make_group(organisation))["coachingGroup"]["id"]
    given = {"coachingGroupId": group, "clientId": organisation.ids["aino"], "startsOn": DAY}

    refused = await organisation.data("coach_a", ADD, input=given | {"endsBefore": "2026-11-01"})

    assert [e["code"] for e in refused["createGroupMember"]["errors"]] == ["PERIOD_BACKWARDS"]


async def test_who_is_in_a_group_is_told_of_those_whom_one_sees(organisation: SampleOrganisation) -> None:
    rows = organisation.rows
    group = await group_of(organisation, rows["aino"].pk, rows["pertti"].pk, rows["turva"].pk)

    async def seen(who: str) -> set[str]:
        answer = await organisation.ask(who, MEMBERS, group=group)
        if "errors" in answer:  # whoever reads nobody's membership does not filter by it
            assert answer["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
            return set()
        found = answer["data"]["groupMembers"]
        assert found["totalCount"] == len(found["nodes"])
        return {node["client"]["id"] for node in found["nodes"]}

    assert await seen("coach_a") == {organisation.ids["aino"]}  # nobody tells where the protected person is
    assert await seen("supervisor_a") == {organisation.ids["aino"]}
    assert await seen("coach_b") == {organisation.ids["pertti"]}
    assert await seen("trainee") == {organisation.ids["aino"]}
    for who in ("colleague_a", "manager", "finance", "official_x", "workplace"):
        assert await seen(who) == set(), who


async def test_the_sheet_of_a_group_shows_its_people_as_far_as_one_sees_them(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, 4)
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE WHERE id = $1", days[2]["client"])
    group = await group_of(organisation, *(day["client"] for day in days[:3]))

    for who in ("coach_a", "supervisor_a"):
        rows = await sheet_rows(organisation, who, group)
        assert {row["days"][0]["id"] for row in rows} == {days[0]["id"], days[1]["id"]}, who
    # A colleague sees today's days of the unit, and not who is in which group.
    for who in ("colleague_a", "coach_b", "supervisor_b", "manager", "trainee", "workplace"):
        assert await sheet_rows(organisation, who, group) == [], who
    missing = group[:-4] + "0000"
    assert await sheet_rows(organisation, "coach_a", missing) == []


@pytest.mark.parametrize(
    ("starts", "ends", "is_there"), [(0, None, True), (1, None, False), (-9, 0, False), (-9, 1, True)]
)
async def test_somebody_is_in_a_group_on_the_days_of_the_period(
    organisation: SampleOrganisation, starts: int, ends: int | None, is_there: bool
) -> None:
    [day] = await planned_days(organisation, 1)
    ends_before = None if ends is None else TODAY + timedelta(days=ends)
    starts_on = TODAY + timedelta(days=starts)
    group = await group_of(organisation, day["client"], starts_on=starts_on, ends_before=ends_before)

    assert bool(await sheet_rows(organisation, "coach_a", group)) is is_there
    recorded = await record_day(organisation, "coach_a", scope={"groupId": group}, default="PRESENT")
    assert bool(recorded["days"]) is is_there


async def test_the_morning_of_a_group_is_recorded_and_nobody_elses(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, 4)
    await organisation.pool.execute(
        "UPDATE relationship SET responsible_coach_id = $1 WHERE client_id = $2",
        organisation.rows["coach_b"].pk,
        days[1]["client"],
    )
    group = await group_of(organisation, days[0]["client"], days[1]["client"])

    done = await record_day(organisation, "coach_a", scope={"groupId": group}, default="PRESENT")

    assert [(day["id"], day["code"]) for day in done["days"]] == [(days[0]["id"], "PRESENT")]
    assert (done["refused"], done["errors"]) == ([], [])
    assert await organisation.count("attendance", "state = 'RECORDED'") == 1


async def test_a_group_had_no_service_on_a_day(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, 2)
    group = await group_of(organisation, days[0]["client"])
    given = {"scope": {"groupId": group}, "day": DAY, "reason": "Ohjaaja sairas"}

    done = (await organisation.data("coach_a", NOT_ORGANISED, input=given))["notOrganised"]

    assert done["days"] == [{"id": days[0]["id"], "code": "NOT_ORGANISED"}]
    assert await organisation.count("attendance", "state = 'RECORDED'") == 1


async def test_a_group_ends_when_nobody_is_in_it_or_with_its_people(organisation: SampleOrganisation) -> None:
    group = await group_of(organisation, organisation.rows["aino"].pk)
    step = {"id": group, "revision": 1, "transition": "END"}

    refused = (await organisation.data("supervisor_a", END_GROUP, input=step))["transitionCoachingGroup"]
    done = (await organisation.data("supervisor_a", END_GROUP, input=step | {"closeBelow": True}))[
        "transitionCoachingGroup"
    ]

    assert [e["code"] for e in refused["errors"]] == ["OPEN_BELOW"]
    assert done["errors"] == []
    assert await organisation.count("group_member", "state = 'ENDED'") == 1
    given = {"coachingGroupId": group, "clientId": organisation.ids["aino"], "startsOn": DAY}
    after = (await organisation.data("coach_a", ADD, input=given))["createGroupMember"]
    assert [e["code"] for e in after["errors"]] == ["REFERENCE_ENDED"]
