"""
Sends log-out tokens to relying parties; Authlib cannot do that.

Source: OpenID Connect Back-Channel Logout 1.0 § 2.5.
"""

from dataclasses import dataclass
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
from models.destination import Destination
from workflow.destination import OPEN_DESTINATION_STATES
from workflow.eea import is_inside

_log = structlog.get_logger("polku")


@dataclass(frozen=True)
class Callees:
    """Whom the provider may call: this service, this machine, and over https the destinations that are in use."""

    own_origin: str
    hosts: frozenset[str] = frozenset()

    def is_own(self, address: str) -> bool:
        """Return whether an address is one of this service."""
        return address.startswith(f"{self.own_origin}/")

    def has(self, address: str) -> bool:
        """Return whether an address may be called."""
        parts = urlsplit(address)
        is_local = parts.scheme in ("http", "https") and is_loopback(parts.hostname)
        return self.is_own(address) or is_local or (parts.scheme == "https" and parts.hostname in self.hosts)


async def known_callees(own_origin: str) -> Callees:
    """Return the callees of the moment; a destination outside the European Economic Area is none."""
    rows = await Destination.filter(kind="WEBHOOK", state__in=OPEN_DESTINATION_STATES)
    return Callees(own_origin, frozenset(row.host for row in rows if is_inside(row.country)))


async def send_logout(
    client: RegisteredClient, subject: str, context: IssuingContext, callees: Callees, transport: Transport
) -> bool:
    """
    Send the log-out token; return whether the client confirmed that all sessions of `subject` have ended.

    Only `callees` are called: otherwise a registration could make the service call any host inside the network.
    """
    address = client.backchannel_logout_uri or ""
    if not callees.has(address):
        _log.warning("log-out not sent", client=client.client_id, code="ADDRESS_REFUSED")
        return False
    is_own = callees.is_own(address)
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
