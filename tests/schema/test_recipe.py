"""The recipe of CONTRIBUTING.md for a content type, followed word for word in a copy of the tree, and what follows."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.settings import ROOT

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".venv*", ".state", ".*_cache", ".hypothesis", "__pycache__", "node_modules", "secrets"
)
# The generic tests, by file, and whom of the parametrised ones ask as: who writes workshops and who sees them in part.
GENERIC = {
    "test_permission_matrix.py": "coach or privacy_officer",
    "test_non_interference.py": "privacy_officer",
    "test_erasure.py": "no_byte_of",
    "test_export_contents.py": "every",
    "test_constraints.py": "every",
}


@dataclass(frozen=True)
class Step:
    """A block of the recipe: its language, the file that it is about if it is about one, and its text."""

    language: str
    file: str | None
    text: str


def recipe() -> list[Step]:
    """Return the steps of the recipe for a content type, in their order."""
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = re.split(r"^## ", page, flags=re.MULTILINE)
    [chosen] = [part for part in section if part.startswith("A content type\n")]
    return [Step(language, file or None, text) for language, file, text in BLOCK.findall(chosen)]


def changed(before: str, difference: str) -> str:
    """Return a text with a difference applied, whose lines begin with a blank, a plus or a minus."""
    lines = difference.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    assert before.count(old) == 1, f"the recipe changes what is not there, or there twice: {old}"
    return before.replace(old, "".join(line[1:] for line in lines if line[0] in " +"))


def called(tree: Path, *arguments: str) -> str:
    """Return what a Python module printed in the copy, where it must go well."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("POLKU_", "PYTEST_"))}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=tree, env=ours, capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stdout[-8_000:] + done.stderr[-4_000:]
    return done.stdout


def follow(step: Step, tree: Path) -> None:
    """Do in the copy what a step says: write a file, change one, or call run.py."""
    match step:
        case Step("python", str(file), text):
            assert not (tree / file).exists()
            (tree / file).write_text(text, "utf-8")
        case Step("diff", str(file), text):
            (tree / file).write_text(changed((tree / file).read_text("utf-8"), text), "utf-8")
        case Step("sh", None, text):
            for command in text.splitlines():
                assert command.startswith("python3 run.py ")
                called(tree, "service.commands.cli", *command.split()[2:])
        case _:
            pytest.fail(f"nobody knows what to do with {step.language} {step.file}")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the tree in which the recipe was followed; it is open to whom a database server of root runs as."""
    copy = tmp_path_factory.mktemp("recipe") / "polku"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    for step in recipe():
        follow(step, copy)
    yield copy
    shutil.rmtree(copy)


def test_a_content_type_costs_three_files_a_line_and_a_generated_migration(tree: Path) -> None:
    written = [str(step.file) for step in recipe() if step.language == "python"]
    [change] = [step for step in recipe() if step.language == "diff"]

    assert written == ["workflow/workshop.py", "models/workshop.py", "schema/types/workshop.py"]
    assert [line for line in change.text.splitlines() if line[0] in "+-"] == ['+    "workshop",']
    assert (
        len(list((tree / "models/migrations").glob("*.py"))) == len(list((ROOT / "models/migrations").glob("*.py"))) + 1
    )
    assert "Nothing to do" in called(tree, "service.commands.cli", "makemigrations")
    called(tree, "ruff", "check", *written)
    called(tree, "ruff", "format", "--check", *written)


def test_the_schema_and_the_page_of_permissions_have_the_type(tree: Path) -> None:
    schema, page = ((tree / name).read_text("utf-8") for name in ("schema.graphql", "docs/permissions.md"))

    for offered in ("createWorkshop(", "updateWorkshop(", "transitionWorkshop(", "workshops(", "type Workshop "):
        assert offered in schema
    assert "## Workshop · Työpaja" in page


def test_matrix_erasure_export_and_non_interference_hold_for_the_type_with_no_further_code(tree: Path) -> None:
    files = {name: [str(path.relative_to(tree)) for path in (tree / "tests").rglob(name)] for name in GENERIC}
    assert [name for name, found in files.items() if len(found) != 1] == [], "say here how the generic tests are called"
    chosen = " or ".join(f"({name.removesuffix('.py')} and ({who}))" for name, who in GENERIC.items())

    told = called(tree, "pytest", "-q", "-p", "no:cacheprovider", "-k", chosen, *(found[0] for found in files.values()))

    assert re.search(r"\[100%\]", told)
    assert told.count(".") > 15
