"""What an import is asked for, and what comes of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID

from models.sealed import Keyring
from service.importing.clients import CellFault, ReadingRules
from service.importing.columns import ColumnMapping
from service.importing.files.lines import Note
from service.importing.files.reading import FileChoice, SourceFile
from service.importing.port import Tally

Progress = Callable[[Tally, int], Awaitable[None]]  # told the tally and the expected count of rows after each batch


@dataclass(frozen=True)
class RefusedRow:
    """A refused row for the report: its line and its faults, without values."""

    line: int
    faults: tuple[CellFault, ...]


@dataclass(frozen=True)
class ImportOrder:
    """
    The input of an import: the file and how to read it.

    `distinct` are the lines of people of whom somebody knows that they are not those whom they resemble.
    """

    file: SourceFile
    mapping: ColumnMapping
    rules: ReadingRules
    keyring: Keyring
    is_dry_run: bool = False
    choice: FileChoice = field(default_factory=FileChoice)
    distinct: frozenset[int] = frozenset()


@dataclass(frozen=True)
class ImportOutcome:
    """
    The result of an import: the numbers of rows, the detected format, and all refusals in the order of the lines.

    `lines` is the number of lines that were read below the header: those written, unchanged and refused together (rule
    R31). `notes` are about what the person who runs the import should know. `job` keeps the rows that were written.
    """

    tally: Tally
    form: str
    refusals: tuple[RefusedRow, ...]
    lines: int = 0
    notes: tuple[Note, ...] = ()
    job: UUID | None = field(default=None, compare=False)

    def notes_in(self, language: str) -> list[str]:
        """Return the notes as sentences in a language."""
        return [note.said(language) for note in self.notes]
