"""
Instants and times of day. An instant without an offset is nobody's: it is refused, and never read as UTC or Finnish.

Source: RFC 3339, section 5.6, of which the seconds may be left out. The bounds are those of dates, so that the database
never keeps an instant for which it answers "infinity".
"""

import re
from datetime import UTC, datetime, time

from models.values import EARLIEST, LATEST, ValueRefused, is_within

_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)"
    r"(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?")
_LONGEST = 40  # characters; what is longer is no instant


class InstantMalformed(ValueRefused):
    """The text is no date with a time of day as in RFC 3339, or there is no such day or hour."""

    code = "INSTANT_MALFORMED"


class InstantWithoutOffset(ValueRefused):
    """The text tells a day and a time, and not by which clock: a Finnish one, or UTC."""

    code = "INSTANT_WITHOUT_OFFSET"


class InstantOutOfBounds(ValueRefused):
    """The year is outside of `EARLIEST`–`LATEST`, probably a typing error."""

    code = "INSTANT_OUT_OF_BOUNDS"


class TimeMalformed(ValueRefused):
    """The text is no time of day such as 08:00, or it has an offset, which only an instant has."""

    code = "TIME_MALFORMED"


def normalise_instant(text: str) -> datetime:
    """
    Return the instant of a text such as 2026-11-27T08:00:00+02:00, in UTC.

    :raises ValueRefused: INSTANT_MALFORMED, INSTANT_WITHOUT_OFFSET, INSTANT_OUT_OF_BOUNDS
    """
    match = _INSTANT.fullmatch(text) if is_within(text, _LONGEST) else None
    if match is None:
        raise InstantWithoutOffset if _is_day(text) else InstantMalformed
    if match["offset"] is None:
        raise InstantWithoutOffset
    try:
        return bounded_instant(datetime.fromisoformat(text.replace(" ", "T").upper()))
    except ValueRefused:
        raise
    except ValueError:
        raise InstantMalformed from None


def bounded_instant(instant: datetime) -> datetime:
    """
    Return the instant in UTC, when it has an offset and lies in the years of `EARLIEST`–`LATEST`.

    :raises ValueRefused: INSTANT_WITHOUT_OFFSET, INSTANT_OUT_OF_BOUNDS
    """
    if instant.tzinfo is None:
        raise InstantWithoutOffset
    try:
        moment = instant.astimezone(UTC)
    except OverflowError:
        raise InstantOutOfBounds from None
    if not EARLIEST <= moment.date() <= LATEST:
        raise InstantOutOfBounds
    return moment


def normalise_time(text: str) -> time:
    """
    Return the time of day of a text such as 08:00 or 08:00:30.

    :raises TimeMalformed: when there is no such time, or it has an offset
    """
    if not is_within(text, _LONGEST) or not _TIME.fullmatch(text):
        raise TimeMalformed
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise TimeMalformed from None


def _is_day(text: str) -> bool:
    """Return whether a text is a day alone: it lacks the time and the offset."""
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None
