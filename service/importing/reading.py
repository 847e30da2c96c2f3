"""A file of rows, whatever wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from service.importing.csv_file import csv_content
from service.importing.lines import FileRefused, FileRow
from service.importing.workbook import workbook_content

_MOST_BYTES = 200_000_000
_READERS = {".csv": csv_content, ".txt": csv_content, ".xlsx": workbook_content}


class FileTooLarge(FileRefused):
    """More bytes than one import takes."""

    code = "FILE_TOO_LARGE"


class FileEmpty(FileRefused):
    """No line with anything on it."""

    code = "FILE_EMPTY"


class FileKindUnknown(FileRefused):
    """Neither .csv, .txt nor .xlsx."""

    code = "FILE_KIND_UNKNOWN"


@dataclass(frozen=True)
class Table:
    """A header and the lines below it, blank ones left out; `digest` tells files apart, the rest is as in Content."""

    header: FileRow
    lines: Iterator[FileRow]
    expected: int
    form: str
    digest: bytes


def read_table(path: Path) -> Table:
    """
    Return the rows of a CSV file or of the first sheet of a workbook.

    :raises FileRefused: when it cannot be read; also later, while its lines are read
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise FileKindUnknown("a file must end in .csv, .txt or .xlsx")
    if path.stat().st_size > _MOST_BYTES:
        raise FileTooLarge(f"more than {_MOST_BYTES // 1_000_000} MB")
    read = path.read_bytes()
    content = reader(read)
    written = (line for line in content.lines if not line.is_blank)
    header = next(written, None)
    if header is None:
        raise FileEmpty("nothing is written in the file")
    return Table(header, written, content.expected, content.form, sha256(read).digest())
