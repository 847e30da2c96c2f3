"""A service and its provider, both real and both on loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from models.account import Account
from service.login.identity import identity
from service.settings import Settings
from service.settings_loading import load_settings
from tests.identity.browser import Browser
from tests.identity.parties import CertifiedParty, EmbeddedParty, Party
from tests.identity.service import Clock, application, free_port, served

PROVIDERS = ("embedded", pytest.param("certified", marks=pytest.mark.npm_provider))


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


@pytest.fixture
def clock() -> Clock:
    return Clock()


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


@pytest.fixture(params=PROVIDERS)
async def house(request: pytest.FixtureRequest, database: str, tmp_path: Path, clock: Clock) -> AsyncIterator[House]:
    """A service with each of the providers in turn."""
    async with house_of(request.param, database, tmp_path, clock) as found:
        yield found


@pytest.fixture
async def own_house(database: str, tmp_path: Path, clock: Clock) -> AsyncIterator[House]:
    """A service with the embedded provider."""
    async with house_of("embedded", database, tmp_path, clock) as found:
        yield found


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with Browser() as found:
        yield found


@pytest.fixture
def username() -> str:
    return f"aino-{uuid4().hex[:6]}"
