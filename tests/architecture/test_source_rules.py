"""Rules that a machine can see in the text of the sources: nothing left open, tests that assert, one clock, codes."""

import ast
import re
from pathlib import Path

from service.settings import ROOT
from tests.support.source_files import PACKAGES, functions, named, sources, tree_of

MACHINE = re.compile(r"(?<![\w.~])/(?:work|root|home/\w+|Users/\w+)/")
LEFT_OPEN = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")
TOP_LEVEL = {
    *PACKAGES,
    *("web", "tests", "bench", "docs", "deploy", "run.py", "schema.graphql", "pyproject.toml"),
    *("requirements.lock", "requirements-test.lock", "requirements-pip.lock"),
    *("docker-compose.yml", "Dockerfile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "SECURITY.md"),
}


def test_nothing_is_left_open_or_tied_to_a_machine() -> None:
    texts = {named(path): path.read_text("utf-8") for path in [*sources(*PACKAGES, "tests", "bench"), *documents()]}
    texts.pop("tests/architecture/test_source_rules.py")

    assert [name for name, text in texts.items() if MACHINE.search(text)] == []
    assert [name for name, text in texts.items() if LEFT_OPEN.search(text)] == []


def documents() -> list[Path]:
    """Return every file of ours that is neither Python nor made by a tool."""
    kinds = (".md", ".toml", ".yml", ".sh", ".graphql")
    below = [path for place in ("docs", "deploy") for path in sorted((ROOT / place).rglob("*"))]
    ours = [path for path in [*sorted(ROOT.iterdir()), *below] if "node_modules" not in path.parts]
    return [path for path in ours if path.suffix in kinds]


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


def test_one_module_normalises_text_and_one_reads_forms() -> None:
    texts = {named(path): path.read_text("utf-8") for path in sources(*PACKAGES)}

    normalising = [name for name, text in texts.items() if "unicodedata.normalize" in text]
    reading = [name for name, text in texts.items() if re.search(r"request\.form\(", text)]
    assert normalising == ["models/values.py"], "use normal_form, or a normalise_… that bounds the text first"
    assert reading == ["service/http/forms.py"], "use read_form, which bounds the form first"


def test_only_service_reads_the_clock() -> None:
    clock = re.compile(r"\b(?:datetime\.now|datetime\.utcnow|date\.today|time\.time|time\.monotonic|timezone\.now)\(")
    lower = {named(path): path.read_text("utf-8") for path in sources(*PACKAGES[:-1])}

    assert [name for name, text in lower.items() if clock.search(text)] == [], "take `now` as an argument"


def test_error_classes_carry_a_stable_code_of_their_own() -> None:
    found = [(path, node) for path in sources(*PACKAGES) for node in ast.walk(tree_of(path))]
    classes = [(path, node) for path, node in found if isinstance(node, ast.ClassDef)]
    kinds = [(path, node, " ".join(map(ast.unparse, node.bases))) for path, node in classes]
    errors = [(path, node) for path, node, bases in kinds if re.search(r"(Error|Exception)\b", bases)]

    assert [f"{named(path)} {node.name}" for path, node in errors if "code" not in ast.unparse(node)] == []
