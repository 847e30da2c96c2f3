"""Whoever may write may read the revisions of what he writes: field by field, under the permissions of today."""

from typing import Any

import orjson

import models
from models.term import Term
from tests.support.actions.casework import REFERRAL, contract_in_force, served_client
from tests.support.actions.content import create, step, update
from tests.support.actions.forms import (
    FORM_SCHEMA,
    UPDATE_ANSWER,
    answer_about_aino,
    published_template,
    step_template,
)
from tests.support.organisation import SampleOrganisation

_VALUE = """{ text codes { token titles { fi en } }
  objects { id ... on Unit { name } ... on StaffMember { lastName } ... on Goal { text } } withheld }"""
REVISIONS = f"""revisions(first: $first, before: $before) {{ revision at actorName action titles {{ fi en }}
  changes {{ field titles {{ fi en }} before {_VALUE} after {_VALUE} paragraphs {{ change text }} }} }}"""
PHONE, CODE = "+358407654321", "010190-900P"


async def revisions(organisation: SampleOrganisation, who: str, noun: str, id_: str, **arguments: int) -> Any:
    """Return the revisions of an object as somebody sees them; None when they are hidden."""
    return (await told(organisation, who, noun, id_, **arguments))["revisions"]


async def told(organisation: SampleOrganisation, who: str, noun: str, id_: str, **arguments: int) -> Any:
    """Return an object with its revisions as somebody sees it; None when it is invisible."""
    query = f"query R($i: ID!, $first: Int, $before: Int) {{ it: {noun}(id: $i) {{ redacted {REVISIONS} }} }}"
    asked: dict[str, Any] = {"i": id_, **arguments}
    return (await organisation.data(who, query, **asked))["it"]


