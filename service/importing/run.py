"""The import of clients: every row becomes a client, is already known, or is refused with a reason."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from models.sealed import Keyring, blind_indexes, keyed_digests
from models.values import ValueRefused
from service.importing.clients import CellFault, ReadingRules, RowRefused, read_client
from service.importing.columns import ColumnMapping, Columns, match_columns
from service.importing.lines import FileRow
from service.importing.port import ClientRegister, Known, Prepared, Tally
from service.importing.reading import read_table

BATCH_SIZE = 200
_PURPOSE = "import_row"


class SurplusCells(ValueRefused):
    """The row has more cells than the header: a value contains the separator."""

    code = "ROW_SURPLUS_CELLS"


class RowRepeated(ValueRefused):
    """The same row, without an identity code, is earlier in the file."""

    code = "ROW_REPEATED"


class IdentityCodeRepeated(ValueRefused):
    """The same identity code is earlier in the file; only its first row is imported."""

    code = "IDENTITY_CODE_REPEATED"


class IdentityCodeTaken(ValueRefused):
    """A client with this identity code is in the register, from another source or with other data."""

    code = "IDENTITY_CODE_TAKEN"


@dataclass(frozen=True)
class RefusedRow:
    """A refused row for the report: its line and its faults, without values."""

    line: int
    faults: tuple[CellFault, ...]


@dataclass(frozen=True)
class ImportOrder:
    """The input of an import: the file and how to read it."""

    file: Path
    mapping: ColumnMapping
    rules: ReadingRules
    keyring: Keyring
    is_dry_run: bool = False


@dataclass(frozen=True)
class ImportOutcome:
    """The result of an import: the numbers of rows, the detected format, and all refusals in the order of the lines."""

    tally: Tally
    form: str
    refusals: tuple[RefusedRow, ...]


async def import_clients(
    order: ImportOrder, register: ClientRegister, progress: Callable[[Tally, int], None] = lambda *_: None
) -> ImportOutcome:
    """
    Import a file and return the result for all its rows.

    It may be killed at any time and run again: rows of written batches are recognised by their digests. A dry run
    queries the register and writes nothing. After each batch, `progress` gets the tally and the expected count of rows.

    :raises FileRefused: before anything is written, when the file cannot be read or its columns are not known
    """
    table = read_table(order.file)
    columns = match_columns(table.header, order.mapping)
    job = None if order.is_dry_run else await register.begin(order.file.name, table.digest)
    sorter, tally = _RowSorter(order, columns), Tally()
    for lines in batches(table.lines):
        candidates = list(sorter.candidates(lines))
        known = await _known_rows(register, candidates)
        fresh = list(sorter.fresh(candidates, known))
        refused = await register.write(job, fresh) if fresh and job else {}
        sorter.refusals += [RefusedRow(line, (fault,)) for line, fault in refused.items()]
        unchanged = tally.unchanged + sum(is_written(row, known) for row in candidates)
        tally = Tally(tally.written + len(fresh) - len(refused), unchanged, len(sorter.refusals))
        progress(tally, table.expected)
    if job:
        await register.finish(job, tally)
    return ImportOutcome(tally, table.form, tuple(sorted(sorter.refusals, key=lambda refusal: refusal.line)))


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
    """Return whether an earlier run wrote exactly this row."""
    return not known.digests.isdisjoint(row.digests)


@dataclass
class _RowSorter:
    """Sorts the rows of one file; it keeps digests, and no personal data, to find repetitions anywhere in the file."""

    order: ImportOrder
    columns: Columns
    refusals: list[RefusedRow] = field(default_factory=list)
    seen: set[bytes] = field(default_factory=set)

    def candidates(self, lines: Iterable[FileRow]) -> Iterator[Prepared]:
        """Yield the valid rows that are not earlier in the file; refuse the others."""
        for line in lines:
            try:
                yield self._first_of_its_kind(self._prepared(line))
            except RowRefused as refused:
                self.refusals.append(RefusedRow(line.number, refused.faults))

    def fresh(self, candidates: Iterable[Prepared], known: Known) -> Iterator[Prepared]:
        """Yield the rows to write; refuse those whose code belongs to a client that this row did not create."""
        for row in candidates:
            if is_written(row, known):
                continue
            if known.indexes.isdisjoint(row.indexes):
                yield row
            else:
                self.refusals.append(RefusedRow(row.line, (_code_fault(IdentityCodeTaken),)))

    def _prepared(self, line: FileRow) -> Prepared:
        if self.columns.has_surplus(line):
            raise RowRefused(CellFault(None, SurplusCells.code))
        texts = self.columns.texts(line)
        row = read_client(texts, self.order.rules)
        code, keyring = row.personal_identity_code, self.order.keyring
        digests = keyed_digests(keyring, _PURPOSE, canonical(texts))
        return Prepared(line.number, digests, blind_indexes(keyring, code) if code else (), row)

    def _first_of_its_kind(self, row: Prepared) -> Prepared:
        digest = (row.indexes or row.digests)[0]
        if digest in self.seen:
            raise RowRefused(_code_fault(IdentityCodeRepeated) if row.indexes else CellFault(None, RowRepeated.code))
        self.seen.add(digest)
        return row


async def _known_rows(register: ClientRegister, rows: list[Prepared]) -> Known:
    digests = [digest for row in rows for digest in row.digests]
    indexes = [index for row in rows for index in row.indexes]
    return await register.known(digests, indexes)


def _code_fault(refusal: type[ValueRefused]) -> CellFault:
    return CellFault("personal_identity_code", refusal.code)
