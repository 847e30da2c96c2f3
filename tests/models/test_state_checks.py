"""The CHECK of every state column is made from its workflow, and only where it stands a predicate leaves states out."""

from dataclasses import replace

import pytest

from auth.access_paths import AccessPath
from auth.policy import Grant, grant_sql
from resolvers.reading.parameters import StatementParameters
from schema.root import declared_types
from service.database.state_checks import state_checks
from workflow.language import States
from workflow.roles import PathKind

TYPES = declared_types()


@pytest.mark.parametrize("noun", TYPES)
def test_the_check_of_a_table_lists_the_states_of_its_workflow(noun: str) -> None:
    kind = TYPES[noun].kind
    comply = f'add CheckConstraint(check=States({noun}.states).sql(), name="{kind.table}_state") to its model'

    assert state_checks().get(kind.table) == States(kind.workflow.states).sql(), comply
    assert kind.is_state_checked, comply


def test_a_predicate_leaves_the_states_out_only_where_the_check_stands() -> None:
    kind = TYPES["client"].kind
    in_all_states = Grant(AccessPath(PathKind.EVERYWHERE), frozenset(kind.workflow.states))

    kinds = (kind, replace(kind, is_state_checked=False))
    conditions = [grant_sql(each, in_all_states, "t", StatementParameters().viewer) for each in kinds]

    assert conditions == ["TRUE", "t.state IN ('ACTIVE', 'ENDED', 'ERASED', 'MERGED', 'PROSPECT')"]
