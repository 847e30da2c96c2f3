"""What people read of the declarations: titles in sentence case, a name for every object, a title for every code."""

import re
from collections.abc import Iterator

import pytest

from models.vocabulary import vocabulary_titles
from resolvers.declaration import ContentTypes
from resolvers.naming import RECORD_FIELDS, naming_fields
from resolvers.publishing.named_values import titles_by_name
from resolvers.value import Named
from resolvers.writing.code_checks import vocabularies
from schema.engine.language import BASE_FIELDS, CHOICES
from service.resources import schema_and_content_types
from service.settings import ROOT
from workflow.titles import LANGUAGES, Titles

TYPES: ContentTypes = schema_and_content_types()[1]
STORED = {Named.SERVICE_TYPE, Named.FIGURE, Named.REFERRAL_REASON}  # their titles are content
CANCEL = re.compile(r"^  cancel: '([^']+)'", re.MULTILINE)
IN_SENTENCE_CASE = re.compile(r"[A-ZÅÄÖ0-9](?!.*(?:_| [A-ZÅÄÖ][a-zåäö]))[^|]*[^\s.,:;]")
NAMES_OF_LANGUAGES = re.compile(r"(?<=n )(?:Finnish|Swedish|English)$")
WORDS_IN_SENTENCES = {"AccountLanguage"}  # languages begin with a small letter in Finnish and Swedish


def declared() -> Iterator[tuple[str, Titles]]:
    for type_ in TYPES.values():
        yield type_.name, type_.titles
        yield from ((f"{type_.name}.{f.key}", f.titles) for f in type_.keys.values())
        for field in type_.fields.values():
            yield from ((f"{type_.name}.{field.key}.{key}", titles) for key, titles in field.member_titles.items())
        workflow = type_.kind.workflow
        steps: dict[str, Titles] = {name: step.titles for name, step in workflow.states.items()}
        steps |= {f"{name}, a step": step.titles for name, step in workflow.transitions.items()}
        yield from ((f"{type_.name} {name}", titles) for name, titles in steps.items())
    for name, (_, _, members) in CHOICES.items():
        if name not in WORDS_IN_SENTENCES:
            yield from ((f"{name} {member}", titles) for member, titles in members.items())


def test_every_declared_title_is_in_sentence_case_in_every_language() -> None:
    wrong = [
        (where, title)
        for where, titles in declared()
        for title in titles
        if not IN_SENTENCE_CASE.fullmatch(NAMES_OF_LANGUAGES.sub("a language", title))
    ]

    assert wrong == [], "write it as people write a heading: one capital at the start, no code, no full stop"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_step_is_called_as_the_button_that_leaves_a_dialog(language: str) -> None:
    leave = CANCEL.findall((ROOT / "web" / "app" / "words" / f"{language}.ts").read_text("utf-8"))
    place = LANGUAGES.index(language)
    steps = {step.titles[place] for type_ in TYPES.values() for step in type_.kind.workflow.transitions.values()}
    verbs = {title.partition(" ")[0] for title in steps}

    assert len(leave) == 1
    assert {verb for verb in verbs if verb.startswith(leave[0]) or leave[0].startswith(verb)} == set()


@pytest.mark.parametrize("type_", TYPES.values(), ids=lambda type_: type_.name)
def test_every_object_is_called_something_and_never_by_a_code(type_: object) -> None:
    named = naming_fields(TYPES[type_.noun])  # type: ignore[attr-defined] # a content type

    assert named
    assert set(BASE_FIELDS) == RECORD_FIELDS
    assert [field.key for field in named if field.value.name == "ID" or field.key.endswith("Ref")] == []


def test_every_vocabulary_has_a_title() -> None:
    assert vocabularies(TYPES) - vocabulary_titles().keys() == set(), "add it to models/vocabulary/vocabularies.csv"
    assert vocabulary_titles().keys() - vocabularies(TYPES) == set(), "nothing uses it"


@pytest.mark.parametrize("named", sorted(set(Named) - STORED))
def test_what_a_text_may_name_has_titles_in_every_language(named: Named) -> None:
    titles = titles_by_name(named, TYPES)

    assert titles
    assert {name for name, words in titles.items() if not all(words) or name == words[0]} == set()


def test_a_key_that_types_call_differently_has_all_its_titles() -> None:
    title = titles_by_name(Named.FIELD, TYPES)["startsOn"]

    assert title[2].split(" / ") == list(dict.fromkeys(title[2].split(" / ")))
    assert "Starts on" in title[2].split(" / ")


SWEDISH = ("web/app", "resolvers", "workflow", "schema", "models", "service/pages", "service/demo", "docs/ohje")
OTHER_WORDS = re.compile(r"[Tt]ränare\w*|[Hh]andledar\w*|[Cc]oachning\w*")


def test_swedish_has_one_word_for_the_coach_and_one_for_the_coaching() -> None:
    files = [
        file
        for folder in SWEDISH
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".ts", ".tsx", ".po", ".py", ".csv", ".toml", ".md"} and "node_modules" not in file.parts
    ]
    found = {(file.name, word) for file in files for word in OTHER_WORDS.findall(file.read_text("utf-8"))}

    assert len(files) > 100
    assert found == set(), "a person is a coach, and what a coach gives is träning"
