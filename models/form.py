"""Form templates, and the answers of people to them."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.agency import Agency
from models.client import Client
from models.content import Content, Copy, Governed, Reach
from models.organisation import Unit
from models.programme import Programme
from models.referral import Referral
from models.relationship import Relationship
from workflow.form import (
    OPEN_TEMPLATE_STATES,
    REFERRAL_ANSWER_STATES,
    SCHEDULED_TEMPLATE_STATES,
    TEMPLATE_IN_USE_STATES,
    form_answer,
    form_template,
)
from workflow.language import States

# An answer is about a client, or about the subject of a referral that has no client yet.
ABOUT = f"client_id IS NOT NULL OR (referral_id IS NOT NULL AND {REFERRAL_ANSWER_STATES.sql()})"
Section = dict[str, object]


class FormTemplate(Governed):
    """
    `sections` is a list of {name, fi, sv, en, read, write, keys}; nobody may use a key that is in no section.

    `for_unit` and `for_service_code` say of which referrals it is asked; one of them is enough, without both of none.
    """

    kind = fields.CharField(12)
    version = fields.IntField(null=True)
    title_fi = fields.CharField(200)
    title_sv = fields.CharField(200)
    title_en = fields.CharField(200)
    json_schema: fields.JSONField[dict[str, object]] = fields.JSONField(default=dict)
    sections: fields.JSONField[list[Section]] = fields.JSONField(default=list)

    for_unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="forms_of_referrals", on_delete=fields.RESTRICT, null=True
    )
    for_service_code = fields.CharField(40, null=True)
    starts_on = fields.DateField(null=True)

    begins_on = "starts_on"

    class Meta:
        table = "form_template"
        constraints = (
            UniqueConstraint(
                fields=("lineage_id", "starts_on"),
                name="form_template_scheduled",
                condition=SCHEDULED_TEMPLATE_STATES.sql(),
            ),
            CheckConstraint(check=States(form_template.states).sql(), name="form_template_state"),
            UniqueConstraint(
                fields=("lineage_id",), name="form_template_published", condition=TEMPLATE_IN_USE_STATES.sql()
            ),
            UniqueConstraint(
                fields=("copy_of_id",), name="form_template_open_copy", condition=OPEN_TEMPLATE_STATES.sql()
            ),
            CheckConstraint(check="kind IN ('REFERRAL', 'PLAN', 'ASSESSMENT')", name="form_template_kind"),
            CheckConstraint(
                check="kind = 'REFERRAL' OR for_unit_id IS NULL AND for_service_code IS NULL",
                name="form_template_asked",
            ),
        )


class FormAnswer(Content):
    """
    Answers about one person to one version of a template, `{key: value}`.

    `client` is NULL while they belong to a referral without a client; `entered_by` is copied from the referral.
    `sections` are copied from the template when the answer is created: they decide who reads which key. `series` is the
    first version of the template, which all its versions have alike.
    """

    template: fields.ForeignKeyRelation[FormTemplate] = fields.ForeignKeyField(
        "models.FormTemplate", related_name="answers", on_delete=fields.RESTRICT
    )
    series: fields.ForeignKeyNullableRelation[FormTemplate] = fields.ForeignKeyField(
        "models.FormTemplate", related_name="answers_in_all_versions", on_delete=fields.RESTRICT, null=True
    )
    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="form_answers", on_delete=fields.RESTRICT, null=True
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="form_answers", on_delete=fields.RESTRICT
    )
    referral: fields.ForeignKeyNullableRelation[Referral] = fields.ForeignKeyField(
        "models.Referral", related_name="form_answers", on_delete=fields.RESTRICT, null=True
    )
    agency: fields.ForeignKeyNullableRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="form_answers", on_delete=fields.RESTRICT, null=True
    )
    relationship: fields.ForeignKeyNullableRelation[Relationship] = fields.ForeignKeyField(
        "models.Relationship", related_name="form_answers", on_delete=fields.RESTRICT, null=True
    )
    programme: fields.ForeignKeyNullableRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="form_answers", on_delete=fields.RESTRICT, null=True
    )
    entered_by = fields.UUIDField(null=True)
    sections: fields.JSONField[list[Section]] = fields.JSONField(default=list)
    answers: fields.JSONField[dict[str, object]] = fields.JSONField(default=dict)

    reach = Reach(client="client_id", unit="unit_id", agency="agency_id", author="entered_by", referral="referral_id")
    copies = {
        "relationship_id": Copy("programme_id"),
        "client_id": Copy("programme_id relationship_id referral_id"),
        "unit_id": Copy("programme_id relationship_id referral_id client_id"),
        "agency_id": Copy("referral_id"),
        "entered_by": Copy("referral_id"),
    }
    fixed = frozenset({"referral_id"})

    class Meta:
        table = "form_answer"
        constraints = (
            CheckConstraint(check=States(form_answer.states).sql(), name="form_answer_state"),
            CheckConstraint(check=ABOUT, name="form_answer_about"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="form_answer_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="form_answer_unit_modified"),
            Index(fields=("agency_id", "modified_at", "id"), name="form_answer_agency_modified"),
            Index(fields=("entered_by", "id"), name="form_answer_author_order"),
            Index(fields=("client_id", "id"), name="form_answer_client"),
            Index(fields=("unit_id", "id"), name="form_answer_unit_order"),
            Index(fields=("agency_id", "id"), name="form_answer_agency"),
            Index(fields=("template_id", "id"), name="form_answer_template"),
            Index(fields=("client_id", "series_id", "id"), name="form_answer_client_series"),
            Index(fields=("series_id", "id"), name="form_answer_series"),
            Index(fields=("referral_id", "id"), name="form_answer_referral"),
            Index(fields=("relationship_id", "id"), name="form_answer_relationship"),
            Index(fields=("programme_id", "id"), name="form_answer_programme"),
        )
