"""A register of an import that keeps its rows in memory."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from service.importing.clients import CellFault, ClientRow
from service.importing.doubles import Person, names_of, person_of
from service.importing.port import Job, Known, Prepared, Tally


class MemoryRegister:
    """A register that keeps its rows in memory and can be killed between two batches."""

    def __init__(self, dies_after: int | None = None) -> None:
        self.clients: dict[bytes, ClientRow] = {}
        self.digests: set[bytes] = set()
        self.indexes: set[bytes] = set()
        self.jobs: dict[bytes, UUID] = {}
        self.mappings: dict[UUID, bytes] = {}
        self.lines: set[tuple[UUID | None, int]] = set()
        self.people: dict[str, list[Person]] = {}
        self.begun: list[tuple[str, bytes]] = []
        self.finished: list[Tally] = []
        self.writes, self.dies_after = 0, dies_after
        self.forbidden: str | None = None

    async def begin(self, file_name: str, file_digest: bytes, mapping_digest: bytes) -> Job:
        self.begun.append((file_name, file_digest))
        job = self.jobs.setdefault(file_digest, uuid4())
        before = self.mappings.get(job, mapping_digest)
        self.mappings[job] = mapping_digest
        return Job(job, before != mapping_digest)

    async def earlier(self, file_digest: bytes, mapping_digest: bytes) -> Job | None:
        job = self.jobs.get(file_digest)
        return Job(job, self.mappings[job] != mapping_digest) if job else None

    async def known(self, job: UUID | None, rows: Sequence[Prepared]) -> Known:
        digests = {digest for row in rows for digest in row.digests}
        indexes = {index for row in rows for index in row.indexes}
        lines = frozenset(row.line for row in rows if (job, row.line) in self.lines)
        return Known(frozenset(digests & self.digests), frozenset(indexes & self.indexes), lines)

    async def resembling(self, rows: Sequence[Prepared]) -> frozenset[int]:
        return frozenset(
            row.line
            for row in rows
            if any(person_of(row.row, row.indexes).may_be(other) for other in self.people.get(names_of(row.row), ()))
        )

    async def write(self, job: UUID, batch: Sequence[Prepared]) -> Mapping[int, CellFault]:
        assert isinstance(job, UUID)
        if self.writes == self.dies_after:
            raise KeyboardInterrupt
        self.writes += 1
        refused = {row.line: CellFault(None, "FORBIDDEN") for row in batch if row.row.last_name == self.forbidden}
        batch = [row for row in batch if row.line not in refused]
        self.clients |= {row.digests[0]: row.row for row in batch}
        self.lines |= {(job, row.line) for row in batch}
        for row in batch:
            self.people.setdefault(names_of(row.row), []).append(person_of(row.row, row.indexes))
        self.digests |= {row.digests[0] for row in batch}
        self.indexes |= {row.indexes[0] for row in batch if row.indexes}
        return refused

    async def note_looks(self) -> None:
        """Keep no log: nobody reads this register but the tests."""

    async def finish(self, job: UUID, tally: Tally) -> None:
        self.finished.append(tally)
