"""One note about a session of a group: a draft for each person, all or none, and each person sees only the own."""

from typing import Any
from uuid import UUID

from tests.support.actions.attendance import planned_days
from tests.support.actions.casework import contract_in_force
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import SampleOrganisation

CREATE = """mutation G($i: CreateGroupNoteInput!, $k: String) { done: createGroupNote(input: $i, idempotencyKey: $k) {
  notes { id revision state body groupKey goalIds visibility client { id } }
  refused { id errors { code path } } errors { code path } } }"""
READ = "query N($id: ID!) { coachingNote(id: $id) { id body groupKey visibility } }"
LIST = "{ coachingNotes(first: 50) { nodes { id body groupKey } } }"
TEXT = "Harjoittelimme haastattelua"
SESSION = {"kind": "MEETING", "occurredAt": "2026-11-20T10:00:00Z", "body": TEXT, "visibility": "SHARED_WITH_TRAINEE"}


async def group_of(organisation: SampleOrganisation, people: int = 3) -> list[str]:
    """Return as many clients in the caseload of coach A."""
    return [f"client_{day['client'].hex}" for day in await planned_days(organisation, people)]


async def written(
    organisation: SampleOrganisation, clients: list[str], who: str = "coach_a", key: str | None = None, **more: Any
) -> dict[str, Any]:
    """Return the payload of a group note."""
    given = {"clientIds": clients, **SESSION, **more}
    return dict((await organisation.data(who, CREATE, i=given, k=key))["done"])


async def test_each_person_has_an_own_draft_with_one_number_of_the_group(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation)

    done = await written(organisation, clients)

    assert (done["errors"], done["refused"]) == ([], [])
    assert [note["client"]["id"] for note in done["notes"]] == clients
    assert {note["state"] for note in done["notes"]} == {"DRAFT"}
    assert {note["body"] for note in done["notes"]} == {TEXT}
    assert len({note["groupKey"] for note in done["notes"]}) == 1
    assert len(done["notes"][0]["groupKey"]) == 32
    assert await organisation.count("history", "noun = 'coaching_note' AND action = 'CREATE'") == 3
    assert await organisation.count("version", "noun = 'coaching_note'") == 3


async def test_a_goal_stands_in_the_note_of_whose_goal_it_is(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation, 2)
    sql = "SELECT id FROM programme WHERE client_id = $1"
    programme = await organisation.pool.fetchval(sql, uuid_of_client(clients[1]))
    goal = await create(organisation, "coach_a", "Goal", programmeId=f"programme_{programme.hex}", **AIM)

    done = await written(organisation, clients, goalIds=[goal["id"]])
    of_others = await written(organisation, clients[:1], goalIds=[goal["id"]])

    assert [note["goalIds"] for note in done["notes"]] == [[], [goal["id"]]]
    assert [e["code"] for e in of_others["errors"]] == ["MISMATCH"]


AIM = {"area": "STUDY", "text": "Kokiksi"}


def uuid_of_client(public: str) -> UUID:
    """Return the uuid of a client."""
    return UUID(public[-32:])


async def test_a_person_reads_the_own_note_and_nothing_of_the_group(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation)
    notes = (await written(organisation, clients))["notes"]
    for note in notes:
        assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []
    own = uuid_of_client(clients[0])
    account = organisation.rows["account_trainee"]
    await organisation.pool.execute("UPDATE account SET client_id = $1 WHERE id = $2", own, account.pk)

    seen = (await organisation.data("trainee", LIST))["coachingNotes"]["nodes"]
    answer = await organisation.raw("trainee", LIST)
    other = await organisation.raw("trainee", READ, id=notes[1]["id"])

    assert [(note["id"], note["body"], note["groupKey"]) for note in seen] == [(notes[0]["id"], TEXT, None)]
    assert notes[0]["groupKey"].encode() not in answer
    assert TEXT.encode() not in other


async def test_the_coach_finds_the_notes_of_a_group_by_its_number(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation, 2)
    notes = (await written(organisation, clients))["notes"]
    await written(organisation, clients)
    query = "query N($g: String!) { coachingNotes(filter: { groupKey: { eq: $g } }) { nodes { id } } }"

    found = (await organisation.data("coach_a", query, g=notes[0]["groupKey"]))["coachingNotes"]["nodes"]
    of_another = (await organisation.data("supervisor_b", query, g=notes[0]["groupKey"]))["coachingNotes"]["nodes"]

    assert {note["id"] for note in found} == {note["id"] for note in notes}
    assert of_another == []


async def test_somebody_who_cannot_be_written_about_stops_the_whole_note(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation, 2)

    done = await written(organisation, [*clients, organisation.ids["ville"]])

    assert done["notes"] == []
    assert [(one["id"], [e["code"] for e in one["errors"]]) for one in done["refused"]] == [
        (organisation.ids["ville"], ["NOT_FOUND"])
    ]
    assert await organisation.count("coaching_note", "group_key IS NOT NULL") == 0


async def test_a_group_is_named_once_and_is_not_too_large(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation, 1)
    twice = await written(organisation, clients * 2)
    none = await written(organisation, [])
    many = await written(organisation, [f"client_{number:032x}" for number in range(51)])

    assert [[e["code"] for e in done["errors"]] for done in (twice, none, many)] == [
        ["ENTRY_TWICE"],
        ["GROUP_SIZE"],
        ["GROUP_SIZE"],
    ]


