"""The absence report in print, for the payer: its link is shown once, and fetching it checks permission and way out."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.policy import access_rule, predicate_sql
from auth.processing import CONTENTS
from models.client import Client
from models.term import Term
from models.values import full_name
from resolvers.casework.ways_out import way_out_to_payer
from resolvers.catalogues import translated
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes
from resolvers.payers.absence_reports import CATEGORY
from resolvers.printing.dates import day_text, period_text
from resolvers.printing.document import Document, table
from resolvers.printing.typesetting import pdf_of
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters, look_values
from resolvers.writing.identity_codes import opened_code
from workflow.absence_report import PRINTED_ABSENCE_REPORT_STATES
from workflow.attendance_codes import ATTENDANCE_CODES
from workflow.term import ONCE_IN_FORCE_TERM_STATES
from workflow.titles import LANGUAGES
from workflow.vocabulary import CARE, IDENTITY

_LOGGED = (
    *("ReportedAbsence.day", "ReportedAbsence.code", "ReportedAbsence.benefit", "ReportedAbsence.minutes"),
    *("Client.lastName", "Client.firstNames", "Client.personalIdentityCode"),
)
# What the report says of each day: of the rows that it corrects itself, the last word.
_ROWS = (
    "SELECT x.day, x.kind, x.code, x.benefit, x.minutes FROM reported_absence x"
    " LEFT JOIN reported_absence e ON e.id = x.corrects_id WHERE x.report_id = $1"
    " AND NOT EXISTS (SELECT FROM reported_absence n WHERE n.corrects_id = x.id AND n.report_id = x.report_id)"
    " AND NOT (x.code IS NULL AND e.report_id = x.report_id) ORDER BY x.day, x.id"
)


async def printed_absence_report(context: CommandContext, report: UUID) -> bytes | None:
    """
    Return a report as PDF, with the name and the identity code that the payer knows the person by.

    None when this viewer may not read all of it, or the payer may not be told of it today.
    """
    async with in_transaction() as db:
        found = await _readable(context, report, db)
        if found is None:
            return None
        client: Any = await Client.get(pk=found["client_id"], using_db=db)
        rows = await db.execute_query_dict(_ROWS, [report])
        reasons = await _reasons({row["code"] for row in rows} - {None}, context.viewer.language, db)
    code = opened_code(context, "client", client) if client.personal_identity_code is not None else ""
    person = full_name(client.first_names, client.last_name), code
    document = absence_document(context.content_types, found, rows, person, reasons, context.viewer.language)
    return await CONTENTS.run(pdf_of, document, int(context.now.timestamp()))


async def _readable(context: CommandContext, report: UUID, db: TransactionalDBClient) -> dict[str, Any] | None:
    """Return the columns of a report that may be printed, in one statement that logs the look."""
    kind, owner = context.content_types["absence_report"].kind, context.content_types["client"].kind
    bind = StatementParameters()
    may_read = predicate_sql(kind, access_rule(context.viewer, kind, CARE), "t", bind.viewer)
    may_identify = predicate_sql(owner, access_rule(context.viewer, owner, IDENTITY), "c", bind.viewer)
    wanted = bind(("id",), lambda _: report, "uuid")
    look = look_values(call_of_command(context), "absenceReport.pdf", list(_LOGGED), [report])
    log = bind.disclosure_row(look, "SELECT client_id FROM own")
    sql = (
        "WITH own AS MATERIALIZED (SELECT t.client_id, t.payer_id, t.starts_on, t.ends_on, y.name AS payer,"
        " y.street_address, y.postal_code, y.city, o.name AS unit FROM absence_report t"
        " JOIN agency y ON y.id = t.payer_id JOIN unit o ON o.id = t.unit_id JOIN client c ON c.id = t.client_id"
        f" WHERE t.id = {wanted}"
        f" AND {PRINTED_ABSENCE_REPORT_STATES.sql('t.state')} AND {may_read} AND {may_identify}),"
        f" log AS ({log}) SELECT * FROM own"
    )
    rows = await db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters])
    if not rows or not await way_out_to_payer(context, rows[0]["client_id"], rows[0]["payer_id"], CATEGORY, db):
        return None
    return dict(rows[0])


async def _reasons(codes: set[str], language: str, db: TransactionalDBClient) -> dict[str, str]:
    """Return the words for the reasons, by code; of several versions the newest one's."""
    states = list(ONCE_IN_FORCE_TERM_STATES)
    terms = Term.filter(vocabulary=ATTENDANCE_CODES, token__in=sorted(codes), state__in=states).using_db(db)
    return {term.token: str(getattr(term, f"title_{language}")) for term in await terms.order_by("id")}


def absence_document(
    content_types: ContentTypes,
    report: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    person: tuple[str, str],
    reasons: Mapping[str, str],
    language: str,
) -> Document:
    """Return the document of a report; `person` is the name and the identity code, empty when there is none."""
    of_report, of_row, of_client = (content_types[n] for n in ("absence_report", "reported_absence", "client"))
    number = LANGUAGES.index(language)
    kinds, effects = of_row.fields["kind"].choice_titles, of_row.fields["benefit"].choice_titles
    heads = [_title(of_row, name, language) for name in ("day", "kind", "code", "minutes", "benefit")]
    cells = [
        [
            day_text(row["day"], language),
            kinds[row["kind"]][number],
            reasons.get(row["code"], row["code"] or ""),
            "" if row["minutes"] is None else str(row["minutes"]),
            effects[row["benefit"]][number] if row["benefit"] else "",
        ]
        for row in rows
    ]
    title, town = of_report.titles[number], " ".join(filter(None, (report["postal_code"], report["city"])))
    return Document(
        language=language,
        title=title,
        footer=translated("Confidential. Contains personal data.", language),
        page_word=translated("Page", language),
        blocks=[table(heads, cells)],
        author=report["unit"],
        subject=title,
        sender=[report["unit"]],
        recipient=[line for line in (report["payer"], report["street_address"], town) if line],
        facts=[
            (of_client.titles[number], person[0]),
            *([(_title(of_client, "personal_identity_code", language), person[1])] if person[1] else []),
            (translated("Period", language), period_text(report["starts_on"], report["ends_on"], language)),
        ],
    )


def _title(type_: ContentType, name: str, language: str) -> str:
    return type_.fields[name].titles[LANGUAGES.index(language)]
