"""
Saved views: what they may hold. A view that names somebody would be a look kept for later, and a list of its own.

Conditions on states, closed lists, words of vocabularies, yes or no, and days are taken; those on texts, ids, numbers
and on what tells who somebody is are refused, each by its field.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from models.term import Term
from models.values import ValueRefused
from resolvers.context import CommandContext, PendingChange, Rulebook, Step
from resolvers.declaration import ContentType, Field
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import transition_refused
from workflow.saved_view import SHARED_VIEW_STATES
from workflow.vocabulary import CONTACT, IDENTITY, NAME

MOST_CONDITIONS = 20
MOST_VALUES = 40
_RELATIVE = re.compile(r"today([+-]\d{1,4})?")
_OPERATORS: Mapping[str, frozenset[str]] = {
    "choice": frozenset({"eq", "in", "isNull"}),
    "Boolean": frozenset({"eq"}),
    "Date": frozenset({"eq", "gt", "gte", "lt", "lte", "isNull"}),
    "DateTime": frozenset({"gt", "gte", "lt", "lte"}),
}
_PERSONAL = frozenset({NAME, IDENTITY, CONTACT})
_ORDERS = ("CREATED", "MODIFIED")


class ConditionsRefused(ValueRefused):
    """The conditions are not an object of fields with an object of operators each, or too many."""

    code = "CONDITIONS_REFUSED"


def checked_conditions(given: Any) -> dict[str, Any]:
    """
    Return the conditions of a saved view if they have the form of a filter; what they say is judged with the type.

    :raises ConditionsRefused: when they do not
    """
    if not isinstance(given, Mapping) or len(given) > MOST_CONDITIONS:
        raise ConditionsRefused
    if not all(isinstance(key, str) and isinstance(condition, Mapping) for key, condition in given.items()):
        raise ConditionsRefused
    return {key: dict(condition) for key, condition in given.items()}


async def impersonal_view(change: PendingChange) -> list[Problem]:
    """Refuse a view of an unknown type, an order that its list has not, and conditions that could tell of somebody."""
    row = change.row
    type_ = next((t for t in change.context.content_types.values() if t.name == row.about), None)
    if type_ is None:
        return [Problem("UNKNOWN_TYPE", ("about",))]
    problems = problem_unless(row.order_by in (None, *_orders(type_)), "ORDER_UNKNOWN", "orderBy")
    if row.state in SHARED_VIEW_STATES:
        problems += problem_unless(_works_in(change.context, row.unit_id), "UNIT_NOT_OWN", "unitId")
    for key, condition in row.conditions.items():
        if not await _is_impersonal(type_, key, condition, change):
            problems.append(Problem("CONDITION_NOT_KEPT", ("conditions", key), {"field": key}))
    return problems


def _orders(type_: ContentType) -> list[str]:
    named = [*_ORDERS, *(field.name.upper() for field in type_.fields.values() if field.order)]
    return [order for name in named for order in (name, f"{name}_DESC")]


async def _is_impersonal(type_: ContentType, key: str, condition: Mapping[str, Any], change: PendingChange) -> bool:
    """Return whether a condition holds states, choices or days alone, and is on a field that tells of nobody's name."""
    if key == "state":
        return _holds_only(condition, "choice", set(type_.kind.workflow.states))
    field = next((f for f in type_.fields.values() if f.key == key and f.filter), None)
    if field is None or field.read in _PERSONAL or field.target or field.sealed:
        return False
    if field.choices:
        return _holds_only(condition, "choice", set(field.choice_titles))
    if field.vocabulary:
        return _holds_only(condition, "choice", await _words(field, change))
    match field.value.name:
        case "Boolean":
            return _holds_only(condition, "Boolean", {True, False})
        case "Date" | "DateTime" as kind:
            return set(condition) <= _OPERATORS[kind] and all(
                isinstance(v, bool) if o == "isNull" else _is_day(v) for o, v in condition.items()
            )
    return False


def _holds_only(condition: Mapping[str, Any], kind: str, known: set[Any]) -> bool:
    """Return whether a condition has operators of a kind, and values that are known."""
    if not set(condition) <= _OPERATORS[kind]:
        return False
    plain = [value for operator, value in condition.items() if operator not in ("in", "isNull")]
    listed = condition.get("in", [])
    if not isinstance(listed, list) or len(listed) > MOST_VALUES or not isinstance(condition.get("isNull", True), bool):
        return False
    return all(isinstance(value, str | bool) and value in known for value in (*plain, *listed))


async def _words(field: Field, change: PendingChange) -> set[str]:
    found = await Term.filter(vocabulary=field.vocabulary).using_db(change.db).values_list("token", flat=True)
    return set(map(str, found))


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    if _RELATIVE.fullmatch(value):
        return True
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


async def view_for_own_unit(step: Step) -> None:
    """
    Check that a view is shared with a unit in which its author works.

    :raises CommandRefused: UNIT_NOT_OWN
    """
    if not _works_in(step.context, step.row.unit_id):
        raise transition_refused("UNIT_NOT_OWN", "unitId")


def _works_in(context: CommandContext, unit: UUID | None) -> bool:
    return any(unit in units for units in context.viewer.units.values())


SAVED_VIEW_RULES = Rulebook.of(guards=(view_for_own_unit,), rules=(impersonal_view,))
