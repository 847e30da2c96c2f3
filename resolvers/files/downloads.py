"""Downloads of files: the statement that checks the caller's permission also writes the disclosure log."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from auth.disclosure import exceptional_purposes_sql, logged_name
from auth.liveness import liveness_sql
from auth.policy import access_rule, predicate_sql
from resolvers.declaration import ContentType
from resolvers.reading.parameters import Call, StatementParameters, look_values
from resolvers.reading.plan import Reads
from workflow.vocabulary import VIEW


async def disclosed_file(
    pool: Reads, content_types: Mapping[str, ContentType], call: Call, uuid: UUID
) -> Mapping[str, Any] | None:
    """
    Return name, media type, size, last scan and finding of a file that the caller may read now.

    None when it does not exist or is not visible.

    One statement checks the object's permissions and whether the caller is still valid, and writes the disclosure log.
    """
    noun = await pool.fetchval("SELECT noun FROM attachment WHERE id = $1", uuid)
    type_ = content_types.get(noun) if noun else None
    if type_ is None or type_.attached is None:
        return None
    bind = StatementParameters()
    rules = (access_rule(call.viewer, type_.kind, p) for p in (VIEW, type_.attached.read))
    guards = " AND ".join(predicate_sql(type_.kind, rule, "t", bind.viewer) for rule in rules)
    placeholder = bind("file", lambda _: uuid, "uuid")
    person = type_.subject.format("t") if type_.subject else "NULL::uuid"
    live = f"(SELECT {liveness_sql(call.viewer, bind.viewer)})"
    log = f", log AS ({_disclosure_row(call, type_, uuid, live, bind)})" if type_.subject else ""
    row = await pool.fetchrow(
        "WITH f AS MATERIALIZED (SELECT a.name, a.media_type, a.size, a.scanned_at, a.finding,"
        f" {person} AS subject FROM attachment a"
        f" JOIN {type_.kind.table} t ON t.id = a.object_id WHERE a.id = {placeholder} AND a.uploaded_at IS NOT NULL"
        f" AND {guards} AND {live}){log} SELECT name, media_type, size, scanned_at, finding FROM f",
        *(get(call) for get in bind.getters),
    )
    return dict(row) if row else None


def _disclosure_row(call: Call, type_: ContentType, file: UUID, live: str, bind: StatementParameters) -> str:
    values = look_values(call, "file", [logged_name(type_.name, "attachments")], [file], file.hex)
    exceptions = exceptional_purposes_sql(call.viewer, bind.viewer)
    return bind.disclosure_row(values, "SELECT subject FROM f", live, exceptions)
