"""A service with nothing but its identity, and its identity provider."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2

from auth.tokens.access_tokens import TokenVerifier
from models.account import Account
from service.login.identity import Identity, identity
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.login.identity_service import MovableClock, free_port, identity_application, served
from tests.support.login.providers import CertifiedProvider, EmbeddedProvider, Provider
from tests.support.organisation import STAMP


class LoginService:
    """A served identity, its provider and its clock."""

    def __init__(self, settings: Settings, provider: Provider, clock: MovableClock) -> None:
        self.settings, self.provider, self.clock = settings, provider, clock
        self.url = settings.public_url

    @property
    def identity(self) -> Identity:
        """The identity of the service, at its clock."""
        return identity(self.settings, self.clock)

    @property
    def verifier(self) -> TokenVerifier:
        """The verifier of the provider's access tokens."""
        return self.identity.authenticator.verifier.by_issuer[self.provider.issuer]

    @property
    def embedded(self) -> EmbeddedProvider:
        """The provider, where it is the embedded one."""
        assert isinstance(self.provider, EmbeddedProvider)
        return self.provider

    async def account(self, username: str, **given: object) -> Account:
        """Open an account for a person of the provider, who has accepted the undertaking."""
        values: dict[str, Any] = {"kind": "STAFF", "name": username.title(), "undertaking_version": "2026-1", **given}
        if values["kind"] == "TRAINEE":
            values["name"] = None
        if values["undertaking_version"] is not None:
            values["undertaking_accepted_at"] = self.clock()
        subject = await self.provider.subject(username)
        return await Account.create(issuer=self.provider.issuer, subject=subject, state="ACTIVE", **STAMP, **values)

    async def who(self, token: str, **headers: str) -> httpx2.Response:
        """Ask `POST /who` with a bearer token."""
        async with httpx2.AsyncClient() as http:
            return await http.post(f"{self.url}/who", json={}, headers={"authorization": f"Bearer {token}", **headers})


@asynccontextmanager
async def login_service_with(
    kind: str, database: str, folder: Path, clock: MovableClock, **more: Any
) -> AsyncIterator[LoginService]:
    """Serve an identity with the provider of that kind, `embedded` or `certified`, as long as the block lasts."""
    port = free_port()
    given: dict[str, Any] = {"embedded_provider": True, "oidc_issuer": f"http://127.0.0.1:{port}/provider"}
    if kind == "certified":
        given = {"embedded_provider": False, "oidc_issuer": f"http://127.0.0.1:{free_port()}"}
        given["oidc_client_secret"] = "a-secret-for-tests-0123456789abcdef0123456789"
    settings = load_settings(
        mode="test",
        database_url=database,
        state_dir=folder,
        metrics_port=0,
        port=port,
        host="127.0.0.1",
        **given,
        **more,
    )
    provider = (EmbeddedProvider if kind == "embedded" else CertifiedProvider)(settings, clock)
    await provider.start()
    try:
        async with served(identity_application(settings, clock), port):
            yield LoginService(settings, provider, clock)
    finally:
        await provider.stop()
