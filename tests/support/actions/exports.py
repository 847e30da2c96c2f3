"""Exports of a person's data: read as somebody, held to their JSON schema, with notes to be found in them."""

from typing import Any
from uuid import UUID

import jsonschema
import orjson

from auth.viewer import Viewer
from models.coaching_note import CoachingNote
from resolvers.context import CommandContext
from resolvers.rights.data_export_links import fetched_export
from resolvers.rights.data_export_schema import export_schema
from resolvers.rulebook import RULEBOOK
from service.resources import schema_and_content_types
from tests.support.actions.data_requests import OFFICER
from tests.support.organisation import NOW, STAMP, SampleOrganisation

CREATE_WITHHOLDING = "mutation M($i: CreateWithholdingInput!) { createWithholding(input: $i) { errors { code path } } }"
EXPORT_SCHEMA = export_schema(schema_and_content_types()[1])


def viewer_context(organisation: SampleOrganisation, viewer: Viewer) -> CommandContext:
    """Return the context of a command that a viewer gives."""
    keyring = organisation.answering.commands.keyring
    return CommandContext(
        schema_and_content_types()[1],
        RULEBOOK,
        viewer,
        organisation.now,
        organisation.now.date(),
        keyring,
        artificial_codes=True,
    )


async def read_export(organisation: SampleOrganisation, it: dict[str, Any], who: str = OFFICER) -> dict[str, Any]:
    """Return the JSON of a request's export as somebody downloads it; empty when there is none for them."""
    body = await fetched_export(
        viewer_context(organisation, await organisation.viewer(who)), UUID(it["id"][-32:]), "json"
    )
    found: dict[str, Any] = orjson.loads(body) if body else {}
    if found:
        jsonschema.Draft202012Validator(EXPORT_SCHEMA, format_checker=jsonschema.FormatChecker()).validate(found)
    return found


async def store_note(organisation: SampleOrganisation, body: str, **more: Any) -> CoachingNote:
    """Store a coaching note about Aino, and return its row."""
    given = {"kind": "MEETING", "state": "SIGNED", "occurred_at": NOW, **more}
    client = organisation.rows["aino"]
    row = await CoachingNote.create(
        relationship=organisation.rows["relationship_aino"],
        client=client,
        unit_id=client.unit_id,
        body=body,
        **STAMP,
        **given,
    )
    found: CoachingNote = organisation.keep(body, "coaching_note", row)
    return found
