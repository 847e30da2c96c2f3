"""
What the database's refusals mean: for every constraint a code, the fields it is about, and words that say what to do.

Most follows from the constraints as they are declared; those whose remedy is their own have it here. Decision 0067.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model

import models
from resolvers.declaration import camel
from resolvers.refusals import Problem

GOVERNED = ("privacy_notice", "form_template", "term", "service_type", "register_law")
# constraint → code and field, where the declaration alone does not say what to do
OWN_WORDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "client_personal_identity_code": ("IDENTITY_CODE_TAKEN", ("personalIdentityCode",)),
    "organisation_business_id": ("BUSINESS_ID_TAKEN", ("businessId",)),
    "unit_name": ("NAME_TAKEN", ("name",)),
    "register_name": ("NAME_TAKEN", ("name",)),
    "agency_name": ("NAME_TAKEN", ("name",)),
    "workplace_name": ("NAME_TAKEN", ("name",)),
    **{f"{noun}_published": ("PUBLISHED_ALREADY", ("transition",)) for noun in GOVERNED},
    **{f"{noun}_open_copy": ("COPY_OPEN", ("transition",)) for noun in GOVERNED},
    "term_token": ("NAME_TAKEN", ("token",)),
    "setting_once": ("SETTLED_ALREADY", ()),
    "notice_acceptance_once": ("ACKNOWLEDGED_ALREADY", ("noticeId",)),
    "attendance_day": ("DAY_TAKEN", ("day",)),
    "attendance_replaced_once": ("CORRECTED_ALREADY", ("replacesId",)),
    "withholding_once": ("ALREADY_LISTED", ("objectRef",)),
    "contract_full_service": ("OVERLAPPING_SERVICE", ("startsOn",)),
    "emergency_access_once": ("ACCESS_OPEN", ("clientId",)),
    "idempotency_key_once": ("ASKED_TWICE", ("idempotencyKey",)),
}
# Source: PostgreSQL, appendix "Error Codes", class 23
NOT_NULL, FOREIGN_KEY, UNIQUE, CHECK, _RESTRICT, EXCLUSION = "23502", "23503", "23505", "23514", "23001", "23P01"
_COMPARED = re.compile(r"(\w+) >=? (\w+)")
_WHEN = (fields.DateField, fields.DatetimeField, fields.TimeField)


@dataclass(frozen=True)
class Violation:
    """A refusal of the database: its SQLSTATE, and the names that it is about."""

    sqlstate: str
    table: str = ""
    constraint: str = ""
    column: str = ""


def problem_of_integrity_error(refused: IntegrityError) -> Problem:
    """Return the problem behind a violated constraint; the last word is the database's."""
    return problem_of(violation(refused))


def violation(refused: IntegrityError) -> Violation:
    """Return what the database said; an empty violation when it was not the database."""
    cause: BaseException | None = refused
    while cause is not None and not getattr(cause, "sqlstate", None):
        cause = cause.__cause__ or (cause.args[0] if cause.args and isinstance(cause.args[0], BaseException) else None)
    named = (getattr(cause, f"{kind}_name", None) or "" for kind in ("table", "constraint", "column"))
    return Violation(getattr(cause, "sqlstate", ""), *named)


def problem_of(violated: Violation) -> Problem:
    """Return what a violation means to the caller; CONSTRAINT where no model declares what was violated."""
    if own := OWN_WORDS.get(violated.constraint):
        return Problem(*own, {"constraint": violated.constraint})
    code, columns = _general(violated)
    keys = [camel(column) for column in columns]
    return Problem(code, tuple(keys[-1:]), {"constraint": violated.constraint, "fields": ", ".join(keys)})


def _general(violated: Violation) -> tuple[str, list[str]]:
    if violated.sqlstate == NOT_NULL and violated.column:
        return "VALUE_REQUIRED", [violated.column]
    if violated.sqlstate == FOREIGN_KEY:
        column = violated.constraint.removeprefix(f"{violated.table}_").removesuffix("_fkey")
        return "REFERENCE_GONE", [column if column.endswith("_id") else f"{column}_id"]
    if violated.sqlstate == _RESTRICT:
        return "IN_USE", ["id"]
    return _declared().get(violated.constraint, ("CONSTRAINT", []))


@cache
def _declared() -> dict[str, tuple[str, list[str]]]:
    kinds = [getattr(models, name) for name in models.__all__]
    return {name: meaning for kind in kinds for name, meaning in _meanings(kind)}


def _meanings(kind: type[Model]) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    for declared in kind._meta.constraints:
        if isinstance(declared, UniqueConstraint):
            yield str(declared.name), ("NOT_UNIQUE", list(declared.fields))
        elif isinstance(declared, CheckConstraint):
            yield str(declared.name), _of_check(kind, declared.check)


def _of_check(kind: type[Model], check: str) -> tuple[str, list[str]]:
    """Return what a check is about: one value and its bounds, a period that ends too early, or values that disagree."""
    columns = kind._meta.fields_db_projection
    named = [word for word in dict.fromkeys(re.findall(r"\w+", check)) if word in columns]
    compared = _COMPARED.fullmatch(check)
    if compared and all(isinstance(_column(kind, name), _WHEN) for name in compared.groups()):
        return "PERIOD_BACKWARDS", [compared[2], compared[1]]
    about = [name for name in named if name != "state"] or named
    return ("VALUE_OUT_OF_BOUNDS" if len(about) == 1 and len(named) == 1 else "VALUES_DISAGREE"), about


def _column(kind: type[Model], name: str) -> Any:
    return kind._meta.fields_map.get(name)
