"""Rules that every write of a content type must obey, by the names that declarations use."""

from models.identity_code import agreed_date_of_birth, past_date_of_birth
from models.ordering import sort_key
from models.values import ValueRefused
from resolvers.context import PendingChange, Rulebook
from resolvers.refusals import Problem, problem_of_value
from resolvers.writing.identity_codes import opened_code

NAMES = frozenset({"firstName", "firstNames", "lastName"})


async def name_order(change: PendingChange) -> list[Problem]:
    """Set the sort key of a person's name, so that Å, Ä and Ö sort in Finnish order."""
    row = change.row
    if row.sort_key and not change.keys & NAMES:
        return []
    first = getattr(row, "first_names", None) or getattr(row, "first_name", None)
    row.sort_key = sort_key(row.last_name, first or "")
    return []


async def identity_agrees(change: PendingChange) -> list[Problem]:
    """
    Check the date of birth against the identity code; derive it when only the code is given.

    A date that comes from the code is judged like one that was given: nobody is born tomorrow, or is 121 years old.

    Source: rules R01 and R03.
    """
    row = change.row
    if not change.keys & {"personalIdentityCode", "dateOfBirth"} or row.personal_identity_code is None:
        return []
    code = opened_code(change.context, row._meta.db_table, row)
    date_of_birth = row.date_of_birth if "dateOfBirth" in change.keys else None
    try:
        agreed = agreed_date_of_birth(code, date_of_birth)
        row.date_of_birth = past_date_of_birth(agreed, change.context.today) if agreed else None
    except ValueRefused as refused:
        return [problem_of_value(refused, "personalIdentityCode" if date_of_birth is None else "dateOfBirth")]
    return []


def problem_unless(holds: bool, code: str, *path: str) -> list[Problem]:  # noqa: FBT001 # reads as a sentence: unless(same client, …)
    """Return a problem unless the condition holds."""
    return [] if holds else [Problem(code, path)]


NAME_AND_IDENTITY_RULES = Rulebook.of(
    rules=(
        name_order,
        identity_agrees,
    ),
)
