"""What the tests of the middleware share: an application with two routes, and the lines that it logs."""

import io
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette

from service.http.assembly import assembled
from service.logs import set_up_logs
from service.settings import Settings
from tests.support.small_application import ROUTES


@pytest.fixture
def lines() -> io.StringIO:
    """The lines of the log."""
    written = io.StringIO()
    set_up_logs("INFO", written)
    return written


@pytest.fixture
async def app(settings: Settings, lines: io.StringIO) -> AsyncIterator[Starlette]:
    """A started application with the middleware of the service around two routes."""
    app = assembled(settings, ROUTES)
    async with app.router.lifespan_context(app):
        yield app
