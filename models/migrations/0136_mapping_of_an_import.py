"""An import knows with which mapping a file was read, and a batch may begin on the line of an earlier one."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', '0133_reverts_are_called_that')]

    initial = False
    expands = True

    operations = [
        ops.RemoveConstraint(
            model_name='ImportBatch',
            name='import_batch_first_line',
            fields=None,
        ),
        ops.AddIndex(
            model_name='ImportBatch',
            index=Index(fields=['job_id', 'first_line'], name='import_batch_job'),
        ),
        ops.AddField(
            model_name='ImportJob',
            name='mapping_digest',
            field=fields.BinaryField(null=True),
        ),
        ops.AddIndex(
            model_name='ImportRow',
            index=Index(fields=['job_id', 'line'], name='import_row_line'),
        ),
    ]
