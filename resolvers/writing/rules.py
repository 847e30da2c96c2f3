"""Rules of single content types that every write of one must obey, by the names the declarations use."""

from uuid import UUID

from models.identity_code import DateOfBirthDisagrees, agreed_date_of_birth
from models.ordering import sort_key
from models.sealed import Place, unseal
from resolvers.context import PendingChange, Rulebook
from resolvers.refusals import Problem


async def name_order(change: PendingChange) -> list[Problem]:
    """Keep the sort key of a person's name: Å Ä Ö order the Finnish way."""
    row = change.row
    row.sort_key = sort_key(row.last_name, str(getattr(row, "first_names", None) or getattr(row, "first_name", "")))
    return []


async def identity_agrees(change: PendingChange) -> list[Problem]:
    """Hold the date of birth to the identity code, and take it from there when only the code is given. R01, R03."""
    row = change.row
    if not change.keys & {"personalIdentityCode", "dateOfBirth"} or row.personal_identity_code is None:
        return []
    place = Place(row._meta.db_table, "personal_identity_code", UUID(str(row.pk)))
    code = unseal(change.context.keyring, place, bytes(row.personal_identity_code))
    given = row.date_of_birth if "dateOfBirth" in change.keys else None
    try:
        row.date_of_birth = agreed_date_of_birth(code, given)
    except DateOfBirthDisagrees as refused:
        return [Problem(refused.code, ("dateOfBirth",))]
    return []


def problem_unless(holds: bool, code: str, *path: str) -> list[Problem]:  # noqa: FBT001 # reads as a sentence: unless(same client, …)
    """Return a problem unless something holds."""
    return [] if holds else [Problem(code, path)]


NAME_AND_IDENTITY_RULES = Rulebook.of(
    rules=(
        name_order,
        identity_agrees,
    ),
)
