"""Journeys through the desks: in which browser, and whether pictures are wanted."""

import os
from functools import partial
from pathlib import Path

import pytest

from service.settings import Settings
from tests.support.desks.journey import PICTURES, Travel, journey


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Where to put pictures of the desks: docs/screens/desks when WRITE_SCREENS is set, otherwise nowhere."""
    return PICTURES if "WRITE_SCREENS" in os.environ else None


@pytest.fixture
def travel(chromium: str, tmp_path: Path, service: Settings, pictures: Path | None) -> Travel:
    """Open a browser as a person of the demo: `async with travel("trainee", size=PHONE) as journey`."""
    return partial(journey, chromium, tmp_path / "profile", service, pictures=pictures)