async def test_a_repeated_command_makes_the_notes_once(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation, 2)

    first = await written(organisation, clients, key="ryhma-1")
    again = await written(organisation, clients, key="ryhma-1")

    assert [note["id"] for note in first["notes"]] == [note["id"] for note in again["notes"]]
    assert await organisation.count("coaching_note", "group_key IS NOT NULL") == 2


async def test_who_writes_no_notes_writes_none_about_a_group(organisation: SampleOrganisation) -> None:
    clients = await group_of(organisation, 2)
    for who in ("colleague_a", "trainee", "manager", "official_x", "workplace"):
        done = await written(organisation, clients, who)
        assert [e["code"] for e in done["errors"]] == ["FORBIDDEN"]
    outside = await written(organisation, clients, "coach_b")

    assert [e["code"] for one in outside["refused"] for e in one["errors"]] == ["NOT_FOUND", "NOT_FOUND"]
    assert await organisation.count("coaching_note", "group_key IS NOT NULL") == 0


async def relationship_of(organisation: SampleOrganisation) -> str:
    """Return the relationship of the client whose contract is in force."""
    await contract_in_force(organisation)
    found = await organisation.pool.fetchval("SELECT id FROM relationship WHERE referral_id IS NOT NULL")
    return f"relationship_{found.hex}"


async def test_a_draft_is_saved_as_it_is_and_complete_when_it_is_signed(organisation: SampleOrganisation) -> None:
    begun = {"relationshipId": await relationship_of(organisation), "occurredAt": "2026-11-20T10:00:00Z"}

    it, refused = await try_to_create(organisation, "coach_a", "CoachingNote", **begun)

    assert refused == []
    assert await step(organisation, "coach_a", "CoachingNote", it, "SIGN") == ["NOTE_INCOMPLETE", "NOTE_INCOMPLETE"]
    assert await update(organisation, "coach_a", "CoachingNote", it, kind="CALL") == []
    assert await step(organisation, "coach_a", "CoachingNote", it, "SIGN") == ["NOTE_INCOMPLETE"]
    assert await update(organisation, "coach_a", "CoachingNote", it, body="Soitettu") == []
    assert await step(organisation, "coach_a", "CoachingNote", it, "SIGN") == []


async def test_who_reads_a_signed_note_changes_with_a_trace(organisation: SampleOrganisation) -> None:
    note = {"kind": "MEETING", "occurredAt": "2026-11-20T10:00:00Z", "body": TEXT}
    it = await create(
        organisation, "coach_a", "CoachingNote", relationshipId=await relationship_of(organisation), **note
    )
    client = await organisation.pool.fetchval("SELECT client_id FROM coaching_note")
    account = organisation.rows["account_trainee"]
    await organisation.pool.execute("UPDATE account SET client_id = $1 WHERE id = $2", client, account.pk)
    assert await step(organisation, "coach_a", "CoachingNote", it, "SIGN") == []
    before = await organisation.raw("trainee", READ, id=it["id"])

    assert await update(organisation, "coach_a", "CoachingNote", it, visibility="IN_REPORT") == ["FORBIDDEN_FIELD"]
    assert await step(organisation, "coach_a", "CoachingNote", it, "SHARE") == []
    shared = await organisation.raw("trainee", READ, id=it["id"])
    assert await step(organisation, "coach_a", "CoachingNote", it, "KEEP_TO_TEAM") == ["COMMENT_REQUIRED"]
    assert await step(organisation, "coach_a", "CoachingNote", it, "KEEP_TO_TEAM", comment="Väärä henkilö") == []
    after = await organisation.raw("trainee", READ, id=it["id"])
    assert await step(organisation, "coach_a", "CoachingNote", it, "MARK_FOR_REPORT") == []

    assert [TEXT.encode() in answer for answer in (before, shared, after)] == [False, True, False]
    query = """query H($id: ID!) { coachingNote(id: $id) {
      visibility history { action actorName changes { field before after } } } }"""
    told = (await organisation.data("supervisor_a", query, id=it["id"]))["coachingNote"]
    traces = {
        entry["action"]: (change["before"], change["after"], entry["actorName"])
        for entry in told["history"]
        for change in entry["changes"]
        if change["field"] == "visibility"
    }
    assert told["visibility"] == "IN_REPORT"
    assert traces["SHARE"] == ("TEAM", "SHARED_WITH_TRAINEE", "coach_a")
    assert traces["KEEP_TO_TEAM"] == ("SHARED_WITH_TRAINEE", "TEAM", "coach_a")
    assert traces["MARK_FOR_REPORT"] == ("TEAM", "IN_REPORT", "coach_a")


async def test_a_note_about_somebody_else_is_not_shared_afterwards(organisation: SampleOrganisation) -> None:
    note = {"kind": "MEETING", "occurredAt": "2026-11-20T10:00:00Z", "body": TEXT, "mentionsThirdPerson": True}
    it = await create(
        organisation, "coach_a", "CoachingNote", relationshipId=await relationship_of(organisation), **note
    )
    assert await step(organisation, "coach_a", "CoachingNote", it, "SIGN") == []

    assert await step(organisation, "coach_a", "CoachingNote", it, "SHARE") == ["THIRD_PERSON_SHARED"]
    assert await organisation.count("coaching_note", "shared_with_id IS NOT NULL") == 0
