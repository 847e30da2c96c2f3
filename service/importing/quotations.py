"""
Stray quotation marks: a cell that begins with one takes in whatever follows, up to the next one.

What such a cell swallowed are people. A cell that goes over a line end and holds separators, or a short row with a cell
that holds them, is no value, and every line of the row is refused.
"""

import re

from models.values import ValueRefused
from service.importing.columns import Columns
from service.importing.files.lines import FileRow

# Fields in which people write several lines; line ends in other fields come from a stray quotation.
_OF_SEVERAL_LINES = frozenset({"phones", "street_address", "emergency_contact"})


class QuoteStray(ValueRefused):
    """A quotation mark at the beginning of a cell is closed nowhere, or in another row."""

    code = "ROW_QUOTE_STRAY"


def has_stray_quote(line: FileRow, columns: Columns, separator: str) -> bool:
    """Return whether a cell of a row of a CSV file is the work of a stray quotation mark."""
    if not separator or (len(line.cells) == len(columns.fields) and len(line.lines) == 1):
        return False
    is_short = len(line.cells) < len(columns.fields)
    spans = [place for place, cell in enumerate(line.cells) if "\n" in cell.strip() or "\r" in cell.strip()]
    if spans and len(line.cells) != len(columns.fields):
        return True
    within = re.compile(re.escape(separator) + r"(?=\S)")
    suspects = (*(line.cells[place] for place in spans), *(line.cells if is_short else ()))
    most = len(columns.fields) - 1
    if any(within.search(cell) or cell.count(separator) >= most for cell in suspects):
        return True
    named = {columns.field_at(place) for place in spans} - {None}
    return not named <= _OF_SEVERAL_LINES
