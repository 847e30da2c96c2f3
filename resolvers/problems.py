"""Why a command is refused, as data: a stable code, the field it is about, and facts without values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One reason; `schema/messages.py` has its words, which may name `facts`: nothing that the caller may not know."""

    code: str
    path: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


class CommandRefused(Exception):
    """A command is refused as a whole: nothing is saved. Each of its problems has a code of its own."""

    code = "COMMAND_REFUSED"

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(p.code for p in problems))
        self.problems = problems
