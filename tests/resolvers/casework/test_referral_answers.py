"""Questions of a referral: answered by who writes it, sent with it, the client's once accepted, erased with it."""

from datetime import date
from typing import Any

import asyncpg
import orjson
import pytest

import models
from resolvers.retention.purge_run import run_purges
from service.settings import Settings
from tests.support.actions.content import step, try_to_create, update
from tests.support.actions.data_requests import OFFICER, request_in_work, step_request
from tests.support.actions.exports import read_export
from tests.support.actions.purges import confirmed_purge, erasure_list, worker_context
from tests.support.actions.referral_answers import (
    ANSWERS,
    EVERYBODY,
    READ,
    answer_referral,
    draft_referral,
    keys_seen,
    publish_questions,
    take_referral_through,
)
from tests.support.organisation import STAMP, SampleOrganisation, hire_staff


async def test_the_official_answers_while_the_referral_is_a_draft_and_nobody_else_sees_it(
    world: SampleOrganisation,
) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it, wish="Kokiksi", remark="Selkä vaivaa")
    more = {"mood": "Hyvä", "where": "Äidin luona"}
    refused = {who: await update(world, who, "FormAnswer", dict(answer), answers=more) for who in EVERYBODY[1:]}
    assert await update(world, "official_x", "FormAnswer", answer, answers=more) == []

    assert await keys_seen(world, answer) == {"official_x": {"wish", "mood", "where", "remark"}}
    assert set(map(tuple, refused.values())) == {("NOT_FOUND",)}
    assert await world.count("form_answer", "state = 'REFERRAL_DRAFT' AND client_id IS NULL AND revision = 2") == 1


async def test_answers_are_sent_with_the_referral_and_then_frozen(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it, mood="Hyvä")
    assert await step(world, "official_x", "FormAnswer", dict(answer), "SUBMIT") == ["WRONG_ROLE"]
    incomplete = await step(world, "official_x", "Referral", it, "SUBMIT")
    assert await update(world, "official_x", "FormAnswer", answer, answers=ANSWERS) == []
    await take_referral_through(world, it, "SUBMIT")
    answer["revision"] += 1
    late = await update(world, "official_x", "FormAnswer", answer, answers={"wish": "Muuksi"})

    assert incomplete == ["ANSWER_MISSING"]
    assert late == ["FORBIDDEN_FIELD"]
    assert await keys_seen(world, answer) == {
        "official_x": {"wish", "mood", "where", "remark"},
        "supervisor_a": {"wish", "mood", "where", "remark"},
        "manager": set(),
        "privacy_officer": set(),
    }
    assert await world.count("form_answer", "state = 'REFERRAL_SENT' AND answers @> '{\"wish\": \"Kokiksi\"}'") == 1


