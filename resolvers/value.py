"""A kind of value: how one is checked, bound in SQL and shown, and between which bounds it lies."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Named(StrEnum):
    """Of what a text is the name: a code of the service that people are shown by its title."""

    EVENT = "EVENT"  # `<noun>.<what happened>`
    NOUN = "NOUN"  # of a content type, such as coaching_note, or of what is stored with one
    TYPE = "TYPE"  # a content type, such as CoachingNote
    FIELD = "FIELD"  # of any content type
    SERVICE_TYPE = "SERVICE_TYPE"
    SCOPE = "SCOPE"
    VOCABULARY = "VOCABULARY"
    FIGURE = "FIGURE"  # what a monthly figure counts people by
    COUNTRY = "COUNTRY"
    REFERRAL_REASON = "REFERRAL_REASON"  # why a referral was rejected, or withdrawn


@dataclass(frozen=True)
class Beside:
    """
    What else a value is judged by: the present day, and the value of another column of its row.

    `check` takes the checked value, the other one (None without a column) and the day, and returns the normal form.
    """

    check: Callable[[Any, Any, date], Any]
    column: str | None = None


@dataclass(frozen=True)
class Value:
    """
    The kind of a value: how it is checked, which SQL type it is bound as, and how the JSON shows it.

    `check` returns the normal form or raises a ValueRefused. `shown` is the SQL of the JSON value, `{}` the column.
    `lists` is the noun of the objects whose ids a list holds: none of them is deleted while it is in one.
    `has_paragraphs` tells that it is a long text, of which revisions tell what changed by paragraphs. `longest` is the
    most characters of a text, `least` and `most` are the bounds of a number, `most_values` is the most that a list has.
    `vocabulary` has the words for it, where every value of the kind is a code of one.
    """

    name: str
    sql: str
    check: Callable[[Any], Any]
    shown: str = "{}"
    many: bool = False
    lists: str | None = None
    beside: Beside | None = None
    has_paragraphs: bool = False
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    most_values: int | None = None
    vocabulary: str | None = None

    def checked(self, value: Any, row: Any, today: date) -> Any:
        """
        Return the normal form of a value that is about to stand in a row on a day; None stays None.

        :raises ValueRefused: when the value is none of the kind, or does not go with the row or the day
        """
        if value is None:
            return None
        normal = self.check(value)
        if self.beside is None or normal is None:
            return normal
        column = self.beside.column
        return self.beside.check(normal, getattr(row, column, None) if column else None, today)
