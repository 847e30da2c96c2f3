"""Every transition of a referral and of a proposal, from every state, by every role: a refused one changes nothing."""

from typing import Any

import pytest

from resolvers.public_ids import public_id
from tests.support.actions.casework import started_referral
from tests.support.actions.content import create
from tests.support.organisation import SampleOrganisation
from workflow.language import Workflow
from workflow.proposal import proposal
from workflow.referral import referral
from workflow.roles import Role
from workflow.vocabulary import VIEW

PEOPLE = {
    "official_x": Role.OFFICIAL,
    "official_y": None,
    "coach_a": Role.COACH,
    "coach_b": None,
    "colleague_a": None,
    "supervisor_a": Role.SUPERVISOR,
    "supervisor_b": None,
    "manager": Role.MANAGER,
    "privacy_officer": Role.PRIVACY_OFFICER,
    "administrator": None,
    "workplace": None,
}
COLUMNS = "state, revision, modified_at"


async def _prepared(organisation: SampleOrganisation, workflow: Workflow) -> Any:
    """Make one row of the noun, of a started referral whose consent is in force, and return its id."""
    about = await started_referral(organisation)
    if workflow.noun == referral.noun:
        return await organisation.pool.fetchval("SELECT id FROM referral")
    given = {"referralId": about["id"], "kind": "CHANGE_INTENSITY", "text": "Perustelu", "daysPerWeek": 2}
    await create(organisation, "coach_a", "Proposal", **given)
    return await organisation.pool.fetchval("SELECT id FROM proposal")


async def _try(
    organisation: SampleOrganisation, workflow: Workflow, who: str, row: Any, name: str
) -> list[dict[str, Any]]:
    noun = workflow.noun.title()
    step = workflow.transitions[name]
    words = "SELECT min(token) FROM term WHERE vocabulary = $1"
    given = {
        "id": public_id(workflow.noun, row),
        "revision": await organisation.pool.fetchval(f"SELECT revision FROM {workflow.noun} WHERE id = $1", row),
        "transition": name,
        "comment": "Perustelu",
        "reason": await organisation.pool.fetchval(words, step.reason) if step.reason else None,
    }
    query = f"""mutation M($i: Transition{noun}Input!) {{ done: transition{noun}(input: $i) {{
      it: {workflow.noun} {{ id }} errors {{ code message }} }} }}"""
    done = (await organisation.data(who, query, i=given))["done"]
    return list(done["errors"])


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("workflow", [referral, proposal], ids=["referral", "proposal"])
async def test_a_step_is_taken_by_whose_it_is_and_a_refused_one_changes_nothing(
    organisation: SampleOrganisation, workflow: Workflow, who: str
) -> None:
    row = await _prepared(organisation, workflow)
    table, role = workflow.noun, PEOPLE[who]
    wrong = []
    for state in workflow.states:
        for name, step in workflow.transitions.items():
            await organisation.pool.execute(f"UPDATE {table} SET state = $2 WHERE id = $1", row, state)
            before = await organisation.pool.fetchrow(f"SELECT {COLUMNS} FROM {table} WHERE id = $1", row)
            entries = await organisation.count("history")
            errors = await _try(organisation, workflow, who, row, name)
            after = await organisation.pool.fetchrow(f"SELECT {COLUMNS} FROM {table} WHERE id = $1", row)
            may = role in step.who and state in step.source and role in workflow.states[state].roles(VIEW)
            changed = dict(before or {}) != dict(after or {}) or await organisation.count("history") != entries
            if changed == bool(errors) or (changed and not may) or not all(e["message"] for e in errors):
                wrong.append((state, name, [e["code"] for e in errors]))
            if not may and not errors:
                wrong.append((state, name, ["taken"]))
    assert wrong == []
