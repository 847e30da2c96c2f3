"""The settings of the organisation, as the code reads them; the defaults when there is no row."""

from dataclasses import dataclass
from datetime import timedelta

from tortoise.backends.base.client import TransactionalDBClient

from models.setting import Setting


@dataclass(frozen=True)
class OrganisationSettings:
    """
    The settings that the code uses.

    `recycle_period` is how long deleted objects stay in the recycle bin, `announcement_period` how long a change of the
    notice is announced, and `max_emergency_accesses` how many emergency accesses one person may have open at once.
    """

    recycle_period: timedelta = timedelta(days=30)
    announcement_period: timedelta = timedelta(days=30)
    max_emergency_accesses: int = 3


async def load_organisation_settings(db: TransactionalDBClient) -> OrganisationSettings:
    """Return the settings that are in force."""
    row = await Setting.all().using_db(db).first()
    if row is None:
        return OrganisationSettings()
    return OrganisationSettings(
        timedelta(days=row.recycle_days), timedelta(days=row.announcement_days), row.max_emergency_accesses
    )
