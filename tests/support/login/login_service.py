"""A service with nothing but its identity, its provider and its clock, and people of the provider."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2

from models.account import Account
from service.login.identity import identity
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.login.identity_service import Clock, application, free_port, served
from tests.support.login.providers import CertifiedParty, EmbeddedParty, Party


class House:
    """A service under test, its provider, its clock."""

    def __init__(self, settings: Settings, party: Party, clock: Clock) -> None:
        self.settings, self.party, self.clock = settings, party, clock
        self.url = settings.public_url

    @property
    def identity(self):
        return identity(self.settings, self.clock)

    async def account(self, username: str, **given: object) -> Account:
        """Open an account for a person of the provider, who has accepted the undertaking."""
        values = {"kind": "STAFF", "name": username.title(), "undertaking_version": "2026-1", **given}
        if values["undertaking_version"] is not None:
            values["undertaking_accepted_at"] = self.clock()
        subject = await self.party.subject(username)
        return await Account.create(issuer=self.party.issuer, subject=subject, created_at=self.clock(), **values)

    async def who(self, token: str, **headers: str) -> httpx2.Response:
        """Ask who asks, with a bearer token."""
        async with httpx2.AsyncClient() as http:
            return await http.post(f"{self.url}/who", json={}, headers={"authorization": f"Bearer {token}", **headers})


@asynccontextmanager
async def house_of(provider: str, database: str, folder: Path, clock: Clock) -> AsyncIterator[House]:
    port = free_port()
    given = {"embedded_provider": True, "oidc_issuer": f"http://127.0.0.1:{port}/provider"}
    if provider == "certified":
        given = {"embedded_provider": False, "oidc_issuer": f"http://127.0.0.1:{free_port()}"}
        given["oidc_client_secret"] = "a-secret-for-tests-0123456789abcdef0123456789"
    settings = load_settings(
        mode="test", database_url=database, state_dir=folder, metrics_port=0, port=port, host="127.0.0.1", **given
    )
    party = (EmbeddedParty if provider == "embedded" else CertifiedParty)(settings, clock)
    await party.start()
    try:
        async with served(application(settings, clock), port):
            yield House(settings, party, clock)
    finally:
        await party.stop()
