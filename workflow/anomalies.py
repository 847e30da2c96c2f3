"""
The rules by which a day of the disclosure log has anomalies that somebody should explain.

Pure: the functions take the looks of one account on one day and return findings. A day lasts from six to six in
Finland, so that a night is not split. The rules count the looks of employees. They know the persons, the moment and the
requested fields of a look, but not the data that was shown.
Source: decision 0051, which defines the counts and gives the reasons.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from workflow.calendar import FINNISH_ZONE

MORNING, EVENING = time(6), time(22)
IDENTITY_SEARCH = "identityCode"  # the log names a search by identity code like this argument of the list


class AnomalyKind(StrEnum):
    """The kind of an anomaly."""

    OUTSIDE_CASELOAD = "OUTSIDE_CASELOAD"
    BULK = "BULK"
    IDENTITY_SEARCH = "IDENTITY_SEARCH"
    NIGHT = "NIGHT"
    EMERGENCY = "EMERGENCY"


@dataclass(frozen=True)
class Thresholds:
    """The usual amounts; a count above one is a finding."""

    persons_outside: int = 0  # persons in a day whose data beyond the name was requested by id
    persons_in_an_hour: int = 60  # persons in a clock hour whose data beyond the name was requested; two full caseloads
    searches_in_a_day: int = 20  # searches by identity code; a busy morning of a receptionist
    looks_at_night: int = 0
    emergencies_in_a_day: int = 2  # emergency accesses that were opened, whether used or not


USUAL_PATTERN = Thresholds()


@dataclass(frozen=True)
class Look:
    """
    One row of the log: its number, its moment, the persons, and how the data was requested.

    `is_close` means that more than names and days was requested. `is_named` means that the persons were requested by
    id, and not listed.
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
    One finding: in the period `[starts_at, ends_before)` `count` exceeded `threshold`, in `looks` rows of the log.

    `first_entry` and `last_entry` are 0 when there are no rows.
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
    """Return the day of the log to which a moment belongs; the hours before six belong to the day before."""
    local = moment.astimezone(FINNISH_ZONE)
    return local.date() - timedelta(days=local.time() < MORNING)


def bounds(day: date) -> tuple[datetime, datetime]:
    """Return the period of a day of the log; it lasts 23, 24 or 25 hours."""
    return datetime.combine(day, MORNING, FINNISH_ZONE), datetime.combine(
        day + timedelta(days=1), MORNING, FINNISH_ZONE
    )


def night(day: date) -> tuple[datetime, datetime]:
    """Return the night at the end of a day of the log."""
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
    Return the findings about one account's looks on a day of the log.

    `caseload` are the persons whom the account coaches, or None for an account that is not limited to a caseload.
    `emergencies` is how many emergency accesses the account opened that day.
    """
    start, end = bounds(day)
    looks_of_day = [look for look in looks if start <= look.at < end]
    candidates = [
        _night_finding(looks_of_day, day, usual),
        _search_finding(looks_of_day, day, usual),
        _emergency_finding(looks_of_day, day, emergencies, usual),
        None if caseload is None else _outside_finding(looks_of_day, day, caseload, usual),
        *(_bulk_finding(hour, usual) for hour in _hours(looks_of_day)),
    ]
    return [finding for finding in candidates if finding]


def _night_finding(looks: Iterable[Look], day: date, usual: Thresholds) -> Finding | None:
    start, end = night(day)
    matching = [look for look in looks if start <= look.at < end and look.persons]
    return _finding(AnomalyKind.NIGHT, (start, end), matching, len(matching), usual.looks_at_night)


def _search_finding(looks: Iterable[Look], day: date, usual: Thresholds) -> Finding | None:
    matching = [look for look in looks if look.is_search]
    return _finding(AnomalyKind.IDENTITY_SEARCH, bounds(day), matching, len(matching), usual.searches_in_a_day)


def _emergency_finding(looks: Iterable[Look], day: date, count: int, usual: Thresholds) -> Finding | None:
    matching = [look for look in looks if look.is_emergency]
    return _finding(AnomalyKind.EMERGENCY, bounds(day), matching, count, usual.emergencies_in_a_day)


def _outside_finding(looks: Iterable[Look], day: date, caseload: Collection[UUID], usual: Thresholds) -> Finding | None:
    # A list shows only the names of persons outside the caseload; a person who is named by id was looked for.
    matching = [look for look in looks if look.is_close and look.is_named and look.persons - set(caseload)]
    persons = {person for look in matching for person in look.persons} - set(caseload)
    return _finding(AnomalyKind.OUTSIDE_CASELOAD, bounds(day), matching, len(persons), usual.persons_outside)


def _bulk_finding(looks: Sequence[Look], usual: Thresholds) -> Finding | None:
    start = _hour(looks[0].at)
    persons = {person for look in looks for person in look.persons}
    return _finding(
        AnomalyKind.BULK, (start, start + timedelta(hours=1)), looks, len(persons), usual.persons_in_an_hour
    )


def _hours(looks: Iterable[Look]) -> list[list[Look]]:
    """Return the close looks, grouped by clock hour."""
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
