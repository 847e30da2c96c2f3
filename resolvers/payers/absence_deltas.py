"""
What payers are still to be told: where the days of contracts and the rows of absence reports say different things.

A day is told when the newest row of its chain names the same reason to whoever pays the benefit on that day. Source:
rule R10.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.absence_report import CORRECTED_ROW
from models.attendance import REPLACED_DAY
from resolvers.attendance.codes import effects_of, tokens_with
from resolvers.context import CommandContext
from workflow.attendance import PAST_DAY_STATES
from workflow.benefit_payer import VALID_PAYER_STATES

# Of contracts `{contracts}`, with {codes} of reported absences, until the day {until}: the day as it is, and as told.
_DIFFERENCES = (
    "SELECT d.id AS attendance_id, coalesce(d.contract_id, o.contract_id) AS contract_id,"
    " coalesce(d.day, o.day) AS day, d.code, d.planned_minutes AS minutes, p.payer_id,"
    " o.id AS told_id, o.code AS told_code, o.attendance_id AS told_attendance_id, o.payer_id AS told_payer_id,"
    " o.report_id AS told_report_id"
    " FROM (SELECT a.id, a.contract_id, a.client_id, a.day, a.code, a.planned_minutes FROM attendance a"
    f" WHERE a.contract_id {{contracts}} AND a.day <= {{until}} AND {PAST_DAY_STATES.sql('a.state')}"
    f" AND a.code = ANY({{codes}}) AND NOT {REPLACED_DAY.format('a')}) d"
    " FULL JOIN (SELECT x.id, x.contract_id, x.day, x.code, x.attendance_id, x.report_id, r.payer_id"
    " FROM reported_absence x JOIN absence_report r ON r.id = x.report_id"
    f" WHERE x.contract_id {{contracts}} AND x.day <= {{until}} AND NOT {CORRECTED_ROW.format('x')}) o"
    " ON o.contract_id = d.contract_id AND o.day = d.day"
    " LEFT JOIN benefit_payer p ON p.client_id = d.client_id AND d.day >= p.starts_on"
    f" AND (p.ends_on IS NULL OR d.day <= p.ends_on) AND {VALID_PAYER_STATES.sql('p.state')}"
    " WHERE d.code IS DISTINCT FROM o.code OR d.code IS NOT NULL AND p.payer_id IS DISTINCT FROM o.payer_id"
)


@dataclass(frozen=True)
class Delta:
    """
    One thing that a payer is to be told of a day, by the row of the day that it was read from.

    `code` is None where there was no absence after all. `corrects` is the newest row of the day, if there is one, and
    `corrected_report` its report. Of two deltas of one day, the second corrects the first.
    """

    contract: UUID
    day: date
    payer: UUID | None
    attendance: UUID
    kind: str
    code: str | None = None
    benefit: str | None = None
    minutes: int | None = None
    corrects: UUID | None = None
    corrected_report: UUID | None = None


async def reported_codes(context: CommandContext, db: TransactionalDBClient) -> list[str]:
    """Return the codes that are reported to payers, in some version."""
    return await tokens_with(context, db, lambda effects: effects.is_reported)


def untold_sql(contract: str, until: str, codes: str) -> str:
    """Return the condition that something of a contract is still to be told, or may be; all three are SQL."""
    return f"EXISTS ({_DIFFERENCES.format(contracts=f'= {contract}', until=until, codes=codes)})"


async def untold_deltas(
    context: CommandContext, contracts: Sequence[UUID], until: date, db: TransactionalDBClient
) -> list[Delta]:
    """
    Return what payers are to be told of contracts up to a day, by contract and day. It runs one statement.

    A delta without a payer is an absence of which nobody can be told yet.
    """
    sql = _DIFFERENCES.format(contracts="= ANY($1)", until="$2", codes="$3") + " ORDER BY 2, 3"
    rows = await db.execute_query_dict(sql, [list(contracts), until, await reported_codes(context, db)])
    return [delta for row in rows for delta in await _deltas_of_day(context, row, db)]


async def _deltas_of_day(context: CommandContext, row: dict[str, Any], db: TransactionalDBClient) -> list[Delta]:
    effects = await effects_of(context, row["code"], row["day"], db)
    is_absence = effects is not None and effects.is_reported
    code, told = row["code"] if is_absence else None, row["told_code"]
    payer = row["payer_id"] if is_absence else None
    day = {"contract": row["contract_id"], "day": row["day"]}
    said = {"corrects": row["told_id"], "corrected_report": row["told_report_id"]}
    absence = {
        "attendance": row["attendance_id"],
        "code": code,
        "benefit": effects.benefit if effects else None,
        "minutes": row["minutes"],
    }
    if told is None:
        return [Delta(**day, **said, **absence, payer=payer, kind="ABSENCE")] if code else []
    if code is not None and payer == row["told_payer_id"]:
        return [Delta(**day, **said, **absence, payer=payer, kind="CORRECTION")] if code != told else []
    read_from = row["attendance_id"] or row["told_attendance_id"]
    withdrawal = Delta(**day, **said, payer=row["told_payer_id"], attendance=read_from, kind="WITHDRAWAL")
    if code is None or payer is None:
        return [withdrawal]
    return [withdrawal, Delta(**day, **absence, payer=payer, kind="ABSENCE")]
