"""What the parts of the demo share: the moment, the keys, and what was put in place so far."""

import tomllib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import holidays

from models.sealed import Keyring, Place, blind_index, seal
from service.demo.ledger import Author, DemoLedger, DemoRow

DEMO_FOLDER = Path(__file__).parent
PLACES = tomllib.loads((DEMO_FOLDER / "places.toml").read_text("utf-8"))
TEXTS = tomllib.loads((DEMO_FOLDER / "texts.toml").read_text("utf-8"))
DEMO_ZONE = ZoneInfo("Europe/Helsinki")
SYSTEM = Author(UUID("00000000-0000-7000-8000-000000000002"), "Esimerkkiaineisto")


@dataclass(frozen=True)
class Worker:
    """A member of staff with the account that acts for it."""

    id: UUID
    unit: UUID
    author: Author


@dataclass
class DemoStage:
    """
    The demo while it is put in place.

    `landmarks` are ids that the example queries name: the same in every demo, so that an example works as it stands.
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
    free_days: set[date] = field(init=False)

    def __post_init__(self) -> None:
        """Know the public holidays around."""
        years = range(self.today.year - 3, self.today.year + 3)
        self.free_days = set(holidays.country_holidays("FI", years=years))

    @property
    def chance(self) -> Random:
        """The one source of chance."""
        return self.ledger.chance

    @property
    def working_day(self) -> date:
        """Today, or the last working day before it."""
        day = self.today
        while day.isoweekday() > 5 or day in self.free_days:
            day -= timedelta(days=1)
        return day

    def at(self, day: date, hour: int = 9) -> datetime:
        """Return a moment of a day in office hours, never after now; the minute is up to chance."""
        moment = datetime.combine(day, time(hour, self.chance.randrange(60)), DEMO_ZONE).astimezone(UTC)
        return min(moment, self.now)

    def coded(self, table: str, row: UUID, code: str) -> dict[str, Any]:
        """Return the columns of an identity code: sealed for its row, and its blind index."""
        sealed = seal(self.keyring, Place(table, "personal_identity_code", row), code)
        return {"personal_identity_code": sealed, "identity_index": blind_index(self.keyring, code)}
