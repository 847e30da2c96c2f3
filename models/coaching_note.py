"""Notes that document the coaching."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from models.relationship import Relationship
from workflow.coaching_note import ONCE_SIGNED_NOTE_STATES, coaching_note
from workflow.language import States


class CoachingNote(Content):
    """
    `shared_with_id` is the client when the note is shared with the trainee, otherwise NULL, for that role alone.

    `group_key` is the number that the notes about one session of a group have alike, 32 hexadecimal digits.
    """

    relationship: fields.ForeignKeyRelation[Relationship] = fields.ForeignKeyField(
        "models.Relationship", related_name="coaching_notes", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="coaching_notes", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="coaching_notes", on_delete=fields.RESTRICT
    )
    amends: fields.ForeignKeyNullableRelation["CoachingNote"] = fields.ForeignKeyField(
        "models.CoachingNote", related_name="amendments", on_delete=fields.RESTRICT, null=True
    )
    shared_with_id = fields.UUIDField(null=True)
    kind = fields.CharField(12, null=True)
    occurred_at = fields.DatetimeField()
    body = fields.TextField(null=True)
    goal_ids = ArrayField("uuid", default=list)
    visibility = fields.CharField(24, default="TEAM")
    mentions_third_person = fields.BooleanField(default=False)
    group_key = fields.CharField(32, null=True)

    reach = Reach(client="client_id", unit="unit_id", author="created_by", trainee="shared_with_id", matter="COACHING")
    copies = {"client_id": Copy("relationship_id"), "unit_id": Copy("relationship_id")}
    movable = frozenset({"shared_with_id"})

    class Meta:
        table = "coaching_note"
        constraints = (
            CheckConstraint(check=States(coaching_note.states).sql(), name="coaching_note_state"),
            CheckConstraint(
                check="kind IN ('MEETING', 'CALL', 'OBSERVATION', 'NETWORK', 'INCIDENT')", name="coaching_note_kind"
            ),
            CheckConstraint(
                check="visibility IN ('TEAM', 'SHARED_WITH_TRAINEE', 'IN_REPORT')", name="coaching_note_visibility"
            ),
            CheckConstraint(
                check="(visibility = 'SHARED_WITH_TRAINEE') = (shared_with_id IS NOT NULL)"
                " AND (shared_with_id IS NULL OR shared_with_id = client_id)",
                name="coaching_note_sharing",
            ),
            CheckConstraint(check="char_length(body) <= 10000", name="coaching_note_body"),
            CheckConstraint(
                check=ONCE_SIGNED_NOTE_STATES.implies("kind IS NOT NULL AND body IS NOT NULL"),
                name="coaching_note_complete",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="coaching_note_modified"),
            Index(fields=("occurred_at", "id"), name="coaching_note_occurred_at"),
            Index(fields=("unit_id", "id"), name="coaching_note_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="coaching_note_unit_modified"),
            Index(fields=("created_by", "id"), name="coaching_note_author_order"),
            Index(fields=("client_id", "occurred_at", "id"), name="coaching_note_client_order"),
            Index(fields=("unit_id", "occurred_at", "id"), name="coaching_note_unit_order"),
            Index(fields=("relationship_id", "id"), name="coaching_note_relationship"),
            Index(fields=("amends_id", "id"), name="coaching_note_amends"),
            Index(fields=("group_key", "id"), name="coaching_note_group_key"),
        )
