"""Reading of a file of rows, in any supported format."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from service.importing.csv_file import csv_content
from service.importing.lines import FileRefused, FileRow
from service.importing.workbook import workbook_content

_MAX_BYTES = 200_000_000
_READERS = {".csv": csv_content, ".txt": csv_content, ".xlsx": workbook_content}


class FileTooLarge(FileRefused):
    """The file has more bytes than one import accepts."""

    code = "FILE_TOO_LARGE"


class FileEmpty(FileRefused):
    """The file has no line with content."""

    code = "FILE_EMPTY"


class FileKindUnknown(FileRefused):
    """The file name ends in none of .csv, .txt and .xlsx."""

    code = "FILE_KIND_UNKNOWN"


@dataclass(frozen=True)
class Table:
    """A header and the lines below it, no blank ones; `digest` is SHA-256 of the file, the rest as `FileContent`."""

    header: FileRow
    lines: Iterator[FileRow]
    expected: int
    form: str
    digest: bytes


def read_table(path: Path) -> Table:
    """
    Return the rows of a CSV file or of the first sheet of a workbook.

    :raises FileRefused: when the file cannot be read; also later, while its lines are read
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise FileKindUnknown("a file must end in .csv, .txt or .xlsx")
    if path.stat().st_size > _MAX_BYTES:
        raise FileTooLarge(f"more than {_MAX_BYTES // 1_000_000} MB")
    read = path.read_bytes()
    content = reader(read)
    written = (line for line in content.lines if not line.is_blank)
    header = next(written, None)
    if header is None:
        raise FileEmpty("nothing is written in the file")
    return Table(header, written, content.expected, content.form, sha256(read).digest())
