"""Systems of agencies for tests of tokens and log-ins; administrators make theirs by mutation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.expressions import F

from auth.accounts.agency_clients import AGENCY_SCOPES, AgencyClientRefused, checked_public_keys
from auth.tokens.random_tokens import new_token, token_digest
from models.agency_client import AgencyClient


@dataclass(frozen=True)
class Registration:
    """
    The facts that an administrator gives about a new client.

    With `jwks`, the public keys of the agency, the client authenticates by `private_key_jwt`; without them, a secret is
    made. A client of an external provider has its id and the subject of its tokens there, and no secret or key here.
    """

    name: str
    agency_id: UUID
    issuer: str
    scopes: Iterable[str]
    jwks: Mapping[str, Any] | None = None
    expires_at: datetime | None = None
    external_id: str | None = None
    external_subject: str | None = None


@dataclass(frozen=True)
class NewAgencyClient:
    """The client and its secret, which cannot be shown again; the secret is None when the client uses a key."""

    client: AgencyClient
    secret: str | None = field(repr=False)


async def create_agency_client(registration: Registration, created_by: UUID, now: datetime) -> NewAgencyClient:
    """
    Return the new client with its secret.

    :raises AgencyClientRefused: when there are no scopes or unknown ones, or when a key is private or unusable.
    """
    scopes = sorted(set(registration.scopes))
    if not scopes or not AGENCY_SCOPES.issuperset(scopes):
        raise AgencyClientRefused(f"Scopes must be some of {', '.join(sorted(AGENCY_SCOPES))}")
    keys = checked_public_keys(registration.jwks) if registration.jwks is not None else None
    secret = new_token() if keys is None and registration.external_id is None else None
    public_id = registration.external_id or f"agency-{new_token()[:22]}"
    client = await AgencyClient.create(
        state="ACTIVE",
        created_at=now,
        created_by=created_by,
        modified_at=now,
        modified_by=created_by,
        name=registration.name,
        agency_id=registration.agency_id,
        public_id=public_id,
        issuer=registration.issuer,
        subject=registration.external_subject or public_id,
        scopes=scopes,
        secret_hash=token_digest(secret) if secret else None,
        jwks=keys,
        expires_at=registration.expires_at,
    )
    return NewAgencyClient(client, secret)


async def rotate_client_secret(client_id: UUID, rotated_by: UUID, now: datetime) -> str:
    """
    Return the new secret of a client; the old secret gets no more tokens, and issued tokens expire within 5 minutes.

    :raises AgencyClientRefused: when the client is revoked or has no secret here.
    """
    secret = new_token()
    changed = await AgencyClient.filter(id=client_id, revoked_at=None, secret_hash__isnull=False).update(
        secret_hash=token_digest(secret),
        epoch=F("epoch") + 1,
        revision=F("revision") + 1,
        modified_at=now,
        modified_by=rotated_by,
    )
    if not changed:
        raise AgencyClientRefused("Only a live client with a secret gets a new one")
    return secret


async def revoke_agency_client(client_id: UUID, revoked_by: UUID, now: datetime) -> None:
    """Revoke a client for ever. Its tokens stop working with the next request; revoking again changes nothing."""
    await AgencyClient.filter(id=client_id, revoked_at=None).update(
        state="REVOKED",
        revoked_at=now,
        epoch=F("epoch") + 1,
        revision=F("revision") + 1,
        modified_at=now,
        modified_by=revoked_by,
    )
