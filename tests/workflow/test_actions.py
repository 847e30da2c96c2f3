"""Whatever history tells of an object has words in three languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

from workflow.actions import ACTION_TITLES

ROOT = Path(__file__).parents[2]
_PLACES = {"record_change": 3, "record_changes": 2, "move_to_state": 4, "change_object": 3, "record_attachment": 3}


def recorded_actions() -> Iterator[tuple[str, str]]:
    """Yield every action that the code records by name, with where."""
    for path in sorted([*(ROOT / "resolvers").rglob("*.py"), *(ROOT / "service" / "importing").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text())):
            place = _PLACES.get(getattr(node.func, "id", "")) if isinstance(node, ast.Call) else None
            if place is None or not isinstance(node, ast.Call) or len(node.args) <= place:
                continue
            if isinstance(action := node.args[place], ast.Constant):
                yield str(action.value), f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_action_that_the_code_records_has_titles() -> None:
    found = list(recorded_actions())

    assert len(found) > 30
    missing = [f"{where} records {action}" for action, where in found if action not in ACTION_TITLES]
    assert missing == [], "add its titles to workflow/actions.py"


def test_no_title_of_an_action_is_superfluous() -> None:
    others = {"FOLLOW", "RECTIFY"}  # recorded by a constant, and by a command of another module
    assert set(ACTION_TITLES) - {action for action, _ in recorded_actions()} <= others
