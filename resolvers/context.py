"""
What one command works with, and what its guards, effects and rules receive.

Every module of `resolvers` that writes takes a `CommandContext`. This module imports none of them: the tables of
guards, effects and rules are passed in (`resolvers/rulebook.py`).
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

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
from resolvers.virus_scanner import VirusScanner
from workflow.roles import Role

Verify = Callable[[], Awaitable[None]]
_VERIFIED = "the caller is verified"  # among what a command knows


@dataclass(frozen=True)
class CommandContext:
    """
    What one command may use: the content types, the rulebook, the caller, the moment, and the keys for sealing.

    `now` is an aware instant in UTC, `today` the day in Finland. `issuer` is the identity provider at which the clients
    of agencies are registered. `shown_once` collects a secret that the payload of this command shows and that is not
    stored. `renewed` receives the caller again when the command has changed the caller's own rights. `files` is the
    store of attachments, `scanner` what looks for viruses in them, `mail` the mail server, and `erasures` the list to
    which an erasure is written before it happens. `public_url` is the address of the service in browsers. With
    `artificial_codes`, identity codes of fictitious people are accepted. Without `compares_people`, the caller has
    compared new clients with those who are there already, as an import does. `known` holds what the command has read
    already and what nobody can change before it ends, so that a command about many rows asks once. `verify` is there
    where nothing has verified the caller before the command: what it loads first does, or else `verify` itself.
    `request` is the id of the request in the log of the service, which the rows of the log name.
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
    scanner: VirusScanner | None = None
    mail: MailServer | None = None
    erasures: ErasureList | None = None
    public_url: str = ""
    compares_people: bool = True
    known: dict[Any, Any] = field(default_factory=dict)
    verify: Verify | None = None
    request: UUID = field(default_factory=uuid4)

    async def verify_caller(self) -> None:
        """
        Verify a caller whom no statement of this request has verified yet.

        :raises StaleViewer: when account, rights or session are not those with which the caller was loaded
        """
        if self.verify is not None and self.is_unverified:
            await self.verify()
            self.note_verified()

    @property
    def is_unverified(self) -> bool:
        """
        Whether no statement of this request has verified the caller.

        Once is enough: a command about many objects may end the rights with which it began.
        """
        return self.verify is not None and _VERIFIED not in self.known

    def note_verified(self) -> None:
        """Note that a statement has verified the caller."""
        self.known[_VERIFIED] = True


@dataclass(frozen=True)
class LoadedRow:
    """
    A locked row that the caller may see: the model to change, the stored columns, and the facts for the policy.

    Of a row that is just being created, nothing is stored yet and no fact is known.
    """

    type: ContentType
    row: Model
    stored: Mapping[str, Any]
    facts: RowFacts

    @property
    def id(self) -> UUID:
        """The row's id."""
        id_: UUID = self.row.pk
        return id_

    def changed_columns(self) -> set[str]:
        """Return the columns whose values in `row` are others than the stored ones: all where none are known."""
        fields, stored, values = self.type.model._meta.fields_map, self.stored, vars(self.row)
        columns = self.type.model._meta.fields_db_projection.keys() - {"id"}
        # What the database gives is compared first, because few columns change and not every value has to be read.
        differing = [c for c in columns if c not in stored or stored[c] != values[c]]
        return {c for c in differing if c not in stored or fields[c].to_python_value(stored[c]) != values[c]}


@dataclass(frozen=True)
class Step:
    """
    One transition that is being taken: the object, the comment, the reason code, and the open transaction.

    The effects of a creation get one too, without comment and reason. With `closes_below`, what is open below is closed
    with it; `happened_on` is the day that the caller tells of a dated transition.
    """

    context: CommandContext
    loaded: LoadedRow
    comment: str | None
    reason: str | None
    db: TransactionalDBClient
    closes_below: bool = False
    happened_on: date | None = None

    @property
    def row(self) -> Any:
        """The object whose transition it is."""
        return self.loaded.row


@dataclass(frozen=True)
class UnitOfWork:
    """A context and its open transaction, for what a rule or a scheduled job does outside any transition."""

    context: CommandContext
    db: TransactionalDBClient


@dataclass(frozen=True)
class PendingChange:
    """
    One write that is about to be saved, as the rules of its type judge it.

    `keys` are the GraphQL names it sets. `derived` are the changes that a rule makes because of them; history has them
    like the others. `loaded` is the row as it was found, None while it is being created.
    """

    context: CommandContext
    row: Any
    keys: AbstractSet[str]
    db: TransactionalDBClient
    loaded: LoadedRow | None = None
    derived: "Changes" = field(default_factory=dict)


_Function = TypeVar("_Function")
Changes = dict[str, Any]  # key → {"before": …, "after": …}, as history stores it
Guard = Callable[[Step], Awaitable[None]]
Effect = Callable[[Step], Awaitable[Changes]]
WriteRule = Callable[[PendingChange], Awaitable[list[Problem]]]

JUDGING_WORDS: set[Guard] = set()  # guards that judge the comment or the reason of a transition
JUDGING_CALLERS: set[Guard] = set()  # guards that judge who takes the transition, such as that it is another person


def judges_words(guard: Guard) -> Guard:
    """Mark a guard that judges the comment or the reason: before these are given, nobody can say what it will."""
    JUDGING_WORDS.add(guard)
    return guard


def judges_caller(guard: Guard) -> Guard:
    """Mark a guard that judges who takes a transition: whom it refuses, the transition does not wait for."""
    JUDGING_CALLERS.add(guard)
    return guard


@dataclass(frozen=True)
class AwaitedStep:
    """What objects of a kind wait for in some states: whose step it is, and the guards of its transition."""

    noun: str
    states: frozenset[str]
    who: frozenset[Role]
    guards: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rulebook:
    """
    The guards and effects of transitions and the rules of writes, by the names that declarations use.

    `awaited` are the steps that somebody has among the tasks.
    """

    guards: Mapping[str, Guard]
    effects: Mapping[str, Effect]
    rules: Mapping[str, WriteRule]
    awaited: tuple[AwaitedStep, ...] = ()

    @classmethod
    def of(
        cls,
        guards: Iterable[Guard] = (),
        effects: Iterable[Effect] = (),
        rules: Iterable[WriteRule] = (),
        awaited: Iterable[AwaitedStep] = (),
    ) -> "Rulebook":
        """Return the rulebook of these functions, each under its own name."""
        return cls(_by_name(guards), _by_name(effects), _by_name(rules), tuple(awaited))

    @classmethod
    def merged(cls, *books: "Rulebook") -> "Rulebook":
        """
        Return one rulebook with the functions of several.

        :raises LookupError: when two functions have the same name
        """
        return cls.of(
            [guard for book in books for guard in book.guards.values()],
            [effect for book in books for effect in book.effects.values()],
            [rule for book in books for rule in book.rules.values()],
            [step for book in books for step in book.awaited],
        )


def _by_name(functions: Iterable[_Function]) -> Mapping[str, _Function]:
    pairs = [(function.__name__, function) for function in functions]  # type: ignore[attr-defined] # functions have one
    by_name = dict(pairs)
    if len(by_name) < len(pairs):
        duplicates = sorted({name for name, _ in pairs if sum(other == name for other, _ in pairs) > 1})
        raise LookupError(f"two guards, effects or rules have one name: {', '.join(duplicates)}")
    return by_name
