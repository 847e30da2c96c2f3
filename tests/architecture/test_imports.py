"""Who imports whom: no circles, nothing hidden behind TYPE_CHECKING, no test from a test, nothing heavy in a server."""

import ast
import re
import subprocess
import sys
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

from service.settings import ROOT
from tests.support.source_files import PACKAGES, import_graph, imported_modules, module_of, named, sources, tree_of

TEST_MODULE = re.compile(r"(?:^|\.)(?:test_\w+|conftest)$")


def graph_of(texts: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the graph of modules that are given as text."""
    return import_graph({module: ast.parse(text) for module, text in texts.items()})


def circle_in(graph: Mapping[str, set[str]]) -> str:
    """Return one circle of imports as `a → b → a`, each imported by the one before it; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return " → ".join(reversed(error.args[1]))
    return ""


def test_no_module_imports_one_that_imports_it_however_far_away() -> None:
    graph = import_graph({module_of(path): tree_of(path) for path in sources(*PACKAGES)})

    assert circle_in(graph) == "", "move what both need into a module below them; a late import hides the circle only"


def test_a_circle_is_found_behind_a_late_import_and_behind_type_checking() -> None:
    made_up = {
        "shop": "from shop import till, shelf",
        "shop.till": "def sell():\n    from shop.shelf import goods",
        "shop.shelf": "if TYPE_CHECKING:\n    from shop import stock",
        "shop.stock": "import shop.till",
    }

    circle = circle_in(graph_of(made_up)).split(" → ")
    without = circle_in(graph_of(made_up | {"shop.stock": "import datetime"}))

    assert circle[0] == circle[-1]
    assert set(circle) == {"shop.till", "shop.shelf", "shop.stock"}
    assert without == ""


def test_type_checking_stands_beside_its_reason() -> None:
    lines = [(path, number, line) for path in sources(*PACKAGES) for number, line in numbered_lines(path)]
    bare = [f"{named(path)}:{number}" for path, number, line in lines if re.match(r"if TYPE_CHECKING:\s*$", line)]

    assert bare == [], "write why on the same line: `if TYPE_CHECKING:  # the library is generic in its stubs only`"


def numbered_lines(path: Path) -> list[tuple[int, str]]:
    """Return the lines of a file, numbered from 1 on."""
    return list(enumerate(path.read_text("utf-8").splitlines(), start=1))


def test_no_test_file_imports_another_or_a_conftest() -> None:
    trees = {path: tree_of(path) for path in sources("tests")}
    tests = {module for module in map(module_of, trees) if TEST_MODULE.search(module)}
    found = {named(path): imported_modules(tree, tests) for path, tree in trees.items()}

    assert {name: modules for name, modules in found.items() if modules} == {}, "move what both need to tests/support"


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_comes_from_this_repository_and_not_from_an_installation(package: str) -> None:
    assert Path(str(import_module(package).__file__)).is_relative_to(ROOT)
    assert ROOT / ".venv" not in Path(str(import_module(package).__file__)).parents


SELDOM = {
    "typst",
    "zxcvbn",
    "procrastinate",
    "psycopg",
    "openpyxl",
    "hypothesis",
    "service.demo",
    "service.jobs.process",
}


def imported_by(python: str, modules: set[str]) -> list[str]:
    """Return which of these modules a process has imported when it has done something."""
    asking = f"import sys\n{python}\nprint(*sorted({modules} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", asking], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.split()


def test_a_process_that_serves_imports_nothing_that_only_others_use() -> None:
    found = imported_by("import service.app", {*SELDOM, "typer"})

    assert found == [], "import it where it is used, with the reason beside it"


def test_the_parent_of_those_who_serve_imports_nothing_that_only_others_use(tmp_path: Path) -> None:
    settings = f"load_settings(mode='test', state_dir={str(tmp_path)!r}, port=0, workers=2, serve_jobs=True)"
    loading = "from service.settings_loading import load_settings"
    forking = "from service.commands.serving import workers_of"

    found = imported_by(f"{loading}\n{forking}\nworkers_of({settings})", SELDOM)

    assert found == [], "import it in the process that uses it, after the fork"
