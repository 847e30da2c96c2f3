"""A field or a type that cannot work does not build: the type, the field, and what would be right are told."""

from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any

import pytest

import models
from resolvers.declaration import OTHERS, PartOf
from schema.engine.declared_values import VALUE_OBJECTS
from schema.engine.language import (
    DeclarationError,
    choice,
    member,
    protected,
    to_one,
    value_object,
)
from schema.engine.relation_checks import check_relations
from schema.engine.values import Line, Lines, LongText, ids_of
from schema.root import DECLARATIONS, declared_types
from service.settings import ROOT
from tests.support.mistaken_workshop import REST, TITLES, Mistake, WorkshopKind, built, with_field, workflow
from workflow.client import PROCESSING
from workflow.language import roles
from workflow.vocabulary import ADD, CARE, MODIFY, MONEY


def choice_without_docstring() -> None:
    @choice
    class Mood(Enum):
        GOOD = "Hyvä|Bra|Good"


def value_object_of_no_kind() -> None:
    @value_object
    class Slot:
        """A part of a day."""

        hour: complex = member("Tunti|Timme|Hour", "Which hour.")


def with_questions(place: str, options: Any = MappingProxyType({}), **given: Any) -> None:
    """Build the type with questions among all types of the register."""
    client = to_one("client", TITLES, "Who.", write=ADD, required=True, closed_by={})
    words = protected(TITLES, "Words.", questions=place, value=replace(ids_of("goal"), sql="jsonb"), **options)
    topic = protected(TITLES, "About.", write=MODIFY, required=True)
    declared = {"client": (object, client), "topic": (Line, topic), "words": (WorkshopKind, words)}
    check_relations([*declared_types().values(), built(declared, **given)])


