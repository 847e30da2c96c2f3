"""Every fact of a refusal stands in its words, in three languages, and no placeholder waits for a fact in vain."""

import ast
from collections.abc import Iterator
from string import Formatter
from typing import Any

from models.identity_code import OLDEST
from models.values import EARLIEST, LATEST
from models.vocabulary import refusals
from schema.execution.messages import message, messages, request_messages
from schema.root import build_schema
from tests.support.source_files import PACKAGES, functions, named, sources
from workflow.titles import LANGUAGES

# A fact that follows from the path of the problem, whoever refuses (schema/execution/fact_words.py).
OF_THE_PATH = frozenset({"field"})
REFUSING = frozenset({"Problem", "transition_refused", "TransitionRefused", "BadArgument"})
# A refusal that is made with facts of somebody else's making: what they are, the maker tells.
PASSED_ON = "**"


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def texts_of(code: str) -> tuple[str, ...]:
    word = refusals().get(code)
    return messages().get(code) or request_messages().get(code) or ((word.fi, word.sv, word.en) if word else ())


def refusals_in(function: ast.AST) -> Iterator[tuple[int, str, frozenset[str] | None]]:
    """Yield line, key of the words, and names of the facts of each refusal that a function writes out."""
    given = {
        target.id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REFUSING and node.args:
            named_words = [k.value for k in node.keywords if k.arg == "words"]
            code = (named_words or node.args)[0]
            if isinstance(code, ast.Constant):
                yield node.lineno, str(code.value), _facts(node, given)


def _facts(node: ast.Call, given: dict[str, ast.Dict]) -> frozenset[str] | None:
    own = {k.arg for k in node.keywords if k.arg not in (None, "path", "at", "words")}
    if isinstance(node.func, ast.Name) and node.func.id == "BadArgument":
        own.add("argument")
    if any(k.arg is None for k in node.keywords):
        return None
    if isinstance(node.func, ast.Name) and node.func.id == "Problem" and len(node.args) > 2:
        facts = node.args[2]
        facts = given.get(facts.id, facts) if isinstance(facts, ast.Name) else facts
        if not isinstance(facts, ast.Dict) or None in facts.keys:
            return None
        own |= {key.value for key in facts.keys if isinstance(key, ast.Constant)}  # type: ignore[misc] # names of facts
    return frozenset(str(name) for name in own)


def test_every_fact_of_a_refusal_is_in_its_words_and_every_placeholder_has_its_fact() -> None:
    wrong = []
    for path in sources(*PACKAGES):
        for function in functions(path):
            for line, code, facts in refusals_in(function):
                for language, text in zip(LANGUAGES, texts_of(code), strict=False):
                    said = placeholders(text) - OF_THE_PATH
                    if facts is not None and said != facts - OF_THE_PATH:
                        wrong.append(f"{named(path)}:{line} {code} {language}: says {set(said)}, knows {set(facts)}")
    assert wrong == [], "let the message say every fact, or leave the fact out"


def test_a_message_says_the_same_facts_in_every_language() -> None:
    tables = [*messages().items(), *request_messages().items()]
    tables += [(code, (word.fi, word.sv, word.en)) for code, word in refusals().items()]

    assert [code for code, texts in tables if len({placeholders(text) for text in texts}) > 1] == []
    assert [code for code, texts in tables if not all(text.strip() for text in texts)] == []


def test_no_code_stands_in_a_sentence_for_people() -> None:
    codes = {*messages(), *refusals()}
    said = [
        f"{code}: {word}"
        for code, texts in messages().items()
        for text in texts
        for word in text.replace("(", " ").replace(")", " ").replace(",", " ").split()
        if word in codes
    ]
    assert said == []


def test_every_code_is_in_the_schema_with_its_sentence() -> None:
    enum: Any = build_schema()[0]._schema.type_map["ErrorCode"]
    missing = {*messages(), *refusals()} - set(enum.values)

    assert missing == set()
    assert [name for name, value in enum.values.items() if not value.description] == []
    assert message("NOT_FOUND", "sv", "") == "Objektet hittades inte."


def test_the_words_of_a_bound_name_the_bound_of_the_code() -> None:
    years = f"{EARLIEST.year}–{LATEST.year}"

    assert {years in refusals()[code].fi for code in ("DATE_OUT_OF_BOUNDS", "INSTANT_OUT_OF_BOUNDS")} == {True}
    assert str(OLDEST) in refusals()["DATE_OF_BIRTH_TOO_LONG_AGO"].sv
