"""The write pipeline of an import: the ordinary creation in batches, and the records that make an import resumable."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from tortoise import connections
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
from service.importing.doubles import Person, person_of
from service.importing.port import Job, Known, Prepared, Tally
from workflow.client import STORED_CLIENT_STATES

KIND = "clients"
UNNAMED_CONSTRAINT = "CONSTRAINT"
# A plan that was made while the table was empty reads the whole table, until statistics are gathered.
_PLANNED_ANEW = "SET LOCAL plan_cache_mode TO force_custom_plan"
_NAMESAKES = (
    "SELECT c.sort_key, c.date_of_birth, c.phones, c.email, c.identity_index, c.identity_index_even FROM client c"
    f" WHERE c.sort_key = ANY($1::text[]) AND c.unit_id = $2 AND {STORED_CLIENT_STATES.sql('c.state')}"
)


class WriteBroken(RuntimeError):
    """
    The database refused a row for a reason that is not in the row: every other row would fail too.

    The text names the line and the class of the error; the driver's text quotes the whole row and is not passed on.
    """

    code = "IMPORT_WRITE_BROKEN"

    def __init__(self, line: int, kind: str) -> None:
        super().__init__(f"line {line}: {kind}")


class DatabaseRegister:
    """The `ClientRegister` of the database: it writes into one unit, with the viewer and the time of the context."""

    def __init__(self, context: CommandContext, unit: UUID) -> None:
        self.context, self.unit = replace(context, compares_people=False), unit  # `resembling` does it, in the unit
        self.type = context.content_types["client"]

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
        """
        Return what is stored of these rows: their digests, their codes in the unit, their lines in the job.

        A code of another unit's client is no refusal, which would tell of that client: it is held back (decision 0092).
        """
        digests = [digest for row in rows for digest in row.digests]
        indexes = [index for row in rows for index in row.indexes]
        written = (
            await ImportRow.filter(job_id=job, line__in=[row.line for row in rows]).only("id", "line") if job else ()
        )
        return Known(
            await _stored("SELECT row_digest AS found FROM import_row WHERE row_digest = ANY($1::bytea[])", digests),
            await _stored(
                "SELECT identity_index AS found FROM client WHERE identity_index = ANY($1::bytea[])"
                f" AND unit_id = '{self.unit}' UNION SELECT identity_index_even FROM client"
                f" WHERE identity_index_even = ANY($1::bytea[]) AND unit_id = '{self.unit}'",
                indexes,
            ),
            frozenset(row.line for row in written),
        )

    async def resembling(self, rows: Sequence[Prepared]) -> frozenset[int]:
        """Return the lines of the rows that may be people whom the unit has already; of other units nothing is told."""
        by_names: dict[str, list[tuple[Prepared, Person]]] = {}
        for row in rows:
            person = person_of(row.row, row.indexes)
            by_names.setdefault(person.names, []).append((row, person))
        found = await connections.get("default").execute_query_dict(_NAMESAKES, [list(by_names), self.unit])
        return frozenset(
            row.line
            for client in found
            for row, person in by_names[client["sort_key"]]
            if person.may_be(_stored_person(client, row.indexes))
        )

    async def write(self, job: UUID, batch: Sequence[Prepared]) -> Mapping[int, CellFault]:
        """
        Write a batch in one transaction; a row that the pipeline refuses is left out and the others are written.

        Most batches are written at once; a batch with a refused row is written row by row, to find that row.
        """
        try:
            async with in_transaction() as db:
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
            ImportRow(job_id=job, line=row.line, row_digest=row.digests[0], record_id=record)
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
        return CellFault(field, problem.code)


class _RowRefused(Exception):
    code = "ROW_REFUSED"

    def __init__(self, line: int, fault: CellFault) -> None:
        super().__init__(fault.code)
        self.line, self.fault = line, fault


def _stored_person(client: Mapping[str, Any], indexes: Sequence[bytes]) -> Person:
    """Return by what a client is compared; the code is the index that it shares with the row, else its own."""
    own = [bytes(index) for name in ("identity_index", "identity_index_even") if (index := client[name]) is not None]
    shared = indexes[0] if not set(own).isdisjoint(indexes) else next(iter(own), None)
    contacts = frozenset({*client["phones"], *([client["email"].casefold()] if client["email"] else [])})
    return Person(client["sort_key"], shared, client["date_of_birth"], contacts)


async def _stored(sql: str, values: Sequence[bytes]) -> frozenset[bytes]:
    rows = await connections.get("default").execute_query_dict(sql, [list(values)])
    return frozenset(bytes(row["found"]) for row in rows)
