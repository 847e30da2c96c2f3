"""Compile the counts of a contract's past days: by month and accounting unit, never a day and never a reason."""

from graphql import FieldNode

from models.attendance import BILLED_DAY, REPLACED_DAY
from resolvers.reading.compilation import SelectedRows
from resolvers.reading.parameters import quoted
from workflow.attendance import LOCKED_DAY_STATES, PAST_DAY_STATES

MAX_MONTHS = 120  # months and units of one contract in an answer
_COUNTS = {
    "month": "to_char(c.month, 'YYYY-MM-DD')",
    "unit": "c.unit",
    "recorded": "c.recorded",
    "locked": "c.locked",
    "present": "c.present",
    "absent": "c.absent",
    "billable": "c.billable",
    "minutes": "c.minutes",
    "__typename": "'DayCount'",
}
_GROUPED = (
    "SELECT date_trunc('month', a.day)::date AS month, u.name AS unit, count(*) AS recorded,"
    f" count(*) FILTER (WHERE {LOCKED_DAY_STATES.sql('a.state')}) AS locked,"
    " count(*) FILTER (WHERE a.presence = 'PRESENT') AS present,"
    " count(*) FILTER (WHERE a.presence = 'ABSENT') AS absent,"
    f" count(*) FILTER (WHERE {BILLED_DAY.format('a', '{bills_agreed_days}')}) AS billable,"
    " coalesce(sum(a.minutes) FILTER (WHERE a.presence = 'PRESENT'), 0) AS minutes"
    " FROM attendance a JOIN unit u ON u.id = a.accounting_unit_id"
    f" WHERE a.contract_id = {{contract}} AND {PAST_DAY_STATES.sql('a.state')}"
    f" AND NOT {REPLACED_DAY.format('a')} GROUP BY 1, u.id, u.name ORDER BY 1, 2 LIMIT {MAX_MONTHS}"
)


def day_counts_sql(rows: SelectedRows, nodes: list[FieldNode]) -> str:
    """Return the SQL of a contract's counts as a JSON array, the first month first."""
    selected = rows.compilation.document.collect(("DayCount",), [n.selection_set for n in nodes])
    parts = [f"{_COUNTS[field_nodes[0].name.value]} AS {quoted(key)}" for key, field_nodes in selected.items()]
    grouped = _GROUPED.format(contract=rows.column("id"), bills_agreed_days=rows.column("bills_agreed_days"))
    return f"(SELECT coalesce(json_agg(r.*), '[]') FROM (SELECT {', '.join(parts)} FROM ({grouped}) c) r)"
