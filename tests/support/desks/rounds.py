"""A round through every page of a desk, judged on each: what most journeys begin with."""

from collections.abc import Iterable

from tests.support.desks.journey import Journey


async def go_round(journey: Journey, desk: str, first: str, ways: Iterable[tuple[str, str]]) -> None:
    """Judge the first page of the desk, then that behind each of `ways`, by its name and the name of its picture."""
    await journey.heading(first)
    await journey.check(f"{desk}-start")
    for way, screen in ways:
        await journey.go(way, way)
        await journey.check(f"{desk}-{screen}")
