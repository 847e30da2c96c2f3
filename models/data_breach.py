"""The record of personal data breaches, and the letters to the persons whose data was disclosed."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from models.referral import Referral
from models.representation import Representation
from workflow.data_breach import breach_letter, data_breach
from workflow.language import States


class DataBreach(Content):
    """
    A personal data breach: what happened, whom it concerns, and what was done about it.

    At most one of `account_id`, `application` (an OAuth client) and `credential` (a token or a session, as the
    disclosure log names it) says whose looks it is about, together with [starts_at, ends_before). `words` is a list of
    {language, nature, consequences, measures}: what the persons are told. Source: GDPR article 33(5).
    """

    title = fields.CharField(200)
    what_happened = fields.TextField(null=True)
    noticed_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    reminded_at = fields.DatetimeField(null=True)
    overdue_at = fields.DatetimeField(null=True)
    account_id = fields.UUIDField(null=True)
    application = fields.CharField(200, null=True)
    credential = fields.CharField(80, null=True)
    starts_at = fields.DatetimeField(null=True)
    ends_before = fields.DatetimeField(null=True)
    data_categories = fields.TextField(null=True)
    person_categories = fields.TextField(null=True)
    persons_estimated = fields.IntField(null=True)
    records_estimated = fields.IntField(null=True)
    consequences = fields.TextField(null=True)
    measures = fields.TextField(null=True)
    risk = fields.CharField(12, null=True)
    risk_reason = fields.TextField(null=True)
    contact_point = fields.CharField(500, null=True)
    words: fields.JSONField[list[dict[str, str]]] = fields.JSONField(default=list)
    reported_at = fields.DatetimeField(null=True)
    authority_reference = fields.CharField(200, null=True)
    delay_reason = fields.TextField(null=True)
    no_report_reason = fields.TextField(null=True)
    exemption = fields.CharField(20, null=True)
    exemption_reason = fields.TextField(null=True)
    persons_found = fields.IntField(null=True)
    letters_drafted = fields.IntField(null=True)

    class Meta:
        table = "data_breach"
        constraints = (
            CheckConstraint(check=States(data_breach.states).sql(), name="data_breach_state"),
            CheckConstraint(check="num_nonnulls(account_id, application, credential) <= 1", name="data_breach_source"),
            CheckConstraint(check="ends_before > starts_at", name="data_breach_period"),
            CheckConstraint(check="due_at = noticed_at + interval '72 hours'", name="data_breach_due"),
            CheckConstraint(check="risk IN ('UNLIKELY', 'RISK', 'HIGH')", name="data_breach_risk"),
            CheckConstraint(
                check="exemption IN ('PROTECTED', 'AVERTED', 'DISPROPORTIONATE')", name="data_breach_exemption"
            ),
        )
        indexes = (Index(fields=("due_at", "id"), name="data_breach_due_order"),)


class BreachLetter(Content):
    """
    What one person is told of a breach, in the person's language; of the erased it keeps when and how they were told.

    `person_id` is the client, or the referral that has no client, as whom the disclosure log names the person;
    `representation` is that of the guardian of a minor who is told beside the minor.
    """

    breach: fields.ForeignKeyRelation[DataBreach] = fields.ForeignKeyField(
        "models.DataBreach", related_name="letters", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="breach_letters", on_delete=fields.RESTRICT, null=True
    )
    referral: fields.ForeignKeyNullableRelation[Referral] = fields.ForeignKeyField(
        "models.Referral", related_name="breach_letters", on_delete=fields.RESTRICT, null=True
    )
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="breach_letters", on_delete=fields.RESTRICT, null=True
    )
    representation: fields.ForeignKeyNullableRelation[Representation] = fields.ForeignKeyField(
        "models.Representation", related_name="breach_letters", on_delete=fields.RESTRICT, null=True
    )
    person_id = fields.UUIDField(null=True)
    language = fields.CharField(2)
    text = fields.TextField(null=True)
    told_how = fields.CharField(40, null=True)
    told_on = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="RIGHTS", representation="representation_id")
    copies = {"client_id": Copy("referral_id"), "unit_id": Copy("client_id")}
    fixed = frozenset({"representation_id"})

    class Meta:
        table = "breach_letter"
        constraints = (
            CheckConstraint(check=States(breach_letter.states).sql(), name="breach_letter_state"),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="breach_letter_language"),
            UniqueConstraint(
                fields=("breach_id", "person_id"), name="breach_letter_once", condition="representation_id IS NULL"
            ),
            UniqueConstraint(fields=("breach_id", "representation_id"), name="breach_letter_guardian_once"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="breach_letter_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="breach_letter_unit_modified"),
            Index(fields=("client_id", "id"), name="breach_letter_client"),
            Index(fields=("unit_id", "id"), name="breach_letter_unit"),
            Index(fields=("referral_id",), name="breach_letter_referral"),
            Index(fields=("representation_id", "id"), name="breach_letter_representation"),
        )
