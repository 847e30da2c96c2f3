"""The provider's signing keys: ES256, sealed in the database, published before they sign and for a time afterwards."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from joserfc.jwk import ECKey, KeySet
from tortoise.connection import get_connection
from tortoise.expressions import Q
from tortoise.transactions import in_transaction
from uuid_utils.compat import uuid7

from auth.tokens.sealing import SealedTextRefused, Sealer
from models.provider import ProviderKey

ALGORITHM = "ES256"
KEY_PURPOSE = "provider signing key"
ROTATION_INTERVAL = timedelta(days=90)
PUBLISHED_BEFORE = timedelta(days=1)  # time between publication and first use; longer than anybody caches a key set
PUBLISHED_AFTER = timedelta(days=1)  # time of publication after the last use; longer than any token is valid
LOCK = 0x504B4559  # "PKEY": one process makes a key, the others wait and then read it


@dataclass(frozen=True)
class SigningKeys:
    """The key that signs now, and all public keys that verify."""

    signing: ECKey
    public: KeySet

    @property
    def private(self) -> KeySet:
        """The signing key as a set, from which joserfc takes the key id."""
        return KeySet([self.signing])

    def jwks(self) -> dict[str, Any]:
        """Return the public keys in the form in which they are published."""
        return dict(self.public.as_dict(private=False))


async def load_keys(sealer: Sealer, now: datetime) -> SigningKeys:
    """Return the keys that are valid now; makes the first key, and another one every 90 days."""
    stored = await published_keys(now)
    signing = signing_key(stored, sealer, now)
    if signing is None or is_old(stored, now):
        await rotate_keys(sealer, now, at_once=signing is None, only_if_needed=True)
        stored = await published_keys(now)
        signing = signing_key(stored, sealer, now)
    if signing is None:
        raise RuntimeError("A key that was just made is not there")
    return SigningKeys(signing, KeySet([ECKey.import_key(dict(key.public_key)) for key in stored]))


async def rotate_keys(sealer: Sealer, now: datetime, *, at_once: bool = False, only_if_needed: bool = False) -> None:
    """
    Make a new key. It signs from tomorrow on, when everybody has fetched it; the old keys stay published a day longer.

    With `at_once`, for a key that somebody else may know, the new key signs now and the old ones verify nothing more.
    """
    async with in_transaction():
        await get_connection("default").execute_query("SELECT pg_advisory_xact_lock($1)", [LOCK])
        stored = await published_keys(now)
        if only_if_needed and signing_key(stored, sealer, now) is not None and not is_old(stored, now):
            return
        signs_from = now if at_once else now + PUBLISHED_BEFORE
        published_until = now if at_once else signs_from + PUBLISHED_AFTER
        await ProviderKey.filter(id__in=[key.id for key in stored]).update(published_until=published_until)
        number = uuid7()
        key = ECKey.generate_key("P-256", {"kid": number.hex, "use": "sig", "alg": ALGORITHM})
        await ProviderKey.create(
            id=number,
            private_key=sealer.seal(KEY_PURPOSE, dict(key.as_dict(private=True))),
            public_key=dict(key.as_dict(private=False)),
            created_at=now,
            signs_from=signs_from,
        )


async def published_keys(now: datetime) -> list[ProviderKey]:
    """Return the published keys, the newest first."""
    return await ProviderKey.filter(Q(published_until=None) | Q(published_until__gt=now)).order_by("-signs_from", "-id")


def signing_key(stored: list[ProviderKey], sealer: Sealer, now: datetime) -> ECKey | None:
    """Return the newest key that may sign and can be opened; a key whose sealing key is lost can only verify."""
    for key in stored:
        if key.signs_from <= now:
            try:
                return ECKey.import_key(sealer.open(KEY_PURPOSE, key.private_key, now))
            except SealedTextRefused:
                continue
    return None


def is_old(stored: list[ProviderKey], now: datetime) -> bool:
    """Return whether a new key is due."""
    return not stored or now - stored[0].signs_from >= ROTATION_INTERVAL
