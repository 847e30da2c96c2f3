"""
Log-in as a relying party: authorization code, PKCE with S256, state, nonce, and the issuer of the answer.

Source: OpenID Connect Core 1.0 § 3.1, RFC 7636 (PKCE), RFC 9207 (issuer in the callback), RFC 9700 (best practice).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client

from auth.login.authenticated_identity import AuthenticatedIdentity
from auth.login.callback import LogInRefused, check_callback, identified_claims
from auth.login.nonces import LOGIN_STATE, spend_nonce
from auth.login.provider_metadata import ProviderMetadata, ProviderUnavailable, RelyingParty, TrustedProvider
from auth.tokens.random_tokens import new_token
from auth.tokens.sealing import SealedTextRefused, Sealer

LOG_IN_LIFETIME = timedelta(minutes=10)  # the time that a person has to log in at the provider
_PURPOSE = "log-in"


@dataclass(frozen=True)
class AuthorizationRequest:
    """A log-in that begins: the address for the browser, and the name and value of the cookie for it."""

    address: str
    cookie: str
    sealed: str


@dataclass(frozen=True)
class LogIn:
    """The two steps of a log-in of `party` at `provider`. The state between them is sealed in a cookie."""

    party: RelyingParty
    provider: TrustedProvider
    sealer: Sealer

    async def begin(self, go_to: str, now: datetime, invitation: str | None = None) -> AuthorizationRequest:
        """
        Return the address for the browser; after the log-in the browser goes to `go_to`.

        `invitation` travels sealed through the log-in and comes back from `finish`.

        :raises ProviderUnavailable: when the provider was never reachable.
        """
        metadata = await self.provider.metadata(now)
        state, nonce, verifier = new_token(), new_token(), new_token()
        async with self._client() as client:
            address, _ = client.create_authorization_url(
                metadata.authorization_endpoint, state=state, nonce=nonce, code_verifier=verifier
            )
        saved = {"state": state, "nonce": nonce, "verifier": verifier, "go_to": local_path(go_to)}
        saved |= {"invitation": invitation} if invitation else {}
        return AuthorizationRequest(
            address, cookie_name(state), self.sealer.seal(_PURPOSE, saved, now + LOG_IN_LIFETIME)
        )

    async def finish(self, sealed: str | None, query: Mapping[str, str], now: datetime) -> AuthenticatedIdentity:
        """
        Return the person who logged in. `sealed` is the cookie, `query` the provider's answer through the browser.

        Whether the person has an account is for the caller to ask.

        :raises LogInRefused: when anything does not match, or when the same answer is used a second time.
        :raises ProviderUnavailable: when the provider does not answer.
        """
        metadata = await self.provider.metadata(now)
        saved = await self._saved_state(sealed, query, now)
        check_callback(query, metadata, self.provider.issuer)
        tokens = await self._redeem(query["code"], saved["verifier"], metadata)
        claims = await identified_claims(tokens, saved["nonce"], self.party, self.provider, now)
        acr = claims.get("acr")
        return AuthenticatedIdentity(
            issuer=self.provider.issuer,
            subject=claims["sub"],
            sid=claims.get("sid"),
            id_token=tokens["id_token"],
            acr=acr if isinstance(acr, str) else None,
            go_to=saved["go_to"],
            invitation=saved.get("invitation"),
        )

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

    async def _saved_state(self, sealed: str | None, query: Mapping[str, str], now: datetime) -> dict[str, Any]:
        """Return the values that `begin` stored in the cookie; they can be used once."""
        try:
            saved = self.sealer.open(_PURPOSE, sealed or "", now)
        except SealedTextRefused:
            raise LogInRefused("no log-in began in this browser") from None
        if query.get("state") != saved["state"]:
            raise LogInRefused("state")
        if not await spend_nonce(LOGIN_STATE, saved["state"], now + LOG_IN_LIFETIME):
            raise LogInRefused("state used before")
        return saved

    async def _redeem(self, code: str, verifier: str, metadata: ProviderMetadata) -> dict[str, Any]:
        """Return the tokens that the provider gives for the code."""
        try:
            async with self._client() as client:
                tokens = await client.fetch_token(metadata.token_endpoint, code=code, code_verifier=verifier)
        except (OAuthError, ValueError) as error:
            raise LogInRefused(f"token endpoint: {getattr(error, 'error', 'unreadable')}") from None
        except httpx2.HTTPError as error:
            raise ProviderUnavailable("The identity provider does not answer") from error
        return dict(tokens)


def cookie_name(state: str) -> str:
    """Return the name of the cookie of one log-in; two tabs can then log in at the same time."""
    return f"login-{''.join(c for c in state[:8] if c.isalnum())}"


def local_path(address: str) -> str:
    """Return `address` if it is a path of this service, otherwise `/`: our log-in never leads to another site."""
    parts = urlsplit(address)
    is_local = (
        address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    )
    return address if is_local and address.isprintable() and "\\" not in address else "/"
