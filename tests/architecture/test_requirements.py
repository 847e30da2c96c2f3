"""docs/requirements.md says of each demand of the law its source and one of three words, and points at what exists."""

import re
from collections.abc import Iterator

import pytest

from service.development.documents import MARKDOWN_LINK
from service.settings import ROOT

PAGE = ROOT / "docs" / "requirements.md"
WORDS = ("met", "by the installation", "not")
LAWS = ("GDPR", "703/2023", "617/2009", "306/2019", "3/2024", "5/2024", "442/1999", "661/2009")
TEST = re.compile(r"`(tests/[^`]+\.py)`")


def rows() -> Iterator[list[str]]:
    """Yield the cells of each row, without the headings."""
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "what is asked":
            yield cells


def broken(cells: list[str]) -> str | None:
    """Return what is wrong with a row, None when it is as it has to be."""
    if len(cells) != 4 or not all(cells):
        return "a row says what is asked, the source, the word and where"
    if cells[2] not in WORDS:
        return f"the word is one of {', '.join(WORDS)}"
    missing = [path for path in TEST.findall(cells[3]) if not (ROOT / path).exists()]
    links = [link for link in MARKDOWN_LINK.findall(cells[3]) if not (PAGE.parent / link.partition("#")[0]).exists()]
    return f"{', '.join(missing + links)} does not exist" if missing or links else None


def test_every_demand_has_its_source_and_one_of_three_words_and_points_at_what_exists() -> None:
    assert {cells[0]: fault for cells in rows() if (fault := broken(cells))} == {}


def test_each_law_that_the_page_promises_to_judge_is_there() -> None:
    text = PAGE.read_text("utf-8")

    assert [law for law in LAWS if law not in text] == []
    assert {cells[2] for cells in rows()} == set(WORDS), "a page without a `not` would be advertising"


def test_the_page_says_that_an_order_was_not_read() -> None:
    assert "Order 5/2024 of THL on the essential requirements was not available to us" in PAGE.read_text("utf-8")
    assert "Kanta" in (ROOT / "README.md").read_text("utf-8"), "the README says for whom it can be used today"


@pytest.mark.parametrize(
    "cells",
    [
        ["A demand", "GDPR 5", "nearly", "access.md"],
        ["A demand", "", "met", "access.md"],
        ["A demand", "GDPR 5", "met", "`tests/nowhere/test_nothing.py`"],
        ["A demand", "GDPR 5", "met", "[a page](nowhere.md)"],
    ],
)
def test_a_row_that_claims_too_much_or_points_nowhere_is_noticed(cells: list[str]) -> None:
    assert broken(cells) is not None
