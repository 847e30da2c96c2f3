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
from tests.support.organisation import STAMP, TODAY, SampleOrganisation
from workflow.bin_item import bin_item
from workflow.roles import Role
from workflow.vocabulary import VIEW

NOTE = """mutation C($i: CreateCoachingNoteInput!) { createCoachingNote(input: $i) {
  coachingNote { id revision } errors { code path } } }"""
RESTORE = """mutation R($i: TransitionBinItemInput!) { transitionBinItem(input: $i) {
  binItem { state } errors { code path } } }"""
BIN = "{ binItems { totalCount nodes { id state contentType createdAt purgeOn history { action comment } } } }"
SECRET = "Kertoi vaikeasta viikosta"


async def noted(world: SampleOrganisation, who: str = "coach_a", **given: Any) -> dict[str, Any]:
    """Return a draft of a note about Aino."""
    values = {
        "relationshipId": world.ids["relationship_aino"],
        "kind": "CALL",
        "occurredAt": "2026-11-20T09:00:00Z",
        "body": SECRET,
        **given,
    }
    found: dict[str, Any] = (await world.data(who, NOTE, i=values))["createCoachingNote"]["coachingNote"]
    return found


async def deleted(
    world: SampleOrganisation, who: str, type_: str, revision: int, id_: str, comment: str = "Vahinko"
) -> Any:
    """Put an object into the bin and return the payload."""
    query = f"""mutation D($i: Delete{type_}Input!) {{ delete{type_}(input: $i) {{
      binItem {{ id revision state contentType purgeOn client {{ id }} }} errors {{ code path }} }} }}"""
    given = {"id": id_, "revision": revision, "comment": comment}
    return (await world.data(who, query, i=given))[f"delete{type_}"]


