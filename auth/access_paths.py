"""How a role leads to rows: the ways, in SQL for many rows and in Python for one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from auth.viewer import AccountKind, Viewer
from models.content import Reach
from workflow.vocabulary import Role


class ViewerBinding(Protocol):
    """How what belongs to a viewer comes into a statement."""

    def __call__(self, name: str) -> str:
        """Return the placeholder of one of the viewer's values."""

    def among(self, column: str, name: str, select: str) -> str:
        """Return the condition that a column is among the ids that a question leads to."""

    def restricted(self, client: str, column: str) -> str:
        """Return the condition that the client whose id stands in a column is restricted."""


class PathKind(StrEnum):
    """By what a row is reached."""

    EVERYWHERE = "everywhere"
    UNIT = "unit"
    SELF = "self"
    CASELOAD = "caseload"
    AGENCY = "agency"
    CONSENT = "consent"
    WORKPLACE = "workplace"
    AUTHOR = "author"
    EMERGENCY = "emergency"
    SUPPORT = "support"
    SUPPORTED_UNIT = "supported unit"
    REQUEST = "request"


@dataclass(frozen=True, order=True)
class AccessPath:
    """One way to rows. `units` is the index of the group of units in `unit_groups`, for ways by unit."""

    by: PathKind
    units: int = -1
    single: bool = False


@dataclass(frozen=True)
class RowFacts:
    """What is known of one row beyond its columns: the same facts that the SQL of a way asks the database."""

    through: frozenset[PathKind] = frozenset()  # of the ways in ASKED
    restrictions: frozenset[str] = frozenset()


CASELOAD_SQL = (
    "SELECT c.client_id FROM relationship c WHERE c.responsible_coach_id = {staff} AND c.state <> 'RETAINED'"
    " UNION ALL SELECT s.client_id FROM substitution s WHERE s.staff_member_id = {staff} AND s.state = 'VALID'"
    " AND s.starts_on <= {today} AND (s.ends_before IS NULL OR s.ends_before > {today})"
)
# Consent in force is asked when the row is read: a withdrawal hides on the very next request.
CONSENT_SQL = (
    "SELECT r.id FROM referral r WHERE r.agency_id = {agency} AND r.state IN ('STARTED', 'CLOSED')"
    " AND (r.basis = 'STATUTORY' OR EXISTS (SELECT 1 FROM consent k WHERE k.client_id = r.client_id"
    " AND k.agency_id = r.agency_id AND (k.referral_id IS NULL OR k.referral_id = r.id) AND k.state = 'GIVEN'"
    " AND '{category}' = ANY(k.categories) AND k.given_on <= {today}"
    " AND (k.valid_until IS NULL OR k.valid_until >= {today})))"
)
# Break-the-glass and support end by themselves: the time is part of the question.
EMERGENCY_SQL = (
    "SELECT e.client_id FROM emergency_access e WHERE e.account_id = {account} AND e.state = 'OPEN'"
    " AND e.ends_at > {now}"
)
_SUPPORTED = (
    "SELECT v.{target} FROM support_access v WHERE v.staff_member_id = {{staff}} AND v.state = 'OPEN'"
    " AND v.starts_at <= {{now}} AND v.ends_at > {{now}} AND v.{target} IS NOT NULL"
)
# A request opens its person to the privacy officer once it is known who asked, and until it is answered; never one that
# the officer typed in: nobody opens anybody to oneself.
_REQUESTED = (
    "SELECT q.client_id FROM data_request q WHERE q.state IN ('IN_PROGRESS', 'EXTENDED') AND q.created_by <> {account}"
)
# Ways that ask the database about a row: which value of the viewer they start from, and the rows they lead to.
PATH_QUESTIONS: Mapping[PathKind, tuple[str, str]] = {
    PathKind.CASELOAD: ("staff", CASELOAD_SQL),
    PathKind.CONSENT: ("agency", CONSENT_SQL),
    PathKind.EMERGENCY: ("account", EMERGENCY_SQL),
    PathKind.SUPPORT: ("staff", _SUPPORTED.format(target="client_id")),
    PathKind.SUPPORTED_UNIT: ("staff", _SUPPORTED.format(target="whole_unit_id")),
    PathKind.REQUEST: ("account", _REQUESTED),
}

# Roles that never reach the whole organisation: they start from the caller's own row.
_LOCAL: Mapping[Role, tuple[PathKind, ...]] = {
    Role.TRAINEE: (PathKind.SELF,),
    Role.COACH: (PathKind.CASELOAD,),
    Role.OFFICIAL: (PathKind.AGENCY, PathKind.CONSENT),
    Role.AGENCY: (PathKind.AGENCY, PathKind.CONSENT),
    Role.WORKPLACE: (PathKind.WORKPLACE,),
    Role.EMERGENCY: (PathKind.EMERGENCY,),
    Role.SUPPORT: (PathKind.SUPPORT, PathKind.SUPPORTED_UNIT),
    Role.REQUEST_HANDLER: (PathKind.REQUEST,),
}
_FOLLOWS = {Role.REQUEST_HANDLER: Role.PRIVACY_OFFICER}  # roles that nobody is granted: another one brings them
_COLUMN: Mapping[PathKind, str] = {
    PathKind.UNIT: "unit",
    PathKind.SELF: "trainee",
    PathKind.CASELOAD: "client",
    PathKind.AGENCY: "agency",
    PathKind.CONSENT: "consent",
    PathKind.WORKPLACE: "workplace",
    PathKind.AUTHOR: "author",
    PathKind.EMERGENCY: "client",
    PathKind.SUPPORT: "client",
    PathKind.SUPPORTED_UNIT: "unit",
    PathKind.REQUEST: "client",
}


