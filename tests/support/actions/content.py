"""What people do in tests, through the API: create, change and move content."""

from typing import Any

from tests.support.organisation import World


def field_of(noun: str) -> str:
    return noun[0].lower() + noun[1:]


async def created(world: World, who: str, noun: str, **given: Any) -> tuple[dict[str, Any], list[str]]:
    """Create content and return it with the codes of what refused it."""
    query = f"""mutation C($i: Create{noun}Input!) {{ done: create{noun}(input: $i) {{
      it: {field_of(noun)} {{ id revision state }} errors {{ code path }} }} }}"""
    done = (await world.data(who, query, i=given))["done"]
    return done["it"] or {}, [e["code"] for e in done["errors"]]


async def create(world: World, who: str, noun: str, **given: Any) -> dict[str, Any]:
    it, refused = await created(world, who, noun, **given)
    assert refused == [], refused
    return it


async def update(world: World, who: str, noun: str, it: dict[str, Any], **given: Any) -> list[str]:
    """Change content and return the codes of what refused it; `it` is brought up to date."""
    query = f"""mutation U($i: Update{noun}Input!) {{ done: update{noun}(input: $i) {{
      it: {field_of(noun)} {{ id revision state }} errors {{ code path }} }} }}"""
    given |= {"id": it["id"], "revision": it["revision"]}
    done = (await world.data(who, query, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]


async def step(world: World, who: str, noun: str, it: dict[str, Any], name: str, **more: Any) -> list[str]:
    """Take a step and return the codes of what refused it; `it` is brought up to date."""
    query = f"""mutation S($i: Transition{noun}Input!) {{ done: transition{noun}(input: $i) {{
      it: {field_of(noun)} {{ id revision state }} errors {{ code path }} }} }}"""
    given = {"id": it["id"], "revision": it["revision"], "transition": name, **more}
    done = (await world.data(who, query, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]
