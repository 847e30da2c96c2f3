"""The deadlines of data requests: reminders of requests that are due within a week, and of overdue ones."""

from datetime import timedelta
from typing import Any

from tortoise.expressions import F, Q
from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.data_request import DataRequest
from resolvers.context import CommandContext, LoadedRow, Step
from resolvers.notifications.notifying import accounts_with_role, notify
from resolvers.writing.transitions import move_to_state, set_column
from workflow.data_request import REMIND_DAYS, UNDECIDED_STATES
from workflow.roles import Role


async def remind_of_requests(context: CommandContext) -> int:
    """
    Mark every undecided request that is due within a week or overdue, and return how many.

    Each of the two is marked once, and the privacy officers are notified in the service and by mail. Repeated and
    parallel runs are safe.
    """
    is_due_soon = Q(due_on__lte=context.today + timedelta(days=REMIND_DAYS), reminded_on=None)
    is_overdue = Q(Q(reminded_on=None) | Q(reminded_on__lte=F("due_on")), due_on__lt=context.today)
    type_ = context.content_types["data_request"]
    async with in_transaction() as db:
        due = (
            DataRequest.filter(is_due_soon | is_overdue, state__in=sorted(UNDECIDED_STATES))
            .using_db(db)
            .order_by("due_on", "id")
        )
        requests = await due.select_for_update(skip_locked=True)
        for row in requests:
            step = Step(context, LoadedRow(type_, row, {}, RowFacts()), None, None, db)
            await _remind(step, row)
    return len(requests)


async def _remind(step: Step, row: Any) -> None:
    action = "OVERDUE" if row.due_on < step.context.today else "REMIND"
    changes = set_column(row, "reminded_on", "remindedOn", step.context.today)
    await move_to_state(step, "data_request", row, row.state, action, changes)
    officers = await accounts_with_role(Role.PRIVACY_OFFICER, None, step.context.today, step.db)
    await notify(step.context, f"data_request.{action.lower()}", "data_request", row.pk, officers, step.db)
