"""A content type of the tests alone, built as a test declares it, with whatever is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from types import new_class
from typing import Any

from tortoise import fields

from models.content import Content, Reach
from resolvers.declaration import ContentType
from schema.engine.language import (
    choice,
    content_type,
    protected,
)
from schema.engine.relation_checks import check_relations
from schema.root import declared_types
from workflow.language import Workflow, grants, state, transition

TITLES = "Työpaja|Verkstad|Workshop"
SEEN = grants(view="supervisor", modify="supervisor", care="supervisor")


class Workshop(Content):
    """A row of this test alone, with a column of every kind; no table of the database is made of it."""

    client: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField("models.Client", related_name=False)
    topic = fields.CharField(200)
    notes = fields.TextField(null=True)
    day = fields.DateField()
    seats = fields.IntField(default=8)
    held_at = fields.DatetimeField(null=True)
    words: Any = fields.JSONField(default=list)
    code = fields.BinaryField(null=True)

    reach = Reach(client="client_id")
    fixed = frozenset({"client_id"})

    class Meta:
        table = "workshop_of_a_test"
        abstract = False


@choice
class WorkshopKind(Enum):
    """What a workshop is about."""

    COOKING = "Ruoka|Mat|Cooking"


def workflow(**given: Any) -> Workflow:
    """Return a workflow of two states and a transition, with what a test gives instead."""
    return Workflow(
        **{
            "noun": "workshop",
            "initial": "PLANNED",
            "states": {"PLANNED": state("P|P|P", SEEN), "HELD": state("H|H|H", SEEN)},
            "transitions": {"HOLD": transition("H|H|H", "PLANNED", "HELD", "supervisor")},
            **given,
        }
    )


REST = ("client_id", "topic", "notes", "day", "seats", "held_at", "words", "code")


def built(
    attributes: dict[str, tuple[Any, Any]] | None = None,
    doc: str | None = "A workshop.",
    flow: Workflow | None = None,
    **given: Any,
) -> ContentType:
    """Return a type with these attributes, name → (annotation, declaration); other columns are withheld."""
    attributes = attributes or {}
    body = {name: declared for name, (_, declared) in attributes.items()}
    body |= {"__annotations__": {name: kind for name, (kind, _) in attributes.items() if kind is not None}}
    cls = new_class("Workshop", exec_body=lambda namespace: namespace.update(body | {"__doc__": doc}))
    withheld = tuple(c for c in REST if c not in attributes and c.removesuffix("_id") not in attributes)
    options: dict[str, Any] = {"plural": "workshops", "titles": TITLES, "withheld": withheld}
    options |= {"model": Workshop, "workflow": flow or workflow(), **given}
    made: Any = content_type(**options)(cls)
    assert isinstance(made, ContentType)
    return made


def with_field(name: str, kind: Any, **options: Any) -> Callable[[], object]:
    return lambda: built({name: (kind, protected(TITLES, "What it is.", **options))})


def with_relation(name: str, declared: Any, **given: Any) -> Callable[[], object]:
    """Return what builds the type with one relation among all types of the register."""
    return lambda: check_relations([*declared_types().values(), built({name: (object, declared)}, **given)])


def with_workflow(**given: Any) -> Callable[[], object]:
    return lambda: built(flow=workflow(**given))


def with_states(**states: Any) -> Callable[[], object]:
    return with_workflow(states={"PLANNED": state("P|P|P", SEEN), "HELD": state("H|H|H", SEEN), **states})


@dataclass(frozen=True)
class Mistake:
    """What somebody declares, and the whole of what is said to it."""

    made: Callable[[], object]
    told: str
