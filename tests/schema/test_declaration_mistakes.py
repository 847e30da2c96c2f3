"""A declaration that cannot work does not build: each mistake names the type and the field, and what would be right."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from types import new_class
from typing import Any

import pytest
from tortoise import fields

import models
from models.content import Content, Reach
from resolvers.declaration import OTHERS, ContentType, PartOf, Relation
from schema.engine.declared_values import VALUE_OBJECTS
from schema.engine.language import (
    DeclarationError,
    choice,
    content_type,
    member,
    protected,
    to_many,
    to_one,
    value_object,
)
from schema.engine.relation_checks import check_relations
from schema.engine.values import Line, Lines, LongText, ids_of
from schema.root import DECLARATIONS, declared_types
from service.settings import ROOT
from workflow.client import PROCESSING
from workflow.language import ClientRestriction, Workflow, WorkflowError, grants, roles, state, transition
from workflow.vocabulary import ADD, CARE, MODIFY, MONEY

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

    class Meta:
        table = "workshop_of_a_test"
        abstract = False


@choice
class Kind(Enum):
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


def field(name: str, kind: Any, **options: Any) -> Callable[[], object]:
    return lambda: built({name: (kind, protected(TITLES, "What it is.", **options))})


def relation(name: str, declared: Any, **given: Any) -> Callable[[], object]:
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


def choice_without_docstring() -> None:
    choice(Enum("Mood", {"GOOD": "Hyvä|Bra|Good"}))


def value_object_of_no_kind() -> None:
    @value_object
    class Slot:
        """A part of a day."""

        hour: complex = member("Tunti|Timme|Hour", "Which hour.")


def twice() -> None:
    first = built()
    check_relations([first, replace(first, name="Seminar", plural="seminars")])


STRANGE = "annotate it with one of schema/engine/values.py, a @choice or a @value_object"
MISTAKES = {
    "empty docstring": Mistake(
        lambda: built(doc=None),
        "Workshop.__doc__: has no docstring; say in a sentence what it is: the schema shows it to callers",
    ),
    "docstring of a choice": Mistake(
        choice_without_docstring,
        "Mood.__doc__: has no docstring; say in a sentence what it is: the schema shows it to callers",
    ),
    "titles in two languages": Mistake(
        lambda: built({"topic": (Line, protected("Aihe|Topic", "What it is about."))}),
        'Workshop.topic: the titles are "Aihe|Topic"; write them in three languages, as "Nimi|Namn|Name"',
    ),
    "empty description": Mistake(
        lambda: built({"topic": (Line, protected(TITLES, " "))}),
        "Workshop.topic: has no description; say in a sentence what it is: the schema shows it to callers",
    ),
    "option of a field": Mistake(
        field("topic", Line, reed=CARE), "Workshop.topic: nothing is called reed here; did you mean read?"
    ),
    "option of a relation": Mistake(
        lambda: built({"client": (object, to_one("client", TITLES, "Who.", requierd=True))}),  # type: ignore[call-arg]
        "Workshop.client: nothing is called requierd here; did you mean required?",
    ),
    "option of a type": Mistake(
        lambda: built(default_oder="day"),
        "Workshop.content_type: nothing is called default_oder here; did you mean default_order?",
    ),
    "model that is no content": Mistake(
        lambda: built(model=models.Version),
        "Workshop.model: Version is no content; let it inherit from models.content.Content",
    ),
    "unknown column": Mistake(
        field("topics", Line), "Workshop.topics: Workshop has no column topics; did you mean topic?"
    ),
    "reference as a field": Mistake(
        field("client_id", Line),
        "Workshop.client_id: refers to another object; declare it with to_one as `client`",
    ),
    "column of a relation": Mistake(
        lambda: built({"unit": (object, to_one("unit", TITLES, "Whose."))}),
        "Workshop.unit: Workshop has no column unit_id; did you mean client_id?",
    ),
    "no annotation": Mistake(field("topic", None), f"Workshop.topic: has no annotation; {STRANGE}"),
    "no kind of value": Mistake(field("topic", complex), f"Workshop.topic: complex is no kind of value; {STRANGE}"),
    "no kind of value in a value object": Mistake(
        value_object_of_no_kind, f"Slot.hour: complex is no kind of value; {STRANGE}"
    ),
    "date on a text": Mistake(
        field("topic", date),
        "Workshop.topic: Date is kept as date, the column is CharField;"
        " annotate it with a kind that fits, or make the column DateField",
    ),
    "text on a date": Mistake(
        field("day", Line),
        "Workshop.day: String is kept as text, the column is DateField;"
        " annotate it with a kind that fits, or make the column CharField or TextField",
    ),
    "day on a moment": Mistake(
        field("held_at", date),
        "Workshop.held_at: Date is kept as date, the column is DatetimeField;"
        " annotate it with a kind that fits, or make the column DateField",
    ),
    "closed list on a number": Mistake(
        field("seats", Kind),
        "Workshop.seats: Kind is kept as text, the column is IntField;"
        " annotate it with a kind that fits, or make the column CharField or TextField",
    ),
    "list on an object": Mistake(
        field("words", Lines),
        "Workshop.words: String is kept as text[], the column is JSONField;"
        " annotate it with a kind that fits, or make the column ArrayField",
    ),
    "ids on a text": Mistake(
        field("notes", Lines, value=ids_of("goal")),
        "Workshop.notes: ID is kept as uuid[], the column is TextField;"
        " annotate it with a kind that fits, or make the column ArrayField",
    ),
    "sealed value on a text": Mistake(
        field("notes", LongText, sealed=True),
        "Workshop.notes: String is kept as sealed bytes, the column is TextField;"
        " annotate it with a kind that fits, or make the column BinaryField",
    ),
    "bytes that are not sealed": Mistake(
        field("code", LongText),
        "Workshop.code: String is kept as text, the column is BinaryField;"
        " annotate it with a kind that fits, or make the column CharField or TextField",
    ),
    "permission that no state grants": Mistake(
        field("topic", Line, read=MONEY),
        "Workshop.topic: no state of workshop grants money to anyone;"
        " grant it in the workflow, or ask for one of add, care, modify, never, view",
    ),
    "permission of files": Mistake(
        lambda: built(attachable=MONEY),
        "Workshop.attachable: no state of workshop grants money to anyone;"
        " grant it in the workflow, or ask for one of add, care, modify, never, view",
    ),
    "required and given by nobody": Mistake(
        field("topic", Line, required=True),
        "Workshop.topic: is required, and nobody may give it;"
        " say which permission gives it, as write=ADD, or leave out `required`",
    ),
    "unmarked personal field": Mistake(
        lambda: built({"notes": (LongText, protected(TITLES, "Said.", read=CARE))}, subject="{}.client_id"),
        "Workshop.notes: tells of a person, as care says, and is not marked personal;"
        " say whose word it is: personal=PERSON, OBSERVED, WRITER, OTHERS",
    ),
    "personal is yes": Mistake(
        field("notes", LongText, personal=True),
        "Workshop.notes: personal is True; personal says whose word it is, one of PERSON, OBSERVED, WRITER, OTHERS",
    ),
    "given once": Mistake(
        field("notes", LongText, personal=OTHERS, given_once="held_on"),
        "Workshop.notes: is given once held_on is set, which is no column; did you mean held_at?",
    ),
    "vocabulary of a field": Mistake(
        field("topic", Line, vocabulary="goal_aera"),
        "Workshop.topic: its codes are of goal_aera, which is no vocabulary; did you mean goal_area?",
    ),
    "order by what may be empty": Mistake(
        field("held_at", datetime, order=True),
        "Workshop.held_at: orders a list and may be empty, and a cursor cannot name nothing;"
        " leave out `order`, or make the column one that is never null",
    ),
    "column of an order": Mistake(
        field("topic", Line, order=True, order_column="sort_key"),
        "Workshop.topic: Workshop has no column sort_key; there is client_id, code, created_at, created_by, day,"
        " held_at, id, modified_at, modified_by, notes, provenance, revision, seats, state, topic, words",
    ),
    "default order": Mistake(
        lambda: built({"day": (date, protected(TITLES, "Day.", order=True))}, default_order="dya"),
        "Workshop.default_order: no list is ordered by dya; did you mean day? A field becomes one with order=True",
    ),
    "sections": Mistake(
        field("words", Kind, sections="parts", value=replace(ids_of("goal"), sql="jsonb")),
        "Workshop.words: Workshop has no column parts; there is created_at, modified_at, provenance, revision, state,"
        " words",
    ),
    "withheld column": Mistake(
        lambda: built(withheld=(*REST, "roomm")),
        "Workshop.withheld: Workshop has no column roomm; there is client_id, code, created_at, created_by, day,"
        " held_at, id, modified_at, modified_by, notes, provenance, revision, seats, state, topic, words",
    ),
    "forced value": Mistake(
        lambda: built(forced={"client_id": "clent"}),
        "Workshop.forced: Workshop has no column clent; did you mean client?",
    ),
    "taken column": Mistake(
        lambda: built(taken={"topic": ("client", "name")}),
        "Workshop.taken: Workshop has no column client; did you mean client_id?",
    ),
    "surviving column": Mistake(
        lambda: built(survives=("topci",)), "Workshop.survives: Workshop has no column topci; did you mean topic?"
    ),
    "part of": Mistake(
        lambda: built(part_of=PartOf("clients_id", ("PLANNED",))),
        "Workshop.part_of: Workshop has no column clients_id; did you mean client_id?",
    ),
    "forgotten column": Mistake(
        lambda: built(withheld=REST[1:]),
        "Workshop.client_id: the column client_id is neither served nor withheld;"
        ' declare a field for it, or name it in withheld=("client_id",)',
    ),
    "target of a relation": Mistake(
        relation("client", to_one("clinet", TITLES, "Who.")),
        "Workshop.client: leads to clinet, which is no content type; did you mean client?",
    ),
    "target of another table": Mistake(
        relation("client", to_one("unit", TITLES, "Who."), subject="{}.client_id"),
        "Workshop.client: leads to unit, and client_id refers to Client; name client as its target",
    ),
    "target of a list": Mistake(
        relation("goals", to_many("gaol", "client_id", TITLES, "What.")),
        "Workshop.goals: leads to gaol, which is no content type; did you mean goal?",
    ),
    "column of a list": Mistake(
        lambda: check_relations(
            [
                *(t for t in declared_types().values() if t.noun != "goal"),
                replace(goal := declared_types()["goal"], relations=goal.relations | {"measures": mistaken(goal)}),
            ]
        ),
        "Goal.measures: no column programme_id of Measure refers to Goal; name goal_id in `by`",
    ),
    "column that leads elsewhere": Mistake(
        relation("goals", to_many("goal", "client_id", TITLES, "What."), subject="{}.client_id"),
        "Workshop.goals: no column client_id of Goal refers to Workshop; give Goal a reference to Workshop",
    ),
    "somebody behind nobody": Mistake(
        relation("client", to_one("client", TITLES, "Who.")),
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


def mistaken(goal: ContentType) -> Relation:
    """Return the measures of a goal, by the column of something else."""
    return replace(goal.relations["measures"], column="programme_id")


def unreached() -> type[Content]:
    """Return the model of the tests without a column that leads to the client."""
    return type("Unreached", (Workshop,), {"reach": Reach(), "__module__": __name__, "Meta": Workshop.Meta})


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_names_the_type_and_the_field_and_says_what_would_be_right(name: str) -> None:
    mistake = MISTAKES[name]

    with pytest.raises(DeclarationError) as refused:
        mistake.made()

    assert str(refused.value) == mistake.told


def test_a_declaration_without_a_mistake_builds() -> None:
    made = built(
        {
            "client": (object, to_one("client", TITLES, "Who.", write=ADD, required=True)),
            "topic": (Line, protected(TITLES, "About.", write=MODIFY, required=True)),
            "day": (date, protected(TITLES, "Day.", order=True)),
            "notes": (LongText, protected(TITLES, "Said.", read=CARE, personal=OTHERS)),
        },
        subject="{}.client_id",
        default_order="day",
        flow=workflow(add=roles("coach supervisor"), restrictions=(PROCESSING,)),
    )

    check_relations([*declared_types().values(), made])
    assert {"topic", "day", "notes", "clientId"} <= set(made.keys)


def test_a_state_that_the_service_sets_is_reached_and_one_that_does_not_exist_is_no_state() -> None:
    states = {"PLANNED": state("P|P|P", SEEN), "HELD": state("H|H|H", SEEN), "GONE": state("G|G|G", SEEN)}

    assert built(flow=workflow(states=states, by_service=("GONE",))).kind.workflow.by_service == ("GONE",)
    with pytest.raises(WorkflowError, match="workshop: no such state: LOST"):
        workflow(by_service=("LOST",))


def test_every_file_of_types_is_named_in_the_root() -> None:
    files = {path.stem for path in (ROOT / "schema" / "types").glob("*.py")} - {"__init__"}

    assert {module.__name__.rpartition(".")[2] for module in DECLARATIONS} == files, "one line in schema/root.py"


@pytest.fixture(autouse=True)
def _nothing_left() -> Any:
    yield
    VALUE_OBJECTS.pop("Slot", None)
