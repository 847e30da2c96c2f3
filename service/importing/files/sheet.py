"""
The rows of one sheet. What has no value that could be read is named and never taken for an empty cell.

That is a formula without a stored result, an error, and a cell that was merged into another one.
"""

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from models.values import ValueRefused
from service.importing.files.lines import FileRow, Note
from service.importing.letters import CellError

_SHOWN = 10  # line numbers in a sentence


class CellFormula(ValueRefused):
    """The cell holds a formula, and the file not its result: it was written by a program that computes nothing."""

    code = "CELL_FORMULA"


class CellsMerged(ValueRefused):
    """Cells of the row are merged with others: only one of them has the value."""

    code = "ROW_CELLS_MERGED"


class _Parser(WorkSheetParser):  # type: ignore[misc] # openpyxl has no types
    """The parser of openpyxl, which also names formulas without a result; it is not public, and a test holds it."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """Return the cell; its data type is "f" when it has a formula and no result."""
        cell: dict[str, Any] = super().parse_cell(element)
        has_no_result = cell["value"] is None and element.find(FORMULA_TAG) is not None
        if has_no_result and element.get("t") != "str":  # Excel says that a result is an empty text
            cell["data_type"] = "f"
        return cell


@dataclass(frozen=True)
class SheetRows:
    """A sheet, the rows whose cells are merged, and what is hidden in it."""

    sheet: ReadOnlyWorksheet = field(repr=False)
    merged: frozenset[int] = frozenset()
    notes: tuple[Note, ...] = ()

    @classmethod
    def surveyed(cls, sheet: ReadOnlyWorksheet) -> "SheetRows":
        """Return the rows of a sheet that was read once to its end; merged cells are told only there."""
        with _source(sheet) as source:
            parser = _parser(sheet, source)
            filled = [number for number, cells in parser.parse() if any(c["value"] is not None for c in cells)]
        ranges = parser.merged_cells.mergeCell if parser.merged_cells else ()
        merged = {row for cells in ranges for row in range(cells.min_row, cells.max_row + 1)}
        hidden = [n for n in filled if _is_hidden(parser.row_dimensions.get(str(n), {}))]
        columns = [d for d in parser.column_dimensions.values() if _is_hidden(d)]
        return cls(sheet, frozenset(merged), (*_hidden_rows(hidden), *_hidden_columns(columns)))

    @property
    def has_content(self) -> bool:
        """Return whether some cell of the sheet is not empty."""
        return any(not row.is_blank for row in self.read())

    def read(self) -> Iterator[FileRow]:
        """Yield the rows from the first one."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # a date that is no day becomes an error cell
            with _source(self.sheet) as source:
                for number, cells in _parser(self.sheet, source).parse():
                    yield self._row(number, cells)

    def _row(self, number: int, cells: list[dict[str, Any]]) -> FileRow:
        by_place = {cell["column"] - 1: cell for cell in cells}
        texts = tuple(_text(by_place.get(place, _EMPTY)["value"]) for place in range(max(by_place, default=-1) + 1))
        faults = {place: _FAULTS[c["data_type"]] for place, c in by_place.items() if c["data_type"] in _FAULTS}
        row = FileRow(number, texts, (number,), faults)
        if number in self.merged and not row.is_blank:
            return FileRow(number, texts, (number,), faults, CellsMerged.code)
        return row


_EMPTY: Mapping[str, Any] = {"value": None}
_FAULTS = {"f": CellFormula.code, "e": CellError.code}


def _source(sheet: ReadOnlyWorksheet) -> Any:
    return sheet._get_source()  # noqa: SLF001 # openpyxl offers no other way to the rows as they are written


def _parser(sheet: ReadOnlyWorksheet, source: Any) -> _Parser:
    book = sheet.parent
    return _Parser(
        source,
        sheet._shared_strings,  # noqa: SLF001 # as above
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,  # noqa: SLF001 # as above
        timedelta_formats=book._timedelta_formats,  # noqa: SLF001 # as above
    )


def _is_hidden(dimension: Mapping[str, Any]) -> bool:
    return dimension.get("hidden") in {"1", "true"}


def _hidden_rows(numbers: list[int]) -> tuple[Note, ...]:
    if not numbers:
        return ()
    shown = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
    facts = {"count": len(numbers), "lines": shown}
    return (Note("Hidden or filtered rows that were read: %(count)s (%(lines)s).", facts),)


def _hidden_columns(columns: list[Mapping[str, Any]]) -> tuple[Note, ...]:
    if not columns:
        return ()
    spans = (f"{get_column_letter(int(c['min']))}–{get_column_letter(int(c['max']))}" for c in columns)
    return (Note("Hidden columns that were read: %(columns)s.", {"columns": ", ".join(spans)}),)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "kyllä" if value else "ei"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case str():
            return str(unescape(value))
        case _:
            return str(value)
