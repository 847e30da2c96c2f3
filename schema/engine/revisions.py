"""The GraphQL types of revisions: what whoever writes an object is told of its changes."""

from datetime import datetime
from enum import Enum
from typing import Any

import strawberry
from strawberry.types.field import StrawberryField

from resolvers.paragraphs import ADDED, KEPT, REMOVED
from schema.engine.directives import Protected
from schema.engine.shared import Node
from schema.engine.translated_text import TranslatedText
from schema.engine.type_factory import Arguments, compiled_field, maybe, several
from schema.engine.value_line import ValueLine

_SELF = Protected(read="view")


def _own_field(text: str) -> Any:
    return strawberry.field(description=text, directives=[_SELF])


@strawberry.enum(description="What became of a paragraph.")
class ParagraphChange(Enum):
    """What became of a paragraph."""

    KEPT = strawberry.enum_value(KEPT, description="It stands in both versions.")
    REMOVED = strawberry.enum_value(REMOVED, description="It stands in the version before alone.")
    ADDED = strawberry.enum_value(ADDED, description="It stands in the version after alone.")


@strawberry.type(description="One paragraph of a long text that was changed. (Kappale)")
class RevisedParagraph:
    """One paragraph and what became of it."""

    change: ParagraphChange = _own_field("What became of it.")
    text: str = _own_field("The paragraph.")


@strawberry.type(description="A code with its titles. (Koodi)")
class TitledCode:
    """A code with the titles that it had on the day of the change."""

    token: str = _own_field("The code.")
    titles: TranslatedText | None = _own_field("Its titles on the day of the change; null when nothing names it.")


@strawberry.type(description="The value of a field before or after a change. (Arvo)")
class RevisedValue:
    """A value as history has it."""

    text: str | None = _own_field(
        "The value as text; null for a reference, for a sealed value, for one of several parts (see `lines`), and for "
        "none."
    )
    lines: list[ValueLine] = _own_field(
        "The value as people read it, part by part; none of a reference. The titles of a vocabulary's code are in "
        "`codes`."
    )
    codes: list[TitledCode] = _own_field(
        "The codes that it consists of, with titles; of an answer, the options that were chosen; else empty."
    )
    objects: list[Node] = _own_field(
        "The objects that a reference leads to, those that the caller may see; of what is about people, those "
        "about the same person alone."
    )
    withheld: int = _own_field(
        "How many more objects a reference leads to: those that `objects` does not show, because they are not seen or "
        "are gone."
    )


@strawberry.type(description="One changed field of a revision. (Muutettu kenttä)")
class RevisedField:
    """One field before and after a change."""

    field: str = _own_field("Name of the field; of an answer of a form, with the name of the question.")
    titles: TranslatedText = _own_field(
        "Titles of the field; of an answer of a form, those of the question in the version that was answered."
    )
    before: RevisedValue = _own_field("Before the change.")
    after: RevisedValue = _own_field("After the change.")
    paragraphs: list[RevisedParagraph] = _own_field(
        "Of a long text: its paragraphs in the order of reading, with what became of each; empty for any other value."
    )


@strawberry.type(description="One revision of an object, as whoever writes it sees it. (Versio)")
class Revision:
    """One revision."""

    revision: int = _own_field("Number of the revision that the change made.")
    at: datetime = _own_field("When, UTC.")
    actor_name: str | None = _own_field(
        "Who: shown to staff, to who audits the object, and to oneself; null to everybody else, and of the person to "
        "whom that name is hidden."
    )
    action: str = _own_field("What was done: the name of the transition, or of another step.")
    titles: TranslatedText | None = _own_field("Titles of the action.")
    changes: list[RevisedField] = _own_field(
        "What changed, of the fields that the caller may both read and write on the object today."
    )


def revisions_field() -> tuple[Any, StrawberryField]:
    """Return the annotation and the field of an object's revisions."""
    arguments: Arguments = {
        "first": (maybe(int), "How many, 0–50; 20 when not given."),
        "before": (maybe(int), "Only revisions with a smaller number than this."),
    }
    text = (
        "Its revisions, newest first, for who may write something of it: those that changed its state or a field that "
        "the caller may both read and write today. (Versiot)"
    )
    return maybe(several(Revision)), compiled_field(maybe(several(Revision)), text, arguments, _SELF)
