"""The visible sheet of an Excel workbook that has rows, with its cells as text."""

import io
import warnings
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from resolvers.contents.archives import Bounds, opened_archive
from resolvers.contents.reasons import ContentRefused, Reason
from service.importing.files.lines import FileContent, FileRefused, Note
from service.importing.files.sheet import SheetRows
from service.importing.files.strict_workbook import transitional

BOUNDS = Bounds(expanded=1_000_000_000, ratio=1_000)  # a workbook is a ZIP file; one of many equal rows packs tightly
UNREADABLE = (KeyError, ValueError, IndexError, SyntaxError, OSError)
_VISIBLE = "visible"


class WorkbookMalformed(FileRefused):
    """The file is no .xlsx workbook, or has no sheet."""

    code = "FILE_WORKBOOK_MALFORMED"


class WorkbookTooLarge(FileRefused):
    """The workbook unpacks to more bytes than one import accepts."""

    code = "FILE_WORKBOOK_TOO_LARGE"


class SheetUnclear(FileRefused):
    """Several sheets have rows, or only hidden ones, or there is no sheet with the chosen name."""

    code = "FILE_SHEET_UNCLEAR"


@dataclass(frozen=True)
class _Choice:
    sheet: ReadOnlyWorksheet
    notes: tuple[Note, ...]


def workbook_content(content: bytes, sheet: str = "") -> FileContent:
    """
    Return the lines of the only visible sheet that has rows, or of the sheet with this name.

    :raises FileRefused: FILE_WORKBOOK_MALFORMED, FILE_WORKBOOK_TOO_LARGE, FILE_SHEET_UNCLEAR
    """
    _refuse_bomb(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # styles and validations that openpyxl does not know
            sheets = load_workbook(io.BytesIO(transitional(content)), read_only=True, data_only=True).worksheets
            chosen = _named(sheets, sheet) if sheet else _only_visible(sheets)
            rows = SheetRows.surveyed(chosen.sheet)
    except UNREADABLE:
        raise WorkbookMalformed("not a workbook that can be read") from None
    form = f"Excel, taulukko {chosen.sheet.title}"
    return FileContent(rows.read, form, notes=(*chosen.notes, *rows.notes), part=sheet)


def _named(sheets: list[ReadOnlyWorksheet], name: str) -> _Choice:
    found = next((sheet for sheet in sheets if sheet.title.casefold() == name.casefold()), None)
    if found is None:
        raise SheetUnclear(f"no sheet {name}; there are {_titles(sheets)}", names=_names(sheets))
    hidden = () if found.sheet_state == _VISIBLE else (Note("The sheet %(sheet)s is hidden.", {"sheet": found.title}),)
    return _Choice(found, hidden)


def _only_visible(sheets: list[ReadOnlyWorksheet]) -> _Choice:
    filled = [sheet for sheet in sheets if SheetRows(sheet).has_content]
    visible = [sheet for sheet in filled if sheet.sheet_state == _VISIBLE]
    hidden = [sheet for sheet in filled if sheet.sheet_state != _VISIBLE]
    if len(visible) > 1:
        raise SheetUnclear(
            f"several sheets have rows: {_titles(visible)}; import each by its name: --sheet NAME",
            names=_names(visible),
        )
    if hidden and not visible:
        raise SheetUnclear(
            f"only hidden sheets have rows: {_titles(hidden)}; name the one that is meant: --sheet NAME",
            names=_names(hidden),
        )
    if not sheets:
        raise WorkbookMalformed("the workbook has no sheet")
    notes = tuple(Note("The hidden sheet %(sheet)s was not read.", {"sheet": sheet.title}) for sheet in hidden)
    return _Choice(visible[0] if visible else sheets[0], notes)


def _titles(sheets: list[ReadOnlyWorksheet]) -> str:
    return ", ".join(_names(sheets))


def _names(sheets: list[ReadOnlyWorksheet]) -> tuple[str, ...]:
    return tuple(sheet.title for sheet in sheets)


def _refuse_bomb(content: bytes) -> None:
    """Unpack the workbook once and keep nothing: what its directory says of sizes is not believed."""
    try:
        archive = opened_archive(content, BOUNDS)
        for entry in archive.entries.values():
            for _ in archive.pieces(entry):
                pass
    except ContentRefused as refused:
        if refused.reason is Reason.UNPACKS_TOO_LARGE:
            raise WorkbookTooLarge(f"unpacks to more than {BOUNDS.expanded // 1_000_000} MB") from None
        raise WorkbookMalformed("not a workbook") from None
