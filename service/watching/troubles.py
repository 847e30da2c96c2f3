"""What can be wrong with an installation, and when the operator is told: rules alone, no clock and no network."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

REPEATED_AFTER = timedelta(days=1)  # a trouble that lasts is told of again
TOLD_AT_MOST_EVERY = timedelta(hours=1)  # a trouble that comes and goes is told of so often


class Trouble(StrEnum):
    """The troubles that the watcher knows."""

    NOT_READY = "NOT_READY"
    WORK_IS_LATE = "WORK_IS_LATE"
    SCANNER_FAILS = "SCANNER_FAILS"
    LIMITS_NOT_SHARED = "LIMITS_NOT_SHARED"
    BACKUP_OLD = "BACKUP_OLD"
    REHEARSAL_FAILED = "REHEARSAL_FAILED"


class Message(StrEnum):
    """What a mail says of a trouble."""

    BEGAN = "BEGAN"
    ENDED = "ENDED"


@dataclass(frozen=True)
class Standing:
    """
    What the watcher remembers of one trouble.

    It has been seen without a break since `since`; it was last told of at `told_at`; the operator waits for its end
    while `is_open`.
    """

    since: datetime | None = None
    told_at: datetime | None = None
    is_open: bool = False


def next_standing(
    standing: Standing, now: datetime, patience: timedelta, *, is_seen: bool
) -> tuple[Standing, Message | None]:
    """
    Return what to remember after a look, and what to tell the operator, if anything.

    A trouble is told of once it has been seen for `patience`, at most every TOLD_AT_MOST_EVERY however often it comes
    and goes, and again after REPEATED_AFTER while it lasts. Its end is told of when its beginning was.
    """
    if not is_seen:
        ended = replace(standing, since=None, is_open=False)
        return ended, Message.ENDED if standing.is_open else None
    seen = replace(standing, since=standing.since or now)
    pause = REPEATED_AFTER if standing.is_open else TOLD_AT_MOST_EVERY
    has_lasted = seen.since is not None and now - seen.since >= patience
    if not has_lasted or (standing.told_at is not None and now - standing.told_at < pause):
        return seen, None
    return replace(seen, told_at=now, is_open=True), Message.BEGAN


def standing_as_json(standing: Standing) -> dict[str, object]:
    """Return a standing as JSON knows it."""
    times = {"since": standing.since, "told_at": standing.told_at}
    return {name: at and at.isoformat() for name, at in times.items()} | {"is_open": standing.is_open}


def standing_from_json(noted: Mapping[str, object]) -> Standing:
    """
    Return the standing that was noted.

    :raises ValueError: when it is none
    """
    since, told_at = (str(at) if (at := noted.get(name)) else None for name in ("since", "told_at"))
    return Standing(
        datetime.fromisoformat(since) if since else None,
        datetime.fromisoformat(told_at) if told_at else None,
        noted.get("is_open") is True,
    )
