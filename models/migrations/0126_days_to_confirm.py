"""The days of a unit that wait to be confirmed are read from an index."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', '0125_every_order_has_an_index')]

    initial = False
    expands = True

    operations = [
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['unit_id', 'state', 'day', 'id'], name='attendance_unit_state'),
        ),
    ]
