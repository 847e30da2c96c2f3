"""The write pipeline of an import: the ordinary creation in batches, and the records that make an import resumable."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models.import_job import ImportBatch, ImportJob, ImportRow
from resolvers.context import CommandContext
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.bulk_writes import add_objects
from resolvers.writing.constraints import problem_of_integrity_error
from resolvers.writing.object_changes import add_object
from service.importing.clients import CellFault
from service.importing.known_clients import KnownClients
from service.importing.port import Job, Known, Prepared, Tally

KIND = "clients"
UNNAMED_CONSTRAINT = "CONSTRAINT"
# A plan that was made while the table was empty reads the whole table, until statistics are gathered.
_PLANNED_ANEW = "SET LOCAL plan_cache_mode TO force_custom_plan"
BeforeWrite = Callable[[Any], Awaitable[None]]


async def _nothing_first(_db: Any) -> None:
    """Do nothing before a batch is written."""


class WriteBroken(RuntimeError):
    """
    The database refused a row for a reason that is not in the row: every other row would fail too.

    The text names the line and the class of the error; the driver's text quotes the whole row and is not passed on.
    """

    code = "IMPORT_WRITE_BROKEN"

    def __init__(self, line: int, kind: str) -> None:
        super().__init__(f"line {line}: {kind}")
        self.line = line


class DatabaseRegister:
    """
    The `ClientRegister` of the database: it writes into one unit, with the viewer and the time of the context.

    `asked_by` is the row of the import that somebody asked for, None of one from the command line; `before_write` is
    called first in the transaction of each batch, and writes nothing itself.
    """

    def __init__(
        self,
        context: CommandContext,
        unit: UUID,
        asked_by: UUID | None = None,
        before_write: BeforeWrite = _nothing_first,
    ) -> None:
        self.context, self.unit = replace(context, compares_people=False), unit  # `resembling` does it, in the unit
        self.type = context.content_types["client"]
        self.asked_by, self.before_write = asked_by, before_write
        self.clients = KnownClients(self.context, unit, asked_by)

    async def begin(self, file_name: str, file_digest: bytes, mapping_digest: bytes) -> Job:
        """Return the job of this file in this unit: a new one, or that of an earlier run."""
        defaults = {
            "file_name": file_name[-255:],
            "started_at": self.context.now,
            "started_by": self.context.viewer.account,
            "mapping_digest": mapping_digest,
        }
        job, _ = await ImportJob.get_or_create(defaults, kind=KIND, unit_id=self.unit, file_digest=file_digest)
        has_other_mapping = job.mapping_digest is not None and bytes(job.mapping_digest) != mapping_digest
        if has_other_mapping or job.mapping_digest is None:
            await ImportJob.filter(id=job.id).update(mapping_digest=mapping_digest)
        return Job(job.id, has_other_mapping)

    async def earlier(self, file_digest: bytes, mapping_digest: bytes) -> Job | None:
        """Return the job that an earlier run of this file in this unit has left; None without one. Writes nothing."""
        job = await ImportJob.get_or_none(kind=KIND, unit_id=self.unit, file_digest=file_digest)
        if job is None:
            return None
        return Job(job.id, job.mapping_digest is not None and bytes(job.mapping_digest) != mapping_digest)

    async def known(self, job: UUID | None, rows: Sequence[Prepared]) -> Known:
        """Return what is stored of these rows in the unit: their digests, their codes, their lines in the job."""
        return await self.clients.known(job, rows)

    async def resembling(self, rows: Sequence[Prepared]) -> frozenset[int]:
        """Return the lines of the rows that may be people whom the unit has already; of other units nothing is told."""
        return await self.clients.resembling(rows)

    async def note_looks(self) -> None:
        """Leave a row in the disclosure log about the clients whom the answers since the last one were about."""
        await self.clients.note_looks()

    async def write(self, job: UUID, batch: Sequence[Prepared]) -> Mapping[int, CellFault]:
        """
        Write a batch in one transaction; a row that the pipeline refuses is left out and the others are written.

        Most batches are written at once; a batch with a refused row is written row by row, to find that row.
        """
        try:
            async with in_transaction() as db:
                await self.before_write(db)
                await db.execute_query(_PLANNED_ANEW)
                values = [self._values(row) for row in batch]
                await self._record_batch(job, batch, await add_objects(self.context, self.type, values, db), db)
        except (CommandRefused, IntegrityError):
            return await self._write_singly(job, batch)
        return {}

    async def _write_singly(self, job: UUID, batch: Sequence[Prepared]) -> Mapping[int, CellFault]:
        refused: dict[int, CellFault] = {}
        while remaining := [row for row in batch if row.line not in refused]:
            try:
                async with in_transaction() as db:
                    await self.before_write(db)
                    await self._record_batch(job, remaining, [await self._record(row, db) for row in remaining], db)
            except _RowRefused as stopped:
                refused[stopped.line] = stopped.fault
            except IntegrityError as violated:  # of the record of the batch: its DETAIL would quote a row
                raise WriteBroken(remaining[0].line, type(violated.__cause__).__name__) from None
            else:
                break
        return refused

    async def finish(self, job: UUID, tally: Tally) -> None:
        """Record the end of the job: the rows written in all its runs, and the rows refused in the last one."""
        await ImportJob.filter(id=job).update(
            finished_at=self.context.now,
            rows_written=await ImportRow.filter(job_id=job).count(),
            rows_refused=tally.refused,
        )

    async def _record(self, row: Prepared, db: Any) -> UUID:
        """
        Write one client.

        :raises _RowRefused: for a fault of the row
        :raises WriteBroken: for any other database error
        """
        try:
            return await add_object(self.context, self.type, self._values(row), db)
        except CommandRefused as refused:
            raise _RowRefused(row.line, self._fault(refused.problems[0])) from None
        except IntegrityError as violated:
            problem = problem_of_integrity_error(violated)
            if problem.code == UNNAMED_CONSTRAINT:
                raise WriteBroken(row.line, type(violated.__cause__).__name__) from None
            raise _RowRefused(row.line, self._fault(problem)) from None

    async def _record_batch(self, job: UUID, batch: Sequence[Prepared], records: Sequence[UUID], db: Any) -> None:
        """Record the client of each row and the written batch, in the transaction that wrote them."""
        rows = [
            ImportRow(
                job_id=job,
                line=row.line,
                row_digest=self.clients.digest_of(row.digests[0]),
                record_id=record,
                import_id=self.asked_by,
            )
            for row, record in zip(batch, records, strict=True)
        ]
        await ImportRow.bulk_create(rows, using_db=db)
        await ImportBatch.create(
            using_db=db,
            job_id=job,
            first_line=batch[0].line,
            last_line=batch[-1].line,
            rows_written=len(batch),
            written_at=self.context.now,
        )

    def _values(self, row: Prepared) -> dict[str, Any]:
        """Return the row as the input of a creation; empty or false values get the default of the column."""
        stored = {**vars(row.row), "confirmed_distinct": row.is_distinct}
        values = {field.key: stored[name] for field in self.type.fields.values() if stored.get(name := field.name)}
        return {**values, "phones": list(row.row.phones), "unitId": public_id("unit", self.unit)}

    def _fault(self, problem: Problem) -> CellFault:
        field = next((f.name for f in self.type.fields.values() if problem.path[:1] == (f.key,)), None)
        return CellFault(field, problem.code, problem.facts)


class _RowRefused(Exception):
    code = "ROW_REFUSED"

    def __init__(self, line: int, fault: CellFault) -> None:
        super().__init__(fault.code)
        self.line, self.fault = line, fault
