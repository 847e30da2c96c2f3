"""The people who have a password at the embedded provider."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.provider.passwords import check_new_password, hash_password, is_outdated, is_password
from auth.provider.throttle import count_attempt, forget_attempts
from models.provider import ProviderUser, RefreshToken
from models.values import bounded, normal_form, shortened

_NAME_LENGTH = 100  # characters of a user name


@dataclass(frozen=True)
class ProviderPerson:
    """The person who logged in, as tokens name the person."""

    id: UUID
    has_second_factor: bool = False  # whether the person also proved to have the device, or a recovery code

    @property
    def subject(self) -> str:
        """The subject of the tokens: opaque, never used again for another person."""
        return str(self.id)

    def get_user_id(self) -> str:
        """Return the subject, under the name that Authlib calls."""
        return self.subject


async def create_user(username: str, password: str, now: datetime) -> ProviderPerson:
    """
    Return the new person; store its `subject` in the account.

    :raises PasswordTooWeak: when the password is too weak.
    :raises TextTooLong: when the name is too long.
    """
    name = _normalised(bounded(username, _NAME_LENGTH))
    await check_new_password(password, name)
    hashed = await hash_password(password)
    user = await ProviderUser.create(username=name, password_hash=hashed, password_changed_at=now, created_at=now)
    return ProviderPerson(user.id)


async def set_password(user_id: UUID, password: str, now: datetime) -> None:
    """
    Set another password. Call `EmbeddedProvider.end_everywhere` to log out everybody who knew the old one.

    :raises PasswordTooWeak: when the password is too weak.
    """
    user = await ProviderUser.get(id=user_id)
    await check_new_password(password, user.username)
    hashed = await hash_password(password)
    async with in_transaction():
        await ProviderUser.filter(id=user_id).update(password_hash=hashed, password_changed_at=now)
        await RefreshToken.filter(user_id=user_id).delete()


async def disable_user(user_id: UUID, now: datetime) -> None:
    """Prevent further log-ins of the person and delete all refresh tokens."""
    async with in_transaction():
        await ProviderUser.filter(id=user_id).update(disabled_at=now)
        await RefreshToken.filter(user_id=user_id).delete()


async def log_in(username: str, password: str, address: str, now: datetime) -> ProviderPerson | None:
    """
    Return the person with this name and password; None alike for a wrong name, a wrong password and a disabled person.

    :raises TooManyAttempts: when this name must wait in this network.
    """
    name = _normalised(username)
    await count_attempt(name, address, now)
    user = await ProviderUser.get_or_none(username=name, disabled_at=None)
    if not await is_password(password, user.password_hash if user else None) or user is None:
        return None
    await forget_attempts(name, address)
    if is_outdated(user.password_hash):
        await ProviderUser.filter(id=user.id).update(password_hash=await hash_password(password))
    return ProviderPerson(user.id)


def _normalised(username: str) -> str:
    """Return a user name in its stored form, which ignores case; what is beyond `_NAME_LENGTH` does not count."""
    beginning = shortened(username, _NAME_LENGTH)
    return normal_form(beginning, "NFKC").strip().casefold().replace("\0", "")[:_NAME_LENGTH]
