"""Two clients who are one person: the proposal, the merge, and the rows that it moved, so that it can be undone."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model

from models.content import Content, Copy, Reach
from models.organisation import Unit
from workflow.client_merge import OPEN_MERGE_STATES, client_merge
from workflow.language import States


class ClientMerge(Content):
    """
    A merge of the client `merged` into `kept`. It is erased with either of them.

    `kept_revision` and `merged_revision` are the revisions of the clients just before the merge, whose versions hold
    what an undo gives back.
    """

    kept_id = fields.UUIDField()
    merged_id = fields.UUIDField()
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="client_merges", on_delete=fields.RESTRICT
    )
    grounds = fields.CharField(500)
    merged_at = fields.DatetimeField(null=True)
    undo_until = fields.DateField(null=True)
    kept_revision = fields.IntField(null=True)
    merged_revision = fields.IntField(null=True)

    reach = Reach(client="kept_id", unit="unit_id", also=("merged_id",))
    copies = {"unit_id": Copy("kept_id")}
    fixed = frozenset({"kept_id"})

    class Meta:
        table = "client_merge"
        constraints = (
            CheckConstraint(check=States(client_merge.states).sql(), name="client_merge_state"),
            UniqueConstraint(fields=("merged_id",), name="client_merge_open", condition=OPEN_MERGE_STATES.sql()),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="client_merge_modified"),
            Index(fields=("unit_id", "id"), name="client_merge_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="client_merge_unit_modified"),
            Index(fields=("kept_id",), name="client_merge_kept"),
            Index(fields=("merged_id",), name="client_merge_merged"),
        )


class MergedRow(Model):
    """A row whose column a merge moved from the merged client to the kept one; ids only, and gone with the merge."""

    id = fields.BigIntField(primary_key=True, generated=True)
    merge: fields.ForeignKeyRelation[ClientMerge] = fields.ForeignKeyField(
        "models.ClientMerge", related_name="rows", on_delete=fields.CASCADE
    )
    place = fields.CharField(40)
    lead = fields.CharField(40)
    row_id = fields.UUIDField()

    class Meta:
        table = "merged_row"
        indexes = (Index(fields=("merge_id",), name="merged_row_merge"),)


# What each client has once of another object, and both of a merge may have: the merged one's stays, and is read with
# the kept one's. By the constraint: the table, and the columns of the other object and of a guardian who is told too.
TWICE = {"notice_telling_once": ("notice_telling", ("notice_id", "representation_id"))}
TWICE_TABLES = frozenset(table for table, _ in TWICE.values())


def with_merged_sql(client: str) -> str:
    """Return the SQL of an array: a client and those merged into it, under whose ids the log still names the person."""
    return f"(ARRAY[{client}] || ARRAY(SELECT m.id FROM client m WHERE m.merged_into_id = {client}))"
