"""The identity providers that the service trusts: each by its name, or by its issuer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from auth.login.login import LogIn
from auth.login.logout import LogOut
from auth.login.provider_metadata import RelyingParty, TrustedProvider
from auth.login.provider_requests import ProviderConnection
from auth.login.provider_terms import ProviderTerms
from auth.tokens.encrypted_tokens import decrypted_token, is_encrypted
from auth.tokens.jwt import TokenRefused, unverified_issuer
from auth.tokens.sealing import Sealer


@dataclass(frozen=True)
class LoginProvider:
    """One provider: log-in and log-out of `party` there, on its terms."""

    party: RelyingParty
    provider: TrustedProvider
    terms: ProviderTerms
    sealer: Sealer

    @property
    def log_in(self) -> LogIn:
        """The log-in there."""
        return LogIn(ProviderConnection(self.party, self.provider, self.terms), self.sealer)

    @property
    def log_out(self) -> LogOut:
        """The log-out there."""
        return LogOut(self.party, self.provider)


@dataclass(frozen=True)
class LoginProviders:
    """All providers by name, in the order of the operator; there is at least one."""

    by_name: Mapping[str, LoginProvider]

    @property
    def first(self) -> LoginProvider:
        """The provider that is named first."""
        return next(iter(self.by_name.values()))

    def of_issuer(self, issuer: str) -> LoginProvider | None:
        """Return the provider with this issuer, None when it is not trusted (any more)."""
        return next((found for found in self.by_name.values() if found.provider.issuer == issuer), None)

    async def log_out_by_provider(self, logout_token: str, now: datetime) -> tuple[str, list[Any]]:
        """
        Return the issuer of a log-out token, and the accounts whose sessions it ended.

        :raises TokenRefused: when the token is not a fresh log-out token of a trusted provider.
        :raises KeysUnavailable: when the provider's keys could never be fetched.
        """
        token = decrypted_token(logout_token, self.first.party.keys) if is_encrypted(logout_token) else logout_token
        issuer = unverified_issuer(token)
        found = self.of_issuer(issuer)
        if found is None:
            raise TokenRefused("issuer")
        return issuer, await found.log_out.by_provider(token, now)


def login_providers(providers: Iterable[LoginProvider]) -> LoginProviders:
    """Return the providers by their names."""
    return LoginProviders({found.terms.name: found for found in providers})
