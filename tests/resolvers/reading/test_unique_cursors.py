"""No list loses an object between two pages, however many have the same day, moment or name."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from auth.viewer import Viewer
from resolvers.declaration import ContentType
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.rows.every_state import EveryState, build_every_state
from tests.support.rows.fillable_service import service_on_new_database

PAGE = 3
READERS = ("supervisor", "privacy_officer", "administrator", "manager", "coach", "official", "trainee free")


@pytest.fixture(scope="module")
async def scene(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[EveryState]:
    async with service_on_new_database(postgres, template, tmp_path_factory.mktemp("state")) as service:
        yield await build_every_state(service)


async def ids_of(scene: EveryState, viewer: Viewer, type_: ContentType, order: str, size: int) -> list[str]:
    """Return the ids of a root list in an order, read in pages of a size."""
    page = (
        f"query P($after: String) {{ {type_.plural}(first: {size}, after: $after, orderBy: {order})"
        " { edges { cursor node { id } } } }"
    )
    found: list[str] = []
    after = None
    while True:
        answer = await scene.service.ask(viewer, page, {"after": after})
        if "errors" in answer:  # an order that is not open to this viewer
            return []
        edges: list[Any] = answer["data"][type_.plural]["edges"]
        found += [edge["node"]["id"] for edge in edges]
        if len(edges) < size:
            return found
        after = edges[-1]["cursor"]


@pytest.mark.parametrize("who", READERS)
async def test_pages_of_every_list_and_order_hold_every_object_once(scene: EveryState, who: str) -> None:
    viewer, paged = scene.people[who], 0
    for type_ in scene.content_types.values():
        for order in ("CREATED", *(f.name.upper() for f in type_.fields.values() if f.order)):
            whole = await ids_of(scene, viewer, type_, order, 200)
            for name in (order, f"{order}_DESC") if len(whole) > PAGE else ():
                found = await ids_of(scene, viewer, type_, name, PAGE)
                assert sorted(found) == sorted(whole), (type_.noun, name)
                paged += 1

    assert paged > 2
