"""Two clients with one identity code, of which the later one is held back from uniqueness until somebody decides."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Reach
from workflow.identity_match import WAITING_MATCH_STATES, identity_match
from workflow.language import States


class IdentityMatch(Content):
    """A client whose identity code an earlier client has too. It is erased with either of them."""

    client_id = fields.UUIDField()
    earlier_id = fields.UUIDField()
    noticed_at = fields.DatetimeField()

    reach = Reach(client="client_id", also=("earlier_id",))
    fixed = frozenset({"client_id"})

    class Meta:
        table = "identity_match"
        constraints = (
            CheckConstraint(check=States(identity_match.states).sql(), name="identity_match_state"),
            UniqueConstraint(
                fields=("client_id",), name="identity_match_waiting", condition=WAITING_MATCH_STATES.sql()
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="identity_match_modified"),
            Index(fields=("noticed_at", "id"), name="identity_match_noticed_at"),
            Index(fields=("client_id",), name="identity_match_client"),
            Index(fields=("earlier_id",), name="identity_match_earlier"),
        )
