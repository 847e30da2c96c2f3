"""
The disclosure log: every statement about people leaves one row, which the reading statement itself writes.

A look without a row cannot happen, because the row is an INSERT in the same statement. What counts is what was asked
about, not what was shown: a field, an id, a cursor, a match, a count, an order or a refusal. The row has names of
fields, and never values.
Source: privacy notice, "log-in and log data"; safety.md.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from auth.access_paths import ViewerBinding, membership_sql
from auth.held_roles import holds_role
from auth.viewer import Viewer
from models.content import Reach
from workflow.roles import ROLES, Holding, PathKind, Role

# The columns with their SQL types, in the order of the row.
DISCLOSURE_COLUMNS: Mapping[str, str] = {
    "at": "timestamptz",
    "account": "uuid",
    "authority": "text",
    "operation": "text",
    "document": "text",
    "fields": "text[]",
    "asked": "uuid[]",
    "purpose": "text",
    "request": "uuid",
    "application": "text",
    "credential": "text",
}

# The operation by which the payer of a benefit was told of absences: `asked` holds the report and the payer.
TOLD_TO_PAYER = "absenceReport.SEND"


class Surface(StrEnum):
    """How a statement asked about a field. The log names the field alone where its value was asked for."""

    VALUE = ""
    FILTER = "filter"
    ORDER = "order"
    SEARCH = "search"
    DENIED = "denied"  # the caller may never read it, whatever the row


class Outcome(StrEnum):
    """What came of a look: persons were shown, none was, or the caller was refused."""

    SHOWN = "SHOWN"
    NOTHING = "NOTHING"
    DENIED = "DENIED"


def logged_name(type_name: str, key: str, surface: Surface = Surface.VALUE) -> str:
    """Return a field as the log names it: `Client.lastName`, or `Client.lastName:filter` where it was filtered by."""
    return f"{type_name}.{key}:{surface}" if surface else f"{type_name}.{key}"


def possible_purposes(viewer: Viewer) -> tuple[str, ...]:
    """
    Return the purposes for which the caller may look, as `workflow/roles.py` lists them; the first one is the default.

    A role whose work needs nobody's data counts only where the caller holds no other role.
    """
    declarations = [declaration for role, declaration in ROLES.items() if role in {*viewer.everywhere, *viewer.units}]
    permanent = [declaration for declaration in declarations if declaration.holding is not Holding.OPENED]
    with_people = [declaration for declaration in permanent if declaration.looks_at_people]
    counted = with_people or permanent or [ROLES[Role.MEMBER]]
    return tuple(dict.fromkeys(purpose for declaration in counted for purpose in declaration.purposes))


def default_purpose(viewer: Viewer) -> str:
    """Return the purpose of a read that states none, from the caller's roles."""
    return possible_purposes(viewer)[0]


def exceptional_purposes_sql(viewer: Viewer, bind: ViewerBinding) -> Mapping[str, str]:
    """Return, for a caller with emergency access, purpose → condition that the person `s.id` was opened."""
    return (
        {"EMERGENCY": membership_sql(PathKind.EMERGENCY, Reach(), "s.id", bind)}
        if holds_role(viewer, Role.EMERGENCY)
        else {}
    )


def disclosure_row_sql(
    placeholders: Mapping[str, str],
    subjects: list[str],
    live: str,
    exceptions: Mapping[str, str] | None = None,
    outcome: Outcome | None = None,
    gathered: str = "",
) -> str:
    """
    Return the INSERT that logs a look.

    `placeholders` has one for every name in `DISCLOSURE_COLUMNS`, and `subjects` are SELECTs of the persons shown.
    Where a person meets a condition of `exceptions`, the purpose is that of the exception, whatever was stated. Without
    an `outcome` it is SHOWN where there is a person, and NOTHING otherwise: the attempt is logged too. `gathered` names
    a row whose array `subjects`, NULL without any, holds all these persons already; with exceptions each is looked at.
    """
    persons = " UNION ".join(subjects)
    names = ", ".join(f'"{name}"' for name in DISCLOSURE_COLUMNS)
    values_by_name = dict(placeholders)
    for purpose, condition in (exceptions or {}).items():
        values_by_name["purpose"] = (
            f"CASE WHEN bool_or({condition}) THEN '{purpose}' ELSE {values_by_name['purpose']} END"
        )
    values = ", ".join(values_by_name[name] for name in DISCLOSURE_COLUMNS)
    if gathered and not exceptions and outcome is None:
        return (
            f"INSERT INTO disclosure_log ({names}, subjects, outcome) SELECT {values}, coalesce(s.subjects, '{{}}'),"
            f" CASE WHEN s.subjects IS NULL THEN '{Outcome.NOTHING}' ELSE '{Outcome.SHOWN}' END"
            f" FROM {gathered} s WHERE {live}"
        )
    came_of_it = (
        f"'{outcome}'" if outcome else f"CASE WHEN count(s.id) > 0 THEN '{Outcome.SHOWN}' ELSE '{Outcome.NOTHING}' END"
    )
    return (
        f"INSERT INTO disclosure_log ({names}, subjects, outcome) SELECT {values},"
        f" coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{{}}'), {came_of_it}"
        f" FROM ({persons}) s(id) HAVING {live}"
    )


def numbered_disclosure_row_sql(subjects: str, first: int = 2) -> str:
    """
    Return the INSERT of a row whose values are bound in the order of `DISCLOSURE_COLUMNS`, from `$first` on.

    `subjects` is a SELECT of the persons shown. The caller was verified before.
    """
    numbered = enumerate(DISCLOSURE_COLUMNS.items(), start=first)
    return disclosure_row_sql({name: f"${n}::{cast}" for n, (name, cast) in numbered}, [subjects], "TRUE")


def caller_columns(viewer: Viewer) -> dict[str, Any]:
    """Return what the row says of the caller: who, with which authority, through which client, with which token."""
    return {
        "account": viewer.account,
        "authority": authority_of(viewer),
        "application": viewer.application,
        "credential": viewer.credential,
    }


def authority_of(viewer: Viewer) -> str:
    """Return the authority of a read: the roles held and, for a token, its scopes; at most 120 characters."""
    roles = sorted({*viewer.everywhere, *viewer.units})
    scopes = "" if viewer.scopes is None else f" [{' '.join(sorted(viewer.scopes))}]"
    return f"{viewer.kind}: {' '.join(roles)}{scopes}"[:120]
