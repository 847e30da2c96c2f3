"""The whole service, with a small cap on files."""

from collections.abc import AsyncIterator

import pytest

from service.settings import Settings
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import RunningService, running_service


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    """The whole service, where a file may have 50 kB."""
    async with running_service(settings.model_copy(update={"max_file_bytes": 50_000}), organisation_template) as found:
        yield found
