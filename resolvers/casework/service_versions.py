"""The versions of a service type: which of them has the rules of a day, and where a new one may begin."""

from datetime import date

from tortoise.backends.base.client import TransactionalDBClient

from models.term import ServiceType
from resolvers.context import Rulebook, Step
from resolvers.writing.transitions import transition_refused
from workflow.term import DATED_SERVICE_STATES, ENDED_SERVICE_STATES, OFFERED_SERVICE_STATES


async def service_version_on(code: str, day: date, db: TransactionalDBClient) -> ServiceType | None:
    """
    Return the version of a service type whose rules hold on a day, of before, of today or to come; None without one.

    It is the one that began last; of two of one day, the one that corrected the other. A retired one ends the service.
    """
    begun = ServiceType.filter(code=code, state__in=DATED_SERVICE_STATES, starts_on__lte=day)
    version = await begun.using_db(db).order_by("-starts_on", "-published_at", "-id").first()
    if version is None or version.state in ENDED_SERVICE_STATES:
        return None
    return version if version.ends_before is None or version.ends_before > day else None


async def service_version_follows(step: Step) -> None:
    """
    Check that a new version of a service type begins after the one that is in use; a working copy keeps its day.

    :raises CommandRefused: VERSION_NOT_LATER, with the first day of the version in use
    """
    row = step.row
    in_use = ServiceType.filter(code=row.code, state__in=OFFERED_SERVICE_STATES).exclude(pk=row.copy_of_id or row.pk)
    latest = await in_use.using_db(step.db).order_by("-starts_on").first()
    if latest is not None and row.starts_on <= latest.starts_on:
        raise transition_refused("VERSION_NOT_LATER", "startsOn", day=latest.starts_on.isoformat())


SERVICE_VERSION_RULES = Rulebook.of(guards=(service_version_follows,))
