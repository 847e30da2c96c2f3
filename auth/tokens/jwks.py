"""The provider's public keys: fetched when needed, one fetch at a time, and kept when the provider is down."""

from asyncio import Lock
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx2
import structlog

_FRESH = timedelta(minutes=10)  # a key that was withdrawn verifies nothing new after this
COOL_DOWN = timedelta(seconds=10)  # unknown key ids, which anybody can send, cause one fetch in this time
KEY_TYPES = frozenset({"RSA", "EC", "OKP"})
log = structlog.get_logger("polku")


class KeysUnavailable(Exception):
    """The provider's keys cannot be fetched and none were fetched before."""

    code = "KEYS_UNAVAILABLE"


@dataclass
class JwksCache:
    """
    The public keys of one provider, by key id.

    `fetch` returns the provider's JWKS document. What cannot be used (encryption keys, unknown types, keys without an
    id) is left out rather than refused: a provider may publish more than we understand.
    """

    fetch: Callable[[], Awaitable[dict[str, Any]]]
    keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    fetched_at: datetime | None = None
    tried_at: datetime | None = None
    lock: Lock = field(default_factory=Lock)

    async def get(self, kid: str, now: datetime) -> dict[str, Any] | None:
        """
        Return the public key with this id, None when the provider has none.

        :raises KeysUnavailable: when no keys were ever fetched and the provider does not answer.
        """
        if kid in self.keys and self.lock.locked():
            return self.keys[kid]  # somebody is fetching; a known key need not wait for a slow provider
        if self._is_due(kid, now):
            async with self.lock:
                if self._is_due(kid, now):  # whoever waited finds the work done
                    await self._refresh(now)
        if self.fetched_at is None:
            raise KeysUnavailable("The provider's keys cannot be fetched")
        return self.keys.get(kid)

    def _is_due(self, kid: str, now: datetime) -> bool:
        if self.tried_at is not None and now - self.tried_at < COOL_DOWN:
            return False
        return self.fetched_at is None or now - self.fetched_at >= _FRESH or kid not in self.keys

    async def _refresh(self, now: datetime) -> None:
        """Fetch; after a failure the old keys stay: an outage of the provider must not stop a morning's work."""
        try:
            document = await self.fetch()
            self.keys = {key["kid"]: key for key in document["keys"] if is_usable(key)}
            self.fetched_at = now
        except (httpx2.HTTPError, ValueError, KeyError, TypeError) as error:
            log.warning("provider keys not refreshed", code=type(error).__name__)
        finally:
            self.tried_at = now  # only now: whoever asks during the fetch waits for it instead of being told no


def is_usable(key: Any) -> bool:
    """Tell whether a published key can verify a signature for us."""
    return (
        isinstance(key, dict)
        and key.get("use", "sig") == "sig"
        and key.get("kty") in KEY_TYPES
        and isinstance(key.get("kid"), str)
    )
