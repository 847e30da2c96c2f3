"""Small encrypted texts that leave the service and come back: bound to a purpose, with a limited age."""

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12


class SealedTextRefused(ValueError):
    """A sealed text was changed, is too old, or was sealed with a key that no longer exists."""

    code = "SEAL_BROKEN"


@dataclass(frozen=True)
class Sealer:
    """Encrypts with the key that has the highest id and decrypts with any key. `keys` is key id → 32 bytes."""

    keys: Mapping[int, bytes]

    def seal(self, purpose: str, content: Mapping[str, Any], until: datetime | None = None) -> str:
        """Return `content` as a text that only this service can read, only for this purpose, only before `until`."""
        number = max(self.keys)
        nonce = secrets.token_bytes(NONCE_BYTES)
        text = json.dumps({"content": content, "until": until.timestamp() if until else None}).encode()
        sealed = AESGCM(derived_key(self.keys[number], purpose)).encrypt(nonce, text, purpose.encode())
        return f"{number}.{urlsafe_b64encode(nonce + sealed).decode().rstrip('=')}"

    def open(self, purpose: str, text: str, now: datetime) -> dict[str, Any]:
        """
        Return the content that was sealed for this purpose.

        :raises SealedTextRefused: when it was not sealed for this purpose, or is too old.
        """
        number, _, sealed = text.partition(".")
        try:
            raw = urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            key = derived_key(self.keys[int(number)], purpose)
            opened = json.loads(AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], purpose.encode()))
        except (ValueError, KeyError, InvalidTag):
            raise SealedTextRefused("The sealed text cannot be opened") from None
        if opened["until"] is not None and opened["until"] <= now.timestamp():
            raise SealedTextRefused("The sealed text is too old")
        content: dict[str, Any] = opened["content"]
        return content


def derived_key(key: bytes, purpose: str) -> bytes:
    """Return the key of one purpose, so that a text sealed for one purpose never opens for another."""
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(key)
