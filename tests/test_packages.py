"""The package of a person: everything personal is in it, what concerns others is listed as left out, and it is read."""

import subprocess
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import jsonschema
import orjson
import pytest
from tortoise.transactions import in_transaction

from auth.viewer import AccountKind, Viewer
from resolvers.data_requests import request_is_open
from resolvers.package_contents import gathered, personal_fields, Reading
from resolvers.package_schema import package_schema
from resolvers.packages import fetched, forget_packages, link_key, opens
from resolvers.steward import steward_desk
from resolvers.writing import Desk
from service.embedded import EmbeddedPostgres
from service.graphql import schema_and_register
from tests.furnished import Furnished, furnished
from tests.test_data_requests import OFFICER, act, ask, begun, change, read
from tests.world import NOW, TODAY, World


def desk_of(world: World, viewer: Viewer) -> Desk:
    keyring = world.answering.commands.keyring
    return Desk(schema_and_register()[1], viewer, world.now, world.now.date(), keyring, artificial_codes=True)


async def package(world: World, it: dict[str, Any], who: str = OFFICER) -> dict[str, Any] | None:
    """Return the JSON of a request's package as somebody fetches it."""
    body = await fetched(desk_of(world, await world.viewer(who)), UUID(it["id"][-32:]), "json")
    return orjson.loads(body) if body else None


async def test_nothing_yet(world: World) -> None:
    it = await begun(world, "ACCESS")
    assert await act(world, it, "BUILD") == []
    found = await package(world, it)
    print(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
    jsonschema.validate(found, package_schema(schema_and_register()[1]))
    body = await fetched(desk_of(world, await world.viewer(OFFICER)), UUID(it["id"][-32:]), "pdf")
    Path("/tmp/rights.pdf").write_bytes(body)
    assert found
