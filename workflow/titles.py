"""Titles: one word or sentence in Finnish, Swedish and English."""

Titles = tuple[str, str, str]
LANGUAGES = ("fi", "sv", "en")  # the order in all titles; Finnish is the default


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