def unit_groups(viewer: Viewer) -> dict[Role, tuple[UUID, ...]]:
    """Return the units in which each role is held, sorted; a coach is a colleague in the units of the coaching."""
    held = {Role(role): set(units) for role, units in viewer.units.items()}
    if colleagues := held.get(Role.COACH, set()) | held.get(Role.COLLEAGUE, set()):
        held[Role.COLLEAGUE] = colleagues
    return {role: tuple(sorted(units)) for role, units in sorted(held.items())}


def distinct_groups(viewer: Viewer) -> tuple[tuple[UUID, ...], ...]:
    """Return the different groups of units; a way names one by its index, so that the units are bound late."""
    return tuple(dict.fromkeys(unit_groups(viewer).values()))


def holds_role(viewer: Viewer, role: Role) -> bool:
    """Tell whether the viewer holds the role anywhere at all."""
    source = _FOLLOWS.get(role, role)
    return source in viewer.everywhere or str(source) in viewer.units


def access_paths(viewer: Viewer, reach: Reach, role: Role) -> tuple[AccessPath, ...]:
    """Return the ways by which `role` leads this viewer to rows with this reach; none if it does not."""
    if role is Role.MEMBER:
        return (AccessPath(PathKind.EVERYWHERE),)
    if role is Role.EMPLOYEE:
        is_vendor = holds_role(viewer, Role.SUPPORT)  # the vendor's staff are not of the house
        return (AccessPath(PathKind.EVERYWHERE),) if viewer.kind is AccountKind.STAFF and not is_vendor else ()
    if role is Role.AUTHOR:
        return (AccessPath(PathKind.AUTHOR),) if reach.author else ()
    if role in _LOCAL:
        local = _LOCAL[role] if holds_role(viewer, role) else ()
        return tuple(AccessPath(by) for by in local if getattr(reach, _COLUMN[by]))
    if role in viewer.everywhere:
        return (AccessPath(PathKind.EVERYWHERE),)
    units = unit_groups(viewer).get(role)
    if units and reach.unit:
        return (AccessPath(PathKind.UNIT, distinct_groups(viewer).index(units), len(units) == 1),)
    return ()


def access_path_sql(way: AccessPath, reach: Reach, alias: str, bind: ViewerBinding) -> str | None:
    """Return the SQL condition of a way on rows called `alias`; None for a way to every row."""
    if way.by is PathKind.EVERYWHERE:
        return None
    column = f'{alias}."{getattr(reach, _COLUMN[way.by])}"'
    match way.by:
        case PathKind.UNIT if way.single:
            return f"{column} = {bind(f'unit.{way.units}')}"
        case PathKind.UNIT:
            return f"{column} = ANY({bind(f'units.{way.units}')})"
        case PathKind.SELF:
            return f"{column} = {bind('client')}"
        case PathKind.AUTHOR:
            return f"{column} = {bind('account')}"
        case PathKind.AGENCY | PathKind.WORKPLACE:
            return f"{column} = {bind(way.by.value)}"
    return membership_sql(way.by, reach, column, bind)


class _Bound(dict[str, str]):
    """The names in a question: the category that the rows belong to, and for every other name a placeholder."""

    def __init__(self, bind: ViewerBinding, category: str) -> None:
        super().__init__(category=category)
        self.bind = bind

    def __missing__(self, name: str) -> str:
        return self.bind(name)


def membership_sql(by: PathKind, reach: Reach, column: str, bind: ViewerBinding) -> str:
    """Return the condition that a column is among the ids that a way of ASKED leads to."""
    return bind.among(column, by.name.lower(), PATH_QUESTIONS[by][1].format_map(_Bound(bind, reach.category)))


def path_questions(viewer: Viewer, reach: Reach) -> dict[PathKind, str]:
    """Return the ways that must be asked of the database about rows with this reach, each with its stored column."""
    return {
        by: column
        for by, (start, _) in PATH_QUESTIONS.items()
        if (column := getattr(reach, _COLUMN[by])) and getattr(viewer, start) is not None
    }


def leads_to_row(way: AccessPath, viewer: Viewer, reach: Reach, row: Mapping[str, Any], facts: RowFacts) -> bool:
    """Tell whether the way leads this viewer to this one row: `access_path_sql` in Python."""
    if way.by is PathKind.EVERYWHERE:
        return True
    value = row[getattr(reach, _COLUMN[way.by])]
    match way.by:
        case PathKind.UNIT:
            return value in distinct_groups(viewer)[way.units]
        case by if by in PATH_QUESTIONS:
            return getattr(viewer, PATH_QUESTIONS[by][0]) is not None and by in facts.through
    own = {
        PathKind.SELF: viewer.client,
        PathKind.AUTHOR: viewer.account,
        PathKind.AGENCY: viewer.agency,
        PathKind.WORKPLACE: viewer.workplace,
    }
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
