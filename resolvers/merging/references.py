"""
Every column that holds the id of a client, by the declarations: what a merge moves from one client to the other.

A new content type is covered by its declaration alone. A test compares the columns with the catalog of the database:
what is neither here nor named in `STAYS` with a reason cannot be released.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from models.client_merge import TWICE
from resolvers.declaration import ContentType, ContentTypes

_CLIENT, _COLUMN = "client", "client_id"


@dataclass(frozen=True)
class ClientReference:
    """
    A column that holds the id of a client. Rows of a `type` get a revision and history, those of satellites none.

    In `condition` the row is `t`, $1 is the client from whom it goes, and $2 the one to whom it comes.
    """

    place: str
    lead: str
    type: ContentType | None = None
    condition: str = "TRUE"


# Rows that belong to a client by the id alone, and are no content.
_SATELLITES = (
    ClientReference("attachment", "object_id", condition="noun = 'client'"),
    ClientReference("import_row", "record_id"),
)
# What is evidence of what happened under an id stays with that id, and is read together (`with_merged_sql`).
STAYS = {
    ("disclosure_log", "subjects"): "who looked at whom stays as it was written",
    ("disclosure_log", "asked"): "the ids of a request stay as they were asked",
    ("history", "object_id"): "each client has its own history",
    ("version", "object_id"): "an undo reads the versions of before",
    ("erased_entry", "object_id"): "what an erasure removed",
    ("erased_entry", "subject"): "what an erasure removed",
    ("erasure", "object_id"): "an erased client is not merged",
    ("outbox", "object_id"): "events are of the moment in which they happened",
    ("idempotency_key", "object_id"): "the same request gets the same answer",
    ("idempotency_object", "object_id"): "the same request gets the same answer",
    ("search_entry", "object_id"): "the client itself; nobody finds a merged one",
    ("breach_letter", "person_id"): "as whom the log names the person",
    ("purge", "person_id"): "nobody is merged whom an open purge names",
    ("purge_item", "target_id"): "nobody is merged whom an open purge names",
    ("bin_item", "content_id"): "a client is not discarded",
    ("identity_match", "client_id"): "the match ends by itself, because the codes no longer agree",
    ("identity_match", "earlier_id"): "the match ends by itself, because the codes no longer agree",
    ("client_merge", "kept_id"): "the record of the merge",
    ("client_merge", "merged_id"): "the record of the merge",
    ("merged_row", "row_id"): "the record of the merge",
    ("client", "id"): "the client itself",
}


def client_references(content_types: ContentTypes) -> Iterator[ClientReference]:
    """Yield every column that a merge moves, each once."""
    for type_ in content_types.values():
        reach = type_.kind.reach
        named = {f.column for f in type_.fields.values() if f.target == _CLIENT}
        by_name = {_COLUMN} & set(type_.model._meta.fields_db_projection)
        columns = {column for column in (reach.client, reach.trainee, *reach.also, *named, *by_name) if column}
        for column in sorted(columns):
            if (type_.kind.table, column) not in STAYS:
                yield ClientReference(type_.kind.table, column, type_, _unless_twice(type_.kind.table, column))
    yield from _SATELLITES


def _unless_twice(table: str, column: str) -> str:
    """Return the condition of the rows that go over: those of which the other client does not have its own."""
    conditions = []
    for place, others in TWICE.values():
        same = " AND ".join(f'o."{other}" IS NOT DISTINCT FROM t."{other}"' for other in others)
        if place == table:
            conditions.append(f'NOT EXISTS (SELECT FROM {table} o WHERE {same} AND o."{column}" = $2)')
    return " AND ".join(conditions) or "TRUE"
