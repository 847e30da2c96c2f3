"""The look that a print is: one statement checks permissions, reads what stands on the paper, and leaves its row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from auth.disclosure import exceptional_purposes_sql
from auth.policy import access_rule, predicate_sql
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, camel
from resolvers.public_ids import public_id
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters, look_values
from workflow.language import States
from workflow.titles import LANGUAGES, spoken_language
from workflow.vocabulary import NAME, Permission

_NAMED = "CASE WHEN {may} THEN concat_ws(' ', {row}.first_names, {row}.last_name) END"


@dataclass(frozen=True)
class Paper:
    """
    What is printed of one content type, in which states, and which permissions on it the whole paper needs.

    `columns`, `joins` and a further `condition` are SQL; `t` is the row, `person` its client, `u` its unit, `o` the
    organisation of the unit. `fields` are the names under which the log keeps what was read. `referral` is the column
    of the referral, whose agency knows the person by the name that it gave.
    """

    noun: str
    states: States
    permissions: tuple[Permission, ...]
    columns: str
    fields: tuple[str, ...]
    joins: str = ""
    condition: str = "TRUE"
    referral: str | None = None


async def look_at_paper(context: CommandContext, paper: Paper, uuid: UUID) -> dict[str, Any] | None:
    """
    Return what a paper says, by column; None when it is not printed yet, or not for this viewer.

    Besides the columns of the paper there are `person` (the name of the client, or the id where the viewer may not know
    the name), `language` (the person's, Finnish where the service does not speak it), `unit` and `organisation`.
    """
    async with in_transaction() as db:
        return await _row(context, paper, uuid, db)


async def _row(context: CommandContext, paper: Paper, uuid: UUID, db: BaseDBAsyncClient) -> dict[str, Any] | None:
    bind, type_ = StatementParameters(), context.content_types[paper.noun]
    may_read = " AND ".join(_may(context, type_, permission, "t", bind) for permission in paper.permissions)
    wanted = bind(("id",), lambda _: uuid, "uuid")
    names = [_NAMED.format(may=_may(context, context.content_types["client"], NAME, "person", bind), row="person")]
    joins = paper.joins
    if paper.referral:
        joins += f" LEFT JOIN referral sent ON sent.id = t.{paper.referral}"
        may = _may(context, context.content_types["referral"], NAME, "sent", bind)
        names.append(_NAMED.format(may=may, row="sent"))
    call = call_of_command(context)
    fields = [*paper.fields, "Client.firstNames", "Client.lastName"]
    looked = look_values(call, f"{paper.noun}.pdf", fields, [uuid])
    exceptions = exceptional_purposes_sql(context.viewer, bind.viewer)
    log = bind.disclosure_row(looked, "SELECT client_id FROM own", exceptions=exceptions)
    sql = (
        f"WITH own AS MATERIALIZED (SELECT t.client_id, {paper.columns}, coalesce({', '.join(names)}) AS person,"
        " person.service_language AS language, u.name AS unit, o.name AS organisation"
        f" FROM {type_.kind.table} t JOIN client person ON person.id = t.client_id JOIN unit u ON u.id = t.unit_id"
        f" JOIN organisation o ON o.id = u.organisation_id{joins}"
        f" WHERE t.id = {wanted} AND {paper.states.sql('t.state')} AND {paper.condition} AND {may_read}),"
        f" log AS ({log}) SELECT * FROM own"
    )
    rows = await db.execute_query_dict(sql, [get(call) for get in bind.getters])
    if not rows:
        return None
    return {**rows[0], "person": _person(rows[0]), "language": spoken_language(rows[0]["language"])}


def _may(
    context: CommandContext, type_: ContentType, permission: Permission, alias: str, bind: StatementParameters
) -> str:
    return predicate_sql(type_.kind, access_rule(context.viewer, type_.kind, permission), alias, bind.viewer)


def _person(row: Mapping[str, Any]) -> str:
    return str(row["person"] or public_id("client", UUID(str(row["client_id"]))))


def title_of(type_: ContentType, name: str, language: str) -> str:
    """Return the title of a field or a reference of a content type, by its name, in a language."""
    return type_.keys[camel(name)].titles[LANGUAGES.index(language)]
