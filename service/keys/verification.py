"""
Whether everything that is sealed opens where it stands, and every blind index is the one of its code.

It reads in batches and changes nothing. What it finds is named by table and id, never by a value. A value that was
copied from another row does not open, because the row is part of the seal; an index that was copied is not the HMAC of
the code beside it.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson

from auth.provider.second_factor.factors import factor_purpose
from auth.provider.signing_keys import KEY_PURPOSE
from auth.sessions.log_out_hints import hint_purpose
from auth.tokens.sealing import SealedTextRefused, Sealer
from models.code_index import EVEN, ODD, SEALED_COLUMN, code_indexes
from models.sealed import Keyring, Place, SealRefused, blind_indexes, unseal, unseal_bytes
from resolvers.file_store import FileMissing, FileStore
from service.database.connections import connect
from service.database.erasure_replay import erasure_list_of
from service.database.key_usage import CODED_TABLES, SEALED_COLUMNS
from service.keys.moving import Fault
from service.resources import file_store, keyring_of
from service.settings import Settings

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record]

INDEX_WRONG = "INDEX_WRONG"  # an index is not that of the code beside it: the person is found by another code
INDEX_MISSING = "INDEX_MISSING"  # a code has no index under a live key: the person is not found
CODE_MISSING = "CODE_MISSING"  # an index has no code beside it
_BATCH_ROWS = 2_000
_CODED = f"{SEALED_COLUMN} IS NOT NULL OR {ODD} IS NOT NULL OR {EVEN} IS NOT NULL"
_NOUNS = ", ".join(f"'{table}'" for table in CODED_TABLES)
_VERSIONS = f"noun IN ({_NOUNS}) AND stored ->> '{SEALED_COLUMN}' IS NOT NULL"
Open = Callable[[Any], Any]


@dataclass(frozen=True)
class _Check:
    """The rows of a table that are judged: `columns` are read, `judge` returns the codes of what is wrong with one."""

    table: str
    columns: str
    condition: str
    judge: Callable[[Any], Iterable[str]]
    key: str = "uuid"

    async def batch(self, connection: "Connection", after: Any) -> list[Any]:
        sql = (
            f"SELECT id, {self.columns} FROM {self.table} WHERE ({self.condition})"
            f" AND ($1::{self.key} IS NULL OR id > $1) ORDER BY id LIMIT $2"
        )
        return list(await connection.fetch(sql, after, _BATCH_ROWS))

    def faults(self, rows: list[Any]) -> list[Fault]:
        return [Fault(self.table, str(row["id"]), code) for row in rows for code in self.judge(row)]


async def verify_sealed(
    settings: Settings, now: datetime, progress: Callable[[str, int], None] = lambda *_: None
) -> tuple[int, list[Fault]]:
    """
    Return how many rows and files were judged, and the faults that were found; the application's role will do.

    :raises ErasureListBroken: when the list of erasures was changed after it was written
    """
    connection = await connect(settings.application_url)
    count, faults = 0, list[Fault]()
    try:
        for check in _checks(settings, now):
            after = None
            while rows := await check.batch(connection, after):
                faults += await asyncio.to_thread(check.faults, rows)
                count, after = count + len(rows), rows[-1]["id"]
                progress(check.table, count)
    finally:
        await connection.close()
    await asyncio.to_thread(erasure_list_of(settings).lines)
    return count, faults


def _checks(settings: Settings, now: datetime) -> list[_Check]:
    keyring, sealer, files = keyring_of(settings), Sealer(settings.keys("session_key")), file_store(settings)
    code = f"{SEALED_COLUMN}, {ODD}, {EVEN}"
    coded = [_Check(table, code, _CODED, _code_judge(keyring, table)) for table in CODED_TABLES]
    sealed = [
        _Check(table, column, "TRUE", _opens(_column_opener(keyring, table, column)))
        for table, column in SEALED_COLUMNS
    ]
    return [
        *coded,
        _Check("version", "noun, object_id, stored", _VERSIONS, _opens(_version_opener(keyring)), "bigint"),
        *sealed,
        _Check(
            "provider_key", "private_key", "TRUE", _opens(lambda r: sealer.open(KEY_PURPOSE, r["private_key"], now))
        ),
        _Check(
            "second_factor",
            "user_id, secret",
            "TRUE",
            _opens(lambda row: sealer.open(factor_purpose(row["user_id"]), row["secret"], now)),
        ),
        _Check(
            "session",
            "id_token",
            "id_token IS NOT NULL",
            _opens(lambda row: sealer.open(hint_purpose(row["id"]), row["id_token"], now)),
        ),
        _Check("attachment", "sha256", "uploaded_at IS NOT NULL", _opens(_file_opener(files))),
    ]


def _column_opener(keyring: Keyring, table: str, column: str) -> Open:
    return lambda row: unseal_bytes(keyring, Place(table, column, row["id"]), row[column])


def _version_opener(keyring: Keyring) -> Open:
    def opened(row: Any) -> str:
        sealed = orjson.loads(row["stored"])[SEALED_COLUMN]
        return unseal(keyring, Place(row["noun"], SEALED_COLUMN, row["object_id"]), bytes.fromhex(sealed))

    return opened


def _file_opener(files: FileStore) -> Open:
    return lambda row: files.get(row["id"])


def _opens(open_row: Open) -> Callable[[Any], Iterable[str]]:
    """Return the judge that names why a row does not open."""

    def judge(row: Any) -> Iterable[str]:
        try:
            open_row(row)
        except (SealRefused, SealedTextRefused, FileMissing) as refused:
            yield refused.code

    return judge


def _code_judge(keyring: Keyring, table: str) -> Callable[[Any], Iterable[str]]:
    return lambda row: _code_faults(keyring, table, row)


def _code_faults(keyring: Keyring, table: str, row: Any) -> Iterator[str]:
    """Yield what is wrong with a code and its indexes."""
    held = {column: row[column] for column in (ODD, EVEN) if row[column] is not None}
    if row[SEALED_COLUMN] is None:
        yield CODE_MISSING
        return
    try:
        code = unseal(keyring, Place(table, SEALED_COLUMN, row["id"]), row[SEALED_COLUMN])
    except SealRefused as refused:
        yield refused.code
        return
    right = frozenset(blind_indexes(keyring, code))
    if any(index not in right for index in held.values()):
        yield INDEX_WRONG
    wanted = {column: index for column, index in code_indexes(keyring, code).columns().items() if index is not None}
    if not held.keys() & wanted.keys():
        yield INDEX_MISSING
