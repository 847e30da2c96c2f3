"""Whose working days a command or a sheet is about: of a unit, a workplace, some contracts, or the own caseload."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from auth.path_selects import CASELOAD_SQL
from auth.policy import access_rule, predicate_sql
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.public_ids import object_uuid
from resolvers.reading.parameters import Getter, StatementParameters
from resolvers.refusals import CommandRefused, Problem
from workflow.vocabulary import SCHEDULE

MOST_PEOPLE = 500  # as many days as one command records, and ids as one list of a request holds

# The column of a day by which each kind of scope finds it, and the noun of the ids that the scope names.
_BY_ID: Mapping[str, tuple[str, str]] = {
    "unitId": ("unit_id", "unit"),
    "workplaceId": ("workplace_id", "workplace"),
    "contractIds": ("contract_id", "contract"),
}


@dataclass(frozen=True)
class Scope:
    """One scope: its kind, and the ids that it names; the caseload names none."""

    kind: str
    ids: tuple[UUID, ...] = ()

    def sql(self, viewer: Viewer, type_: ContentType, bind: StatementParameters) -> str:
        """Return the condition that rows `t` are in the scope; whether the caller may see them is asked besides."""
        return scope_sql(self.kind, viewer, type_, "t", bind, lambda _: list(self.ids))


def scope_sql(kind: str, viewer: Viewer, type_: ContentType, alias: str, bind: StatementParameters, ids: Getter) -> str:
    """
    Return the condition that rows with this alias are in a scope of this kind; `ids` are those that it names.

    Where somebody works is known only to who may read what is planned: a scope by workplace asks that too.
    """
    if kind == "caseload":
        staff = bind(("scope", "staff"), lambda call: call.viewer.staff, "uuid")
        today = bind(("scope", "today"), lambda call: call.today, "date")
        return f"{alias}.client_id IN ({CASELOAD_SQL.format(staff=staff, today=today)})"
    column, noun = _BY_ID[kind]
    own_id = noun == type_.noun
    named = f"{alias}.{'id' if own_id else column} = ANY({bind(('scope', kind), ids, 'uuid[]')})"
    if kind != "workplaceId":
        return named
    return f"{named} AND {predicate_sql(type_.kind, access_rule(viewer, type_.kind, SCHEDULE), alias, bind.viewer)}"


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
