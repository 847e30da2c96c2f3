"""What the virus scanner said of a file, and when."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0105_sealed_history')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Attachment',
            name='finding',
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AddField(
            model_name='Attachment',
            name='scanned_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddIndex(
            model_name='Attachment',
            index=Index(fields=['scanned_at', 'id'], name='attachment_scanned'),
        ),
        ops.AddConstraint(
            model_name='Attachment',
            constraint=CheckConstraint(check='finding IS NULL OR scanned_at IS NOT NULL', name='attachment_finding'),
        ),
    ]
