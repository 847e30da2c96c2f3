"""A person of whom every value can be told apart: days, amounts, numbers and short words that nobody else has."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from typing_extensions import override

from resolvers.declaration import ContentType
from tests.support.rows.filler import ENDING_COLUMN_PREFIXES, Filler

# Every row has these: when it was written and by which account. Days and codes that survive are no values of a person.
STAMPS = frozenset({"created_at", "modified_at", "revision", "id"})
SMALL = frozenset({"minutes", "planned_minutes", "days_per_week", "extension_months"})  # constraints keep them so
EARLY_DAY, LATE_DAY = date(1871, 1, 1), date(2171, 1, 1)
EARLY, LATER = datetime(1901, 1, 1, 12, tzinfo=UTC), datetime(2201, 1, 1, 12, tzinfo=UTC)
SHORT = 12  # characters: a shorter column has no room for a text that names it
AMOUNT, GAP = 1_700_000_000, 7_919


@dataclass
class DistinctFiller(Filler):
    """Fills the rows about people with values of their own; `told` holds, by noun and column, what to look for."""

    told: dict[tuple[str, str], set[bytes]] = field(default_factory=dict)
    values: int = 0

    @override
    def _plain(self, type_: ContentType, column: str, stored: Any) -> Any:
        if type_.subject is None or column in STAMPS | SMALL:
            return super()._plain(type_, column, stored)
        self.values += 1
        late = column.startswith(ENDING_COLUMN_PREFIXES) or column.endswith("until")
        match stored:
            case fields.DateField():
                return self._told(type_, column, (LATE_DAY if late else EARLY_DAY) + timedelta(self.values))
            case fields.DatetimeField():
                return self._told(type_, column, (LATER if late else EARLY) + timedelta(self.values))
            case fields.IntField():
                return self._told(type_, column, AMOUNT + self.values * GAP)
            case ArrayField() if column == "phones":
                return [self._told(type_, column, f"+358457{self.values:06}")]
        return super()._plain(type_, column, stored)

    @override
    def _text(self, type_: ContentType, column: str, most: int) -> str:
        if type_.subject is None or most >= SHORT:
            return super()._text(type_, column, most)
        self.values += 1
        word = f"{chr(0x4E00 + self.values)}{chr(0x5E00 + self.values)}{chr(0x6E00 + self.values)}"
        return str(self._told(type_, column, word[:most]))

    @override
    def _sample(self, type_: ContentType, column: str, kind: str) -> Any:
        if type_.subject is None:
            return super()._sample(type_, column, kind)
        self.values += 1
        samples: dict[str, Any] = {
            "Int": AMOUNT + self.values * GAP,
            "Time": time(13, 37, 41, 900_000 + self.values).isoformat(),
            "DateTime": (EARLY + timedelta(self.values)).isoformat(),
            "Date": (EARLY_DAY + timedelta(self.values)).isoformat(),
        }
        return self._told(type_, column, samples.get(kind, f"Erikois{self.values:04}"))

    def _told(self, type_: ContentType, column: str, value: Any) -> Any:
        text = value.date().isoformat() if isinstance(value, datetime) else str(value)
        self.told.setdefault((type_.noun, column), set()).add(text.encode())
        return value


def needles_in(haystack: bytes, needles: Iterable[bytes]) -> list[bytes]:
    """Return the needles that stand in the bytes; a number only where no other digit or letter is beside it."""
    return sorted(n for n in needles if _stands(haystack, n))


def _stands(haystack: bytes, needle: bytes) -> bool:
    if needle not in haystack:
        return False
    return not needle.isdigit() or re.search(rb"(?<![0-9a-zA-Z])%b(?![0-9a-zA-Z])" % needle, haystack) is not None
