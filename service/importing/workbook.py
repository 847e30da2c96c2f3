"""The first sheet of an Excel workbook, with its cells as text."""

import io
import warnings
from collections.abc import Iterator
from datetime import datetime, time
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from service.importing.lines import FileContent, FileRefused, FileRow

MOST_UNPACKED = 1_000_000_000  # bytes; a workbook is a zip file, and a small one can unpack to a huge size


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
    except (KeyError, ValueError, IndexError, SyntaxError, OSError):
        raise WorkbookMalformed("not a workbook that can be read") from None
    expected = (sheet.max_row or 1) - 1
    sheet.reset_dimensions()  # some programs write a wrong size of the sheet, and rows would be lost
    return FileContent(_lines(sheet.iter_rows(values_only=True)), expected, "Excel")


def _refuse_bomb(content: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except BadZipFile:
        raise WorkbookMalformed("not a workbook") from None
    if unpacked > MOST_UNPACKED:
        raise WorkbookTooLarge(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")


def _lines(rows: Iterator[tuple[object, ...]]) -> Iterator[FileRow]:
    for number, values in enumerate(rows, start=1):
        yield FileRow(number, tuple(_text(value) for value in values))


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
