"""How long data is stored, what remains afterwards, and how small a published group of people may be. Pure."""

from collections.abc import Mapping
from datetime import date

from workflow.calendar import months_after

NEVER_STARTED_MONTHS = 6  # product.md, "Referral": those that never start are kept six months after their last change
SMALLEST_GROUP = 5  # statistics leave out smaller groups. Source: rule R19


def retention_due_on(ended_on: date, years: int) -> date:
    """
    Return the first day on which an ended client's record must be gone.

    29 February falls on 28 February in a common year.
    Source: privacy notice, "Tietojen säilytys", read strictly.
    """
    return months_after(ended_on, 12 * years)


def is_in_force(starts_on: date, ends_on: date | None, today: date) -> bool:
    """
    Return whether a legal hold is in force today.

    `ends_on` is its last day; without one it holds until it is released.
    """
    return starts_on <= today and (ends_on is None or today <= ends_on)


def publishable_counts(counts: Mapping[str, int]) -> dict[str, int]:
    """
    Return the counts of people that may be published, by label.

    Groups of fewer than five are left out. Where the total is known, the size of the left-out groups would follow from
    the others; then the smallest other groups are left out too, until the left-out groups have at least five people
    together.
    Source: rule R19.
    """
    published = {label: n for label, n in counts.items() if n >= SMALLEST_GROUP}
    left_out = sum(counts.values()) - sum(published.values())
    while 0 < left_out < SMALLEST_GROUP and published:
        label = min(published, key=lambda name: (published[name], name))
        left_out += published.pop(label)
    return published
