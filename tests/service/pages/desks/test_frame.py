"""The frame around every page: who I am, the language, the way out, what is said when a session ends."""

import pytest
from playwright.async_api import expect

from tests.service.pages.desks.conftest import Travel
from tests.support.desks.journey import DESKTOP, PHONE, Size

pytestmark = pytest.mark.npm_provider


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
async def test_after_the_log_in_a_person_is_at_the_own_desk(travel: Travel, size: Size) -> None:
    async with travel("manager", size=size) as journey:
        await journey.heading("Tervetuloa")
        await journey.check("frame")

        await expect(journey.page.get_by_role("banner")).to_contain_text("Johanna Johtaja")
        assert journey.complaints == []
        assert journey.foreign() == set()
