"""The report of an import as CSV: line, column, code and reason of each refusal, and no value of the file."""

from uuid import UUID

from tortoise.connection import get_connection

from auth.policy import access_rule, predicate_sql
from auth.processing import CONTENTS
from resolvers.context import CommandContext
from resolvers.printing.cells import Cell, csv_of, neutral
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters
from workflow.titles import LANGUAGES
from workflow.vocabulary import VIEW


async def import_report_csv(context: CommandContext, client_import: UUID) -> bytes | None:
    """
    Return the refused lines of an import in the order of the file, with titles in the language of the viewer.

    None when this viewer may not see the import. It is in UTF-8 with semicolons, as Finnish spreadsheets read it.
    """
    refusal, owner = (context.content_types[noun] for noun in ("import_refusal", "client_import"))
    bind = StatementParameters()
    may_open = predicate_sql(owner.kind, access_rule(context.viewer, owner.kind, VIEW), "i", bind.viewer)
    wanted = bind(("id",), lambda _: client_import, "uuid")
    # The first row only says that the import is seen: one without refusals has a report too.
    sql = (
        f"WITH opened AS MATERIALIZED (SELECT i.id FROM client_import i WHERE i.id = {wanted} AND {may_open})"
        " SELECT t.line, t.field, t.code, t.reason FROM opened LEFT JOIN import_refusal t"
        " ON t.client_import_id = opened.id ORDER BY t.line NULLS FIRST, t.id"
    )
    values = [get(call_of_command(context)) for get in bind.getters]
    rows = await get_connection("default").execute_query_dict(sql, values)
    if not rows:
        return None
    number = LANGUAGES.index(context.viewer.language)
    titles = {field.key: field.titles[number] for field in context.content_types["client"].fields.values()}
    cells: list[list[Cell]] = [
        [neutral(refusal.fields[name].titles[number]) for name in ("line", "field", "code", "reason")]
    ]
    for row in rows:
        if row["line"] is not None:
            said = (titles.get(row["field"] or "", ""), row["code"], row["reason"])
            cells.append([row["line"], *map(neutral, said)])
    return await CONTENTS.run(csv_of, cells)
