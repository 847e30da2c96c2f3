"""One line of a value, as the API shows it to people."""

from typing import Any

import strawberry

from schema.engine.directives import Protected
from schema.engine.translated_text import TranslatedText


def _own_field(text: str) -> Any:
    return strawberry.field(description=text, directives=[Protected(read="view")])


@strawberry.type(description="One plain part of a value, as people read it. (Arvon rivi)")
class ValueLine:
    """A plain value with the titles that lead to it."""

    item: int | None = _own_field("Its place in the list that it is in, from 1; null outside of lists.")
    labels: list[TranslatedText] = _own_field(
        "The titles that lead to it, the outermost first; empty for a plain value."
    )
    text: str = _own_field("The value as text.")
    titles: TranslatedText | None = _own_field(
        "The words for it: of a chosen option, or of yes and no; null for others."
    )
