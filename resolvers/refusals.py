"""
Refusals that a caller can act on. Each has a stable code; `schema/execution/messages.py` adds the message.

A query is refused with one exception. A command names all of its problems at once and answers them as data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Refusal(Exception):
    """The base class of refusals with a stable code. The text never contains a value that the caller sent."""

    code = "REFUSED"

    def __init__(self, message: str, *, path: tuple[str, ...] = (), **facts: str) -> None:
        super().__init__(message)
        self.message, self.path, self.facts = message, path, facts


class BadCursor(Refusal):
    """The cursor does not belong to this list, this order and this caller."""

    code = "BAD_CURSOR"


class BadArgument(Refusal):
    """An argument is outside its bounds."""

    code = "BAD_ARGUMENT"


class UnknownName(Refusal):
    """A name does not exist for this caller; hidden and unknown names get the same answer."""

    code = "GRAPHQL_VALIDATION_FAILED"


class PurposeNotOpen(Refusal):
    """The caller stated a purpose that no role of the caller has."""

    code = "PURPOSE_NOT_OPEN"


@dataclass(frozen=True)
class Problem:
    """
    One reason why a command was refused. `schema/execution/messages.py` has the message, which may show `facts`.

    Facts never hold a value that the caller may not see.
    """

    code: str
    path: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


class CommandRefused(Exception):
    """A command is refused as a whole, and nothing is saved. Each of its problems has its own code."""

    code = "COMMAND_REFUSED"

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(p.code for p in problems))
        self.problems = problems
