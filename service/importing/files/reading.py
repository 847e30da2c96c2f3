"""Reading of a file of rows, in any supported format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import dropwhile, islice
from pathlib import Path, PurePath

from service.importing.files.csv_file import HEADER_WITHIN, csv_content
from service.importing.files.lines import FileContent, FileRefused, FileRow, Note
from service.importing.files.workbook import workbook_content

MAX_BYTES = 200_000_000
_TITLE_CELLS = 2  # a line above the header may hold a title and a date, not a person
IsHeader = Callable[[FileRow], bool]


class FileTooLarge(FileRefused):
    """The file has more bytes than one import accepts."""

    code = "FILE_TOO_LARGE"


class FileEmpty(FileRefused):
    """The file has no line with content."""

    code = "FILE_EMPTY"


class FileKindUnknown(FileRefused):
    """The file name ends in none of .csv, .txt, .xlsx and .xlsm."""

    code = "FILE_KIND_UNKNOWN"


class HeaderUnclear(FileRefused):
    """Above the header stand lines that may be people."""

    code = "FILE_HEADER_UNCLEAR"


@dataclass(frozen=True)
class SourceFile:
    """A file with its bytes; the ending of its name says of which kind it is."""

    name: str
    content: bytes = field(repr=False)  # personal data


@dataclass(frozen=True)
class FileChoice:
    """What the caller says of the file: which sheet, which encoding; empty where the file tells it."""

    sheet: str = ""
    encoding: str = ""


@dataclass(frozen=True)
class Table:
    """
    A header and the lines below it, no blank ones; `expected` is their number, counted before the first is read again.

    `digest` is SHA-256 of the file and the chosen sheet; the rest as `FileContent`.
    """

    header: FileRow
    lines: Iterator[FileRow]
    expected: int
    form: str
    digest: bytes
    separator: str
    is_guessed: bool
    notes: tuple[Note, ...]


def source_file(file: Path) -> SourceFile:
    """
    Return a file with its bytes.

    :raises FileTooLarge: before it is read
    """
    if file.stat().st_size > MAX_BYTES:
        raise FileTooLarge(f"more than {MAX_BYTES // 1_000_000} MB")
    return SourceFile(file.name, file.read_bytes())


def read_table(file: SourceFile, is_header: IsHeader = lambda _: False, choice: FileChoice | None = None) -> Table:
    """
    Return the rows of a CSV file or of a sheet of a workbook.

    The header is the first line that `is_header` recognises among the first ones, otherwise the first line. The whole
    file is read once before, so that a fault at its end stops the import before anything is written.

    :raises FileRefused: when the file cannot be read
    """
    choice = choice or FileChoice()
    content = _content(file, choice)
    written = sum(not line.is_blank for line in content.rows())
    header, above = _header(content, is_header)
    lines = dropwhile(lambda line: line.number <= header.number, content.rows())
    expected = written - len(above) - 1
    notes = content.notes
    if above:
        facts = {"line": header.number, "count": len(above)}
        notes += (Note("The header is line %(line)s; lines above it that were left out: %(count)s.", facts),)
    digest = sha256(file.content + content.part.encode()).digest()
    below = (line for line in lines if not line.is_blank)
    return Table(header, below, expected, content.form, digest, content.separator, content.is_guessed, notes)


def _content(file: SourceFile, choice: FileChoice) -> FileContent:
    kind = PurePath(file.name).suffix.lower()
    if kind not in {".csv", ".txt", ".xlsx", ".xlsm"}:
        raise FileKindUnknown("a file must end in .csv, .txt or .xlsx; save an .xls or .ods file as .xlsx first")
    if len(file.content) > MAX_BYTES:
        raise FileTooLarge(f"more than {MAX_BYTES // 1_000_000} MB")
    if kind in {".csv", ".txt"}:
        return csv_content(file.content, choice.encoding)
    return workbook_content(file.content, choice.sheet)


def _header(content: FileContent, is_header: IsHeader) -> tuple[FileRow, list[FileRow]]:
    first = list(islice((line for line in content.rows() if not line.is_blank), HEADER_WITHIN))
    if not first:
        raise FileEmpty("nothing is written in the file")
    place = next((place for place, line in enumerate(first) if is_header(line)), 0)
    above = first[:place]
    if people := [line.number for line in above if line.filled > _TITLE_CELLS]:
        raise HeaderUnclear(
            f"line {people[0]} stands above the header of line {first[place].number}: remove or move it",
            line=people[0],
        )
    return first[place], above
