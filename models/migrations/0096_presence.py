"""Present or absent, beside the code that tells why; of days that were recorded before, as the codes say today."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0095_states_are_known')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Attendance',
            name='presence',
            field=fields.CharField(null=True, max_length=8),
        ),
        ops.RunSQL(
            "UPDATE attendance SET presence = CASE WHEN code LIKE 'ABSENT%' THEN 'ABSENT'"
            " WHEN code IN ('PRESENT', 'PRESENT_REMOTE', 'PRESENT_SHORT', 'SWAPPED_IN') THEN 'PRESENT' END"
            " WHERE code IS NOT NULL",
            reverse_sql="SELECT 1",
        ),
        ops.AddConstraint(
            model_name='Attendance',
            constraint=CheckConstraint(check="presence IN ('PRESENT', 'ABSENT')", name='attendance_presence'),
        ),
    ]
