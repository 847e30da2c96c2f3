"""
The figures of a month: counted once when the month has settled, each person once, and never changed again.

What is published stands in workflow/statistics.py, and why in decision 0221.
"""

from datetime import date
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.viewer import SYSTEM_ACCOUNT_ID
from models.monthly_figure import MonthlyFigure
from resolvers.context import CommandContext
from resolvers.retention.statistics import publish_erased
from workflow.calendar import months_after
from workflow.monthly_figure import monthly_figure
from workflow.programme import NEVER_RUN_PROGRAMME_STATES
from workflow.relationship import OVER_RELATIONSHIP_STATES
from workflow.statistics import Case, last_settled_month, publishable_figures

# A relationship that is typed in later makes no month of before count again: it stands in no figure.
_UNCOUNTED = (
    "SELECT m::date AS month FROM generate_series((SELECT date_trunc('month', min(started_on)) FROM relationship),"
    " $1::date, interval '1 month') m WHERE NOT EXISTS (SELECT FROM frozen_month f WHERE f.month = m::date) ORDER BY 1"
)
_CLAIM = "INSERT INTO frozen_month (month, frozen_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING month"
# A municipality counts a person at the first start alone: two months of one person could be subtracted. Whoever is
# under a safety restriction stands in no row of a municipality (R15), whose processing is restricted in no breakdown.
_CASES = f"""
WITH started AS (
  SELECT r.id, r.unit_id, r.client_id, r.started_on AS day, f.agency_id, c.municipality,
    c.processing_restriction AS is_limited,
    c.processing_restriction OR c.safety_restriction OR EXISTS (SELECT FROM relationship e
      WHERE e.client_id = r.client_id AND (e.started_on, e.id) < (r.started_on, r.id)) AS is_nowhere
  FROM relationship r JOIN client c ON c.id = r.client_id LEFT JOIN referral f ON f.id = r.referral_id
  WHERE r.started_on >= $1 AND r.started_on < $2
), begun AS (
  SELECT p.id, p.unit_id, p.client_id, p.starts_on AS day, s.code, c.processing_restriction AS is_limited
  FROM programme p JOIN client c ON c.id = p.client_id JOIN service_type s ON s.id = p.service_type_id
  WHERE p.starts_on >= $1 AND p.starts_on < $2 AND NOT {NEVER_RUN_PROGRAMME_STATES.sql("p.state")}
), ended AS (
  SELECT r.id, r.unit_id, r.client_id, r.ended_on AS day, r.end_reason, r.situation_at_end,
    c.processing_restriction AS is_limited
  FROM relationship r JOIN client c ON c.id = r.client_id
  WHERE r.ended_on >= $1 AND r.ended_on < $2 AND {OVER_RELATIONSHIP_STATES.sql("r.state")}
), counted AS (
  SELECT 'STARTED' AS kind, unit_id, client_id, NULL AS code, FALSE AS is_apart, day, id FROM started
  UNION ALL SELECT 'STARTED_BY_AGENCY', unit_id, client_id, agency_id::text, is_limited, day, id FROM started
  UNION ALL SELECT 'STARTED_BY_MUNICIPALITY', unit_id, client_id, municipality, is_nowhere, day, id FROM started
  UNION ALL SELECT 'SERVICE_BEGUN', unit_id, client_id, NULL, FALSE, day, id FROM begun
  UNION ALL SELECT 'SERVICE_BEGUN_BY_TYPE', unit_id, client_id, code, is_limited, day, id FROM begun
  UNION ALL SELECT 'ENDED', unit_id, client_id, NULL, FALSE, day, id FROM ended
  UNION ALL SELECT 'ENDED_BY_REASON', unit_id, client_id, end_reason, is_limited, day, id FROM ended
  UNION ALL SELECT 'ENDED_BY_SITUATION', unit_id, client_id, situation_at_end, is_limited, day, id FROM ended
)
SELECT kind, unit_id, client_id, code, is_apart FROM counted ORDER BY unit_id, kind, day, id
"""


async def freeze_figures(context: CommandContext) -> int:
    """
    Count every month that has settled and was not counted yet, and return how many figures that made.

    Statistics of erased people are published too, as soon as enough people wait in a group.
    """
    made = await publish_erased(context)
    async with in_transaction() as db:
        months = await db.execute_query_dict(_UNCOUNTED, [last_settled_month(context.today)])
    for row in months:
        async with in_transaction() as db:
            made += await _freeze(context, row["month"], db)
    return made


async def _freeze(context: CommandContext, month: date, db: TransactionalDBClient) -> int:
    """Count one month, unless somebody has, and return how many figures that made."""
    if not await db.execute_query_dict(_CLAIM, [month, context.now]):
        return 0
    rows = await db.execute_query_dict(_CASES, [month, months_after(month, 1)])
    cases = [
        Case(UUID(str(r["unit_id"])), r["kind"], UUID(str(r["client_id"])), r["code"], r["is_apart"]) for r in rows
    ]
    stamp = {"created_at": context.now, "created_by": SYSTEM_ACCOUNT_ID}
    stamp |= {"modified_at": context.now, "modified_by": SYSTEM_ACCOUNT_ID}
    figures = [
        MonthlyFigure(
            state=monthly_figure.initial,
            unit_id=figure.unit,
            month=month,
            kind=figure.kind,
            people=figure.people,
            **{"agency_id" if figure.kind == "STARTED_BY_AGENCY" else "code": figure.code},
            **stamp,
        )
        for figure in publishable_figures(cases)
    ]
    await MonthlyFigure.bulk_create(figures, using_db=db)
    return len(figures)
