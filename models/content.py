"""What every content row has, and how local roles reach it."""

from dataclasses import dataclass
from typing import ClassVar

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7


@dataclass(frozen=True)
class Reach:
    """
    The columns through which local roles reach a row; None where a role has no way.

    `client`: coach, and trainee unless `trainee` names a narrower column; `unit`: colleague, supervisor and every unit
    role; `agency`: officials and agency tokens; `workplace`: the workplace; `author`: who wrote it; `consent`: the
    referral for whose agency a consent in force that names `category` opens the row. `restrictions` are the columns of
    the row itself that restrict, beside those of its client; what a row came with, its `referral`, restricts it too.
    """

    client: str | None = None
    unit: str | None = None
    agency: str | None = None
    workplace: str | None = None
    author: str | None = None
    consent: str | None = None
    trainee: str | None = None
    category: str = ""
    restrictions: frozenset[str] = frozenset()
    referral: str | None = None

    def __post_init__(self) -> None:
        """Let the trainee reach what is the client's, where nothing else is said."""
        if self.trainee is None:
            object.__setattr__(self, "trainee", self.client)


class Content(Model):
    """
    The columns of every content type.

    `state` is the workflow's word, `revision` the optimistic lock, `provenance` where the record came from
    (AUTHORITY, CLIENT, OWN). Times are UTC.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    state = fields.CharField(24)
    revision = fields.IntField(default=1)
    provenance = fields.CharField(12, default="OWN")
    created_at = fields.DatetimeField()
    created_by = fields.UUIDField()
    modified_at = fields.DatetimeField()
    modified_by = fields.UUIDField()

    reach: ClassVar[Reach] = Reach()

    class Meta:
        abstract = True


class Governed(Content):
    """
    The columns of content that is drafted, reviewed and published.

    All versions of one content share `lineage_id`, of which one at most is published; `copy_of_id` is the published
    row that a working copy was made of.
    """

    lineage_id = fields.UUIDField(null=True)
    copy_of_id = fields.UUIDField(null=True)
    published_at = fields.DatetimeField(null=True)
    published_by = fields.UUIDField(null=True)

    class Meta:
        abstract = True
