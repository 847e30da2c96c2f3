"""The limits of a contract's service, and the exception from them that a supervisor allows."""

from typing import Any

from models.term import ServiceType
from resolvers.casework.service_versions import service_version_on
from resolvers.context import Changes, PendingChange, Step
from resolvers.refusals import Problem
from resolvers.writing.transitions import set_column, transition_refused
from workflow.service_rules import ServiceLimits, Slot, broken_limits

_TERMS = {"weeklyPattern", "startsOn", "endsOn"}  # what the limits of a service are about


def pattern_of(row: Any) -> list[Slot]:
    """Return the weekly pattern of a contract."""
    return [Slot(int(s["weekday"]), int(s["minutes"])) for s in row.weekly_pattern]


async def rules_of(step: Step) -> ServiceType:
    """
    Return the version of the programme's service type that is valid on the contract's first day.

    :raises CommandRefused: SERVICE_TYPE_NOT_VALID when there is none
    """
    await step.row.fetch_related("programme__service_type", using_db=step.db)
    version = await service_version_on(step.row.programme.service_type.code, step.row.starts_on, step.db)
    if version is None:
        raise transition_refused("SERVICE_TYPE_NOT_VALID", "startsOn")
    return version


async def service_type_limits(step: Step) -> None:
    """
    Check that the contract obeys the limits of its service type, unless an exception was allowed for these terms.

    Source: rules R04–R06.

    :raises CommandRefused: SERVICE_LIMITS, with every limit that is broken, its value and the contract's
    """
    rules = await rules_of(step)
    if step.row.exception_reason is not None:
        return
    limits = ServiceLimits(**{name: getattr(rules, name) for name in ServiceLimits.__dataclass_fields__})
    if broken := broken_limits(limits, pattern_of(step.row), step.row.starts_on, step.row.ends_on):
        said = ", ".join(f"{one.name}={one.limit}:{one.value}" for one in broken)
        raise transition_refused("SERVICE_LIMITS", "weeklyPattern", limits=said)


async def allow_exception(step: Step) -> Changes:
    """Set that these terms may break the limits of the service, for the reason that the comment gives, and by whom."""
    changes = set_column(step.row, "exception_reason", "exceptionReason", step.comment)
    return changes | set_column(step.row, "exception_by_name", "exceptionByName", step.context.viewer.name)


async def exception_of_terms(change: PendingChange) -> list[Problem]:
    """Take the exception from the limits away when the terms change for which it was allowed."""
    if change.keys & _TERMS:
        for column, key in (("exception_reason", "exceptionReason"), ("exception_by_name", "exceptionByName")):
            change.derived.update(set_column(change.row, column, key, None))
    return []
