"""How long data is kept, what stays of it afterwards, and how small a group may be told of. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta

from workflow.calendar import months_after

NEVER_STARTED_MONTHS = 6  # product.md, "Referral": those that never start are kept six months
RECYCLED_DAYS = 30  # a mistaken deletion can be taken back for so long
SMALLEST_GROUP = 5  # rule R19: of fewer people statistics say nothing


def retention_due_on(ended_on: date, years: int) -> date:
    """
    Return the first day on which an ended client's record must be gone.

    29 February falls on 28 February in a common year.
    Source: privacy notice, "Tietojen säilytys", read strictly.
    """
    return months_after(ended_on, 12 * years)


def never_started_due_on(last_changed_on: date) -> date:
    """Return the first day on which a referral that never started must be gone, counted from its last change."""
    return months_after(last_changed_on, NEVER_STARTED_MONTHS)


def passive_on(ended_on: date, months: int) -> date:
    """Return the first day on which an ended relationship is only retained: the unit needs it no more."""
    return months_after(ended_on, months)


def recycled_until(deleted_on: date) -> date:
    """Return the first day on which what was put into the recycle bin is gone."""
    return deleted_on + timedelta(days=RECYCLED_DAYS)


def is_in_force(starts_on: date, ends_on: date | None, today: date) -> bool:
    """Tell whether a legal hold holds today; its last day is `ends_on`, and without one it holds until released."""
    return starts_on <= today and (ends_on is None or today <= ends_on)


def told_counts(counts: Mapping[str, int]) -> dict[str, int]:
    """
    Return those of the counts of people that may be told, by label. Rule R19.

    A group under five is left out, and where the total is known its size would follow from the others: then the
    smallest of those is left out too, until what is missing is a group that may be told of.
    """
    shown = {label: n for label, n in counts.items() if n >= SMALLEST_GROUP}
    hidden = sum(counts.values()) - sum(shown.values())
    while 0 < hidden < SMALLEST_GROUP and shown:
        label = min(shown, key=lambda name: (shown[name], name))
        hidden += shown.pop(label)
    return shown
