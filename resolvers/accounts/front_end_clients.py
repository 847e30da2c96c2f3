"""
The front ends through which people log in: registration, a new secret, revocation.

A secret is shown once, by the command that makes it.
"""

from urllib.parse import urlsplit

from auth.provider.client_addresses import LOOPBACK_HOSTS, MAX_ADDRESSES
from auth.provider.clients import FRONT_END_SCOPES
from auth.tokens.random_tokens import new_token
from models.provider import AuthorizationCode, RefreshToken
from resolvers.accounts.agency_clients import new_secret
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.notifications.destinations import may_send
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column


async def registered_front_end(change: PendingChange) -> list[Problem]:
    """Check scopes and addresses of a front end; give a new one its id, and a confidential one its secret."""
    row = change.row
    if row.public_id is None:
        row.public_id = f"front-{new_token()[:22]}"
        row.secret_hash = new_secret(change.context) if row.is_confidential else None
    return [
        *problem_unless(set(row.scopes) <= FRONT_END_SCOPES, "UNKNOWN_FRONT_END_SCOPE", "scopes"),
        *(() if row.redirect_uris else (Problem("ADDRESS_COUNT", ("redirectUris",), {"most": str(MAX_ADDRESSES)}),)),
        *problem_unless(await _may_be_told(change), "LOGOUT_HOST_UNKNOWN", "backchannelLogoutUri"),
    ]


async def _may_be_told(change: PendingChange) -> bool:
    """Return whether log-outs may be sent to the host: a registration must not let the service call any other."""
    address = change.row.backchannel_logout_uri
    host = urlsplit(address or "").hostname
    if host is None or host in LOOPBACK_HOSTS or "backchannelLogoutUri" not in change.keys:
        return True
    return await may_send("WEBHOOK", host, change.db)


async def rotate_front_end_secret(step: Step) -> Changes:
    """Set a new secret; the old one gets no more tokens."""
    step.row.secret_hash = new_secret(step.context)
    return {}


async def revoke_front_end(step: Step) -> Changes:
    """Revoke the front end and end what people began through it: codes and refresh tokens."""
    client = step.row.public_id
    await AuthorizationCode.filter(client=client).using_db(step.db).delete()
    await RefreshToken.filter(client=client).using_db(step.db).delete()
    return set_column(step.row, "revoked_at", "revokedAt", step.context.now)


FRONT_END_CLIENT_RULES = Rulebook.of(
    effects=(
        rotate_front_end_secret,
        revoke_front_end,
    ),
    rules=(registered_front_end,),
)
