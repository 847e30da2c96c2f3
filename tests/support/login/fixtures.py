"""Fixtures of log-in, a pytest plugin: a service with each identity provider, both real and both on loopback."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.support.login.form_browser import FormBrowser
from tests.support.login.identity_service import MovableClock
from tests.support.login.login_service import LoginService, login_service_with

PROVIDERS = ("embedded", pytest.param("certified", marks=pytest.mark.npm_provider))


@pytest.fixture
def clock() -> MovableClock:
    """The clock of the service, which a test can move."""
    return MovableClock()


@pytest.fixture(params=PROVIDERS)
async def login_service(
    request: pytest.FixtureRequest, database: str, tmp_path: Path, clock: MovableClock
) -> AsyncIterator[LoginService]:
    """A service with each of the two providers in turn."""
    async with login_service_with(request.param, database, tmp_path, clock) as found:
        yield found


@pytest.fixture
async def embedded_service(database: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[LoginService]:
    """A service with the embedded provider."""
    async with login_service_with("embedded", database, tmp_path, clock) as found:
        yield found


@pytest.fixture
async def form_browser() -> AsyncIterator[FormBrowser]:
    """A browser with no cookie yet."""
    async with FormBrowser() as found:
        yield found


@pytest.fixture
def username() -> str:
    """A name that nobody else has."""
    return f"aino-{uuid4().hex[:6]}"