async def restored(world: SampleOrganisation, who: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Take an object out of the bin and return the payload."""
    given = {"id": entry["id"], "revision": entry["revision"], "transition": "RESTORE"}
    found: dict[str, Any] = (await world.data(who, RESTORE, i=given))["transitionBinItem"]
    return found


async def programme_with_goal(world: SampleOrganisation) -> tuple[str, str]:
    """Return the ids of a planned programme and of its goal."""
    about = {"client_id": world.rows["aino"].pk, "unit_id": world.rows["unit_a"].pk}
    programme = await models.Programme.create(
        state="PLANNED",
        relationship_id=world.rows["relationship_aino"].pk,
        starts_on=TODAY,
        service_type_id=world.rows["WORKSHOP"].pk,
        **about,
        **STAMP,
    )
    goal = await models.Goal.create(state="OPEN", programme=programme, area="WORK", text="Kokiksi", **about, **STAMP)
    return f"programme_{programme.pk.hex}", f"goal_{goal.pk.hex}"


async def purge(world: SampleOrganisation, days: int) -> int:
    """Run the chore as many days later."""
    keyring = world.answering.commands.keyring
    later = world.now + timedelta(days=days)
    return await purge_bin(
        system_context(schema_and_content_types()[1], RULEBOOK, keyring, later, TODAY + timedelta(days=days))
    )


async def test_what_is_deleted_leaves_every_list_and_its_entry_tells_nothing_of_it(world: SampleOrganisation) -> None:
    note = await noted(world)
    done = await deleted(world, "coach_a", "CoachingNote", 1, note["id"])
    shown = await world.raw(
        "coach_a", "query N($i: ID!) { node(id: $i) { id } coachingNotes { totalCount } }", i=note["id"]
    )
    found = await world.data("coach_a", '{ coachingNotes(search: "vaikeasta") { totalCount } }')
    entry = await world.raw("coach_a", BIN)

    assert done["errors"] == []
    assert done["binItem"]["contentType"] == "coaching_note"
    assert done["binItem"]["client"] == {"id": world.ids["aino"]}
    assert b'"totalCount":0' in shown.replace(b" ", b"")
    assert found == {"coachingNotes": {"totalCount": 0}}
    assert b'"node":null' in shown
    assert SECRET.encode() not in entry
    assert await world.count("coaching_note") == await world.count("search_entry", "noun = 'coaching_note'") == 0


async def test_a_draft_note_in_the_bin_is_seen_by_its_author_alone(world: SampleOrganisation) -> None:
    note = await noted(world)
    entry = (await deleted(world, "coach_a", "CoachingNote", 1, note["id"]))["binItem"]
    people = ("coach_a", "coach_b", "supervisor_a", "manager", "administrator", "privacy_officer", "trainee")
    seen = {who: (await world.data(who, BIN))["binItems"]["totalCount"] for who in people}
    refused = await restored(world, "supervisor_a", entry)

    assert seen == {w: int(w == "coach_a") for w in seen}
    assert [e["code"] for e in refused["errors"]] == ["NOT_FOUND"]
    assert await world.count("coaching_note") == 0


async def test_what_comes_back_is_what_it_was_with_its_history(world: SampleOrganisation) -> None:
    note = await noted(world, visibility="SHARED_WITH_TRAINEE")
    [before] = map(dict, await world.pool.fetch("SELECT * FROM coaching_note"))
    entry = (await deleted(world, "coach_a", "CoachingNote", 1, note["id"]))["binItem"]
    done = await restored(world, "coach_a", entry)
    [after] = map(dict, await world.pool.fetch("SELECT * FROM coaching_note"))
    query = "query H($i: ID!) { coachingNote(id: $i) { body history { action comment } } }"
    shown = (await world.data("coach_a", query, i=note["id"]))["coachingNote"]
    found = await world.data("coach_a", '{ coachingNotes(search: "vaikeasta") { totalCount } }')

    assert (done["errors"], done["binItem"]) == ([], {"state": "RESTORED"})
    assert {k: v for k, v in after.items() if k != "revision"} == {k: v for k, v in before.items() if k != "revision"}
    assert (shown["body"], [h["action"] for h in shown["history"]]) == (SECRET, ["RESTORE_DELETED", "DELETE", "CREATE"])
    assert shown["history"][1]["comment"] == "Vahinko"
    assert found == {"coachingNotes": {"totalCount": 1}}


async def test_a_sealed_identity_code_comes_back_readable(world: SampleOrganisation) -> None:
    make = """mutation C($i: CreateReferralInput!) { createReferral(input: $i) {
      referral { id revision } errors { code path } } }"""
    values = {
        "unitId": world.ids["unit_a"],
        "lastName": "Virta",
        "firstNames": "Ville",
        "serviceCode": "WORK_TRIAL",
        "personalIdentityCode": "010190-900P",
    }
    made = (await world.data("official_x", make, i=values))["createReferral"]
    assert made["errors"] == []
    entry = (await deleted(world, "official_x", "Referral", 1, made["referral"]["id"]))["binItem"]
    seen = {
        who: (await world.data(who, BIN))["binItems"]["totalCount"]
        for who in ("official_x", "official_y", "supervisor_a")
    }
    await restored(world, "official_x", entry)
    query = "query R($i: ID!) { referral(id: $i) { personalIdentityCode(purpose: REFERRAL) } }"
    shown = await world.data("official_x", query, i=made["referral"]["id"])

    assert (entry["state"], seen) == ("AGENCY", {"official_x": 1, "official_y": 0, "supervisor_a": 0})
    assert shown == {"referral": {"personalIdentityCode": "010190-900P"}}


async def test_a_goal_comes_back_only_after_its_programme(world: SampleOrganisation) -> None:
    programme, goal = await programme_with_goal(world)
    early = await deleted(world, "coach_a", "Programme", 1, programme)
    of_goal = (await deleted(world, "coach_a", "Goal", 1, goal))["binItem"]
    of_programme = (await deleted(world, "coach_a", "Programme", 1, programme))["binItem"]
    alone = await restored(world, "coach_a", of_goal)
    both = [await restored(world, "supervisor_a", entry) for entry in (of_programme, of_goal)]

    assert [e["code"] for e in early["errors"]] == ["IN_USE"]
    assert (of_goal["state"], of_programme["state"]) == ("TEAM", "TEAM")
    assert [e["code"] for e in alone["errors"]] == ["REFERENCE_GONE"]
    assert [payload["errors"] for payload in both] == [[], []]
    assert await world.count("goal") == await world.count("programme") == 1


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
    world: SampleOrganisation, who: str, comment: str, revision: int, codes: list[str]
) -> None:
    _, goal = await programme_with_goal(world)
    refused = await deleted(world, who, "Goal", revision, goal, comment)

    assert [e["code"] for e in refused["errors"]] == codes
    assert (await world.count("goal"), await world.count("bin_item")) == (1, 0)


async def test_what_is_signed_is_never_deleted_even_by_its_author(world: SampleOrganisation) -> None:
    note = await noted(world)
    sign = """mutation S($i: TransitionCoachingNoteInput!) { transitionCoachingNote(input: $i) { errors { code } } }"""
    await world.data("coach_a", sign, i={"id": note["id"], "revision": 1, "transition": "SIGN"})
    refused = await deleted(world, "coach_a", "CoachingNote", 2, note["id"])

    assert [e["code"] for e in refused["errors"]] == ["WRONG_STATE"]
    assert await world.count("coaching_note", "state = 'SIGNED'") == 1


async def test_the_chore_purges_what_is_due_with_its_versions_and_history_and_runs_twice(
    world: SampleOrganisation,
) -> None:
    note, kept = await noted(world), await noted(world, body="Toinen kirjaus")
    await deleted(world, "coach_a", "CoachingNote", 1, note["id"])
    early = await purge(world, 29)
    done = [await purge(world, 30), await purge(world, 30)]
    traces = {
        table: await world.count(table, f"{column}::text LIKE '%{SECRET}%'")
        for table, column in (("version", "stored"), ("history", "changes"), ("search_entry", "text"))
    }

    assert (early, done) == (0, [1, 0])
    assert traces == {"version": 0, "history": 0, "search_entry": 0}
    assert await world.count("bin_item") == 0
    assert await world.count("history", f"object_id = '{kept['id'][-32:]}'") == 1


async def test_a_restored_object_keeps_its_history_when_its_entry_is_purged(world: SampleOrganisation) -> None:
    note = await noted(world)
    entry = (await deleted(world, "coach_a", "CoachingNote", 1, note["id"]))["binItem"]
    await restored(world, "coach_a", entry)
    done = await purge(world, 31)

    assert (done, await world.count("bin_item")) == (1, 0)
    assert await world.count("history", f"object_id = '{note['id'][-32:]}'") == 3
    assert await world.count("version", f"object_id = '{note['id'][-32:]}'") == 3


async def test_the_settings_say_how_long_the_bin_keeps(world: SampleOrganisation) -> None:
    make = (
        "mutation S($i: CreateSettingInput!) { createSetting(input: $i) { setting { recycleDays } errors { code } } }"
    )
    first = (await world.data("administrator", make, i={"recycleDays": 7}))["createSetting"]
    second = (await world.data("administrator", make, i={"recycleDays": 9}))["createSetting"]
    foreign = (await world.data("coach_a", make, i={"recycleDays": 9}))["createSetting"]
    entry = (await deleted(world, "coach_a", "CoachingNote", 1, (await noted(world))["id"]))["binItem"]

    assert (first["errors"], entry["purgeOn"]) == ([], "2026-11-30")
    assert [e["code"] for e in (*second["errors"], *foreign["errors"])] == ["SETTLED_ALREADY", "FORBIDDEN"]
    assert await world.count("setting") == 1


async def test_the_trail_of_a_living_object_is_never_forgotten_with_a_forged_entry(world: SampleOrganisation) -> None:
    note = await noted(world)
    await world.pool.execute(
        "INSERT INTO bin_item (id, state, revision, provenance, created_at, created_by, modified_at, modified_by,"
        " content_type, content_id, purge_on) SELECT gen_random_uuid(), 'OWN', 1, 'OWN', now(), created_by, now(),"
        " created_by, 'coaching_note', id, current_date FROM coaching_note"
    )
    await world.pool.execute("DELETE FROM bin_item")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await world.pool.execute("DELETE FROM history")

    assert await world.count("history", f"object_id = '{note['id'][-32:]}'") == 1


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
    assert not declared_types()["attendance"].kind.workflow.disposable
