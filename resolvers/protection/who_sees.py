"""
Who sees an object at this moment, by which way, and until when.

It is the predicate of every query, asked of everybody at once. Nothing of it is kept: whoever asks again after a
grant has ended, a consent was withdrawn or a coach has changed gets another answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from auth.access_paths import AccessPath, paths_by_role
from auth.accounts.viewer_loading import BY_ACCOUNT, EVERYBODY, viewer_of_row
from auth.path_selects import CONSENT_IN_FORCE
from auth.policy import Grant, access_rule, predicate_sql
from auth.rights import Rights, rights
from auth.viewer import Viewer
from resolvers.changes.listeners import ROW, ListenerBinding, viewers_sql
from resolvers.declaration import ContentType
from resolvers.log_law import log_visibility_sql
from resolvers.reading.plan import Reads
from workflow.account import GRANT_IN_FORCE_STATES
from workflow.calendar import FINNISH_ZONE, finnish_day
from workflow.exceptional_access import OPEN_EMERGENCY_STATES, OPEN_SUPPORT_STATES
from workflow.relationship import CASELOAD_STATES, STANDING_IN_STATES
from workflow.roles import ROLES, PathKind, Role
from workflow.vocabulary import VIEW


def _midnight(day: str) -> str:
    """Return the SQL of the moment at which a day begins in Finland."""
    return f"({day})::timestamp AT TIME ZONE '{FINNISH_ZONE.key}'"


# The end of what leads somebody (`listener`) to a row: NULL where none is set. Ways that are not here have no end.
_GRANT = (
    f"SELECT CASE WHEN bool_and(g.ends_before IS NOT NULL) THEN {_midnight('max(g.ends_before)')} END FROM role_grant g"
    f" WHERE g.account_id = listener.account AND {GRANT_IN_FORCE_STATES.sql('g.state')} AND g.role IN ({{roles}})"
    " AND g.starts_on <= $2 AND (g.ends_before IS NULL OR g.ends_before > $2)"
)
_SUPPORT = (
    f"SELECT max(v.ends_at) FROM support_access v WHERE v.staff_member_id = listener.staff"
    f" AND {OPEN_SUPPORT_STATES.sql('v.state')}"
)
_ENDS: Mapping[PathKind, str] = {
    PathKind.UNIT: f"{_GRANT} AND g.unit_id = {ROW}.{{unit}}",
    PathKind.EVERYWHERE: f"{_GRANT} AND g.unit_id IS NULL",
    PathKind.CASELOAD: (
        f"SELECT {_midnight('max(s.ends_before)')} FROM substitution s WHERE s.staff_member_id = listener.staff"
        f" AND s.client_id = {ROW}.{{client}} AND {STANDING_IN_STATES.sql('s.state')} AND NOT EXISTS ("
        f"SELECT FROM relationship c WHERE c.client_id = {ROW}.{{client}} AND c.responsible_coach_id = listener.staff"
        f" AND {CASELOAD_STATES.sql('c.state')})"
    ),
    PathKind.CONSENT: (
        f"SELECT CASE WHEN bool_and(k.valid_until IS NOT NULL) THEN {_midnight('max(k.valid_until) + 1')} END"
        f" FROM referral r JOIN consent k ON k.client_id = r.client_id AND k.agency_id = r.agency_id"
        f" AND (k.referral_id IS NULL OR k.referral_id = r.id) WHERE r.id = {ROW}.{{consent}}"
        f" AND r.basis <> 'STATUTORY' AND {CONSENT_IN_FORCE}"
    ),
    PathKind.EMERGENCY: (
        "SELECT max(e.ends_at) FROM emergency_access e WHERE e.account_id = listener.account"
        f" AND e.client_id = {ROW}.{{client}} AND {OPEN_EMERGENCY_STATES.sql('e.state')}"
    ),
    PathKind.SUPPORT: f"{_SUPPORT} AND v.client_id = {ROW}.{{client}}",
    PathKind.SUPPORTED_UNIT: f"{_SUPPORT} AND v.whole_unit_id = {ROW}.{{unit}}",
}
_ACCOUNT_END = f"(SELECT {_midnight('a.ends_before')} FROM account a WHERE a.id = listener.account)"
_NOBODY = "SELECT NULL::int AS n, 0 AS way, NULL::timestamptz AS until WHERE FALSE"
_USED = {"account": "uuid", "staff": "uuid"}  # the values of a viewer that the ends ask for


@dataclass(frozen=True)
class Sight:
    """One way by which somebody sees an object: by which roles, and until when; None where no end is set."""

    viewer: Viewer
    roles: tuple[Role, ...]
    way: PathKind
    until: datetime | None


async def who_sees(reads: Reads, type_: ContentType, row: Mapping[str, Any], now: datetime) -> list[Sight]:
    """Return everybody who sees a row, by name: two statements, however many there are."""
    today, trainee = finnish_day(now), type_.kind.reach.trainee
    everybody = await reads.fetch(EVERYBODY, today, row[trainee] if trainee else None, now)
    viewers = [viewer for viewer in map(viewer_of_row, everybody) if viewer.may_enter]
    statement = _Statement(type_, viewers)
    sql, values = statement.sql(row["id"], now, today)
    seeing = type_.kind.workflow.roles(row["state"], VIEW)
    found = [statement.sight(one["n"], one["way"], one["until"], seeing) for one in await reads.fetch(sql, *values)]
    return sorted(found, key=lambda one: (one.viewer.name, str(one.viewer.account), one.way))


async def viewer_by_account(reads: Reads, account: UUID, now: datetime) -> Viewer | None:
    """Return somebody as a session of the account would have it now; None when there is no such account."""
    row = await reads.fetchrow(BY_ACCOUNT, finnish_day(now), account, now)
    return viewer_of_row(row) if row else None


async def names_are_shown(reads: Reads, client: UUID) -> bool:
    """Return whether the law of all registers that a person is in shows the person the names of those who look."""
    shown: bool = await reads.fetchval(f"SELECT with_names FROM ({log_visibility_sql('$1::uuid')}) law", client)
    return shown


class _Statement:
    """The predicate of everybody over one row, a branch for each set of rights and each grant of its rule."""

    def __init__(self, type_: ContentType, viewers: Sequence[Viewer]) -> None:
        self.type, self.viewers, self.bind = type_, viewers, ListenerBinding()
        self.grants: list[Grant] = []
        self.values: list[Any] = []
        self.bind.columns.update(_USED)
        numbers: dict[Rights, list[int]] = {}
        for number, viewer in enumerate(viewers):
            numbers.setdefault(rights(viewer), []).append(number)
        self.branches = [branch for same, of in numbers.items() for branch in self._branches(same.viewer, of)]

    def sql(self, id_: Any, now: datetime, today: date) -> tuple[str, list[Any]]:
        """Return the statement with its values: moment, day and id stand before those of the viewers."""
        columns, arrays = viewers_sql(self.bind.columns, self.viewers, self._bound)
        numbers = self._bound(list(range(len(self.viewers))), "int[]")
        names = ", ".join(["n", *columns])
        rows = f"listener AS MATERIALIZED (SELECT * FROM unnest({', '.join([numbers, *arrays])}) AS u({names}))"
        found = " UNION ALL ".join(
            self.branches or ["SELECT NULL::int AS n, 0 AS way, NULL::timestamptz AS until WHERE FALSE"]
        )
        asked = f"{ROW} AS MATERIALIZED (SELECT * FROM {self.type.kind.table} WHERE id = $3::uuid)"
        ctes = ", ".join([rows, asked, *self.bind.members_sql()])
        moments = "SELECT $1::timestamptz AS now, $2::date AS today"  # not every rule asks for them
        return f"WITH moments AS ({moments}), {ctes} {found}", [now, today, id_, *self.values]

    def sight(self, number: int, way: int, until: datetime | None, seeing: frozenset[Role]) -> Sight:
        """Return what a row of the answer says; `seeing` are the roles that see the object in its state."""
        viewer, path = self.viewers[number], self.grants[way].path
        return Sight(viewer, tuple(r for r in self._roles(viewer, path) if r in seeing), path.kind, until)

    def _branches(self, viewer: Viewer, numbers: list[int]) -> Iterator[str]:
        rule = access_rule(viewer, self.type.kind, VIEW)
        for grant in rule.grants:
            condition = predicate_sql(self.type.kind, replace(rule, grants=(grant,)), ROW, self.bind)
            way = len(self.grants)
            self.grants.append(grant)
            yield (
                f"SELECT listener.n, {way} AS way, least({self._end_sql(viewer, grant.path)}, {_ACCOUNT_END}) AS until"
                f" FROM {ROW} CROSS JOIN listener WHERE listener.n = ANY({self._bound(numbers, 'int[]')})"
                f" AND ({condition})"
            )

    def _end_sql(self, viewer: Viewer, path: AccessPath) -> str:
        reach, end = self.type.kind.reach, _ENDS.get(path.kind)
        if end is None:
            return "NULL::timestamptz"
        roles = {name for role in self._roles(viewer, path) for name in (role, *ROLES[role].brought_by)}
        named = ", ".join(f"'{role}'" for role in sorted(roles))
        columns = {"unit": reach.unit, "client": reach.client, "consent": reach.consent, "category": reach.category}
        return f"({end.format(**columns, roles=named, today='$2')})"

    def _roles(self, viewer: Viewer, path: AccessPath) -> list[Role]:
        return [role for role, paths in paths_by_role(viewer, self.type.kind.reach).items() if path in paths]

    def _bound(self, value: Any, cast: str) -> str:
        self.values.append(value)
        return f"${len(self.values) + 3}::{cast}"
