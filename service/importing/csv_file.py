"""CSV files as Finnish spreadsheets write them: UTF-8, UTF-16 or Windows-1252; semicolon, comma or tab."""

import csv
import io
from collections.abc import Iterator

from service.importing.lines import FileContent, FileRefused, FileRow

SEPARATORS = {";": "puolipiste", ",": "pilkku", "\t": "sarkain"}
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class EncodingUnknown(FileRefused):
    """The bytes are no text in any of the supported encodings."""

    code = "FILE_ENCODING_UNKNOWN"


class SeparatorUnknown(FileRefused):
    """The first line has no semicolon, comma or tab outside quotes."""

    code = "FILE_SEPARATOR_UNKNOWN"


class CsvMalformed(FileRefused):
    """A quotation is not closed, or a cell is far too long."""

    code = "FILE_CSV_MALFORMED"


def csv_content(content: bytes) -> FileContent:
    """
    Return the lines of a CSV file.

    :raises FileRefused: FILE_ENCODING_UNKNOWN, FILE_SEPARATOR_UNKNOWN; FILE_CSV_MALFORMED while reading
    """
    text, encoding = decoded(content)
    rows = io.StringIO(text, newline="")
    separator = separator_of(_first_written(rows))
    rows.seek(0)
    return FileContent(_lines(rows, separator), text.count("\n"), f"CSV, {encoding}, {SEPARATORS[separator]}")


def decoded(content: bytes) -> tuple[str, str]:
    """
    Return the text and its encoding: that of its byte order mark, otherwise UTF-8 if possible, otherwise Windows-1252.

    :raises EncodingUnknown: when some bytes are not valid in Windows-1252 either
    """
    marked = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
    raise EncodingUnknown(f"line {line}: neither UTF-8, UTF-16 nor Windows-1252")


def separator_of(row: str) -> str:
    """
    Return the most frequent separator of a row outside quotation marks.

    :raises SeparatorUnknown: when there is no separator
    """
    unquoted = "".join(row.split('"')[::2])
    best = max(SEPARATORS, key=unquoted.count)
    if best not in unquoted:
        raise SeparatorUnknown("no semicolon, comma or tab on the first line")
    return best


def _first_written(rows: io.StringIO) -> str:
    written = ""
    for row in rows:
        written += row
        if written.strip() and written.count('"') % 2 == 0:
            break
    return written


def _lines(rows: io.StringIO, separator: str) -> Iterator[FileRow]:
    reader = csv.reader(rows, delimiter=separator, strict=True)
    first = 1
    try:
        for cells in reader:
            yield FileRow(first, tuple(cells))
            first = reader.line_num + 1
    except csv.Error:
        raise CsvMalformed(f"line {first}: a quotation that is not closed or a cell that is too long") from None
