"""Coaching groups: when somebody leaves one."""

from datetime import timedelta

from resolvers.context import Changes, Rulebook, Step
from resolvers.writing.transitions import set_column


async def end_membership(step: Step) -> Changes:
    """Let today be the last day on which somebody is in a group, unless an earlier one was said."""
    row, tomorrow = step.row, step.context.today + timedelta(days=1)
    ends_before = min(row.ends_before or tomorrow, tomorrow)
    return set_column(row, "ends_before", "endsBefore", max(ends_before, row.starts_on))


COACHING_GROUP_RULES = Rulebook.of(effects=(end_membership,))
