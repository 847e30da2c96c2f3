"""The privacy notices, the announcements, and the accounts that have read a notice."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.client import Client
from models.content import Content, Copy, Governed, Reach
from models.organisation import Register, Unit
from models.representation import Representation
from workflow.language import States
from workflow.privacy_notice import (
    NOTICE_IN_FORCE_STATES,
    OPEN_NOTICE_STATES,
    SCHEDULED_NOTICE_STATES,
    TOLD_OF_NOTICE_STATES,
    announcement,
    notice_acceptance,
    notice_telling,
    privacy_notice,
)


class PrivacyNotice(Governed):
    """
    The notice of one register. `version` is set at publication.

    `texts` is a list of {topic, fi, sv, en}; `data_kept` lists the personal data in the schema at
    publication, and `processors` who handles it then.
    """

    register: fields.ForeignKeyRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="notices", on_delete=fields.RESTRICT
    )
    version = fields.IntField(null=True)
    texts: fields.JSONField[list[dict[str, str]]] = fields.JSONField(default=list)
    data_kept: fields.JSONField[list[dict[str, str]]] = fields.JSONField(default=list)
    processors: fields.JSONField[list[dict[str, str]]] = fields.JSONField(default=list)
    effective_on = fields.DateField(null=True)

    begins_on = "effective_on"

    class Meta:
        table = "privacy_notice"
        constraints = (
            UniqueConstraint(
                fields=("lineage_id", "effective_on"),
                name="privacy_notice_scheduled",
                condition=SCHEDULED_NOTICE_STATES.sql(),
            ),
            CheckConstraint(check=States(privacy_notice.states).sql(), name="privacy_notice_state"),
            UniqueConstraint(
                fields=("lineage_id",), name="privacy_notice_published", condition=NOTICE_IN_FORCE_STATES.sql()
            ),
            UniqueConstraint(
                fields=("copy_of_id",), name="privacy_notice_open_copy", condition=OPEN_NOTICE_STATES.sql()
            ),
        )
        indexes = (Index(fields=("register_id", "version", "id"), name="privacy_notice_register"),)


class Announcement(Content):
    """A message for everybody who logs in during [starts_on, ends_before)."""

    notice: fields.ForeignKeyNullableRelation[PrivacyNotice] = fields.ForeignKeyField(
        "models.PrivacyNotice", related_name="announcements", on_delete=fields.RESTRICT, null=True
    )
    title_fi = fields.CharField(200)
    title_sv = fields.CharField(200)
    title_en = fields.CharField(200)
    text_fi = fields.TextField()
    text_sv = fields.TextField()
    text_en = fields.TextField()
    starts_on = fields.DateField()
    ends_before = fields.DateField(null=True)

    class Meta:
        table = "announcement"
        constraints = (
            CheckConstraint(check=States(announcement.states).sql(), name="announcement_state"),
            CheckConstraint(check="ends_before > starts_on", name="announcement_period"),
        )
        indexes = (
            Index(fields=("starts_on", "id"), name="announcement_order"),
            Index(fields=("notice_id", "id"), name="announcement_notice"),
        )


class NoticeAcceptance(Content):
    """One account (`created_by`) has read one version of a notice; `client` is the client of that account, if any."""

    notice: fields.ForeignKeyRelation[PrivacyNotice] = fields.ForeignKeyField(
        "models.PrivacyNotice", related_name="acceptances", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="acceptances", on_delete=fields.RESTRICT, null=True
    )
    account_id = fields.UUIDField(null=True)

    reach = Reach(client="client_id", author="created_by")
    fixed = frozenset({"client_id"})

    class Meta:
        table = "notice_acceptance"
        constraints = (
            CheckConstraint(check=States(notice_acceptance.states).sql(), name="notice_acceptance_state"),
            UniqueConstraint(fields=("notice_id", "account_id"), name="notice_acceptance_once"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="notice_acceptance_modified"),
            Index(fields=("created_by", "id"), name="notice_acceptance_author_order"),
            Index(fields=("client_id", "id"), name="notice_acceptance_client"),
        )


class NoticeTelling(Content):
    """
    How and when one client is told of one version of a notice; a letter waits for somebody who sends it.

    `representation` is that of the guardian of a minor who is told beside the minor.
    """

    notice: fields.ForeignKeyRelation[PrivacyNotice] = fields.ForeignKeyField(
        "models.PrivacyNotice", related_name="tellings", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="notice_tellings", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="notice_tellings", on_delete=fields.RESTRICT
    )
    representation: fields.ForeignKeyNullableRelation[Representation] = fields.ForeignKeyField(
        "models.Representation", related_name="notice_tellings", on_delete=fields.RESTRICT, null=True
    )
    channel = fields.CharField(12)
    told_on = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="RIGHTS", representation="representation_id")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id", "representation_id"})

    class Meta:
        table = "notice_telling"
        constraints = (
            CheckConstraint(check=States(notice_telling.states).sql(), name="notice_telling_state"),
            CheckConstraint(check="channel IN ('SERVICE', 'EMAIL', 'LETTER')", name="notice_telling_channel"),
            CheckConstraint(
                check=f"({TOLD_OF_NOTICE_STATES.sql()}) = (told_on IS NOT NULL)", name="notice_telling_told"
            ),
            UniqueConstraint(
                fields=("notice_id", "client_id"), name="notice_telling_once", condition="representation_id IS NULL"
            ),
            UniqueConstraint(fields=("notice_id", "representation_id"), name="notice_telling_guardian_once"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="notice_telling_modified"),
            Index(fields=("unit_id", "id"), name="notice_telling_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="notice_telling_unit_modified"),
            Index(fields=("client_id", "id"), name="notice_telling_client"),
            Index(fields=("representation_id", "id"), name="notice_telling_representation"),
        )
