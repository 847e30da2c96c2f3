"""The budget of the variables of one request: counted before they become values of their types."""

from collections.abc import Mapping
from typing import Any

from models.values import is_within
from schema.execution.budget import OverBudget
from schema.execution.text_bounds import LONGEST, TextOutOfBounds

VALUES, ITEMS, LEVELS, TEXT_CHARACTERS = 5_000, 500, 16, 120_000  # characters: of all texts together


def check_variables_budget(variables: Mapping[str, Any]) -> None:
    """
    Check how much the variables of a request hold.

    :raises OverBudget: when there are too many values, too long a list, too many levels or too much text
    :raises TextOutOfBounds: when one text is longer than any place of a request takes
    """
    _Counter().count("variables", variables, 0)


class _Counter:
    def __init__(self) -> None:
        self.values = self.characters = 0

    def count(self, name: str, value: Any, level: int) -> None:
        """Count a value and what is in it; `name` is the variable or the field that holds it."""
        self.values += 1
        if self.values > VALUES:
            raise OverBudget("VALUES", VALUES)
        if isinstance(value, str):
            self._count_text(name, value)
        elif isinstance(value, dict | list):
            if level == LEVELS:
                raise OverBudget("VARIABLE_LEVELS", LEVELS)
            self._count_inside(name, value, level + 1)

    def _count_inside(self, name: str, value: Any, level: int) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                self._count_text(name, key)
                self.count(key, inner, level)
            return
        if len(value) > ITEMS:
            raise OverBudget("ITEMS", ITEMS)
        for inner in value:
            self.count(name, inner, level)

    def _count_text(self, name: str, text: str) -> None:
        if not is_within(text, LONGEST.characters):
            place = name if is_within(name, 20) else "variables"
            raise TextOutOfBounds(f"'{place}' is too long.", path=(place,), most=str(LONGEST.characters))
        self.characters += len(text)
        if self.characters > TEXT_CHARACTERS:
            raise OverBudget("CHARACTERS", TEXT_CHARACTERS)
