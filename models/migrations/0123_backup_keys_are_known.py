"""The keys of backups are known like the others: an old one goes when no backup needs it."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0122_sealed_log_out_hint')]

    initial = False

    operations = [
        ops.RemoveConstraint(
            model_name='KeyVersion',
            name='key_version_kind',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='KeyVersion',
            constraint=CheckConstraint(check="kind IN ('field', 'index', 'cursor', 'session', 'log', 'backup')", name='key_version_kind'),
        ),
    ]
