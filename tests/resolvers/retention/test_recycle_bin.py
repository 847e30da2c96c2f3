"""The recycle bin: what was deleted is nowhere, its entry tells nothing, it comes back or is gone for good."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

import models
from resolvers.retention.recycle_bin import purge_bin, roles_that_may_discard
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from schema.root import declared_types
from service.resources import schema_and_content_types
from tests.support.actions.content import create
from tests.support.actions.purges import place_legal_hold
from tests.support.organisation import STAMP, TODAY, SampleOrganisation
from workflow.bin_item import bin_item
from workflow.roles import Role
from workflow.vocabulary import VIEW

NOTE = """mutation C($i: CreateCoachingNoteInput!) { createCoachingNote(input: $i) {
  coachingNote { id revision } errors { code path } } }"""
RESTORE = """mutation R($i: TransitionBinItemInput!) { transitionBinItem(input: $i) {
  binItem { state } errors { code path } } }"""
RELEASE = """mutation R($i: TransitionLegalHoldInput!) { transitionLegalHold(input: $i) {
  legalHold { state } errors { code } } }"""
BIN = "{ binItems { totalCount nodes { id state contentType createdAt purgeOn history { action comment } } } }"
SECRET = "Kertoi vaikeasta viikosta"


async def noted(organisation: SampleOrganisation, who: str = "coach_a", **given: Any) -> dict[str, Any]:
    """Return a draft of a note about Aino."""
    values = {
        "relationshipId": organisation.ids["relationship_aino"],
        "kind": "CALL",
        "occurredAt": "2026-11-20T09:00:00Z",
        "body": SECRET,
        **given,
    }
    found: dict[str, Any] = (await organisation.data(who, NOTE, i=values))["createCoachingNote"]["coachingNote"]
    return found


async def deleted(
    organisation: SampleOrganisation, who: str, type_: str, revision: int, id_: str, comment: str = "Vahinko"
) -> Any:
    """Put an object into the bin and return the payload."""
    query = f"""mutation D($i: Delete{type_}Input!) {{ delete{type_}(input: $i) {{
      binItem {{ id revision state contentType purgeOn client {{ id }} }} deletedId errors {{ code path }} }} }}"""
    given = {"id": id_, "revision": revision, "comment": comment}
    return (await organisation.data(who, query, i=given))[f"delete{type_}"]


async def restored(organisation: SampleOrganisation, who: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Take an object out of the bin and return the payload."""
    given = {"id": entry["id"], "revision": entry["revision"], "transition": "RESTORE"}
    found: dict[str, Any] = (await organisation.data(who, RESTORE, i=given))["transitionBinItem"]
    return found


async def programme_with_goal(organisation: SampleOrganisation) -> tuple[str, str]:
    """Return the ids of a planned programme and of its goal."""
    about = {"client_id": organisation.rows["aino"].pk, "unit_id": organisation.rows["unit_a"].pk}
    programme = await models.Programme.create(
        state="PLANNED",
        relationship_id=organisation.rows["relationship_aino"].pk,
        starts_on=TODAY,
        service_type_id=organisation.rows["WORKSHOP"].pk,
        **about,
        **STAMP,
    )
    goal = await models.Goal.create(state="OPEN", programme=programme, area="STUDY", text="Kokiksi", **about, **STAMP)
    return f"programme_{programme.pk.hex}", f"goal_{goal.pk.hex}"


async def purge(organisation: SampleOrganisation, days: int) -> int:
    """Run the scheduled job as many days later."""
    keyring = organisation.answering.commands.keyring
    later = organisation.now + timedelta(days=days)
    return await purge_bin(
        system_context(schema_and_content_types()[1], RULEBOOK, keyring, later, TODAY + timedelta(days=days))
    )


