"""
Whose data a breach reached: the looks of one account, OAuth client, token or session in a period, person by person.

They are read from the disclosure log as it was written. Rows that are older than the columns of client and token are
found by their account alone; those of an agency's system by its registration too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from auth.disclosure import Outcome, Surface
from resolvers.reading.parameters import StatementParameters
from resolvers.refusals import BadArgument
from workflow.client import STORED_CLIENT_STATES
from workflow.data_breach import MOST_REPORT_DAYS

# A look names a client, or a referral that may have become one since. Refused looks disclosed nothing.
_CTES = """
seen AS MATERIALIZED (
  SELECT d.id, d.at, d.fields, d.subjects, d.operation, d.document, d.outcome, d.account, d.application, d.credential
  FROM disclosure_log d WHERE {who} AND d.at >= {since} AND d.at < {until}
), named AS MATERIALIZED (
  SELECT DISTINCT coalesce(r.client_id, m.merged_into_id, p.id) AS person, s.id, s.at, s.fields, s.operation, s.document
  FROM seen s, unnest(s.subjects) p(id) LEFT JOIN referral r ON r.id = p.id
    LEFT JOIN client m ON m.id = p.id WHERE s.outcome = '{shown}'
), persons AS MATERIALIZED (
  SELECT n.person, count(*) AS looks, min(n.at) AS first, max(n.at) AS last,
    c.id AS client, CASE WHEN c.id IS NULL THEN f.id END AS referral
  FROM named n LEFT JOIN client c ON c.id = n.person AND {stored} LEFT JOIN referral f ON f.id = n.person
  GROUP BY n.person, c.id, f.id
)"""
FIELDS_OF_PERSON = f"""ARRAY(
  SELECT DISTINCT x.field FROM named n, unnest(n.fields) x(field)
  WHERE n.person = p.person AND x.field NOT LIKE '%:{Surface.DENIED}' ORDER BY 1
)"""


@dataclass(frozen=True)
class LogSource:
    """
    Whose looks are meant, and in which period [`since`, `until`), UTC.

    Exactly one of `account`, `application` (the OAuth client's id) and `credential` (a token's `jti`, or a session's
    id) is given; the period has at most `MOST_REPORT_DAYS` days.

    :raises BadArgument: otherwise
    """

    account: UUID | None
    application: str | None
    credential: str | None
    since: datetime
    until: datetime

    def __post_init__(self) -> None:
        """Refuse several sources or none, and a period that is empty or too long."""
        if sum(value is not None for value in (self.account, self.application, self.credential)) != 1:
            raise BadArgument("ARGUMENT_ONE_OF", "account", possible="account, client, token")
        if not timedelta() < self.until - self.since <= timedelta(days=MOST_REPORT_DAYS):
            raise BadArgument("ARGUMENT_PERIOD", "to", most=str(MOST_REPORT_DAYS))

    def values(self) -> dict[str, str]:
        """Return what the source is, as text, for what is bound to it."""
        return {name: str(value) for name, value in vars(self).items()}


def looks_ctes(source: LogSource, bind: StatementParameters) -> str:
    """Return the CTEs `seen` (log rows), `named` (look and person) and `persons` of a source."""
    return _CTES.format(
        who=_who(source, bind),
        since=bind(("since",), lambda _: source.since, "timestamptz"),
        until=bind(("until",), lambda _: source.until, "timestamptz"),
        shown=Outcome.SHOWN,
        stored=STORED_CLIENT_STATES.sql("c.state"),
    )


def _who(source: LogSource, bind: StatementParameters) -> str:
    if source.account is not None:
        return f"d.account = {bind(('account',), lambda _: source.account, 'uuid')}"
    if source.credential is not None:
        return f"d.credential = {bind(('credential',), lambda _: source.credential, 'text')}"
    client = bind(("application",), lambda _: source.application, "text")
    return f"(d.application = {client} OR d.account IN (SELECT g.id FROM agency_client g WHERE g.public_id = {client}))"


def source_of(breach: Any) -> LogSource | None:
    """Return whose looks a breach is about; None when it is not about looks, or the period is open."""
    given = (breach.account_id, breach.application, breach.credential)
    if all(value is None for value in given) or breach.starts_at is None or breach.ends_before is None:
        return None
    return LogSource(*given, breach.starts_at, breach.ends_before)
