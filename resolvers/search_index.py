"""The terms under which objects are found: of one, of all, or of those whose terms a migration has taken away."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from models.search_terms import search_terms
from resolvers.declaration import ContentType, ContentTypes

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]

BATCH = 1_000  # objects of one transaction
_IS_MISSING = "SELECT EXISTS (SELECT FROM search_entry WHERE terms IS NULL)"
_STORE = """
INSERT INTO search_entry (noun, object_id, permission, terms)
SELECT $1, i, p, t FROM unnest($2::uuid[], $3::text[], $4::text[]) AS s(i, p, t)
ON CONFLICT (object_id, permission) DO UPDATE SET terms = excluded.terms
"""


def terms_by_permission(type_: ContentType, value_of: Callable[[str], Any]) -> dict[str, str]:
    """Return the terms under which an object is found, for each permission that its searched fields need."""
    texts: dict[str, list[str]] = {}
    for field in (f for f in type_.fields.values() if f.search):
        value = value_of(field.name)
        texts.setdefault(field.read.name, []).append(str(value) if value else "")
    return {permission: search_terms(" ".join(parts)) for permission, parts in texts.items()}


async def index_missing(connection: "Connection", content_types: ContentTypes) -> int:
    """Make the terms that are missing, and return of how many objects."""
    if not await connection.fetchval(_IS_MISSING):
        return 0
    number = await _index(
        connection, content_types, " AND id IN (SELECT object_id FROM search_entry WHERE terms IS NULL)"
    )
    # What is left belongs to no object: whatever was deleted without its entry would stay for ever.
    await connection.execute("DELETE FROM search_entry WHERE terms IS NULL")
    return number


async def index_all(connection: "Connection", content_types: ContentTypes) -> int:
    """Make all terms anew, while the service may run, and return of how many objects."""
    return await _index(connection, content_types, "")


async def _index(connection: "Connection", content_types: ContentTypes, condition: str) -> int:
    return sum([await _index_type(connection, type_, condition) for type_ in _searched(content_types)])


def _searched(content_types: ContentTypes) -> Iterator[ContentType]:
    for type_ in content_types.values():
        if any(field.search for field in type_.fields.values()):
            yield type_


async def _index_type(connection: "Connection", type_: ContentType, condition: str) -> int:
    columns = {field.name: field.column for field in type_.fields.values() if field.search}
    named = ", ".join(f'"{column}" AS "{name}"' for name, column in columns.items())
    # Whoever changes a row waits: otherwise the terms of before could replace those of after.
    batch = (
        f"SELECT id, {named} FROM {type_.kind.table} WHERE ($1::uuid IS NULL OR id > $1){condition}"
        f" ORDER BY id LIMIT {BATCH} FOR NO KEY UPDATE"
    )
    number, last = 0, None
    while True:
        async with connection.transaction():
            rows = await connection.fetch(batch, last)
            entries = [(row["id"], *entry) for row in rows for entry in terms_by_permission(type_, row.get).items()]
            if entries:
                await connection.execute(_STORE, type_.noun, *map(list, zip(*entries, strict=True)))
        number += len(rows)
        if len(rows) < BATCH:
            return number
        last = rows[-1]["id"]
