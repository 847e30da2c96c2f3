"""Rules of the house that a machine can see: sizes, names, imports from here, nothing of anybody's machine."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from statistics import median

import pytest

from service.settings import ROOT

PACKAGES = ("workflow", "models", "auth", "resolvers", "schema", "service")
FORBIDDEN = {"utils", "helpers", "common", "misc", "services", "managers", "base"}
GENERATED = ("models/migrations", "web/static")
MACHINE = re.compile(r"(?<![\w.~])/(?:work|root|home/\w+|Users/\w+)/")
LEFT_OPEN = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")
TOP_LEVEL = {
    *PACKAGES,
    *("web", "tests", "bench", "docs", "deploy", "run.py", "schema.graphql", "pyproject.toml"),
    *("requirements.lock", "requirements-test.lock", "requirements-pip.lock"),
    *("docker-compose.yml", "Dockerfile", "README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md"),
}


def sources(*places: str) -> list[Path]:
    """Return our own Python files below the given folders."""
    found = [path for place in places for path in sorted((ROOT / place).rglob("*.py"))]
    return [path for path in found if not named(path).startswith(GENERATED) and "node_modules" not in path.parts]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has, from `def` on."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_comes_from_this_repository_and_not_from_an_installation(package: str) -> None:
    assert Path(str(import_module(package).__file__)).is_relative_to(ROOT)
    assert ROOT / ".venv" not in Path(str(import_module(package).__file__)).parents


def test_a_process_that_serves_imports_nothing_that_only_others_use() -> None:
    seldom = {"reportlab", "zxcvbn", "procrastinate", "psycopg", "openpyxl", "typer", "hypothesis", "service.demo"}
    asking = f"import sys, service.app; print(*sorted({seldom} & sys.modules.keys()))"

    done = subprocess.run([sys.executable, "-c", asking], cwd=ROOT, check=True, capture_output=True, text=True)

    assert done.stdout.split() == [], "import it where it is used, with the reason beside it"


def test_no_module_is_longer_than_its_cap() -> None:
    caps = [
        (path, 400 if path.is_relative_to(ROOT / "tests") else 300) for path in sources(*PACKAGES, "tests", "bench")
    ]
    lengths = {named(path): (len(path.read_text("utf-8").splitlines()), cap) for path, cap in caps}

    too_long = {name: lines for name, (lines, cap) in lengths.items() if lines > cap}
    assert too_long == {}, "split it by noun"
    assert median(lines for name, (lines, _cap) in lengths.items() if not name.startswith("tests")) <= 100


def test_no_function_is_longer_than_forty_lines_and_half_are_under_eleven() -> None:
    ours = [(path, function) for path in sources(*PACKAGES) for function in functions(path)]

    too_long = [f"{named(path)}:{function.lineno} {function.name}" for path, function in ours if length(function) > 40]
    assert too_long == []
    assert median(length(function) for _path, function in ours) <= 10


def test_no_module_has_a_name_that_says_nothing() -> None:
    ours = sources(*PACKAGES, "tests", "bench")
    parts = {named(path): set(path.relative_to(ROOT).with_suffix("").parts) for path in ours}

    assert [name for name, words in parts.items() if words & FORBIDDEN] == [], "name it after what it answers"


def test_nothing_is_left_open_or_tied_to_a_machine() -> None:
    texts = {named(path): path.read_text("utf-8") for path in [*sources(*PACKAGES, "tests", "bench"), *documents()]}
    texts.pop("tests/architecture/test_source_rules.py")

    assert [name for name, text in texts.items() if MACHINE.search(text)] == []
    assert [name for name, text in texts.items() if LEFT_OPEN.search(text)] == []


def documents() -> list[Path]:
    """Return every file of ours that is neither Python nor made by a tool."""
    kinds = (".md", ".toml", ".yml", ".sh", ".graphql")
    below = [path for place in ("docs", "deploy") for path in sorted((ROOT / place).rglob("*"))]
    return [path for path in [*sorted(ROOT.iterdir()), *below] if path.suffix in kinds]


def test_every_test_asserts_something_and_has_a_sentence_for_a_name() -> None:
    tests = [(path, function) for path in sources("tests") for function in functions(path)]
    named_tests = [(path, function) for path, function in tests if function.name.startswith("test_")]

    silent = [f"{named(path)} {function.name}" for path, function in named_tests if not asserts(function)]
    terse = [f"{named(path)} {function.name}" for path, function in named_tests if function.name.count("_") < 4]
    assert silent == []
    assert terse == []


def asserts(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell whether a test asserts, by the statement or through a function that is called so."""
    checking = re.compile(r"raises|assert|check|expect|verify")
    return any(
        isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and checking.search(ast.unparse(node.func)))
        for node in ast.walk(function)
    )


def test_no_test_is_skipped() -> None:
    skipping = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b")
    texts = {named(path): path.read_text("utf-8") for path in sources("tests")}
    texts.pop("tests/architecture/test_source_rules.py")

    assert [name for name, text in texts.items() if skipping.search(text)] == []


def test_the_top_level_holds_what_the_readme_explains_and_nothing_else() -> None:
    present = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.name != "secrets"}

    assert present - TOP_LEVEL - {"__pycache__"} == set()
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in sorted(present & TOP_LEVEL) if name not in readme] == []


def test_only_service_reads_the_clock() -> None:
    clock = re.compile(r"\b(?:datetime\.now|datetime\.utcnow|date\.today|time\.time|time\.monotonic|timezone\.now)\(")
    lower = {named(path): path.read_text("utf-8") for path in sources(*PACKAGES[:-1])}

    assert [name for name, text in lower.items() if clock.search(text)] == [], "take `now` as an argument"


def test_error_classes_carry_a_stable_code_of_their_own() -> None:
    found = [(path, node) for path in sources(*PACKAGES) for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    classes = [(path, node) for path, node in found if isinstance(node, ast.ClassDef)]
    kinds = [(path, node, " ".join(map(ast.unparse, node.bases))) for path, node in classes]
    errors = [(path, node) for path, node, bases in kinds if re.search(r"(Error|Exception)\b", bases)]

    assert [f"{named(path)} {node.name}" for path, node in errors if "code" not in ast.unparse(node)] == []
