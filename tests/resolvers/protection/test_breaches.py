"""A personal data breach: its record by role, its 72 hours, and what its transitions demand."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.protection.breaches import remind_of_breaches
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import schema_and_content_types
from tests.support.actions.breaches import ASSESSED, OFFICER, REPORTED, make_breach
from tests.support.actions.content import step, try_to_create, update
from tests.support.organisation import NOW, SampleOrganisation
from workflow.calendar import finnish_day
from workflow.data_breach import due_at

READ = (
    """query R($id: ID!) { dataBreach(id: $id) { title state dueAt accountId application credential whatHappened } }"""
)
OTHERS = ("coach_a", "supervisor_a", "colleague_a", "finance", "administrator", "official_x", "workplace", "trainee")


async def read(organisation: SampleOrganisation, it: dict[str, Any], fields: str) -> dict[str, Any]:
    query = f"query R($id: ID!) {{ dataBreach(id: $id) {{ {fields} }} }}"
    return dict((await organisation.data(OFFICER, query, id=it["id"]))["dataBreach"])


async def take(organisation: SampleOrganisation, it: dict[str, Any], name: str, **more: Any) -> list[str]:
    return await step(organisation, OFFICER, "DataBreach", it, name, **more)


async def change(organisation: SampleOrganisation, it: dict[str, Any], **given: Any) -> list[str]:
    return await update(organisation, OFFICER, "DataBreach", it, **given)


@pytest.mark.parametrize("who", OTHERS)
async def test_others_neither_record_a_breach_nor_see_one(organisation: SampleOrganisation, who: str) -> None:
    it = await make_breach(organisation)

    seen = await organisation.data(
        who, "query R($id: ID!) { dataBreach(id: $id) { id } dataBreaches { totalCount } }", id=it["id"]
    )
    _, refused = await try_to_create(organisation, who, "DataBreach", title="x", noticedAt=NOW.isoformat())
    assert seen == {"dataBreach": None, "dataBreaches": {"totalCount": 0}}
    assert refused == ["FORBIDDEN"]


async def test_the_management_reads_the_clock_and_neither_account_nor_facts(organisation: SampleOrganisation) -> None:
    it = await make_breach(organisation, whatHappened="Puhelin katosi.")

    seen = (await organisation.data("manager", READ, id=it["id"]))["dataBreach"]
    refused = await step(organisation, "manager", "DataBreach", it, "ASSESS")

    assert seen == {
        "title": "Kadonnut puhelin",
        "state": "NOTICED",
        "dueAt": "2026-11-26T08:00:00+00:00",
        "accountId": None,
        "application": None,
        "credential": None,
        "whatHappened": None,
    }
    assert refused == ["WRONG_ROLE"]


async def test_the_clock_is_seventy_two_hours_over_a_weekend(organisation: SampleOrganisation) -> None:
    friday = datetime.fromisoformat("2026-11-20T16:30:00+02:00")
    it = await make_breach(organisation, noticedAt=friday.isoformat())

    assert (await read(organisation, it, "dueAt"))["dueAt"] == "2026-11-23T14:30:00+00:00"
    assert await change(organisation, it, noticedAt=(friday - timedelta(hours=1)).isoformat()) == []
    assert (await read(organisation, it, "dueAt"))["dueAt"] == "2026-11-23T13:30:00+00:00"


@given(st.datetimes(NOW.replace(year=2020, tzinfo=None), timezones=st.just(UTC)))
def test_due_is_always_three_times_twenty_four_hours_later(moment: datetime) -> None:
    assert (due_at(moment) - moment).total_seconds() == 72 * 3600


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"noticedAt": (NOW + timedelta(minutes=1)).isoformat()}, "NOTICED_OUT_OF_BOUNDS"),
        ({"noticedAt": (NOW - timedelta(days=367)).isoformat()}, "NOTICED_OUT_OF_BOUNDS"),
        ({"reportedAt": (NOW - timedelta(minutes=1)).isoformat()}, "REPORTED_OUT_OF_BOUNDS"),
        ({"reportedAt": (NOW + timedelta(minutes=1)).isoformat()}, "REPORTED_OUT_OF_BOUNDS"),
        ({"credential": "token-1"}, "ONE_SOURCE"),
        ({"startsAt": (NOW - timedelta(days=400)).isoformat()}, "PERIOD_OUT_OF_BOUNDS"),
    ],
)
async def test_what_cannot_be_is_refused(organisation: SampleOrganisation, given: dict[str, str], code: str) -> None:
    it = await make_breach(organisation)

    assert await change(organisation, it, **given) == [code]


async def test_nothing_is_assessed_before_the_record_is_complete(organisation: SampleOrganisation) -> None:
    it = await make_breach(organisation)

    assert await take(organisation, it, "ASSESS") == ["BREACH_INCOMPLETE"]
    assert await change(organisation, it, **ASSESSED) == []
    assert await take(organisation, it, "ASSESS") == []
    assert it["state"] == "ASSESSED"


async def test_a_breach_with_a_risk_is_reported_and_without_one_the_reason_is_kept(
    organisation: SampleOrganisation,
) -> None:
    it = await make_breach(organisation)
    await change(organisation, it, **ASSESSED)
    await take(organisation, it, "ASSESS")

    assert await take(organisation, it, "NOT_REPORT", comment="Ei riskiä") == ["RISK_TO_REPORT"]
    assert await change(organisation, it, risk="UNLIKELY") == []
    assert await take(organisation, it, "NOT_REPORT") == ["COMMENT_REQUIRED"]
    assert await take(organisation, it, "NOT_REPORT", comment="Laite oli salattu.") == []
    assert await read(organisation, it, "state noReportReason") == {
        "state": "NOT_REPORTABLE",
        "noReportReason": "Laite oli salattu.",
    }
    assert await take(organisation, it, "CLOSE") == []


async def test_a_report_has_its_day_and_reference_and_a_late_one_its_reason(organisation: SampleOrganisation) -> None:
    late = NOW - timedelta(hours=73)
    it = await make_breach(organisation, noticedAt=late.isoformat())

    assert await take(organisation, it, "REPORT") == ["REPORT_INCOMPLETE"]
    assert await change(organisation, it, reportedAt=NOW.isoformat()) == []
    assert await take(organisation, it, "REPORT") == ["REPORT_INCOMPLETE"]
    assert await change(organisation, it, authorityReference="TSV/1/2026") == []
    assert await take(organisation, it, "REPORT") == ["DELAY_UNEXPLAINED"]
    assert await change(organisation, it, delayReason="Laajuus selvisi vasta maanantaina.") == []
    assert await take(organisation, it, "REPORT") == []


async def test_a_report_in_the_last_second_needs_no_reason(organisation: SampleOrganisation) -> None:
    it = await make_breach(organisation, noticedAt=(NOW - timedelta(hours=72)).isoformat())

    await change(organisation, it, **REPORTED)
    assert await take(organisation, it, "REPORT") == []


async def test_a_high_risk_is_closed_when_persons_were_told_or_need_not_be(organisation: SampleOrganisation) -> None:
    it = await make_breach(organisation)
    await change(organisation, it, **ASSESSED, **REPORTED)
    await take(organisation, it, "REPORT")

    assert await take(organisation, it, "CLOSE") == ["PERSONS_NOT_TOLD"]
    assert await take(organisation, it, "TELL_PERSONS") == ["NOBODY_TOLD"]
    assert await change(organisation, it, exemption="PROTECTED") == []
    assert await take(organisation, it, "CLOSE") == ["PERSONS_NOT_TOLD"]
    assert await change(organisation, it, exemptionReason="Levy oli salattu.") == []
    assert await take(organisation, it, "CLOSE") == []


async def test_the_clock_reminds_once_within_a_day_and_once_when_it_is_over(organisation: SampleOrganisation) -> None:
    it = await make_breach(organisation)
    decided = await make_breach(organisation)
    await change(organisation, decided, **REPORTED)
    await take(organisation, decided, "REPORT")

    async def remind(hours: float) -> int:
        now = NOW + timedelta(hours=hours)
        keyring = organisation.answering.commands.keyring
        return await remind_of_breaches(
            system_context(schema_and_content_types()[1], RULEBOOK, keyring, now, finnish_day(now))
        )

    assert [await remind(hours) for hours in (47, 48, 49, 72, 72.1, 73)] == [0, 1, 0, 0, 1, 0]
    events = await organisation.pool.fetch("SELECT event FROM outbox WHERE event ~ 'remind|overdue' ORDER BY id")
    assert [event["event"] for event in events] == ["data_breach.remind", "data_breach.overdue"]
    query = '{ dataBreaches(filter: {overdueAt: {gte: "2026-01-01T00:00:00Z"}}) { nodes { id overdueAt } } }'
    [overdue] = (await organisation.data(OFFICER, query))["dataBreaches"]["nodes"]
    assert overdue["id"] == it["id"]
    mails = await organisation.pool.fetch("SELECT event, link FROM delivery ORDER BY created_at, id")
    assert {(mail["event"], mail["link"]) for mail in mails} == {
        ("data_breach.remind", it["id"]),
        ("data_breach.overdue", it["id"]),
    }
