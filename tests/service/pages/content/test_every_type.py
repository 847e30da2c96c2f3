"""Every registered type has its pages, without a line of its own: a list and a view, and each look is logged."""

import pytest

from tests.support.desks.content_pages import CONTENT, first_object, looks_made, open_page
from tests.support.desks.journey import LOOKS, Travel

pytestmark = pytest.mark.npm_provider
FEWEST_TYPES = 20  # that a coach may see


async def test_a_coach_walks_through_every_type(travel: Travel) -> None:
    async with travel("coach") as journey:
        await open_page(journey, "")
        await journey.check("types")
        tiles = await journey.page.locator(".tile").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
        viewed = 0

        for number, address in enumerate(
            tiles
        ):  # one look at each page, another one at the next: its parts are the same
            name, looks = str(address).removeprefix(CONTENT), [LOOKS[number % len(LOOKS)]]
            await open_page(journey, name)
            await journey.check(f"list{name.replace('/', '-')}", looks)
            one = await first_object(journey)
            if one:
                viewed += 1
                await open_page(journey, one)
                await journey.check(f"view{name.replace('/', '-')}", looks)

        rows = await journey.looks()
        assert journey.complaints == []
        assert journey.foreign() == set()
        assert len(tiles) >= FEWEST_TYPES
        assert viewed >= FEWEST_TYPES // 2
        made = looks_made(journey)
        assert {name: rows[name] for name in made} == dict(made)
        assert set(rows) <= set(made)
