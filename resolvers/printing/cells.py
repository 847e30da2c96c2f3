"""Cells of tables that spreadsheets open: CSV in the form of a Finnish Excel, and texts that are no formulas."""

import csv
from collections.abc import Sequence
from io import StringIO

# What a spreadsheet takes for a formula when a text begins with it. Source: OWASP, "CSV Injection".
_FORMULA_STARTS = (*"=+-@＝＋－＠", "\t", "\r", "\n")
Cell = str | int | None


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe goes before what begins like one."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def csv_of(cells: Sequence[Sequence[Cell]]) -> bytes:
    """Return cells as CSV, in UTF-8 with semicolons, as Finnish spreadsheets read it; texts are neutral already."""
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(cells)
    return text.getvalue().encode("utf-8-sig")
