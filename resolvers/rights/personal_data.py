"""The fields and rows that are about a person, by the declarations of the content types."""

from models.client_merge import TWICE_TABLES, with_merged_sql
from models.code_index import ODD, same_code_sql
from resolvers.declaration import ContentType, ContentTypes, Field


def personal_fields(type_: ContentType) -> list[Field]:
    """Return the fields that are about the person of a row."""
    return [f for f in type_.fields.values() if f.personal]


def is_about_a_client(type_: ContentType) -> bool:
    """Return whether the rows of a type are about a person and refer to that client."""
    return type_.subject is not None and type_.kind.reach.client is not None


def owned_rows_sql(content_types: ContentTypes, type_: ContentType, alias: str, client: str) -> str:
    """
    Return the SQL condition of the rows about a client.

    Rows without a client but with the same identity code are included, unless an earlier client has the code too; and
    so are the parts of included rows, such as the answers that were given with a referral, the clients that were merged
    into this one, and what stayed with them.
    """
    column = f"{alias}.{type_.kind.reach.client}"
    condition = f"{column} = {client}"
    if type_.kind.reach.client == "id" or type_.kind.table in TWICE_TABLES:
        condition = f"{column} = ANY({with_merged_sql(client)})"
    if ODD in type_.model._meta.fields_db_projection and type_.kind.reach.client != "id":
        same = f"{same_code_sql('c', alias)} AND NOT c.identity_held"
        code = f"EXISTS (SELECT FROM client c WHERE c.id = {client} AND {same})"
        condition = f"({condition} OR ({column} IS NULL AND {code}))"
    if part := type_.part_of:
        parent_type = next(content_types[str(f.target)] for f in type_.fields.values() if f.column == part.column)
        owned_parents = owned_rows_sql(content_types, parent_type, "o", client)
        owners = f"SELECT o.id FROM {parent_type.kind.table} o WHERE {owned_parents}"
        condition = f"({condition} OR ({column} IS NULL AND {alias}.{part.column} IN ({owners})))"
    return condition
