"""docs/glossary.md has a word for everything that is declared, with the titles of the declarations."""

import re
from collections.abc import Iterable

import pytest

from resolvers.declaration import ContentTypes
from service.resources import schema_and_content_types
from service.settings import ROOT
from workflow.roles import ROLES
from workflow.vocabulary import PERMISSIONS

PAGE = ROOT / "docs" / "glossary.md"
HEADINGS = ("Content types", "Roles", "Permissions", "States and fields", "Ideas")
Titles = tuple[str, str, str]
COMPLY = "In docs/glossary.md a row is | `word` | fi | sv | en | One sentence or two. |: write these, or take them out:"


def read_glossary(page: str) -> dict[str, list[list[str]]]:
    """Return heading → the rows of its table, each as word, fi, sv, en, meaning; in the order of the page."""
    found: dict[str, list[list[str]]] = {}
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        heading, *lines = section.splitlines()
        rows = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
        found[heading] = rows[2:]
    return found


GLOSSARY = read_glossary(PAGE.read_text("utf-8"))


def titles_in(heading: str) -> dict[str, Titles]:
    """Return word → its titles as the page has them."""
    return {word: (fi, sv, en) for word, fi, sv, en, _meaning in GLOSSARY[heading]}


def declared_titles(register: ContentTypes, word: str) -> Titles | None:
    """Return the titles of `Type.STATE` or `Type.field`; None where nothing of that name is declared."""
    name, _, member = word.partition(".")
    type_ = next((t for t in register.values() if t.name == name), None)
    if type_ is None:
        return None
    states = type_.kind.workflow.states
    found = states.get(member) or type_.keys.get(member)
    return found.titles if found else None


def differences(heading: str, wanted: dict[str, Titles]) -> list[str]:
    """Return the rows that are missing, or have other titles than they should, and the words that nothing declares."""
    there = titles_in(heading)
    wrong = [f"| `{word}` | {' | '.join(titles)} | … |" for word, titles in wanted.items() if there.get(word) != titles]
    return [*wrong, *(f"not declared: {word}" for word in there if word not in wanted)]


@pytest.fixture(scope="module")
def register() -> ContentTypes:
    return schema_and_content_types()[1]


def test_every_content_type_stands_in_the_glossary_with_its_own_titles(register: ContentTypes) -> None:
    wanted = {type_.name: type_.titles for type_ in register.values()}

    assert differences("Content types", wanted) == [], COMPLY


def test_every_role_stands_in_the_glossary_with_the_titles_of_its_row() -> None:
    wanted = {str(role): declared.titles for role, declared in ROLES.items()}

    assert differences("Roles", wanted) == [], COMPLY


def test_every_permission_stands_in_the_glossary() -> None:
    assert words_apart(titles_in("Permissions"), PERMISSIONS) == [], COMPLY


def words_apart(there: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Return the words that only one of the two has."""
    return sorted({str(word) for word in there} ^ {str(word) for word in wanted})


def test_a_state_or_a_field_in_the_glossary_exists_and_has_its_own_titles(register: ContentTypes) -> None:
    wanted = {word: declared_titles(register, word) for word in titles_in("States and fields")}
    known = {word: titles for word, titles in wanted.items() if titles is not None}

    assert differences("States and fields", known) == [], COMPLY


@pytest.mark.parametrize("heading", HEADINGS)
def test_rows_are_whole_and_in_alphabetical_order_so_that_a_word_is_found(heading: str) -> None:
    rows = GLOSSARY[heading]
    words = [row[0] for row in rows]

    assert [row for row in rows if len(row) != 5 or not all(row)] == [], COMPLY
    assert [row[0] for row in rows if not row[4].endswith(".")] == [], "a meaning is a sentence"
    assert words == sorted(set(words))


def test_the_glossary_has_these_tables_and_no_other() -> None:
    assert tuple(GLOSSARY) == HEADINGS


def test_a_title_that_drifted_and_a_word_that_nothing_declares_are_noticed(register: ContentTypes) -> None:
    wanted = {type_.name: type_.titles for type_ in register.values()}
    drifted = wanted | {"Client": ("Asiakas", "Kund", "Customer")}
    del drifted["Term"]

    assert differences("Content types", drifted) == [
        "| `Client` | Asiakas | Kund | Customer | … |",
        "not declared: Term",
    ]
    assert declared_titles(register, "Client.NOWHERE") is None
    assert declared_titles(register, "Nobody.ACTIVE") is None
