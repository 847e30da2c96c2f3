"""A coaching programme with its goals and measures."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from models.referral import Referral
from models.relationship import Relationship
from models.term import ServiceType
from workflow.language import States
from workflow.programme import goal, measure, programme


class Programme(Content):
    """
    `client`, `unit` and `referral` are copied from the relationship for the local roles.

    `certificate_days` are the days present when the certificate of participation was issued.
    """

    relationship: fields.ForeignKeyRelation[Relationship] = fields.ForeignKeyField(
        "models.Relationship", related_name="programmes", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="programmes", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="programmes", on_delete=fields.RESTRICT
    )
    referral: fields.ForeignKeyNullableRelation[Referral] = fields.ForeignKeyField(
        "models.Referral", related_name="programmes", on_delete=fields.RESTRICT, null=True
    )
    service_type: fields.ForeignKeyRelation[ServiceType] = fields.ForeignKeyField(
        "models.ServiceType", related_name="programmes", on_delete=fields.RESTRICT
    )
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)
    plan_reference = fields.CharField(100, null=True)
    next_review_on = fields.DateField(null=True)
    certificate_requested_on = fields.DateField(null=True)
    certificate_issued_on = fields.DateField(null=True)
    certificate_issued_by_name = fields.CharField(200, null=True)
    certificate_days = fields.IntField(null=True)

    reach = Reach(client="client_id", unit="unit_id", consent="referral_id", category="PROGRAMME", matter="COACHING")
    copies = {
        "client_id": Copy("relationship_id"),
        "unit_id": Copy("relationship_id"),
        "referral_id": Copy("relationship_id"),
    }

    class Meta:
        table = "programme"
        constraints = (
            CheckConstraint(check=States(programme.states).sql(), name="programme_state"),
            CheckConstraint(check="ends_on >= starts_on", name="programme_period"),
            CheckConstraint(
                check="(certificate_issued_on IS NULL) = (certificate_days IS NULL)"
                " AND (certificate_issued_on IS NULL) = (certificate_issued_by_name IS NULL)",
                name="programme_certificate",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="programme_modified"),
            Index(fields=("unit_id", "id"), name="programme_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="programme_unit_modified"),
            Index(fields=("client_id", "starts_on", "id"), name="programme_client_order"),
            Index(fields=("unit_id", "starts_on", "id"), name="programme_unit_order"),
            Index(fields=("starts_on", "id"), name="programme_order"),
            Index(fields=("relationship_id", "id"), name="programme_relationship"),
            Index(fields=("referral_id", "id"), name="programme_referral"),
        )


class Goal(Content):
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="goals", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="goals", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="goals", on_delete=fields.RESTRICT
    )
    area = fields.CharField(40)
    text = fields.CharField(500)
    own_words = fields.CharField(500, null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="COACHING")
    copies = {"client_id": Copy("programme_id"), "unit_id": Copy("programme_id")}

    class Meta:
        table = "goal"
        constraints = (CheckConstraint(check=States(goal.states).sql(), name="goal_state"),)
        indexes = (
            Index(fields=("modified_at", "id"), name="goal_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="goal_unit_modified"),
            Index(fields=("programme_id", "id"), name="goal_programme"),
            Index(fields=("client_id", "id"), name="goal_client"),
            Index(fields=("unit_id", "id"), name="goal_unit_order"),
        )


class Measure(Content):
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="measures", on_delete=fields.RESTRICT
    )
    goal: fields.ForeignKeyNullableRelation[Goal] = fields.ForeignKeyField(
        "models.Goal", related_name="measures", on_delete=fields.RESTRICT, null=True
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="measures", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="measures", on_delete=fields.RESTRICT
    )
    text = fields.CharField(500)
    responsible = fields.CharField(200, null=True)
    due_on = fields.DateField(null=True)
    done_on = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="COACHING")
    copies = {"client_id": Copy("programme_id"), "unit_id": Copy("programme_id")}

    class Meta:
        table = "measure"
        constraints = (CheckConstraint(check=States(measure.states).sql(), name="measure_state"),)
        indexes = (
            Index(fields=("modified_at", "id"), name="measure_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="measure_unit_modified"),
            Index(fields=("programme_id", "id"), name="measure_programme"),
            Index(fields=("goal_id", "id"), name="measure_goal"),
            Index(fields=("client_id", "id"), name="measure_client"),
            Index(fields=("unit_id", "id"), name="measure_unit_order"),
        )
