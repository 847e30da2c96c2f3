"""
Translate the database's refusals: each constraint becomes a code, the fields it is about, and thereby a message.

Most of it follows from the constraints as the models declare them. Constraints that need their own advice are listed in
`_OWN_PROBLEMS`. Decision 0067.
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
from models.error_causes import causes
from resolvers.declaration import camel
from resolvers.refusals import Problem

# What the words of a generic problem say besides the field that the path leads to.
_FACTS: Mapping[str, tuple[str, ...]] = {
    "CONSTRAINT": ("constraint", "fields"),
    "NOT_UNIQUE": ("fields",),
    "VALUE_OUT_OF_BOUNDS": ("fields",),
    "VALUES_DISAGREE": ("fields",),
}
_PUBLISHED_NOUNS = ("privacy_notice", "form_template", "term", "service_type", "register_law", "agreement_text")
# Constraint → code and path, where the declaration alone does not tell the caller what to do.
_OWN_PROBLEMS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # Two at the same moment: the rule (identity_codes.py) answers the second try, by what its caller may know.
    "client_personal_identity_code": ("CODE_NOT_STORED", ("personalIdentityCode",)),
    "client_personal_identity_code_even": ("CODE_NOT_STORED", ("personalIdentityCode",)),
    "identity_code_index_keys": ("KEYS_CHANGING", ("personalIdentityCode",)),
    "organisation_business_id": ("BUSINESS_ID_TAKEN", ("businessId",)),
    "unit_name": ("NAME_TAKEN", ("name",)),
    "register_name": ("NAME_TAKEN", ("name",)),
    "agency_name": ("NAME_TAKEN", ("name",)),
    "workplace_name": ("NAME_TAKEN", ("name",)),
    **{f"{noun}_published": ("PUBLISHED_ALREADY", ("transition",)) for noun in _PUBLISHED_NOUNS},
    **{f"{noun}_open_copy": ("COPY_OPEN", ("transition",)) for noun in _PUBLISHED_NOUNS},
    "term_token": ("NAME_TAKEN", ("token",)),
    "agreement_text_version": ("VERSION_TAKEN", ("version",)),
    "setting_once": ("SETTLED_ALREADY", ()),
    "notice_acceptance_once": ("ACKNOWLEDGED_ALREADY", ("noticeId",)),
    "attendance_day": ("DAY_TAKEN", ("day",)),
    "attendance_replaced_once": ("CORRECTED_ALREADY", ("replacesId",)),
    "breach_letter_once": ("LETTER_EXISTS", ("clientId",)),
    "withholding_once": ("ALREADY_LISTED", ("objectRef",)),
    "benefit_payer_period": ("PAYERS_OVERLAP", ("startsOn",)),
    "contract_full_service": ("OVERLAPPING_SERVICE", ("startsOn",)),
    "emergency_access_once": ("ACCESS_OPEN", ("clientId",)),
    "idempotency_key_once": ("ASKED_TWICE", ("idempotencyKey",)),
}
# Source: PostgreSQL, appendix "Error Codes", class 23
NOT_NULL, FOREIGN_KEY, UNIQUE, CHECK, _RESTRICT, EXCLUSION = "23502", "23503", "23505", "23514", "23001", "23P01"
_COMPARISON = re.compile(r"(\w+) >=? (\w+)")
_TIME_FIELDS = (fields.DateField, fields.DatetimeField, fields.TimeField)


@dataclass(frozen=True)
class Violation:
    """A refusal by the database: its SQLSTATE, and the names of what it concerns."""

    sqlstate: str
    table: str = ""
    constraint: str = ""
    column: str = ""


def problem_of_integrity_error(refused: IntegrityError) -> Problem:
    """Return the problem that a violated constraint is to the caller."""
    return problem_of(violation(refused))


def violation(refused: IntegrityError) -> Violation:
    """Return the database's refusal; an empty `Violation` when the error did not come from the database."""
    cause = next((one for one in causes(refused) if getattr(one, "sqlstate", None)), None)
    names = (getattr(cause, f"{kind}_name", None) or "" for kind in ("table", "constraint", "column"))
    return Violation(getattr(cause, "sqlstate", ""), *names)


def problem_of(violated: Violation) -> Problem:
    """Return the problem that a violation is to the caller: CONSTRAINT when no model declares the constraint."""
    if specific := _OWN_PROBLEMS.get(violated.constraint):
        return Problem(*specific)
    code, columns = _generic_problem(violated)
    keys = [camel(column) for column in columns]
    facts = {"constraint": violated.constraint, "fields": ", ".join(keys)}
    return Problem(code, tuple(keys[-1:]), {name: facts[name] for name in _FACTS.get(code, ())})


def _generic_problem(violated: Violation) -> tuple[str, list[str]]:
    if violated.sqlstate == NOT_NULL and violated.column:
        return "VALUE_REQUIRED", [violated.column]
    if violated.sqlstate == FOREIGN_KEY:
        column = violated.constraint.removeprefix(f"{violated.table}_").removesuffix("_fkey")
        return "REFERENCE_GONE", [column if column.endswith("_id") else f"{column}_id"]
    if violated.sqlstate == _RESTRICT:
        return "IN_USE", ["id"]
    return _declared_problems().get(violated.constraint, ("CONSTRAINT", []))


@cache
def _declared_problems() -> dict[str, tuple[str, list[str]]]:
    model_classes = [getattr(models, name) for name in models.__all__]
    return {name: problem for model in model_classes for name, problem in _problems_of_model(model)}


def _problems_of_model(model: type[Model]) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield str(constraint.name), ("NOT_UNIQUE", list(constraint.fields))
        elif isinstance(constraint, CheckConstraint):
            yield str(constraint.name), _problem_of_check(model, constraint.check)


def _problem_of_check(model: type[Model], check: str) -> tuple[str, list[str]]:
    """
    Return the code and the columns of a violated check.

    It is about one value and its bounds, a period that ends too early, or values that disagree.
    """
    columns = model._meta.fields_db_projection
    columns_named = [word for word in dict.fromkeys(re.findall(r"\w+", check)) if word in columns]
    comparison = _COMPARISON.fullmatch(check)
    if comparison and all(isinstance(_column(model, name), _TIME_FIELDS) for name in comparison.groups()):
        return "PERIOD_BACKWARDS", [comparison[2], comparison[1]]
    subjects = [name for name in columns_named if name != "state"] or columns_named
    return ("VALUE_OUT_OF_BOUNDS" if len(subjects) == 1 and len(columns_named) == 1 else "VALUES_DISAGREE"), subjects


def _column(model: type[Model], name: str) -> Any:
    return model._meta.fields_map.get(name)
