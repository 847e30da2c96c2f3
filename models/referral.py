"""A referral: the data from an agency about a person who may not be a client yet, and the decision on it."""

from datetime import date

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.agency import Agency, Official
from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Register, StaffMember, Unit
from workflow.language import States
from workflow.referral import referral

NO_DAY = date(9999, 1, 1)  # the place in the order of due days of what has none: behind all others


class Referral(Content):
    """
    `client` is set when the referral is accepted; until then the subject data are only here.

    `entered_by` is the account of the employee who entered a referral from paper, NULL when the agency wrote it: the
    author of a draft must not be an official, who may move to another agency. The consent columns are the agency's
    statement; when the referral is started, a `Consent` replaces them. `safety_restriction` is NULL until it is asked.
    `due_order` is `due_on`, or behind all days where that is NULL: a trigger keeps it so.
    """

    agency: fields.ForeignKeyRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="referrals", on_delete=fields.RESTRICT
    )
    official: fields.ForeignKeyNullableRelation[Official] = fields.ForeignKeyField(
        "models.Official", related_name="referrals", on_delete=fields.RESTRICT, null=True
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="referrals", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="referrals", on_delete=fields.RESTRICT, null=True
    )
    register: fields.ForeignKeyNullableRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="referrals", on_delete=fields.RESTRICT, null=True
    )
    responsible_coach: fields.ForeignKeyNullableRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="referrals", on_delete=fields.RESTRICT, null=True
    )
    entered_by = fields.UUIDField(null=True)
    first_names = fields.CharField(100, null=True)
    last_name = fields.CharField(100)
    sort_key = fields.CharField(400)
    personal_identity_code = fields.BinaryField(null=True)
    identity_index = fields.BinaryField(null=True)
    identity_index_even = fields.BinaryField(null=True)
    date_of_birth = fields.DateField(null=True)
    phone = fields.CharField(20, null=True)
    email = fields.CharField(254, null=True)
    municipality = fields.CharField(3, null=True)
    safety_restriction = fields.BooleanField(null=True)
    service_code = fields.CharField(40)
    goals = fields.TextField(null=True)
    background = fields.TextField(null=True)
    plan_kind = fields.CharField(40, null=True)
    plan_reference = fields.CharField(100, null=True)
    decision_reference = fields.CharField(100, null=True)
    payer = fields.CharField(200, null=True)
    wanted_start_on = fields.DateField(null=True)
    days_per_week = fields.IntField(null=True)
    minutes_per_day = fields.IntField(null=True)
    basis = fields.CharField(12, default="CONSENT")
    statute = fields.CharField(40, null=True)
    consent_given_on = fields.DateField(null=True)
    consent_valid_until = fields.DateField(null=True)
    consent_withdrawn_on = fields.DateField(null=True)
    decision_reason = fields.CharField(40, null=True)
    confirmed_distinct = fields.BooleanField(null=True)  # NULL: nobody was asked
    submitted_at = fields.DatetimeField(null=True)
    due_on = fields.DateField(null=True)
    due_order = fields.DateField(default=NO_DAY)
    answer_days_left = fields.IntField(null=True)
    waitlist_until = fields.DateField(null=True)
    received_at = fields.DatetimeField(null=True)
    final_report_delivered_on = fields.DateField(null=True)

    reach = Reach(
        client="client_id",
        unit="unit_id",
        agency="agency_id",
        author="entered_by",
        restrictions=frozenset({"safety_restriction"}),
    )
    copies = {"unit_id": Copy("client_id", may_differ=True)}
    fixed = frozenset({"client_id", "agency_id", "entered_by"})

    class Meta:
        table = "referral"
        constraints = (
            CheckConstraint(check=States(referral.states).sql(), name="referral_state"),
            CheckConstraint(check="basis IN ('CONSENT', 'STATUTORY')", name="referral_basis"),
            CheckConstraint(check="consent_valid_until >= consent_given_on", name="referral_consent_period"),
            CheckConstraint(check="days_per_week BETWEEN 1 AND 7", name="referral_days"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="referral_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="referral_unit_modified"),
            Index(fields=("unit_id", "sort_key", "id"), name="referral_unit_sort_key"),
            Index(fields=("agency_id", "modified_at", "id"), name="referral_agency_modified"),
            Index(fields=("agency_id", "sort_key", "id"), name="referral_agency_sort_key"),
            Index(fields=("due_order", "id"), name="referral_due"),
            Index(fields=("unit_id", "due_order", "id"), name="referral_unit_due"),
            Index(fields=("agency_id", "due_order", "id"), name="referral_agency_due"),
            Index(fields=("entered_by", "id"), name="referral_author_order"),
            Index(fields=("agency_id", "client_id"), name="referral_consent"),
            Index(fields=("agency_id", "id"), name="referral_agency_order"),
            Index(fields=("unit_id", "id"), name="referral_unit_order"),
            Index(fields=("client_id", "id"), name="referral_client"),
            Index(fields=("official_id", "id"), name="referral_official"),
            Index(fields=("identity_index",), name="referral_personal_identity_code"),
            Index(fields=("identity_index_even",), name="referral_personal_identity_code_even"),
            Index(fields=("sort_key", "id"), name="referral_order"),
        )
