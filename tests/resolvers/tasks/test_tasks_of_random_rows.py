"""Whoever asks, whatever is stored: the tasks are what the rules say of the rows that the caller may read."""

from collections.abc import AsyncIterator
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from auth.viewer import Viewer
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.organisation import TODAY
from tests.support.queries.task_oracle import TaskOracle
from tests.support.rows.filler import AUTHOR
from tests.support.rows.random_rows import RandomRows, service_of_random_rows, viewers
from tests.support.rows.task_rows import add_task_rows
from workflow.roles import AccountKind

PAGE = """query P($first: Int, $after: String, $until: Date) { tasks(first: $first, after: $after, until: $until) {
  edges { cursor node { kind dueOn object { id } } } pageInfo { hasNextPage endCursor } } }"""
Task = tuple[date | None, str, str]


@pytest.fixture(scope="module")
async def land(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[RandomRows]:
    async with service_of_random_rows(postgres, template, tmp_path_factory.mktemp("state"), per_state=1) as found:
        await add_task_rows(found, Random(7))
        yield found


async def pages(land: RandomRows, viewer: Viewer, size: int, until: date | None = None) -> list[Task]:
    """Return all tasks of a viewer, read page by page."""
    found: list[Task] = []
    after, more = None, True
    while more:
        variables: dict[str, Any] = {"first": size, "after": after, "until": until and until.isoformat()}
        answer = await land.service.ask(viewer, PAGE, variables)
        assert "errors" not in answer, (answer["errors"], viewer)
        page = answer["data"]["tasks"]
        for edge in page["edges"]:
            node = edge["node"]
            due = date.fromisoformat(node["dueOn"]) if node["dueOn"] else None
            found.append((due, node["kind"], node["object"]["id"]))
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return found


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(data=st.data())
async def test_the_tasks_of_a_caller_are_what_the_rules_say_of_readable_rows(
    land: RandomRows, data: st.DataObject
) -> None:
    viewer = data.draw(viewers(land))

    expected = TaskOracle(land, viewer).tasks()

    assert await pages(land, viewer, data.draw(st.sampled_from((3, 17, 200)))) == expected
    assert await pages(land, viewer, 200, TODAY) == [task for task in expected if task[0] and task[0] <= TODAY]


KINDS_OF_ROLES = {
    "coach": {"REASON_PENDING", "MEASURE_DUE"},
    "supervisor": {
        *("CONTRACT_ENDS", "PROGRAMME_REVIEW", "NO_CONTACT", "SAFETY_REVIEW", "WAITLIST_ENDS", "REFERRAL_DUE"),
        *("REASON_OVERDUE", "CERTIFICATE_MISSING", "ABSENCE_TOO_LONG", "MONTH_TO_CLOSE", "CONTRACT_TO_SIGN"),
        *("PROPOSAL_TO_CARRY_OUT", "REPORT_TO_APPROVE", "REPRESENTATION_TO_CONFIRM", "ABSENCE_UNREPORTED"),
    },
    "privacy_officer": {
        *("DATA_REQUEST_DUE", "RECTIFICATION_TO_DECIDE", "IDENTITY_MATCH_TO_DECIDE", "PURGE_TO_APPROVE"),
        *("DATA_BREACH_TO_ASSESS", "ANOMALY_TO_EXPLAIN", "REQUEST_LETTER_TO_SEND"),
        *("PRIVACY_NOTICE_TO_PUBLISH", "AGREEMENT_TEXT_TO_PUBLISH", "REGISTER_LAW_TO_PUBLISH"),
    },
    "administrator": {"TERM_TO_PUBLISH", "FORM_TEMPLATE_TO_PUBLISH", "SERVICE_TYPE_TO_PUBLISH", "DELIVERY_TO_RETRY"},
    "finance": {"PRICE_MISSING"},
}


@pytest.mark.parametrize("role", KINDS_OF_ROLES)
async def test_the_random_rows_have_tasks_of_every_rule_that_is_compared(land: RandomRows, role: str) -> None:
    coaches = [row["responsible_coach_id"] for row in land.rows["relationship"] if row["state"] == "ACTIVE"]
    kinds = set()
    for coach in sorted(set(coaches)):
        viewer = Viewer(AUTHOR, AccountKind.STAFF, 1, "Anybody", staff=coach, everywhere=frozenset({role}))
        kinds |= {kind for _, kind, _ in await pages(land, viewer, 200)}

    assert kinds >= KINDS_OF_ROLES[role]
