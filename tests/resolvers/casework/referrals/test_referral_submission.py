"""`submitReferral`: data, answers and announced files are created and sent together, or nothing is."""

import hashlib
from typing import Any

import pytest

from tests.support.actions.casework import REFERRAL
from tests.support.actions.referral_answers import ANSWERS, publish_questions
from tests.support.organisation import SampleOrganisation
from tests.support.running_service import PDF

SUBMIT = """mutation S($i: SubmitReferralInput!, $k: String) { done: submitReferral(input: $i, idempotencyKey: $k) {
  referral { id revision state lastName agency { name } formAnswers { nodes { state answers } }
    awaitedFiles { id name size addedBy uploadLink __typename } attachments { name } history { revision action } }
  errors { code path message } } }"""
FILE = {
    "name": "lausunto.pdf",
    "mediaType": "application/pdf",
    "size": len(PDF),
    "sha256": hashlib.sha256(PDF).hexdigest(),
}


async def submit(organisation: SampleOrganisation, who: str, key: str | None = None, **given: Any) -> dict[str, Any]:
    return dict((await organisation.data(who, SUBMIT, i=given, k=key))["done"])


async def whole(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    answered = [{"templateId": await publish_questions(organisation), "answers": ANSWERS}]
    return {
        "unitId": organisation.ids["unit_a"],
        **REFERRAL,
        "answers": answered,
        "attachments": [FILE],
        **more,
    }


async def everything(organisation: SampleOrganisation) -> list[int]:
    tables = ("referral", "form_answer", "attachment", "history", "outbox", "idempotency_key")
    return [await organisation.count(table) for table in tables]


async def test_an_official_submits_data_answers_and_files_in_one_command(organisation: SampleOrganisation) -> None:
    done = await submit(organisation, "official_x", **await whole(organisation))

    assert done["errors"] == []
    shown = done["referral"]
    assert (shown["state"], shown["revision"], shown["agency"]["name"]) == ("SUBMITTED", 2, "agency_x")
    assert shown["formAnswers"]["nodes"] == [{"state": "REFERRAL_SENT", "answers": ANSWERS}]
    [file] = shown["awaitedFiles"]
    assert (file["name"], file["size"], file["__typename"]) == ("lausunto.pdf", len(PDF), "AwaitedFile")
    assert file["uploadLink"].startswith("/files/")
    assert shown["attachments"] == []
    assert [entry["action"] for entry in shown["history"]] == ["SUBMIT", "CREATE"]


async def test_a_refusal_names_every_problem_at_once_and_saves_nothing(organisation: SampleOrganisation) -> None:
    given = await whole(organisation, lastName=None, goals=None, safetyRestriction=None, consentGivenOn=None)
    given["answers"][0]["answers"] = {"where": "Äidin luona", "remark": "Selkä", "unknown": 1}
    given["attachments"] = [FILE | {"name": "lausunto.exe"}, FILE | {"size": 0}]
    given |= {"phone": "abc", "officialId": organisation.ids["official_y"]}
    before = await everything(organisation)

    done = await submit(organisation, "official_x", **given)

    assert done["referral"] is None
    assert {(e["code"], ".".join(e["path"])) for e in done["errors"]} == {
        ("VALUE_REQUIRED", "lastName"),
        ("NOT_FOUND", "officialId"),
        ("PHONE_MALFORMED", "phone"),
        ("REFERRAL_INCOMPLETE", "goals"),
        ("REFERRAL_INCOMPLETE", "safetyRestriction"),
        ("REFERRAL_INCOMPLETE", "consentGivenOn"),
        ("ANSWER_REFUSED", "answers.0.answers.unknown"),
        ("ANSWER_MISSING", "answers.0.answers.wish"),
        ("FILE_TYPE_REFUSED", "attachments.0.name"),
        ("FILE_TOO_LARGE", "attachments.1.size"),
    }
    assert all(e["message"] for e in done["errors"])
    assert await everything(organisation) == before


async def test_rules_and_consent_are_told_with_what_is_missing(organisation: SampleOrganisation) -> None:
    given = await whole(organisation, goals=None, serviceCode="NO_SUCH", consentGivenOn="2027-01-01", planKind="NONE")

    done = await submit(organisation, "official_x", **given)

    assert {(e["code"], ".".join(e["path"])) for e in done["errors"]} == {
        ("REFERRAL_INCOMPLETE", "goals"),
        ("UNKNOWN_TERM", "serviceCode"),
        ("UNKNOWN_TERM", "planKind"),
        ("CONSENT_NOT_IN_FORCE", "consentGivenOn"),
    }


@pytest.mark.parametrize("who", ["coach_a", "colleague_a", "manager", "administrator", "trainee", "workplace"])
async def test_nobody_else_submits_a_referral(organisation: SampleOrganisation, who: str) -> None:
    given = await whole(organisation)
    before = await everything(organisation)

    done = await submit(organisation, who, **given)

    assert [e["code"] for e in done["errors"]] == ["FORBIDDEN"]
    assert await everything(organisation) == before


async def test_a_supervisor_submits_what_came_on_paper_and_another_unit_sees_nothing(
    organisation: SampleOrganisation,
) -> None:
    given = await whole(organisation, agencyId=organisation.ids["agency_x"])
    elsewhere = await submit(organisation, "supervisor_b", **given)
    done = await submit(organisation, "supervisor_a", **given)
    missing = await submit(organisation, "supervisor_a", **(given | {"agencyId": None}))

    assert [e["code"] for e in elsewhere["errors"]] == ["FORBIDDEN"]
    assert (done["errors"], done["referral"]["state"]) == ([], "SUBMITTED")
    assert ("VALUE_REQUIRED", ["agencyId"]) in [(e["code"], e["path"]) for e in missing["errors"]]
    read = "query R($id: ID!) { referral(id: $id) { lastName } }"
    seen = {
        who: (await organisation.data(who, read, id=done["referral"]["id"]))["referral"]
        for who in ("official_x", "official_y", "supervisor_b")
    }
    assert seen == {"official_x": {"lastName": "Esimerkki"}, "official_y": None, "supervisor_b": None}


async def test_asked_again_with_its_key_nothing_is_sent_twice(organisation: SampleOrganisation) -> None:
    given = await whole(organisation)
    first = await submit(organisation, "official_x", key="lahete-1", **given)
    before = await everything(organisation)

    again = await submit(organisation, "official_x", key="lahete-1", **given)
    other = await submit(organisation, "official_x", key="lahete-1", **(given | {"lastName": "Toinen"}))

    assert again["referral"]["id"] == first["referral"]["id"]
    assert again["referral"]["awaitedFiles"][0]["id"] == first["referral"]["awaitedFiles"][0]["id"]
    assert [e["code"] for e in other["errors"]] == ["IDEMPOTENCY_CONFLICT"]
    assert await everything(organisation) == before


async def test_the_unit_sees_which_files_have_not_come_and_nobody_else_gets_their_link(
    organisation: SampleOrganisation,
) -> None:
    done = await submit(organisation, "official_x", **await whole(organisation))
    read = "query R($id: ID!) { referral(id: $id) { awaitedFiles { name uploadLink } redacted } }"

    seen = {
        who: (await organisation.data(who, read, id=done["referral"]["id"]))["referral"]
        for who in ("supervisor_a", "manager", "official_y")
    }

    assert seen["supervisor_a"]["awaitedFiles"] == [{"name": "lausunto.pdf", "uploadLink": None}]
    assert (seen["manager"]["awaitedFiles"], seen["official_y"]) == (None, None)
    assert "awaitedFiles" in seen["manager"]["redacted"]
    assert b"lausunto" not in await organisation.raw("manager", read, id=done["referral"]["id"])
