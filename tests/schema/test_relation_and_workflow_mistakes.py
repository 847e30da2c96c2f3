"""A relation or a workflow that cannot work does not build: each mistake is told with what would be right."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from models.content import Content, Copy, Reach
from resolvers.declaration import ContentType, Relation
from schema.engine.copy_checks import check_copies
from schema.engine.language import (
    DeclarationError,
    to_many,
    to_one,
)
from schema.engine.relation_checks import check_relations
from schema.root import declared_types
from tests.support.mistaken_workshop import (
    SEEN,
    TITLES,
    Mistake,
    Workshop,
    built,
    with_relation,
    with_states,
    with_workflow,
    workflow,
)
from workflow.client import PROCESSING
from workflow.language import ClientRestriction, WorkflowError, roles, state, transition
from workflow.vocabulary import ADD, CARE, MODIFY


def twice() -> None:
    first = built()
    check_relations([first, replace(first, name="Seminar", plural="seminars")])


def mistaken(goal: ContentType) -> Relation:
    """Return the measures of a goal, by the column of something else."""
    return replace(goal.relations["measures"], column="programme_id")


def unreached() -> type[Content]:
    """Return the model of the tests without a column that leads to the client."""
    return type("Unreached", (Workshop,), {"reach": Reach(), "__module__": __name__, "Meta": Workshop.Meta})


def carrying(**said: Any) -> type[Content]:
    """Return the model of the tests with other words about the columns that carry permission."""
    return type("Carrying", (Workshop,), {**said, "__module__": __name__, "Meta": Workshop.Meta})


def copying(**said: Any) -> Callable[[], None]:
    """Return what builds the type of such a model among all others."""
    client = {"client": (object, to_one("client", TITLES, "Who.", write=said.pop("write", ADD)))}

    def made() -> None:
        check_copies([*declared_types().values(), built(client, model=carrying(**said), subject="{}.client_id")])

    return made


MISTAKES = {
    "column that nobody accounts for": Mistake(
        copying(fixed=frozenset()),
        "Workshop.client_id: local roles reach rows by client_id, and nothing says where its value comes from;"
        ' name it in Carrying.copies, as {"client_id": Copy("client_id")}, or in Carrying.fixed when it never changes,'
        " or in Carrying.movable when a command gives another",
    ),
    "column that is copied and fixed": Mistake(
        copying(copies={"client_id": Copy("client_id")}),
        "Workshop.client_id: client_id is named in copies and in fixed; name it in one of them",
    ),
    "column that never was": Mistake(
        copying(movable=frozenset({"cliend_id"})),
        "Workshop.movable: Carrying has no column cliend_id; did you mean client_id?",
    ),
    "copy by no relation": Mistake(
        copying(fixed=frozenset(), copies={"client_id": Copy("clinet_id")}),
        "Workshop.client_id: Carrying.copies goes by clinet_id, and no relation of Workshop does;"
        " did you mean client_id?",
    ),
    "copy of no column": Mistake(
        copying(fixed=frozenset(), copies={"client_id": Copy("client_id", "unitt_id")}),
        "Workshop.client_id: Carrying.copies takes unitt_id from Client, which has no such column;"
        " did you mean unit_id?",
    ),
    "copy that a command writes": Mistake(
        copying(fixed=frozenset(), copies={"client_id": Copy("client_id", "id")}, write=MODIFY),
        "Workshop.client_id: is copied from client_id, and modify changes it;"
        " leave out `write`, or let the copy differ with may_differ=True",
    ),
    "target of a relation": Mistake(
        with_relation("client", to_one("clinet", TITLES, "Who.")),
        "Workshop.client: leads to clinet, which is no content type; did you mean client?",
    ),
    "target of another table": Mistake(
        with_relation("client", to_one("unit", TITLES, "Who."), subject="{}.client_id"),
        "Workshop.client: leads to unit, and client_id refers to Client; name client as its target",
    ),
    "target of a list": Mistake(
        with_relation("goals", to_many("gaol", "client_id", TITLES, "What.")),
        "Workshop.goals: leads to gaol, which is no content type; did you mean goal?",
    ),
    "column of a list": Mistake(
        lambda: check_relations(
            [
                *(t for t in declared_types().values() if t.noun != "goal"),
                replace(goal := declared_types()["goal"], relations={"measures": mistaken(goal)}),
            ]
        ),
        "Goal.measures: no column programme_id of Measure refers to Goal; name goal_id in `by`",
    ),
    "column that leads elsewhere": Mistake(
        with_relation("goals", to_many("goal", "client_id", TITLES, "What."), subject="{}.client_id"),
        "Workshop.goals: no column client_id of Goal refers to Workshop; give Goal a reference to Workshop",
    ),
    "somebody behind nobody": Mistake(
        with_relation("client", to_one("client", TITLES, "Who.")),
        "Workshop.client: Workshop is about nobody and leads to Client, personal data: the log could not tell whose;"
        ' say whom a row is about, as subject="{}.client_id"',
    ),
    "two types of one noun": Mistake(
        twice, "Workshop.noun: another type has the noun workshop too; give each type a noun of its own"
    ),
    "state nobody reaches": Mistake(
        with_states(LOST=state("L|L|L", SEEN)),
        "Workshop.LOST: no creation and no transition leads to this state; let a transition of workshop end there,"
        " or name it in `by_service` of the workflow when the service itself puts rows into it",
    ),
    "states that reach each other only": Mistake(
        with_workflow(
            states={name: state("P|P|P", SEEN) for name in ("PLANNED", "HERE", "THERE")},
            transitions={
                "GO": transition("G|G|G", "HERE", "THERE", "supervisor"),
                "BACK": transition("B|B|B", "THERE", "HERE", "supervisor"),
            },
        ),
        "Workshop.HERE: no creation and no transition leads to this state; let a transition of workshop end there,"
        " or name it in `by_service` of the workflow when the service itself puts rows into it",
    ),
    "state nobody views": Mistake(
        with_states(HELD=state("H|H|H", modify="supervisor", care="supervisor")),
        "Workshop.HELD: nobody may view it in this state;"
        ' grant `view` there to a role that reaches its rows, as view="supervisor"',
    ),
    "state seen by who never reaches": Mistake(
        with_states(HELD=state("H|H|H", view="workplace")),
        "Workshop.HELD: workplace alone may view it in this state and never reaches one;"
        ' grant `view` there to a role that reaches its rows, as view="supervisor"',
    ),
    "column of a restriction": Mistake(
        with_workflow(restrictions=(ClientRestriction("safety_restricton", frozenset({CARE}), roles("trainee")),)),
        "Workshop.restrictions: a client has no yes or no called safety_restricton; did you mean safety_restriction?",
    ),
    "restriction of nobody": Mistake(
        lambda: built(model=unreached(), flow=workflow(restrictions=(PROCESSING,))),
        "Workshop.restrictions: processing_restriction of the client restricts it, and nothing says whose it is;"
        ' name the column of the client in Unreached.reach, as Reach(client="client_id")',
    ),
    "vocabulary of a reason": Mistake(
        with_workflow(
            transitions={"HOLD": transition("H|H|H", "PLANNED", "HELD", "supervisor", reason="extension_reasons")}
        ),
        "Workshop.HOLD: the reason is chosen from extension_reasons, which is no vocabulary;"
        " did you mean extension_reason?",
    ),
    "who adds and never reaches": Mistake(
        with_workflow(add=roles("supervisor workplace")),
        "Workshop.add: workplace may add it and never reaches one; workplace leads to rows by workplace:"
        " name the column of that in Workshop.reach, or take workplace from `add`",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_names_the_type_and_the_field_and_says_what_would_be_right(name: str) -> None:
    mistake = MISTAKES[name]

    with pytest.raises(DeclarationError) as refused:
        mistake.made()

    assert str(refused.value) == mistake.told


def test_a_state_that_the_service_sets_is_reached_and_one_that_does_not_exist_is_no_state() -> None:
    states = {"PLANNED": state("P|P|P", SEEN), "HELD": state("H|H|H", SEEN), "GONE": state("G|G|G", SEEN)}

    assert built(flow=workflow(states=states, by_service=("GONE",))).kind.workflow.by_service == ("GONE",)
    with pytest.raises(WorkflowError, match="workshop: no such state: LOST"):
        workflow(by_service=("LOST",))
