"""The choices of an organisation about its service."""

from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content
from workflow.language import States
from workflow.setting import setting


class Setting(Content):
    """The settings, in one row: `place` is unique and has only one value."""

    place = fields.IntField(default=1)
    recycle_days = fields.IntField(default=30)
    announcement_days = fields.IntField(default=30)
    max_root_page_size = fields.IntField(default=200)
    max_nested_page_size = fields.IntField(default=400)
    max_emergency_accesses = fields.IntField(default=3)

    class Meta:
        table = "setting"
        constraints = (
            CheckConstraint(check=States(setting.states).sql(), name="setting_state"),
            UniqueConstraint(fields=("place",), name="setting_once"),
            CheckConstraint(check="recycle_days BETWEEN 1 AND 365", name="setting_recycle_days"),
            CheckConstraint(check="announcement_days BETWEEN 1 AND 365", name="setting_announcement_days"),
            CheckConstraint(check="max_root_page_size BETWEEN 1 AND 200", name="setting_root_page_most"),
            CheckConstraint(check="max_nested_page_size BETWEEN 1 AND 400", name="setting_nested_page_most"),
            CheckConstraint(check="max_emergency_accesses BETWEEN 1 AND 20", name="setting_emergency_most"),
        )
