"""The rights of the person: each is started by the trainee, worked on by the privacy officer, answered in its month."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.session import Session
from resolvers.rights.deadlines import remind_of_requests
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from schema.execution.runtime import GraphQLRequest
from service.resources import schema_and_content_types
from tests.support.actions.content import step
from tests.support.actions.data_requests import (
    CREATE_REQUEST,
    OFFICER,
    make_request,
    read_request,
    request_in_work,
    step_request,
    update_request,
)
from tests.support.organisation import NOW, TODAY, SampleOrganisation
from workflow.data_request import APPEAL, calendar_due_on

KINDS = ("ACCESS", "LOG_ACCESS", "RECTIFY", "ERASE", "RESTRICT", "PORT", "OBJECT")
STAYS = [{"what": "Laskutusrivit", "basis": "LEGAL_OBLIGATION", "why": "Kirjanpitolaki"}]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_trainee_starts_each_right_for_oneself_and_sees_state_and_due_day(
    organisation: SampleOrganisation, kind: str
) -> None:
    it = await make_request(organisation, kind, requestText="Haluan tietää.")

    seen = await read_request(
        organisation, "trainee", it, "kind state dueOn channel receivedOn identityProof client { id } register { id }"
    )
    assert seen == {
        "kind": kind,
        "state": "RECEIVED",
        "dueOn": "2026-12-23",
        "receivedOn": "2026-11-23",
        "channel": "SERVICE",
        "identityProof": "LOGIN",
        "client": {"id": organisation.ids["aino"]},
        "register": {"id": organisation.ids["register"]},
    }


async def test_a_trainee_asks_for_nobody_else(organisation: SampleOrganisation) -> None:
    done = (
        await organisation.data("trainee", CREATE_REQUEST, i={"kind": "ACCESS", "clientId": organisation.ids["ville"]})
    )["done"]

    assert [e["code"] for e in done["errors"]] == ["NOT_FOUND"]
    assert await organisation.count("data_request") == 0


async def test_a_trainee_sets_neither_day_nor_channel(organisation: SampleOrganisation) -> None:
    given = {"kind": "ACCESS", "receivedOn": "2026-01-01", "channel": "LETTER"}
    done = (await organisation.data("trainee", CREATE_REQUEST, i=given))["done"]

    assert [(e["code"], e["path"]) for e in done["errors"]] == [
        ("FORBIDDEN_FIELD", ["receivedOn"]),
        ("FORBIDDEN_FIELD", ["channel"]),
    ]
    assert await organisation.count("data_request") == 0


@pytest.mark.parametrize("who", ["supervisor_a", "manager", "coach_b", "colleague_a", "official_x", "workplace"])
async def test_others_neither_add_a_request_nor_see_one(organisation: SampleOrganisation, who: str) -> None:
    it = await make_request(organisation, "ACCESS")

    seen = await organisation.data(
        who, "query R($id: ID!) { dataRequest(id: $id) { id } dataRequests { totalCount } }", id=it["id"]
    )
    done = (await organisation.data(who, CREATE_REQUEST, i={"kind": "ACCESS", "clientId": organisation.ids["aino"]}))[
        "done"
    ]
    assert seen == {"dataRequest": None, "dataRequests": {"totalCount": 0}}
    assert done["errors"] != []
    assert await organisation.count("data_request") == 1


@pytest.mark.parametrize(
    ("day", "is_taken"),
    [
        ("2016-11-22", False),
        ("2016-11-23", True),
        ("2026-11-23", True),
        ("2026-11-24", False),
    ],
)
async def test_a_letter_found_late_is_entered_with_its_true_day_and_the_refusal_says_which_days_there_are(
    organisation: SampleOrganisation, day: str, is_taken: bool
) -> None:
    query = CREATE_REQUEST.replace("errors { code path }", "errors { code path message }")
    given = {"kind": "ACCESS", "clientId": organisation.ids["aino"], "channel": "LETTER", "receivedOn": day}

    errors = (await organisation.data(OFFICER, query, i=given))["done"]["errors"]

    refused = {
        "code": "RECEIVED_OUT_OF_BOUNDS",
        "path": ["receivedOn"],
        "message": "Saapumispäivä on enintään kymmenen vuotta sitten eikä tulevaisuudessa: 23.11.2016–23.11.2026.",
    }
    assert errors == ([] if is_taken else [refused])
    assert await organisation.count("data_request") == int(is_taken)


async def test_a_coach_registers_a_letter_and_sees_it_only_until_it_is_taken_up(
    organisation: SampleOrganisation,
) -> None:
    given = {
        "clientId": organisation.ids["aino"],
        "channel": "LETTER",
        "receivedOn": "2026-10-31",
        "requestText": "Kirje",
    }
    it = await make_request(organisation, "ACCESS", "coach_a", **given)

    assert (await read_request(organisation, "coach_a", it, "dueOn requestText")) == {
        "dueOn": "2026-11-30",
        "requestText": "Kirje",
    }
    assert await step_request(organisation, it, "BEGIN") == ["IDENTITY_NOT_PROVEN"]
    assert await step_request(organisation, it, "ASK_IDENTITY") == []
    assert await read_request(organisation, "coach_a", it, "id") == {}
    assert await step_request(organisation, it, "CONFIRM_IDENTITY", reason="SEEN_ID") == []
    proof = await read_request(organisation, OFFICER, it, "state identityProof identityCheckedByName identityCheckedAt")
    assert proof == {
        "state": "IN_PROGRESS",
        "identityProof": "SEEN_ID",
        "identityCheckedByName": OFFICER,
        "identityCheckedAt": "2026-11-23T08:00:00+00:00",
    }


async def test_nothing_is_fulfilled_or_refused_before_the_identity_is_proven(organisation: SampleOrganisation) -> None:
    it = await make_request(organisation, "ACCESS", OFFICER, clientId=organisation.ids["aino"], channel="EMAIL")

    assert await step_request(organisation, it, "BUILD") == ["WRONG_STATE"]
    assert await step_request(organisation, it, "REFUSE", reason="RIGHTS_OF_OTHERS", comment="Ei") == [
        "IDENTITY_NOT_PROVEN"
    ]
    assert (
        await step_request(
            organisation, it, "REFUSE", reason="IDENTITY_UNPROVEN", comment="Henkilöllisyys jäi osoittamatta"
        )
        == []
    )
    assert it["state"] == "REFUSED"


async def test_a_refusal_always_says_where_to_turn_in_three_languages(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "OBJECT")
    assert await step_request(organisation, it, "REFUSE") == ["COMMENT_REQUIRED"]
    assert await step_request(organisation, it, "REFUSE", comment="Laki velvoittaa", reason="LEGAL_OBLIGATION") == []

    told = await read_request(organisation, "trainee", it, "state refusalReason refusalText appealText answeredOn")
    assert told["appealText"] == "\n\n".join(APPEAL)
    assert {k: told[k] for k in ("state", "refusalReason", "refusalText", "answeredOn")} == {
        "state": "REFUSED",
        "refusalReason": "LEGAL_OBLIGATION",
        "refusalText": "Laki velvoittaa",
        "answeredOn": "2026-11-23",
    }


async def test_the_person_reads_the_answer_once_it_is_decided(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "OBJECT")
    assert await update_request(organisation, it, answer="Lopetamme käsittelyn.") == []

    before = await read_request(organisation, "trainee", it, "answer redacted")
    assert before["answer"] is None
    assert "answer" in before["redacted"]
    assert await step_request(organisation, it, "FULFIL") == []
    assert (await read_request(organisation, "trainee", it, "answer")) == {"answer": "Lopetamme käsittelyn."}


async def test_an_extension_moves_the_due_day_once_and_tells_the_person(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ACCESS")
    assert await update_request(organisation, it, extensionMonths=3) == ["OUT_OF_BOUNDS"]
    assert await update_request(organisation, it, extensionMonths=1) == []
    assert await step_request(organisation, it, "EXTEND", reason="COMPLEX", comment="Aineisto on laaja") == []

    told = await read_request(
        organisation, "trainee", it, "state dueOn calendarDueOn extensionReason extensionText extensionToldOn"
    )
    assert told == {
        "state": "EXTENDED",
        "dueOn": "2027-01-25",
        "calendarDueOn": "2027-01-23",
        "extensionReason": "COMPLEX",
        "extensionText": "Aineisto on laaja",
        "extensionToldOn": "2026-11-23",
    }
    assert await update_request(organisation, it, extensionMonths=2) == ["EXTENDED_ALREADY"]
    assert await step_request(organisation, it, "EXTEND", reason="COMPLEX", comment="Vielä") == ["WRONG_STATE"]


async def test_nobody_extends_after_the_month_is_over(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ACCESS")
    organisation.now = NOW + timedelta(days=31)

    assert await step_request(organisation, it, "EXTEND", reason="COMPLEX", comment="Myöhässä") == [
        "TOO_LATE_TO_EXTEND"
    ]
    assert it["state"] == "IN_PROGRESS"


async def test_the_person_withdraws_before_the_decision_and_not_after(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "OBJECT")
    other = await request_in_work(organisation, "OBJECT")
    assert await step_request(organisation, it, "WITHDRAW", "trainee") == []
    assert it["state"] == "WITHDRAWN"

    assert await step_request(organisation, other, "REFUSE", comment="Ei", reason="LEGAL_OBLIGATION") == []
    assert await step_request(organisation, other, "WITHDRAW", "trainee") == ["WRONG_STATE"]
    assert other["state"] == "REFUSED"


async def test_an_erasure_is_not_fulfilled_while_the_data_is_there(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ERASE")
    assert await step_request(organisation, it, "FULFIL") == ["ERASURE_PENDING"]
    assert await update_request(organisation, it, answer="Osa jää.") == []
    partly = {"reason": "LEGAL_OBLIGATION", "comment": "Kirjanpito"}
    assert await step_request(organisation, it, "FULFIL_PARTLY", **partly) == ["REMAINS_MISSING"]
    assert it["state"] == "IN_PROGRESS"

    assert await update_request(organisation, it, remains=STAYS) == []
    assert await step_request(organisation, it, "FULFIL_PARTLY", **partly) == []
    assert (await read_request(organisation, "trainee", it, "remains { what basis why }")) == {"remains": STAYS}


@pytest.mark.parametrize("reason", ["LEGAL_OBLIGATION", "IDENTITY_UNPROVEN"])
async def test_nobody_refuses_an_erasure_without_saying_what_stays_and_why(
    organisation: SampleOrganisation, reason: str
) -> None:
    it = await request_in_work(organisation, "ERASE")
    refused = {"reason": reason, "comment": "Kirjanpitolaki velvoittaa"}
    empty = [{"what": " ", "basis": "LEGAL_OBLIGATION", "why": ""}]
    assert await update_request(organisation, it, remains=empty) != []

    assert await step_request(organisation, it, "REFUSE", **refused) == ["REMAINS_MISSING"]
    assert (await read_request(organisation, "trainee", it, "state refusalText")) == {
        "state": "IN_PROGRESS",
        "refusalText": None,
    }

    assert await update_request(organisation, it, remains=STAYS) == []
    assert await step_request(organisation, it, "REFUSE", **refused) == []
    told = await read_request(organisation, "trainee", it, "state refusalReason remains { what basis why }")
    assert told == {"state": "REFUSED", "refusalReason": reason, "remains": STAYS}


async def test_who_is_not_known_to_be_the_person_is_not_told_what_the_register_holds(
    organisation: SampleOrganisation,
) -> None:
    it = await make_request(organisation, "ERASE", OFFICER, clientId=organisation.ids["aino"], channel="EMAIL")

    assert (
        await step_request(
            organisation, it, "REFUSE", reason="IDENTITY_UNPROVEN", comment="Henkilöllisyys jäi osoittamatta"
        )
        == []
    )

    assert (await read_request(organisation, OFFICER, it, "state remains { what }")) == {
        "state": "REFUSED",
        "remains": [],
    }


async def test_an_erasure_is_fulfilled_once_the_person_is_erased(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ERASE")
    await organisation.pool.execute("UPDATE client SET state = 'ERASED' WHERE id = $1", organisation.rows["aino"].pk)

    assert await step_request(organisation, it, "FULFIL") == []
    assert it["state"] == "FULFILLED"


@pytest.mark.parametrize(
    "ending",
    [
        {"name": "WITHDRAW", "who": "trainee"},
        {"name": "REFUSE", "reason": "LEGAL_CLAIMS", "comment": "Oikeusjuttu"},
    ],
)
async def test_an_erasure_that_nobody_asks_for_any_more_is_cancelled_with_its_request(
    organisation: SampleOrganisation, ending: dict[str, str]
) -> None:
    it = await request_in_work(organisation, "ERASE")
    assert await update_request(organisation, it, remains=STAYS) == []
    assert await step_request(organisation, it, "PROPOSE_ERASURE") == []
    purge = (await organisation.data(OFFICER, "{ purges { nodes { id revision state } } }"))["purges"]["nodes"][0]

    assert await step_request(organisation, it, **ending) == []

    assert await step(organisation, OFFICER, "Purge", purge | {"revision": 2}, "APPROVE") == ["WRONG_STATE"]
    assert await organisation.pool.fetchval("SELECT state FROM purge") == "CANCELLED"


async def test_an_erasure_under_way_keeps_its_request(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ERASE")
    assert await step_request(organisation, it, "PROPOSE_ERASURE") == []
    await organisation.pool.execute("UPDATE purge SET state = 'RUNNING'")

    assert await step_request(organisation, it, "WITHDRAW", "trainee") == ["ERASURE_UNDER_WAY"]

    assert (await read_request(organisation, "trainee", it, "state"))["state"] == "IN_PROGRESS"
    assert await organisation.pool.fetchval("SELECT state FROM purge") == "RUNNING"


async def test_the_officer_lists_open_requests_by_due_day(organisation: SampleOrganisation) -> None:
    late = await make_request(
        organisation, "ACCESS", OFFICER, clientId=organisation.ids["ville"], channel="LETTER", receivedOn="2026-10-20"
    )
    soon = await make_request(organisation, "ERASE")
    query = """query D($before: Date!) { dataRequests(filter: {state: {in: [RECEIVED, IN_PROGRESS, EXTENDED]},
      dueOn: {lt: $before}}, orderBy: DUE_ON) { nodes { id dueOn } } }"""

    due = (await organisation.data(OFFICER, query, before="2026-11-23"))["dataRequests"]["nodes"]
    every = (await organisation.data(OFFICER, query, before="2027-11-23"))["dataRequests"]["nodes"]
    assert due == [{"id": late["id"], "dueOn": "2026-11-20"}]
    assert [node["id"] for node in every] == [late["id"], soon["id"]]


async def test_the_clock_reminds_once_within_a_week_and_once_when_overdue(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ACCESS")
    done = await make_request(organisation, "OBJECT")
    assert await step_request(organisation, done, "WITHDRAW", "trainee") == []

    async def remind(day: date) -> int:
        context = system_context(
            schema_and_content_types()[1],
            RULEBOOK,
            organisation.answering.commands.keyring,
            datetime.combine(day, NOW.timetz()),
            day,
        )
        return await remind_of_requests(context)

    days = [TODAY, date(2026, 12, 16), date(2026, 12, 17), date(2026, 12, 24), date(2026, 12, 25)]
    assert [await remind(day) for day in days] == [0, 1, 0, 1, 0]
    assert (await read_request(organisation, OFFICER, it, "remindedOn")) == {"remindedOn": "2026-12-24"}
    events = await organisation.pool.fetch("SELECT event FROM outbox WHERE event ~ 'remind|overdue' ORDER BY id")
    assert [event["event"] for event in events] == ["data_request.remind", "data_request.overdue"]


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.sampled_from([None, 1, 2]))
def test_the_due_day_is_a_calendar_month_away_and_never_in_the_month_after(day: date, more: int | None) -> None:
    due = calendar_due_on(day, more)
    months = 1 + (more or 0)

    assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == months
    assert due.day == day.day or (due.day < day.day and (due + timedelta(days=1)).day == 1)


async def test_each_state_step_and_kind_of_the_rights_is_titled_in_three_languages(
    organisation: SampleOrganisation,
) -> None:
    query = """query T($t: String!) { contentType(name: $t) { titles { fi sv en } states { name titles { fi sv en } }
      transitions { name titles { fi sv en } } } }"""
    for name in ("DataRequest", "Rectification", "Withholding", "DisclosureNotice"):
        told = (await organisation.data("trainee", query, t=name))["contentType"]
        titles = [told["titles"], *(x["titles"] for part in ("states", "transitions") for x in told[part])]
        assert all(all(title.values()) and len(set(title.values())) == 3 for title in titles), name


@pytest.mark.parametrize(("is_strong", "proof"), [(True, "STRONG_LOGIN"), (False, "LOGIN")])
async def test_a_request_tells_whether_its_sender_had_logged_in_strongly(
    organisation: SampleOrganisation, is_strong: bool, proof: str
) -> None:
    account, id_hash = organisation.rows["account_trainee"], b"h" * 32
    ends = NOW + timedelta(hours=1)
    await Session.create(
        id_hash=id_hash,
        account=account,
        acr="bank",
        is_strong=is_strong,
        created_at=NOW,
        seen_at=NOW,
        expires_at=ends,
        ends_at=ends,
    )
    viewer = replace(await organisation.viewer("trainee"), session=id_hash)
    asked = {"i": {"kind": "ACCESS", "requestText": "Haluan tietää."}}

    answer = await organisation.answering.answer(GraphQLRequest(CREATE_REQUEST, asked, None, viewer, NOW))

    done = orjson.loads(answer.body)["data"]["done"]
    assert done["errors"] == []
    assert (await read_request(organisation, OFFICER, done["it"], "identityProof")) == {"identityProof": proof}
