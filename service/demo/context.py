"""The data that the parts of the demo share: time, keys, and the ids of the rows so far."""

import tomllib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from models.code_index import code_indexes
from models.sealed import Keyring, Place, seal
from service.demo.ledger import Author, DemoLedger, DemoRow
from workflow.calendar import FINNISH_ZONE, public_holidays

DEMO_FOLDER = Path(__file__).parent
PLACES = tomllib.loads((DEMO_FOLDER / "places.toml").read_text("utf-8"))
TEXTS = tomllib.loads((DEMO_FOLDER / "texts.toml").read_text("utf-8"))
SYSTEM = Author(UUID("00000000-0000-7000-8000-000000000002"), "Esimerkkiaineisto")


@dataclass(frozen=True)
class Worker:
    """An employee and the account of the employee."""

    id: UUID
    unit: UUID
    author: Author


@dataclass
class DemoContext:
    """
    The shared state while the rows of the demo are made.
    """

    ledger: DemoLedger
    keyring: Keyring
    issuer: str
    now: datetime
    today: date
    public_url: str
    users: dict[str, UUID] = field(default_factory=dict)
    units: list[UUID] = field(default_factory=list)
    register: UUID = field(init=False)
    coaches: dict[UUID, list[Worker]] = field(default_factory=dict)
    supervisors: dict[UUID, Worker] = field(default_factory=dict)
    manager: Worker = field(init=False)
    agencies: list[UUID] = field(default_factory=list)
    officials: dict[UUID, list[tuple[UUID, Author]]] = field(default_factory=dict)
    workplaces: dict[UUID, list[UUID]] = field(default_factory=dict)
    workplace_author: dict[UUID, Author] = field(default_factory=dict)
    services: dict[str, DemoRow] = field(default_factory=dict)
    public_holidays: frozenset[date] = field(init=False)

    def __post_init__(self) -> None:
        """Set `public_holidays` to those of the years around today."""
        years = range(self.today.year - 3, self.today.year + 3)
        self.public_holidays = public_holidays(years)

    @property
    def chance(self) -> Random:
        """The only source of random values."""
        return self.ledger.chance

    @property
    def working_day(self) -> date:
        """Today, or the last working day before it."""
        day = self.today
        while day.isoweekday() > 5 or day in self.public_holidays:
            day -= timedelta(days=1)
        return day

    def at(self, day: date, hour: int = 9) -> datetime:
        """Return a random minute of that hour on a day (Finnish time, returned in UTC), but never later than now."""
        moment = datetime.combine(day, time(hour, self.chance.randrange(60)), FINNISH_ZONE).astimezone(UTC)
        return min(moment, self.now)

    def coded(self, table: str, row: UUID, code: str) -> dict[str, Any]:
        """Return the columns of an identity code: the code encrypted for its row, and its blind indexes."""
        sealed = seal(self.keyring, Place(table, "personal_identity_code", row), code)
        return {"personal_identity_code": sealed, **code_indexes(self.keyring, code).columns()}
