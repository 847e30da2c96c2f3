"""Requests of persons about their data: made by the trainee, worked on by the privacy officer."""

from typing import Any

from tests.support.actions.content import step
from tests.support.organisation import World

CREATE = """mutation C($i: CreateDataRequestInput!) { done: createDataRequest(input: $i) {
  it: dataRequest { id revision state } errors { code path } } }"""
UPDATE = """mutation U($i: UpdateDataRequestInput!) { done: updateDataRequest(input: $i) {
  it: dataRequest { id revision state } errors { code path } } }"""
OFFICER = "privacy_officer"


async def ask(world: World, kind: str, who: str = "trainee", **more: Any) -> dict[str, Any]:
    """A request, as its sender sees it."""
    done = (await world.data(who, CREATE, i={"kind": kind, **more}))["done"]
    assert done["errors"] == [], done["errors"]
    return dict(done["it"])


async def act(world: World, it: dict[str, Any], name: str, who: str = OFFICER, **more: Any) -> list[str]:
    return await step(world, who, "DataRequest", it, name, **more)


async def change(world: World, it: dict[str, Any], **values: Any) -> list[str]:
    given = {"id": it["id"], "revision": it["revision"], **values}
    done = (await world.data(OFFICER, UPDATE, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]


async def begun(world: World, kind: str, **more: Any) -> dict[str, Any]:
    """A trainee's request that the privacy officer works on."""
    it = await ask(world, kind, **more)
    assert await act(world, it, "BEGIN") == []
    return it


async def read(world: World, who: str, it: dict[str, Any], fields: str) -> dict[str, Any]:
    found = await world.data(who, f"query R($id: ID!) {{ dataRequest(id: $id) {{ {fields} }} }}", id=it["id"])
    return dict(found["dataRequest"]) if found["dataRequest"] else {}
