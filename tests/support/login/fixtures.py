"""A service and its provider, both real and both on loopback."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.support.login.form_browser import Browser
from tests.support.login.identity_service import Clock
from tests.support.login.login_service import House, house_of

PROVIDERS = ("embedded", pytest.param("certified", marks=pytest.mark.npm_provider))


@pytest.fixture
def clock() -> Clock:
    return Clock()


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
