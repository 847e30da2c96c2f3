"""Sizes: lines of a module, lines of a function, modules of a folder."""

from collections import Counter
from statistics import median

from tests.support.source_files import PACKAGES, Function, functions, named, sources

LINES, LINES_OF_TESTS, LINES_OF_A_FUNCTION, MODULES = 300, 400, 40, 20
# One file a content type, found by its name: these folders are as long as the list of nouns.
NOUNS = {"models", "workflow", "schema/types"}


def length(function: Function) -> int:
    """Return how many lines a function has, from `def` on."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_module_is_longer_than_its_cap_and_half_are_under_a_hundred_lines() -> None:
    lines = {named(path): len(path.read_text("utf-8").splitlines()) for path in sources(*PACKAGES, "tests", "bench")}
    tests = {name: count for name, count in lines.items() if name.startswith("tests/")}
    others = {name: count for name, count in lines.items() if name not in tests}

    assert {name: count for name, count in tests.items() if count > LINES_OF_TESTS} == {}, "split it by subject"
    assert {name: count for name, count in others.items() if count > LINES} == {}, "split it by noun"
    assert median(others.values()) <= 100


def test_no_function_is_longer_than_forty_lines_and_half_are_under_eleven() -> None:
    lengths = {
        f"{named(path)}:{function.lineno} {function.name}": length(function)
        for path in sources(*PACKAGES)
        for function in functions(path)
    }

    assert {name: count for name, count in lengths.items() if count > LINES_OF_A_FUNCTION} == {}, "name its parts"
    assert median(lengths.values()) <= 10


def test_no_folder_holds_more_than_twenty_modules() -> None:
    counted = Counter(named(path.parent) for path in sources(*PACKAGES, "tests") if path.name != "__init__.py")

    crowded = {folder: count for folder, count in counted.items() if count > MODULES and folder not in NOUNS}
    assert crowded == {}, "part it into rooms, each named by the question that its modules answer"
