"""The import of clients: every row becomes a client, is already known, or is refused with a reason."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from auth.processing import CONTENTS
from models.sealed import blind_indexes, keyed_digests
from models.values import TextEmpty, ValueRefused
from service.importing.clients import CellFault, RowRefused, read_client
from service.importing.columns import Columns, is_header, match_columns
from service.importing.doubles import Person, PossibleDouble, digested, person_of
from service.importing.files.lines import FileRefused, FileRow, Note
from service.importing.files.reading import Table, read_table
from service.importing.order import ImportOrder, ImportOutcome, Progress, RefusedRow
from service.importing.port import ClientRegister, Job, Known, Prepared, Tally
from service.importing.quotations import QuoteStray, has_stray_quote

BATCH_SIZE = 200
_PURPOSE, _RESTRICTION = "import_row", "safety_restriction"


class SurplusCells(ValueRefused):
    """The row has more cells than the header: a value contains the separator."""

    code = "ROW_SURPLUS_CELLS"


class HeaderRepeated(ValueRefused):
    """The row is the header again."""

    code = "ROW_HEADER_REPEATED"


class RowRepeated(ValueRefused):
    """The same row, without an identity code, is earlier in the file."""

    code = "ROW_REPEATED"


class IdentityCodeRepeated(ValueRefused):
    """The same identity code is earlier in the file; only its first row is imported."""

    code = "IDENTITY_CODE_REPEATED"


class IdentityCodeTaken(ValueRefused):
    """A client with this identity code is in the register, from another source or with other data."""

    code = "IDENTITY_CODE_TAKEN"


class RestrictionUnanswered(FileRefused):
    """Neither the file nor the mapping says who is under a safety restriction; nothing is not "no"."""

    code = "FILE_RESTRICTION_UNANSWERED"


class LinesLost(RuntimeError):
    """Not every line of the file was written, known or refused (rule R31). It is an error of the import itself."""

    code = "IMPORT_LINES_LOST"


async def _untold(_tally: Tally, _expected: int) -> None:
    """Tell nobody of the progress."""


async def import_clients(order: ImportOrder, register: ClientRegister, progress: Progress = _untold) -> ImportOutcome:
    """
    Import a file and return the result for all its rows.

    It may be killed at any time and run again: rows of written batches are recognised by their digests. A dry run
    queries the register and writes nothing. After each batch, `progress` gets the tally and the expected count of rows.

    :raises FileRefused: before anything is written, when the file cannot be read or its columns are not known
    :raises LinesLost: at the end, when a line is in no count
    """
    table, columns = await CONTENTS.run(opened_table, order)
    job = await _job(order, register, table.digest)
    sorter, tally = _RowSorter(_with_doubts(order, table), columns, table.separator), Tally()
    read = batches(table.lines)
    while lines := await CONTENTS.run(next, read, None):
        candidates = list(sorter.candidates(lines))
        known = await register.known(job.id if job else None, candidates)
        fresh = list(sorter.fresh(candidates, known, await register.resembling(candidates)))
        refused = await register.write(job.id, fresh) if fresh and job and not order.is_dry_run else {}
        sorter.refusals += [RefusedRow(line, (fault,)) for line, fault in refused.items()]
        unchanged = tally.unchanged + sum(is_written(row, known) for row in candidates)
        await register.note_looks()
        tally = Tally(tally.written + len(fresh) - len(refused), unchanged, len(sorter.refusals))
        await progress(tally, table.expected)
    if tally.rows != sorter.lines_read:
        raise LinesLost(f"{sorter.lines_read} lines were read, and {tally.rows} are accounted for")
    if job and not order.is_dry_run:
        await register.finish(job.id, tally)
    notes = (*table.notes, *_notes(columns, sorter, has_other_mapping=job is not None and job.has_other_mapping))
    refusals = tuple(sorted(sorter.refusals, key=lambda refusal: refusal.line))
    return ImportOutcome(tally, table.form, refusals, sorter.lines_read, notes, job.id if job else None)


async def _job(order: ImportOrder, register: ClientRegister, file_digest: bytes) -> Job | None:
    """Return the job of the file; a dry run begins none, and knows only that of an earlier run."""
    if order.is_dry_run:
        return await register.earlier(file_digest, order.mapping.digest)
    return await register.begin(order.file.name, file_digest, order.mapping.digest)


def opened_table(order: ImportOrder) -> tuple[Table, Columns]:
    """
    Return the table of a file and its columns.

    :raises FileRefused: when the file cannot be read, or its columns are not known or leave the restriction open
    """
    table = read_table(order.file, partial(is_header, mapping=order.mapping), order.choice)
    columns = match_columns(table.header, order.mapping)
    if not columns.is_answered(_RESTRICTION):
        raise RestrictionUnanswered(
            "nothing says who is under a safety restriction: add a column Turvakielto, or say in the mapping"
            ' [defaults] safety_restriction = "ei", or give --nobody-is-restricted'
        )
    return table, columns


def sampled_names(order: ImportOrder) -> list[str]:
    """Return some last names of the file that have other letters than a–z, in which a wrong encoding would be seen."""
    table, columns = opened_table(order)
    texts = (columns.texts(line).get("last_name", "") for line in islice(table.lines, BATCH_SIZE))
    return list(islice((name for name in texts if not name.isascii()), 5))


def batches(lines: Iterable[FileRow], size: int = BATCH_SIZE) -> Iterator[list[FileRow]]:
    """Return the lines in lists of `size`; the last one may be shorter."""
    remaining = iter(lines)
    while batch := list(islice(remaining, size)):
        yield batch


def canonical(texts: Mapping[str, str]) -> str:
    """
    Return one text for a row, equal for equal rows; it is personal data, so only its keyed digest is stored.

    It holds the written texts and not their meaning: when a municipality merges later, old rows must stay known.
    """
    return json.dumps(sorted((name, " ".join(text.split())) for name, text in texts.items()), ensure_ascii=False)


def is_written(row: Prepared, known: Known) -> bool:
    """Return whether an earlier run wrote exactly this row, or this line of the file."""
    return row.line in known.lines or not known.digests.isdisjoint(row.digests)


@dataclass
class _RowSorter:
    """Sorts the rows of one file; it keeps digests, and no personal data, to find repetitions anywhere in the file."""

    order: ImportOrder
    columns: Columns
    separator: str
    refusals: list[RefusedRow] = field(default_factory=list)
    seen: set[bytes] = field(default_factory=set)
    people: dict[str, list[Person]] = field(default_factory=dict)
    lines_read: int = 0
    unanswered: int = 0

    def candidates(self, lines: Iterable[FileRow]) -> Iterator[Prepared]:
        """Yield the valid rows that are not earlier in the file; refuse the others."""
        for line in lines:
            if has_stray_quote(line, self.columns, self.separator):
                swallowed = line.lines or (line.number,)
                self.refusals += [RefusedRow(n, (CellFault(None, QuoteStray.code),)) for n in swallowed]
                self.lines_read += len(swallowed)
                continue
            self.lines_read += 1
            try:
                yield self._first_of_its_kind(self._prepared(line))
            except RowRefused as refused:
                self.refusals.append(RefusedRow(line.number, refused.faults))

    def fresh(self, candidates: Iterable[Prepared], known: Known, resembling: frozenset[int]) -> Iterator[Prepared]:
        """Yield the rows to write; refuse those that may be, by their code or otherwise, somebody who is there."""
        for row in candidates:
            is_double = self._resembles_earlier(row) or row.line in resembling
            if is_written(row, known):
                continue
            if not known.indexes.isdisjoint(row.indexes):
                self.refusals.append(RefusedRow(row.line, (_code_fault(IdentityCodeTaken),)))
            elif is_double and row.line not in self.order.distinct:
                self.refusals.append(RefusedRow(row.line, (CellFault(None, PossibleDouble.code),)))
            else:
                yield row

    def _prepared(self, line: FileRow) -> Prepared:
        texts = self._texts(line)
        row = read_client(texts, self.order.rules)
        self.unanswered += not texts.get(_RESTRICTION, "").strip()
        code, keyring = row.personal_identity_code, self.order.keyring
        digests = keyed_digests(keyring, _PURPOSE, canonical(texts))
        is_distinct = line.number in self.order.distinct
        return Prepared(line.number, digests, blind_indexes(keyring, code) if code else (), row, is_distinct)

    def _texts(self, line: FileRow) -> dict[str, str]:
        """
        Return field → text of a row in which every cell has a value to read.

        :raises RowRefused: when it has not, or is no row of the table
        """
        if line.fault:
            raise RowRefused(CellFault(None, line.fault))
        if self.columns.repeats_header(line):
            raise RowRefused(CellFault(None, HeaderRepeated.code))
        named = {place: self.columns.field_at(place) for place in line.cell_faults}
        faults = [CellFault(named[place], code) for place, code in line.cell_faults.items() if named[place]]
        if self.columns.has_surplus(line):
            faults.append(CellFault(None, SurplusCells.code))
        texts = self.columns.texts(line)
        empty = sorted(name for name in self.order.mapping.required if not texts.get(name, "").strip())
        faults += [CellFault(name, TextEmpty.code) for name in empty if name not in named.values()]
        if faults:
            raise RowRefused(*faults)
        return texts

    def _first_of_its_kind(self, row: Prepared) -> Prepared:
        digest = (row.indexes or row.digests)[0]
        if digest in self.seen:
            raise RowRefused(_code_fault(IdentityCodeRepeated) if row.indexes else CellFault(None, RowRepeated.code))
        self.seen.add(digest)
        return row

    def _resembles_earlier(self, row: Prepared) -> bool:
        """Return whether an earlier row of the file may be the same person, and remember this one."""
        person = digested(person_of(row.row, row.indexes), self.order.keyring)
        namesakes = self.people.setdefault(person.names, [])
        is_double = any(person.may_be(other) for other in namesakes)
        namesakes.append(person)
        return is_double


def _with_doubts(order: ImportOrder, table: Table) -> ImportOrder:
    return replace(order, rules=replace(order.rules, doubts_letters=table.is_guessed))


def _notes(columns: Columns, sorter: _RowSorter, *, has_other_mapping: bool) -> Iterator[Note]:
    if has_other_mapping:
        yield Note(
            "The same file was imported before with another mapping. The rows written then stay as they are and are not"
            " written again; the other rows were read by the new mapping."
        )
    if sorter.unanswered and _RESTRICTION in columns.fields:
        yield Note(
            "The safety restriction was empty on %(count)s rows, which were read as not restricted. If an empty cell"
            ' does not mean "no", write required = ["safety_restriction"] in the mapping.',
            {"count": sorter.unanswered},
        )


def _code_fault(refusal: type[ValueRefused]) -> CellFault:
    return CellFault("personal_identity_code", refusal.code)
