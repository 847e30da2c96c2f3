"""The law of a register: written by the administrator, published by the privacy officer."""

from typing import Any

from tests.support.actions.content import create, step
from tests.support.organisation import World

BASIS = "Johtoryhmän päätös 12/2026"


async def draft(world: World, who: str = "administrator", **given: Any) -> dict[str, Any]:
    return await create(world, who, "RegisterLaw", registerId=world.ids["register"], basis=BASIS, **given)


async def keep_to(world: World, **given: Any) -> dict[str, Any]:
    """Have the administrator write a law, and the privacy officer publish it."""
    it = await draft(world, **given)
    assert await step(world, "administrator", "RegisterLaw", it, "SUBMIT") == []
    assert await step(world, "privacy_officer", "RegisterLaw", it, "PUBLISH") == []
    return it
