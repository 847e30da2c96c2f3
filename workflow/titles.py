"""Titles: one word or sentence in Finnish, Swedish and English."""

Titles = tuple[str, str, str]
LANGUAGES = ("fi", "sv", "en")  # the order in all titles; Finnish is the default


def spoken_language(code: str | None) -> str:
    """Return the language in which a person is spoken to: the own one, or Finnish where that is none of ours."""
    return code if code in LANGUAGES else LANGUAGES[0]


def parse_titles(text: str) -> Titles:
    """
    Return the titles in a text "fi|sv|en".

    :raises ValueError: when it does not have three parts, or one is empty
    """
    parts = text.split("|")
    if len(parts) != len(LANGUAGES) or not all(parts):
        raise ValueError(f"titles are fi|sv|en: {text!r}")
    fi, sv, en = parts
    return fi, sv, en
