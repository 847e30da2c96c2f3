"""Create, update and move content of any type, as somebody of the organisation, through the API."""

from typing import Any

from tests.support.organisation import SampleOrganisation


def field_name(noun: str) -> str:
    """Return the name of the field that a payload has for a content type."""
    return noun[0].lower() + noun[1:]


async def try_to_create(
    organisation: SampleOrganisation, who: str, noun: str, **given: Any
) -> tuple[dict[str, Any], list[str]]:
    """Create content; return it with the codes of the errors, the first empty when there are any."""
    query = f"""mutation C($i: Create{noun}Input!) {{ done: create{noun}(input: $i) {{
      it: {field_name(noun)} {{ id revision state }} errors {{ code path }} }} }}"""
    done = (await organisation.data(who, query, i=given))["done"]
    return done["it"] or {}, [e["code"] for e in done["errors"]]


async def create(organisation: SampleOrganisation, who: str, noun: str, **given: Any) -> dict[str, Any]:
    """Create content that nothing may refuse, and return it."""
    it, refused = await try_to_create(organisation, who, noun, **given)
    assert refused == [], refused
    return it


async def update(organisation: SampleOrganisation, who: str, noun: str, it: dict[str, Any], **given: Any) -> list[str]:
    """Update content and return the codes of the errors; the revision in `it` becomes the new one."""
    query = f"""mutation U($i: Update{noun}Input!) {{ done: update{noun}(input: $i) {{
      it: {field_name(noun)} {{ id revision state }} errors {{ code path }} }} }}"""
    given |= {"id": it["id"], "revision": it["revision"]}
    done = (await organisation.data(who, query, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]


async def step(
    organisation: SampleOrganisation, who: str, noun: str, it: dict[str, Any], name: str, **more: Any
) -> list[str]:
    """Take a transition and return the codes of the errors; revision and state in `it` become the new ones."""
    query = f"""mutation S($i: Transition{noun}Input!) {{ done: transition{noun}(input: $i) {{
      it: {field_name(noun)} {{ id revision state }} errors {{ code path }} }} }}"""
    given = {"id": it["id"], "revision": it["revision"], "transition": name, **more}
    done = (await organisation.data(who, query, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]
