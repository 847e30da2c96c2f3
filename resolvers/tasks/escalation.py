"""Supervisors are told of a reason that is not known after three working days; the day itself stays as it is."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from tortoise.transactions import in_transaction

from resolvers.context import CommandContext
from resolvers.notifications.notifying import BOTH_CHANNELS, accounts_with_role, notify
from resolvers.public_ids import public_id_sql
from resolvers.tasks.absences import is_pending_too_long
from resolvers.tasks.declaration import holidays_around
from workflow.attendance import UNSETTLED_DAY_STATES
from workflow.roles import Role

REASON_OVERDUE = "attendance.reason_overdue"
_LOOKED_BACK = timedelta(days=62)  # what is older waits among the tasks
_BATCH = 200


@dataclass(frozen=True)
class _Row:
    """The row of the statement, whose day in Finland and holidays are its first values."""

    row: str = "a"
    today: str = "$1::date"
    holidays: str = "$2::date[]"


# The supervisor may not know the reason of somebody whose processing is restricted.
_OVERDUE = (
    f"SELECT a.id, a.unit_id FROM attendance a WHERE {UNSETTLED_DAY_STATES.sql('a.state')} AND a.day >= $3"
    f" AND {is_pending_too_long(_Row())}"
    " AND (SELECT m.processing_restriction FROM client m WHERE m.id = a.client_id) IS NOT TRUE"
    " AND NOT EXISTS (SELECT FROM notification n WHERE n.event = $4"
    f" AND n.link = {public_id_sql('attendance', 'a.id')})"
    f" ORDER BY a.day, a.id LIMIT {_BATCH} FOR UPDATE OF a SKIP LOCKED"
)


async def tell_of_reasons(context: CommandContext) -> int:
    """
    Tell the supervisors of the unit of each reason that is overdue, once, in the service and by mail.

    Neither the notice nor the mail names anybody. Return how many days it was about.
    """
    first = context.today - _LOOKED_BACK
    async with in_transaction() as db:
        values = [context.today, holidays_around(context.today), first, REASON_OVERDUE]
        rows = await db.execute_query_dict(_OVERDUE, values)
        for row in rows:
            accounts = await accounts_with_role(Role.SUPERVISOR, row["unit_id"], context.today, db)
            await notify(context, REASON_OVERDUE, "attendance", UUID(str(row["id"])), accounts, db, BOTH_CHANNELS)
    return len(rows)