async def test_the_agency_corrects_its_answers_while_the_unit_asks_for_more_and_nobody_else_does(
    world: SampleOrganisation,
) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT", "RECEIVE", "REVIEW")
    assert await step(world, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Missä tavoittaa?") == []
    answer["revision"] += 2
    correct = {"answers": {"where": "Isän luona"}}
    others = {
        who: await update(world, who, "FormAnswer", dict(answer), **correct) for who in ("official_y", "supervisor_a")
    }
    assert await update(world, "official_x", "FormAnswer", answer, answers={"wish": None}) == []
    incomplete = await step(world, "official_x", "Referral", it, "ANSWER")
    assert await update(world, "official_x", "FormAnswer", answer, answers={"wish": "Leipuriksi", "where": "Isä"}) == []
    assert await step(world, "official_x", "Referral", it, "ANSWER") == []
    answer["revision"] += 1
    late = await update(world, "official_x", "FormAnswer", dict(answer), **correct)

    assert others == {"official_y": ["NOT_FOUND"], "supervisor_a": ["FORBIDDEN_FIELD"]}
    assert (incomplete, late) == (["ANSWER_MISSING"], ["FORBIDDEN_FIELD"])
    shown = (await world.data("supervisor_a", READ, id=answer["id"]))["formAnswer"]
    assert (shown["state"], shown["answers"]["wish"], shown["answers"]["where"]) == (
        "REFERRAL_SENT",
        "Leipuriksi",
        "Isä",
    )


async def test_a_referral_that_is_withdrawn_while_more_is_asked_closes_its_answers(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT", "RECEIVE", "REVIEW")
    assert await step(world, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Missä tavoittaa?") == []
    reason = await world.pool.fetchval("SELECT min(token) FROM term WHERE vocabulary = 'referral_withdraw_reason'")

    assert await step(world, "official_x", "Referral", it, "WITHDRAW", reason=reason) == []
    assert await world.count("form_answer", "state = 'REFERRAL_CLOSED'") == 1


@pytest.mark.parametrize("who", ["official_x", "supervisor_a", "coach_a"])
async def test_a_referral_that_was_sent_takes_no_new_answers(world: SampleOrganisation, who: str) -> None:
    it = await draft_referral(world)
    await take_referral_through(world, it, "SUBMIT")
    given = {"templateId": await publish_questions(world), "referralId": it["id"], "answers": {"wish": "Myöhässä"}}
    refused = (await try_to_create(world, who, "FormAnswer", **given))[1]

    assert refused == {"coach_a": ["NOT_FOUND"]}.get(who, ["REFERRAL_NOT_DRAFT"])
    assert await world.count("form_answer") == 0


async def test_an_answer_is_about_a_client_or_belongs_to_a_draft_and_never_to_anothers_referral(
    world: SampleOrganisation,
) -> None:
    template, it = await publish_questions(world), await draft_referral(world)
    sent = await draft_referral(world)
    await take_referral_through(world, sent, "SUBMIT")
    nobody = {"templateId": template, "answers": {"wish": "Kenen"}}
    other = nobody | {"referralId": it["id"]}
    mixed = nobody | {"referralId": sent["id"], "clientId": world.ids["aino"]}
    assessment = await publish_questions(world, kind="ASSESSMENT")

    assert (await try_to_create(world, "official_x", "FormAnswer", **nobody))[1] == ["FORBIDDEN"]
    assert (await try_to_create(world, "official_y", "FormAnswer", **other))[1] == ["NOT_FOUND"]
    assert (await try_to_create(world, "supervisor_a", "FormAnswer", **mixed))[1] == ["MISMATCH"]
    another = await try_to_create(world, "official_x", "FormAnswer", **(other | {"templateId": assessment}))
    assert another[1] == ["TEMPLATE_NOT_OF_REFERRALS"]
    assert await world.count("form_answer") == 0


async def test_an_agency_writes_nothing_about_a_client(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    await take_referral_through(world, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT")
    given = {"templateId": await publish_questions(world), "referralId": it["id"]}
    bare = (await try_to_create(world, "official_x", "FormAnswer", **given))[1]
    filled = (await try_to_create(world, "official_x", "FormAnswer", **given, answers={"wish": "Kokiksi"}))[1]

    assert (bare, set(filled)) == (["FORBIDDEN_FIELD"], {"FORBIDDEN_FIELD"})
    assert await world.count("form_answer") == 0


async def test_answers_follow_the_client_to_whose_coach_they_open_after_the_start(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW")
    before = await world.count("form_answer", "client_id IS NULL")
    await take_referral_through(world, it, "ACCEPT")
    accepted = await keys_seen(world, answer)
    decided_on = {"responsibleCoachId": world.ids["coach_a"], "registerId": world.ids["register"]}
    assert await update(world, "supervisor_a", "Referral", it, **decided_on) == []
    await take_referral_through(world, it, "START")

    keys = set(ANSWERS)
    assert before == 1
    assert "coach_a" not in accepted
    assert await keys_seen(world, answer) == {
        "official_x": keys,
        "supervisor_a": keys,
        "coach_a": keys,
        "manager": set(),
        "privacy_officer": set(),
    }
    nested = "query N($id: ID!) { referral(id: $id) { formAnswers { nodes { id } } } }"
    assert (await world.data("coach_a", nested, id=it["id"]))["referral"]["formAnswers"]["nodes"] == [
        {"id": answer["id"]}
    ]
    assert await world.pool.fetchval(
        "SELECT a.client_id = r.client_id FROM form_answer a JOIN referral r ON r.id = a.referral_id"
    )


async def test_a_closed_referral_closes_its_answers_like_itself(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW")
    reason = await world.pool.fetchval("SELECT token FROM term WHERE vocabulary = 'referral_reject_reason' LIMIT 1")
    assert await step(world, "supervisor_a", "Referral", it, "REJECT", reason=reason) == []

    assert await keys_seen(world, answer) == {
        "official_x": {"wish"},
        "supervisor_a": {"wish", "remark"},
        "manager": set(),
        "privacy_officer": set(),
    }
    raw = await world.raw("official_x", READ, id=answer["id"])
    assert b"vaivaa" not in raw
    assert b"luona" not in raw


async def test_a_safety_restriction_of_the_referral_masks_the_contacts_in_its_answers(
    world: SampleOrganisation,
) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT")
    open_to = (await keys_seen(world, answer))["supervisor_a"]
    await world.pool.execute("UPDATE referral SET safety_restriction = TRUE")
    masked = await world.raw("supervisor_a", READ, id=answer["id"])
    await hire_staff(world, "cleared", "supervisor", "unit_a")
    await models.RoleGrant.create(
        account=world.rows["account_cleared"],
        role="cleared",
        starts_on=date(2026, 1, 1),
        granted_by=STAMP["created_by"],
        granted_at=STAMP["created_at"],
    )
    cleared = (await world.data("cleared", READ, id=answer["id"]))["formAnswer"]["answers"]

    assert "where" in open_to
    assert orjson.loads(masked)["data"]["formAnswer"]["redacted"] == ["answers.where"]
    assert b"luona" not in masked
    assert cleared["where"] == "Äidin luona"


async def test_who_typed_a_paper_referral_answers_its_questions_and_a_colleague_does_not_see_it(
    world: SampleOrganisation,
) -> None:
    await hire_staff(world, "second", "supervisor", "unit_a")
    it = await draft_referral(world, "supervisor_a", agencyId=world.ids["agency_x"])
    answer = await answer_referral(world, it, "supervisor_a")
    assert await update(world, "supervisor_a", "FormAnswer", answer, answers={"mood": "Reipas"}) == []

    assert (await world.data("supervisor_a", READ, id=answer["id"]))["formAnswer"]["answers"] == {
        **ANSWERS,
        "mood": "Reipas",
    }
    assert (await world.data("second", READ, id=answer["id"]))["formAnswer"] is None


async def test_a_system_of_the_agency_answers_within_its_scopes(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    inside = await world.data("official_x", READ, frozenset({"referrals:read"}), id=answer["id"])
    outside = await world.data("official_x", READ, frozenset({"attendance:read"}), id=answer["id"])
    query = "mutation U($i: UpdateFormAnswerInput!) { updateFormAnswer(input: $i) { errors { code } } }"
    given = {"id": answer["id"], "revision": 1, "answers": {"wish": "Muuksi"}}
    refused = await world.data("official_x", query, frozenset({"referrals:read"}), i=given)
    allowed = await world.data("official_x", query, frozenset({"referrals:write"}), i=given)

    assert inside["formAnswer"]["answers"] == ANSWERS
    assert outside["formAnswer"] is None
    assert [e["code"] for e in refused["updateFormAnswer"]["errors"]] == ["FORBIDDEN_FIELD"]
    assert allowed["updateFormAnswer"]["errors"] == []


async def test_a_referral_that_moves_to_another_unit_takes_its_answers_along(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT")
    assert await update(world, "supervisor_a", "Referral", it, unitId=world.ids["unit_b"]) == []

    assert {who for who in await keys_seen(world, answer) if who.startswith("supervisor")} == {"supervisor_b"}


async def test_deleted_answers_come_back_while_the_referral_is_a_draft_and_not_after(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    bins = [await discarded(world, answer)]
    assert await step(world, "official_x", "BinItem", bins[0], "RESTORE") == []
    restored = await keys_seen(world, answer)
    answer["revision"] += 2
    bins.append(await discarded(world, answer))
    await take_referral_through(world, it, "SUBMIT")

    assert restored == {"official_x": set(ANSWERS)}
    assert await step(world, "official_x", "BinItem", bins[1], "RESTORE") == ["REFERENCE_GONE"]
    assert await world.count("form_answer") == 0


async def discarded(world: SampleOrganisation, answer: dict[str, Any]) -> dict[str, Any]:
    """Put answers into the bin as the official, and return the entry."""
    query = """mutation D($i: DeleteFormAnswerInput!) { deleteFormAnswer(input: $i) {
      binItem { id revision } errors { code } } }"""
    given = {"id": answer["id"], "revision": answer["revision"], "comment": "Väärä henkilö"}
    done = (await world.data("official_x", query, i=given))["deleteFormAnswer"]
    assert done["errors"] == []
    return dict(done["binItem"])


async def test_reading_answers_is_logged_under_the_referral_until_there_is_a_client(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await world.data("official_x", READ, id=answer["id"])
    first = await world.pool.fetchrow("SELECT fields, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert first is not None
    await take_referral_through(world, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT")
    await world.data("supervisor_a", READ, id=answer["id"])
    later = await world.pool.fetchrow("SELECT subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert later is not None

    assert "FormAnswer.answers" in first["fields"]
    assert [uuid.hex for uuid in first["subjects"]] == [it["id"][-32:]]
    assert list(later["subjects"]) == [await world.pool.fetchval("SELECT client_id FROM referral")]


async def test_the_database_keeps_no_answer_of_nobody(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    await answer_referral(world, it)

    with pytest.raises(asyncpg.CheckViolationError, match="form_answer_about"):
        await world.pool.execute("UPDATE form_answer SET referral_id = NULL")
    with pytest.raises(asyncpg.CheckViolationError, match="form_answer_about"):
        await world.pool.execute("UPDATE form_answer SET state = 'DRAFT'")


async def test_a_referral_that_never_started_goes_with_its_answers(
    world: SampleOrganisation, settings: Settings
) -> None:
    it, fresh = await draft_referral(world), await draft_referral(world)
    answer, kept = await answer_referral(world, it), await answer_referral(world, fresh)
    await world.pool.execute("UPDATE referral SET modified_at = '2026-05-01' WHERE id = $1", it["id"][-32:])
    purge = await confirmed_purge(world, "REFERRALS")
    counts = "query P($id: ID!) { purge(id: $id) { counts { type rows } } }"
    foreseen = (await world.data(OFFICER, counts, id=purge["id"]))["purge"]["counts"]
    assert await run_purges(worker_context(settings)) == 1

    assert {c["type"]: c["rows"] for c in foreseen} == {"referral": 1, "form_answer": 1}
    for table, column in (
        ("form_answer", "id"),
        ("history", "object_id"),
        ("version", "object_id"),
        ("outbox", "object_id"),
    ):
        assert await world.count(table, f"{column} = '{answer['id'][-32:]}'") == 0, table
    assert await world.count("form_answer", f"id = '{kept['id'][-32:]}'") == 1


async def test_a_referral_of_a_client_that_led_nowhere_goes_with_the_answers_it_came_with(
    world: SampleOrganisation, settings: Settings
) -> None:
    """The client is served by another way: the referral goes alone, and what a coach wrote about the client stays."""
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW")
    await world.pool.execute("UPDATE referral SET client_id = $1", world.rows["aino"].pk)
    await take_referral_through(world, it, "ACCEPT", "MISS")
    await world.pool.execute("UPDATE referral SET modified_at = '2026-05-01'")
    await confirmed_purge(world, "REFERRALS")
    assert await world.count("form_answer", f"client_id = '{world.rows['aino'].pk}' AND state = 'REFERRAL_CLOSED'") == 1
    assert await run_purges(worker_context(settings)) == 1

    assert await world.count("referral") == await world.count("form_answer") == 0
    assert await world.count("version", f"object_id = '{answer['id'][-32:]}'") == 0
    assert [line.noun for line in erasure_list(settings).lines()] == ["referral"]
    assert await world.count("client", f"id = '{world.rows['aino'].pk}' AND state = 'ACTIVE'") == 1


async def test_a_package_holds_the_answers_before_and_after_the_acceptance(world: SampleOrganisation) -> None:
    it = await draft_referral(world)
    answer = await answer_referral(world, it)
    await take_referral_through(world, it, "SUBMIT")
    index = await world.pool.fetchval("SELECT identity_index FROM referral")
    await world.pool.execute("UPDATE client SET identity_index = $1 WHERE id = $2", index, world.rows["aino"].pk)
    asked = await request_in_work(world, "ACCESS")
    assert await step_request(world, asked, "BUILD") == []
    early = (await read_export(world, asked))["content"]["FormAnswer"]
    await take_referral_through(world, it, "RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT")
    assert await step_request(world, asked, "BUILD") == []
    [late] = (await read_export(world, asked))["content"]["FormAnswer"]

    assert [(one["id"], one["fields"]["answers"]) for one in early] == [(answer["id"], ANSWERS)]
    assert (late["id"], late["fields"]["answers"]) == (answer["id"], ANSWERS)
    log = await world.pool.fetchrow(
        "SELECT subjects FROM disclosure_log WHERE operation = 'package' AND 'FormAnswer.answers' = ANY (fields)"
        " ORDER BY id LIMIT 1"
    )
    assert log is not None
    assert [uuid.hex for uuid in log["subjects"]] == [it["id"][-32:]]
