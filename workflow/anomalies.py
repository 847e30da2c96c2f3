"""
What in a day of the disclosure log somebody should explain.

Pure: an account's looks of one day in, findings out. A day goes from six to six in Finland, so that a night is in one
piece. The rules count looks of staff; what they saw is not known here, only whom, when, and which fields were asked.
Source: issue 3, "Who looked"; decision 0051 says what counts and why.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from workflow.calendar import FINNISH_ZONE

MORNING, EVENING = time(6), time(22)
IDENTITY_SEARCH = "identityCode"  # how the log names a search by identity code: the argument of the list


class AnomalyKind(StrEnum):
    """What is unusual."""

    OUTSIDE_CASELOAD = "OUTSIDE_CASELOAD"
    BULK = "BULK"
    IDENTITY_SEARCH = "IDENTITY_SEARCH"
    NIGHT = "NIGHT"
    EMERGENCY = "EMERGENCY"


@dataclass(frozen=True)
class Thresholds:
    """How much is usual; more is a finding."""

    persons_outside: int = 0  # of whom more than the name was asked by id, in a day
    persons_in_an_hour: int = 60  # of whom more than the name was asked, in a clock hour; two full caseloads
    searches_in_a_day: int = 20  # by identity code; a receptionist's busy morning
    looks_at_night: int = 0
    emergencies_in_a_day: int = 2  # openings, whether anything was looked at or not


USUAL_PATTERN = Thresholds()


@dataclass(frozen=True)
class Look:
    """
    One row of the log: its number, when, at whom, and how.

    `is_close`: more than names and days was asked. `is_named`: the persons were asked for by id, not listed.
    """

    entry: int
    at: datetime
    persons: frozenset[UUID]
    is_close: bool = False
    is_named: bool = False
    is_search: bool = False
    is_emergency: bool = False


@dataclass(frozen=True)
class Finding:
    """
    One finding: in `[starts_at, ends_before)` `count` was more than `threshold`, in `looks` rows of the log.

    The numbers of its entries are 0 where there are none.
    """

    kind: AnomalyKind
    starts_at: datetime
    ends_before: datetime
    looks: int
    count: int
    threshold: int
    first_entry: int
    last_entry: int


def day_of(moment: datetime) -> date:
    """Return the day of the log that a moment belongs to: the small hours belong to the day before."""
    here = moment.astimezone(FINNISH_ZONE)
    return here.date() - timedelta(days=here.time() < MORNING)


def bounds(day: date) -> tuple[datetime, datetime]:
    """Return the period of a day of the log; 23, 24 or 25 hours."""
    return datetime.combine(day, MORNING, FINNISH_ZONE), datetime.combine(
        day + timedelta(days=1), MORNING, FINNISH_ZONE
    )


def night(day: date) -> tuple[datetime, datetime]:
    """Return the night that ends a day of the log."""
    return datetime.combine(day, EVENING, FINNISH_ZONE), bounds(day)[1]


def findings(
    looks: Sequence[Look],
    day: date,
    caseload: Collection[UUID] | None,
    usual: Thresholds = USUAL_PATTERN,
    *,
    emergencies: int = 0,
) -> list[Finding]:
    """
    Return what is unusual about one account's looks of a day of the log.

    `caseload` are the persons whom the account coaches; None for whoever is not held to a caseload. `emergencies` is
    how many times the account broke the glass that day.
    """
    start, end = bounds(day)
    own = [look for look in looks if start <= look.at < end]
    found = [
        _at_night(own, day, usual),
        _searches(own, day, usual),
        _emergencies(own, day, emergencies, usual),
        None if caseload is None else _outside(own, day, caseload, usual),
        *(_bulk(hour, usual) for hour in _hours(own)),
    ]
    return [finding for finding in found if finding]


def _at_night(looks: Iterable[Look], day: date, usual: Thresholds) -> Finding | None:
    start, end = night(day)
    seen = [look for look in looks if start <= look.at < end and look.persons]
    return _finding(AnomalyKind.NIGHT, (start, end), seen, len(seen), usual.looks_at_night)


def _searches(looks: Iterable[Look], day: date, usual: Thresholds) -> Finding | None:
    seen = [look for look in looks if look.is_search]
    return _finding(AnomalyKind.IDENTITY_SEARCH, bounds(day), seen, len(seen), usual.searches_in_a_day)


def _emergencies(looks: Iterable[Look], day: date, count: int, usual: Thresholds) -> Finding | None:
    seen = [look for look in looks if look.is_emergency]
    return _finding(AnomalyKind.EMERGENCY, bounds(day), seen, count, usual.emergencies_in_a_day)


def _outside(looks: Iterable[Look], day: date, caseload: Collection[UUID], usual: Thresholds) -> Finding | None:
    # A list shows of whoever is not in the caseload the name only, whatever was asked; a person named by id was sought.
    seen = [look for look in looks if look.is_close and look.is_named and look.persons - set(caseload)]
    persons = {person for look in seen for person in look.persons} - set(caseload)
    return _finding(AnomalyKind.OUTSIDE_CASELOAD, bounds(day), seen, len(persons), usual.persons_outside)


def _bulk(looks: Sequence[Look], usual: Thresholds) -> Finding | None:
    start = _hour(looks[0].at)
    persons = {person for look in looks for person in look.persons}
    return _finding(
        AnomalyKind.BULK, (start, start + timedelta(hours=1)), looks, len(persons), usual.persons_in_an_hour
    )


def _hours(looks: Iterable[Look]) -> list[list[Look]]:
    """Return the close looks by clock hour."""
    hours: dict[datetime, list[Look]] = {}
    for look in looks:
        if look.is_close:
            hours.setdefault(_hour(look.at), []).append(look)
    return list(hours.values())


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _finding(
    kind: AnomalyKind, period: tuple[datetime, datetime], looks: Sequence[Look], count: int, threshold: int
) -> Finding | None:
    if count <= threshold:
        return None
    entries = [look.entry for look in looks]
    return Finding(kind, *period, len(looks), count, threshold, min(entries, default=0), max(entries, default=0))
