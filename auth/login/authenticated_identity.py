"""The person that a provider has identified, and the account of that person."""

from dataclasses import dataclass, field
from uuid import UUID

from models.account import Account


class NoAccount(Exception):
    """The provider knows the person, but there is no account here or it is disabled. Nobody can register oneself."""

    code = "NO_ACCOUNT"

    def __init__(self, account: UUID | None = None) -> None:
        super().__init__("There is no account for this person")
        self.account = account


@dataclass(frozen=True)
class AuthenticatedIdentity:
    """
    A person as the provider `issuer` has just identified the person; an account may be missing still.

    `acr` is the level of assurance that the provider names. `go_to` is the local path that the person wanted to reach,
    `invitation` what the log-in began with.
    """

    issuer: str
    subject: str
    sid: str | None
    id_token: str = field(repr=False)
    acr: str | None
    go_to: str
    invitation: str | None = field(default=None, repr=False)


async def account_of(identity: AuthenticatedIdentity) -> Account:
    """
    Return the account of the person.

    :raises NoAccount: when the person has no account here or it is disabled.
    """
    account = await Account.get_or_none(issuer=identity.issuer, subject=identity.subject)
    if account is None or account.disabled_at is not None:
        raise NoAccount(account.id if account else None)
    return account
