"""Several runs that share the files of tests: every test runs once, and what fails in one fails the whole."""

import sys
from io import StringIO
from pathlib import Path

from rich.console import Console

from service.development.testing import NOTHING_RUN, together

GOOD = """
from pathlib import Path
import pytest

@pytest.mark.parametrize("number", range(3))
def test_something(number):
    with Path({noted!r}).open("a") as file:
        file.write(f"{{Path(__file__).stem}} {{number}}\\n")
"""
BAD = GOOD + "    assert number != 1, 'this one is wrong'\n"


def run(folder: Path, files: dict[str, str], runs: int = 2) -> tuple[int, str, list[str]]:
    """Return exit code, what was printed, and which tests ran, of some files of tests."""
    (folder / "tests").mkdir()
    noted = folder / "noted"
    noted.touch()
    for name, text in files.items():
        (folder / "tests" / f"{name}.py").write_text(text.format(noted=str(noted)))
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -q\nasyncio_default_fixture_loop_scope = session\n")
    printed = StringIO()
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", str(folder / "pytest.ini"), str(folder)]
    code = together(command, runs, Console(file=printed, width=200))
    return code, printed.getvalue(), sorted(noted.read_text().splitlines())


def test_every_test_runs_once_however_many_runs_there_are(tmp_path: Path) -> None:
    names = ["test_a", "test_b", "test_c", "test_d"]
    code, printed, ran = run(tmp_path, dict.fromkeys(names, GOOD), 3)

    assert code == 0
    assert ran == [f"{name} {number}" for name in names for number in range(3)]
    assert sorted(line.split()[0] for line in printed.splitlines() if " run in " in line) == [
        f"tests/{name}.py" for name in names
    ]


def test_what_fails_in_one_run_fails_the_whole_and_is_told_in_one_piece(tmp_path: Path) -> None:
    code, printed, ran = run(tmp_path, {"test_a": GOOD, "test_b": BAD, "test_c": GOOD})

    assert code == 1
    assert len(ran) == 9
    assert printed.count("E       AssertionError: this one is wrong") == 1
    assert "tests/test_b.py 3 run in" in printed
    assert ", 1 FAILED" in printed
    assert "test_b.py::test_something[1]" in printed


def test_a_file_that_cannot_be_read_fails_the_whole(tmp_path: Path) -> None:
    code, printed, _ = run(tmp_path, {"test_a": GOOD, "test_b": "import nothing_of_this_name\n"})

    assert code not in (0, NOTHING_RUN)
    assert "nothing_of_this_name" in printed


def test_more_runs_than_files_do_no_harm_and_no_file_at_all_is_told(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "none").mkdir()

    assert run(tmp_path / "one", {"test_a": GOOD})[0] == 0
    assert run(tmp_path / "none", {})[0] == NOTHING_RUN


def test_the_files_of_this_project_are_run_under_its_own_settings() -> None:
    printed = StringIO()
    command = [sys.executable, "-m", "pytest", "--ignore-glob=*/test_[!v]*", "-k", "vocabulary"]
    assert together(command, 2, Console(file=printed, width=200)) == 0
    assert "tests/models/test_values_vocabulary.py 20 run in" in printed.getvalue()
    assert "asyncio: mode=Mode.STRICT" not in printed.getvalue()
