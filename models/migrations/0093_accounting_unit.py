"""The unit for whose account a working day counts; of days that were recorded before, it is the unit they have."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0091_client_access')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Attendance',
            name='accounting_unit',
            field=fields.ForeignKeyField('models.Unit', source_field='accounting_unit_id', null=True, db_constraint=True, to_field='id', related_name='accounted_days', on_delete=OnDelete.RESTRICT),
        ),
        ops.RunSQL(
            "UPDATE attendance SET accounting_unit_id = unit_id WHERE state <> 'PLANNED'", reverse_sql="SELECT 1"
        ),
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['accounting_unit_id', 'day'], name='attendance_accounting_order'),
        ),
        ops.AddConstraint(
            model_name='Attendance',
            constraint=CheckConstraint(check="state = 'PLANNED' OR accounting_unit_id IS NOT NULL", name='attendance_accounting'),
        ),
    ]
