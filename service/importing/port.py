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
    first; only the first is stored. `indexes` is empty when the client has no code.
    """

    line: int
    digests: tuple[bytes, ...]
    indexes: tuple[bytes, ...]
    row: ClientRow = field(repr=False)


@dataclass(frozen=True)
class Known:
    """The row digests and blind indexes of a query that the database already holds."""

    digests: frozenset[bytes]
    indexes: frozenset[bytes]


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

    async def begin(self, file_name: str, file_digest: bytes) -> UUID:
        """Return the job of this file in this unit: a new one, or that of an earlier run."""

    async def known(self, digests: Sequence[bytes], indexes: Sequence[bytes]) -> Known:
        """Return the digests that are in `import_row` and the indexes that any client has, with one statement each."""

    async def write(self, job: UUID, batch: Sequence[Prepared]) -> Mapping[int, CellFault]:
        """
        Write the clients through the ordinary creation, with version, history and event, their rows of `import_row` and
        the batch, in one transaction: after kill -9 either all of it is stored or nothing.

        Return line → fault of the rows that the pipeline refused; the other rows are written.
        """

    async def finish(self, job: UUID, tally: Tally) -> None:
        """Record the end of the job."""
