"""Tasks of each role: what waits for whom, in pages, with its row in the log, and nothing that is hidden."""

from datetime import date, timedelta
from typing import Any

import pytest

import models
from tests.support.actions.casework import contract_in_force, contract_to_sign, referral_in_interview, started_referral
from tests.support.actions.content import create, step
from tests.support.actions.data_requests import make_request
from tests.support.actions.exports import store_note
from tests.support.actions.guardians import represent
from tests.support.actions.tasks import kinds, recorded_run, tasks
from tests.support.organisation import NOW, TODAY, SampleOrganisation

PAGE = """query P($first: Int, $after: String, $kinds: [TaskKind!]) {
  tasks(first: $first, after: $after, kinds: $kinds) {
  edges { cursor node { kind } } nodes { kind dueOn object { id __typename ... on Contract { endsOn } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
OTHERS = ("coach_b", "supervisor_b", "colleague_a", "manager", "finance", "administrator", "official_y")


async def test_a_contract_that_ends_within_two_weeks_is_a_task_until_the_next_one_is_written(
    organisation: SampleOrganisation,
) -> None:
    it = await contract_in_force(organisation)
    ends = models.Contract.filter(pk=it["id"].removeprefix("contract_"))
    for days, expected in ((15, []), (14, [("CONTRACT_ENDS", "2026-12-07", it["id"])])):
        await ends.update(starts_on=TODAY, ends_on=TODAY + timedelta(days))
        for who in ("coach_a", "supervisor_a"):
            assert await tasks(organisation, who, "CONTRACT_ENDS") == expected
        for who in OTHERS:
            assert "CONTRACT_ENDS" not in await kinds(organisation, who), who
    given = {"startsOn": "2026-12-08", "endsOn": "2027-03-05", "supersedesId": it["id"]}
    programme = f"programme_{(await ends.get()).programme_id.hex}"  # type: ignore[attr-defined] # the column of the key

    await create(organisation, "coach_a", "Contract", programmeId=programme, **given)

    assert await tasks(organisation, "coach_a", "CONTRACT_ENDS") == []


async def test_thirty_days_without_contact_are_a_task_and_a_signed_note_ends_it(
    organisation: SampleOrganisation,
) -> None:
    related = organisation.ids["relationship_aino"]
    assert ("NO_CONTACT", "2026-02-06", related) in await tasks(organisation, "coach_a", "NO_CONTACT")

    await store_note(organisation, "Luonnos", state="DRAFT", occurred_at=NOW)
    assert related in [task[2] for task in await tasks(organisation, "coach_a", "NO_CONTACT")]
    await store_note(organisation, "Tavattu", occurred_at=NOW - timedelta(days=29))
    assert related not in [task[2] for task in await tasks(organisation, "coach_a", "NO_CONTACT")]

    organisation.now = NOW + timedelta(days=1)
    assert ("NO_CONTACT", "2026-11-24", related) in await tasks(organisation, "coach_a", "NO_CONTACT")
    for who in (*OTHERS, "trainee", "official_x", "privacy_officer"):
        assert related not in [task[2] for task in await tasks(organisation, who)], who


async def test_a_day_that_is_hidden_is_no_contact_for_those_from_whom_it_is_hidden(
    organisation: SampleOrganisation,
) -> None:
    [day] = await recorded_run(organisation, "PRESENT", 1)
    await models.Attendance.filter(pk=day.removeprefix("attendance_")).update(presence="PRESENT")
    found: Any = await models.Attendance.get(pk=day.removeprefix("attendance_"))
    related: Any = await models.Relationship.get(client_id=found.client_id)
    task = ("NO_CONTACT", "2026-10-01", f"relationship_{related.pk.hex}")
    assert task not in await tasks(organisation, "coach_a", "NO_CONTACT")

    await models.Client.filter(pk=found.client_id).update(safety_restriction=True)

    assert task in await tasks(organisation, "coach_a", "NO_CONTACT")


async def test_a_programme_is_reviewed_every_three_months(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    programme: Any = await models.Programme.all().order_by("-id").first()
    programme.starts_on = TODAY - timedelta(days=80)
    await programme.save()
    expected = [("PROGRAMME_REVIEW", "2026-12-04", f"programme_{programme.pk.hex}")]
    assert await tasks(organisation, "coach_a", "PROGRAMME_REVIEW") == expected

    await models.Programme.filter(pk=programme.pk).update(next_review_on=date(2026, 11, 30))
    assert [day for _, day, _ in await tasks(organisation, "coach_a", "PROGRAMME_REVIEW")] == ["2026-11-30"]
    await models.Programme.filter(pk=programme.pk).update(next_review_on=None)

    related = f"relationship_{programme.relationship_id.hex}"
    period = {"kind": "INTERIM", "startsOn": "2026-09-04", "endsOn": "2026-11-20", "summary": "Hyvin"}
    report = await create(organisation, "coach_a", "Report", relationshipId=related, **period)
    for name in ("SHOW", "HEAR"):
        assert await tasks(organisation, "coach_a", "PROGRAMME_REVIEW") == expected
        assert await step(organisation, "coach_a", "Report", report, name) == []

    assert await tasks(organisation, "coach_a", "PROGRAMME_REVIEW") == []
    assert await tasks(organisation, "supervisor_a", "REPORT_TO_APPROVE") == [("REPORT_TO_APPROVE", None, report["id"])]
    assert await step(organisation, "supervisor_a", "Report", report, "APPROVE") == []
    assert await tasks(organisation, "coach_a", "REPORT_TO_DELIVER") == [("REPORT_TO_DELIVER", None, report["id"])]


async def test_a_referral_waits_for_the_unit_by_its_clock_and_for_the_agency_when_it_is_asked(
    organisation: SampleOrganisation,
) -> None:
    it = await referral_in_interview(organisation)
    due = await organisation.pool.fetchval("SELECT due_on::text FROM referral")

    assert await tasks(organisation, "supervisor_a", "REFERRAL_DUE") == [("REFERRAL_DUE", due, it["id"])]
    assert await step(organisation, "supervisor_a", "Referral", it, "WAITLIST") == []
    assert await tasks(organisation, "supervisor_a", "REFERRAL_DUE", "WAITLIST_ENDS") == []
    await models.Referral.all().update(waitlist_until=TODAY + timedelta(14))
    ends = [("WAITLIST_ENDS", "2026-12-07", it["id"])]
    assert await tasks(organisation, "supervisor_a", "WAITLIST_ENDS") == ends
    assert await step(organisation, "supervisor_a", "Referral", it, "ACCEPT") == []
    assert [task[0] for task in await tasks(organisation, "supervisor_a", "REFERRAL_TO_START")] == ["REFERRAL_TO_START"]
    for who in OTHERS:
        assert await tasks(organisation, who, "REFERRAL_DUE", "WAITLIST_ENDS", "REFERRAL_TO_START") == [], who


async def test_what_an_agency_is_asked_is_its_task_and_nobody_elses(organisation: SampleOrganisation) -> None:
    it = await create(
        organisation, "official_x", "Referral", unitId=organisation.ids["unit_a"], lastName="Esimerkki", goals="Rytmi",
        serviceCode="REHABILITATIVE_WORK", basis="STATUTORY", statute=await statute(organisation), firstNames="Eeva",
        safetyRestriction=False, personalIdentityCode="010190-900P",
    )  # fmt: skip
    assert await step(organisation, "official_x", "Referral", it, "SUBMIT") == []
    for name in ("RECEIVE", "REVIEW"):
        assert await step(organisation, "supervisor_a", "Referral", it, name) == []
    assert await tasks(organisation, "official_x") == []

    assert await step(organisation, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Mikä suunnitelma?") == []

    assert await tasks(organisation, "official_x") == [("REFERRAL_TO_COMPLETE", None, it["id"])]
    assert await tasks(organisation, "official_y") == []
    assert it["id"] not in [task[2] for task in await tasks(organisation, "supervisor_a")]
    assert await tasks(organisation, "official_x", scopes=frozenset({"attendance:read"})) == []
    assert await tasks(organisation, "official_x", scopes=frozenset({"referrals:read"})) != []


async def statute(organisation: SampleOrganisation) -> str:
    return str(await organisation.pool.fetchval("SELECT min(token) FROM term WHERE vocabulary = 'basis'"))


async def test_a_proposal_waits_for_whose_turn_it_is(organisation: SampleOrganisation) -> None:
    referral = await started_referral(organisation)
    given = {"kind": "CHANGE_INTENSITY", "text": "Jaksaa enemmän", "daysPerWeek": 4, "startsOn": "2026-12-14"}
    it = await create(organisation, "coach_a", "Proposal", referralId=referral["id"], **given)
    turns: tuple[tuple[str, str, dict[str, str], str, str, str | None], ...] = (
        ("coach_a", "SEND", {}, "official_x", "PROPOSAL_TO_DECIDE", None),
        ("official_x", "ASK", {"comment": "Miksi?"}, "coach_a", "PROPOSAL_TO_EXPLAIN", None),
        ("coach_a", "REPLY", {"comment": "Toive."}, "official_x", "PROPOSAL_TO_DECIDE", None),
        ("official_x", "ACCEPT", {}, "coach_a", "PROPOSAL_TO_CARRY_OUT", "2026-12-14"),
    )
    for who, name, more, next_, kind, due in turns:
        assert await step(organisation, who, "Proposal", it, name, **more) == []
        assert (kind, due, it["id"]) in await tasks(organisation, next_), kind
        assert it["id"] not in [task[2] for task in await tasks(organisation, "official_y")]
        other = {"coach_a": "official_x", "official_x": "coach_a"}[next_]
        assert it["id"] not in [task[2] for task in await tasks(organisation, other)], kind


async def test_a_contract_waits_for_the_signatures_that_it_lacks(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation, workplaceId=organisation.ids["workplace"])
    await models.Account.filter(subject="trainee").update(client_id=await organisation.pool.fetchval(_PERSON))
    assert await tasks(organisation, "finance") == [("PRICE_MISSING", "2026-12-01", it["id"])]

    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []

    mine = [("CONTRACT_TO_SIGN", "2026-12-01", it["id"])]
    assert await tasks(organisation, "finance") == []
    for who in ("trainee", "workplace", "supervisor_a"):
        assert await tasks(organisation, who, "CONTRACT_TO_SIGN") == mine, who
        assert await step(organisation, who, "Contract", it, "SIGN") == []
        assert await tasks(organisation, who, "CONTRACT_TO_SIGN") == [], who


_PERSON = "SELECT client_id FROM contract ORDER BY id DESC LIMIT 1"


async def test_a_guardian_has_the_tasks_of_the_person_as_far_as_the_representation_goes(
    organisation: SampleOrganisation,
) -> None:
    person = organisation.rows["aino"].pk
    whose = {"relationship_id": organisation.rows["relationship_aino"].pk, "client_id": person}
    period = {"kind": "INTERIM", "starts_on": TODAY, "ends_on": TODAY, "unit_id": organisation.rows["unit_a"].pk}
    stamp = {"created_at": NOW, "created_by": person, "modified_at": NOW, "modified_by": person}
    report = await models.Report.create(state="AT_HEARING", summary="Hyvin", **whose, **period, **stamp)
    waiting = [("REPORT_TO_HEAR", None, f"report_{report.pk.hex}")]
    assert await tasks(organisation, "trainee", "REPORT_TO_HEAR") == waiting

    await models.Client.filter(pk=person).update(date_of_birth=date(2012, 1, 1))
    await represent(organisation, matters=["COACHING"])

    assert await tasks(organisation, "guardian") == waiting
    await models.Representation.all().update(matters=["CONTRACT"])
    assert await tasks(organisation, "guardian") == []


async def test_a_data_request_is_the_privacy_officers_until_it_is_decided(organisation: SampleOrganisation) -> None:
    it = await make_request(organisation, "ACCESS")
    due = await organisation.pool.fetchval("SELECT due_on::text FROM data_request")

    assert await tasks(organisation, "privacy_officer") == [("DATA_REQUEST_DUE", due, it["id"])]
    assert it["id"] not in [task[2] for task in await tasks(organisation, "trainee")]
    assert await step(organisation, "trainee", "DataRequest", it, "WITHDRAW") == []
    assert await tasks(organisation, "privacy_officer") == []


async def test_what_is_submitted_waits_for_another_person_of_the_reviewers(organisation: SampleOrganisation) -> None:
    titles = {"titleFi": "koti", "titleSv": "hem", "titleEn": "home"}
    draft = await create(organisation, "administrator", "Term", vocabulary="goal_area", token="HOME", **titles)
    assert "TERM_TO_PUBLISH" not in await kinds(organisation, "manager")

    assert await step(organisation, "administrator", "Term", draft, "SUBMIT") == []

    waiting = [("TERM_TO_PUBLISH", None, draft["id"])]
    assert await tasks(organisation, "manager", "TERM_TO_PUBLISH") == waiting
    assert await tasks(organisation, "administrator", "TERM_TO_PUBLISH") == []  # who wrote it
    for who in ("coach_a", "supervisor_a", "finance", "privacy_officer", "official_x"):
        assert "TERM_TO_PUBLISH" not in await kinds(organisation, who), who
    assert await step(organisation, "manager", "Term", draft, "PUBLISH") == []
    assert await tasks(organisation, "manager", "TERM_TO_PUBLISH") == []


async def test_a_broken_glass_waits_for_its_review_by_another_person(organisation: SampleOrganisation) -> None:
    given = {"clientId": organisation.ids["aino"], "reason": "Asiakas sai sairauskohtauksen pajalla"}
    opened = await create(organisation, "supervisor_b", "EmergencyAccess", **given)

    assert await step(organisation, "supervisor_b", "EmergencyAccess", opened, "END") == []

    waiting = [("EMERGENCY_ACCESS_TO_REVIEW", None, opened["id"])]
    assert await tasks(organisation, "supervisor_a", "EMERGENCY_ACCESS_TO_REVIEW") == waiting
    assert await tasks(organisation, "privacy_officer", "EMERGENCY_ACCESS_TO_REVIEW") == waiting
    assert await tasks(organisation, "supervisor_b", "EMERGENCY_ACCESS_TO_REVIEW") == []
    assert "EMERGENCY_ACCESS_TO_REVIEW" not in await kinds(organisation, "coach_a")


async def test_pages_follow_each_other_and_a_cursor_is_of_its_list_alone(organisation: SampleOrganisation) -> None:
    whole = (await organisation.data("supervisor_a", PAGE))["tasks"]
    assert len(whole["nodes"]) == 2
    assert whole["pageInfo"]["hasNextPage"] is False

    one = (await organisation.data("supervisor_a", PAGE, first=1))["tasks"]
    assert one["pageInfo"]["hasNextPage"] is True
    assert one["pageInfo"]["startCursor"] == one["pageInfo"]["endCursor"] == one["edges"][0]["cursor"]
    two = (await organisation.data("supervisor_a", PAGE, first=1, after=one["pageInfo"]["endCursor"]))["tasks"]
    assert (two["pageInfo"]["hasNextPage"], two["pageInfo"]["hasPreviousPage"]) == (False, True)
    assert one["nodes"] + two["nodes"] == whole["nodes"]

    cursor = one["pageInfo"]["endCursor"]
    for who, kinds_ in (("coach_a", None), ("supervisor_a", ["NO_CONTACT"])):
        refused = await organisation.ask(who, PAGE, after=cursor, kinds=kinds_)
        assert [error["extensions"]["code"] for error in refused["errors"]] == ["BAD_CURSOR"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"first": 201}, "BAD_ARGUMENT"),
        ({"first": -1}, "BAD_ARGUMENT"),
        ({"kinds": ["LAUNDRY"]}, "BAD_REQUEST"),
        ({"after": "x"}, "BAD_CURSOR"),
    ],
)
async def test_what_is_no_page_is_refused_with_its_code(
    organisation: SampleOrganisation, asked: dict[str, Any], code: str
) -> None:
    answer = await organisation.ask("coach_a", PAGE, **asked)

    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


async def test_a_look_at_tasks_leaves_one_row_that_names_the_persons_of_the_page(
    organisation: SampleOrganisation,
) -> None:
    await organisation.data("coach_a", PAGE, first=1)

    [row] = await organisation.pool.fetch("SELECT fields, subjects, outcome FROM disclosure_log")
    assert {"Relationship.startedOn:filter", "CoachingNote.occurredAt:filter", "Attendance.code:filter"} <= set(
        row["fields"]
    )
    assert "Relationship.id" in row["fields"]
    assert (list(row["subjects"]), row["outcome"]) == ([organisation.rows["aino"].pk], "SHOWN")


async def test_an_object_shows_no_more_as_a_task_than_by_its_id(organisation: SampleOrganisation) -> None:
    it = await contract_in_force(organisation)
    await models.Contract.all().update(starts_on=TODAY, ends_on=TODAY)
    secret = "object { ... on Contract { id tasks priceCents weeklyPattern { minutes } client { lastName phones } } }"
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE")

    as_task = await organisation.data("coach_a", f"{{ tasks(kinds: [CONTRACT_ENDS]) {{ nodes {{ {secret} }} }} }}")
    by_id = await organisation.data("coach_a", f'{{ node(id: "{it["id"]}") {{ {secret[9:-2]} }} }}')

    assert [task["object"] for task in as_task["tasks"]["nodes"]] == [by_id["node"]]
    assert by_id["node"]["client"]["phones"] is None
