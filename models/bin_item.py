"""The recycle bin: entries without content; the object itself is its last version in the history."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.agency import Agency
from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from workflow.bin_item import IN_BIN_STATES, bin_item
from workflow.language import States


class BinItem(Content):
    """
    One deleted object. The columns for local roles are copied from the object; `created_by` deleted it.

    When an entry is deleted, a trigger deletes the versions and the history of its object; the erasure of entries
    therefore erases the objects too.
    """

    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="bin_items", on_delete=fields.RESTRICT, null=True
    )
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="bin_items", on_delete=fields.RESTRICT, null=True
    )
    agency: fields.ForeignKeyNullableRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="bin_items", on_delete=fields.RESTRICT, null=True
    )
    content_type = fields.CharField(32)
    content_id = fields.UUIDField(null=True)
    purge_on = fields.DateField()

    reach = Reach(client="client_id", unit="unit_id", agency="agency_id", author="created_by")
    copies = {"unit_id": Copy("client_id", may_differ=True)}
    fixed = frozenset({"client_id", "agency_id"})

    class Meta:
        table = "bin_item"
        constraints = (
            CheckConstraint(check=States(bin_item.states).sql(), name="bin_item_state"),
            UniqueConstraint(fields=("content_id",), name="bin_item_content", condition=IN_BIN_STATES.sql()),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="bin_item_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="bin_item_unit_modified"),
            Index(fields=("unit_id", "purge_on", "id"), name="bin_item_unit_purge_on"),
            Index(fields=("agency_id", "modified_at", "id"), name="bin_item_agency_modified"),
            Index(fields=("agency_id", "purge_on", "id"), name="bin_item_agency_purge_on"),
            Index(fields=("created_by", "id"), name="bin_item_author_order"),
            Index(fields=("client_id", "id"), name="bin_item_client"),
            Index(fields=("unit_id", "id"), name="bin_item_unit_order"),
            Index(fields=("agency_id", "id"), name="bin_item_agency"),
            Index(fields=("purge_on", "id"), name="bin_item_purge"),
        )
