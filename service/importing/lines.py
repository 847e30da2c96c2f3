"""One row of a file, and why a file may be refused as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field


class FileRefused(Exception):
    """A file cannot be read at all. The text names places in it, never what stands there."""

    code = "FILE_REFUSED"


@dataclass(frozen=True)
class FileRow:
    """One row: `number` is its line in the file, as an editor or a spreadsheet counts from 1."""

    number: int
    cells: tuple[str, ...] = field(repr=False)  # personal

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands on the line."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class FileContent:
    """
    What a reader makes of a file: its lines in order, to be read once, and about how many there are.

    `form` says how the file was understood, for the person who runs the import.
    """

    lines: Iterator[FileRow]
    expected: int
    form: str
