"""
The task of absences that no report tells of: a payer is to be told of them, and nobody has drafted it.

It is one task a contract, due when the earliest of its absences is. Source: rules R10 and R11.
"""

from models.absence_report import CORRECTED_ROW
from models.attendance import COUNTED_DAY
from resolvers.tasks.absences import OF_CODE
from resolvers.tasks.declaration import TaskRule, TaskScope, task
from workflow.absence_report import DUE_AFTER
from workflow.attendance import DECIDING_ROLES
from workflow.benefit_payer import VALID_PAYER_STATES
from workflow.contract import BINDING_CONTRACT_STATES

SHOWN_AHEAD = 7  # days before the absence is due
_LOOKED_BACK = 92  # days; what is older was there before somebody began to tell of absences here
_LONGEST_HOLIDAY = 14  # days in which there is a working day


def _has_payer(scope: TaskScope) -> str:
    """Return the condition that somebody pays the person's benefit on a day `{0}`, and is to be told."""
    paid = f"{{0}}.client_id = {scope.row}.client_id AND {VALID_PAYER_STATES.sql('{0}.state')}"
    payer, payers = scope.others("benefit_payer", ("startsOn", "endsOn"), paid)
    return f"{{0}}.day <@ ANY (SELECT daterange({payer}.starts_on, {payer}.ends_on, '[]') {payers})"


def _is_told(scope: TaskScope) -> str:
    """Return the condition that the newest row of a report about a day `{0}` of the contract names its code."""
    of_contract = f"{{0}}.contract_id = {scope.row}.id AND {{0}}.code IS NOT NULL AND NOT {CORRECTED_ROW.format('{0}')}"
    told, rows = scope.others("reported_absence", ("contract", "day", "code"), of_contract)
    return f"({{0}}.day, {{0}}.code) IN (SELECT {told}.day, {told}.code {rows})"


def _due(scope: TaskScope) -> str:
    """Return the day by when the earliest absence of the contract is told, a working day; NULL when all are."""
    is_reported = f"EXISTS (SELECT {OF_CODE.format('{0}', 'reported')} AND f.value ->> 'text' = 'YES')"
    where = (
        f"{{0}}.contract_id = {scope.row}.id AND {{0}}.day > {scope.today} - {_LOOKED_BACK} AND {COUNTED_DAY}"
        f" AND {is_reported} AND {_has_payer(scope)} AND NOT {_is_told(scope)}"
    )
    alias, days = scope.others("attendance", ("code", "day"), where)
    earliest = f"(SELECT min({alias}.day) + {DUE_AFTER.days} {days})"
    return (
        f"(SELECT s.day::date FROM (SELECT {earliest} AS day) e CROSS JOIN LATERAL generate_series(e.day,"
        f" e.day + {_LONGEST_HOLIDAY}, interval '1 day') s(day) WHERE extract(isodow FROM s.day) < 6"
        f" AND s.day::date <> ALL({scope.holidays}) ORDER BY s.day LIMIT 1)"
    )


UNREPORTED_TASKS: tuple[TaskRule, ...] = (
    task(
        "ABSENCE_UNREPORTED",
        "Poissaolosta ei ole laadittu ilmoitusta|Ingen rapport om frånvaron|Absence that no report tells of",
        "contract",
        BINDING_CONTRACT_STATES,
        DECIDING_ROLES,
        due=_due,
        ahead=SHOWN_AHEAD,
    ),
)
