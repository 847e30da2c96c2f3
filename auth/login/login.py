"""
Log-in as a relying party: authorization code, PKCE with S256, state, nonce, and the issuer of the answer.

Source: OpenID Connect Core 1.0 § 3.1, RFC 7636 (PKCE), RFC 9207 (issuer in the callback), RFC 9700 (best practice).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from auth.login.assurance import assurance_of
from auth.login.authenticated_identity import AuthenticatedIdentity
from auth.login.authorization_request import authorization_address, new_secrets
from auth.login.callback import LogInRefused, RefusalCause, check_callback, identified_person
from auth.login.nonces import LOGIN_STATE, spend_nonce
from auth.login.provider_metadata import ProviderMetadata
from auth.login.provider_requests import ProviderConnection, ProviderRequestRefused
from auth.sessions.assurance import Assurance
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
    """The two steps of a log-in at one provider. The state between them is sealed in a cookie."""

    connection: ProviderConnection
    sealer: Sealer

    async def begin(
        self, go_to: str, now: datetime, invitation: str | None = None, language: str = ""
    ) -> AuthorizationRequest:
        """
        Return the address for the browser; after the log-in the browser goes to `go_to`.

        `invitation` travels sealed through the log-in and comes back from `finish`. The provider is asked to speak
        `language`.

        :raises ProviderUnavailable: when the provider was never reachable.
        :raises ProviderMisconfigured: when the provider does not take the request that the settings describe.
        """
        metadata = await self.connection.provider.metadata(now)
        secrets = new_secrets()
        address = await authorization_address(self.connection, metadata, secrets, language, now)
        saved = {**asdict(secrets), "provider": self.connection.terms.name, "go_to": local_path(go_to)}
        saved |= {"language": language}
        saved |= {"invitation": invitation} if invitation else {}
        return AuthorizationRequest(
            address, cookie_name(secrets.state), self.sealer.seal(_PURPOSE, saved, now + LOG_IN_LIFETIME)
        )

    async def finish(self, sealed: str | None, query: Mapping[str, str], now: datetime) -> AuthenticatedIdentity:
        """
        Return the person who logged in. `sealed` is the cookie, `query` the provider's answer through the browser.

        Whether the person has an account is for the caller to ask.

        :raises LogInRefused: when anything does not match, or when the same answer is used a second time.
        :raises ProviderUnavailable: when the provider does not answer.
        :raises ProviderMisconfigured: when there is no way to prove to the provider who asks.
        """
        connection = self.connection
        metadata = await connection.provider.metadata(now)
        saved = await self._saved_state(sealed, query, now)
        check_callback(query, metadata, connection.provider.issuer)
        tokens = await self._redeem(query["code"], saved["verifier"], metadata, now)
        person = await identified_person(tokens, saved["nonce"], connection, now)
        return AuthenticatedIdentity(
            issuer=connection.provider.issuer,
            subject=person.claims["sub"],
            sid=person.claims.get("sid"),
            id_token=person.id_token,
            assurance=self._sufficient_assurance(person.claims, now),
            kinds=connection.terms.kinds,
            go_to=saved["go_to"],
            invitation=saved.get("invitation"),
        )

    def language_of(self, sealed: str | None, now: datetime) -> str:
        """Return the language in which a log-in began, "" when it is not known; `sealed` is the cookie."""
        try:
            return str(self.sealer.open(_PURPOSE, sealed or "", now).get("language", ""))
        except SealedTextRefused:
            return ""

    async def _saved_state(self, sealed: str | None, query: Mapping[str, str], now: datetime) -> dict[str, Any]:
        """Return the values that `begin` stored in the cookie; they can be used once, and at this provider only."""
        try:
            saved = self.sealer.open(_PURPOSE, sealed or "", now)
        except SealedTextRefused:
            raise LogInRefused("no log-in began in this browser", RefusalCause.INTERRUPTED) from None
        if query.get("state") != saved["state"]:
            raise LogInRefused("state", RefusalCause.INTERRUPTED)
        if saved.get("provider") != self.connection.terms.name:
            raise LogInRefused("the log-in began at another provider")
        if not await spend_nonce(LOGIN_STATE, saved["state"], now + LOG_IN_LIFETIME):
            raise LogInRefused("state used before", RefusalCause.INTERRUPTED)
        return saved

    async def _redeem(self, code: str, verifier: str, metadata: ProviderMetadata, now: datetime) -> dict[str, Any]:
        """Return the tokens that the provider gives for the code."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.connection.party.redirect_uri,
            "code_verifier": verifier,
        }
        try:
            return await self.connection.post(metadata.token_endpoint, form, metadata, now)
        except ProviderRequestRefused as error:
            raise LogInRefused(f"token endpoint: {error.reason}") from None

    def _sufficient_assurance(self, claims: Mapping[str, Any], now: datetime) -> Assurance:
        """Return the assurance of the log-in, which must have one of the required levels."""
        terms = self.connection.terms
        try:
            found = assurance_of(claims, terms, now)
        except ValueError as error:
            raise LogInRefused(f"ID token: {error}") from None
        if terms.required_acr and found.acr not in terms.required_acr:
            raise LogInRefused("acr", RefusalCause.TOO_WEAK)
        return found


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
