"""
Log-out from both sides: our log-out continues at the provider, and the provider's log-out ends our sessions at once.

Source: OpenID Connect RP-Initiated Logout 1.0, OpenID Connect Back-Channel Logout 1.0.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from auth.login.nonces import LOGOUT_TOKEN, spend_nonce
from auth.login.provider_metadata import ProviderUnavailable, RelyingParty, TrustedProvider
from auth.sessions.sessions import end_sessions_of
from auth.tokens.claims import is_identifier, is_instant, is_word
from auth.tokens.jwt import LEEWAY, MAX_TOKEN_BYTES, TokenRefused, verified_jwt

EVENT = "http://schemas.openid.net/event/backchannel-logout"
_TYPES = frozenset(
    {"logout+jwt", "application/logout+jwt", "jwt", ""}
)  # the event in the claims, and not this type, makes it a log-out token
MAX_TOKEN_AGE = timedelta(minutes=2)


@dataclass(frozen=True)
class LogOut:
    """Log-out of `party` at `provider`."""

    party: RelyingParty
    provider: TrustedProvider

    async def address(self, id_token: str, now: datetime) -> str:
        """
        Return the address where the browser logs the person out at the provider too.

        It is our own log-out page when the provider has no end-session endpoint or does not answer: our session has
        ended in any case. `id_token` may be empty; the provider then asks the person.
        """
        try:
            endpoint = (await self.provider.metadata(now)).end_session_endpoint
        except ProviderUnavailable:
            endpoint = None
        if endpoint is None:
            return self.party.logged_out_uri
        query = {"client_id": self.party.client_id, "post_logout_redirect_uri": self.party.logged_out_uri}
        query |= {"id_token_hint": id_token} if id_token else {}
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(query)}"

    async def by_provider(self, logout_token: str, now: datetime) -> list[Any]:
        """
        Return the accounts whose sessions ended because of the provider's log-out token.

        :raises TokenRefused: when the token is not a fresh log-out token of this provider for this party.
        """
        signed = await verified_jwt(logout_token, self.provider.keys, _TYPES, now)
        claims = signed.claims
        check_logout(claims, self.provider.issuer, self.party.client_id, now)
        if not await spend_nonce(LOGOUT_TOKEN, claims["jti"], now + 2 * MAX_TOKEN_AGE):
            raise TokenRefused("used before")
        return await end_sessions_of(self.provider.issuer, claims.get("sub"), claims.get("sid"))


def check_logout(claims: dict[str, Any], issuer: str, client_id: str, now: datetime) -> None:
    """
    Check the claims of a log-out token.

    :raises TokenRefused: naming the first wrong claim. Source: Back-Channel Logout 1.0 § 2.6.
    """
    audience, events, issued = claims.get("aud"), claims.get("events"), claims.get("iat")
    if claims.get("iss") != issuer:
        raise TokenRefused("issuer")
    if client_id not in (audience if isinstance(audience, list) else [audience]):
        raise TokenRefused("audience")
    if not isinstance(events, dict) or not isinstance(events.get(EVENT), dict) or "nonce" in claims:
        raise TokenRefused("no log-out token")
    if not is_instant(issued) or abs(now.timestamp() - issued) > MAX_TOKEN_AGE.total_seconds():
        raise TokenRefused("age")
    expires = claims.get("exp", now.timestamp())
    if not is_instant(expires) or expires < now.timestamp() - LEEWAY:
        raise TokenRefused("expired")
    names = [claims[name] for name in ("sub", "sid") if name in claims]
    if not names or not is_word(claims.get("jti"), MAX_TOKEN_BYTES) or not all(map(is_identifier, names)):
        raise TokenRefused("no subject and no session")
