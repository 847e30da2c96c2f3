"""The rows of a file, and the refusal of a whole file."""

from collections.abc import Iterator
from dataclasses import dataclass, field


class FileRefused(Exception):
    """A file cannot be read. The text names lines or columns, never a value."""

    code = "FILE_REFUSED"


@dataclass(frozen=True)
class FileRow:
    """One row: `number` is its line in the file, counted from 1 as in an editor or a spreadsheet."""

    number: int
    cells: tuple[str, ...] = field(repr=False)  # personal data

    @property
    def is_blank(self) -> bool:
        """Return whether the line is empty."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class FileContent:
    """
    The result of reading a file: its lines in order, readable once, and their approximate number.

    `form` describes the detected format, for the person who runs the import.
    """

    lines: Iterator[FileRow]
    expected: int
    form: str
