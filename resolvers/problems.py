"""Why a command is refused, as data: a stable code, the field it is about, and facts without values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tortoise.exceptions import IntegrityError

GOVERNED = ("privacy_notice", "form_template", "term", "service_type", "register_law")
# constraint → code and field; an unnamed one is CONSTRAINT, which the log explains and the caller cannot
CONSTRAINTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "client_personal_identity_code": ("IDENTITY_CODE_TAKEN", ("personalIdentityCode",)),
    "organisation_business_id": ("BUSINESS_ID_TAKEN", ("businessId",)),
    "unit_name": ("NAME_TAKEN", ("name",)),
    "register_name": ("NAME_TAKEN", ("name",)),
    **{f"{noun}_published": ("PUBLISHED_ALREADY", ("transition",)) for noun in GOVERNED},
    **{f"{noun}_open_copy": ("COPY_OPEN", ("transition",)) for noun in GOVERNED},
    "term_token": ("NAME_TAKEN", ("token",)),
    "service_type_version": ("NAME_TAKEN", ("version",)),
    "service_type_start": ("NAME_TAKEN", ("startsOn",)),
    "setting_once": ("SETTLED_ALREADY", ()),
    "notice_acceptance_once": ("ACKNOWLEDGED_ALREADY", ("noticeId",)),
    "attendance_day": ("DAY_TAKEN", ("day",)),
    "withholding_once": ("ALREADY_LISTED", ("objectRef",)),
    "contract_full_service": ("OVERLAPPING_SERVICE", ("startsOn",)),
}


@dataclass(frozen=True)
class Problem:
    """One reason; `schema/messages.py` has its words."""

    code: str
    path: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


class CommandRefused(Exception):
    """A command is refused as a whole: nothing is saved. Each of its problems has a code of its own."""

    code = "COMMAND_REFUSED"

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(p.code for p in problems))
        self.problems = problems


def constraint_problem(refused: IntegrityError) -> Problem:
    """Return the problem behind a violated constraint, by the constraint's name; the last word is the database's."""
    cause: BaseException | None = refused
    while cause is not None and not getattr(cause, "constraint_name", None):
        cause = cause.__cause__ or (cause.args[0] if cause.args and isinstance(cause.args[0], BaseException) else None)
    name = getattr(cause, "constraint_name", "") or ""
    code, path = CONSTRAINTS.get(name, ("CONSTRAINT", ()))
    return Problem(code, path, {"constraint": name})