ABOUT: dict[str, Any] = {
    "subject": "{}.client_id",
    "flow": workflow(add=roles("coach supervisor"), restrictions=(PROCESSING,)),
}
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
        with_field("topic", Line, reed=CARE), "Workshop.topic: nothing is called reed here; did you mean read?"
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
        with_field("topics", Line), "Workshop.topics: Workshop has no column topics; did you mean topic?"
    ),
    "reference as a field": Mistake(
        with_field("client_id", Line),
        "Workshop.client_id: refers to another object; declare it with to_one as `client`",
    ),
    "column of a relation": Mistake(
        lambda: built({"unit": (object, to_one("unit", TITLES, "Whose."))}),
        "Workshop.unit: Workshop has no column unit_id; did you mean client_id?",
    ),
    "no annotation": Mistake(with_field("topic", None), f"Workshop.topic: has no annotation; {STRANGE}"),
    "no kind of value": Mistake(
        with_field("topic", complex), f"Workshop.topic: complex is no kind of value; {STRANGE}"
    ),
    "no kind of value in a value object": Mistake(
        value_object_of_no_kind, f"Slot.hour: complex is no kind of value; {STRANGE}"
    ),
    "date on a text": Mistake(
        with_field("topic", date),
        "Workshop.topic: Date is kept as date, the column is CharField;"
        " annotate it with a kind that fits, or make the column DateField",
    ),
    "text on a date": Mistake(
        with_field("day", Line),
        "Workshop.day: String is kept as text, the column is DateField;"
        " annotate it with a kind that fits, or make the column CharField or TextField",
    ),
    "day on a moment": Mistake(
        with_field("held_at", date),
        "Workshop.held_at: Date is kept as date, the column is DatetimeField;"
        " annotate it with a kind that fits, or make the column DateField",
    ),
    "closed list on a number": Mistake(
        with_field("seats", WorkshopKind),
        "Workshop.seats: WorkshopKind is kept as text, the column is IntField;"
        " annotate it with a kind that fits, or make the column CharField or TextField",
    ),
    "list on an object": Mistake(
        with_field("words", Lines),
        "Workshop.words: String is kept as text[], the column is JSONField;"
        " annotate it with a kind that fits, or make the column ArrayField",
    ),
    "ids on a text": Mistake(
        with_field("notes", Lines, value=ids_of("goal")),
        "Workshop.notes: ID is kept as uuid[], the column is TextField;"
        " annotate it with a kind that fits, or make the column ArrayField",
    ),
    "sealed value on a text": Mistake(
        with_field("notes", LongText, sealed=True),
        "Workshop.notes: String is kept as sealed bytes, the column is TextField;"
        " annotate it with a kind that fits, or make the column BinaryField",
    ),
    "bytes that are not sealed": Mistake(
        with_field("code", LongText),
        "Workshop.code: String is kept as text, the column is BinaryField;"
        " annotate it with a kind that fits, or make the column CharField or TextField",
    ),
    "permission that no state grants": Mistake(
        with_field("topic", Line, read=MONEY),
        "Workshop.topic: no state of workshop grants money to anyone;"
        " grant it in the workflow, or ask for one of add, care, modify, never, view",
    ),
    "permission of files": Mistake(
        lambda: built(attachable=MONEY),
        "Workshop.attachable: no state of workshop grants money to anyone;"
        " grant it in the workflow, or ask for one of add, care, modify, never, view",
    ),
    "required and given by nobody": Mistake(
        with_field("topic", Line, required=True),
        "Workshop.topic: is required, and nobody may give it;"
        " say which permission gives it, as write=ADD, or leave out `required`",
    ),
    "unmarked personal field": Mistake(
        lambda: built({"notes": (LongText, protected(TITLES, "Said.", read=CARE))}, subject="{}.client_id"),
        "Workshop.notes: tells of a person, as care says, and is not marked personal;"
        " say whose word it is: personal=PERSON, OBSERVED, WRITER, OTHERS",
    ),
    "personal is yes": Mistake(
        with_field("notes", LongText, personal=True),
        "Workshop.notes: personal is True; personal says whose word it is, one of PERSON, OBSERVED, WRITER, OTHERS",
    ),
    "given once": Mistake(
        with_field("notes", LongText, personal=OTHERS, given_once="held_on"),
        "Workshop.notes: is given once held_on is set, which is no column; did you mean held_at?",
    ),
    "vocabulary of a field": Mistake(
        with_field("topic", Line, vocabulary="goal_aera"),
        "Workshop.topic: its codes are of goal_aera, which is no vocabulary; did you mean goal_area?",
    ),
    "order by what may be empty": Mistake(
        with_field("held_at", datetime, order=True),
        "Workshop.held_at: orders a list and may be empty, and a cursor cannot name nothing;"
        " leave out `order`, or make the column one that is never null",
    ),
    "column of an order": Mistake(
        with_field("topic", Line, order=True, order_column="sort_key"),
        "Workshop.topic: Workshop has no column sort_key; there is client_id, code, created_at, created_by, day,"
        " held_at, id, modified_at, modified_by, notes, provenance, revision, seats, state, topic, words",
    ),
    "default order": Mistake(
        lambda: built({"day": (date, protected(TITLES, "Day.", order=True))}, default_order="dya"),
        "Workshop.default_order: no list is ordered by dya; did you mean day? A field becomes one with order=True",
    ),
    "sections": Mistake(
        with_field("words", WorkshopKind, sections="parts", value=replace(ids_of("goal"), sql="jsonb")),
        "Workshop.words: Workshop has no column parts; there is created_at, modified_at, provenance, revision, state,"
        " words",
    ),
    "questions of nothing": Mistake(
        lambda: with_questions("json_schema", **ABOUT),
        "Workshop.words: has questions, and nothing says where its sections are taken from;"
        ' name sections=, and taken={"sections": (reference, column)} on the type',
    ),
    "questions elsewhere": Mistake(
        lambda: with_questions(
            "json_schemas", {"sections": "topic"}, **{**ABOUT, "taken": {"topic": ("client_id", "name")}}
        ),
        "Workshop.words: its questions are in json_schemas, which Client does not have; there is "
        + ", ".join(sorted(declared_types()["client"].fields)),
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
    "traced field": Mistake(
        lambda: built(traces=("tpoic",)), "Workshop.traces: Workshop has no column tpoic; did you mean topic?"
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
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_names_the_type_and_the_field_and_says_what_would_be_right(name: str) -> None:
    mistake = MISTAKES[name]

    with pytest.raises(DeclarationError) as refused:
        mistake.made()

    assert str(refused.value) == mistake.told


def test_a_declaration_without_a_mistake_builds() -> None:
    made = built(
        {
            "client": (object, to_one("client", TITLES, "Who.", write=ADD, required=True, closed_by={})),
            "topic": (Line, protected(TITLES, "About.", write=MODIFY, required=True)),
            "day": (date, protected(TITLES, "Day.", order=True)),
            "notes": (LongText, protected(TITLES, "Said.", read=CARE, personal=OTHERS)),
        },
        default_order="day",
        **ABOUT,
    )

    check_relations([*declared_types().values(), made])
    assert {"topic", "day", "notes", "clientId"} <= set(made.keys)


def test_every_file_of_types_is_named_in_the_root() -> None:
    files = {path.stem for path in (ROOT / "schema" / "types").glob("*.py")} - {"__init__"}

    assert {module.__name__.rpartition(".")[2] for module in DECLARATIONS} == files, "one line in schema/root.py"


@pytest.fixture(autouse=True)
def _nothing_left() -> Any:
    yield
    VALUE_OBJECTS.pop("Slot", None)
