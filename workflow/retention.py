"""How long data is kept."""

from datetime import date


def retention_due_on(ended_on: date, years: int) -> date:
    """
    Return the first day on which an ended client's record must be gone.

    29 February falls on 28 February in a common year.
    Source: privacy notice, "Tietojen säilytys", read strictly.
    """
    try:
        return ended_on.replace(year=ended_on.year + years)
    except ValueError:
        return ended_on.replace(year=ended_on.year + years, day=28)
