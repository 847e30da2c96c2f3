"""How long data is stored. Pure."""

from datetime import date

from workflow.calendar import months_after

NEVER_STARTED_MONTHS = 6  # product.md, "Referral": those that never start are kept six months after their last change


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
