"""Titles: one word or sentence in Finnish, Swedish and English."""

Titles = tuple[str, str, str]
LANGUAGES = ("fi", "sv", "en")  # the order of every title; Finnish is asked for where nobody asks for another


def parse_titles(text: str) -> Titles:
    """
    Return the titles of a text "fi|sv|en".

    :raises ValueError: when it has not three parts, or an empty one
    """
    parts = text.split("|")
    if len(parts) != len(LANGUAGES) or not all(parts):
        raise ValueError(f"titles are fi|sv|en: {text!r}")
    fi, sv, en = parts
    return fi, sv, en
