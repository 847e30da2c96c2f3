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
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it, wish="Kokiksi", remark="Selkä vaivaa")
    more = {"mood": "Hyvä", "where": "Äidin luona"}
    refused = {who: await update(organisation, who, "FormAnswer", dict(answer), answers=more) for who in EVERYBODY[1:]}
    assert await update(organisation, "official_x", "FormAnswer", answer, answers=more) == []

    assert await keys_seen(organisation, answer) == {"official_x": {"wish", "mood", "where", "remark"}}
    assert set(map(tuple, refused.values())) == {("NOT_FOUND",)}
    condition = "state = 'REFERRAL_DRAFT' AND client_id IS NULL AND revision = 2"
    assert await organisation.count("form_answer", condition) == 1


async def test_answers_are_sent_with_the_referral_and_then_frozen(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it, mood="Hyvä")
    assert await step(organisation, "official_x", "FormAnswer", dict(answer), "SUBMIT") == ["WRONG_ROLE"]
    incomplete = await step(organisation, "official_x", "Referral", it, "SUBMIT")
    assert await update(organisation, "official_x", "FormAnswer", answer, answers=ANSWERS) == []
    await take_referral_through(organisation, it, "SUBMIT")
    answer["revision"] += 1
    late = await update(organisation, "official_x", "FormAnswer", answer, answers={"wish": "Muuksi"})

    assert incomplete == ["ANSWER_MISSING"]
    assert late == ["FORBIDDEN_FIELD"]
    assert await keys_seen(organisation, answer) == {
        "official_x": {"wish", "mood", "where", "remark"},
        "supervisor_a": {"wish", "mood", "where", "remark"},
        "manager": set(),
        "privacy_officer": set(),
    }
    condition = "state = 'REFERRAL_SENT' AND answers @> '{\"wish\": \"Kokiksi\"}'"
    assert await organisation.count("form_answer", condition) == 1


