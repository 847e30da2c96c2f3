"""Whose working days a command or a sheet is about: of a unit, a workplace, a group, contracts, or the own caseload."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from auth.path_selects import CASELOAD_SQL
from auth.policy import access_rule, predicate_sql
from auth.viewer import Viewer
from resolvers.declaration import ContentTypes
from resolvers.public_ids import object_uuid
from resolvers.reading.parameters import Getter, StatementParameters
from resolvers.refusals import CommandRefused, Problem
from workflow.vocabulary import SCHEDULE

MOST_PEOPLE = 500  # as many days as one command records, and ids as one list of a request holds

# The column of a day by which each kind of scope finds it, and the noun of the ids that the scope names. A group finds
# people, and of each only the days in which the person was in it.
_BY_ID: Mapping[str, tuple[str, str]] = {
    "unitId": ("unit_id", "unit"),
    "workplaceId": ("workplace_id", "workplace"),
    "contractIds": ("contract_id", "contract"),
    "groupId": ("client_id", "coaching_group"),
}


@dataclass(frozen=True)
class ScopedRows:
    """The rows that a scope narrows: their type and alias, and the SQL of the first and the last of their days."""

    viewer: Viewer
    content_types: ContentTypes
    noun: str
    alias: str
    days: tuple[str, str]


@dataclass(frozen=True)
class Scope:
    """One scope: its kind, and the ids that it names; the caseload names none."""

    kind: str
    ids: tuple[UUID, ...] = ()

    @property
    def values(self) -> Mapping[str, Any]:
        """What `of_kind_sql` finds among the variables of a call."""
        return {"scope": list(self.ids)}


def of_kind_sql(kind: str, rows: ScopedRows, bind: StatementParameters) -> str:
    """
    Return the condition that rows are in the scope of this kind that a call brings along.

    Whether the caller may see them is asked besides.
    """
    return scope_sql(kind, rows, bind, lambda call: call.variables["scope"])


def scope_sql(kind: str, rows: ScopedRows, bind: StatementParameters, ids: Getter) -> str:
    """
    Return the condition that rows are in a scope of this kind; `ids` are those that it names.

    Where somebody works, and in which group somebody is, is known only to who may read what is planned: a scope by
    workplace or group asks that too.
    """
    alias, type_ = rows.alias, rows.content_types[rows.noun]
    if kind == "caseload":
        people = CASELOAD_SQL.format(staff=bind.viewer("staff"), today=bind.viewer("today"))
        # An array: PostgreSQL looks up the few people of a coach, and does not go through everybody's days.
        return f"{alias}.client_id = ANY(ARRAY({bind.viewer.ids('caseload', people)}))"
    if kind == "groupId":
        return members_sql(rows, bind, ids)
    column, noun = _BY_ID[kind]
    own_id = noun == type_.noun
    named = f"{alias}.{'id' if own_id else column} = ANY({bind(('scope', kind), ids, 'uuid[]')})"
    if kind != "workplaceId":
        return named
    may_know = access_rule(rows.viewer, type_.kind, SCHEDULE)
    return f"{named} AND {predicate_sql(type_.kind, may_know, alias, bind.viewer)}"


def members_sql(rows: ScopedRows, bind: StatementParameters, groups: Getter) -> str:
    """Return the condition that rows are of people who are in a group on one of their days, as the caller may know."""
    kind = rows.content_types["group_member"].kind
    may_know = predicate_sql(kind, access_rule(rows.viewer, kind, SCHEDULE), "g", bind.viewer)
    first, last = rows.days
    return (
        f"{rows.alias}.client_id IN (SELECT g.client_id FROM group_member g"
        f" WHERE g.coaching_group_id = ANY({bind(('scope', 'groupId'), groups, 'uuid[]')})"
        f" AND g.starts_on <= {last} AND (g.ends_before IS NULL OR g.ends_before > {first}) AND {may_know})"
    )


def named_ids(kind: str, value: Any) -> tuple[UUID, ...] | None:
    """Return the ids that a scope of this kind names; None when one is no id of its type."""
    if kind == "caseload":
        return ()
    texts: Sequence[str] = value if isinstance(value, list) else [value]
    found = [object_uuid(_BY_ID[kind][1], text) for text in texts]
    return None if None in found else tuple(uuid for uuid in found if uuid)


def scope_of(given: Mapping[str, Any]) -> Scope:
    """
    Return the scope that an input names.

    :raises CommandRefused: NOT_FOUND when an id is none of its type
    """
    [(kind, value)] = given.items()  # the schema lets one through
    ids = named_ids(kind, value)
    if ids is None:
        raise CommandRefused(Problem("NOT_FOUND", ("scope", kind)))
    return Scope(kind, ids)
