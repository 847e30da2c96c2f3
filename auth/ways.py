"""How a role leads to rows: the ways, in SQL for many rows and in Python for one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from auth.viewer import AccountKind, Viewer
from models.content import Reach
from workflow.vocabulary import Role

Bind = Callable[[str], str]  # name of a viewer's value → its placeholder


class By(StrEnum):
    """By what a row is reached."""

    EVERYWHERE = "everywhere"
    UNIT = "unit"
    SELF = "self"
    CASELOAD = "caseload"
    AGENCY = "agency"
    CONSENT = "consent"
    WORKPLACE = "workplace"
    AUTHOR = "author"


@dataclass(frozen=True, order=True)
class Way:
    """One way to rows. `units` is the index of the group of units in `unit_groups`, for ways by unit."""

    by: By
    units: int = -1
    single: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known of one row beyond its columns: the same facts that the SQL of a way asks the database."""

    on_caseload: bool = False
    consented: bool = False
    restrictions: frozenset[str] = frozenset()


CASELOAD = (
    "SELECT c.client_id FROM relationship c WHERE c.responsible_coach_id = {staff} AND c.state <> 'RETAINED'"
    " UNION ALL SELECT s.client_id FROM substitution s WHERE s.staff_member_id = {staff} AND s.state = 'VALID'"
    " AND s.starts_on <= {today} AND (s.ends_before IS NULL OR s.ends_before > {today})"
)
# Consent in force is asked when the row is read: a withdrawal hides on the very next request.
CONSENTED = (
    "SELECT r.id FROM referral r WHERE r.agency_id = {agency} AND r.state IN ('STARTED', 'CLOSED')"
    " AND (r.basis = 'STATUTORY'"
    " OR (r.consent_given_on <= {today} AND r.consent_withdrawn_on IS NULL"
    " AND (r.consent_valid_until IS NULL OR r.consent_valid_until >= {today})))"
)

# Roles that never reach the whole organisation: they start from the caller's own row.
_LOCAL: Mapping[Role, tuple[By, ...]] = {
    Role.TRAINEE: (By.SELF,),
    Role.COACH: (By.CASELOAD,),
    Role.OFFICIAL: (By.AGENCY, By.CONSENT),
    Role.AGENCY: (By.AGENCY, By.CONSENT),
    Role.WORKPLACE: (By.WORKPLACE,),
}
_COLUMN: Mapping[By, str] = {
    By.UNIT: "unit", By.SELF: "trainee", By.CASELOAD: "client", By.AGENCY: "agency",
    By.CONSENT: "consent", By.WORKPLACE: "workplace", By.AUTHOR: "author",
}  # fmt: skip


def unit_groups(viewer: Viewer) -> dict[Role, tuple[UUID, ...]]:
    """Return the units in which each role is held, sorted; a coach is a colleague in the units of the coaching."""
    held = {Role(role): set(units) for role, units in viewer.units.items()}
    if colleagues := held.get(Role.COACH, set()) | held.get(Role.COLLEAGUE, set()):
        held[Role.COLLEAGUE] = colleagues
    return {role: tuple(sorted(units)) for role, units in sorted(held.items())}


def distinct_groups(viewer: Viewer) -> tuple[tuple[UUID, ...], ...]:
    """Return the different groups of units; a way names one by its index, so that the units are bound late."""
    return tuple(dict.fromkeys(unit_groups(viewer).values()))


def holds(viewer: Viewer, role: Role) -> bool:
    """Tell whether the viewer holds the role anywhere at all."""
    return role in viewer.everywhere or str(role) in viewer.units


def ways(viewer: Viewer, reach: Reach, role: Role) -> tuple[Way, ...]:
    """Return the ways by which `role` leads this viewer to rows with this reach; none if it does not."""
    if role is Role.MEMBER:
        return (Way(By.EVERYWHERE),)
    if role is Role.EMPLOYEE:
        return (Way(By.EVERYWHERE),) if viewer.kind is AccountKind.STAFF else ()
    if role is Role.AUTHOR:
        return (Way(By.AUTHOR),) if reach.author else ()
    if role in _LOCAL:
        local = _LOCAL[role] if holds(viewer, role) else ()
        return tuple(Way(by) for by in local if getattr(reach, _COLUMN[by]))
    if role in viewer.everywhere:
        return (Way(By.EVERYWHERE),)
    units = unit_groups(viewer).get(role)
    if units and reach.unit:
        return (Way(By.UNIT, distinct_groups(viewer).index(units), len(units) == 1),)
    return ()


def way_sql(way: Way, reach: Reach, alias: str, bind: Bind) -> str | None:
    """Return the SQL condition of a way on rows called `alias`; None for a way to every row."""
    if way.by is By.EVERYWHERE:
        return None
    column = f'{alias}."{getattr(reach, _COLUMN[way.by])}"'
    match way.by:
        case By.UNIT if way.single:
            return f"{column} = {bind(f'unit.{way.units}')}"
        case By.UNIT:
            return f"{column} = ANY({bind(f'units.{way.units}')})"
        case By.SELF:
            return f"{column} = {bind('client')}"
        case By.CASELOAD:
            return f"{column} IN ({CASELOAD.format(staff=bind('staff'), today=bind('today'))})"
        case By.CONSENT:
            return f"{column} IN ({CONSENTED.format(agency=bind('agency'), today=bind('today'))})"
        case By.AUTHOR:
            return f"{column} = {bind('account')}"
        case By.AGENCY | By.WORKPLACE:
            return f"{column} = {bind(way.by.value)}"


def way_leads(way: Way, viewer: Viewer, reach: Reach, row: Mapping[str, Any], facts: Facts) -> bool:
    """Tell whether the way leads this viewer to this one row: `way_sql` in Python."""
    if way.by is By.EVERYWHERE:
        return True
    value = row[getattr(reach, _COLUMN[way.by])]
    match way.by:
        case By.UNIT:
            return value in distinct_groups(viewer)[way.units]
        case By.CASELOAD:
            return viewer.staff is not None and facts.on_caseload
        case By.CONSENT:
            return viewer.agency is not None and facts.consented
    own = {By.SELF: viewer.client, By.AUTHOR: viewer.account, By.AGENCY: viewer.agency, By.WORKPLACE: viewer.workplace}
    return value is not None and value == own[way.by]


def viewer_value(name: str, viewer: Viewer, today: date) -> Any:
    """Return the value that a placeholder of a way stands for."""
    kind, _, index = name.partition(".")
    match kind:
        case "today":
            return today
        case "unit":
            return distinct_groups(viewer)[int(index)][0]
        case "units":
            return list(distinct_groups(viewer)[int(index)])
    return getattr(viewer, kind)
