"""The first sheet of an Excel workbook, with its cells as text."""

import io
import warnings
from collections.abc import Iterator
from datetime import datetime, time

from openpyxl import load_workbook

from resolvers.contents.archives import Bounds, opened_archive
from resolvers.contents.reasons import ContentRefused, Reason
from service.importing.lines import FileContent, FileRefused, FileRow

BOUNDS = Bounds(expanded=1_000_000_000, ratio=1_000)  # a workbook is a ZIP file; one of many equal rows packs tightly
_UNREADABLE = (KeyError, ValueError, IndexError, SyntaxError, OSError)


class WorkbookMalformed(FileRefused):
    """The file is no .xlsx workbook, or has no sheet."""

    code = "FILE_WORKBOOK_MALFORMED"


class WorkbookTooLarge(FileRefused):
    """The workbook unpacks to more bytes than one import accepts."""

    code = "FILE_WORKBOOK_TOO_LARGE"


def workbook_content(content: bytes) -> FileContent:
    """
    Return the lines of the first sheet.

    :raises FileRefused: FILE_WORKBOOK_MALFORMED, FILE_WORKBOOK_TOO_LARGE
    """
    _refuse_bomb(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # styles and validations that openpyxl does not know
            sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
    except _UNREADABLE:
        raise WorkbookMalformed("not a workbook that can be read") from None
    expected = (sheet.max_row or 1) - 1
    sheet.reset_dimensions()  # some programs write a wrong size of the sheet, and rows would be lost
    return FileContent(_lines(sheet.iter_rows(values_only=True)), expected, "Excel")


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


def _lines(rows: Iterator[tuple[object, ...]]) -> Iterator[FileRow]:
    try:
        for number, values in enumerate(rows, start=1):
            yield FileRow(number, tuple(_text(value) for value in values))
    except _UNREADABLE:
        raise WorkbookMalformed("a sheet that cannot be read to its end") from None


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
        case _:
            return str(value)
