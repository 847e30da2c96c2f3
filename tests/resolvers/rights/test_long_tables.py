"""A package of many years can be printed: the newest lines of each table, and a sentence that says so."""

import pytest

from resolvers.rights.printed.long_tables import MOST_ROWS, long_table


@pytest.mark.parametrize(("rows", "is_cut"), [(MOST_ROWS, False), (MOST_ROWS + 1, True)])
def test_a_long_table_keeps_its_newest_lines_and_says_that_others_are_in_the_file(rows: int, is_cut: bool) -> None:
    lines = [[str(number)] for number in range(rows)]

    blocks = list(long_table(["Rivi"], lines, "fi"))

    assert blocks[-1]["rows"] == lines[-MOST_ROWS:]
    assert [block["kind"] for block in blocks] == (["paragraph", "table"] if is_cut else ["table"])
    assert not is_cut or f"{MOST_ROWS}" in blocks[0]["text"]
