"""The person that a provider has identified, and the account of that person."""

from dataclasses import dataclass, field
from uuid import UUID

from auth.sessions.assurance import Assurance
from models.account import Account
from workflow.roles import AccountKind


class NoAccount(Exception):
    """The provider knows the person, but there is no account here or it is disabled. Nobody can register oneself."""

    code = "NO_ACCOUNT"

    def __init__(self, account: UUID | None = None) -> None:
        super().__init__("There is no account for this person")
        self.account = account


class KindNotServed(Exception):
    """The account is of a kind that logs in elsewhere: this provider does not identify such people."""

    code = "KIND_NOT_SERVED"

    def __init__(self, account: UUID) -> None:
        super().__init__("This provider does not identify people of this kind")
        self.account = account


@dataclass(frozen=True)
class AuthenticatedIdentity:
    """
    A person as the provider `issuer` has just identified the person; an account may be missing still.

    `kinds` are the accounts that the provider may identify. `id_token` is the hint for the log-out at the provider;
    empty when the token came encrypted, because the hint travels in an address. `go_to` is the local path that the
    person wanted to reach, `invitation` what the log-in began with.
    """

    issuer: str
    subject: str
    sid: str | None
    id_token: str = field(repr=False)
    assurance: Assurance
    kinds: frozenset[AccountKind]
    go_to: str
    invitation: str | None = field(default=None, repr=False)

    @property
    def acr(self) -> str | None:
        """The level of assurance that the provider names."""
        return self.assurance.acr


async def account_of(identity: AuthenticatedIdentity) -> Account:
    """
    Return the account of the person.

    :raises NoAccount: when the person has no account here or it is disabled.
    :raises KindNotServed: when the provider may not identify people of its kind.
    """
    account = await Account.get_or_none(issuer=identity.issuer, subject=identity.subject)
    if account is None or account.disabled_at is not None:
        raise NoAccount(account.id if account else None)
    if account.kind not in identity.kinds:
        raise KindNotServed(account.id)
    return account
