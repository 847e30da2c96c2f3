"""CSV files as Finnish spreadsheets write them: UTF-8, UTF-16 or Windows-1252; semicolon, comma or tab."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice

from service.importing.files.lines import FileContent, FileRefused, FileRow

SEPARATORS = {";": "puolipiste", ",": "pilkku", "\t": "sarkain"}
HEADER_WITHIN = 20  # rows among which the header is looked for
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SAID = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # the first line with which Excel is told the separator


class EncodingUnknown(FileRefused):
    """The bytes are no text in any of the supported encodings, or not in the one that was named."""

    code = "FILE_ENCODING_UNKNOWN"


class SeparatorUnknown(FileRefused):
    """The first lines have no semicolon, comma or tab outside quotes."""

    code = "FILE_SEPARATOR_UNKNOWN"


class CsvMalformed(FileRefused):
    """A quotation is not closed, or a cell is far too long."""

    code = "FILE_CSV_MALFORMED"


def csv_content(content: bytes, encoding: str = "") -> FileContent:
    """
    Return the lines of a CSV file; `encoding` overrules what would be guessed.

    :raises FileRefused: FILE_ENCODING_UNKNOWN, FILE_SEPARATOR_UNKNOWN, FILE_CSV_MALFORMED
    """
    text, found = decoded(content, encoding)
    written = io.StringIO(text, newline="")
    first = list(islice(_written_rows(written), HEADER_WITHIN))
    said = _SAID.fullmatch(first[0].strip()) if first else None
    separator = said[1] if said else separator_of(first)
    form = f"CSV, {found}, {SEPARATORS.get(separator, separator)}"
    rows = partial(_rows, text, separator, skips_first=said is not None)
    return FileContent(rows, form, separator, is_guessed=found == "cp1252" and not encoding)


def decoded(content: bytes, encoding: str = "") -> tuple[str, str]:
    """
    Return the text and its encoding: that of its byte order mark, otherwise UTF-8 if possible, otherwise Windows-1252.

    :raises EncodingUnknown: when some bytes are not valid in Windows-1252 either, or not in the named encoding
    """
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    for name in (encoding,) if encoding else (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return content.decode(codecs.lookup(name).name if encoding else name), name
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
        except (LookupError, ValueError):
            raise EncodingUnknown("no such encoding; for instance iso-8859-15") from None
    raise EncodingUnknown(
        f"line {line}: neither UTF-8, UTF-16 nor Windows-1252; name the encoding: --encoding NAME", line=line
    )


def separator_of(rows: list[str]) -> str:
    """
    Return the separator that divides most of these rows into equally many cells, outside quotation marks.

    :raises SeparatorUnknown: when there is no separator
    """
    unquoted = ["".join(row.split('"')[::2]) for row in rows]

    def agreement(separator: str) -> tuple[int, int]:
        numbers = Counter(number for row in unquoted if (number := row.count(separator)))
        return max(((rows_alike, number) for number, rows_alike in numbers.items()), default=(0, 0))

    best = max(SEPARATORS, key=agreement)
    if agreement(best) == (0, 0):
        raise SeparatorUnknown("no semicolon, comma or tab on the first lines")
    return best


def _written_rows(text: io.StringIO) -> Iterator[str]:
    """Yield the rows that are not blank, each with all the lines of its quotations."""
    row = ""
    for line in text:
        row += line
        if row.count('"') % 2 == 0:
            if row.strip():
                yield row
            row = ""
    if row.strip():
        yield row


def _rows(text: str, separator: str, *, skips_first: bool) -> Iterator[FileRow]:
    blank: set[int] = set()
    reader = csv.reader(_counting_blank(io.StringIO(text, newline=""), blank), delimiter=separator, strict=True)
    first = 1
    try:
        for cells in reader:
            lines = tuple(line for line in range(first, reader.line_num + 1) if line not in blank)
            is_said = skips_first and lines[:1] and _SAID.fullmatch(separator.join(cells).strip())
            if is_said:
                skips_first = False
            else:
                yield FileRow(first, tuple(cells), lines)
            first = reader.line_num + 1
    except csv.Error:
        raise CsvMalformed(
            f"line {first}: a quotation that is not closed or a cell that is too long", line=first
        ) from None


def _counting_blank(lines: io.StringIO, blank: set[int]) -> Iterator[str]:
    """Yield the lines, and note the numbers of the blank ones."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            blank.add(number)
        yield line
