"""The viewer: what the rest of the system knows about a caller."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from workflow.roles import AccountKind

T = TypeVar("T")


@dataclass(frozen=True)
class Viewer:
    """
    One caller for the length of one request.

    `everywhere` are the roles that are held for the whole organisation, `units` the units in which a role is held.
    `staff`, `client`, `agency` and `workplace` are the rows from which local roles start. `scopes` are the granted
    scopes of a token, and None for a person's session, which is not limited. `epoch` and `session` let a reading
    statement verify that account and session are still valid. `application` is the OAuth client of a token, None for a
    session; `credential` is what the log calls the token or the session. `documents` are the texts that the system of
    an agency may ask besides those of the service, None where it may ask anything. Without `may_enter` nothing is
    visible: the undertaking is not accepted yet.
    """

    account: UUID
    kind: AccountKind
    epoch: int
    name: str
    language: str = "fi"
    staff: UUID | None = None
    client: UUID | None = None
    agency: UUID | None = None
    workplace: UUID | None = None
    everywhere: frozenset[str] = frozenset()
    units: dict[str, tuple[UUID, ...]] = field(default_factory=dict)
    scopes: frozenset[str] | None = None
    session: bytes | None = None
    application: str | None = None
    credential: str | None = None
    documents: tuple[str, ...] | None = None
    may_enter: bool = True
    memo: dict[Any, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    def once(self, function: Callable[["Viewer"], T]) -> T:
        """Return what a pure function says of this viewer, who never changes; it is called once."""
        memo = self.memo
        if function not in memo:
            memo[function] = function(self)
        found: T = memo[function]
        return found


SYSTEM_ACCOUNT_ID = UUID(int=0)
SYSTEM_ACCOUNT = Viewer(account=SYSTEM_ACCOUNT_ID, kind=AccountKind.SERVICE, epoch=0, name="Polku", may_enter=False)
