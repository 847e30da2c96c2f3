"""What uses an object or a word: by number, for who is about to retire it. Nobody is named, and nothing is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.reading.plan import Reads
from workflow.vocabulary import NEVER

COUNTED_UP_TO = 10_000
TERM = "term"


@dataclass(frozen=True)
class Usage:
    """How many open objects of a type use something through a field; `count` is at most COUNTED_UP_TO."""

    type: ContentType
    field: Field
    count: int


async def usage_of(pool: Reads, content_types: ContentTypes, type_: ContentType, row: dict[str, Any]) -> list[Usage]:
    """Return what uses an object in the order of the declarations, without what does not use it."""
    found: list[Usage] = []
    for user, field in _users(content_types, type_, row):
        states = list(user.kind.workflow.open_to_new)
        value: UUID | str = row["token"] if field.vocabulary else row["id"]
        counting = (
            f'SELECT count(*) FROM (SELECT FROM {user.kind.table} u WHERE u."{field.column}" = $1'
            f" AND u.state = ANY($2) LIMIT {COUNTED_UP_TO}) n"
        )
        count = int(await pool.fetchval(counting, value, states) or 0)
        found += [Usage(user, field, count)] if count else []
    return found


def _users(content_types: ContentTypes, type_: ContentType, row: dict[str, Any]) -> Iterator[tuple[ContentType, Field]]:
    for user in content_types.values():
        for field in user.fields.values():
            is_reference = field.target == type_.noun and field.write is not NEVER
            is_word = type_.noun == TERM and field.vocabulary == row.get("vocabulary")
            if is_reference or is_word:
                yield user, field
