"""What refusals say to people, in Finnish, Swedish and English. The codes are stable; the words may improve."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from models.vocabulary import refusals

LANGUAGES = ("fi", "sv", "en")
NO_FACTS: Mapping[str, str] = {}


@cache
def messages() -> Mapping[str, tuple[str, str, str]]:
    """Return the words of every code, in the order of LANGUAGES."""
    table = tomllib.loads(Path(__file__).with_name("messages.toml").read_text("utf-8"))
    return {code: (words["fi"], words["sv"], words["en"]) for code, words in table.items()}


def message(code: str, language: str, otherwise: str, facts: Mapping[str, str] = NO_FACTS) -> str:
    """Return the words of a code in a language, with the facts that they name; `otherwise` where there are none."""
    words = messages().get(code) or _of_value(code)
    if words is None:
        return otherwise or code
    return words[LANGUAGES.index(language if language in LANGUAGES else "fi")].format_map(_Facts(facts))


class _Facts(dict[str, str]):
    """Facts of a problem; one that nobody gave is a dash: a refusal never fails over its words."""

    def __missing__(self, name: str) -> str:
        return "–"


def _of_value(code: str) -> tuple[str, str, str] | None:
    word = refusals().get(code)
    return (word.fi, word.sv, word.en) if word else None


def preferred(accept_language: str) -> str:
    """Return the language that an Accept-Language header asks for first among ours; Finnish otherwise."""
    for part in accept_language.lower().split(","):
        tag = part.split(";")[0].strip()[:2]
        if tag in LANGUAGES:
            return tag
    return "fi"
