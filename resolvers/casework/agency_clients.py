"""Systems of agencies: registered, given a new secret, revoked. A secret is shown once, by its command."""

from auth.accounts.agency_clients import SCOPES
from auth.tokens.random_tokens import digest, new_value
from resolvers.context import Change, Changes, CommandContext, Effect, Guard, Rule, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import unless
from resolvers.writing.transitions import changed, refuse


async def registered_client(change: Change) -> list[Problem]:
    """Give a new client its id and, unless it proves itself with a key or elsewhere, its secret; check the scopes."""
    row = change.row
    if row.revision == 1 and row.secret_hash is None:
        elsewhere = bool(row.public_id)
        row.public_id = row.public_id or f"agency-{new_value()[:22]}"
        row.issuer, row.subject = change.context.issuer, row.subject or row.public_id
        if row.jwks is None and not elsewhere:
            row.secret_hash = _new_secret(change.context)
    return unless(bool(row.scopes) and set(row.scopes) <= SCOPES, "UNKNOWN_SCOPE", "scopes")


def _new_secret(context: CommandContext) -> bytes:
    secret = new_value()
    context.shown_once.append(secret)
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
    step.row.secret_hash = _new_secret(step.context)
    step.row.epoch += 1
    return {}


async def revoke_client(step: Step) -> Changes:
    """End the client: its tokens stop with the next request."""
    step.row.epoch += 1
    return changed(step.row, "revoked_at", "revokedAt", step.context.now)


RULES: dict[str, Rule] = {"registered_client": registered_client}
GUARDS: dict[str, Guard] = {"has_secret": has_secret}
EFFECTS: dict[str, Effect] = {"rotate_secret": rotate_secret, "revoke_client": revoke_client}
