"""The vocabularies and the service types with their rules, with validity dates, because the law changes every year."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Governed
from workflow.language import States
from workflow.term import (
    OFFERED_SERVICE_STATES,
    OPEN_SERVICE_STATES,
    OPEN_TERM_STATES,
    PUBLISHED_SERVICE_STATES,
    PUBLISHED_TERM_STATES,
    SCHEDULED_TERM_STATES,
    USABLE_TERM_STATES,
    service_type,
    term,
)


class Term(Governed):
    """One word of a vocabulary, valid in [starts_on, ends_before). `facts` is a list of {name, text}: its effects."""

    vocabulary = fields.CharField(40)
    token = fields.CharField(40)
    title_fi = fields.CharField(200)
    title_sv = fields.CharField(200)
    title_en = fields.CharField(200)
    position = fields.IntField(default=0)
    starts_on = fields.DateField(null=True)
    ends_before = fields.DateField(null=True)
    facts: fields.JSONField[list[dict[str, str]]] = fields.JSONField(default=list)

    begins_on = "starts_on"

    class Meta:
        table = "term"
        constraints = (
            UniqueConstraint(
                fields=("lineage_id", "starts_on"), name="term_scheduled", condition=SCHEDULED_TERM_STATES.sql()
            ),
            CheckConstraint(check=States(term.states).sql(), name="term_state"),
            UniqueConstraint(fields=("vocabulary", "token"), name="term_token", condition=PUBLISHED_TERM_STATES.sql()),
            UniqueConstraint(fields=("lineage_id",), name="term_published", condition=USABLE_TERM_STATES.sql()),
            UniqueConstraint(fields=("copy_of_id",), name="term_open_copy", condition=OPEN_TERM_STATES.sql()),
            CheckConstraint(check="ends_before > starts_on", name="term_period"),
        )
        indexes = (Index(fields=("vocabulary", "position", "id"), name="term_order"),)


class ServiceType(Governed):
    """One version of the rules of a service in [starts_on, ends_before). NULL is no limit; minutes exclude travel."""

    code = fields.CharField(40)
    version = fields.IntField(default=1)
    title_fi = fields.CharField(200)
    title_sv = fields.CharField(200)
    title_en = fields.CharField(200)
    starts_on = fields.DateField()
    ends_before = fields.DateField(null=True)
    min_days_per_week = fields.IntField(null=True)
    max_days_per_week = fields.IntField(null=True)
    min_minutes_per_day = fields.IntField(null=True)
    max_minutes_per_day = fields.IntField(null=True)
    max_minutes_per_week = fields.IntField(null=True)
    min_months = fields.IntField(null=True)
    max_months = fields.IntField(null=True)
    is_plan_required = fields.BooleanField(default=False)
    is_employment = fields.BooleanField(default=False)
    is_full_service = fields.BooleanField(default=False)
    absence_report_days = fields.IntField(null=True)

    begins_on = "starts_on"
    version_key = ("code",)

    class Meta:
        table = "service_type"
        constraints = (
            CheckConstraint(check=States(service_type.states).sql(), name="service_type_state"),
            UniqueConstraint(
                fields=("code", "version"), name="service_type_version", condition=PUBLISHED_SERVICE_STATES.sql()
            ),
            UniqueConstraint(
                fields=("code", "starts_on"), name="service_type_start", condition=PUBLISHED_SERVICE_STATES.sql()
            ),
            UniqueConstraint(
                fields=("lineage_id",), name="service_type_published", condition=OFFERED_SERVICE_STATES.sql()
            ),
            UniqueConstraint(
                fields=("copy_of_id",), name="service_type_open_copy", condition=OPEN_SERVICE_STATES.sql()
            ),
            CheckConstraint(check="ends_before > starts_on", name="service_type_period"),
            CheckConstraint(check="min_days_per_week <= max_days_per_week", name="service_type_days"),
            CheckConstraint(check="min_minutes_per_day <= max_minutes_per_day", name="service_type_minutes"),
            CheckConstraint(check="min_months <= max_months", name="service_type_months"),
        )
