"""The service's own private keys towards identity providers: they sign its requests and decrypt its ID tokens."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey, import_key

SIGNING, ENCRYPTION = "sig", "enc"
SIGNING_ALGORITHMS = {"ES256": "EC", "RS256": "RSA", "PS256": "RSA", "EdDSA": "OKP", "Ed25519": "OKP"}
KEY_ENCRYPTION_ALGORITHMS = {"ECDH-ES": "EC", "RSA-OAEP-256": "RSA"}
_ALGORITHMS = {SIGNING: SIGNING_ALGORITHMS, ENCRYPTION: KEY_ENCRYPTION_ALGORITHMS}
_CURVES = {"ES256": "P-256", "EdDSA": "Ed25519", "Ed25519": "Ed25519", "ECDH-ES": "P-256"}
LEAST_RSA_BITS = 2048
MAX_KEYS = 8


class ClientKeysRefused(ValueError):
    """The text is not a set of private keys that can be used; it is never quoted."""

    code = "CLIENT_KEYS_REFUSED"


@dataclass(frozen=True)
class ClientKey:
    """One private key with its id, its use (`sig` or `enc`) and the only algorithm that it is used with."""

    kid: str
    use: str
    algorithm: str
    key: Key = field(repr=False)

    @property
    def public(self) -> dict[str, Any]:
        """The public part, as other parties may know it."""
        return {**self.key.as_dict(private=False), "kid": self.kid, "use": self.use, "alg": self.algorithm}


@dataclass(frozen=True)
class ClientKeys:
    """The keys in the order of the operator: of several for one purpose the first signs; each of them decrypts."""

    keys: tuple[ClientKey, ...] = ()

    def signing_key(self, algorithms: Collection[str]) -> ClientKey | None:
        """Return the first key that signs with one of `algorithms`; with any when the provider names none."""
        for key in self.keys:
            if key.use == SIGNING and (not algorithms or key.algorithm in algorithms):
                return key
        return None

    def decryption_key(self, kid: str, algorithm: str) -> ClientKey | None:
        """Return the key with this id that decrypts with this algorithm."""
        for key in self.keys:
            if (key.kid, key.use, key.algorithm) == (kid, ENCRYPTION, algorithm):
                return key
        return None

    def public_set(self) -> dict[str, list[dict[str, Any]]]:
        """Return the public keys as a JWKS document."""
        return {"keys": [key.public for key in self.keys]}


def read_client_keys(text: str) -> ClientKeys:
    """
    Return the keys of a JWKS document; no keys for an empty text.

    :raises ClientKeysRefused: saying which rule the text breaks, without quoting it.
    """
    if not text:
        return ClientKeys()
    try:
        members = json.loads(text)["keys"]
        keys = tuple(_read(member) for member in members)
    except ClientKeysRefused:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ClientKeysRefused("it must be a JSON object with a list `keys`") from None
    if not 0 < len(keys) <= MAX_KEYS:
        raise ClientKeysRefused(f"it must hold between 1 and {MAX_KEYS} keys")
    if len({key.kid for key in keys}) != len(keys):
        raise ClientKeysRefused("two keys have the same `kid`")
    return ClientKeys(keys)


def _read(member: dict[str, Any]) -> ClientKey:
    """Return one member of the set as a key."""
    kid, use, algorithm = member.get("kid"), member.get("use"), member.get("alg")
    if not isinstance(kid, str) or not kid:
        raise ClientKeysRefused("each key must have a `kid`")
    if use not in _ALGORITHMS:
        raise ClientKeysRefused("each key must have the `use` sig or enc")
    if _ALGORITHMS[use].get(str(algorithm)) != member.get("kty"):
        raise ClientKeysRefused(
            f"a key of use {use} must have an `alg` of its `kty` out of {', '.join(_ALGORITHMS[use])}"
        )
    if member.get("kty") == "RSA" and len(str(member.get("n", ""))) * 6 < LEAST_RSA_BITS:  # six bits a character
        raise ClientKeysRefused(f"an RSA key must have {LEAST_RSA_BITS} bits")
    try:
        key = import_key({name: value for name, value in member.items() if name not in {"use", "alg", "key_ops"}})
    except (JoseError, ValueError, TypeError):
        raise ClientKeysRefused("a key cannot be read") from None
    if not isinstance(key, ECKey | OKPKey | RSAKey) or not key.is_private:
        raise ClientKeysRefused("each key must be private")
    if member.get("crv") != _CURVES.get(str(algorithm)):
        raise ClientKeysRefused(f"a key for {algorithm} must be on the curve {_CURVES.get(str(algorithm))}")
    return ClientKey(kid, use, str(algorithm), key)
