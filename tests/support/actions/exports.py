"""The export of a person's data: fetched as somebody, validated, and a note that belongs in it."""

from typing import Any
from uuid import UUID

import jsonschema
import orjson

import models
from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.rights.data_export_schema import export_schema
from resolvers.rights.data_exports import fetched_export
from resolvers.rulebook import RULEBOOK
from service.graphql import schema_and_content_types
from tests.support.actions.data_requests import OFFICER
from tests.support.organisation import NOW, STAMP, World

WITHHOLD = "mutation M($i: CreateWithholdingInput!) { createWithholding(input: $i) { errors { code path } } }"
SCHEMA = export_schema(schema_and_content_types()[1])


def context_of(world: World, viewer: Viewer) -> CommandContext:
    keyring = world.answering.commands.keyring
    return CommandContext(
        schema_and_content_types()[1], RULEBOOK, viewer, world.now, world.now.date(), keyring, artificial_codes=True
    )


async def package(world: World, it: dict[str, Any], who: str = OFFICER) -> dict[str, Any]:
    """Return the JSON of a request's package as somebody fetches it; nothing when it is not there for them."""
    body = await fetched_export(context_of(world, await world.viewer(who)), UUID(it["id"][-32:]), "json")
    found: dict[str, Any] = orjson.loads(body) if body else {}
    if found:
        jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(found)
    return found


async def note(world: World, body: str, **more: Any) -> models.CoachingNote:
    given = {"kind": "MEETING", "state": "SIGNED", "occurred_at": NOW, **more}
    client = world.rows["aino"]
    row = await models.CoachingNote.create(
        relationship=world.rows["relationship_aino"], client=client, unit_id=client.unit_id, body=body, **STAMP, **given
    )
    return world.keep(body, "coaching_note", row)
