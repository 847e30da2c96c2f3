"""What the organisation has settled, as the code reads it; without a row, the defaults."""

from dataclasses import dataclass
from datetime import timedelta

from tortoise.backends.base.client import TransactionalDBClient

from models.setting import Setting


@dataclass(frozen=True)
class OrganisationSettings:
    """How long the bin keeps, how long a notice is announced, how many emergency accesses one has open at once."""

    recycle_period: timedelta = timedelta(days=30)
    announcement_period: timedelta = timedelta(days=30)
    max_emergency_accesses: int = 3


async def load_settings(db: TransactionalDBClient) -> OrganisationSettings:
    """Return the settings in force."""
    row = await Setting.all().using_db(db).first()
    if row is None:
        return OrganisationSettings()
    return OrganisationSettings(
        timedelta(days=row.recycle_days), timedelta(days=row.announcement_days), row.max_emergency_accesses
    )
