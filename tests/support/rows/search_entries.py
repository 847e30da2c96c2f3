"""Search texts of rows that a test has saved without a command."""

from functools import partial
from typing import Any

from resolvers.declaration import ContentType
from resolvers.search_index import terms_by_permission

_INDEX = (
    "INSERT INTO search_entry (noun, object_id, permission, terms)"
    " SELECT $1, $2, p, t FROM unnest($3::text[], $4::text[]) AS given(p, t)"
    " ON CONFLICT (object_id, permission) DO UPDATE SET terms = excluded.terms"
)


async def index_search_text(type_: ContentType, row: Any, db: Any) -> None:
    """Store the searchable text of a row, as a command does."""
    if texts := terms_by_permission(type_, partial(getattr, row)):
        await db.execute_query(_INDEX, [type_.noun, row.pk, list(texts), list(texts.values())])