def changed(revision: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return the changed fields of a revision with the texts before and after."""
    return {c["field"]: (c["before"]["text"], c["after"]["text"]) for c in revision["changes"]}


async def changed_client(organisation: SampleOrganisation) -> dict[str, Any]:
    """Let the supervisor change Aino's phone and gender, and give her an identity code; return Aino."""
    it = {"id": organisation.ids["aino"], "revision": 1}
    given = {"phones": ["040 765 4321"], "gender": "FEMALE", "personalIdentityCode": CODE}
    assert await update(organisation, "supervisor_a", "Client", it, **given) == []
    return it


async def test_a_coach_reads_the_revisions_of_the_fields_that_the_coach_writes(
    organisation: SampleOrganisation,
) -> None:
    it = await changed_client(organisation)

    [revision] = await revisions(organisation, "coach_a", "client", it["id"])

    assert (revision["revision"], revision["action"], revision["titles"]["fi"]) == (2, "UPDATE", "Muutettu")
    assert revision["actorName"] == "supervisor_a"
    assert changed(revision) == {"phones": (None, None), "gender": ("UNDISCLOSED", "FEMALE")}
    gender = revision["changes"][0]
    assert gender["titles"] == {"fi": "Sukupuoli", "en": "Gender"}
    assert gender["after"]["codes"] == [{"token": "FEMALE", "titles": {"fi": "Nainen", "en": "Female"}}]


async def test_a_sealed_value_stays_sealed_in_the_revisions(organisation: SampleOrganisation) -> None:
    it = await changed_client(organisation)

    query = f"query R($i: ID!, $first: Int, $before: Int) {{ client(id: $i) {{ {REVISIONS} }} }}"
    shown = await organisation.raw("supervisor_a", query, i=it["id"])
    [revision] = await revisions(organisation, "supervisor_a", "client", it["id"])

    assert changed(revision)["personalIdentityCode"] == (None, None)
    assert CODE.encode() not in shown


async def test_who_writes_nothing_of_an_object_reads_no_revisions(organisation: SampleOrganisation) -> None:
    it = await changed_client(organisation)

    for who in ("colleague_a", "privacy_officer", "manager", "coach_b", "official_x", "workplace", "administrator"):
        query = f"query R($i: ID!, $first: Int, $before: Int) {{ client(id: $i) {{ {REVISIONS} }} }}"
        answer = await organisation.raw(who, query, i=it["id"])
        shown = (await told(organisation, who, "client", it["id"])) or {"revisions": None}
        # The privacy officer may restrict: of that alone the revisions would tell.
        assert shown["revisions"] in (None, []), who
        assert PHONE.encode() not in answer, who
        assert b"supervisor_a" not in answer, who


async def test_a_trainee_reads_the_revisions_of_the_own_contact_and_of_nothing_else(
    organisation: SampleOrganisation,
) -> None:
    it = await changed_client(organisation)

    [revision] = await revisions(organisation, "trainee", "client", it["id"])

    assert list(changed(revision)) == ["phones"]
    assert revision["actorName"] == "supervisor_a"  # a trainee audits the own record: history tells the same


async def test_what_may_not_be_read_any_more_is_in_no_earlier_revision(organisation: SampleOrganisation) -> None:
    it = await changed_client(organisation)
    assert await update(organisation, "supervisor_a", "Client", it, safetyRestriction=True) == []

    query = f"query R($i: ID!, $first: Int, $before: Int) {{ client(id: $i) {{ {REVISIONS} }} }}"
    answer = await organisation.raw("coach_a", query, i=it["id"])
    shown = await revisions(organisation, "coach_a", "client", it["id"])

    assert PHONE.encode() not in answer
    assert [list(changed(r)) for r in shown] == [["gender"]]


async def test_a_reference_is_told_by_what_the_caller_sees_of_it(organisation: SampleOrganisation) -> None:
    it: dict[str, Any] = {"id": organisation.ids["relationship_aino"], "revision": 1}
    given = {"responsibleCoachId": organisation.ids["coach_b"]}
    assert await update(organisation, "supervisor_a", "Relationship", it, **given) == []

    [revision] = await revisions(organisation, "supervisor_a", "relationship", it["id"])
    [change] = revision["changes"]

    assert (change["field"], change["before"]["text"], change["after"]["text"]) == ("responsibleCoachId", None, None)
    assert change["before"]["objects"] == [{"id": organisation.ids["coach_a"], "lastName": "Coach_A"}]
    assert change["after"]["objects"] == [{"id": organisation.ids["coach_b"], "lastName": "Coach_B"}]
    assert (change["before"]["withheld"], change["after"]["withheld"]) == (0, 0)


async def test_what_is_not_seen_of_a_reference_is_counted_and_not_named(organisation: SampleOrganisation) -> None:
    served = await served_client(organisation)
    goal: Any = await models.Goal.all().get()
    given = {"relationshipId": served["relationship"]["id"], "kind": "CALL", "occurredAt": "2026-11-20T09:00:00Z"}
    it = await create(organisation, "coach_a", "CoachingNote", **given)
    assert await update(organisation, "coach_a", "CoachingNote", it, goalIds=[f"goal_{goal.pk.hex}"]) == []
    [there] = (await revisions(organisation, "coach_a", "coachingNote", it["id"]))[0]["changes"]

    await goal.delete()

    [gone] = (await revisions(organisation, "coach_a", "coachingNote", it["id"]))[0]["changes"]
    assert there["after"]["objects"] == [{"id": f"goal_{goal.pk.hex}", "text": goal.text}]
    assert [(v["withheld"], v["objects"] != []) for v in (there["before"], there["after"])] == [(0, False), (0, True)]
    assert [(v["withheld"], v["objects"]) for v in (gone["before"], gone["after"])] == [(0, []), (1, [])]


async def note_in_two_versions(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return a draft of coach A about Aino whose second paragraph was written anew."""
    given = {"relationshipId": organisation.ids["relationship_aino"], "kind": "CALL"}
    given |= {"occurredAt": "2026-11-20T09:00:00Z", "body": "Alku.\n\nVanha.\n\nLoppu."}
    it = await create(organisation, "coach_a", "CoachingNote", **given)
    assert await update(organisation, "coach_a", "CoachingNote", it, body="Alku.\n\nUusi.\n\nLoppu.") == []
    return it


async def test_a_long_text_tells_what_became_of_each_paragraph(organisation: SampleOrganisation) -> None:
    it = await note_in_two_versions(organisation)

    second, first = await revisions(organisation, "coach_a", "coachingNote", it["id"])

    assert (first["action"], second["action"]) == ("CREATE", "UPDATE")
    [body] = second["changes"]
    assert [(p["change"], p["text"]) for p in body["paragraphs"]] == [
        ("KEPT", "Alku."),
        ("REMOVED", "Vanha."),
        ("ADDED", "Uusi."),
        ("KEPT", "Loppu."),
    ]
    kind = next(c for c in first["changes"] if c["field"] == "kind")
    assert kind["paragraphs"] == []


async def test_the_draft_of_a_colleague_tells_its_revisions_to_nobody_else(organisation: SampleOrganisation) -> None:
    it = await note_in_two_versions(organisation)
    assert await step(organisation, "coach_a", "CoachingNote", it, "SIGN") == []

    for who in ("supervisor_a", "coach_a", "trainee"):
        query = f"query R($i: ID!, $first: Int, $before: Int) {{ coachingNote(id: $i) {{ {REVISIONS} }} }}"
        answer = await organisation.raw(who, query, i=it["id"])
        assert b"Vanha" not in answer, who


async def test_what_an_agency_changed_before_it_sent_is_not_told_to_the_unit(organisation: SampleOrganisation) -> None:
    it = await create(organisation, "official_x", "Referral", **REFERRAL, unitId=organisation.ids["unit_a"])
    assert await update(organisation, "official_x", "Referral", it, goals="Toinen tavoite") == []
    assert await step(organisation, "official_x", "Referral", it, "SUBMIT") == []

    shown = await revisions(organisation, "supervisor_a", "referral", it["id"])

    assert [r["action"] for r in shown] == ["SUBMIT"]
    assert shown[0]["titles"]["fi"] == "Lähetä"
    [state] = shown[0]["changes"]
    assert state["after"]["codes"] == [{"token": "SUBMITTED", "titles": {"fi": "Lähetetty", "en": "Submitted"}}]


async def test_a_workplace_reads_what_it_writes_and_no_name_of_who_works_here(
    organisation: SampleOrganisation,
) -> None:
    await contract_in_force(organisation)
    found = await organisation.pool.fetchval("SELECT id FROM attendance ORDER BY day LIMIT 1")
    await organisation.pool.execute("UPDATE attendance SET day = '2026-11-20' WHERE id = $1", found)
    await organisation.pool.execute("UPDATE contract SET workplace_id = $1", organisation.rows["workplace"].pk)
    await organisation.pool.execute("UPDATE attendance SET workplace_id = $1", organisation.rows["workplace"].pk)
    it = {"id": f"attendance_{found.hex}", "revision": 1}
    certificate = {"certificateSeenUntil": "2026-11-22"}
    assert await update(organisation, "coach_a", "Attendance", it, code="ABSENT_SICK", **certificate) == []
    assert await step(organisation, "coach_a", "Attendance", it, "RECORD") == []
    assert await update(organisation, "coach_a", "Attendance", it, code="PRESENT", minutes=200) == []
    assert await update(organisation, "workplace", "Attendance", it, minutes=240) == []

    query = f"query R($i: ID!, $first: Int, $before: Int) {{ node(id: $i) {{ ... on Attendance {{ {REVISIONS} }} }} }}"
    answer = await organisation.raw("workplace", query, i=it["id"])
    shown = orjson.loads(answer)["data"]["node"]["revisions"]

    assert shown[0]["actorName"] == "workplace"
    assert changed(shown[0])["minutes"] == ("200", "240")
    assert {r["actorName"] for r in shown[1:]} == {None}
    for hidden in (b"SICK", b"2026-11-22", b"coach_a"):
        assert hidden not in answer


async def test_the_answers_of_a_form_are_told_by_the_permissions_of_their_sections(
    organisation: SampleOrganisation,
) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi", remark="Ei vielä puhuttu."))["formAnswer"]
    given = {"id": answer["id"], "revision": 1, "answers": {"wish": "Leipuriksi", "remark": "Puhuttu.\n\nSovittu."}}
    assert (await organisation.data("coach_a", UPDATE_ANSWER, i=given))["updateFormAnswer"]["errors"] == []

    query = f"query R($i: ID!, $first: Int, $before: Int) {{ formAnswer(id: $i) {{ {REVISIONS} }} }}"
    ways = {who: await organisation.raw(who, query, i=answer["id"]) for who in ("coach_a", "trainee")}
    by_coach, by_trainee = (orjson.loads(way)["data"]["formAnswer"]["revisions"] for way in ways.values())

    assert changed(by_coach[0])["answers.wish"] == ("Kokiksi", "Leipuriksi")
    assert [p["change"] for c in by_coach[0]["changes"] if c["field"] == "answers.remark" for p in c["paragraphs"]] == [
        "REMOVED",
        "ADDED",
        "ADDED",
    ]
    assert changed(by_trainee[0]) == {"answers.wish": ("Kokiksi", "Leipuriksi")}
    for hidden in ("puhuttu", "Sovittu", "coach_a"):
        assert hidden not in ways["trainee"].decode()


ASKED = {"fi": "Minne haluaisit?", "sv": "Vart vill du?", "en": "Where to?"}
PLACES = {
    "KITCHEN": {"fi": "Keittiö", "sv": "Kök", "en": "Kitchen"},
    "SHOP": {"fi": "Kauppa", "sv": "Butik", "en": "Shop"},
}
CHOOSING = {
    "type": "object",
    "properties": {
        "wish": {"type": "string", "enum": list(PLACES), "x-titles": ASKED, "x-options": PLACES},
        "also": {
            "type": "array",
            "maxItems": 2,
            "items": {"type": "string", "x-options": PLACES},
            "x-titles": {"fi": "Myös", "sv": "Också", "en": "Also"},
        },
    },
}
OWN = {"name": "own", "fi": "Oma", "sv": "Egen", "en": "Own", "read": "name", "write": "modify"}


async def test_an_answer_is_told_by_its_question_and_by_the_words_of_what_was_chosen(
    organisation: SampleOrganisation,
) -> None:
    template = await published_template(organisation, jsonSchema=CHOOSING, sections=[{**OWN, "keys": ["wish", "also"]}])
    given: dict[str, Any] = {"templateId": template["id"], "clientId": organisation.ids["aino"]}
    it = await create(organisation, "coach_a", "FormAnswer", **given, answers={"wish": "SHOP", "also": ["SHOP"]})
    changes = {"wish": "KITCHEN", "also": ["KITCHEN", "SHOP"]}
    assert await update(organisation, "coach_a", "FormAnswer", it, answers=changes) == []

    for who in ("coach_a", "trainee"):
        also, wish = (await revisions(organisation, who, "formAnswer", it["id"]))[0]["changes"]

        assert wish["field"] == "answers.wish"
        assert wish["titles"] == {"fi": "Minne haluaisit?", "en": "Where to?"}
        assert wish["before"]["codes"] == [{"token": "SHOP", "titles": {"fi": "Kauppa", "en": "Shop"}}]
        assert wish["after"]["codes"] == [{"token": "KITCHEN", "titles": {"fi": "Keittiö", "en": "Kitchen"}}]
        assert also["titles"]["en"] == "Also"
        assert [code["titles"]["en"] for code in also["after"]["codes"]] == ["Kitchen", "Shop"]


async def test_an_agency_reads_the_questions_that_it_answered_in_their_version(
    organisation: SampleOrganisation,
) -> None:
    template = await published_template(organisation, kind="REFERRAL")
    referral = await create(organisation, "official_x", "Referral", **REFERRAL, unitId=organisation.ids["unit_a"])
    given: dict[str, Any] = {"templateId": template["id"], "referralId": referral["id"]}
    it = await create(organisation, "official_x", "FormAnswer", **given, answers={"wish": "Kokiksi"})
    assert (await step_template(organisation, "administrator", "EDIT", template))["errors"] == []
    found = await organisation.pool.fetchval("SELECT id FROM form_template WHERE copy_of_id IS NOT NULL")
    copy = {"id": f"form_template_{found.hex}", "revision": 1}
    new = {**FORM_SCHEMA["properties"], "wish": {"type": "string", "x-titles": ASKED}}
    changed = {"jsonSchema": {**FORM_SCHEMA, "properties": new}}
    assert await update(organisation, "administrator", "FormTemplate", copy, **changed) == []
    for who, name in (("administrator", "SUBMIT"), ("manager", "PUBLISH")):
        assert await step(organisation, who, "FormTemplate", copy, name) == []

    [revision] = await revisions(organisation, "official_x", "formAnswer", it["id"])

    wish = next(c for c in revision["changes"] if c["field"] == "answers.wish")
    assert wish["titles"] == {"fi": "Kysymys", "en": "Question"}
    assert (wish["before"]["codes"], wish["after"]["text"]) == ([], "Kokiksi")


async def test_a_code_has_the_title_of_the_day_of_the_change(organisation: SampleOrganisation) -> None:
    it = await create(
        organisation,
        "coach_a",
        "Programme",
        relationshipId=organisation.ids["relationship_aino"],
        serviceTypeId=organisation.ids["REHABILITATIVE_WORK"],
        startsOn="2026-12-01",
        planReference="AKT-1",
    )
    goal = await create(organisation, "coach_a", "Goal", programmeId=it["id"], text="Arki", area="DAILY_LIFE")
    word = await Term.get(vocabulary="goal_area", token="DAILY_LIFE")
    await Term.filter(pk=word.pk).update(state="RETIRED")

    [revision] = await revisions(organisation, "coach_a", "goal", goal["id"])

    area = next(c for c in revision["changes"] if c["field"] == "area")
    assert area["after"]["codes"][0]["titles"]["fi"] == word.title_fi
    of_programme = (await revisions(organisation, "coach_a", "programme", it["id"]))[0]["changes"]
    assert "startsOn" in {c["field"] for c in of_programme}


async def test_revisions_come_in_pages_and_a_page_too_large_is_refused(organisation: SampleOrganisation) -> None:
    it = await changed_client(organisation)
    for number in range(3):
        assert await update(organisation, "coach_a", "Client", it, email=f"aino{number}@example.org") == []

    assert [r["revision"] for r in await revisions(organisation, "coach_a", "client", it["id"], first=2)] == [5, 4]
    behind = await revisions(organisation, "coach_a", "client", it["id"], first=2, before=4)
    assert [r["revision"] for r in behind] == [3, 2]
    query = "query R($i: ID!) { client(id: $i) { revisions(first: 51) { revision } } }"
    refused = await organisation.ask("coach_a", query, i=it["id"])
    assert refused["errors"][0]["extensions"]["code"] == "BAD_ARGUMENT"


async def test_a_look_at_revisions_leaves_its_row(organisation: SampleOrganisation) -> None:
    it = await changed_client(organisation)
    before = await organisation.count("disclosure_log")

    await revisions(organisation, "coach_a", "client", it["id"])

    asked = "'Client.revisions' = ANY(fields) AND outcome = 'SHOWN'"
    assert await organisation.count("disclosure_log") == before + 1
    assert await organisation.count("disclosure_log", f"{asked} AND '{it['id'][-32:]}' = ANY(subjects)") == 1
