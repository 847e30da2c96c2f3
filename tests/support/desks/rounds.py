"""A round through every page of a desk, judged on each: what most journeys begin with."""

from collections.abc import Iterable

from tests.support.desks.journey import Journey


async def go_round(journey: Journey, desk: str, first: str, ways: Iterable[tuple[str, str]]) -> None:
    """Wait for the desk's first page and judge it, then follow each way of `ways` (its name, the screen's) and judge that."""
    await journey.heading(first)
    await journey.check(f"{desk}-start")
    for way, screen in ways:
        await journey.go(way, way)
        await journey.check(f"{desk}-{screen}")
