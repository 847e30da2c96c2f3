"""What the law of a person's registers shows of the disclosure log: names or purposes only, and how many years back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from workflow.calendar import FINNISH_ZONE_NAME, months_after


@dataclass(frozen=True)
class LogVisibility:
    """
    How much of the log a person may see.

    `with_names` says whether the person sees the names of the employees who looked. `years` is how far back the log is
    shown without a special reason; None means without limit.
    """

    with_names: bool
    years: int | None

    def oldest(self, today: date) -> date | None:
        """Return the first day of the log that is shown without a special reason; None when all days are."""
        return None if self.years is None else months_after(today, -12 * self.years)


def log_visibility_sql(client: str, register: str | None = None) -> str:
    """
    Return the SELECT of `with_names` and `years`, by the strictest law of all registers that the person is in.

    `register` adds one more register. Names are shown only where every register shows them, and the fewest years apply.
    Source: GDPR article 15(1)(c), judgment C-579/21; act 703/2023, older log data only for a special reason.
    """
    extra_register = f"d.id = {register} OR " if register else ""
    return (
        "SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years FROM register d"
        f" WHERE {extra_register}d.id IN (SELECT r.register_id FROM relationship r WHERE r.client_id = {client})"
    )


def visible_moment_sql(at: str, with_names: str) -> str:
    """
    Return the SQL of the moment of a log entry as the person sees it.

    Where the law shows dates and purposes only, it is the beginning of the day in Finland. `with_names` is the SQL of
    that law.
    """
    return f"CASE WHEN {with_names} THEN {at} ELSE date_trunc('day', {at}, '{FINNISH_ZONE_NAME}') END"


async def log_visibility(client: UUID, register: UUID, db: TransactionalDBClient) -> LogVisibility:
    """Return the strictest law of the registers that a person is in and of this register."""
    [law] = await db.execute_query_dict(log_visibility_sql("$1::uuid", "$2::uuid"), [client, register])
    return LogVisibility(law["with_names"], law["years"])
