"""The provider's public keys: fetched when needed, by one request at a time, and kept while the provider is down."""

from asyncio import Lock
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx2
import structlog
from joserfc.jwk import import_key

from auth.tokens.claims import UNREADABLE

_MAX_AGE = timedelta(minutes=10)  # after this time a withdrawn key verifies no new token
COOL_DOWN = timedelta(seconds=10)  # at most one fetch in this time, because anybody can send unknown key ids
TRUSTED_FOR = timedelta(hours=24)
KEY_TYPES = frozenset({"RSA", "EC", "OKP"})
_log = structlog.get_logger("polku")


class KeysUnavailable(Exception):
    """The provider's keys cannot be fetched, and none were fetched before, or too long ago to be trusted still."""

    code = "KEYS_UNAVAILABLE"


@dataclass
class JwksCache:
    """
    The public keys of one provider, by key id.

    `fetch` returns the provider's JWKS document. Keys that cannot be used (encryption keys, unknown types, keys without
    an id) are left out and not refused: a provider may publish more than we understand. While the provider is down the
    keys are trusted for `trusted_for` after they were last fetched: a key may have been withdrawn meanwhile.
    """

    fetch: Callable[[], Awaitable[dict[str, Any]]]
    trusted_for: timedelta = TRUSTED_FOR
    keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    fetched_at: datetime | None = None
    tried_at: datetime | None = None
    lock: Lock = field(default_factory=Lock)

    async def get(self, kid: str, now: datetime) -> dict[str, Any] | None:
        """
        Return the public key with this id, None when the provider does not publish it.

        :raises KeysUnavailable: when the provider does not answer, and never did or not for too long.
        """
        if kid in self.keys and self.lock.locked() and self.is_trusted(now):
            return self.keys[kid]  # another request is fetching; a known key need not wait for a slow provider
        if self._is_due(kid, now):
            async with self.lock:
                if self._is_due(kid, now):  # a request that waited may find the keys fetched already
                    await self._refresh(now)
        if not self.is_trusted(now):
            raise KeysUnavailable("The provider's keys cannot be fetched")
        return self.keys.get(kid)

    def is_trusted(self, now: datetime) -> bool:
        """Return whether the keys were fetched so recently that they, and what they have verified, are believed."""
        return self.fetched_at is not None and now - self.fetched_at < self.trusted_for

    def _is_due(self, kid: str, now: datetime) -> bool:
        if self.tried_at is not None and now - self.tried_at < COOL_DOWN:
            return False
        return self.fetched_at is None or now - self.fetched_at >= _MAX_AGE or kid not in self.keys

    async def _refresh(self, now: datetime) -> None:
        """Fetch the keys; after a failure the old ones stay, so that work goes on while the provider is down."""
        try:
            document = await self.fetch()
            self.keys = {key["kid"]: key for key in document["keys"] if is_usable(key)}
            self.fetched_at = now
        except (httpx2.HTTPError, httpx2.InvalidURL, *UNREADABLE) as error:
            _log.warning("provider keys not refreshed", code=type(error).__name__)
        finally:
            self.tried_at = now  # not earlier: a request during the fetch must wait for it and not be refused


def is_usable(key: Any) -> bool:
    """Return whether we can verify signatures with a published key."""
    is_for_signatures = (
        isinstance(key, dict)
        and key.get("use", "sig") == "sig"
        and isinstance(key.get("kty"), str)
        and key["kty"] in KEY_TYPES
        and isinstance(key.get("kid"), str)
    )
    return is_for_signatures and _is_importable(key)


def _is_importable(key: dict[str, Any]) -> bool:
    """Return whether the members of a key are a key."""
    try:
        import_key(key)
    except UNREADABLE:
        return False
    return True
