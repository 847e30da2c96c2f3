"""Names: no module whose name says nothing, and no docstring that names what is not there any more."""

import ast
import builtins
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from service.development.documents import documents
from service.settings import ROOT
from tests.support.source_files import PACKAGES, docstrings, named, sources, tree_of

SAYS_NOTHING = {"utils", "helpers", "common", "misc", "services", "managers", "base"}
WORD = re.compile(r"[^\W\d]\w*")
NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*(?:\(\))?")  # a name, a dotted name, either as it is called
PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?(?::\w+)?")
SUFFIXES = {".py", ".md", ".sql", ".toml", ".graphql"}
FOLDERS = (*PACKAGES, "tests", "bench", "docs", "web", "deploy")


def test_no_module_has_a_name_that_says_nothing() -> None:
    ours = sources(*PACKAGES, "tests", "bench")
    parts = {named(path): set(path.relative_to(ROOT).with_suffix("").parts) for path in ours}

    assert [name for name, words in parts.items() if words & SAYS_NOTHING] == [], "name it after what it answers"


def names_in(tree: ast.AST) -> Iterator[str]:
    """Yield every name that the code of a file defines, uses or has in a text without blanks; its prose is left out."""
    prose = {id(place) for place, _text in docstrings(tree)}
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name)):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name, asname=other):
                yield from WORD.findall(f"{name} {other or ''}")
            case ast.Constant(value=str(text)) if " " not in text.strip() and id(node) not in prose:
                yield from WORD.findall(text)  # a column, a permission, an enum's value, a setting of another program


@cache
def known_names() -> frozenset[str]:
    """Return every name there is: in Python, in the schema, in the migrations, in settings of tools; and modules."""
    code = [*sources(*PACKAGES, "tests", "bench"), ROOT / "run.py"]
    texts = [ROOT / "schema.graphql", ROOT / "pyproject.toml", *(ROOT / "models" / "migrations").glob("*.py")]
    found = {name for path in code for name in (path.stem, *names_in(tree_of(path)))} | set(dir(builtins))
    return frozenset(found.union(*(WORD.findall(path.read_text("utf-8")) for path in texts)))


@cache
def known_paths() -> frozenset[str]:
    """Return every file and folder of ours from the root on."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "node_modules" not in path.parts]
    return frozenset(map(named, [*ROOT.iterdir(), *below]))


def quoted_names(text: str) -> list[str]:
    """Return what stands in backticks in a text, as far as it can be a name or a path."""
    return [name for name in re.findall(r"`([^`\n]+)`", text) if NAME.fullmatch(name) or is_path(name)]


def is_path(name: str) -> bool:
    """Tell whether a name is one of a file or a folder of ours, which may be followed by a name in it."""
    return bool(PATH.fullmatch(name)) and ("/" in name or Path(name.partition(":")[0]).suffix in SUFFIXES)


def is_stale(name: str) -> bool:
    """
    Tell whether nothing is called so.

    A path is found by its end; a dotted name that begins with a package by the module and the names in it, any other
    name by each of its parts.
    """
    if is_path(name):
        path, _, member = name.partition(":")
        wanted = path.rstrip("/")
        is_there = any(known == wanted or known.endswith(f"/{wanted}") for known in known_paths())
        return not is_there or bool(member and member not in known_names())
    words = WORD.findall(name)
    if words[0] not in PACKAGES or len(words) == 1:
        return not set(words) <= known_names()
    modules = [length for length in range(len(words), 0, -1) if is_module(words[:length])]
    inner = ROOT.joinpath(*words[: modules[0]]).with_suffix(".py")
    return not set(words[modules[0] :]) <= (set(names_in(tree_of(inner))) if inner.exists() else set())


def is_module(words: list[str]) -> bool:
    """Tell whether a package or a module is called so."""
    return ROOT.joinpath(*words).is_dir() or ROOT.joinpath(*words).with_suffix(".py").exists()


def stale_names(texts: Iterable[str]) -> list[str]:
    """Return the names in backticks that nothing has."""
    return [name for text in texts for name in quoted_names(text) if is_stale(name)]


def test_a_name_in_backticks_in_a_docstring_exists() -> None:
    found = {
        named(path): stale_names(text for _place, text in docstrings(tree_of(path))) for path in sources(*PACKAGES)
    }

    assert {name: stale for name, stale in found.items() if stale} == {}, (
        "the code calls it otherwise now: write the new name, or take the backticks off what is no name"
    )


def test_a_module_in_backticks_in_a_document_exists() -> None:
    named_modules = {
        named(path): [name for name in quoted_names(path.read_text("utf-8")) if is_path(name) and ".py" in name]
        for path in documents(ROOT)
    }
    stale = {document: list(filter(is_stale, names)) for document, names in named_modules.items()}

    assert sum(map(len, named_modules.values())) > 100
    assert {document: names for document, names in stale.items() if names} == {}, "the file moved: write where it is"


def test_a_name_that_nothing_has_is_noticed_and_one_that_exists_is_not() -> None:
    good = ["`tests/architecture/test_names.py`", "`stale_names()`", "`workflow.roles`", "`schema/engine/`", "`a or b`"]
    gone = "`no_such" + "_function`, `resolvers/no_such" + "_room.py`, `workflow.no_such" + "_word`"

    assert stale_names(good) == []
    assert len(stale_names([gone])) == 3
