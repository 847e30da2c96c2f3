"""
Checkpoints: the tip of the chain at a moment, signed with Ed25519, to be kept out of the database's reach.

A checkpoint is a JWS in compact form (`alg` Ed25519, RFC 9864), so that anybody with the public key and any library can
verify it. It holds counts, a hash and a time; nothing of a person.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

TYPE = "polku-log-checkpoint"
_ALGORITHM = "Ed25519"
_LONGEST = 4_096  # characters


class CheckpointRefused(Exception):
    """A text is no checkpoint that was signed with one of the keys. `reason` says what is wrong, without quoting it."""

    code = "CHECKPOINT_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LogKeyMissing(RuntimeError):
    """The process was not given the key that signs checkpoints."""

    code = "LOG_KEY_MISSING"


@dataclass(frozen=True)
class Checkpoint:
    """Up to block `block` the chain held `entries` entries and its last hash was `tip`, at `at` (UTC)."""

    block: int
    entries: int
    tip: bytes
    at: datetime


def checkpoint_keys(keys: Mapping[int, bytes]) -> dict[str, dict[str, str]]:
    """Return the public half of each key as a JSON Web Key, by the id that checkpoints name."""
    return {
        str(number): {"kty": "OKP", "crv": "Ed25519", "kid": str(number), "x": _public(keys[number])}
        for number in sorted(keys)
    }


def _public(seed: bytes) -> str:
    return _text(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed_checkpoint(checkpoint: Checkpoint, keys: Mapping[int, bytes]) -> str:
    """
    Return the checkpoint signed with the newest of the keys.

    :raises LogKeyMissing: when there is none
    """
    if not keys:
        raise LogKeyMissing("POLKU_LOG_KEY is needed to sign a checkpoint")
    number = max(keys)
    key = OKPKey.import_key({**checkpoint_keys(keys)[str(number)], "d": _text(keys[number])})
    header = {"alg": _ALGORITHM, "typ": TYPE, "kid": str(number)}
    return jws.serialize_compact(header, json.dumps(_said(checkpoint)).encode(), key, algorithms=[_ALGORITHM])


def opened_checkpoint(text: str, known: Mapping[str, Mapping[str, str]]) -> Checkpoint:
    """
    Return the checkpoint that a text is, after verifying its signature with one of the known public keys.

    :raises CheckpointRefused: for every other text
    """
    try:
        if len(text) > _LONGEST:
            raise CheckpointRefused("too long")
        header = json.loads(_decoded(text.split(".", maxsplit=1)[0]))
        key = known.get(str(header.get("kid"))) if isinstance(header, dict) else None
        if key is None or header.get("typ") != TYPE:
            raise CheckpointRefused("not signed with a known key")
        verified = jws.deserialize_compact(text, OKPKey.import_key(dict(key)), algorithms=[_ALGORITHM])
        return _read(json.loads(verified.payload))
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise CheckpointRefused(f"not a signed checkpoint ({type(error).__name__})") from None


def _decoded(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _read(claims: Mapping[str, Any]) -> Checkpoint:
    at = datetime.fromisoformat(claims["at"])
    return Checkpoint(int(claims["block"]), int(claims["entries"]), bytes.fromhex(claims["tip"]), at)


def exported_checkpoint(token: str, keys: Mapping[int, bytes], checkpoint: Checkpoint) -> str:
    """Return the file that is kept elsewhere: the checkpoint for people, the signed text, and the public keys."""
    file = {"checkpoint": _said(checkpoint), "signed": token, "publicKeys": list(checkpoint_keys(keys).values())}
    return json.dumps(file, indent=2) + "\n"


def _said(checkpoint: Checkpoint) -> dict[str, Any]:
    at = checkpoint.at.astimezone(UTC).isoformat()
    return {"block": checkpoint.block, "entries": checkpoint.entries, "tip": checkpoint.tip.hex(), "at": at}


@dataclass(frozen=True)
class _KeptCheckpoints:
    """A signed text that was kept elsewhere, and what a person reads beside it, by name."""

    token: str
    readable: Mapping[str, Any]


def kept_checkpoints(text: str) -> tuple[_KeptCheckpoints, ...]:
    """
    Return the checkpoints in a file: an export, several lines of signed texts, or what the API answered.

    :raises CheckpointRefused: when there is none
    """
    stripped = text.strip()
    if stripped.startswith(("{", "[")):
        try:
            found = tuple(_kept(json.loads(stripped)))
        except (ValueError, RecursionError):
            raise CheckpointRefused("not JSON, though it begins so") from None
    else:
        found = tuple(_KeptCheckpoints(line.strip(), {}) for line in stripped.splitlines() if line.strip())
    if not found:
        raise CheckpointRefused("no checkpoint in it")
    return found


def _kept(found: Any) -> Iterator[_KeptCheckpoints]:
    """Yield every text of three dotted parts anywhere in a JSON document, with what is said beside it."""
    if isinstance(found, dict):
        said = found.get("checkpoint")
        readable = {**found, **(said if isinstance(said, dict) else {})}
        yield from (_KeptCheckpoints(value, readable) for value in found.values() if _is_token(value))
    elif isinstance(found, list):
        yield from (_KeptCheckpoints(value, {}) for value in found if _is_token(value))
    if isinstance(found, dict | list):
        for inner in found.values() if isinstance(found, dict) else found:
            yield from _kept(inner)


def _is_token(value: Any) -> bool:
    return isinstance(value, str) and value.count(".") == 2 and value.startswith("ey")


def refuse_edited(kept: _KeptCheckpoints, known: Mapping[str, Mapping[str, str]]) -> None:
    """
    Check that what a person reads beside a signed text is what was signed.

    A text that is not signed is left to the verification, which names it.

    :raises CheckpointRefused: naming what says something else
    """
    try:
        signed_for = _said(opened_checkpoint(kept.token, known))
    except CheckpointRefused:
        return
    signed_for["signedAt"] = signed_for["at"]
    edited = [name for name, value in signed_for.items() if name in kept.readable and kept.readable[name] != value]
    edited = [name for name in edited if not (name.lower().endswith("at") and _same_moment(kept, name, signed_for))]
    own = [key for key in kept.readable.get("publicKeys") or () if isinstance(key, dict)]
    if any(known.get(str(key.get("kid")), key) != key for key in own):
        edited.append("publicKeys")
    if edited:
        raise CheckpointRefused(f"{', '.join(edited)}: not what was signed")


def _same_moment(kept: _KeptCheckpoints, name: str, signed_for: Mapping[str, Any]) -> bool:
    try:
        return datetime.fromisoformat(kept.readable[name]) == datetime.fromisoformat(signed_for[name])
    except (TypeError, ValueError):
        return False
