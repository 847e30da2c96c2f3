"""Who is asking: what the rest of the system knows of a caller, and nothing more."""

from dataclasses import dataclass, field
from uuid import UUID

from workflow.roles import AccountKind


@dataclass(frozen=True)
class Viewer:
    """
    One caller for the length of one request.

    `everywhere` are the roles held for the whole organisation, `units` the units in which a role is held. `staff`,
    `client`, `agency` and `workplace` are the rows that local roles start from. `scopes` is None for a person's session
    (no token narrows it) and the granted scopes for a token. `epoch` and `session` let a reading statement verify that
    the account and the session still live. Without `may_enter` nothing is seen: the undertaking is not accepted yet.
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
    may_enter: bool = True


SYSTEM_ACCOUNT_ID = UUID(int=0)
SYSTEM_ACCOUNT = Viewer(account=SYSTEM_ACCOUNT_ID, kind=AccountKind.SERVICE, epoch=0, name="Polku", may_enter=False)
