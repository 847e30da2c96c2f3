"""
One judgement for rows that are alike: of a morning's thirty days, most have everything that a guard looks at in common.

The first row is judged while it is watched: which columns were looked at, with which values, and what was set. A row
with the same values in all of them gets the same judgement without being judged (decision 0270). Whatever depends on
which row it is looks at its id, and is never shared.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from tortoise.models import Model
from typing_extensions import override

_COMPARABLE = (str, int, float, date, UUID, type(None))  # what cannot be changed in place: bool and datetime among them
T = TypeVar("T")


@dataclass
class Looks:
    """What was looked at of a row and of what is stored of it, what was read of it, and what was set."""

    columns: dict[str, Any] = field(default_factory=dict)
    stored: dict[str, Any] = field(default_factory=dict)
    readings: list[tuple[Callable[[Any], Any], Any]] = field(default_factory=list)
    written: dict[str, Any] = field(default_factory=dict)
    is_shareable: bool = True

    def note(self, looks: dict[str, Any], name: str, value: Any) -> None:
        """Note one look; what can be changed in place, and a method, is of this row alone."""
        looks.setdefault(name, value)
        self.is_shareable = self.is_shareable and isinstance(value, _COMPARABLE)

    def are_those_of(self, row: Any, stored: Mapping[str, Any]) -> bool:
        """Return whether the same looks at another row show the same."""
        return (
            self.columns.items() <= vars(row).items()
            and self.stored.items() <= stored.items()
            and all(reading(row) == value for reading, value in self.readings)
        )

    def repeat(self, row: Model) -> None:
        """Set the same on another row: columns directly, because Tortoise looks at each for a relation."""
        if self.written.keys() <= row._meta.fields_db_projection.keys():
            vars(row).update(self.written)
            return
        for name, value in self.written.items():
            setattr(row, name, value)


class WatchedRow:
    """A row that notes which of its columns are looked at before they are set, and which are set."""

    def __init__(self, row: Any, looks: Looks) -> None:
        object.__setattr__(self, "_watched", (row, looks))

    def __getattr__(self, name: str) -> Any:
        row, looks = object.__getattribute__(self, "_watched")
        value = getattr(row, name)
        if name not in looks.written:
            looks.note(looks.columns, name, value)
        return value

    @override
    def __setattr__(self, name: str, value: Any) -> None:
        row, looks = object.__getattribute__(self, "_watched")
        looks.written[name] = value
        setattr(row, name, value)


class WatchedColumns(Mapping[str, Any]):
    """The stored columns of a row, which notes which of them are looked at; whoever goes through all shares nothing."""

    def __init__(self, stored: Mapping[str, Any], looks: Looks) -> None:
        self._stored, self._looks = stored, looks

    @override
    def __getitem__(self, name: str) -> Any:
        value = self._stored[name]
        self._looks.note(self._looks.stored, name, value)
        return value

    @override
    def __iter__(self) -> Iterator[str]:
        self._looks.is_shareable = False
        return iter(self._stored)

    @override
    def __len__(self) -> int:
        return len(self._stored)


def looked(row: Any, reading: Callable[[Any], T]) -> T:
    """Return what a function reads of a row; of a watched one, what it returns is noted and not what it looks at."""
    if not isinstance(row, WatchedRow):
        return reading(row)
    real, looks = object.__getattribute__(row, "_watched")
    value = reading(real)
    looks.readings.append((reading, value))
    return value
