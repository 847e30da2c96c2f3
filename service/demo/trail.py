"""How an object of the demo came to its state: by which steps of its workflow, and when each was."""

from collections import deque
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from workflow.language import STAYS, Workflow
from workflow.published import scheduled_states, superseded_states, unpublished_states

Step = tuple[str, str, str]  # transition, state before, state after
# Transitions that only another object's transition takes, or nobody yet: the state before, and the name in history.
UNOFFERED_TRANSITIONS = {
    ("contract", "SUPERSEDED"): ("ACTIVE", "SUPERSEDE"),
    ("relationship", "RETAINED"): ("ENDED", "RETAIN"),
    ("client", "ERASED"): ("ENDED", "ERASE"),
    ("client", "MERGED"): ("PROSPECT", "MERGE"),
    ("consent", "EXPIRED"): ("GIVEN", "EXPIRE"),
    ("consent", "SUPERSEDED"): ("GIVEN", "SUPERSEDE"),
    ("coaching_note", "AMENDED"): ("SIGNED", "AMEND"),
    ("delivery", "SENT"): ("WAITING", "SEND"),
    ("delivery", "FAILED"): ("WAITING", "FAIL"),
    ("rectification", "WITHDRAWN"): ("PROPOSED", "WITHDRAW"),
    ("purge", "RUNNING"): ("CONFIRMED", "RUN"),
    ("purge", "DONE"): ("RUNNING", "FINISH"),
    ("purge_item", "ERASED"): ("PLANNED", "DECIDE"),
    ("purge_item", "KEPT"): ("PLANNED", "DECIDE"),
}
_A_DAY = timedelta(days=1)


def told_moments(
    workflow: Workflow, columns: Mapping[str, Any], at: datetime, happened: Mapping[str, date | datetime]
) -> dict[str, datetime]:
    """
    Return when an object came to states, as `happened` says, or its columns named after them (`given_on`).

    A day has the time of day of `at`.
    """
    named = {state: (f"{state.lower()}_at", f"{state.lower()}_on") for state in workflow.states}
    found = {state: columns.get(instant) or columns.get(day) for state, (instant, day) in named.items()}
    return {
        state: value if isinstance(value, datetime) else datetime.combine(value, at.timetz())
        for state, value in {**found, **happened}.items()
        if value is not None
    }


def steps_through(workflow: Workflow, state: str, through: Sequence[str]) -> tuple[Step, ...]:
    """Return a path to `state` through others in their order; one from which no path leads on is left out."""
    path: tuple[Step, ...] = ()
    here = workflow.initial
    for place in through:
        leg, onward = steps_between(workflow, here, place), steps_between(workflow, place, state)
        if leg and onward:
            path, here = (*path, *leg), place
    return (*path, *(steps_between(workflow, here, state) or ()))


def steps_between(workflow: Workflow, start: str, state: str) -> tuple[Step, ...] | None:
    """Return the shortest path between two states; None when there is none."""
    for before, name in _last_steps(workflow, state):
        way = steps_between(workflow, start, before)
        return None if way is None else (*way, (name, before, state))
    paths: dict[str, tuple[Step, ...]] = {start: ()}
    queue = deque([start])
    while queue and state not in paths:
        current_state = queue.popleft()
        for name, step in workflow.transitions.items():
            if current_state in step.source and step.target not in (*paths, STAYS):
                paths[step.target] = (*paths[current_state], (name, current_state, step.target))
                queue.append(step.target)
    return paths.get(state)


def _last_steps(workflow: Workflow, state: str) -> list[tuple[str, str]]:
    """Return the step into a state that no transition of its own workflow leads to: the state before, the name."""
    if "PUBLISH" in workflow.transitions and state in superseded_states(workflow):
        return [(workflow.transitions["PUBLISH"].target, "SUPERSEDE")]
    if state in scheduled_states(workflow):
        return [(unpublished_states(workflow)[-1], "PUBLISH")]
    unoffered = UNOFFERED_TRANSITIONS.get((workflow.noun, state))
    return [unoffered] if unoffered else []


def step_times(at: datetime, now: datetime, reached: Sequence[str], moments: Mapping[str, datetime]) -> list[datetime]:
    """
    Return the times of the creation and of the steps into `reached`, none before the one before it, none after `now`.

    A step whose moment is known has it; those before it are a day apart from it, or less when there is less time, and
    those after the last one follow a day apart.
    """
    known = [0, *(place for place, state in enumerate(reached, 1) if state in moments)]
    times = [at]
    for last, place in pairwise(known):
        end = max(times[-1], min(moments[reached[place - 1]], now))
        apart = min(_A_DAY, (end - times[-1]) / (place - last))
        times += [end - apart * (place - number) for number in range(last + 1, place + 1)]
    rest = len(reached) - known[-1]
    apart = min(_A_DAY, max(now - times[-1], timedelta()) / (rest + 1))
    return times + [times[-1] + apart * number for number in range(1, rest + 1)]
