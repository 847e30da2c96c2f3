"""A total reads one index, and the few who are restricted or replaced."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index, PartialIndex
from tortoise.migrations.constraints import UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0156_doubles')]

    initial = False
    expands = True

    operations = [
        ops.RemoveIndex(
            model_name='Attendance',
            name='attendance_unit_order_page',
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name='Attendance',
            name='attendance_replaced_once',
            fields=None,
        ),
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['unit_id', 'id', 'client_id', 'state'], name='attendance_unit_order_page'),
        ),
        ops.AddConstraint(
            model_name='Attendance',
            constraint=UniqueConstraint(fields=('replaces_id',), name='attendance_replaced_once', condition='replaces_id IS NOT NULL'),
        ),
        ops.AddIndex(
            model_name='Client',
            index=PartialIndex(fields=['id'], name='client_processing', condition={'processing_restriction': True}),
        ),
    ]
