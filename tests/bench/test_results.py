"""The tables and the picture of the bench say what was measured, and what missed its target."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bench.data import Size
from bench.queries import QUERIES
from bench.results.document import DOCUMENT, NoSuchBlock, with_block, write
from bench.results.picture import drawn
from bench.results.report import (
    PLACES,
    RATIOS,
    Line,
    at_least,
    at_most,
    table_of_memory,
    table_of_sizes,
    table_of_updates,
    tables_of_role,
)
from bench.results.tables import Table
from bench.rounds import Result

SIZE = Size(5_000, 200_000)
SVG = "{http://www.w3.org/2000/svg}"


def result(per_second: float) -> Result:
    """Return a result of so many answers per second."""
    return Result(per_second, 0.0001, 0.0002, 0.012)


LINES = [
    Line(
        query,
        1_234,
        {
            "floor": result(1_000),
            "off": result(900),
            "relaxed": result(600),
            "strict": result(300),
            "postgraphile-checks": result(100),
        },
    )
    for query in QUERIES
]


def test_every_ratio_stands_beside_its_target_and_a_missed_one_is_emphasised() -> None:
    ratios, speeds, costs, waits = tables_of_role("coach", SIZE, LINES)

    assert ratios.title == "As coach: ratios of answers per second; 5,000 clients, 200,000 days"
    assert ratios.rows == [
        ["row off ÷ floor", "0.90 ≥ 0.8", "0.90 ≥ 0.9", "0.90 ≥ 0.9", "**0.90** < 0.95"],
        ["relaxed ÷ floor", "0.60 ≥ 0.52", "**0.60** < 0.68", "**0.60** < 0.78", "**0.60** < 0.9"],
        ["strict ÷ floor", "**0.30** < 0.45", "**0.30** < 0.6", "**0.30** < 0.75", "**0.30** < 0.8"],
        ["relaxed ÷ PostGraphile with row-level security", "6.00 ≥ 2.5", "6.00 ≥ 2.5", "6.00 ≥ 3.5", "6.00 ≥ 5"],
    ]
    assert speeds.rows[:2] == [["*bytes of an answer*", *["1,234"] * 4], ["floor", *["1,000"] * 4]]
    assert costs.rows[1] == ["row off", *["100 + 200"] * 4]
    assert waits.rows[-1] == ["PostGraphile with row-level security", *["12.0"] * 4]


def test_a_run_of_one_query_takes_the_target_of_that_query() -> None:
    [ratios, *_] = tables_of_role("supervisor", SIZE, LINES[3:])

    assert ratios.rows[1] == ["relaxed ÷ floor", "**0.60** < 0.9"]


def test_every_ratio_has_a_target_for_every_query_or_for_none() -> None:
    assert {len(targets) for targets in RATIOS.values() if targets} == {len(PLACES)}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (at_least(0.5, 0.5), "0.50 ≥ 0.5"),
        (at_least(0.49, 0.5), "**0.49** < 0.5"),
        (at_least(12.4, None), "12"),
        (at_most(1.3, 1.3), "1.30 ≤ 1.3"),
        (at_most(81, 80), "**81** > 80"),
    ],
)
def test_a_target_is_met_at_its_very_value(told: str, expected: str) -> None:
    assert told == expected


def test_an_update_is_told_beside_the_hand_written_transaction() -> None:
    table = table_of_updates({"floor": result(1_000), "relaxed": result(500), "strict": result(400)})

    assert [row[:3] for row in table.rows] == [
        ["hand-written transaction", "1,000", "1"],
        ["update, relaxed", "500", "0.50 ≥ 0.5"],
        ["update, strict", "400", "**0.40** < 0.5"],
    ]


def test_memory_has_a_target_for_each_of_several_workers() -> None:
    assert table_of_memory({"ours-strict": 90.4, "one of 4 workers": 80.0}).rows == [
        ["ours-strict", "90"],
        ["one of 4 workers", "**80** > 75"],
    ]


def test_a_larger_register_is_told_by_how_much_slower_it_is() -> None:
    lines = [Line(QUERIES[0], 0, {"small": result(150), "large": result(100)})]
    table = table_of_sizes("coach", {"small": SIZE, "large": Size(50_000, 2_000_000)}, lines)

    assert table.rows == [["Q1 one client", "150", "100", "**1.50** > 1.3"]]


def test_a_table_is_markdown_with_numbers_on_the_right() -> None:
    assert Table("T", ["a", "b"], [["x", "1"]]).markdown() == "**T**\n\n| a | b |\n| --- | ---: |\n| x | 1 |\n"


def test_the_picture_has_a_bar_for_each_ratio_a_line_for_each_target_and_words_for_both() -> None:
    picture = ET.fromstring(drawn("Ratios & roles", LINES))

    bars = picture.findall(f"{SVG}rect")
    goals = picture.findall(f"{SVG}line[@class='goal']")
    described = picture.findtext(f"{SVG}desc") or ""
    assert picture.findtext(f"{SVG}title") == "Ratios & roles"
    assert [bar.get("width") for bar in bars[:4]] == ["504", "336", "168", "56"]  # of 560 pixels
    assert len(goals) == 3 * len(LINES)  # off, relaxed and strict are promised beside the floor
    assert "one client, answers per second ÷ the floor's: row off 0.90, relaxed 0.60" in described
    assert "prefers-color-scheme: dark" in (picture.findtext(f"{SVG}style") or "")


def test_a_block_of_the_document_is_replaced_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "bench.md"
    path.write_text("before\n<!-- ten -->\nold \\1\n<!-- /ten -->\nafter\n", "utf-8")

    write("ten", "python3 run.py bench --ten", [Table("T", ["a"], [["\\1"]])], path)
    write("ten", "python3 run.py bench --ten", [Table("T", ["a"], [["\\1"]])], path)

    text = path.read_text("utf-8")
    assert text.startswith("before\n<!-- ten -->\nWritten by `python3 run.py bench --ten`.\n")
    assert text.endswith("| \\1 |\n\n<!-- /ten -->\nafter\n")
    assert text.count("old") == 0
    assert text.count("**T**") == 1


def test_a_block_that_the_document_lacks_is_an_error() -> None:
    with pytest.raises(NoSuchBlock, match="ten"):
        with_block("nothing", "ten", "x")


@pytest.mark.parametrize("block", ["queries", "ten", "national"])
def test_the_document_has_a_block_for_each_kind_of_run(block: str) -> None:
    text = DOCUMENT.read_text("utf-8")

    assert "figures" in with_block(text, block, "figures")