async def test_the_agency_corrects_its_answers_while_the_unit_asks_for_more_and_nobody_else_does(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW")
    assert await step(organisation, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Missä tavoittaa?") == []
    answer["revision"] += 2
    correct = {"answers": {"where": "Isän luona"}}
    others = {
        who: await update(organisation, who, "FormAnswer", dict(answer), **correct)
        for who in ("official_y", "supervisor_a")
    }
    assert await update(organisation, "official_x", "FormAnswer", answer, answers={"wish": None}) == []
    incomplete = await step(organisation, "official_x", "Referral", it, "ANSWER")
    assert (
        await update(organisation, "official_x", "FormAnswer", answer, answers={"wish": "Leipuriksi", "where": "Isä"})
        == []
    )
    assert await step(organisation, "official_x", "Referral", it, "ANSWER") == []
    answer["revision"] += 1
    late = await update(organisation, "official_x", "FormAnswer", dict(answer), **correct)

    assert others == {"official_y": ["NOT_FOUND"], "supervisor_a": ["FORBIDDEN_FIELD"]}
    assert (incomplete, late) == (["ANSWER_MISSING"], ["FORBIDDEN_FIELD"])
    shown = (await organisation.data("supervisor_a", READ, id=answer["id"]))["formAnswer"]
    assert (shown["state"], shown["answers"]["wish"], shown["answers"]["where"]) == (
        "REFERRAL_SENT",
        "Leipuriksi",
        "Isä",
    )


async def test_a_referral_that_is_withdrawn_while_more_is_asked_closes_its_answers(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW")
    assert await step(organisation, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Missä tavoittaa?") == []
    reason = await organisation.pool.fetchval(
        "SELECT min(token) FROM term WHERE vocabulary = 'referral_withdraw_reason'"
    )

    assert await step(organisation, "official_x", "Referral", it, "WITHDRAW", reason=reason) == []
    assert await organisation.count("form_answer", "state = 'REFERRAL_CLOSED'") == 1


@pytest.mark.parametrize("who", ["official_x", "supervisor_a", "coach_a"])
async def test_a_referral_that_was_sent_takes_no_new_answers(organisation: SampleOrganisation, who: str) -> None:
    it = await draft_referral(organisation)
    await take_referral_through(organisation, it, "SUBMIT")
    given = {
        "templateId": await publish_questions(organisation),
        "referralId": it["id"],
        "answers": {"wish": "Myöhässä"},
    }
    refused = (await try_to_create(organisation, who, "FormAnswer", **given))[1]
    assert refused == {"coach_a": ["NOT_FOUND"]}.get(who, ["REFERRAL_NOT_DRAFT"])
    assert await organisation.count("form_answer") == 0


async def test_an_answer_is_about_a_client_or_belongs_to_a_draft_and_never_to_anothers_referral(
    organisation: SampleOrganisation,
) -> None:
    template, it = await publish_questions(organisation), await draft_referral(organisation)
    sent = await draft_referral(organisation)
    await take_referral_through(organisation, sent, "SUBMIT")
    nobody = {"templateId": template, "answers": {"wish": "Kenen"}}
    other = nobody | {"referralId": it["id"]}
    mixed = nobody | {"referralId": sent["id"], "clientId": organisation.ids["aino"]}
    assessment = await publish_questions(organisation, kind="ASSESSMENT")

    assert (await try_to_create(organisation, "official_x", "FormAnswer", **nobody))[1] == ["FORBIDDEN"]
    assert (await try_to_create(organisation, "official_y", "FormAnswer", **other))[1] == ["NOT_FOUND"]
    assert (await try_to_create(organisation, "supervisor_a", "FormAnswer", **mixed))[1] == ["MISMATCH"]
    another = await try_to_create(organisation, "official_x", "FormAnswer", **(other | {"templateId": assessment}))
    assert another[1] == ["TEMPLATE_NOT_OF_REFERRALS"]
    assert await organisation.count("form_answer") == 0


async def test_an_agency_writes_nothing_about_a_client(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT")
    given = {"templateId": await publish_questions(organisation), "referralId": it["id"]}
    bare = (await try_to_create(organisation, "official_x", "FormAnswer", **given))[1]
    filled = (await try_to_create(organisation, "official_x", "FormAnswer", **given, answers={"wish": "Kokiksi"}))[1]

    assert (bare, set(filled)) == (["FORBIDDEN_FIELD"], {"FORBIDDEN_FIELD"})
    assert await organisation.count("form_answer") == 0


async def test_answers_follow_the_client_to_whose_coach_they_open_after_the_start(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW")
    before = await organisation.count("form_answer", "client_id IS NULL")
    await take_referral_through(organisation, it, "ACCEPT")
    accepted = await keys_seen(organisation, answer)
    decided_on = {"responsibleCoachId": organisation.ids["coach_a"], "registerId": organisation.ids["register"]}
    assert await update(organisation, "supervisor_a", "Referral", it, **decided_on) == []
    await take_referral_through(organisation, it, "START")

    keys = set(ANSWERS)
    assert before == 1
    assert "coach_a" not in accepted
    assert await keys_seen(organisation, answer) == {
        "official_x": keys,
        "supervisor_a": keys,
        "coach_a": keys,
        "manager": set(),
        "privacy_officer": set(),
    }
    nested = "query N($id: ID!) { referral(id: $id) { formAnswers { nodes { id } } } }"
    assert (await organisation.data("coach_a", nested, id=it["id"]))["referral"]["formAnswers"]["nodes"] == [
        {"id": answer["id"]}
    ]
    assert await organisation.pool.fetchval(
        "SELECT a.client_id = r.client_id FROM form_answer a JOIN referral r ON r.id = a.referral_id"
    )


async def test_a_closed_referral_closes_its_answers_like_itself(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW")
    reason = await organisation.pool.fetchval(
        "SELECT token FROM term WHERE vocabulary = 'referral_reject_reason' LIMIT 1"
    )
    assert await step(organisation, "supervisor_a", "Referral", it, "REJECT", reason=reason) == []

    assert await keys_seen(organisation, answer) == {
        "official_x": {"wish", "where", "remark"},
        "supervisor_a": {"wish", "remark"},
        "manager": set(),
        "privacy_officer": set(),
    }
    raw = await organisation.raw("official_y", READ, id=answer["id"])
    assert b"vaivaa" not in raw
    assert b"luona" not in raw


async def test_a_safety_restriction_of_the_referral_masks_the_contacts_in_its_answers(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT")
    open_to = (await keys_seen(organisation, answer))["supervisor_a"]
    await organisation.pool.execute("UPDATE referral SET safety_restriction = TRUE")
    masked = await organisation.raw("supervisor_a", READ, id=answer["id"])
    await hire_staff(organisation, "cleared", "supervisor", "unit_a")
    await models.RoleGrant.create(
        account=organisation.rows["account_cleared"],
        role="cleared",
        starts_on=date(2026, 1, 1),
        state="IN_FORCE",
        **STAMP,
    )
    cleared = (await organisation.data("cleared", READ, id=answer["id"]))["formAnswer"]["answers"]

    assert "where" in open_to
    assert orjson.loads(masked)["data"]["formAnswer"]["redacted"] == ["answers.where"]
    assert b"luona" not in masked
    assert cleared["where"] == "Äidin luona"


async def test_who_typed_a_paper_referral_answers_its_questions_and_a_colleague_does_not_see_it(
    organisation: SampleOrganisation,
) -> None:
    await hire_staff(organisation, "second", "supervisor", "unit_a")
    it = await draft_referral(organisation, "supervisor_a", agencyId=organisation.ids["agency_x"])
    answer = await answer_referral(organisation, it, "supervisor_a")
    assert await update(organisation, "supervisor_a", "FormAnswer", answer, answers={"mood": "Reipas"}) == []

    assert (await organisation.data("supervisor_a", READ, id=answer["id"]))["formAnswer"]["answers"] == {
        **ANSWERS,
        "mood": "Reipas",
    }
    assert (await organisation.data("second", READ, id=answer["id"]))["formAnswer"] is None


async def test_a_system_of_the_agency_answers_within_its_scopes(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    inside = await organisation.data("official_x", READ, frozenset({"referrals:read"}), id=answer["id"])
    outside = await organisation.data("official_x", READ, frozenset({"attendance:read"}), id=answer["id"])
    query = "mutation U($i: UpdateFormAnswerInput!) { updateFormAnswer(input: $i) { errors { code } } }"
    given = {"id": answer["id"], "revision": 1, "answers": {"wish": "Muuksi"}}
    refused = await organisation.data("official_x", query, frozenset({"referrals:read"}), i=given)
    allowed = await organisation.data("official_x", query, frozenset({"referrals:write"}), i=given)

    assert inside["formAnswer"]["answers"] == ANSWERS
    assert outside["formAnswer"] is None
    assert [e["code"] for e in refused["updateFormAnswer"]["errors"]] == ["FORBIDDEN_FIELD"]
    assert allowed["updateFormAnswer"]["errors"] == []


async def test_a_referral_that_moves_to_another_unit_takes_its_answers_along(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT")
    assert await update(organisation, "supervisor_a", "Referral", it, unitId=organisation.ids["unit_b"]) == []

    assert {who for who in await keys_seen(organisation, answer) if who.startswith("supervisor")} == {"supervisor_b"}


async def test_deleted_answers_come_back_while_the_referral_is_a_draft_and_not_after(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    bins = [await discarded(organisation, answer)]
    assert await step(organisation, "official_x", "BinItem", bins[0], "RESTORE") == []
    restored = await keys_seen(organisation, answer)
    answer["revision"] += 2
    bins.append(await discarded(organisation, answer))
    await take_referral_through(organisation, it, "SUBMIT")

    assert restored == {"official_x": set(ANSWERS)}
    assert await step(organisation, "official_x", "BinItem", bins[1], "RESTORE") == ["REFERENCE_GONE"]
    assert await organisation.count("form_answer") == 0


async def discarded(organisation: SampleOrganisation, answer: dict[str, Any]) -> dict[str, Any]:
    """Put answers into the bin as the official, and return the entry."""
    query = """mutation D($i: DeleteFormAnswerInput!) { deleteFormAnswer(input: $i) {
      binItem { id revision } errors { code } } }"""
    given = {"id": answer["id"], "revision": answer["revision"], "comment": "Väärä henkilö"}
    done = (await organisation.data("official_x", query, i=given))["deleteFormAnswer"]
    assert done["errors"] == []
    return dict(done["binItem"])


async def test_reading_answers_is_logged_under_the_referral_until_there_is_a_client(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await organisation.data("official_x", READ, id=answer["id"])
    first = await organisation.pool.fetchrow("SELECT fields, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert first is not None
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT")
    await organisation.data("supervisor_a", READ, id=answer["id"])
    later = await organisation.pool.fetchrow("SELECT subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert later is not None

    assert "FormAnswer.answers" in first["fields"]
    assert [uuid.hex for uuid in first["subjects"]] == [it["id"][-32:]]
    assert list(later["subjects"]) == [await organisation.pool.fetchval("SELECT client_id FROM referral")]


async def test_the_database_keeps_no_answer_of_nobody(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    await answer_referral(organisation, it)

    with pytest.raises(asyncpg.CheckViolationError, match="form_answer_about"):
        await organisation.pool.execute("UPDATE form_answer SET referral_id = NULL")
    with pytest.raises(asyncpg.CheckViolationError, match="form_answer_about"):
        await organisation.pool.execute("UPDATE form_answer SET state = 'DRAFT'")


async def test_a_referral_that_never_started_goes_with_its_answers(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    it, fresh = await draft_referral(organisation), await draft_referral(organisation)
    answer, kept = await answer_referral(organisation, it), await answer_referral(organisation, fresh)
    await organisation.pool.execute("UPDATE referral SET modified_at = '2026-05-01' WHERE id = $1", it["id"][-32:])
    purge = await confirmed_purge(organisation, "REFERRALS")
    counts = "query P($id: ID!) { purge(id: $id) { counts { type rows } } }"
    foreseen = (await organisation.data(OFFICER, counts, id=purge["id"]))["purge"]["counts"]
    assert await run_purges(worker_context(settings)) == 1

    assert {c["type"]: c["rows"] for c in foreseen} == {"referral": 1, "form_answer": 1}
    for table, column in (
        ("form_answer", "id"),
        ("history", "object_id"),
        ("version", "object_id"),
        ("outbox", "object_id"),
    ):
        assert await organisation.count(table, f"{column} = '{answer['id'][-32:]}'") == 0, table
    assert await organisation.count("form_answer", f"id = '{kept['id'][-32:]}'") == 1


async def test_a_referral_of_a_client_that_led_nowhere_goes_with_the_answers_it_came_with(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    """The client is served by another way: the referral goes alone, and what a coach wrote about the client stays."""
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW", "INTERVIEW")
    aino = organisation.rows["aino"].pk
    for table in ("referral", "form_answer"):
        await organisation.pool.execute(f"UPDATE {table} SET client_id = $1", aino)
    await take_referral_through(organisation, it, "ACCEPT", "MISS")
    await organisation.pool.execute("UPDATE referral SET modified_at = '2026-05-01'")
    await confirmed_purge(organisation, "REFERRALS")
    closed = f"client_id = '{aino}' AND state = 'REFERRAL_CLOSED'"
    assert await organisation.count("form_answer", closed) == 1
    assert await run_purges(worker_context(settings)) == 1

    assert await organisation.count("referral") == await organisation.count("form_answer") == 0
    assert await organisation.count("version", f"object_id = '{answer['id'][-32:]}'") == 0
    assert [line.noun for line in erasure_list(settings).lines()] == ["referral"]
    assert await organisation.count("client", f"id = '{organisation.rows['aino'].pk}' AND state = 'ACTIVE'") == 1


async def test_a_package_holds_the_answers_before_and_after_the_acceptance(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT")
    index = await organisation.pool.fetchval("SELECT identity_index FROM referral")
    await organisation.pool.execute(
        "UPDATE client SET identity_index = $1 WHERE id = $2", index, organisation.rows["aino"].pk
    )
    asked = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, asked, "BUILD") == []
    early = (await read_export(organisation, asked))["content"]["FormAnswer"]
    await take_referral_through(organisation, it, "RECEIVE", "REVIEW", "INTERVIEW", "ACCEPT")
    assert await step_request(organisation, asked, "BUILD") == []
    [late] = (await read_export(organisation, asked))["content"]["FormAnswer"]

    assert [(one["id"], one["fields"]["answers"]) for one in early] == [(answer["id"], ANSWERS)]
    assert (late["id"], late["fields"]["answers"]) == (answer["id"], ANSWERS)
    log = await organisation.pool.fetchrow(
        "SELECT subjects FROM disclosure_log WHERE operation = 'package' AND 'FormAnswer.answers' = ANY (fields)"
        " ORDER BY id LIMIT 1"
    )
    assert log is not None
    assert [uuid.hex for uuid in log["subjects"]] == [it["id"][-32:]]
