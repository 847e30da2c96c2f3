"""
Refusals that a caller can act on. Each has a stable code; `schema/execution/messages.py` adds the message.

A query is refused with one exception. A command names all of its problems at once and answers them as data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Refusal(Exception):
    """
    The base class of refusals with a stable code. The text never contains a value that the caller sent.

    `path` leads to the argument that is refused, and `at` is the path in the answer of the field that has it.
    """

    code = "REFUSED"

    def __init__(self, message: str, *, path: tuple[str, ...] = (), at: tuple[str, ...] = (), **facts: str) -> None:
        super().__init__(message)
        self.message, self.path, self.at, self.facts = message, path, at, facts

    @property
    def words(self) -> str:
        """The key under which the message of this refusal stands."""
        return self.code


class BadCursor(Refusal):
    """The cursor does not belong to this list, this order and this caller."""

    code = "BAD_CURSOR"


class BadArgument(Refusal):
    """
    An argument is outside its bounds.

    `words` is the key of the sentence that says which bound (`schema/execution/request_messages.toml`); the facts hold
    the bound, and the message and the extensions of the error the name of the argument.
    """

    code = "BAD_ARGUMENT"

    def __init__(self, words: str, *path: str, at: tuple[str, ...] = (), **facts: str) -> None:
        super().__init__(words, path=path, at=at, argument=".".join(path), **facts)

    @property
    def words(self) -> str:
        """The key of the sentence that says which bound."""
        return self.message


class ArgumentValueRefused(Refusal):
    """The value of an argument is none of its kind: a day without a month, an instant without an offset."""

    def __init__(self, refused: ValueError, *path: str, at: tuple[str, ...] = ()) -> None:
        super().__init__("", path=path, at=at, **getattr(refused, "facts", {}))
        self.code = getattr(refused, "code", "VALUE_REFUSED")


class UnknownName(Refusal):
    """A name does not exist for this caller; hidden and unknown names get the same answer."""

    code = "GRAPHQL_VALIDATION_FAILED"


class PurposeNotOpen(Refusal):
    """The caller stated a purpose that no role of the caller has."""

    code = "PURPOSE_NOT_OPEN"


class StreamNeeded(Refusal):
    """A subscription was asked for as one answer."""

    code = "SUBSCRIPTION_NEEDS_STREAM"

    def __init__(self) -> None:
        super().__init__("Ask for a subscription with Accept: text/event-stream.")


@dataclass(frozen=True)
class Problem:
    """
    One reason why a command was refused. `schema/execution/messages.py` has the message, which may show `facts`.

    Facts never hold a value that the caller may not see. `words` is the key of a message that says more than the one
    of the code.
    """

    code: str
    path: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


def problem_of_value(refused: ValueError, *path: str) -> Problem:
    """Return the problem of a refused value: its code and all of its facts, at a path of the command."""
    return Problem(getattr(refused, "code", "VALUE_REFUSED"), path, getattr(refused, "facts", {}))


class CommandRefused(Exception):
    """A command is refused as a whole, and nothing is saved. Each of its problems has its own code."""

    code = "COMMAND_REFUSED"

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(p.code for p in problems))
        self.problems = problems
