"""
Checkpoints: the last hash of the chain at one moment, signed with Ed25519, for storage outside the database.

A checkpoint is a JWS in compact form (`alg` Ed25519, RFC 9864), so that anybody with the public key can verify it with
any library. It holds counts, a hash and a time, and no personal data.
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
_MAX_LENGTH = 4_096  # characters


class CheckpointRefused(Exception):
    """The text is not a checkpoint signed with a known key. `reason` names the fault and does not quote the text."""

    code = "CHECKPOINT_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LogKeyMissing(RuntimeError):
    """The process has no key for signing checkpoints."""

    code = "LOG_KEY_MISSING"


@dataclass(frozen=True)
class Checkpoint:
    """At `at` (UTC) the chain ended with block `block`, held `entries` entries, and its last hash was `tip`."""

    block: int
    entries: int
    tip: bytes
    at: datetime


def checkpoint_keys(keys: Mapping[int, bytes]) -> dict[str, dict[str, str]]:
    """Return the public half of each key as a JSON Web Key, by the key id that checkpoints carry."""
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

    :raises LogKeyMissing: when there is no key
    """
    return signed_statement(TYPE, json.dumps(_readable_fields(checkpoint)).encode(), keys)


def signed_statement(kind: str, payload: bytes, keys: Mapping[int, bytes]) -> str:
    """
    Return a statement of a kind about the logs, signed with the newest of the keys.

    :raises LogKeyMissing: when there is no key
    """
    if not keys:
        raise LogKeyMissing("POLKU_LOG_KEY is needed to sign what is said of the logs")
    header = {"alg": _ALGORITHM, "typ": kind, "kid": str(max(keys))}
    return jws.serialize_compact(header, payload, signing_key(keys), algorithms=[_ALGORITHM])


def signing_key(keys: Mapping[int, bytes]) -> OKPKey:
    """Return the newest of the keys, which signs."""
    number = max(keys)
    return OKPKey.import_key({**checkpoint_keys(keys)[str(number)], "d": _text(keys[number])})


def opened_checkpoint(text: str, known: Mapping[str, Mapping[str, str]]) -> Checkpoint:
    """
    Return the checkpoint in a signed text, after verifying its signature with one of the known public keys.

    :raises CheckpointRefused: for any other text
    """
    try:
        return _read(opened_statement(TYPE, text, known))
    except (ValueError, TypeError, KeyError) as error:
        raise CheckpointRefused(f"not a signed checkpoint ({type(error).__name__})") from None


def opened_statement(kind: str, text: str, known: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """
    Return what a signed statement of a kind says, after verifying its signature with one of the known public keys.

    :raises CheckpointRefused: for any other text
    """
    try:
        if len(text) > _MAX_LENGTH:
            raise CheckpointRefused("too long")
        header = json.loads(_decoded(text.split(".", maxsplit=1)[0]))
        key = known.get(str(header.get("kid"))) if isinstance(header, dict) else None
        if key is None or header.get("typ") != kind:
            raise CheckpointRefused("not signed with a known key")
        verified = jws.deserialize_compact(text, OKPKey.import_key(dict(key)), algorithms=[_ALGORITHM])
        claims: dict[str, Any] = json.loads(verified.payload)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise CheckpointRefused(f"not a signed checkpoint ({type(error).__name__})") from None
    return claims


def _decoded(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _read(claims: Mapping[str, Any]) -> Checkpoint:
    at = datetime.fromisoformat(claims["at"])
    return Checkpoint(int(claims["block"]), int(claims["entries"]), bytes.fromhex(claims["tip"]), at)


def exported_checkpoint(token: str, keys: Mapping[int, bytes], checkpoint: Checkpoint) -> str:
    """Return the file for storage elsewhere: the checkpoint for people, the signed text, and the public keys."""
    file = {
        "checkpoint": _readable_fields(checkpoint),
        "signed": token,
        "publicKeys": list(checkpoint_keys(keys).values()),
    }
    return json.dumps(file, indent=2) + "\n"


def _readable_fields(checkpoint: Checkpoint) -> dict[str, Any]:
    at = checkpoint.at.astimezone(UTC).isoformat()
    return {"block": checkpoint.block, "entries": checkpoint.entries, "tip": checkpoint.tip.hex(), "at": at}


@dataclass(frozen=True)
class _ExportedCheckpoint:
    """A signed text that was stored elsewhere, and the readable fields beside it, by name."""

    token: str
    readable: Mapping[str, Any]


def exported_checkpoints(text: str) -> tuple[_ExportedCheckpoint, ...]:
    """
    Return the checkpoints in a file: an export, lines of signed texts, or an answer of the API.

    :raises CheckpointRefused: when there is none
    """
    stripped = text.strip()
    if stripped.startswith(("{", "[")):
        try:
            checkpoints = tuple(_tokens_in(json.loads(stripped)))
        except (ValueError, RecursionError):
            raise CheckpointRefused("not JSON, though it begins so") from None
    else:
        checkpoints = tuple(_ExportedCheckpoint(line.strip(), {}) for line in stripped.splitlines() if line.strip())
    if not checkpoints:
        raise CheckpointRefused("no checkpoint in it")
    return checkpoints


def _tokens_in(document: Any) -> Iterator[_ExportedCheckpoint]:
    """Yield every signed text (three dotted parts) in a JSON document, with the readable fields beside it."""
    if isinstance(document, dict):
        inner = document.get("checkpoint")
        readable = {**document, **(inner if isinstance(inner, dict) else {})}
        yield from (_ExportedCheckpoint(value, readable) for value in document.values() if _is_token(value))
    elif isinstance(document, list):
        yield from (_ExportedCheckpoint(value, {}) for value in document if _is_token(value))
    if isinstance(document, dict | list):
        for part in document.values() if isinstance(document, dict) else document:
            yield from _tokens_in(part)


def _is_token(value: Any) -> bool:
    return isinstance(value, str) and value.count(".") == 2 and value.startswith("ey")


def refuse_edited(kept: _ExportedCheckpoint, known: Mapping[str, Mapping[str, str]]) -> None:
    """
    Check that the readable fields beside a signed text are the ones that were signed.

    A text without a valid signature passes here; the verification reports it.

    :raises CheckpointRefused: naming the fields that differ
    """
    try:
        signed = _readable_fields(opened_checkpoint(kept.token, known))
    except CheckpointRefused:
        return
    signed["signedAt"] = signed["at"]
    edited = [name for name, value in signed.items() if name in kept.readable and kept.readable[name] != value]
    edited = [name for name in edited if not (name.lower().endswith("at") and _same_moment(kept, name, signed))]
    listed = [key for key in kept.readable.get("publicKeys") or () if isinstance(key, dict)]
    if any(known.get(str(key.get("kid")), key) != key for key in listed):
        edited.append("publicKeys")
    if edited:
        raise CheckpointRefused(f"{', '.join(edited)}: not what was signed")


def _same_moment(kept: _ExportedCheckpoint, name: str, signed: Mapping[str, Any]) -> bool:
    try:
        return datetime.fromisoformat(kept.readable[name]) == datetime.fromisoformat(signed[name])
    except (TypeError, ValueError):
        return False
