"""What a page says when its stream of changes ends or cannot go on from where it was; what was typed stays."""

import asyncio
import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from playwright.async_api import Page, Route, expect
from tortoise.expressions import F

from models.account import Account
from models.log import Outbox
from tests.support.desks.days import day_of, find_changeable_cell
from tests.support.desks.journey import Journey, Travel

pytestmark = pytest.mark.npm_provider
TOLD = "Jotain tällä sivulla on muuttunut."


async def end_stream(journey: Journey) -> None:
    """Change the rights of the person, so that the next event of anything ends the stream with STREAM_STALE."""
    await Account.filter(id=await journey.account()).update(epoch=F("epoch") + 1)
    await Outbox.create(at=datetime.now(UTC), event="unit.update", noun="unit", object_id=uuid4(), revision=1)


async def go_on_from_nowhere(page: Page, let: asyncio.Event) -> None:
    """Have the next stream wait for `let` and begin at a cursor that leads nowhere: the service answers RESYNC."""

    async def begin(route: Route) -> None:
        body = json.loads(route.request.post_data or "{}")
        if "FollowChanges" in str(body.get("query")):
            await let.wait()
            body["variables"]["since"] = "nothing"
        await route.continue_(post_data=json.dumps(body))

    await page.route("**/graphql", begin)


async def test_a_stream_that_is_stale_or_lost_its_place_says_that_something_changed_and_marks_stay(
    travel: Travel,
) -> None:
    async with travel("coach") as journey:
        page, bar = journey.page, journey.page.locator(".save-bar")
        cell = await find_changeable_cell(journey)
        _, before = await day_of(cell)
        await cell.focus()
        await page.keyboard.press("t" if before.code == "ABSENT_INTERVIEW" else "h")
        marked = await bar.inner_text()
        asked = journey.asked.count("CoachSheet")
        note = page.locator(".changed", has_text=TOLD)

        await go_on_from_nowhere(page, let := asyncio.Event())
        await end_stream(journey)
        await expect(note).to_be_visible()
        await note.get_by_role("button", name="Sulje").click()
        await expect(note).to_have_count(0)

        let.set()
        await expect(note).to_be_visible()
        not_asked = journey.asked.count("CoachSheet")
        await note.get_by_role("button", name="Näytä nyt").click()
        await journey.settle()

        assert "1 merkintä tallentamatta" in marked
        assert await bar.inner_text() == marked
        assert (not_asked, journey.asked.count("CoachSheet")) == (asked, asked + 1)
        assert journey.complaints == []
