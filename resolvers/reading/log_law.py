"""What the law of a person's registers shows of the log: names or purposes only, and how far back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from workflow.calendar import FINNISH_ZONE_NAME, months_after


@dataclass(frozen=True)
class LogVisibility:
    """
    `with_names`: whether a person is told the names of the employees who looked; `years`: how far back without a
    special reason, None when all is told.
    """

    with_names: bool
    years: int | None

    def oldest(self, today: date) -> date | None:
        """Return the first day that is told of without a special reason."""
        return None if self.years is None else months_after(today, -12 * self.years)


def log_visibility_sql(client: str, register: str | None = None) -> str:
    """
    Return the SELECT of `with_names` and `years`: the strictest law of the registers a person is in, and of one more.

    It keeps to every register: names only where all name, the fewest years of any.
    Source: GDPR article 15(1)(c), judgment C-579/21; act 703/2023, older log data only for a special reason.
    """
    asked = f"d.id = {register} OR " if register else ""
    return (
        "SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years FROM register d"
        f" WHERE {asked}d.id IN (SELECT r.register_id FROM relationship r WHERE r.client_id = {client})"
    )


def visible_moment_sql(at: str, with_names: str) -> str:
    """
    Return the SQL of the moment of an entry as the person is shown it: the beginning of the day, local time, where the
    law shows dates and purposes only. `with_names` is the SQL of that law.
    """
    return f"CASE WHEN {with_names} THEN {at} ELSE date_trunc('day', {at}, '{FINNISH_ZONE_NAME}') END"


async def log_visibility(client: UUID, register: UUID, db: TransactionalDBClient) -> LogVisibility:
    """Return the strictest law of the registers a person is in, that of the request among them."""
    [law] = await db.execute_query_dict(log_visibility_sql("$1::uuid", "$2::uuid"), [client, register])
    return LogVisibility(law["with_names"], law["years"])