async def test_what_is_deleted_leaves_every_list_and_its_entry_tells_nothing_of_it(
    organisation: SampleOrganisation,
) -> None:
    note = await noted(organisation)
    done = await deleted(organisation, "coach_a", "CoachingNote", 1, note["id"])
    shown = await organisation.raw(
        "coach_a", "query N($i: ID!) { node(id: $i) { id } coachingNotes { totalCount } }", i=note["id"]
    )
    found = await organisation.data("coach_a", '{ coachingNotes(search: "vaikeasta") { totalCount } }')
    entry = await organisation.raw("coach_a", BIN)

    assert done["errors"] == []
    assert done["binItem"]["contentType"] == "coaching_note"
    assert done["deletedId"] == note["id"]
    assert done["binItem"]["client"] == {"id": organisation.ids["aino"]}
    assert b'"totalCount":0' in shown.replace(b" ", b"")
    assert found == {"coachingNotes": {"totalCount": 0}}
    assert b'"node":null' in shown
    assert SECRET.encode() not in entry
    assert (
        await organisation.count("coaching_note")
        == await organisation.count("search_entry", "noun = 'coaching_note'")
        == 0
    )


async def test_a_draft_note_in_the_bin_is_seen_by_its_author_alone(organisation: SampleOrganisation) -> None:
    note = await noted(organisation)
    entry = (await deleted(organisation, "coach_a", "CoachingNote", 1, note["id"]))["binItem"]
    people = ("coach_a", "coach_b", "supervisor_a", "manager", "administrator", "privacy_officer", "trainee")
    seen = {who: (await organisation.data(who, BIN))["binItems"]["totalCount"] for who in people}
    refused = await restored(organisation, "supervisor_a", entry)

    assert seen == {w: int(w == "coach_a") for w in seen}
    assert [e["code"] for e in refused["errors"]] == ["NOT_FOUND"]
    assert await organisation.count("coaching_note") == 0


async def test_what_comes_back_is_what_it_was_with_its_history(organisation: SampleOrganisation) -> None:
    note = await noted(organisation, visibility="SHARED_WITH_TRAINEE")
    [before] = map(dict, await organisation.pool.fetch("SELECT * FROM coaching_note"))
    entry = (await deleted(organisation, "coach_a", "CoachingNote", 1, note["id"]))["binItem"]
    done = await restored(organisation, "coach_a", entry)
    [after] = map(dict, await organisation.pool.fetch("SELECT * FROM coaching_note"))
    query = "query H($i: ID!) { coachingNote(id: $i) { body history { action comment } } }"
    shown = (await organisation.data("coach_a", query, i=note["id"]))["coachingNote"]
    found = await organisation.data("coach_a", '{ coachingNotes(search: "vaikeasta") { totalCount } }')

    assert (done["errors"], done["binItem"]) == ([], {"state": "RESTORED"})
    assert {k: v for k, v in after.items() if k != "revision"} == {k: v for k, v in before.items() if k != "revision"}
    assert (shown["body"], [h["action"] for h in shown["history"]]) == (SECRET, ["RESTORE_DELETED", "DELETE", "CREATE"])
    assert shown["history"][1]["comment"] == "Vahinko"
    assert found == {"coachingNotes": {"totalCount": 1}}


async def test_a_sealed_identity_code_comes_back_readable(organisation: SampleOrganisation) -> None:
    make = """mutation C($i: CreateReferralInput!) { createReferral(input: $i) {
      referral { id revision } errors { code path } } }"""
    values = {
        "unitId": organisation.ids["unit_a"],
        "lastName": "Virta",
        "firstNames": "Ville",
        "serviceCode": "WORK_TRIAL",
        "personalIdentityCode": "010190-900P",
    }
    made = (await organisation.data("official_x", make, i=values))["createReferral"]
    assert made["errors"] == []
    entry = (await deleted(organisation, "official_x", "Referral", 1, made["referral"]["id"]))["binItem"]
    seen = {
        who: (await organisation.data(who, BIN))["binItems"]["totalCount"]
        for who in ("official_x", "official_y", "supervisor_a")
    }
    await restored(organisation, "official_x", entry)
    query = "query R($i: ID!) { referral(id: $i) { personalIdentityCode(purpose: REFERRAL) } }"
    shown = await organisation.data("official_x", query, i=made["referral"]["id"])

    assert (entry["state"], seen) == ("AGENCY", {"official_x": 1, "official_y": 0, "supervisor_a": 0})
    assert shown == {"referral": {"personalIdentityCode": "010190-900P"}}


