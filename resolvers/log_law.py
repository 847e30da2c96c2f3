"""What the law of a person's registers shows of the log: names or purposes only, and how far back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.organisation import Register
from models.relationship import Relationship
from workflow.service_rules import months_after


@dataclass(frozen=True)
class LogLaw:
    """
    `with_names`: whether a person is told the names of the employees who looked; `years`: how far back without a
    special reason, None when all is told.
    """

    with_names: bool
    years: int | None

    def oldest(self, today: date) -> date | None:
        """Return the first day that is told of without a special reason."""
        return None if self.years is None else months_after(today, -12 * self.years)


async def log_law(client: UUID, register: Any, db: TransactionalDBClient) -> LogLaw:
    """Return the strictest law of the registers a person is in, that of the request among them."""
    mine = await Relationship.filter(client_id=client).using_db(db).distinct().values_list("register_id", flat=True)
    found = {register, *mine} - {None}
    return strictest(await Register.filter(pk__in=list(found)).using_db(db))


def strictest(registers: Iterable[Any]) -> LogLaw:
    """
    Return the law that keeps to every register: names only where all name, the fewest years of any.

    Source: GDPR article 15(1)(c), judgment C-579/21; act 703/2023, older log data only for a special reason.
    """
    found = list(registers)
    years = [register.log_years for register in found if register.log_years is not None]
    return LogLaw(all(register.log_mode == "NAMES" for register in found), min(years, default=None))
