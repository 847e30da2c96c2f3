"""Whether what the workflow of a content type promises can ever happen, judged with the reach of its rows."""

from collections.abc import Iterable, Iterator
from functools import cache
from uuid import UUID

from tortoise.fields import BooleanField
from tortoise.migrations.constraints import CheckConstraint
from tortoise.models import Model

from auth.access_paths import access_paths
from auth.viewer import Viewer
from models.client import Client
from models.vocabulary import seeded_words
from resolvers.declaration import ContentType
from schema.engine.attributes import DeclarationError, known
from workflow.language import States, Workflow
from workflow.roles import ROLES, Role
from workflow.vocabulary import VIEW


@cache
def known_vocabularies() -> frozenset[str]:
    """Return the vocabularies that a register begins with: one that nothing fills offers nothing to choose."""
    return frozenset(word.vocabulary for word in seeded_words())


def has_state_check(model: type[Model], workflow: Workflow) -> bool:
    """Return whether a CHECK of the table, `<table>_state`, lets in the states of the workflow and no others."""
    expected = CheckConstraint(check=States(workflow.states).sql(), name=f"{model._meta.db_table}_state")
    return expected in model._meta.constraints


def check_workflow(type_: ContentType) -> None:
    """
    Check that every state can be reached and seen, and that reasons, restrictions and creators exist.

    :raises DeclarationError: with the state, transition or role, and what would be right
    """
    workflow = type_.kind.workflow
    for state in workflow.states:
        _check_state(type_, state)
    for name, step in workflow.transitions.items():
        if step.reason and step.reason not in known_vocabularies():
            wrong = f"the reason is chosen from {step.reason}, which is no vocabulary"
            raise DeclarationError(type_.name, name, wrong, known(step.reason, known_vocabularies()))
    for column in sorted({restriction.column for restriction in workflow.restrictions if restriction.is_of_client}):
        _check_restriction(type_, column)
    for role in sorted(workflow.add):
        if not reaches(type_, role):
            wrong = f"{role} may add it and never reaches one"
            paths = " or ".join(ROLES[role].paths)
            right = (
                f"{role} leads to rows by {paths}: name the column of that in {type_.model.__name__}.reach,"
                f" or take {role} from `add`"
            )
            raise DeclarationError(type_.name, "add", wrong, right)


def _check_state(type_: ContentType, state: str) -> None:
    workflow = type_.kind.workflow
    if state not in reachable_states(type_):
        wrong = "no creation and no transition leads to this state"
        right = (
            f"let a transition of {workflow.noun} end there, or name it in `by_service` of the workflow when the"
            " service itself puts rows into it"
        )
        raise DeclarationError(type_.name, state, wrong, right)
    seers = workflow.roles(state, VIEW)
    if not any(reaches(type_, role) for role in seers):
        wrong = f"{'nobody' if not seers else _listed(seers) + ' alone'} may view it in this state"
        reason = " and never reaches one" if seers else ""
        raise DeclarationError(
            type_.name,
            state,
            wrong + reason,
            'grant `view` there to a role that reaches its rows, as view="supervisor"',
        )


def _check_restriction(type_: ContentType, column: str) -> None:
    stored = Client._meta.fields_map.get(column)
    if not isinstance(stored, BooleanField):
        flags = [name for name, one in Client._meta.fields_map.items() if isinstance(one, BooleanField)]
        wrong = f"a client has no yes or no called {column}"
        raise DeclarationError(type_.name, "restrictions", wrong, known(column, flags))
    if type_.kind.reach.client is None:
        wrong = f"{column} of the client restricts it, and nothing says whose it is"
        right = f'name the column of the client in {type_.model.__name__}.reach, as Reach(client="client_id")'
        raise DeclarationError(type_.name, "restrictions", wrong, right)


def reachable_states(type_: ContentType) -> frozenset[str]:
    """Return the states that a creation, the service, or a way of transitions from one of these leads to."""
    workflow = type_.kind.workflow
    found = {workflow.initial, *workflow.by_service, *(type_.part_of.states[:1] if type_.part_of else ())}
    while new := set(_next_states(workflow, found)) - found:
        found |= new
    return frozenset(found)


def _next_states(workflow: Workflow, states: Iterable[str]) -> Iterator[str]:
    for state in states:
        yield from (step.target_from(state) for step in workflow.transitions.values() if state in step.source)


def reaches(type_: ContentType, role: Role) -> bool:
    """Tell whether a role, held everywhere, leads to any row of a type."""
    declared = ROLES[role]
    anybody = Viewer(
        account=UUID(int=0),
        kind=declared.account_kinds[0],
        epoch=1,
        name="",
        everywhere=frozenset({role, *declared.brought_by}),
    )
    return bool(access_paths(anybody, type_.kind.reach, role))


def _listed(roles: Iterable[Role]) -> str:
    return ", ".join(sorted(roles))
