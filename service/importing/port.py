"""The interface between an import and the register: the operations that an import needs from the write pipeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from service.importing.clients import CellFault, ClientRow


@dataclass(frozen=True)
class Prepared:
    """
    One valid row that can be written.

    `digests` and `indexes` are digests of the row and of its identity code, under every index key, the current one
    first; only the first is stored. `indexes` is empty when the client has no code. `is_distinct`: somebody said that
    it is nobody whom it resembles.
    """

    line: int
    digests: tuple[bytes, ...]
    indexes: tuple[bytes, ...]
    row: ClientRow = field(repr=False)
    is_distinct: bool = False


@dataclass(frozen=True)
class Known:
    """
    What the database already holds of the rows of a query: row digests, blind indexes, and lines of this file.

    A line of this file that became a client is known by its number: another mapping gives it another digest.
    """

    digests: frozenset[bytes]
    indexes: frozenset[bytes]
    lines: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Job:
    """The job of a file; `has_other_mapping` says that an earlier run read the same file with another mapping."""

    id: UUID
    has_other_mapping: bool = False


@dataclass(frozen=True)
class Tally:
    """The numbers of written, unchanged and refused rows so far."""

    written: int = 0
    unchanged: int = 0
    refused: int = 0

    @property
    def rows(self) -> int:
        """The number of rows that were handled."""
        return self.written + self.unchanged + self.refused


class ClientRegister(Protocol):
    """The write pipeline for an import: it writes into one unit in the name of one account."""

    async def begin(self, file_name: str, file_digest: bytes, mapping_digest: bytes) -> Job:
        """Return the job of this file in this unit: a new one, or that of an earlier run."""

    async def earlier(self, file_digest: bytes, mapping_digest: bytes) -> Job | None:
        """Return the job that an earlier run of this file in this unit has left; None without one. Writes nothing."""

    async def known(self, job: UUID | None, rows: Sequence[Prepared]) -> Known:
        """Return what is stored of these rows: their digests, their codes in the unit, their lines in the job."""

    async def resembling(self, rows: Sequence[Prepared]) -> frozenset[int]:
        """Return the lines of the rows that may be people whom the unit has already (service/importing/doubles.py)."""

    async def write(self, job: UUID, batch: Sequence[Prepared]) -> Mapping[int, CellFault]:
        """
        Write the clients through the ordinary creation, with version, history and event, their rows of `import_row` and
        the batch, in one transaction: after kill -9 either all of it is stored or nothing.

        Return line → fault of the rows that the pipeline refused; the other rows are written.
        """

    async def note_looks(self) -> None:
        """Leave a row in the disclosure log about the clients whom the answers since the last one were about."""

    async def finish(self, job: UUID, tally: Tally) -> None:
        """Record the end of the job."""
