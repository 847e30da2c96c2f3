"""One transition of many objects: of all or of none, tried without a trace, and with the answers of single commands."""

from typing import Any

import pytest

from tests.support.actions.casework import referral_in_interview, resembling
from tests.support.actions.content import create, step
from tests.support.organisation import NOW, SampleOrganisation

MOVE = """mutation M($input: TransitionManyCoachingNotesInput!, $key: String) {
  done: transitionManyCoachingNotes(input: $input, idempotencyKey: $key) {
    coachingNotes { id revision state  }
    possible refused { id errors { code path message } } errors { code path } } }"""
NOWHERE = "coaching_note_0123456789abcdef0123456789abcdef"


async def notes_of(organisation: SampleOrganisation, number: int, who: str = "coach_a", **more: Any) -> list[Any]:
    """Create drafts of notes, each with its text."""
    client = {"coach_a": "aino", "coach_b": "pertti"}[who]
    given = {"relationshipId": organisation.ids[f"relationship_{client}"], "occurredAt": NOW.isoformat()} | more
    given = {"kind": "MEETING", "body": "Sovittiin tavoitteesta."} | given
    return [await create(organisation, who, "CoachingNote", **given) for _ in range(number)]


async def move(
    organisation: SampleOrganisation,
    who: str,
    notes: list[Any],
    name: str = "SIGN",
    key: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Return the payload of one transition of several notes."""
    objects = [{"id": note["id"], "revision": note["revision"]} for note in notes]
    given = {"objects": objects, "transition": name, **more}
    return dict((await organisation.data(who, MOVE, input=given, key=key))["done"])


def codes(answer: dict[str, Any]) -> dict[str, list[str]]:
    """Return the codes of the refusals by object."""
    return {one["id"]: [error["code"] for error in one["errors"]] for one in answer["refused"]}


async def stored(organisation: SampleOrganisation) -> dict[str, str]:
    """Return everything that the database holds but the looks, by table."""
    tables = await organisation.pool.fetch(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        " AND relname <> 'disclosure_log'"
    )
    rows = "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {} t"
    return {table[0]: str(await organisation.pool.fetchval(rows.format(f'"{table[0]}"'))) for table in tables}


async def last_look(organisation: SampleOrganisation) -> Any:
    """Return the newest row of the disclosure log."""
    [row] = await organisation.pool.fetch("SELECT * FROM disclosure_log ORDER BY id DESC LIMIT 1")
    return row


async def test_all_are_carried_out_with_the_history_of_single_commands(organisation: SampleOrganisation) -> None:
    singly, *notes = await notes_of(organisation, 4)
    assert await step(organisation, "coach_a", "CoachingNote", singly, "SIGN") == []

    answer = await move(organisation, "coach_a", notes)

    assert (answer["errors"], answer["refused"], answer["possible"]) == ([], [], [])
    assert {note["id"]: note["revision"] for note in answer["coachingNotes"]} == {note["id"]: 2 for note in notes}
    assert {note["state"] for note in answer["coachingNotes"]} == {"SIGNED"}
    kept = "SELECT count(*) FROM {} WHERE {} GROUP BY object_id"
    for table, of_signing in (
        ("history", "action = 'SIGN'"),
        ("version", "noun = 'coaching_note' AND revision = 2"),
        ("outbox", "event = 'coaching_note.sign'"),
    ):
        rows = await organisation.pool.fetch(kept.format(table, of_signing))
        assert [row[0] for row in rows] == [1] * 4, table


async def test_one_refusal_leaves_all_as_they_are_and_each_is_told_why(organisation: SampleOrganisation) -> None:
    good, stale, signed = await notes_of(organisation, 3)
    [empty] = await notes_of(organisation, 1, body=None)
    [hidden] = await notes_of(organisation, 1, "coach_b")
    await step(organisation, "coach_a", "CoachingNote", signed, "SIGN")
    nowhere, other_noun = {"id": NOWHERE, "revision": 1}, {"id": organisation.ids["aino"], "revision": 1}
    asked = [good, stale | {"revision": 7}, signed, empty, hidden, nowhere, other_noun]
    before = await stored(organisation)

    answer = await move(organisation, "coach_a", asked, key="aamu")

    assert codes(answer) == {
        stale["id"]: ["STALE_REVISION"],
        signed["id"]: ["WRONG_STATE"],
        empty["id"]: ["NOTE_INCOMPLETE"],
        hidden["id"]: ["NOT_FOUND"],
        NOWHERE: ["NOT_FOUND"],
        other_noun["id"]: ["NOT_FOUND"],
    }
    assert (answer["possible"], answer["coachingNotes"], answer["errors"]) == ([good["id"]], [], [])
    assert await stored(organisation) == before
    assert codes(await move(organisation, "coach_a", [good], key="aamu")) == {}, "the key is free"


async def test_whom_nobody_sees_is_told_as_what_is_not_there(organisation: SampleOrganisation) -> None:
    [hidden] = await notes_of(organisation, 1, "coach_b")

    answers = [
        (await move(organisation, "coach_a", [{"id": id_, "revision": 1}], dryRun=True))["refused"][0]["errors"]
        for id_ in (hidden["id"], NOWHERE)
    ]

    assert answers[0] == answers[1]
    assert [error["code"] for error in answers[0]] == ["NOT_FOUND"]
    assert (
        await organisation.count(
            "disclosure_log",
            f"subjects @> ARRAY['{organisation.rows['pertti'].pk}']::uuid[]"
            " AND operation = 'transitionManyCoachingNotes'",
        )
        == 0
    )


async def test_a_trial_saves_nothing_and_is_a_look(organisation: SampleOrganisation) -> None:
    notes = await notes_of(organisation, 2)
    before, looks = await stored(organisation), await organisation.count("disclosure_log")

    tried = await move(organisation, "coach_a", notes, key="koe", dryRun=True)

    assert tried["possible"] == [note["id"] for note in notes]
    assert (tried["coachingNotes"], tried["refused"], tried["errors"]) == ([], [], [])
    assert await stored(organisation) == before
    assert await organisation.count("disclosure_log") == looks + 1
    row = await last_look(organisation)
    assert (row["operation"], row["outcome"]) == ("transitionManyCoachingNotes", "SHOWN")
    assert set(row["subjects"]) == {organisation.rows["aino"].pk}
    assert len((await move(organisation, "coach_a", notes, key="koe"))["coachingNotes"]) == 2


async def test_a_refused_trial_leaves_one_row_as_a_refused_command_does(organisation: SampleOrganisation) -> None:
    good, stale = await notes_of(organisation, 2)
    looks = await organisation.count("disclosure_log")

    tried = await move(organisation, "coach_a", [good, stale | {"revision": 7}], dryRun=True)

    assert (tried["possible"], codes(tried)) == ([good["id"]], {stale["id"]: ["STALE_REVISION"]})
    assert await organisation.count("disclosure_log") == looks + 1
    row = await last_look(organisation)
    assert (row["outcome"], set(row["subjects"])) == ("DENIED", {organisation.rows["aino"].pk})


async def test_what_is_sent_twice_is_carried_out_once(organisation: SampleOrganisation) -> None:
    notes = await notes_of(organisation, 2)

    first = await move(organisation, "coach_a", notes, key="aamu")
    again = await move(organisation, "coach_a", notes, key="aamu")
    other = await move(organisation, "coach_a", notes, "MARK_FOR_REPORT", key="aamu")

    assert first["coachingNotes"] == again["coachingNotes"]
    assert [error["code"] for error in other["errors"]] == ["IDEMPOTENCY_CONFLICT"]
    assert await organisation.count("history", "action = 'SIGN'") == 2


async def test_the_comment_is_that_of_each(organisation: SampleOrganisation) -> None:
    notes = await notes_of(organisation, 2)
    signed = (await move(organisation, "coach_a", notes))["coachingNotes"]

    without = await move(organisation, "coach_a", signed, "KEEP_TO_TEAM")
    answer = await move(organisation, "coach_a", signed, "KEEP_TO_TEAM", comment="Väärä henkilö")

    assert set(map(tuple, codes(without).values())) == {("COMMENT_REQUIRED",)}
    assert len(answer["coachingNotes"]) == 2
    assert await organisation.count("history", "action = 'KEEP_TO_TEAM' AND comment = 'Väärä henkilö'") == 2


@pytest.mark.parametrize(("number", "times", "code"), [(0, 1, "TOO_FEW"), (101, 1, "TOO_MANY"), (1, 2, "OBJECT_TWICE")])
async def test_a_selection_has_its_bounds(organisation: SampleOrganisation, number: int, times: int, code: str) -> None:
    asked = [{"id": f"coaching_note_{n:032x}", "revision": 1} for n in range(number)] * times

    answer = await move(organisation, "coach_a", asked)

    assert [(error["code"], error["path"]) for error in answer["errors"]] == [(code, ["objects"])]
    assert (answer["refused"], answer["possible"]) == ([], [])


async def test_what_is_shown_once_is_handed_out_singly(organisation: SampleOrganisation) -> None:
    agency = organisation.ids["agency_x"]
    given = {"agencyId": agency, "scopes": ["referrals:read"]}
    system = await create(organisation, "administrator", "AgencyClient", name="Järjestelmä", **given)
    mutation = """mutation M($input: TransitionManyAgencyClientsInput!) {
      done: transitionManyAgencyClients(input: $input) { possible refused { errors { code } } } }"""
    asked = {"objects": [{"id": system["id"], "revision": 1}]}

    rotated = await organisation.data("administrator", mutation, input=asked | {"transition": "ROTATE"})
    revoked = await organisation.data(
        "administrator", mutation, input=asked | {"transition": "REVOKE", "comment": "Vaihtui"}
    )

    assert rotated["done"] == {"possible": [], "refused": [{"errors": [{"code": "SHOWN_SINGLY"}]}]}
    assert revoked["done"] == {"possible": [], "refused": []}
    assert await organisation.count("agency_client", "state = 'REVOKED' AND epoch = 2") == 1


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "manager", "finance", "administrator", "trainee"])
async def test_whoever_does_not_write_notes_moves_none(organisation: SampleOrganisation, who: str) -> None:
    notes = await notes_of(organisation, 2)

    answer = await move(organisation, who, notes)

    assert set(map(tuple, codes(answer).values())) == {("NOT_FOUND",)}
    assert await organisation.count("coaching_note", "state = 'DRAFT'") == 2


@pytest.mark.parametrize("is_tried", [False, True])
async def test_whom_a_refusal_names_was_looked_at(organisation: SampleOrganisation, is_tried: bool) -> None:
    it = await referral_in_interview(organisation, dateOfBirth="1990-01-01")
    double = await resembling(organisation)
    query = """mutation M($i: TransitionManyReferralsInput!) { done: transitionManyReferrals(input: $i) {
      refused { errors { code message } } } }"""
    objects = [{"id": it["id"], "revision": it["revision"]}]

    given = {"objects": objects, "transition": "ACCEPT", "dryRun": is_tried}
    done = (await organisation.data("supervisor_a", query, i=given))["done"]

    assert double in done["refused"][0]["errors"][0]["message"]
    look = await last_look(organisation)
    assert organisation.rows["double"].pk in look["subjects"]
