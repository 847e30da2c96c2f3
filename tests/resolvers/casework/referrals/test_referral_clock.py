"""The clock of referrals: due days, the order of the inbox, queues, and what an agency reads of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from resolvers.casework.referral_clock import remind_of_waitlist
from tests.support.actions.casework import referral_in_interview
from tests.support.actions.content import step, update
from tests.support.actions.referral_answers import draft_referral, take_referral_through
from tests.support.organisation import TODAY, SampleOrganisation
from tests.support.system_context import system_context_on

READ = """query R($id: ID!) { referral(id: $id) { state dueOn answerDaysLeft waitlistUntil submittedAt
  lastName goals phone
  history { action actorName comment } redacted } }"""


async def shown(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> dict[str, Any]:
    return dict((await organisation.data(who, READ, id=it["id"]))["referral"])


async def set_unit(organisation: SampleOrganisation, **given: Any) -> None:
    unit = {"id": organisation.ids["unit_a"], "revision": 1}
    assert await update(organisation, "administrator", "Unit", unit, **given) == []


async def test_a_sent_referral_is_due_on_a_working_day_that_agency_and_unit_see(
    organisation: SampleOrganisation,
) -> None:
    await set_unit(organisation, answerDays=12)  # 5 December 2026 is a Saturday, and 6 December a holiday
    it = await draft_referral(organisation)
    await take_referral_through(organisation, it, "SUBMIT")

    seen = {who: (await shown(organisation, who, it))["dueOn"] for who in ("official_x", "supervisor_a")}
    assert seen == {"official_x": "2026-12-07", "supervisor_a": "2026-12-07"}


async def test_the_clock_waits_while_the_unit_waits_and_goes_on_with_the_answer(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_referral(organisation)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW")
    assert await step(organisation, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Missä asuu?") == []
    waiting = await shown(organisation, "official_x", it)
    organisation.now += timedelta(days=10)
    assert await step(organisation, "official_x", "Referral", it, "ANSWER") == []

    assert (waiting["dueOn"], waiting["answerDaysLeft"]) == (None, 14)
    going_on = await shown(organisation, "official_x", it)
    assert (going_on["dueOn"], going_on["answerDaysLeft"]) == ("2026-12-17", None)
    actors = {(entry["action"], entry["actorName"]) for entry in going_on["history"]}
    assert {("ANSWER", "official_x"), ("REQUEST_INFO", "Polku ry"), ("REVIEW", "Polku ry")} <= actors
    raw = await organisation.raw("official_x", READ, id=it["id"])
    assert b"supervisor_a" not in raw


async def test_the_inbox_is_ordered_by_the_due_day_and_what_waits_for_nobody_comes_last(
    organisation: SampleOrganisation,
) -> None:
    late = await draft_referral(organisation, lastName="Myöhä")
    await take_referral_through(organisation, late, "SUBMIT")
    await set_unit(organisation, answerDays=3)
    soon = await draft_referral(organisation, lastName="Pian")
    await take_referral_through(organisation, soon, "SUBMIT")
    waits = await draft_referral(organisation, lastName="Odottava")
    await take_referral_through(organisation, waits, "SUBMIT", "RECEIVE", "REVIEW")
    assert await step(organisation, "supervisor_a", "Referral", waits, "REQUEST_INFO", comment="Miksi?") == []
    query = """query I($after: String, $filter: ReferralFilter) {
      referrals(orderBy: DUE_ON, first: 1, after: $after, filter: $filter) {
        nodes { lastName dueOn } pageInfo { endCursor hasNextPage } } }"""

    names, after = [], None
    for _ in range(3):
        page = (await organisation.data("supervisor_a", query, after=after))["referrals"]
        names += [node["lastName"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
    organisation.now += timedelta(days=5)
    overdue = {"dueOn": {"lt": "2026-11-28"}}
    found = (await organisation.data("supervisor_a", query, filter=overdue))["referrals"]["nodes"]

    assert names == ["Pian", "Myöhä", "Odottava"]
    assert [node["lastName"] for node in found] == ["Pian"]


@pytest.mark.parametrize("start", ["IN_REVIEW", "INTERVIEW"])
@pytest.mark.parametrize(
    ("name", "state"), [("ACCEPT", "ACCEPTED"), ("WAITLIST", "WAITLISTED"), ("REJECT", "REJECTED")]
)
async def test_a_unit_decides_from_review_as_from_interview(
    organisation: SampleOrganisation, start: str, name: str, state: str
) -> None:
    it = await draft_referral(organisation)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW", *([start] * (start == "INTERVIEW")))
    reasons = "SELECT min(token) FROM term WHERE vocabulary = 'referral_reject_reason'"
    more = {"reason": await organisation.pool.fetchval(reasons)} if name == "REJECT" else {}

    refused = {
        who: await step(organisation, who, "Referral", dict(it), name, **more) for who in ("coach_a", "official_x")
    }
    assert refused == {"coach_a": ["NOT_FOUND"], "official_x": ["WRONG_ROLE"]}
    assert await step(organisation, "supervisor_a", "Referral", it, name, **more) == []
    decided = await shown(organisation, "official_x", it)
    assert (decided["state"], decided["dueOn"]) == (state, None)


async def test_a_place_in_the_queue_is_told_of_in_time_and_then_goes(organisation: SampleOrganisation) -> None:
    await set_unit(organisation, waitlistDays=20, capacity=12)
    it = await referral_in_interview(organisation)
    assert await step(organisation, "supervisor_a", "Referral", it, "WAITLIST") == []
    context = system_context_on(organisation)

    assert (await shown(organisation, "official_x", it))["waitlistUntil"] == "2026-12-13"
    assert await remind_of_waitlist(context) == 0
    later = replace(context, today=TODAY + timedelta(days=6), now=organisation.now + timedelta(days=6))
    assert (await remind_of_waitlist(later), await remind_of_waitlist(later)) == (1, 0)
    told = await organisation.pool.fetch(
        "SELECT a.subject FROM notification n JOIN account a ON a.id = n.recipient_id ORDER BY 1"
    )
    assert [row["subject"] for row in told] == ["official_x", "supervisor_a"]
    assert await update(organisation, "supervisor_a", "Referral", it, waitlistUntil="2026-11-01") == ["DAY_PAST"]
    over = replace(context, today=date(2026, 12, 14), now=organisation.now + timedelta(days=21))
    assert await remind_of_waitlist(over) == 1
    assert (await shown(organisation, "official_x", it))["state"] == "EXPIRED"
