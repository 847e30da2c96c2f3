"""The limits of a service: all that are broken are said at once; a supervisor allows an exception with its reason."""

from datetime import date

import pytest

from tests.support.actions.casework import contract_to_sign
from tests.support.actions.content import step, update
from tests.support.organisation import SampleOrganisation
from workflow.service_rules import BrokenLimit, ServiceLimits, Slot, broken_limits

WEEK = [{"weekday": day, "startsAt": "09:00:00", "minutes": 200} for day in range(1, 6)]
REQUEST = """mutation S($i: TransitionContractInput!) { transitionContract(input: $i) { errors { code message } } }"""
READ = "query C($id: ID!) { contract(id: $id) { exceptionReason exceptionByName redacted } }"


async def test_every_broken_limit_is_said_at_once_with_its_value(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation, weeklyPattern=WEEK)
    given = {"id": it["id"], "revision": it["revision"], "transition": "REQUEST_SIGNATURES"}

    [error] = (await organisation.data("coach_a", REQUEST, i=given))["transitionContract"]["errors"]

    assert error["code"] == "SERVICE_LIMITS"
    assert "4 (tässä 5)" in error["message"]
    assert "240 (tässä 200)" in error["message"]
    assert "esihenkilöltä" in error["message"]


async def test_a_supervisor_allows_an_exception_for_these_terms_and_no_others(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation, weeklyPattern=WEEK)
    why = {"comment": "Kuntoutussuunnitelma vaatii viisi lyhyttä päivää"}
    assert await step(organisation, "coach_a", "Contract", it, "ALLOW_EXCEPTION", **why) == ["WRONG_ROLE"]
    assert await step(organisation, "supervisor_a", "Contract", it, "ALLOW_EXCEPTION") == ["COMMENT_REQUIRED"]
    assert await step(organisation, "supervisor_a", "Contract", it, "ALLOW_EXCEPTION", **why) == []
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []
    allowed = (await organisation.data("coach_a", READ, id=it["id"]))["contract"]
    assert allowed["exceptionReason"] == why["comment"]
    assert allowed["exceptionByName"] == "supervisor_a"

    assert await step(organisation, "coach_a", "Contract", it, "TAKE_BACK", comment="Muutos") == []
    other = [*WEEK[:4], WEEK[4] | {"minutes": 30}]
    assert await update(organisation, "coach_a", "Contract", it, weeklyPattern=other) == []
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == ["SERVICE_LIMITS"]
    assert (await organisation.data("coach_a", READ, id=it["id"]))["contract"]["exceptionReason"] is None


@pytest.mark.parametrize(
    ("ends_on", "broken"),
    [
        (date(2027, 1, 31), []),  # two full months
        (date(2027, 1, 30), [BrokenLimit("min_months", 2, 1)]),
        (date(2027, 2, 28), []),
        (date(2027, 3, 1), [BrokenLimit("max_months", 3, 4)]),
    ],
)
def test_months_are_counted_by_the_calendar(ends_on: date, broken: list[BrokenLimit]) -> None:
    limits = ServiceLimits(min_months=2, max_months=3)

    assert broken_limits(limits, [Slot(1, 300)], date(2026, 12, 1), ends_on) == broken
