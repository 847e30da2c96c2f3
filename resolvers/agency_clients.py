"""Systems of agencies: registered, given a new secret, revoked. A secret is shown once, by its command."""

from typing import TYPE_CHECKING, Any

from tortoise.backends.base.client import TransactionalDBClient

from auth.identity.agency_clients import SCOPES
from auth.identity.opaque import digest, new_value
from resolvers.problems import Problem
from resolvers.rules import Rule, unless
from resolvers.steps import Changes, Effect, Guard, Step, changed, refuse

if TYPE_CHECKING:
    from resolvers.writing import Desk


async def registered_client(desk: "Desk", row: Any, changed: set[str], db: TransactionalDBClient) -> list[Problem]:
    """Give a new client its id and, unless it proves itself with a key or elsewhere, its secret; check the scopes."""
    del changed, db
    if row.revision == 1 and row.secret_hash is None:
        elsewhere = bool(row.public_id)
        row.public_id = row.public_id or f"agency-{new_value()[:22]}"
        row.issuer, row.subject = desk.issuer, row.subject or row.public_id
        if row.jwks is None and not elsewhere:
            row.secret_hash = _new_secret(desk)
    return unless(bool(row.scopes) and set(row.scopes) <= SCOPES, "UNKNOWN_SCOPE", "scopes")


def _new_secret(desk: "Desk") -> bytes:
    secret = new_value()
    desk.shown_once.append(secret)
    return digest(secret)


async def has_secret(step: Step) -> None:
    """
    Only a client that has a secret here gets a new one.

    :raises CommandRefused: NO_SECRET
    """
    if step.row.secret_hash is None:
        raise refuse("NO_SECRET")


async def rotate_secret(step: Step) -> Changes:
    """Make a new secret; the old one buys no more tokens, and those it bought stop with the next request."""
    step.row.secret_hash = _new_secret(step.desk)
    step.row.epoch += 1
    return {}


async def revoke_client(step: Step) -> Changes:
    """End the client: its tokens stop with the next request."""
    step.row.epoch += 1
    return changed(step.row, "revoked_at", "revokedAt", step.desk.now)


RULES: dict[str, Rule] = {"registered_client": registered_client}
GUARDS: dict[str, Guard] = {"has_secret": has_secret}
EFFECTS: dict[str, Effect] = {"rotate_secret": rotate_secret, "revoke_client": revoke_client}
