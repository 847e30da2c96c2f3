"""
Refusals that a caller can act on: a stable code, and a message in the caller's language made at the edge.

Of a question, one exception says all; of a command, every problem is named at once and answered as data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Refusal(Exception):
    """Base of what is refused with a stable code. The text never holds a value that the caller sent."""

    code = "REFUSED"

    def __init__(self, message: str, *, path: tuple[str, ...] = (), **facts: str) -> None:
        super().__init__(message)
        self.message, self.path, self.facts = message, path, facts


class BadCursor(Refusal):
    """A cursor that is not of this list, this order and this caller."""

    code = "BAD_CURSOR"


class BadArgument(Refusal):
    """An argument out of its bounds."""

    code = "BAD_ARGUMENT"


class UnknownName(Refusal):
    """A name that does not exist for this caller: hidden and unknown are the same answer."""

    code = "GRAPHQL_VALIDATION_FAILED"


class PurposeNotOpen(Refusal):
    """A purpose was stated that no role of the caller has."""

    code = "PURPOSE_NOT_OPEN"


@dataclass(frozen=True)
class Problem:
    """One reason. `schema/execution/messages.py` has its words, which may name `facts`; facts hold no hidden value."""

    code: str
    path: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


class CommandRefused(Exception):
    """A command is refused as a whole: nothing is saved. Each of its problems has a code of its own."""

    code = "COMMAND_REFUSED"

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(p.code for p in problems))
        self.problems = problems
