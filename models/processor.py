"""Whoever handles the personal data of a register for its controller: hosting, mail, identification, support."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content
from models.organisation import Register
from workflow.language import States
from workflow.processor import processor


class Processor(Content):
    """`transfer_ground` says on what ground data may go outside the European Economic Area; inside it there is none."""

    register: fields.ForeignKeyRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="processors", on_delete=fields.RESTRICT
    )
    name = fields.CharField(200)
    business_id = fields.CharField(9, null=True)
    country = fields.CharField(2)
    task_fi = fields.CharField(300)
    task_sv = fields.CharField(300)
    task_en = fields.CharField(300)
    agreement = fields.CharField(300)
    agreed_on = fields.DateField()
    transfer_ground = fields.CharField(500, null=True)

    class Meta:
        table = "processor"
        constraints = (
            CheckConstraint(check=States(processor.states).sql(), name="processor_state"),
            UniqueConstraint(fields=("register_id", "name"), name="processor_name"),
        )
        indexes = (Index(fields=("register_id", "id"), name="processor_register"),)
