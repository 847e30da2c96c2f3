"""
The register of disclosures: every answer with personal data leaves one row, written by the statement that reads.

A read that is not recorded cannot exist: the row is an INSERT in the same statement. Field names enter, never values.
Source: privacy notice, "log-in and log data"; safety.md.
"""

from collections.abc import Mapping

from auth.access_paths import ViewerBinding, holds_role, membership_sql
from auth.viewer import Viewer
from models.content import Reach
from workflow.roles import ROLES, Holding, PathKind, Role

# name → SQL type, in the order of the row
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
}


def possible_purposes(viewer: Viewer) -> tuple[str, ...]:
    """
    Return the purposes for which the caller may look, as `workflow/roles.py` says; the first where none is stated.

    A role that looks at nobody in its work counts only where no other role is held.
    """
    held = [declared for role, declared in ROLES.items() if role in {*viewer.everywhere, *viewer.units}]
    lasting = [declared for declared in held if declared.holding is not Holding.OPENED]
    looking = [declared for declared in lasting if declared.looks_at_people]
    counting = looking or lasting or [ROLES[Role.MEMBER]]
    return tuple(dict.fromkeys(purpose for declared in counting for purpose in declared.purposes))


def default_purpose(viewer: Viewer) -> str:
    """Return the purpose of a read that states none, from the relationship of the caller to the register."""
    return possible_purposes(viewer)[0]


def exceptional_purposes_sql(viewer: Viewer, bind: ViewerBinding) -> Mapping[str, str]:
    """Return, for a caller who was let in out of the ordinary, purpose → condition that a person `s.id` was opened."""
    return (
        {"EMERGENCY": membership_sql(PathKind.EMERGENCY, Reach(), "s.id", bind)}
        if holds_role(viewer, Role.EMERGENCY)
        else {}
    )


def disclosure_row_sql(
    placeholders: Mapping[str, str], subjects: list[str], live: str, exceptions: Mapping[str, str] | None = None
) -> str:
    """
    Return the INSERT that records a read; `placeholders` gives one for every name in COLUMNS.

    A read that shows somebody of `exceptions` is of that purpose, whatever was stated.
    `subjects` are SELECTs of the persons shown. Without a person shown the row says NOTHING: the attempt counts too.
    """
    shown = " UNION ".join(subjects)
    names = ", ".join(f'"{name}"' for name in DISCLOSURE_COLUMNS)
    told = dict(placeholders)
    for purpose, opened in (exceptions or {}).items():
        told["purpose"] = f"CASE WHEN bool_or({opened}) THEN '{purpose}' ELSE {told['purpose']} END"
    values = ", ".join(told[name] for name in DISCLOSURE_COLUMNS)
    return (
        f"INSERT INTO disclosure_log ({names}, subjects, outcome) SELECT {values},"
        " coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'),"
        " CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END"
        f" FROM ({shown}) s(id) HAVING {live}"
    )


def numbered_disclosure_row_sql(subjects: str, first: int = 2) -> str:
    """
    Return the INSERT of a row whose values are bound in the order of DISCLOSURE_COLUMNS, from `$first` on.

    `subjects` is a SELECT of the persons shown; nothing of the caller has to be verified any more.
    """
    numbered = enumerate(DISCLOSURE_COLUMNS.items(), start=first)
    return disclosure_row_sql({name: f"${n}::{cast}" for n, (name, cast) in numbered}, [subjects], "TRUE")


def authority_of(viewer: Viewer) -> str:
    """Return on what authority the viewer reads: the roles held and, for a token, its scopes."""
    held = sorted({*viewer.everywhere, *viewer.units})
    scopes = "" if viewer.scopes is None else f" [{' '.join(sorted(viewer.scopes))}]"
    return f"{viewer.kind}: {' '.join(held)}{scopes}"[:120]
