"""The messages of refusals in Finnish, Swedish and English. The codes are stable; the texts may be improved."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from models.vocabulary import refusals
from resolvers.refusals import Problem
from workflow.titles import LANGUAGES

_NO_FACTS: Mapping[str, str] = {}


@cache
def messages() -> Mapping[str, tuple[str, str, str]]:
    """Return the message of every code, in the order of `LANGUAGES`."""
    return _table("messages")


@cache
def request_messages() -> Mapping[str, tuple[str, str, str]]:
    """Return what is said of refused requests by its key, which is no code, in the order of `LANGUAGES`."""
    return _table("request_messages")


def _table(name: str) -> Mapping[str, tuple[str, str, str]]:
    table = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
    return {code: (texts["fi"], texts["sv"], texts["en"]) for code, texts in table.items()}


def message(code: str, language: str, otherwise: str, facts: Mapping[str, str] = _NO_FACTS) -> str:
    """Return the message of a code in a language, with its facts; `otherwise` when the code has no message."""
    texts = messages().get(code) or request_messages().get(code) or _value_refusal(code)
    if texts is None:
        return otherwise or code
    spoken = language if language in LANGUAGES else "fi"
    return texts[LANGUAGES.index(spoken)].format_map(_Facts(facts))


def problem_message(problem: Problem, language: str) -> str:
    """Return the message of a problem where nobody knows titles: its facts and its field stay names."""
    facts = {"field": ".".join(problem.path), **problem.facts}
    return message(problem.words or problem.code, language, problem.code, facts)


class _Facts(dict[str, str]):
    """
    The facts of a problem.

    A missing fact is shown as a dash, so that a refusal never fails because of its message.
    """

    def __missing__(self, name: str) -> str:
        return "–"


def _value_refusal(code: str) -> tuple[str, str, str] | None:
    word = refusals().get(code)
    return (word.fi, word.sv, word.en) if word else None


def preferred(accept_language: str) -> str:
    """Return the first of our languages in an Accept-Language header; Finnish when there is none."""
    # What a browser sends is short; a long header is not worth keeping.
    return _preferred(accept_language) if len(accept_language) <= 200 else _preferred.__wrapped__(accept_language)


@lru_cache(1_000)
def _preferred(accept_language: str) -> str:
    for part in accept_language.lower().split(","):
        tag = part.split(";")[0].strip()[:2]
        if tag in LANGUAGES:
            return tag
    return "fi"
