"""The rows of a file, what is to be known of it, and the refusal of a whole file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from resolvers.catalogues import translated


class FileRefused(Exception):
    """
    A file cannot be read. The text names lines, columns or sheets, never a value.

    `line` is where, if one line is to blame; `names` are the columns, fields or sheets that the text names.
    """

    code = "FILE_REFUSED"

    def __init__(self, text: str, *, line: int | None = None, names: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.line, self.names = line, names


@dataclass(frozen=True)
class Note:
    """A sentence for whoever imports a file, English as in the catalogues; `facts` are numbers and names of sheets."""

    sentence: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def said(self, language: str) -> str:
        """Return the sentence in a language."""
        return translated(self.sentence, language, **self.facts)


@dataclass(frozen=True)
class FileRow:
    """
    One row: `number` is its line in the file, counted from 1 as in an editor or a spreadsheet.

    `lines` are the lines that it takes up, without blank ones: several where a quoted value goes on. `cell_faults` are
    the codes of cells that have no value to read, by their place; `fault` is that of the whole row.
    """

    number: int
    cells: tuple[str, ...] = field(repr=False)  # personal data
    lines: tuple[int, ...] = ()
    cell_faults: Mapping[int, str] = field(default_factory=dict)
    fault: str | None = None

    @property
    def is_blank(self) -> bool:
        """Return whether the line is empty; a cell that could not be read is not."""
        return not self.cell_faults and not any(cell.strip() for cell in self.cells)

    @property
    def filled(self) -> int:
        """Return how many cells are not empty."""
        return sum(bool(cell.strip()) for cell in self.cells)


@dataclass(frozen=True)
class FileContent:
    """
    The result of reading a file: `rows` begins its lines anew, in order, each time it is called.

    `form` describes the detected format, and `notes` are sentences about what was not read as it stands; both for the
    person who runs the import. `separator` is empty for a workbook; `is_guessed` says that nothing in the file tells
    its encoding. `part` is the name of the sheet that the caller chose.
    """

    rows: Callable[[], Iterator[FileRow]]
    form: str
    separator: str = ""
    is_guessed: bool = False
    notes: tuple[Note, ...] = ()
    part: str = ""
