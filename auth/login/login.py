"""
Log-in as a relying party: authorization code, PKCE S256, state, nonce, and who exactly answered.

Source: OpenID Connect Core 1.0 § 3.1, RFC 7636 (PKCE), RFC 9207 (issuer in the callback), RFC 9700 (best practice).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client

from auth.login.callback import LogInRefused, check_callback, identified_claims
from auth.login.nonces import LOGIN_STATE, spend_nonce
from auth.login.provider_metadata import ProviderMetadata, ProviderUnavailable, RelyingParty, TrustedProvider
from auth.tokens.random_tokens import new_token
from auth.tokens.sealing import SealedTextRefused, Sealer
from models.account import Account

LOG_IN_LIFETIME = timedelta(minutes=10)  # for a person to log in at the provider
_PURPOSE = "log-in"


class NoAccount(Exception):
    """The provider knows the person, this service does not, or does no longer. Nobody registers oneself."""

    code = "NO_ACCOUNT"

    def __init__(self, account: UUID | None = None) -> None:
        super().__init__("There is no account for this person")
        self.account = account


@dataclass(frozen=True)
class AuthorizationRequest:
    """A log-in that begins: where to send the browser, and what to leave in its cookie called `cookie`."""

    address: str
    cookie: str
    sealed: str


@dataclass(frozen=True)
class AuthorizationResponse:
    """Who came back from the provider, and where one wanted to go."""

    account: Account
    sid: str | None
    id_token: str
    go_to: str


@dataclass(frozen=True)
class LogIn:
    """The two steps of a log-in of `party` at `provider`. What must be remembered in between is sealed in a cookie."""

    party: RelyingParty
    provider: TrustedProvider
    sealer: Sealer

    async def begin(self, go_to: str, now: datetime) -> AuthorizationRequest:
        """
        Return where the browser goes next; afterwards it should end at `go_to`.

        :raises ProviderUnavailable: when the provider was never reachable.
        """
        metadata = await self.provider.metadata(now)
        state, nonce, verifier = new_token(), new_token(), new_token()
        async with self._client() as client:
            address, _ = client.create_authorization_url(
                metadata.authorization_endpoint, state=state, nonce=nonce, code_verifier=verifier
            )
        kept = {"state": state, "nonce": nonce, "verifier": verifier, "go_to": local_path(go_to)}
        return AuthorizationRequest(
            address, cookie_name(state), self.sealer.seal(_PURPOSE, kept, now + LOG_IN_LIFETIME)
        )

    async def finish(self, sealed: str | None, query: Mapping[str, str], now: datetime) -> AuthorizationResponse:
        """
        Return who logged in. `sealed` is the cookie, `query` what the provider sent back through the browser.

        :raises LogInRefused: when anything does not fit; a second use of the same answer does not.
        :raises NoAccount: when the person is unknown here or shut out.
        :raises ProviderUnavailable: when the provider does not answer.
        """
        metadata = await self.provider.metadata(now)
        kept = await self._remembered(sealed, query, now)
        check_callback(query, metadata, self.provider.issuer)
        tokens = await self._redeem(query["code"], kept["verifier"], metadata)
        claims = await identified_claims(tokens, kept["nonce"], self.party, self.provider, now)
        account = await Account.get_or_none(issuer=self.provider.issuer, subject=claims["sub"])
        if account is None or account.disabled_at is not None:
            raise NoAccount(account.id if account else None)
        return AuthorizationResponse(account, claims.get("sid"), tokens["id_token"], kept["go_to"])

    def _client(self) -> AsyncOAuth2Client:
        return AsyncOAuth2Client(
            self.party.client_id,
            self.party.client_secret,
            token_endpoint_auth_method="client_secret_basic",  # noqa: S106 - the name of a method
            redirect_uri=self.party.redirect_uri,
            scope="openid",
            code_challenge_method="S256",
            transport=self.provider.transport(),
        )

    async def _remembered(self, sealed: str | None, query: Mapping[str, str], now: datetime) -> dict[str, Any]:
        """Return what `begin` left in the cookie, once."""
        try:
            kept = self.sealer.open(_PURPOSE, sealed or "", now)
        except SealedTextRefused:
            raise LogInRefused("no log-in began in this browser") from None
        if query.get("state") != kept["state"]:
            raise LogInRefused("state")
        if not await spend_nonce(LOGIN_STATE, kept["state"], now + LOG_IN_LIFETIME):
            raise LogInRefused("state used before")
        return kept

    async def _redeem(self, code: str, verifier: str, metadata: ProviderMetadata) -> dict[str, Any]:
        """Return the tokens that the code buys."""
        try:
            async with self._client() as client:
                tokens = await client.fetch_token(metadata.token_endpoint, code=code, code_verifier=verifier)
        except (OAuthError, ValueError) as error:
            raise LogInRefused(f"token endpoint: {getattr(error, 'error', 'unreadable')}") from None
        except httpx2.HTTPError as error:
            raise ProviderUnavailable("The identity provider does not answer") from error
        return dict(tokens)


def cookie_name(state: str) -> str:
    """Return the name of the cookie of one log-in, so that two tabs can log in at once."""
    return f"login-{''.join(c for c in state[:8] if c.isalnum())}"


def local_path(wanted: str) -> str:
    """Return `wanted` if it is a path of this service, else `/`: nobody is led elsewhere by a link to our log-in."""
    parts = urlsplit(wanted)
    is_local = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return wanted if is_local and wanted.isprintable() and "\\" not in wanted else "/"
