"""The one seam between reading a file and the register: what an import asks of the write pipeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from service.importing.clients import CellFault, ClientRow


@dataclass(frozen=True)
class Prepared:
    """
    One valid row, ready to be written.

    `digests` and `indexes` are of the row and of its identity code, under every index key, the current one first; only
    the first is stored. `indexes` is empty where a client has no code.
    """

    line: int
    digests: tuple[bytes, ...]
    indexes: tuple[bytes, ...]
    row: ClientRow = field(repr=False)


@dataclass(frozen=True)
class Known:
    """Which of the asked row digests and blind indexes the database holds already."""

    digests: frozenset[bytes]
    indexes: frozenset[bytes]


@dataclass(frozen=True)
class Tally:
    """What became of the rows so far."""

    written: int = 0
    unchanged: int = 0
    refused: int = 0

    @property
    def rows(self) -> int:
        """Return how many rows were dealt with."""
        return self.written + self.unchanged + self.refused


class ClientRegister(Protocol):
    """The write pipeline as an import sees it: over the database, for one unit, in the name of one account."""

    async def begin(self, file_name: str, file_digest: bytes) -> UUID:
        """Return the job of this file in this unit: a new one, or the one of an earlier run."""

    async def known(self, digests: Sequence[bytes], indexes: Sequence[bytes]) -> Known:
        """Return which digests are in `import_row` and which indexes any client has: one statement each."""

    async def write(self, job: UUID, batch: Sequence[Prepared]) -> Mapping[int, CellFault]:
        """
        Write the clients through the ordinary create, with version, history and event, and their `import_row`s, and the
        batch's mark, in one transaction: after kill -9 either all of it is there or nothing.

        Return line → fault of the rows that the pipeline refused; the others are written.
        """

    async def finish(self, job: UUID, tally: Tally) -> None:
        """Note the end of the job."""
