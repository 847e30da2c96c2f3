"""
Encrypted tokens: a signed token inside, which only the service can read.

Source: RFC 7516 (JWE), RFC 7519 § 5.2 (nested tokens).
"""

import json
from base64 import urlsafe_b64decode
from typing import Any

from joserfc.jwe import JWERegistry, decrypt_compact

from auth.tokens.claims import UNREADABLE
from auth.tokens.client_keys import KEY_ENCRYPTION_ALGORITHMS, ClientKeys
from auth.tokens.jwt import MAX_TOKEN_BYTES, OWN_KEY_HEADERS, TokenRefused

CONTENT_ENCRYPTION = "A256GCM"
MAX_ENCRYPTED_BYTES = MAX_TOKEN_BYTES * 3 // 2  # the longest signed token, once more in base64, and the key for it
_PARTS = 5


def is_encrypted(token: str) -> bool:
    """Return whether the token has the form of an encrypted one."""
    return token.count(".") == _PARTS - 1


def decrypted_token(token: str, keys: ClientKeys) -> str:
    """
    Return the signed token inside of an encrypted one; its signature is not verified yet.

    :raises TokenRefused: when form, algorithms or key are not ours, and when it does not decrypt.
    """
    header = _header(token)
    key = keys.decryption_key(header["kid"], header["alg"])
    if key is None:
        raise TokenRefused("encrypted for an unknown key")
    registry = JWERegistry(algorithms=[key.algorithm, CONTENT_ENCRYPTION], strict_check_header=False)
    try:
        inside = (decrypt_compact(token, key.key, registry=registry).plaintext or b"").decode("ascii")
    except UNREADABLE as error:
        raise TokenRefused(f"not decrypted: {type(error).__name__}") from None
    return inside


def _header(token: str) -> dict[str, Any]:
    """Return the header, before anything is decrypted."""
    if len(token) > MAX_ENCRYPTED_BYTES:
        raise TokenRefused("too long")
    if not is_encrypted(token):
        raise TokenRefused("not encrypted")
    try:
        encoded = token.split(".", 1)[0]
        header = json.loads(urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except (ValueError, RecursionError):
        raise TokenRefused("unreadable header") from None
    # A compressed token could be small and become huge.
    if not isinstance(header, dict) or (OWN_KEY_HEADERS | {"zip"}) & header.keys():
        raise TokenRefused("header brings its own rules")
    if not all(isinstance(header.get(name), str) for name in ("alg", "enc", "kid")):
        raise TokenRefused("a member of the header is no text")
    if header["alg"] not in KEY_ENCRYPTION_ALGORITHMS or header["enc"] != CONTENT_ENCRYPTION:
        raise TokenRefused("encryption algorithm")
    return header
