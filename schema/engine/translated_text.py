"""A text in the three languages of the service, as the API shows it."""

from typing import Any

import strawberry

from schema.engine.directives import Protected


def _own_field(text: str) -> Any:
    return strawberry.field(description=text, directives=[Protected(read="view")])


@strawberry.type(name="Titles", description="A text in the three languages of the service.")
class TranslatedText:
    """A text in Finnish, Swedish and English."""

    fi: str = _own_field("Finnish.")
    sv: str = _own_field("Swedish.")
    en: str = _own_field("English.")


def translated_titles(texts: tuple[str, str, str]) -> TranslatedText:
    """Return a text in the three languages as the API shows it."""
    return TranslatedText(fi=texts[0], sv=texts[1], en=texts[2])