async def test_a_goal_comes_back_only_after_its_programme(organisation: SampleOrganisation) -> None:
    programme, goal = await programme_with_goal(organisation)
    early = await deleted(organisation, "coach_a", "Programme", 1, programme)
    of_goal = (await deleted(organisation, "coach_a", "Goal", 1, goal))["binItem"]
    of_programme = (await deleted(organisation, "coach_a", "Programme", 1, programme))["binItem"]
    alone = await restored(organisation, "coach_a", of_goal)
    both = [await restored(organisation, "supervisor_a", entry) for entry in (of_programme, of_goal)]

    assert [e["code"] for e in early["errors"]] == ["IN_USE"]
    assert (of_goal["state"], of_programme["state"]) == ("TEAM", "TEAM")
    assert [e["code"] for e in alone["errors"]] == ["REFERENCE_GONE"]
    assert [payload["errors"] for payload in both] == [[], []]
    assert await organisation.count("goal") == await organisation.count("programme") == 1


@pytest.mark.parametrize(
    ("who", "comment", "revision", "codes"),
    [
        ("coach_a", " ", 1, ["COMMENT_REQUIRED"]),
        ("coach_b", "Vahinko", 1, ["NOT_FOUND"]),
        ("trainee", "Vahinko", 1, ["WRONG_ROLE"]),
        ("trainee", "Vahinko", 0, ["WRONG_ROLE"]),
        ("coach_a", "Vahinko", 0, ["STALE_REVISION"]),
    ],
)
async def test_who_may_not_delete_a_goal_deletes_nothing(
    organisation: SampleOrganisation, who: str, comment: str, revision: int, codes: list[str]
) -> None:
    _, goal = await programme_with_goal(organisation)
    refused = await deleted(organisation, who, "Goal", revision, goal, comment)

    assert [e["code"] for e in refused["errors"]] == codes
    assert (await organisation.count("goal"), await organisation.count("bin_item")) == (1, 0)


async def test_what_is_signed_is_never_deleted_even_by_its_author(organisation: SampleOrganisation) -> None:
    note = await noted(organisation)
    sign = """mutation S($i: TransitionCoachingNoteInput!) { transitionCoachingNote(input: $i) { errors { code } } }"""
    await organisation.data("coach_a", sign, i={"id": note["id"], "revision": 1, "transition": "SIGN"})
    refused = await deleted(organisation, "coach_a", "CoachingNote", 2, note["id"])

    assert [e["code"] for e in refused["errors"]] == ["WRONG_STATE"]
    assert await organisation.count("coaching_note", "state = 'SIGNED'") == 1


async def test_the_job_purges_what_is_due_with_its_versions_and_history_and_runs_twice(
    organisation: SampleOrganisation,
) -> None:
    note, kept = await noted(organisation), await noted(organisation, body="Toinen kirjaus")
    await deleted(organisation, "coach_a", "CoachingNote", 1, note["id"])
    early = await purge(organisation, 29)
    done = [await purge(organisation, 30), await purge(organisation, 30)]
    traces = {
        table: await organisation.count(table, f"{column}::text LIKE '%{SECRET}%'")
        for table, column in (("version", "stored"), ("history", "changes"))
    }
    traces["search_entry"] = await organisation.count("search_entry", f"object_id = '{note['id'][-32:]}'")

    assert (early, done) == (0, [1, 0])
    assert traces == {"version": 0, "history": 0, "search_entry": 0}
    assert await organisation.count("bin_item") == 0
    assert await organisation.count("history", f"object_id = '{kept['id'][-32:]}'") == 1


async def test_a_legal_hold_keeps_what_is_in_the_bin_until_it_is_released(organisation: SampleOrganisation) -> None:
    note = await noted(organisation)
    await deleted(organisation, "coach_a", "CoachingNote", 1, note["id"])
    hold = await place_legal_hold(organisation, "aino")
    held = await purge(organisation, 30)
    given = {"id": hold["id"], "revision": hold["revision"], "transition": "RELEASE", "comment": "Asia ratkaistu"}
    released = await organisation.data("privacy_officer", RELEASE, i=given)

    assert held == 0
    assert released["transitionLegalHold"]["errors"] == []
    assert await purge(organisation, 30) == 1
    assert await organisation.count("bin_item") == 0


