"""
What one command may use, and what its guards, effects and rules are given.

Everything of `resolvers` that writes takes a `CommandContext`; this module imports nothing of what uses it, so the
tables of guards, effects and rules are handed in (`resolvers/rulebook.py`).
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from auth.access_paths import RowFacts
from auth.viewer import Viewer
from models.erasure_list import ErasureList
from models.sealed import Keyring
from resolvers.declaration import ContentType, ContentTypes
from resolvers.file_store import FileStore
from resolvers.mail_server import MailServer
from resolvers.refusals import Problem


@dataclass(frozen=True)
class CommandContext:
    """
    What one command may use: the declarations, the rulebook, the caller, the moment, and the keys.

    `now` is an aware instant in UTC and `today` the day in Finland. `issuer` is the provider at which agencies' clients
    are registered. `shown_once` takes a secret that the payload of this command shows and that nothing stores;
    `renewed` takes the caller again when the command has changed the caller's own rights. `files` is where attachments
    are stored, `mail` the server that sends mails, `erasures` the list that an erasure is written to before it happens,
    `public_url` the address that browsers use.
    """

    content_types: ContentTypes
    rulebook: "Rulebook"
    viewer: Viewer
    now: datetime
    today: date
    keyring: Keyring
    artificial_codes: bool
    issuer: str = ""
    shown_once: list[str] = field(default_factory=list)
    renewed: list[Viewer] = field(default_factory=list)
    files: FileStore | None = None
    mail: MailServer | None = None
    erasures: ErasureList | None = None
    public_url: str = ""


@dataclass(frozen=True)
class LoadedRow:
    """A row that the caller may see, locked: the model to change, the stored columns, and the facts of the policy."""

    type: ContentType
    row: Model
    stored: dict[str, Any]
    facts: RowFacts

    @property
    def id(self) -> UUID:
        """The row's id."""
        return UUID(str(self.row.pk))


@dataclass(frozen=True)
class Step:
    """One transition under way: who takes it, on what, with which comment and reason, in which transaction."""

    context: CommandContext
    loaded: LoadedRow
    comment: str | None
    reason: str | None
    db: TransactionalDBClient

    @property
    def row(self) -> Any:
        """The object that moves."""
        return self.loaded.row


@dataclass(frozen=True)
class UnitOfWork:
    """A context and its open transaction: for what a rule or a scheduled job does outside any transition."""

    context: CommandContext
    db: TransactionalDBClient


@dataclass(frozen=True)
class PendingChange:
    """One write that is about to be saved, as the rules of its type judge it: `keys` are the fields it changes."""

    context: CommandContext
    row: Any
    keys: AbstractSet[str]
    db: TransactionalDBClient


_Function = TypeVar("_Function")
Changes = dict[str, Any]  # key → {"before": …, "after": …}, as history stores it
Guard = Callable[[Step], Awaitable[None]]
Effect = Callable[[Step], Awaitable[Changes]]
WriteRule = Callable[[PendingChange], Awaitable[list[Problem]]]


@dataclass(frozen=True)
class Rulebook:
    """The guards and effects of transitions, and the rules of every write, by the names that declarations use."""

    guards: Mapping[str, Guard]
    effects: Mapping[str, Effect]
    rules: Mapping[str, WriteRule]

    @classmethod
    def of(
        cls, guards: Iterable[Guard] = (), effects: Iterable[Effect] = (), rules: Iterable[WriteRule] = ()
    ) -> "Rulebook":
        """Return the rulebook of these functions, each under its own name."""
        return cls(_by_name(guards), _by_name(effects), _by_name(rules))

    @classmethod
    def merged(cls, *books: "Rulebook") -> "Rulebook":
        """
        Return one rulebook of many.

        :raises LookupError: when two functions have one name
        """
        return cls.of(
            [guard for book in books for guard in book.guards.values()],
            [effect for book in books for effect in book.effects.values()],
            [rule for book in books for rule in book.rules.values()],
        )


def _by_name(functions: Iterable[_Function]) -> Mapping[str, _Function]:
    listed = [(function.__name__, function) for function in functions]  # type: ignore[attr-defined] # functions have one
    named = dict(listed)
    if len(named) < len(listed):
        twice = sorted({name for name, _ in listed if sum(other == name for other, _ in listed) > 1})
        raise LookupError(f"two guards, effects or rules have one name: {', '.join(twice)}")
    return named
