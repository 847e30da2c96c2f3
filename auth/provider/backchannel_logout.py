"""
Sends log-out tokens to relying parties; Authlib cannot do that.

Source: OpenID Connect Back-Channel Logout 1.0 § 2.5.
"""

from urllib.parse import urlsplit

import httpx2
import structlog
from joserfc import jwt

from auth.login.logout import EVENT
from auth.login.provider_metadata import HTTP_TIMEOUT, Transport
from auth.provider.clients import RegisteredClient
from auth.provider.signing_keys import ALGORITHM
from auth.provider.token_issuing import IssuingContext
from auth.tokens.addresses import is_loopback
from auth.tokens.random_tokens import new_token

_log = structlog.get_logger("polku")


async def send_logout(
    client: RegisteredClient, subject: str, context: IssuingContext, own_origin: str, transport: Transport
) -> bool:
    """
    Send the log-out token; return whether the client confirmed that all sessions of `subject` have ended.

    Only addresses of this service or of this machine are called: otherwise a registration could make the service call
    any host inside the network.
    """
    address = client.backchannel_logout_uri or ""
    if not is_callable(address, own_origin):
        _log.warning("log-out not sent", client=client.client_id, code="ADDRESS_REFUSED")
        return False
    is_own = address.startswith(f"{own_origin}/")
    try:
        async with httpx2.AsyncClient(transport=transport() if is_own else None, timeout=HTTP_TIMEOUT) as http:
            answer = await http.post(address, data={"logout_token": logout_token(client, subject, context)})
    except httpx2.HTTPError as error:
        _log.warning("log-out not sent", client=client.client_id, code=type(error).__name__)
        return False
    return answer.status_code in (200, 204)


def logout_token(client: RegisteredClient, subject: str, context: IssuingContext) -> str:
    """Return the log-out token. It can never be taken for an ID token: it has another type and no nonce."""
    header = {"alg": ALGORITHM, "typ": "logout+jwt"}
    claims = {
        "iss": context.issuer,
        "aud": client.client_id,
        **context.age,
        "jti": new_token(),
        "sub": subject,
        "events": {EVENT: {}},
    }
    return jwt.encode(header, claims, context.keys.private, [ALGORITHM])


def is_callable(address: str, own_origin: str) -> bool:
    """Return whether the provider may call an address."""
    parts = urlsplit(address)
    return address.startswith(f"{own_origin}/") or (parts.scheme in ("http", "https") and is_loopback(parts.hostname))
