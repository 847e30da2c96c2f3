"""What lies in the recycle bin about a person: the content itself, and until when it is there."""

from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from models.bin_item import BinItem
from models.log import Version
from resolvers.declaration import ContentType
from resolvers.rights.data_export_contents import add_object
from resolvers.rights.data_export_reading import Contents, Reading
from resolvers.rights.personal_data import personal_fields
from resolvers.writing.history import stored_by_name
from workflow.bin_item import IN_BIN_STATES


async def binned_objects(reading: Reading, contents: Contents, db: TransactionalDBClient) -> list[dict[str, Any]]:
    """
    Return the deleted objects of a person that can still be brought back, the newest first.

    What is left out of an object is left out here too, and added to the list of withheld data.
    """
    types, entries = reading.context.content_types, []
    items = BinItem.filter(client_id=reading.client, state__in=sorted(IN_BIN_STATES)).using_db(db)
    for item in await items.order_by("-created_at", "-id"):
        type_ = types[item.content_type]
        version = await Version.filter(object_id=item.content_id).using_db(db).order_by("-revision").first()
        if version is None or not personal_fields(type_):
            continue
        found = Contents()
        add_object(reading, found, type_, _row_of(type_, stored_by_name(type_, version.stored)), frozenset())
        contents.withheld += found.withheld
        contents.new_withholdings += found.new_withholdings
        contents.hidden |= found.hidden
        dates = {"deletedOn": item.created_at.date().isoformat(), "binnedUntil": item.purge_on.isoformat()}
        entries += [{"type": type_.name} | one | dates for one in found.objects.get(type_.name, [])]
    return entries


def _row_of(type_: ContentType, stored: dict[str, Any]) -> dict[str, Any]:
    """Return a version as the statement of an export would have read its row."""
    row = {"id": stored["id"], "state": stored["state"], "provenance": stored["provenance"]}
    row["createdAt"] = stored["created_at"]
    for field in personal_fields(type_):
        row[f"f:{field.key}"] = stored.get(field.name)
        if field.sections:
            row[f"s:{field.key}"] = stored.get(field.sections)
        for column in filter(None, (field.withheld_when, field.given_once)):
            row[f"w:{column}"] = stored.get(column)
    return row
