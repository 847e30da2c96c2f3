"""Days on the sheet of a morning, and as they are stored."""

import pytest
from playwright.async_api import Locator

from models.attendance import Attendance
from tests.support.desks.journey import Journey


async def find_changeable_cell(journey: Journey) -> Locator:
    """Go back, day by day, to one that can be marked; the demo may begin on a weekend, and a day to come is refused."""
    cells = journey.page.locator('td.mark[aria-readonly="false"]')
    for _ in range(7):
        await journey.settle()
        if await cells.count():
            return cells.first
        await journey.page.get_by_role("button", name="Edellinen").click()
    pytest.fail("Nobody's day of the last week can be marked.")


async def find_planned_cell(journey: Journey) -> Locator:
    """Go on, day by day, to one on which somebody is planned and nothing is recorded."""
    cells = journey.page.locator('td.mark.open[aria-readonly="false"]')
    for _ in range(7):
        await journey.page.get_by_role("button", name="Seuraava").click()
        await journey.settle()
        if await cells.count() > 1:
            return cells.first
    pytest.fail("Nobody is planned in the next week.")


async def day_of(cell: Locator) -> tuple[str, Attendance]:
    """Return the id of the day in a cell, and the day as it is stored."""
    id_ = str(await cell.get_attribute("data-day"))
    return id_, await Attendance.get(id=id_.removeprefix("attendance_"))
