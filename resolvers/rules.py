"""Rules of single content types that every write of one must obey, by the names the declarations use."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.identity_code import DateOfBirthDisagrees, agreed_date_of_birth
from models.ordering import sort_key
from models.sealed import Place, unseal
from resolvers.problems import Problem

if TYPE_CHECKING:
    from resolvers.writing import Desk

Rule = Callable[["Desk", Any, set[str], TransactionalDBClient], Awaitable[list[Problem]]]


async def name_order(desk: "Desk", row: Any, changed: set[str], db: TransactionalDBClient) -> list[Problem]:
    """Keep the sort key of a person's name: Å Ä Ö order the Finnish way."""
    del desk, changed, db
    row.sort_key = sort_key(row.last_name, str(getattr(row, "first_names", None) or getattr(row, "first_name", "")))
    return []


async def identity_agrees(desk: "Desk", row: Any, changed: set[str], db: TransactionalDBClient) -> list[Problem]:
    """Hold the date of birth to the identity code, and take it from there when only the code is given. R01, R03."""
    del db
    if not changed & {"personalIdentityCode", "dateOfBirth"} or row.personal_identity_code is None:
        return []
    place = Place(row._meta.db_table, "personal_identity_code", UUID(str(row.pk)))
    code = unseal(desk.keyring, place, bytes(row.personal_identity_code))
    given = row.date_of_birth if "dateOfBirth" in changed else None
    try:
        row.date_of_birth = agreed_date_of_birth(code, given)
    except DateOfBirthDisagrees as refused:
        return [Problem(refused.code, ("dateOfBirth",))]
    return []


RULES: dict[str, Rule] = {"name_order": name_order, "identity_agrees": identity_agrees}


def unless(holds: bool, code: str, *path: str) -> list[Problem]:  # noqa: FBT001 # reads as a sentence: unless(same client, …)
    """Return a problem unless something holds."""
    return [] if holds else [Problem(code, path)]
