"""The coaching organisation: its units, its registers, its staff."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Governed, Reach
from workflow.language import States
from workflow.log_removal import LONGEST_TERM, SHORTEST_TERM, USUAL_TERM
from workflow.organisation import (
    LAW_IN_FORCE_STATES,
    OPEN_LAW_STATES,
    SCHEDULED_LAW_STATES,
    organisation,
    register,
    register_law,
    staff_member,
    unit,
)


class Organisation(Content):
    name = fields.CharField(200)
    business_id = fields.CharField(9)
    street_address = fields.CharField(200, null=True)
    postal_code = fields.CharField(10, null=True)
    city = fields.CharField(100, null=True)
    phone = fields.CharField(20, null=True)
    email = fields.CharField(254, null=True)

    class Meta:
        table = "organisation"
        constraints = (
            CheckConstraint(check=States(organisation.states).sql(), name="organisation_state"),
            UniqueConstraint(fields=("business_id",), name="organisation_business_id"),
        )


class Unit(Content):
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "models.Organisation", related_name="units", on_delete=fields.RESTRICT
    )
    name = fields.CharField(200)
    municipality = fields.CharField(3, null=True)
    street_address = fields.CharField(200, null=True)
    postal_code = fields.CharField(10, null=True)
    city = fields.CharField(100, null=True)
    phone = fields.CharField(20, null=True)
    answer_days = fields.IntField(default=14)
    waitlist_days = fields.IntField(default=90)
    capacity = fields.IntField(null=True)

    reach = Reach(unit="id")

    class Meta:
        table = "unit"
        constraints = (
            CheckConstraint(check=States(unit.states).sql(), name="unit_state"),
            UniqueConstraint(fields=("organisation_id", "name"), name="unit_name"),
            CheckConstraint(check="answer_days BETWEEN 1 AND 90", name="unit_answer_days"),
            CheckConstraint(check="waitlist_days BETWEEN 1 AND 730", name="unit_waitlist_days"),
            CheckConstraint(check="capacity BETWEEN 0 AND 10000", name="unit_capacity"),
        )


class Register(Content):
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "models.Organisation", related_name="registers", on_delete=fields.RESTRICT
    )
    name = fields.CharField(200)
    name_sv = fields.CharField(200, null=True)
    name_en = fields.CharField(200, null=True)
    purpose = fields.TextField()
    legal_basis = fields.TextField()
    contact_name = fields.CharField(200)
    contact_email = fields.CharField(254)
    contact_phone = fields.CharField(20, null=True)
    contact_address = fields.CharField(300, null=True)
    retention_years = fields.IntField(default=4)
    log_mode = fields.CharField(12, default="NAMES")
    log_years = fields.IntField(null=True, default=2)
    log_kept_years = fields.IntField(default=USUAL_TERM)
    passive_after_months = fields.IntField(default=12)

    class Meta:
        table = "register"
        constraints = (
            CheckConstraint(check=States(register.states).sql(), name="register_state"),
            UniqueConstraint(fields=("organisation_id", "name"), name="register_name"),
            CheckConstraint(check="log_mode IN ('NAMES', 'PURPOSES')", name="register_log_mode"),
            CheckConstraint(
                check=f"log_kept_years BETWEEN {SHORTEST_TERM} AND {LONGEST_TERM}", name="register_log_kept_years"
            ),
        )


class RegisterLaw(Governed):
    """One version of a register's columns with the same names; publication copies the values into the register."""

    register: fields.ForeignKeyRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="laws", on_delete=fields.RESTRICT
    )
    retention_years = fields.IntField(default=4)
    passive_after_months = fields.IntField(default=12)
    log_mode = fields.CharField(12, default="NAMES")
    log_years = fields.IntField(null=True, default=2)
    log_kept_years = fields.IntField(default=USUAL_TERM)
    basis = fields.TextField()
    absence_statute = fields.CharField(40, null=True)

    starts_on = fields.DateField(null=True)

    begins_on = "starts_on"

    class Meta:
        table = "register_law"
        constraints = (
            UniqueConstraint(
                fields=("register_id", "starts_on"), name="register_law_scheduled", condition=SCHEDULED_LAW_STATES.sql()
            ),
            CheckConstraint(check=States(register_law.states).sql(), name="register_law_state"),
            UniqueConstraint(
                fields=("register_id",), name="register_law_published", condition=LAW_IN_FORCE_STATES.sql()
            ),
            UniqueConstraint(fields=("copy_of_id",), name="register_law_open_copy", condition=OPEN_LAW_STATES.sql()),
            CheckConstraint(check="retention_years BETWEEN 1 AND 30", name="register_law_retention_years"),
            CheckConstraint(
                check="passive_after_months BETWEEN 0 AND 12 * retention_years", name="register_law_passive"
            ),
            CheckConstraint(check="log_mode IN ('NAMES', 'PURPOSES')", name="register_law_log_mode"),
            CheckConstraint(check="log_years BETWEEN 2 AND 30", name="register_law_log_years"),
            CheckConstraint(
                check=f"log_kept_years BETWEEN {SHORTEST_TERM} AND {LONGEST_TERM}"
                " AND log_kept_years >= coalesce(log_years, 0)",
                name="register_law_log_kept_years",
            ),
        )
        indexes = (Index(fields=("register_id", "id"), name="register_law_register"),)


class StaffMember(Content):
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="staff", on_delete=fields.RESTRICT
    )
    first_name = fields.CharField(100, null=True)
    last_name = fields.CharField(100)
    sort_key = fields.CharField(400)
    title = fields.CharField(100, null=True)
    phone = fields.CharField(20, null=True)
    email = fields.CharField(254, null=True)

    reach = Reach(unit="unit_id")
    movable = frozenset({"unit_id"})

    class Meta:
        table = "staff_member"
        constraints = (CheckConstraint(check=States(staff_member.states).sql(), name="staff_member_state"),)
        indexes = (Index(fields=("unit_id", "sort_key", "id"), name="staff_member_unit_order"),)