async def test_a_restored_object_keeps_its_history_when_its_entry_is_purged(organisation: SampleOrganisation) -> None:
    note = await noted(organisation)
    entry = (await deleted(organisation, "coach_a", "CoachingNote", 1, note["id"]))["binItem"]
    await restored(organisation, "coach_a", entry)
    done = await purge(organisation, 31)

    assert (done, await organisation.count("bin_item")) == (1, 0)
    assert await organisation.count("history", f"object_id = '{note['id'][-32:]}'") == 3
    assert await organisation.count("version", f"object_id = '{note['id'][-32:]}'") == 3


async def test_the_settings_say_how_long_the_bin_keeps(organisation: SampleOrganisation) -> None:
    make = (
        "mutation S($i: CreateSettingInput!) { createSetting(input: $i) { setting { recycleDays } errors { code } } }"
    )
    first = (await organisation.data("administrator", make, i={"recycleDays": 7}))["createSetting"]
    second = (await organisation.data("administrator", make, i={"recycleDays": 9}))["createSetting"]
    foreign = (await organisation.data("coach_a", make, i={"recycleDays": 9}))["createSetting"]
    entry = (await deleted(organisation, "coach_a", "CoachingNote", 1, (await noted(organisation))["id"]))["binItem"]

    assert (first["errors"], entry["purgeOn"]) == ([], "2026-11-30")
    assert [e["code"] for e in (*second["errors"], *foreign["errors"])] == ["SETTLED_ALREADY", "FORBIDDEN"]
    assert await organisation.count("setting") == 1


async def test_the_trail_of_a_living_object_is_never_forgotten_with_a_forged_entry(
    organisation: SampleOrganisation,
) -> None:
    note = await noted(organisation)
    await organisation.pool.execute(
        "INSERT INTO bin_item (id, state, revision, provenance, created_at, created_by, modified_at, modified_by,"
        " content_type, content_id, purge_on) SELECT gen_random_uuid(), 'OWN', 1, 'OWN', now(), created_by, now(),"
        " created_by, 'coaching_note', id, current_date FROM coaching_note"
    )
    await organisation.pool.execute("DELETE FROM bin_item")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await organisation.pool.execute("DELETE FROM history")

    assert await organisation.count("history", f"object_id = '{note['id'][-32:]}'") == 1


def test_an_entry_is_seen_by_nobody_who_could_not_see_what_it_stands_for() -> None:
    from workflow.bin_item import audience

    for type_ in declared_types().values():
        for state in type_.kind.workflow.disposable:
            seen_by = type_.kind.workflow.roles(state, VIEW)
            assert roles_that_may_discard(type_, state)
            assert bin_item.roles(audience(seen_by), VIEW) <= seen_by | {Role.AUTHOR}, (type_.noun, state)


def test_only_what_is_drafted_planned_or_open_can_be_deleted() -> None:
    states = {state for type_ in declared_types().values() for state in type_.kind.workflow.disposable}

    assert states == {"DRAFT", "PLANNED", "OPEN", "REFERRAL_DRAFT"}
    assert set(declared_types()["attendance"].kind.workflow.disposable) == {"PLANNED"}


async def test_a_goal_that_a_note_is_about_is_not_deleted(organisation: SampleOrganisation) -> None:
    programme = await create(
        organisation,
        "coach_a",
        "Programme",
        relationshipId=organisation.ids["relationship_aino"],
        serviceTypeId=organisation.ids["SOCIAL_REHABILITATION"],
        startsOn="2026-11-02",
    )
    goals = [
        await create(organisation, "coach_a", "Goal", programmeId=programme["id"], area="WORK_SKILLS", text=text)
        for text in ("Herään ajoissa", "Soitan itse")
    ]
    note = await noted(organisation, goalIds=[goals[0]["id"]])

    refused = await deleted(organisation, "coach_a", "Goal", 1, goals[0]["id"])
    free = await deleted(organisation, "coach_a", "Goal", 1, goals[1]["id"])
    await deleted(organisation, "coach_a", "CoachingNote", 1, note["id"])
    afterwards = await deleted(organisation, "coach_a", "Goal", 1, goals[0]["id"])

    assert [e["code"] for e in refused["errors"]] == ["IN_USE"]
    assert (free["errors"], afterwards["errors"]) == ([], [])
    assert await organisation.count("goal") == 0
