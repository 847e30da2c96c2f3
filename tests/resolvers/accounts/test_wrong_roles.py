"""
Every command on accounts, by every role that may not give it: refused, and no row, history, mail or notice differs.

Types, transitions and roles come from the workflows: whoever adds one is asked here too.
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from auth.viewer import Viewer
from resolvers.declaration import ContentType
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.queries.selections import sample_input, updatable_fields
from tests.support.rows.every_state import ASKED_AS, EveryState, batches, build_every_state
from tests.support.rows.fillable_service import service_on_new_database
from workflow import account, agency_client, front_end_client
from workflow.language import Workflow
from workflow.roles import AccountKind

KEPT = [
    found.noun
    for module in (account, agency_client, front_end_client)
    for name, found in vars(module).items()
    if isinstance(found, Workflow) and not name.startswith("_") and (found.transitions or found.add)
]
# What a command could leave behind beside the rows themselves.
TRACES = ("history", "version", "outbox", "delivery", "notification", "session", "second_factor", "provider_user")
FORBIDDEN = {"NOT_FOUND", "WRONG_ROLE", "FORBIDDEN", "FORBIDDEN_FIELD"}
Command = tuple[str, dict[str, Any]]  # a mutation and its input


@pytest.fixture(scope="module")
async def scene(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[EveryState]:
    async with service_on_new_database(postgres, template, tmp_path_factory.mktemp("state")) as service:
        yield await build_every_state(service)


async def stored(scene: EveryState) -> dict[str, str]:
    """Return everything that is stored of the types, and of what their commands leave behind, as one digest a table."""
    tables = [*(scene.content_types[noun].kind.table for noun in KEPT), *TRACES]
    sql = "SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {} t"
    return {table: str(await scene.service.pool.fetchval(sql.format(table))) for table in tables}


def transitions(scene: EveryState, viewer: Viewer, type_: ContentType) -> Iterator[Command]:
    """Yield every transition of every row that the viewer does not see, or on which no role of the viewer takes it."""
    for row in scene.rows(type_.noun):
        held = scene.roles(viewer, type_, row) if scene.sees(viewer, type_, row) else frozenset()
        for name, step in type_.kind.workflow.transitions.items():
            if not held & step.who:
                more = {"comment": "Why not"} | ({"reason": "SEEN_ID"} if step.reason else {})
                it = {"id": scene.public(type_.noun, row), "revision": row.revision}
                yield f"transition{type_.name}", {**it, "transition": name, **more}


def updates(scene: EveryState, viewer: Viewer, type_: ContentType) -> Iterator[Command]:
    """Yield an update of every field of every row that the viewer may not write."""
    for row in scene.rows(type_.noun):
        for field in updatable_fields(type_):
            if not (scene.sees(viewer, type_, row) and scene.may(viewer, type_, row, field.write)):
                it = {"id": scene.public(type_.noun, row), "revision": row.revision}
                yield f"update{type_.name}", {**it, field.key: None}


def creations(scene: EveryState, viewer: Viewer, type_: ContentType) -> Iterator[Command]:
    """Yield a creation of a type that no role of the viewer adds."""
    held = {*viewer.everywhere, *viewer.units, "member"}
    held |= {"employee"} if viewer.kind is AccountKind.STAFF and "support" not in held else set()
    if not held & type_.kind.workflow.add and type_.kind.workflow.add:
        yield f"create{type_.name}", sample_input(scene.service.answering.schema.get_type(f"Create{type_.name}Input"))


async def refused(scene: EveryState, viewer: Viewer, commands: list[Command]) -> None:
    """Give the commands, and check that each is refused and shows nothing."""
    for batch in batches(commands):
        declared = ", ".join(f"$i{n}: {c[0][0].upper()}{c[0][1:]}Input!" for n, c in enumerate(batch))
        parts = " ".join(f"m{n}: {c[0]}(input: $i{n}) {{ __typename errors {{ code }} }}" for n, c in enumerate(batch))
        given = {f"i{n}": c[1] for n, c in enumerate(batch)}
        answer = await scene.service.ask(viewer, f"mutation M({declared}) {{ {parts} }}", given)
        assert "errors" not in answer, answer["errors"]
        for n, command in enumerate(batch):
            codes = {error["code"] for error in answer["data"][f"m{n}"]["errors"]}
            assert codes, command
            assert codes <= FORBIDDEN, (command, codes)


COMMANDS = (transitions, updates, creations)


def test_the_types_are_those_that_open_and_close_doors() -> None:
    assert len(KEPT) == len(set(KEPT))
    assert {"account", "role_grant", "invitation", "client_invitation", "agency_client", "front_end_client"} <= {*KEPT}


@pytest.mark.parametrize("who", ASKED_AS)
async def test_no_wrong_role_changes_anything_of_an_account(scene: EveryState, who: str) -> None:
    viewer, before = scene.people[who], await stored(scene)
    types = [scene.content_types[noun] for noun in KEPT]
    commands = [c for type_ in types for found in COMMANDS for c in found(scene, viewer, type_)]

    await refused(scene, viewer, commands)

    assert await stored(scene) == before
    assert commands, "there is nobody who may do everything"
