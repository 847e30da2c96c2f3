"""The SELECTs of the access paths that query the database: whom a viewer reaches by caseload, consent or request."""

from collections.abc import Callable, Mapping

from auth.representation import REPRESENTED_SQL
from models.referral import Referral
from workflow.consent import CONSENT_IN_FORCE_STATES
from workflow.data_request import OPEN_STATES as OPEN_REQUEST_STATES
from workflow.exceptional_access import OPEN_EMERGENCY_STATES, OPEN_SUPPORT_STATES
from workflow.language import ClientRestriction
from workflow.referral import DISCLOSED_STATES
from workflow.relationship import CASELOAD_STATES, STANDING_IN_STATES
from workflow.roles import PathKind

CASELOAD_SQL = (
    "SELECT c.client_id FROM relationship c WHERE c.responsible_coach_id = {staff}"
    f" AND {CASELOAD_STATES.sql('c.state')}"
    " UNION ALL SELECT s.client_id FROM substitution s WHERE s.staff_member_id = {staff}"
    f" AND {STANDING_IN_STATES.sql('s.state')}"
    " AND s.starts_on <= {today} AND (s.ends_before IS NULL OR s.ends_before > {today})"
)
# A consent `k` that is in force today and names a category of data.
CONSENT_IN_FORCE = (
    f"{CONSENT_IN_FORCE_STATES.sql('k.state')}"
    " AND '{category}' = ANY(k.categories) AND k.given_on <= {today}"
    " AND (k.valid_until IS NULL OR k.valid_until >= {today})"
)
# The consent is checked when the row is read: a withdrawal hides the row at the very next request.
CONSENT_SQL = (
    f"SELECT r.id FROM referral r WHERE r.agency_id = {{agency}} AND {DISCLOSED_STATES.sql('r.state')}"
    " AND (r.basis = 'STATUTORY' OR EXISTS (SELECT 1 FROM consent k WHERE k.client_id = r.client_id"
    " AND k.agency_id = r.agency_id AND (k.referral_id IS NULL OR k.referral_id = r.id)"
    f" AND {CONSENT_IN_FORCE}))"
)
# Emergency and support access end by themselves, so the time is part of the condition.
EMERGENCY_SQL = (
    f"SELECT e.client_id FROM emergency_access e WHERE e.account_id = {{account}}"
    f" AND {OPEN_EMERGENCY_STATES.sql('e.state')} AND e.ends_at > {{now}}"
)
_SUPPORT_SQL = (
    "SELECT v.{target} FROM support_access v WHERE v.staff_member_id = {{staff}}"
    f" AND {OPEN_SUPPORT_STATES.sql('v.state')}"
    " AND v.starts_at <= {{now}} AND v.ends_at > {{now}} AND v.{target} IS NOT NULL"
)
# A request opens the data of its person to the privacy officer, from the proof of identity until the answer; but never
# to the officer who entered the request, because nobody may open a person's data alone.
_REQUEST_SQL = (
    f"SELECT q.client_id FROM data_request q WHERE {OPEN_REQUEST_STATES.sql('q.state')} AND q.created_by <> {{account}}"
)
# The kinds of paths that query the database: the viewer's value from which they start, and the SELECT of the ids that
# they reach.
PATH_SELECTS: Mapping[PathKind, tuple[str, str]] = {
    PathKind.CASELOAD: ("staff", CASELOAD_SQL),
    PathKind.CONSENT: ("agency", CONSENT_SQL),
    PathKind.EMERGENCY: ("account", EMERGENCY_SQL),
    PathKind.SUPPORT: ("staff", _SUPPORT_SQL.format(target="client_id")),
    PathKind.SUPPORTED_UNIT: ("staff", _SUPPORT_SQL.format(target="whole_unit_id")),
    PathKind.REQUEST: ("account", _REQUEST_SQL),
    PathKind.REPRESENTED: ("account", REPRESENTED_SQL),
}


def condition_sql(
    restriction: ClientRestriction, table: str, referral: str | None, alias: str, bind: Callable[[str], str]
) -> str:
    """Return the SQL of a restriction's own condition, on a row or on the referral behind it."""
    condition = restriction.of_row or restriction.of_referral
    today = bind("today") if "{today}" in condition else ""  # what is bound must be used
    if restriction.of_row or table == Referral._meta.db_table:
        return condition.format(alias=alias, today=today)
    found = condition.format(alias="m", today=today)
    return f"EXISTS (SELECT FROM referral m WHERE m.id = {alias}.{referral} AND {found})"
