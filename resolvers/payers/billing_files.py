"""The billing basis as a file, CSV or a spreadsheet: its link is shown once, and fetching it checks the policy."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.policy import access_rule, predicate_sql
from auth.processing import CONTENTS
from resolvers.context import Changes, CommandContext, Rulebook, Step
from resolvers.declaration import ContentType
from resolvers.printing.cells import Cell, csv_of, neutral
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters, look_values
from resolvers.writing.transitions import show_print_link
from workflow.titles import LANGUAGES
from workflow.vocabulary import MONEY

_COLUMNS = ("number", "kind", "day_count", "minutes", "price_cents", "reason")


async def link_billing_csv(step: Step) -> Changes:
    """Show the caller once an address of the basis as CSV, valid for ten minutes."""
    return show_print_link(step, "csv")


async def link_billing_xlsx(step: Step) -> Changes:
    """Show the caller once an address of the basis as a spreadsheet, valid for ten minutes."""
    return show_print_link(step, "xlsx")


async def billing_csv(context: CommandContext, basis: UUID) -> bytes | None:
    """Return a basis as CSV, in UTF-8 with semicolons, as Finnish spreadsheets read it; None when it is not seen."""
    return await _file(context, basis, "csv", csv_of)


async def billing_xlsx(context: CommandContext, basis: UUID) -> bytes | None:
    """Return a basis as a spreadsheet; None when this viewer may not see it."""
    return await _file(context, basis, "xlsx", _xlsx)


async def _file(
    context: CommandContext, basis: UUID, form: str, made: Callable[[Sequence[Sequence[Cell]]], bytes]
) -> bytes | None:
    type_ = context.content_types["billing_row"]
    rows = await _rows(context, type_, basis, form)
    if rows is None:
        return None
    return await CONTENTS.run(made, cells_of(type_, rows, context.viewer.language))


async def _rows(
    context: CommandContext, type_: ContentType, basis: UUID, form: str
) -> Sequence[Mapping[str, Any]] | None:
    """Return the rows of a basis that the viewer may see with their prices, in one statement that logs the look."""
    owner, bind = context.content_types["billing_basis"].kind, StatementParameters()
    may_open = predicate_sql(owner, access_rule(context.viewer, owner, MONEY), "b", bind.viewer)
    may_read = predicate_sql(type_.kind, access_rule(context.viewer, type_.kind, MONEY), "t", bind.viewer)
    wanted = bind(("id",), lambda _: basis, "uuid")
    fields = [f"BillingRow.{type_.fields[name].key}" for name in _COLUMNS]
    look = look_values(call_of_command(context), f"billingBasis.{form}", fields, [basis])
    log = bind.disclosure_row(look, "SELECT client_id FROM own")
    sql = (
        f"WITH opened AS MATERIALIZED (SELECT b.id FROM billing_basis b WHERE b.id = {wanted} AND {may_open}),"
        f" own AS MATERIALIZED (SELECT t.client_id, t.id, {', '.join(f't.{name}' for name in _COLUMNS)}"
        f" FROM billing_row t JOIN opened ON opened.id = t.basis_id WHERE {may_read}), log AS ({log})"
        " SELECT own.*, TRUE AS is_open FROM own UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, TRUE"
        " FROM opened ORDER BY number NULLS LAST, id"
    )
    async with in_transaction() as db:
        found = await db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters])
    return [row for row in found if row["id"] is not None] if found else None


def cells_of(type_: ContentType, rows: Sequence[Mapping[str, Any]], language: str) -> list[list[Cell]]:
    """Return the titles of the columns and the cells of the rows; texts are neutral, numbers stay numbers."""
    number = LANGUAGES.index(language)
    kinds = type_.fields["kind"].choice_titles
    cells: list[list[Cell]] = [[neutral(type_.fields[name].titles[number]) for name in _COLUMNS]]
    for row in rows:
        told = {**row, "kind": kinds[row["kind"]][number]}
        values = [told[name] for name in _COLUMNS]
        cells.append([neutral(value) if isinstance(value, str) else value for value in values])
    return cells


def _xlsx(cells: Sequence[Sequence[Cell]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - a process that exports nothing keeps its memory
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - likewise

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in cells:  # a spreadsheet is XML, which has no control characters
        sheet.append(
            [ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", c) if isinstance(c, str) else c for c in row]
        )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


BILLING_FILE_RULES = Rulebook.of(effects=(link_billing_csv, link_billing_xlsx))
