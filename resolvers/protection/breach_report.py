"""
The report of a breach: whose data was disclosed, which fields, by which documents; and what else was done.

One statement reads the log, leaves its own row in it, and answers one page of persons with the totals of all. A person
is named as far as the caller may read the name; of an erased one there is the id alone, which leads to nobody.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from auth.disclosure import Outcome, logged_name
from auth.policy import access_rule, predicate_sql
from resolvers.declaration import ContentTypes
from resolvers.protection.breach_looks import FIELDS_OF_PERSON, LogSource, looks_ctes
from resolvers.public_ids import public_id_sql
from resolvers.reading.cursors import cursor_binding, cursor_values, sealed_cursor
from resolvers.reading.parameters import Call, StatementParameters, look_values
from resolvers.reading.plan import Reads
from resolvers.refusals import BadArgument, BadCursor
from workflow.vocabulary import NAME

REPORT = "breachReport"
MOST_LISTED = 100  # documents and tokens in the totals, the most used first
_PERSON = f"""json_build_object(
  'person', coalesce({public_id_sql("client", "p.client")}, {public_id_sql("referral", "p.referral")}, p.person::text),
  'key', p.person, 'name', {{name}}, 'isErased', p.client IS NULL AND p.referral IS NULL,
  'looks', p.looks, 'first', p.first, 'last', p.last, 'fields', {FIELDS_OF_PERSON},
  'documents', (SELECT json_agg(x) FROM (SELECT n.operation, n.document, count(*) AS looks FROM named n
    WHERE n.person = p.person GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT {MOST_LISTED}) x)
)"""
_CALLER = (
    f"coalesce((SELECT {public_id_sql('agency_client', 'g.id')} FROM agency_client g WHERE g.id = account),"
    f" {public_id_sql('account', 'account')})"
)
_TOTALS = f"""json_build_object(
  'persons', (SELECT count(*) FROM persons),
  'erased', (SELECT count(*) FROM persons WHERE client IS NULL AND referral IS NULL),
  'looks', count(*), 'first', min(s.at), 'last', max(s.at),
  'denied', count(*) FILTER (WHERE s.outcome = '{Outcome.DENIED}'),
  'withoutPersons', count(*) FILTER (WHERE s.outcome = '{Outcome.NOTHING}'),
  'files', count(*) FILTER (WHERE s.operation = 'file' AND s.outcome = '{Outcome.SHOWN}'),
  'exports', count(*) FILTER (WHERE s.operation LIKE 'package.%' AND s.outcome = '{Outcome.SHOWN}'),
  'documents', (SELECT coalesce(json_agg(x), '[]') FROM (SELECT operation, document, count(*) AS looks FROM seen
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT {MOST_LISTED}) x),
  'tokens', (SELECT coalesce(json_agg(x), '[]') FROM (SELECT {_CALLER} AS account, application, credential,
    count(*) AS looks, min(at) AS first, max(at) AS last FROM seen GROUP BY 1, 2, 3
    ORDER BY 4 DESC, 1, 2, 3 LIMIT {MOST_LISTED}) x)
)"""


@dataclass(frozen=True)
class ReportPage:
    """One page of a report: persons with their cursors, whether more follow, and the totals of all pages."""

    persons: list[tuple[str, dict[str, Any]]]
    has_more: bool
    totals: dict[str, Any]


def report_sql(
    call: Call, content_types: ContentTypes, source: LogSource, size: int, after: UUID | None
) -> tuple[str, list[Any]]:
    """Return the statement of a page and the values that are bound to it."""
    bind, client = StatementParameters(), content_types["client"].kind
    may_name = predicate_sql(client, access_rule(call.viewer, client, NAME), "c", bind.viewer)
    full_name = "concat_ws(' ', coalesce(c.call_name, c.first_names), c.last_name)"
    name = f"(SELECT {full_name} FROM client c WHERE c.id = p.client AND {may_name})"
    limit = bind(("limit",), lambda _: size, "bigint")
    cursor = bind(("after",), lambda _: after, "uuid")
    fields = [logged_name("DataBreach", REPORT)]
    fields += [logged_name("Client", key) for key in ("firstNames", "lastName")] if may_name != "FALSE" else []
    values = look_values(call, REPORT, fields, [source.account] if source.account else [])
    log = bind.disclosure_row(values, "SELECT person FROM shown")
    sql = (
        f"WITH {looks_ctes(source, bind)}, page AS MATERIALIZED (SELECT * FROM persons"
        f" WHERE {cursor} IS NULL OR person > {cursor} ORDER BY person LIMIT {limit} + 1),"
        f" shown AS MATERIALIZED (SELECT * FROM page ORDER BY person LIMIT {limit}), log AS ({log})"
        f" SELECT (SELECT coalesce(json_agg({_PERSON.format(name=name)} ORDER BY p.person), '[]') FROM shown p)"
        f" AS persons, (SELECT count(*) FROM page) > {limit} AS has_more,"
        f" (SELECT {_TOTALS} FROM seen s) AS totals"
    )
    return sql, [get(call) for get in bind.getters]


async def report_page(
    pool: Reads,
    call: Call,
    content_types: ContentTypes,
    source: LogSource,
    first: int | None,
    after: str | None,
) -> ReportPage:
    """
    Return a page of the report, in the order of the persons' ids.

    :raises BadArgument: when `first` is above the largest page
    :raises BadCursor: when the cursor is not of this report
    """
    most = call.page_caps[0]
    size = min(most, 25) if first is None else first
    if not 0 <= size <= most:
        raise BadArgument("ARGUMENT_RANGE", "first", least="0", most=str(most))
    binding = cursor_binding(call.viewer.account, REPORT, "PERSON", source.values())
    last = _position(cursor_values(after, call.cursor_keys, binding)) if after else None
    sql, values = report_sql(call, content_types, source, size, last)
    row = await pool.fetchrow(sql, *values)
    if row is None:
        raise LookupError("a statement of totals has one row")
    persons = orjson.loads(row["persons"])
    cursors = [sealed_cursor(call.cursor_key, person["key"].encode(), binding) for person in persons]
    return ReportPage(list(zip(cursors, persons, strict=True)), row["has_more"], orjson.loads(row["totals"]))


def _position(values: list[str]) -> UUID:
    try:
        return UUID(values[0])
    except ValueError:
        raise BadCursor("This cursor is not of this report. Ask again without it.") from None
