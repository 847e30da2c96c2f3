"""How many tests of each mark were left out, in a file: `run.py test` says it in the end."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the file of the counts."""
    parser.addoption("--left-out", type=Path, required=True, help="file for the number of tests left out, by mark")


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Write the counts; runs beside each other collect the same, and each writes the file as a whole."""
    if items:
        counts = Counter(name for item in items for name in {mark.name for mark in item.iter_markers()})
        file: Path = items[0].config.option.left_out
        whole = file.with_suffix(f".{id(counts)}")
        whole.write_text(json.dumps(counts), "utf-8")
        whole.replace(file)
